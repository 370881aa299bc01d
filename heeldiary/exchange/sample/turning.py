"""The days on which something in a made-up diary begins or ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.factors import CATALOGUE

_FOODS = tuple(key for key, factor in CATALOGUE.items() if factor.group == "food")
_FRIDAY = 4
_LONG_ENOUGH = 180
"""Days on the first injected medicine before there is a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """Where in the diary's years something turns."""

    span: Span
    medicine: date
    """The first injection."""
    switch: date | None
    """The first injection of the other medicine; None in a diary too short for it."""
    begun: dict[str, date]
    """Rows that are answered from a day on."""
    ended: dict[str, date]

    @classmethod
    def of(cls, span: Span) -> "Turning":
        """Rows begin late only in a diary that is longer than a year."""
        medicine = part(span, 0.6)
        begun: dict[str, date] = {}
        if len(span) > 366:
            begun = dict.fromkeys(_FOODS, span.first + timedelta(days=365))
            begun |= {"jaw_pain": part(span, 0.2), "sauna": part(span, 0.3)}
            begun |= {"hours_on_my_feet": part(span, 0.4), "mid_back": part(span, 0.1)}
        return cls(
            span=span,
            medicine=medicine,
            switch=_switch(medicine, span.last),
            begun=begun,
            ended={"ginger_tea": part(span, 0.25)},
        )

    def kept(self) -> frozenset[date]:
        """Days that are recorded whatever happens."""
        return frozenset({self.span.first, self.span.last, self.medicine})

    def part(self, share: float) -> date:
        """The day when that share of the diary has gone."""
        return part(self.span, share)


def part(span: Span, share: float) -> date:
    """The day when that share of a span has gone."""
    return span.first + timedelta(days=int(share * len(span)))


def workday(day: date) -> date:
    """The day, or the Friday before it when a practice is closed."""
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def _switch(medicine: date, last: date) -> date | None:
    left = (last - medicine).days
    return medicine + timedelta(days=int(left * 0.62)) if left >= _LONG_ENOUGH else None
