"""Days, spans of days, and the hour at which the owner's day begins."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from heeldiary.domain.refusal import Refused

DEFAULT_DAY_START_HOUR = 4

TWO_WEEKS, FOUR_WEEKS, ONE_MONTH, THREE_MONTHS, SIX_MONTHS, ONE_YEAR = 14, 28, 30, 90, 182, 365
"""Days of the usual periods: the same on screen, on paper and on the command line."""

_EPOCH = date(1970, 1, 1).toordinal()
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def number_of(day: date) -> int:
    """The day as a count of days since 1970-01-01; what files and series hold."""
    return day.toordinal() - _EPOCH


def day_numbered(number: int) -> date:
    return date.fromordinal(number + _EPOCH)


def day_of(moment: datetime, day_start_hour: int) -> date:
    """The owner's day at a local moment: the night before the day-start hour is still yesterday."""
    return (moment.replace(tzinfo=None) - timedelta(hours=day_start_hour)).date()


def read_day(text: str) -> date:
    """Read ``2026-11-20``; refuse everything else in a sentence."""
    try:
        # fromisoformat alone would also take a week date such as 2026-W47-5
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(
            f"“{text[:60]}” is not a day. Write it as year-month-day, for example 2026-11-20."
        ) from None


def check_time(text: str) -> str:
    """The time itself, as ``08:30``; refuses everything else."""
    hour, colon, minute = text.partition(":")
    is_plain = len(text) == 5 and colon and f"{hour}{minute}".isascii()
    if is_plain and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60:
        return text
    raise Refused(f"“{text[:60]}” is not a time of day. Write it as 08:30.")


@dataclass(frozen=True, slots=True)
class Span:
    """The days from first to last, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused(f"The period ends ({self.last}) before it begins ({self.first}).")

    @classmethod
    def ending(cls, last: date, days: int) -> Self:
        """The given number of days up to and including the last."""
        return cls(last - timedelta(days=days - 1), last)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=i) for i in range(len(self)))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the program gets its time from; the app makes the only real one.

    ``now`` gives the local time with its offset.
    """

    now: Callable[[], datetime]
    day_start_hour: int = DEFAULT_DAY_START_HOUR

    def today(self) -> date:
        return day_of(self.now(), self.day_start_hour)
