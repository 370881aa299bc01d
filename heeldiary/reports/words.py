"""Days, spans and figures as the report writes them, the same on every machine."""

from collections.abc import Iterable
from datetime import date

from heeldiary.analysis.answered import Figures
from heeldiary.domain.days import Span
from heeldiary.domain.factor import ALL_DAY, Factor, Kind
from heeldiary.domain.units import METRIC_OF, in_stones

DASH = "–"
"""What stands where nothing was recorded."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """``20 Nov 2026``, whatever the locale of the machine."""
    return f"{_short(day)} {day.year}"


def say_span(span: Span) -> str:
    """``1 Sep – 20 Nov 2026``, ``14–18 Sep 2026``; a single day is one day."""
    first, last = span.first, span.last
    if first == last:
        return say_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{_short(first) if first.year == last.year else say_day(first)} – {say_day(last)}"


def say_days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


class Words:
    """Figures with the reader's decimal sign, weights in the reader's unit."""

    def __init__(self, decimal: str = ".", weight_unit: str = "kg") -> None:
        self._decimal = decimal
        self._weight_unit = weight_unit

    @property
    def decimal(self) -> str:
        return self._decimal

    def figure(self, value: float, places: int = 1) -> str:
        """At most that many decimal places, and none that are zero."""
        text = f"{value:.{places}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return ("0" if text == "-0" else text.replace("-", "−")).replace(".", self._decimal)

    def signed(self, value: float, places: int = 1) -> str:
        text = self.figure(value, places)
        return text if value <= 0 or text == "0" else f"+{text}"

    def weight(self, kg: float) -> str:
        """``81.5 kg``, ``179.7 lb``, ``12 st 11.7 lb``."""
        if self._weight_unit == "st":
            stones, pounds = in_stones(kg)
            return f"{stones} st {self.figure(pounds)} lb"
        return f"{self.figure(kg / METRIC_OF[self._weight_unit])} {self._weight_unit}"

    def weight_change(self, kg: float) -> str:
        """The same with its sign; a change is said in pounds where weights are in stones."""
        unit = "lb" if self._weight_unit == "st" else self._weight_unit
        return f"{self.signed(kg / METRIC_OF[unit])} {unit}"

    def median(self, figures: Figures, factor: Factor) -> str:
        """The median, or both middle answers where nothing lies half-way between them."""
        if figures.middle is None:
            return DASH
        low, high = figures.middle
        if is_all_day(high, factor):
            return (
                self._one(high, factor) if low == high else f"{self._one(low, factor)} to all day"
            )
        return self.figure((low + high) / 2)

    def range(self, figures: Figures, factor: Factor) -> str:
        if figures.range is None:
            return DASH
        low, high = (self._one(value, factor) for value in figures.range)
        return low if low == high else f"{low} to {high}" if high == "all day" else f"{low}–{high}"

    def change(self, lately: Figures, before: Figures, factor: Factor) -> str:
        """The difference of two medians; a dash when either has no single number."""
        middles = (lately.middle, before.middle)
        if any(middle is None or is_all_day(middle[1], factor) for middle in middles):
            return DASH
        now, then = (sum(middle) / 2 for middle in middles if middle is not None)
        return self.signed(now - then)

    def _one(self, value: float, factor: Factor) -> str:
        return "all day" if is_all_day(value, factor) else self.figure(value)


def is_all_day(value: float, factor: Factor) -> bool:
    """Whether these minutes stand for "all day", which is no number of minutes."""
    return factor.kind is Kind.MINUTES and value == ALL_DAY == factor.maximum


def answered_of(figures: Figures) -> str:
    return f"{figures.answered} of {figures.possible}"


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def shortened(text: str, most: int) -> str:
    """The text on one line, of at most so many characters; what is cut leaves an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def at_most(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """So many of the lines; the last one says how many more there are."""
    every = tuple(lines)
    if len(every) <= most:
        return every
    kept = every[:most]
    return (*kept[:-1], f"{kept[-1]} (and {len(every) - most} more)")


def listed(names: Iterable[str]) -> str:
    """``a, b and c``."""
    *some, last = names
    return f"{', '.join(some)} and {last}" if some else last
