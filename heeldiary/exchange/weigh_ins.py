"""Weigh-ins of a brought file: kilograms from any unit, and one weight a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from heeldiary.domain.days import Clock
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.refusal import Refused
from heeldiary.domain.units import METRIC_OF
from heeldiary.exchange.entries import Entry, Refusal, Row
from heeldiary.exchange.imported import imported_reading

KILOGRAMS = MappingProxyType({"g": 0.001, **{unit: METRIC_OF[unit] for unit in ("kg", "lb", "st")}})
"""What one unit of weight is in kilograms, by the unit's name in files."""

_WEIGHT = CATALOGUE["weight"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighIn:
    """One weighing: the owner's day that it belongs to, and the local time on the scale."""

    line: int
    day: date
    moment: datetime
    kilograms: float


def kilograms(value: float, unit: str) -> float:
    """The weight in kilograms without the noise of binary fractions, checked for its range."""
    factor = KILOGRAMS.get(unit.strip().casefold())
    if factor is None:
        raise Refused(f"A weight in “{unit}” is not understood; known are kg, g, lb and st.")
    return _WEIGHT.checked(round(value * factor, 2))


def first_of_each_day(weigh_ins: Iterable[WeighIn], clock: Clock) -> Iterator[Row]:
    """The first weighing of each day as an entry; the later ones are refused and say so."""
    taken: dict[date, WeighIn] = {}
    for weigh_in in sorted(weigh_ins, key=lambda w: (w.day, w.moment, w.line)):
        first = taken.setdefault(weigh_in.day, weigh_in)
        if first is weigh_in:
            weight = imported_reading(weigh_in.day, "weight", weigh_in.kilograms, clock)
            yield Entry(line=weigh_in.line, record=weight)
        else:
            yield Refusal(line=weigh_in.line, reason=_later(first))


def _later(first: WeighIn) -> str:
    return (
        f"The first weighing of {first.day} was taken (line {first.line}); a day holds one weight."
    )
