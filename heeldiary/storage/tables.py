"""The tables of a diary file.

Every record table carries what a later merge of two diaries needs beside the record itself: its
key, when the row was last written (``updated_at``, UTC microseconds) and by which installation
(``written_by``). A removed record leaves a row in ``removal``. Days are counted from 1970-01-01.

The four kinds of the daily check-in stand here, written out; the tables of all other kinds follow
from their classes (``derived.py``), and are made when a record of the kind is first asked for.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def provenance() -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("recorded_at", Integer, nullable=False),  # UTC seconds
        Column("utc_offset", Integer, nullable=False),  # minutes
        Column("origin", Text, nullable=False),
    )


def bookkeeping() -> tuple[Column[int], Column[str]]:
    return (
        Column("updated_at", Integer, nullable=False),
        Column("written_by", Text, nullable=False),
    )


reading = Table(
    "reading",
    metadata,
    Column("factor", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("value", Float),
    Column("skipped", Integer, nullable=False),
    *provenance(),
    *bookkeeping(),
    CheckConstraint("skipped = (value IS NULL)", name="answered_or_skipped"),
    sqlite_with_rowid=False,  # clustered by factor, so that one factor's years are one range scan
)
Index("ix_reading_day", reading.c.day)

note = Table(
    "note",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    *provenance(),
    *bookkeeping(),
    CheckConstraint("text <> ''", name="not_empty"),
)

own_factor = Table(
    "own_factor",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("minimum", Float, nullable=False),
    Column("maximum", Float, nullable=False),
    Column("step", Float, nullable=False),
    Column("choices", Text, nullable=False),  # JSON list of words
    Column("direction", Text, nullable=False),
    Column("retired", Integer, nullable=False),
    Column("group", Text, nullable=False, server_default="own"),
    *bookkeeping(),
    CheckConstraint("minimum <= maximum AND step > 0", name="range"),
    sqlite_with_rowid=False,
)

row_choice = Table(
    "row_choice",
    metadata,
    Column("factor", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    *bookkeeping(),
    sqlite_with_rowid=False,
)

writing = Table(
    "writing",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("day", Integer),
    Column("text", Text, nullable=False),
)
"""The owner's words once more, for the search; written with the record, in one transaction.

The index of words itself (``writing_index``, FTS5) and the triggers that keep it with this table
stand in the migration.
"""
Index("ix_writing_kind", writing.c.kind, writing.c.record_id, unique=True)

removal = Table(
    "removal",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record_id", Text, primary_key=True),
    *bookkeeping(),
    sqlite_with_rowid=False,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),  # UTC microseconds
    Column("utc_offset", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("takes_back", Integer, ForeignKey("change.id")),
    sqlite_autoincrement=True,
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("change.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("before", Text),  # JSON; null for an addition
    Column("after", Text),  # JSON; null for a removal
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="says_something"),
    sqlite_autoincrement=True,
)
Index("ix_journal_change_id", journal.c.change_id)
