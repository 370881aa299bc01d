"""Tables and mappings of the kinds of record whose columns follow from their classes.

A field is a column of its name. A moment takes two, as everywhere; lists are kept as JSON. What a
class says of its fields becomes a check or a foreign key, which is looked at when a change is
written whole, so that the order of its edits does not matter.
"""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Index, Integer, RowMapping, Text
from sqlalchemy import Table as SqlTable

from heeldiary.domain.days import day_numbered, number_of, read_day
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import Record
from heeldiary.domain.shape import FieldShape, Holds, Shape, Step, shape_of
from heeldiary.storage.mapping import Row, TableMapping, moment_row, recorded_at
from heeldiary.storage.tables import bookkeeping, metadata

_TYPES: dict[Holds, type[Text] | type[Integer] | type[Float[float]]] = {
    Holds.WHOLE: Integer,
    Holds.CLAIM: Integer,
    Holds.DAY: Integer,
    Holds.NUMBER: Float,
}


def derived_mapping(kind: str) -> TableMapping:
    """The mapping of a kind of record that is not written out in ``mapping.py``."""
    record, shape = record_type(kind), shape_of(record_type(kind))

    def to_row(kept: Any) -> Row:
        row: Row = {}
        for field in shape.fields.values():
            row |= _columns(field, getattr(kept, field.name))
        return row

    def from_row(row: RowMapping) -> Record:
        return record(**{field.name: _value(field, row) for field in shape.fields.values()})

    def key_of(record_id: str) -> Row:
        is_day = shape.fields[shape.key].holds is Holds.DAY
        return {shape.key: number_of(read_day(record_id)) if is_day else record_id}

    return TableMapping(_table(shape), to_row, from_row, key_of)


def every_table() -> dict[str, SqlTable]:
    """All tables of a diary file by name, those of the kinds included that were not used yet."""
    from heeldiary.storage.mapping import mapping_of

    for kind in KINDS:
        mapping_of(kind)
    return dict(metadata.tables)


def _table(shape: Shape) -> SqlTable:
    columns = [column for field in shape.fields.values() for column in _described(field, shape)]
    table = SqlTable(
        shape.kind,
        metadata,
        *columns,
        *bookkeeping(),
        *_checks(shape),
        sqlite_with_rowid=False,
    )
    references = {field.name for field in shape.fields.values() if field.refers_to}
    for name in sorted(references | {shape.first_day} - {"", shape.key}):
        Index(f"ix_{shape.kind}_{name}", table.c[name])
    return table


def _described(field: FieldShape, shape: Shape) -> list[Column[Any]]:
    if field.holds is Holds.MOMENT:
        return [
            Column("recorded_at", Integer, nullable=False),
            Column("utc_offset", Integer, nullable=False),
        ]
    reference = [_reference(field.refers_to)] if field.refers_to else []
    is_key = field.name == shape.key
    return [
        Column(
            field.name,
            _TYPES.get(field.holds, Text),
            *reference,
            primary_key=is_key,
            nullable=field.may_be_none,
            autoincrement=False,
        )
    ]


def _reference(kind: str) -> ForeignKey:
    return ForeignKey(f"{kind}.id", deferrable=True, initially="DEFERRED")


def _checks(shape: Shape) -> list[CheckConstraint]:
    checks = []
    for field in shape.fields.values():
        if field.within is not None:
            low, high = f"{field.within.low:.10g}", f"{field.within.high:.10g}"
            rule = f"{field.name} BETWEEN {low} AND {high}"
            checks.append(CheckConstraint(rule, name=f"{field.name}_range"))
        if field.is_name:
            checks.append(CheckConstraint(f"{field.name} <> ''", name=f"{field.name}_not_empty"))
    if shape.last_day:
        rule = f"{shape.last_day} >= {shape.first_day}"
        checks.append(CheckConstraint(rule, name="in_order"))
    return checks


def _columns(field: FieldShape, value: Any) -> Row:
    if field.holds is Holds.MOMENT:
        return moment_row(value)
    return {field.name: None if value is None else _WRITERS.get(field.holds, _as_it_is)(value)}


def _value(field: FieldShape, row: RowMapping) -> Any:
    if field.holds is Holds.MOMENT:
        return recorded_at(row)
    kept = row[field.name]
    if kept is None and field.may_be_none:
        return None
    if field.words is not None:
        return field.words(kept)
    return _READERS.get(field.holds, _as_it_is)(kept)


def _as_it_is(value: Any) -> Any:
    return value


def _write_list(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def _write_steps(steps: tuple[Step, ...]) -> str:
    return json.dumps([[step.dose, step.days] for step in steps])


def _read_list(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))


def _read_steps(text: str) -> tuple[Step, ...]:
    return tuple(Step(dose=float(dose), days=int(days)) for dose, days in json.loads(text))


_WRITERS: dict[Holds, Callable[[Any], Any]] = {
    Holds.DAY: number_of,
    Holds.CLAIM: int,
    Holds.NUMBER: float,
    Holds.WORD: str,
    Holds.WORDS: _write_list,
    Holds.NUMBERS: _write_list,
    Holds.STEPS: _write_steps,
}
_READERS: dict[Holds, Callable[[Any], Any]] = {
    Holds.DAY: day_numbered,
    Holds.CLAIM: bool,
    Holds.WORDS: _read_list,
    Holds.NUMBERS: _read_list,
    Holds.STEPS: _read_steps,
}
