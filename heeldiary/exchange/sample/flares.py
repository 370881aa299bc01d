"""What a made-up person keeps of the flares: most of them, one declined, the last perhaps open."""

from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.records import Record
from heeldiary.exchange.sample.almanac import Bout
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import Evening
from heeldiary.exchange.sample.turning import Turning

_CAUSES = (
    "",
    "No idea",
    "Two weeks with little sleep",
    "Carried boxes",
    "A cold a week before",
    "Long drive, hardly a stop",
    "Too much standing at the fair",
    "Deadline, sat until midnight",
    "Walked too far on Sunday",
    "Missed some tablets on the road",
)
_HELPED = (
    "",
    "Warm baths",
    "Ice on the heel, twice a day",
    "Rest, and short walks",
    "Naproxen in the evening",
    "Nothing much; it went by itself",
    "Swimming, very slowly",
)
_NOTES = ("", "", "Worst on the second day.", "Heel first, then the back.", "Two days in bed.")
_NUMBER_DECLINED = 2
"""Of the flares of a diary that one which is declined."""


class Flares:
    """Looks at each flare while it lasts and writes it down when it is over."""

    def __init__(self, chance: Chance, turning: Turning) -> None:
        self._luck = chance.branch()
        self._last = turning.span.last
        self._bout: Bout | None = None
        self._first_said: date | None = None
        self._worst = 0.0
        self._number = 0

    def on(self, evening: Evening) -> Iterator[Record]:
        flare = evening.life.flare
        if self._bout is not None and flare is not self._bout:
            yield from self._over(evening)
        if flare is None:
            return
        self._look(flare, evening)
        if evening.day == self._last:
            yield from self._written(flare, None, evening)

    def _look(self, flare: Bout, evening: Evening) -> None:
        if self._bout is None:
            self._bout, self._first_said, self._worst = flare, None, 0.0
            self._number += 1
        if self._first_said is None and evening.number("flare_today"):
            self._first_said = evening.day
        pains = [evening.number(key) or 0.0 for key, factor in CATALOGUE.items() if factor.pain]
        self._worst = max(self._worst, *pains)

    def _over(self, evening: Evening) -> Iterator[Record]:
        bout, self._bout = self._bout, None
        assert bout is not None
        if self._first_said is None:
            return
        if self._number == _NUMBER_DECLINED:
            yield DeclinedFlare(first_day=self._first_said, **evening.stamp(self._first_said))
        elif self._luck.happens(0.95):
            yield from self._written(bout, _last_day(bout), evening)

    def _written(self, bout: Bout, last: date | None, evening: Evening) -> Iterator[Flare]:
        if self._first_said is None:
            return
        luck, first = self._luck, min(self._first_said, last or self._first_said)
        yield Flare(
            id=luck.an_id(),
            first_day=first,
            last_day=last,
            extent=Extent.ALL_OVER if bout.all_over else Extent.FEW_AREAS,
            sites=tuple(k for k, factor in CATALOGUE.items() if factor.site and k in bout.sites),
            worst=self._worst,
            cause=luck.choice(_CAUSES),
            helped="" if last is None else luck.choice(_HELPED),
            note=luck.choice(_NOTES),
            **evening.stamp(first),
        )


def _last_day(bout: Bout) -> date:
    """Each year is planned by itself, so that a flare is over by its end."""
    return min(bout.first + timedelta(days=bout.days - 1), date(bout.first.year, 12, 31))
