"""Which days a chart can show, and which it reads: those seen and some around, not forty years."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.medicines import Dose
from heeldiary.domain.movement import Session
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck

_FEWEST_DAYS = 14
_EARLIEST = date(1900, 1, 1)
_MEASURED = (Session, Dose, WeeklyCheck, ClinicScore, LabResult, Finding)
"""What has values to draw beside the answers of a day."""

_LEAST_AROUND = 120
_ALL_FROM = 1_200
"""Who sees so many days wants them all next."""


def reach(diary: Diary, today: date, kinds: Collection[str]) -> Span | None:
    """All days one can look at, up to today and two weeks at least; None of an empty diary.

    They begin with the first answer, or with the first record of one of these kinds before it: an
    old laboratory value lengthens only a chart of such values.
    """
    recorded = diary.recorded_span()
    first = today + timedelta(days=1) if recorded is None else recorded.first
    for kind in _MEASURED:
        if first > _EARLIEST and (recorded is None or kind.kind in kinds):
            earlier: Sequence[Any] = diary.records(kind, Span(_EARLIEST, first - timedelta(days=1)))
            first = min([first, *(record.day for record in earlier)])
    if first > today and recorded is None:
        return None
    last = today if recorded is None else max(recorded.last, today)
    return Span(min(first, last - timedelta(days=_FEWEST_DAYS - 1)), last)


def days_to_read(seen: Span, whole: Span) -> Span:
    """The days seen, and as many on either side, so that one can move before more are read.

    They begin with a Monday or with the whole, so that no week is cut.
    """
    if len(seen) >= _ALL_FROM:
        return whole
    around = timedelta(days=max(len(seen), _LEAST_AROUND))
    first = seen.first - around
    first -= timedelta(days=first.weekday())
    return Span(max(first, whole.first), min(seen.last + around, whole.last))


def holds(read: Span, seen: Span) -> bool:
    """Whether all that is seen was read."""
    return read.first <= seen.first and seen.last <= read.last
