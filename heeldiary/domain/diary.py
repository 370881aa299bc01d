"""The questions that a diary answers, whoever keeps it (the store, or plain lists in tests)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from heeldiary.domain.days import Span
from heeldiary.domain.records import DayNote, OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.writing import Found

RecordT = TypeVar("RecordT", bound=Record)


class Diary(Protocol):
    """Read-only questions; all spans include both ends, all answers are in order of day."""

    def readings_on(self, day: date) -> Mapping[str, Reading]:
        """The day's readings (answers and skips) by factor."""
        ...

    def readings(
        self, span: Span | None = None, factors: Collection[str] | None = None
    ) -> Iterable[Reading]:
        """Readings by day, then factor; of all days and all factors unless told otherwise."""
        ...

    def answers(self, factor: str, span: Span) -> Sequence[tuple[int, float]]:
        """One factor's answers as (day number, value); skips and blanks are not among them."""
        ...

    def previous_answers(self, day: date, factors: Iterable[str]) -> Mapping[str, Reading]:
        """For each factor its last answer before the day; skips are passed over."""
        ...

    def days_recorded(self, span: Span) -> Collection[date]:
        """The days with at least one answer (a skip alone is not one)."""
        ...

    def days_of(self, kind: str, span: Span) -> Sequence[date]:
        """The days of the records of a kind that are about one day each, oldest first.

        Lean: asked at the start, without the class of the records.
        """
        ...

    def recorded_span(self) -> Span | None:
        """From the first to the last day with a reading or a note; None when there is none."""
        ...

    def note_on(self, day: date) -> DayNote | None: ...

    def notes(self, span: Span | None = None) -> Sequence[DayNote]: ...

    def own_factors(self) -> Sequence[OwnFactor]:
        """The owner's own rows, retired ones too, by key."""
        ...

    def row_choices(self) -> Sequence[RowChoice]: ...

    def find(self, kind: str, record_id: str) -> Record | None:
        """The record of that kind with that id, as it is now."""
        ...

    def records(self, record_type: type[RecordT], span: Span | None = None) -> Sequence[RecordT]:
        """All records of a kind by day, then id; with a span those that fall into it.

        What has a first and a last day falls into a span when any of its days does.
        """
        ...

    def newest(
        self, record_type: type[RecordT], count: int, until: date | None = None
    ) -> Sequence[RecordT]:
        """At most so many records of a kind that begin on that day or before, newest first."""
        ...

    def numbers(
        self, record_type: type[Record], field: str, span: Span, **where: str
    ) -> Sequence[tuple[int, float]]:
        """One number of the records of a kind, as (day number, value), in order of day.

        Records in which it was not recorded are not among them. ``where`` names the words that
        other fields must have: ``numbers(Session, "minutes", span, impact="low")``. Lean, for
        charts of many years.
        """
        ...

    def referring(self, kind: str, record_id: str) -> Iterable[Record]:
        """The records of other kinds that name this one."""
        ...

    def search(self, words: str, count: int) -> Sequence[Found]:
        """At most so many records in whose words each of these words begins one, newest first.

        Case and accents make no difference. What is about no day comes last.
        """
        ...
