"""Records made short: each builder shows only what matters to the test."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from heeldiary.domain.days import Clock, Span, number_of
from heeldiary.domain.diary import RecordT
from heeldiary.domain.flares import Extent, Flare
from heeldiary.domain.records import (
    Answer,
    DayNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
from heeldiary.domain.shape import shape_of
from heeldiary.domain.visits import Question, Visit
from heeldiary.domain.writing import Found, day_of_writing, words_of, writing_of

MON = date(2026, 11, 16)
TUE = date(2026, 11, 17)
WED = date(2026, 11, 18)
THU = date(2026, 11, 19)
FRI = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def a_clock(now: datetime = NOON) -> Clock:
    """A clock that stands still; its today is Friday 20 November 2026."""
    return Clock(now=lambda: now)


def a_reading(
    factor: str = "low_back",
    value: Answer = 4.0,
    day: date = MON,
    recorded_at: datetime = NOON,
    origin: Origin = Origin.THAT_DAY,
) -> Reading:
    number = float(value) if isinstance(value, int | float) else value
    return Reading(day=day, factor=factor, value=number, recorded_at=recorded_at, origin=origin)


def a_note(text: str = "Long day on my feet.", day: date = MON) -> DayNote:
    return DayNote(day=day, text=text, recorded_at=NOON, origin=Origin.THAT_DAY)


def a_flare(
    first: date = MON,
    last: date | None = None,
    *,
    key: str = "f",
    extent: Extent = Extent.FEW_AREAS,
    cause: str = "",
) -> Flare:
    return Flare(
        id=key,
        first_day=first,
        last_day=last,
        extent=extent,
        cause=cause,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )


def a_visit(day: date = MON, key: str = "v", *, time: str = "") -> Visit:
    return Visit(id=key, day=day, time=time, recorded_at=NOON, origin=Origin.THAT_DAY)


def a_question(
    text: str = "May I swim?",
    key: str = "q",
    *,
    day: date = MON,
    position: int = 0,
    closed: bool = False,
    answer: str = "",
    visit: str | None = None,
) -> Question:
    return Question(
        id=key,
        day=day,
        text=text,
        position=position,
        closed=closed,
        answer=answer,
        visit=visit,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )


class PlainDiary:
    """A diary of plain lists; answers the questions of ``domain.diary.Diary``."""

    def __init__(self, *records: Record) -> None:
        self._records = {(record.kind, record.id): record for record in records}

    def readings_on(self, day: date) -> Mapping[str, Reading]:
        return {r.factor: r for r in self.readings(Span(day, day))}

    def readings(
        self, span: Span | None = None, factors: Collection[str] | None = None
    ) -> Iterable[Reading]:
        chosen = [
            r
            for r in self._records.values()
            if isinstance(r, Reading)
            and (span is None or r.day in span)
            and (factors is None or r.factor in factors)
        ]
        return sorted(chosen, key=lambda r: (r.day, r.factor))

    def answers(self, factor: str, span: Span) -> Sequence[tuple[int, float]]:
        readings = self.readings(span, [factor])
        return [(number_of(r.day), r.number) for r in readings if r.number is not None]

    def previous_answers(self, day: date, factors: Iterable[str]) -> Mapping[str, Reading]:
        wanted = set(factors)
        earlier = [r for r in self.readings(None, wanted) if r.day < day and r.number is not None]
        return {r.factor: r for r in earlier}

    def days_recorded(self, span: Span) -> Collection[date]:
        return {r.day for r in self.readings(span) if r.number is not None}

    def days_of(self, kind: str, span: Span) -> Sequence[date]:
        days = {getattr(r, "day", None) for r in self._records.values() if r.kind == kind}
        return sorted(day for day in days if day is not None and day in span)

    def recorded_span(self) -> Span | None:
        days = [r.day for r in self._records.values() if isinstance(r, Reading | DayNote)]
        return Span(min(days), max(days)) if days else None

    def note_on(self, day: date) -> DayNote | None:
        return next((n for n in self.notes() if n.day == day), None)

    def notes(self, span: Span | None = None) -> Sequence[DayNote]:
        notes = [r for r in self._records.values() if isinstance(r, DayNote)]
        return sorted((n for n in notes if span is None or n.day in span), key=lambda n: n.day)

    def own_factors(self) -> Sequence[OwnFactor]:
        own = [r for r in self._records.values() if isinstance(r, OwnFactor)]
        return sorted(own, key=lambda f: f.key)

    def row_choices(self) -> Sequence[RowChoice]:
        choices = [r for r in self._records.values() if isinstance(r, RowChoice)]
        return sorted(choices, key=lambda c: c.position)

    def find(self, kind: str, record_id: str) -> Record | None:
        return self._records.get((kind, record_id))

    def records(self, record_type: type[RecordT], span: Span | None = None) -> Sequence[RecordT]:
        shape = shape_of(record_type)
        held = [r for r in self._records.values() if isinstance(r, record_type)]
        if shape.first_day:
            held = [r for r in held if span is None or _falls_into(r, span)]
            return sorted(held, key=lambda r: (getattr(r, shape.first_day), r.id))
        return sorted(held, key=lambda r: r.id)

    def newest(
        self, record_type: type[RecordT], count: int, until: date | None = None
    ) -> Sequence[RecordT]:
        begin = shape_of(record_type).first_day
        held = [r for r in self.records(record_type) if until is None or getattr(r, begin) <= until]
        return held[::-1][:count]

    def numbers(
        self, record_type: type[Record], field: str, span: Span, **where: str
    ) -> Sequence[tuple[int, float]]:
        begin = shape_of(record_type).first_day
        return [
            (number_of(getattr(r, begin)), getattr(r, field))
            for r in self.records(record_type)
            if getattr(r, begin) in span
            and getattr(r, field) is not None
            and all(str(getattr(r, name)) == word for name, word in where.items())
        ]

    def referring(self, kind: str, record_id: str) -> Iterable[Record]:
        for record in self._records.values():
            fields = shape_of(type(record)).fields.values()
            if any(f.names == kind and getattr(record, f.name) == record_id for f in fields):
                yield record

    def search(self, words: str, count: int) -> Sequence[Found]:
        wanted = words_of(words)
        found = [
            Found(kind=r.kind, record_id=r.id, day=day_of_writing(r), text=writing_of(r))
            for r in self._records.values()
            if wanted and all(_begins(word, writing_of(r)) for word in wanted)
        ]
        return sorted(found, key=lambda f: f.day or date.min, reverse=True)[:count]


def _begins(word: str, text: str) -> bool:
    return any(written.startswith(word) for written in words_of(text))


def _falls_into(record: Record, span: Span) -> bool:
    shape = shape_of(type(record))
    first: date = getattr(record, shape.first_day)
    last: date | None = getattr(record, shape.last_day) if shape.last_day else first
    return first <= span.last and (last is None or last >= span.first)
