"""What went on around the measures of a chart: flares, medicines, visits, tests, procedures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from heeldiary.analysis.flares import flare_span
from heeldiary.analysis.medication import MedicinePeriod, periods
from heeldiary.domain.days import Span, day_numbered, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.flare_offers import FLARE_ANSWER
from heeldiary.domain.flares import Extent, Flare
from heeldiary.domain.medicines import Medicine, Procedure, Regimen
from heeldiary.domain.records import DayNote
from heeldiary.domain.results import LabResult
from heeldiary.domain.visits import Visit

_ALL_OVER = 2


class MarkKind(StrEnum):
    """What a day is marked for."""

    VISIT = "visit"
    LAB = "lab"
    PROCEDURE = "procedure"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day on which something was recorded that is no measure."""

    day: date
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class FlareBand:
    """Days in a row that the owner calls a flare of this extent."""

    span: Span
    extent: Extent


@dataclass(frozen=True, slots=True)
class MedicineStrip:
    """The periods of one medicine, in order of day."""

    name: str
    periods: tuple[MedicinePeriod, ...]

    def within(self, span: Span) -> tuple[MedicinePeriod, ...]:
        """Those that have a day in the span."""
        return tuple(
            each
            for each in self.periods
            if each.first <= span.last and (each.last is None or each.last >= span.first)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a chart lays behind, above and below its panels."""

    flares: tuple[FlareBand, ...] = ()
    medicines: tuple[MedicineStrip, ...] = ()
    marks: tuple[DayMark, ...] = ()

    def within(self, span: Span) -> "Circumstances":
        """What has a day in the span."""
        strips = (MedicineStrip(each.name, each.within(span)) for each in self.medicines)
        return Circumstances(
            flares=tuple(
                each
                for each in self.flares
                if each.span.first <= span.last and each.span.last >= span.first
            ),
            medicines=tuple(strip for strip in strips if strip.periods),
            marks=tuple(mark for mark in self.marks if mark.day in span),
        )


NOTHING_AROUND = Circumstances()
CIRCUMSTANCES = frozenset(
    kind.kind for kind in (Flare, Medicine, Regimen, Visit, LabResult, Procedure, DayNote)
)
"""The kinds of records that circumstances are made of, beside the answers on flares."""


def circumstances(diary: Diary, span: Span) -> Circumstances:
    """What went on in the days of the span. Raises nothing."""
    return Circumstances(
        flares=tuple(_flare_bands(diary, span)),
        medicines=tuple(_strips(diary, span)),
        marks=_marks(diary, span),
    )


def _flare_bands(diary: Diary, span: Span) -> Iterator[FlareBand]:
    """Runs of days of one extent: the flares that are kept, elsewhere the days answered as one.

    Where two flares share a day it belongs to the one that is all over.
    """
    extents = {
        day: Extent.ALL_OVER if value >= _ALL_OVER else Extent.FEW_AREAS
        for day, value in diary.answers(FLARE_ANSWER, span)
        if value > 0
    }
    for flare in sorted(diary.records(Flare, span), key=_is_all_over):
        days = flare_span(flare, span)
        first, last = max(days.first, span.first), min(days.last, span.last)
        extents |= dict.fromkeys(range(number_of(first), number_of(last) + 1), flare.extent)
    days_in_a_row = enumerate(sorted(extents))
    for (_, extent), run in groupby(days_in_a_row, key=lambda at: (at[1] - at[0], extents[at[1]])):
        numbers = [day for _, day in run]
        yield FlareBand(Span(day_numbered(numbers[0]), day_numbered(numbers[-1])), extent)


def _strips(diary: Diary, span: Span) -> Iterator[MedicineStrip]:
    held = periods(diary.records(Medicine), diary.records(Regimen, span), span)
    for _, of_one in groupby(held, key=_medicine):
        together = tuple(of_one)
        yield MedicineStrip(together[0].name, together)


def _marks(diary: Diary, span: Span) -> tuple[DayMark, ...]:
    """One mark of a kind a day, in order of day."""
    marks = {
        *(DayMark(visit.day, MarkKind.VISIT) for visit in diary.records(Visit, span)),
        *(DayMark(lab.day, MarkKind.LAB) for lab in diary.records(LabResult, span)),
        *(DayMark(each.day, MarkKind.PROCEDURE) for each in diary.records(Procedure, span)),
        *(DayMark(note.day, MarkKind.NOTE) for note in diary.notes(span)),
    }
    return tuple(sorted(marks, key=_place))


def _is_all_over(flare: Flare) -> bool:
    return flare.extent is Extent.ALL_OVER


def _medicine(period: MedicinePeriod) -> str:
    return period.medicine_id


def _place(mark: DayMark) -> tuple[date, MarkKind]:
    return mark.day, mark.kind
