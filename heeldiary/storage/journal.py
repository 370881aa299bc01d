"""The journal: every change ever applied, with what was before and after. Only added to."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.plain import fixed_offset, from_plain, to_plain
from heeldiary.domain.records import Record
from heeldiary.storage import tables

_WRITE_CHANGE = insert(tables.change)
_WRITE_EDIT = insert(tables.journal)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedChange:
    """A change as the journal remembers it, without its edits."""

    number: int
    at: datetime
    label: str
    source: Source
    edits: int
    is_taken_back: bool


def microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


def write(connection: Connection, change: Change, now: datetime) -> int:
    """Write a change into the journal; gives its number."""
    offset = now.utcoffset()
    assert offset is not None
    written = connection.execute(
        _WRITE_CHANGE,
        {
            "at": microseconds(now),
            "utc_offset": int(offset.total_seconds()) // 60,
            "label": change.label,
            "source": str(change.source),
            "takes_back": change.takes_back,
        },
    )
    number = int(written.lastrowid)
    connection.execute(_WRITE_EDIT, [_row(number, edit) for edit in change.edits])
    return number


def changes(connection: Connection, source: Source) -> Sequence[AppliedChange]:
    """The changes of one source, newest first."""
    query = _applied_changes().where(tables.change.c.source == str(source))
    return [_applied(row) for row in connection.execute(query).mappings()]


def history(
    connection: Connection, count: int, before: int | None = None
) -> Sequence[AppliedChange]:
    """At most so many changes, newest first; those before one number when it is given."""
    query = _applied_changes().limit(count)
    if before is not None:
        query = query.where(tables.change.c.id < before)
    return [_applied(row) for row in connection.execute(query).mappings()]


def _applied_changes() -> Select[Any]:
    change, journal = tables.change, tables.journal
    edits = select(func.count()).where(journal.c.change_id == change.c.id).scalar_subquery()
    taken_back = change.c.id.in_(_taken_back()).label("is_taken_back")
    return select(change, edits.label("edits"), taken_back).order_by(change.c.id.desc())


def edits_of(connection: Connection, number: int, count: int | None = None) -> tuple[Edit, ...]:
    """The edits of the change with this number, or its first; none when there is no such change."""
    journal = tables.journal
    query = select(journal).where(journal.c.change_id == number).order_by(journal.c.id)
    query = query.limit(count)
    return tuple(
        Edit(_read(row["kind"], row["before"]), _read(row["kind"], row["after"]))
        for row in connection.execute(query).mappings()
    )


def _taken_back() -> Select[tuple[int]]:
    """The numbers of the changes taken back, but for those whose taking back was undone."""
    change, undone = tables.change, tables.change.alias("undone")
    undone_numbers = select(undone.c.takes_back).where(undone.c.takes_back.is_not(None))
    return select(change.c.takes_back).where(
        change.c.takes_back.is_not(None), change.c.id.not_in(undone_numbers)
    )


def _row(number: int, edit: Edit) -> dict[str, Any]:
    return {
        "change_id": number,
        "kind": edit.record.kind,
        "record_id": edit.record.id,
        "before": _written(edit.before),
        "after": _written(edit.after),
    }


def _written(record: Record | None) -> str | None:
    if record is None:
        return None
    return json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":"))


def _read(kind: str, text: str | None) -> Record | None:
    return None if text is None else from_plain(kind, json.loads(text))


def _applied(row: RowMapping) -> AppliedChange:
    return AppliedChange(
        number=row["id"],
        at=datetime.fromtimestamp(row["at"] / 1_000_000, fixed_offset(row["utc_offset"])),
        label=row["label"],
        source=Source(row["source"]),
        edits=row["edits"],
        is_taken_back=bool(row["is_taken_back"]),
    )
