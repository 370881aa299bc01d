"""What a diary file answers: the questions of ``domain.diary.Diary``, in SQL."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnClause,
    Connection,
    Select,
    bindparam,
    column,
    func,
    or_,
    select,
)
from sqlalchemy import (
    table as table_named,
)
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from heeldiary.domain.days import Span, day_numbered, number_of
from heeldiary.domain.diary import RecordT
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import DayNote, OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.domain.writing import Found
from heeldiary.storage.faults import refusal_for
from heeldiary.storage.mapping import TableMapping, mapping_of
from heeldiary.storage.tables import note, own_factor, reading, row_choice

_ANSWERS = (
    select(reading.c.day, reading.c.value)
    .where(reading.c.factor == bindparam("factor"))
    .where(reading.c.day.between(bindparam("first"), bindparam("last")))
    .where(reading.c.skipped == 0)
    .order_by(reading.c.day)
)
_PREVIOUS = (
    select(reading)
    .where(reading.c.factor == bindparam("factor"))
    .where(reading.c.day < bindparam("day"))
    .where(reading.c.skipped == 0)
    .order_by(reading.c.day.desc())
    .limit(1)
)
_ON_DAY = select(reading).where(reading.c.day == bindparam("day")).order_by(reading.c.factor)


class StoredDiary:
    """Reads one diary through one connection."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def readings_on(self, day: date) -> Mapping[str, Reading]:
        found = self._records(Reading, _ON_DAY, {"day": number_of(day)})
        return {record.factor: record for record in found}

    def readings(
        self, span: Span | None = None, factors: Collection[str] | None = None
    ) -> Iterator[Reading]:
        query = select(reading).order_by(reading.c.day, reading.c.factor)
        if span is not None:
            query = query.where(reading.c.day.between(*_ends(span)))
        if factors is not None:
            query = query.where(reading.c.factor.in_(sorted(factors)))
        return self._records(Reading, query)

    def answers(self, factor: str, span: Span) -> Sequence[tuple[int, float]]:
        first, last = _ends(span)
        values = {"factor": factor, "first": first, "last": last}
        with self._asking():
            found = self._connection.execute(_ANSWERS, values)
            assert found.cursor is not None
            # the driver's own tuples: thousands of rows of SQLAlchemy take three times as long
            rows: Sequence[tuple[int, float]] = found.cursor.fetchall()
            found.close()
            return rows

    def previous_answers(self, day: date, factors: Iterable[str]) -> Mapping[str, Reading]:
        before = number_of(day)
        found: dict[str, Reading] = {}
        for factor in factors:
            for record in self._records(Reading, _PREVIOUS, {"factor": factor, "day": before}):
                found[factor] = record
        return found

    def days_recorded(self, span: Span) -> Collection[date]:
        query = (
            select(reading.c.day)
            .where(reading.c.day.between(*_ends(span)), reading.c.skipped == 0)
            .distinct()
        )
        with self._asking():
            return {day_numbered(number) for number in self._connection.scalars(query)}

    def days_of(self, kind: str, span: Span) -> Sequence[date]:
        day: ColumnClause[int] = column("day")
        query = select(day).distinct().select_from(table_named(kind, day)).order_by(day)
        with self._asking():
            found = self._connection.scalars(query.where(day.between(*_ends(span))))
            return [day_numbered(number) for number in found]

    def recorded_span(self) -> Span | None:
        ends = []
        with self._asking():
            for table in (reading, note):
                first = self._connection.scalar(select(func.min(table.c.day)))
                last = self._connection.scalar(select(func.max(table.c.day)))
                ends += [number for number in (first, last) if number is not None]
        return Span(day_numbered(min(ends)), day_numbered(max(ends))) if ends else None

    def note_on(self, day: date) -> DayNote | None:
        return next(self._records(DayNote, select(note).where(note.c.day == number_of(day))), None)

    def notes(self, span: Span | None = None) -> Sequence[DayNote]:
        query = select(note).order_by(note.c.day)
        if span is not None:
            query = query.where(note.c.day.between(*_ends(span)))
        return list(self._records(DayNote, query))

    def own_factors(self) -> Sequence[OwnFactor]:
        return list(self._records(OwnFactor, select(own_factor).order_by(own_factor.c.key)))

    def row_choices(self) -> Sequence[RowChoice]:
        query = select(row_choice).order_by(row_choice.c.position, row_choice.c.factor)
        return list(self._records(RowChoice, query))

    def find(self, kind: str, record_id: str) -> Record | None:
        mapping = mapping_of(kind)
        if mapping is None:
            return None
        try:
            key = mapping.key_of(record_id)
        except Refused:  # no record of this kind can have that id
            return None
        query = select(mapping.table).where(
            *(mapping.table.c[name] == value for name, value in key.items())
        )
        with self._asking():
            row = self._connection.execute(query).mappings().first()
            return None if row is None else mapping.from_row(row)

    def records(self, record_type: type[RecordT], span: Span | None = None) -> Sequence[RecordT]:
        table, shape = _kept(record_type.kind).table, shape_of(record_type)
        days = [table.c[shape.first_day]] if shape.first_day else []
        query = select(table).order_by(*days, table.c[shape.key])
        if span is not None and shape.first_day:
            first, last = _ends(span)
            begin = table.c[shape.first_day]
            query = query.where(begin <= last)
            if shape.last_day:
                end = table.c[shape.last_day]
                query = query.where(or_(end >= first, end.is_(None)))
            else:
                query = query.where(begin >= first)  # alone, for the index to begin there
        return list(self._records(record_type, query))

    def newest(
        self, record_type: type[RecordT], count: int, until: date | None = None
    ) -> Sequence[RecordT]:
        table, shape = _kept(record_type.kind).table, shape_of(record_type)
        begin = table.c[shape.first_day]
        query = select(table).order_by(begin.desc(), table.c[shape.key].desc()).limit(count)
        if until is not None:
            query = query.where(begin <= number_of(until))
        return list(self._records(record_type, query))

    def numbers(
        self, record_type: type[Record], field: str, span: Span, **where: str
    ) -> Sequence[tuple[int, float]]:
        table, shape = _kept(record_type.kind).table, shape_of(record_type)
        day, number = table.c[shape.first_day], table.c[field]
        query = select(day, number).where(day.between(*_ends(span)), number.is_not(None))
        for name, word in where.items():
            query = query.where(table.c[name] == word)
        with self._asking():
            found = self._connection.execute(query.order_by(day, table.c[shape.key]))
            assert found.cursor is not None
            # the driver's own tuples, as in ``answers``
            rows: Sequence[tuple[int, float]] = found.cursor.fetchall()
            found.close()
            return rows

    def referring(self, kind: str, record_id: str) -> Iterator[Record]:
        for other in KINDS:
            shape = shape_of(record_type(other))
            for field in shape.fields.values():
                if field.names == kind:
                    table = _kept(other).table
                    query = select(table).where(table.c[field.name] == record_id)
                    yield from self._records(record_type(other), query)

    def search(self, words: str, count: int) -> Sequence[Found]:
        from heeldiary.storage import search  # not before somebody looks for something

        with self._asking():
            return search.find(self._connection, words, count)

    def _records(
        self,
        record_type: type[RecordT],
        query: Select[Any],
        values: Mapping[str, Any] | None = None,
    ) -> Iterator[RecordT]:
        from_row = _kept(record_type.kind).from_row
        with self._asking():
            for row in self._connection.execute(query, values or {}).mappings():
                record = from_row(row)
                assert isinstance(record, record_type)
                yield record

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """A file found damaged while it is read is a refusal like any other."""
        try:
            yield
        except (DBAPIError, dbapi2.Error) as error:
            raise refusal_for(error, self.path) from None
        except (ValueError, OverflowError, TypeError):
            # a word or a number that this program never writes
            raise Refused(
                f"A row of “{self.path.name}” is damaged and cannot be read. "
                "It was left as it is; an earlier copy of the diary may be whole."
            ) from None


def _ends(span: Span) -> tuple[int, int]:
    return number_of(span.first), number_of(span.last)


def _kept(kind: str) -> TableMapping:
    mapping = mapping_of(kind)
    assert mapping is not None
    return mapping
