"""The owner's words, found by the words in them (SQLite FTS5)."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert, text

from heeldiary.domain.days import day_numbered, number_of
from heeldiary.domain.edits import Edit
from heeldiary.domain.writing import Found, day_of_writing, words_of, writing_of
from heeldiary.storage.mapping import Row
from heeldiary.storage.tables import writing

_FORGET = delete(writing).where(
    writing.c.kind == bindparam("kind_of_it"), writing.c.record_id == bindparam("id_of_it")
)
_FIND = text(
    "SELECT writing.kind, writing.record_id, writing.day, writing.text FROM writing_index "
    "JOIN writing ON writing.id = writing_index.rowid WHERE writing_index MATCH :looked_for "
    "ORDER BY writing.day IS NULL, writing.day DESC, writing.id DESC LIMIT :count"
)


def write(connection: Connection, edits: Sequence[Edit]) -> None:
    """Keep the words of edited records findable; the caller holds the transaction."""
    connection.execute(
        _FORGET, [{"kind_of_it": e.record.kind, "id_of_it": e.record.id} for e in edits]
    )
    added = [row for edit in edits if (row := _row(edit)) is not None]
    if added:
        connection.execute(insert(writing), added)


def find(connection: Connection, words: str, count: int) -> Sequence[Found]:
    """At most so many records that hold words which begin as all of these do, newest day first."""
    looked_for = " ".join(f'"{word}"*' for word in words_of(words))
    if not looked_for:
        return []
    found = connection.execute(_FIND, {"looked_for": looked_for, "count": count})
    return [
        Found(
            kind=kind,
            record_id=record_id,
            day=None if day is None else day_numbered(day),
            text=words,
        )
        for kind, record_id, day, words in found
    ]


def _row(edit: Edit) -> Row | None:
    words = "" if edit.after is None else writing_of(edit.after)
    if not words:
        return None
    day = day_of_writing(edit.record)
    return {
        "kind": edit.record.kind,
        "record_id": edit.record.id,
        "day": None if day is None else number_of(day),
        "text": words,
    }
