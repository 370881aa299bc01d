"""The axes: days along the bottom, values at the left; labels that never touch one another."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget

from heeldiary.domain.days import day_numbered, number_of

Tick = tuple[float, str]
_FIRST, _LAST = number_of(date(1, 1, 1)), number_of(date(9999, 12, 31))
_CLOSEST = 0.01
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50)
_MONDAY = 4  # 1970-01-05 was a Monday


def day_ticks(
    low: float, high: float, width: float, text_width: Callable[[str], float]
) -> list[Tick]:
    """Days to name between two day numbers: the closest spacing whose names stay apart."""
    first, last = max(ceil(low), _FIRST), min(floor(high), _LAST)
    if width <= 0 or high <= low or first > last:
        return []
    gap = text_width("00")
    for days, pattern in _candidates(
        first, last, text_width("00 000 0000") + gap, width / (high - low)
    ):
        ticks = _named(days, pattern)
        if _stand_apart(ticks, width / (high - low), gap, text_width):
            return ticks
    return _named([first], "yyyy")


def _candidates(
    first: int, last: int, room: float, per_day: float
) -> Iterator[tuple[list[int], str]]:
    """Sets of days from close to far; those that are hopeless for the room are left out."""
    for step in (1, 2, 7, 14):
        if step * per_day > 0.6 * room:
            start = first + (_MONDAY - first) % step if step >= 7 else first + -first % step
            yield list(range(start, last + 1, step)), "d MMM"
    for months in _MONTHS:
        if months * 30 * per_day > 0.3 * room:
            yield list(_month_starts(first, last, months)), "MMM"
    for years in _YEARS:
        if years * 365 * per_day > 0.2 * room:
            yield list(_month_starts(first, last, 12 * years)), "yyyy"


def _month_starts(first: int, last: int, every: int) -> Iterator[int]:
    start, end = day_numbered(first), day_numbered(last)
    month = start.year * 12 + start.month - 1 + (start.day > 1)
    month += -month % every
    while month <= end.year * 12 + end.month - 1:
        yield number_of(date(month // 12, month % 12 + 1, 1))
        month += every


def _named(days: list[int], pattern: str) -> list[Tick]:
    """The names of the days; the first of all and the first of a year say the year too."""
    names, year = [], 0
    for number in days:
        day = day_numbered(number)
        full = pattern if pattern == "yyyy" or day.year == year else f"{pattern} yyyy"
        names.append((float(number), QLocale().toString(QDate(day.year, day.month, day.day), full)))
        year = day.year
    return names


def _stand_apart(
    ticks: list[Tick], per_day: float, gap: float, text_width: Callable[[str], float]
) -> bool:
    widths = [text_width(name) for _, name in ticks]
    return bool(ticks) and all(
        (later[0] - earlier[0]) * per_day >= (left + right) / 2 + gap
        for (earlier, left), (later, right) in pairwise(zip(ticks, widths, strict=True))
    )


def value_scale(
    lowest: float, highest: float, minimum: float | None, maximum: float | None
) -> tuple[float, ...]:
    """Round figures from the bottom to the top of a panel, three to five of them."""
    low = lowest if minimum is None else minimum
    high = highest if maximum is None else maximum
    if minimum is None and maximum is None:
        low, high = _not_too_close(low, high)
    if high - low < _CLOSEST:
        high = low + 1
    if minimum is not None and maximum is not None and (maximum - minimum) % 2 == 0:
        return (minimum, (minimum + maximum) / 2, maximum)
    step = _round_step((high - low) / 3)
    start, end = floor(low / step), ceil(high / step)
    return tuple(round(place * step, 10) for place in range(start, end + 1))


def _not_too_close(low: float, high: float) -> tuple[float, float]:
    """At least a twentieth of the value, so that small swings of a weight look small."""
    short = max(0.05 * abs(high) - (high - low), 0.0)
    return low - short / 2, high + short / 2


def _round_step(step: float) -> float:
    """The next of 1, 2, 5, 10, 20 ... that is at least the step."""
    power = 10.0 ** floor(log10(step))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= step * (1 - 1e-9))


class AxisStrip(QGraphicsWidget):
    """A strip of words beside, above or below the panels."""

    def __init__(self, font: QFont, color: QColor) -> None:
        super().__init__()
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._color = color
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def text_width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _take_height(self, height: float) -> None:
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def _begin(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(self._color)


class DayAxis(AxisStrip):
    """The days along the bottom."""

    def __init__(self, font: QFont, color: QColor) -> None:
        super().__init__(font, color)
        self._low, self._high = 0.0, 1.0
        self._take_height(1.6 * self._metrics.height())

    def show_range(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self.update()

    def ticks(self) -> list[Tick]:
        return day_ticks(self._low, self._high, self.size().width(), self.text_width)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._begin(painter)
        width = self.size().width()
        per_day = width / (self._high - self._low)
        for day, name in self.ticks():
            place = (day - self._low) * per_day
            painter.drawLine(QPointF(place, 0), QPointF(place, 0.25 * self._metrics.height()))
            left = min(place - self.text_width(name) / 2, width - self.text_width(name))
            painter.drawText(
                QPointF(left, 0.35 * self._metrics.height() + self._metrics.ascent()), name
            )


class ValueAxis(AxisStrip):
    """The values at the left of one panel."""

    def __init__(self, font: QFont, color: QColor, width: float) -> None:
        super().__init__(font, color)
        self._scale: tuple[float, ...] = ()
        self._low, self._high = 0.0, 1.0
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    def show_scale(self, scale: tuple[float, ...], low: float, high: float) -> None:
        self._scale, self._low, self._high = scale, low, high
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._begin(painter)
        size, line = self.size(), self._metrics.height()
        every = 1 if size.height() > 1.3 * line * len(self._scale) else max(len(self._scale) - 1, 1)
        for value in self._scale[::every]:
            middle = size.height() * (self._high - value) / (self._high - self._low)
            top = min(max(middle - line / 2, 0), size.height() - line)
            box = QRectF(0, top, size.width() - 0.4 * line, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, name_of_value(value))


def name_of_value(value: float) -> str:
    """A figure of the value axis in the owner's locale, without needless digits."""
    digits = f"{value:.6g}"
    decimals = len(digits.partition(".")[2])
    return QLocale().toString(float(value), "f", decimals)
