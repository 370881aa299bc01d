"""What stands in the days of a diary beside answers and notes: doses, sessions, visits ..."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.kinds import record_type
from heeldiary.domain.records import Record
from heeldiary.domain.shape import shape_of

_NAMES = MappingProxyType(
    {
        "dose": ("1 dose", "{0} doses"),
        "session": ("1 session", "{0} sessions"),
        "meal": ("meals", ""),
        "weekly_check": ("weekly check", ""),
        "lab_result": ("1 laboratory value", "{0} laboratory values"),
        "clinic_score": ("1 score of the clinic", "{0} scores of the clinic"),
        "finding": ("1 finding", "{0} findings"),
        "procedure": ("1 procedure", "{0} procedures"),
        "visit": ("visit", "{0} visits"),
        "question": ("1 question", "{0} questions"),
        "milestone": ("a day to count from", "{0} days to count from"),
        "flare": ("a flare began", "{0} flares began"),
        "side_effect": ("a side effect began", "{0} side effects began"),
        "regimen": ("a regimen began", "{0} regimens began"),
    }
)
"""One and several of each kind that is about a day, or begins on one, in this order."""


def others_by_day(diary: Diary, span: Span) -> Mapping[date, Mapping[str, int]]:
    """For each day of the span on which such records stand or begin, how many of each kind."""
    days: dict[date, dict[str, int]] = {}
    for kind, record in _records(diary, span):
        day: date = getattr(record, shape_of(type(record)).first_day)
        if day in span:
            kinds = days.setdefault(day, {})
            kinds[kind] = kinds.get(kind, 0) + 1
    return days


def say_others(counts: Mapping[str, int]) -> str:
    """``2 doses, 1 session, weekly check``."""
    said = []
    for kind, (one, several) in _NAMES.items():
        count = counts.get(kind, 0)
        if count:
            said.append(several.format(count) if count > 1 and several else one)
    return ", ".join(said)


def anything_before(diary: Diary, day: date) -> bool:
    """Whether the diary holds anything of an earlier day."""
    recorded = diary.recorded_span()
    if recorded is not None and recorded.first < day:
        return True
    until = day - timedelta(days=1)
    return any(diary.newest(record_type(kind), 1, until) for kind in _NAMES)


def _records(diary: Diary, span: Span) -> Iterator[tuple[str, Record]]:
    for kind in _NAMES:
        for record in diary.records(record_type(kind), span):
            yield kind, record
