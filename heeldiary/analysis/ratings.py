"""What the numbers of a score may be, and how they are compared."""

from collections.abc import Sequence

from heeldiary.domain.refusal import Refused

LARGEST_RATING = 10.0
LARGEST_ASDAS = 15.0
"""Above every ASDAS that can be; the formulas themselves have no upper end."""
_DECIMALS = 9


def within(value: float, lowest: float, highest: float, what: str, unit: str = "") -> float:
    """The value itself when it lies from one end to the other, else a refusal (for nan too)."""
    if not lowest <= value <= highest:
        takes = f"a number from {lowest:.10g} to {highest:.10g}"
        raise Refused(f"“{what}” takes {takes}{unit and ' '}{unit}, not “{value:.10g}”.")
    return float(value) + 0.0  # a minus zero is zero


def rating(value: float, what: str) -> float:
    """The value itself when it is a 0-10 rating, else a refusal."""
    return within(value, 0, LARGEST_RATING, what)


def ratings(values: Sequence[float | None], what: str) -> list[float]:
    """Those of the 0-10 ratings that were given; refuses the first that is outside."""
    return [rating(value, what) for value in values if value is not None]


def whole(value: float, lowest: int, highest: int, what: str) -> int:
    """The value itself when it is a whole number between both ends, else a refusal."""
    if within(value, lowest, highest, what) != int(value):
        raise Refused(f"“{what}” takes a whole number, not “{value:.10g}”.")
    return int(value)


def settled(value: float) -> float:
    """The value to 1e-9: what is compared with a cut-off.

    Sums of decimals miss theirs by far less than that: 3.3 - 2.2 counts as 1.1.
    """
    return round(value, _DECIMALS) + 0.0


def difference(before: float, after: float) -> float:
    """How much more it is afterwards, to 1e-9; negative when it fell."""
    return settled(after - before)
