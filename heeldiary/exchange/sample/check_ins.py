"""When a made-up person sits down with the diary, and on which days nobody does."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.plain import fixed_offset
from heeldiary.domain.records import Origin
from heeldiary.exchange.sample.almanac import Almanac
from heeldiary.exchange.sample.chance import Chance


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """The moment at which a day's answers begin to be given."""

    moment: datetime
    origin: Origin
    hasty: bool


class CheckIns:
    """Evenings mostly; weekends are missed more often and sometimes filled in afterwards."""

    def __init__(self, chance: Chance, almanac: Almanac, span: Span, kept: frozenset[date]) -> None:
        self._luck = chance.branch()
        self._almanac = almanac
        self._last = span.last
        self._kept = kept
        self._habit = self._luck.randint(20 * 60, 21 * 60 + 45)

    def on(self, day: date) -> CheckIn | None:
        weekend = day.weekday() >= 5
        missed = self._luck.happens(0.17 if weekend else 0.07)
        if day not in self._kept and (missed or day in self._almanac.year_of(day).away):
            return None
        delay = self._luck.randint(1, 3) if self._luck.happens(0.12 if weekend else 0.05) else 0
        written = min(day + timedelta(days=delay), self._last)
        return CheckIn(
            moment=self._evening(written),
            origin=Origin.THAT_DAY if written == day else Origin.LATER,
            hasty=self._luck.happens(0.07),
        )

    def _evening(self, day: date) -> datetime:
        """Never after half past eleven, so that the last answer is still of the same evening."""
        minute = min(max(round(self._luck.around(self._habit, 45)), 18 * 60), 23 * 60 + 30)
        clock = time(minute // 60, minute % 60, self._luck.randrange(60))
        return datetime.combine(day, clock, fixed_offset(120 if is_summer_time(day) else 60))


def is_summer_time(day: date) -> bool:
    """Central Europe's rule, for an evening: last Sunday of March to last Sunday of October."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)
