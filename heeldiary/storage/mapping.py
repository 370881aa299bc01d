"""Records to rows and back, one mapping a record type."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from typing import Any

from sqlalchemy import (
    Delete,
    Insert,
    RowMapping,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    update,
)

from heeldiary.domain.days import day_numbered, number_of, read_day
from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.kinds import KINDS
from heeldiary.domain.plain import fixed_offset
from heeldiary.domain.records import (
    SKIPPED,
    DayNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
from heeldiary.storage import tables

Row = dict[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTED_EVERYWHERE = 32_000_000_000
"""Seconds from 1970 that every system turns into a date; Windows none before, and few more."""


@dataclass(frozen=True)
class TableMapping:
    """Where the records of one type are kept, and the statements that edit them.

    A change and a removal name every column of the row as it was before, so that a record that is
    no longer what the edit believes is not touched.
    """

    table: Table
    to_row: Callable[[Any], Row]
    from_row: Callable[[RowMapping], Record]
    key_of: Callable[[str], Row]
    """The key columns' values for a record's id."""

    @cached_property
    def columns(self) -> tuple[str, ...]:
        bookkeeping = {"updated_at", "written_by"}
        return tuple(c.name for c in self.table.columns if c.name not in bookkeeping)

    @cached_property
    def adding(self) -> Insert:
        return insert(self.table)

    @cached_property
    def changing(self) -> Update:
        keys = set(self.table.primary_key.columns.keys())
        return (
            update(self.table)
            .where(self._as_before())
            .values({c.name: bindparam(c.name) for c in self.table.columns if c.name not in keys})
        )

    @cached_property
    def removing(self) -> Delete:
        return delete(self.table).where(self._as_before())

    def before_row(self, record: Record) -> Row:
        """The row as the statements above look for it."""
        return {f"before_{name}": value for name, value in self.to_row(record).items()}

    def _as_before(self) -> Any:
        return and_(
            *(
                self.table.c[name].is_not_distinct_from(bindparam(f"before_{name}"))
                for name in self.columns
            )
        )


def moment_row(moment: datetime) -> Row:
    """A moment as its two columns."""
    offset = moment.utcoffset()
    assert offset is not None
    return {
        "recorded_at": int(moment.timestamp()),
        "utc_offset": int(offset.total_seconds()) // 60,
    }


def _provenance(record: Reading | DayNote) -> Row:
    return {**moment_row(record.recorded_at), "origin": str(record.origin)}


def recorded_at(row: RowMapping) -> datetime:
    seconds, zone = row["recorded_at"], fixed_offset(row["utc_offset"])
    if 0 <= seconds < _COUNTED_EVERYWHERE:
        return datetime.fromtimestamp(seconds, zone)
    return (_EPOCH + timedelta(seconds=seconds)).astimezone(zone)


def _reading_row(record: Reading) -> Row:
    return {
        "factor": record.factor,
        "day": number_of(record.day),
        "value": record.number,
        "skipped": int(record.number is None),
        **_provenance(record),
    }


def _reading(row: RowMapping) -> Reading:
    return Reading(
        day=day_numbered(row["day"]),
        factor=row["factor"],
        value=SKIPPED if row["skipped"] else row["value"],
        recorded_at=recorded_at(row),
        origin=Origin(row["origin"]),
    )


def _note_row(record: DayNote) -> Row:
    return {"day": number_of(record.day), "text": record.text, **_provenance(record)}


def _note(row: RowMapping) -> DayNote:
    return DayNote(
        day=day_numbered(row["day"]),
        text=row["text"],
        recorded_at=recorded_at(row),
        origin=Origin(row["origin"]),
    )


def _own_factor_row(record: OwnFactor) -> Row:
    return {
        "key": record.key,
        "name": record.name,
        "measure": str(record.measure),
        "unit": record.unit,
        "minimum": float(record.minimum),
        "maximum": float(record.maximum),
        "step": float(record.step),
        "choices": json.dumps(record.choices, ensure_ascii=False),
        "direction": str(record.direction),
        "retired": int(record.retired),
        "group": str(record.group),
    }


def _own_factor(row: RowMapping) -> OwnFactor:
    return OwnFactor(
        key=row["key"],
        name=row["name"],
        measure=Kind(row["measure"]),
        unit=row["unit"],
        minimum=row["minimum"],
        maximum=row["maximum"],
        step=row["step"],
        choices=tuple(json.loads(row["choices"])),
        direction=Direction(row["direction"]),
        retired=bool(row["retired"]),
        group=Group(row["group"]),
    )


def _row_choice_row(record: RowChoice) -> Row:
    return {
        "factor": record.factor,
        "position": record.position,
        "shown": int(record.shown),
    }


def _row_choice(row: RowMapping) -> RowChoice:
    return RowChoice(factor=row["factor"], position=row["position"], shown=bool(row["shown"]))


def _reading_key(record_id: str) -> Row:
    factor, _, day = record_id.rpartition("/")
    return {"factor": factor, "day": number_of(read_day(day))}


def _note_key(record_id: str) -> Row:
    return {"day": number_of(read_day(record_id))}


def _own_factor_key(record_id: str) -> Row:
    return {"key": record_id}


def _row_choice_key(record_id: str) -> Row:
    return {"factor": record_id}


_WRITTEN_OUT: dict[str, TableMapping] = {
    Reading.kind: TableMapping(tables.reading, _reading_row, _reading, _reading_key),
    DayNote.kind: TableMapping(tables.note, _note_row, _note, _note_key),
    OwnFactor.kind: TableMapping(tables.own_factor, _own_factor_row, _own_factor, _own_factor_key),
    RowChoice.kind: TableMapping(tables.row_choice, _row_choice_row, _row_choice, _row_choice_key),
}


@cache
def mapping_of(kind: str) -> TableMapping | None:
    """How records of a kind are kept; None when there is no such kind."""
    if kind in _WRITTEN_OUT or kind not in KINDS:
        return _WRITTEN_OUT.get(kind)
    from heeldiary.storage.derived import derived_mapping  # not before a record of it is wanted

    return derived_mapping(kind)
