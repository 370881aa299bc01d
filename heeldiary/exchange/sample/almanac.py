"""What a made-up year holds: flares, holidays, a forgotten month, weeks of running."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.factor import Side
from heeldiary.exchange.sample.chance import Chance

BACK = ("low_back", "mid_back", "buttock_left", "buttock_right")


def heel(side: Side) -> tuple[str, ...]:
    """The pains of one heel."""
    sites = ("first_step", "achilles_insertion", "achilles_mid", "under_heel")
    return tuple(f"{site}_{side}" for site in sites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One flare: when, how strong, and where."""

    first: date
    days: int
    strength: float
    all_over: bool
    sites: frozenset[str]

    def strength_on(self, day: date) -> float:
        """It comes up within a day or two and goes more slowly."""
        gone = (day - self.first).days
        left = self.days - gone
        return self.strength * min(0.65 + 0.35 * gone, 1.0, 0.4 + 0.2 * left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One calendar year's plan, by day."""

    flares: dict[date, Bout]
    away: frozenset[date]
    running: frozenset[date]


class Almanac:
    """Plans each calendar year when it is first asked about, in order of time."""

    def __init__(self, chance: Chance, first: date, last: date) -> None:
        self._luck = chance.branch()
        self._span = (first, last)
        self._year = 0
        self._plan = Year(flares={}, away=frozenset(), running=frozenset())
        self._forgotten = _forgotten_month(self._luck, first, last)

    def year_of(self, day: date) -> Year:
        if day.year != self._year:
            self._year = day.year
            self._plan = self._planned(day.year)
        return self._plan

    def _planned(self, year: int) -> Year:
        flares = {day: bout for bout in _bouts(self._luck, year) for day in _days_of(bout)}
        away = frozenset(day for day in self._away(year) if self._may_be_away(day))
        return Year(flares=flares, away=away, running=frozenset(_running(self._luck, year)))

    def _away(self, year: int) -> Iterator[date]:
        luck = self._luck
        yield from self._forgotten
        if luck.happens(0.8):
            yield from _stretch(date(year, 7, luck.randint(5, 31)), luck.randint(7, 15))
        if luck.happens(0.5):
            yield from _stretch(date(year, luck.choice((2, 4, 5, 10)), 3), luck.randint(5, 9))
        if luck.happens(0.3):
            yield from _stretch(date(year, luck.randint(1, 12), 9), luck.randint(20, 31))

    def _may_be_away(self, day: date) -> bool:
        """The first days of a diary are kept, and somebody on the way to a visit keeps it too."""
        first, last = self._span
        return first + timedelta(days=30) < day < last - timedelta(days=21)


def _forgotten_month(luck: Chance, first: date, last: date) -> list[date]:
    """Every diary of nearly a year or more has at least this one."""
    days = (last - first).days
    if days < 300:
        return []
    start = first + timedelta(days=int(luck.between(0.3, 0.5) * days))
    return list(_stretch(start, luck.randint(25, 31)))


def _bouts(luck: Chance, year: int) -> Iterator[Bout]:
    """Three to five a year, each in its own part of it, so that they never touch."""
    count = luck.choice((3, 4, 4, 5))
    part = 365 // count
    for place in range(count):
        yield _bout(luck, date(year, 1, 1) + timedelta(days=place * part + luck.randint(2, 50)))


def _bout(luck: Chance, first: date) -> Bout:
    all_over = luck.happens(0.35)
    places = [heel(Side.LEFT), heel(Side.RIGHT), BACK]
    hurting = places if all_over else luck.sample(places, 2)
    return Bout(
        first=first,
        days=luck.randint(3, 14),
        strength=luck.between(2.2, 3.4) + (0.6 if all_over else 0.0),
        all_over=all_over,
        sites=frozenset(site for place in hurting for site in place),
    )


def _running(luck: Chance, year: int) -> Iterator[date]:
    """A block in spring, and in most years another in late summer."""
    spring = date(year, 3, 20) + timedelta(days=luck.randint(0, 25))
    yield from _stretch(spring, luck.randint(45, 80))
    if luck.happens(0.8):
        yield from _stretch(date(year, 7, 20) + timedelta(days=luck.randint(0, 20)), 45)


def _days_of(bout: Bout) -> Iterator[date]:
    return _stretch(bout.first, bout.days)


def _stretch(first: date, days: int) -> Iterator[date]:
    return (first + timedelta(days=i) for i in range(days))
