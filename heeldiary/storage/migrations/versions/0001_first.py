"""The first schema: readings, notes, own factors, row choices, removals and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_records()
    _create_removal()
    _create_journal()
    op.execute("PRAGMA application_id = 1214604652")
    op.execute("PRAGMA user_version = 1")


def _provenance() -> list[sa.Column[object]]:
    return [
        sa.Column("recorded_at", sa.Integer(), nullable=False),
        sa.Column("utc_offset", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
    ]


def _bookkeeping() -> list[sa.Column[object]]:
    return [
        sa.Column("updated_at", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
    ]


def _create_records() -> None:
    op.create_table(
        "reading",
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float()),
        sa.Column("skipped", sa.Integer(), nullable=False),
        *_provenance(),
        *_bookkeeping(),
        sa.PrimaryKeyConstraint("factor", "day", name="pk_reading"),
        sa.CheckConstraint("skipped = (value IS NULL)", name="ck_reading_answered_or_skipped"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reading_day", "reading", ["day"])
    op.create_table(
        "note",
        sa.Column("day", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_provenance(),
        *_bookkeeping(),
        sa.PrimaryKeyConstraint("day", name="pk_note"),
        sa.CheckConstraint("text <> ''", name="ck_note_not_empty"),
    )
    op.create_table(
        "own_factor",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("minimum", sa.Float(), nullable=False),
        sa.Column("maximum", sa.Float(), nullable=False),
        sa.Column("step", sa.Float(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("retired", sa.Integer(), nullable=False),
        *_bookkeeping(),
        sa.PrimaryKeyConstraint("key", name="pk_own_factor"),
        sa.CheckConstraint("minimum <= maximum AND step > 0", name="ck_own_factor_range"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "row_choice",
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        *_bookkeeping(),
        sa.PrimaryKeyConstraint("factor", name="pk_row_choice"),
        sqlite_with_rowid=False,
    )


def _create_removal() -> None:
    op.create_table(
        "removal",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        *_bookkeeping(),
        sa.PrimaryKeyConstraint("kind", "record_id", name="pk_removal"),
        sqlite_with_rowid=False,
    )


def _create_journal() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("utc_offset", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("takes_back", sa.Integer()),
        sa.ForeignKeyConstraint(["takes_back"], ["change.id"], name="fk_change_takes_back"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name="fk_journal_change_id"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sa.CheckConstraint(
            "before IS NOT NULL OR after IS NOT NULL", name="ck_journal_says_something"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_change_id", "journal", ["change_id"])
    for table in ("change", "journal"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_is_kept_from_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"
            )
