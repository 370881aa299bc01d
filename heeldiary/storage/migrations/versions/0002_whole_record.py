"""Everything else that a person with AS records: medicines, movement, flares, results, visits."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    own = sa.Column("group", sa.Text(), nullable=False, server_default="own")
    op.add_column("own_factor", own)
    _create_meals()
    _create_medicines()
    _create_movement()
    _create_flares()
    _create_results()
    _create_visits()
    _create_search()
    op.execute("PRAGMA user_version = 2")


def _text(name: str, *, may_be_none: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=may_be_none)


def _whole(name: str, *, may_be_none: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=may_be_none, autoincrement=False)


def _number(name: str, *, may_be_none: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Float(), nullable=may_be_none)


def _create(
    kind: str, key: str, *parts: sa.Column[object] | sa.Constraint, provenance: bool = True
) -> None:
    """A table of records: its columns and rules, when it was recorded, and the bookkeeping."""
    told = [_whole("recorded_at"), _whole("utc_offset"), _text("origin")] if provenance else []
    columns = [part for part in parts if isinstance(part, sa.Column)]
    rules = [part for part in parts if not isinstance(part, sa.Column)]
    op.create_table(
        kind,
        *columns,
        *told,
        _whole("updated_at"),
        _text("written_by"),
        sa.PrimaryKeyConstraint(key, name=f"pk_{kind}"),
        *rules,
        sqlite_with_rowid=False,
    )


def _within(kind: str, field: str, low: str, high: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{field} BETWEEN {low} AND {high}", name=f"ck_{kind}_{field}_range")


def _rated(kind: str, *fields: str) -> list[sa.CheckConstraint]:
    return [_within(kind, field, "0", "10") for field in fields]


def _named(kind: str, field: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{field} <> ''", name=f"ck_{kind}_{field}_not_empty")


def _in_order(kind: str) -> sa.CheckConstraint:
    return sa.CheckConstraint("last_day >= first_day", name=f"ck_{kind}_in_order")


def _refers(kind: str, field: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [field], [f"{to}.id"], name=f"fk_{kind}_{field}", deferrable=True, initially="DEFERRED"
    )


def _index(kind: str, *fields: str) -> None:
    for field in fields:
        op.create_index(f"ix_{kind}_{field}", kind, [field])


def _create_meals() -> None:
    _create(
        "meal",
        "day",
        _whole("day"),
        _text("text"),
    )


def _create_medicines() -> None:
    _create(
        "medicine",
        "id",
        _text("id"),
        _text("name"),
        _text("substance"),
        _text("medicine_class"),
        _text("form"),
        _text("unit"),
        _number("mg_per_unit"),
        _text("note"),
        _whole("retired"),
        _within("medicine", "mg_per_unit", "0", "100000"),
        _named("medicine", "name"),
        provenance=False,
    )
    _create(
        "regimen",
        "id",
        _text("id"),
        _text("medicine"),
        _whole("first_day"),
        _whole("last_day", may_be_none=True),
        _number("dose"),
        _text("unit"),
        _text("route"),
        _text("schedule"),
        _text("times"),
        _text("weekdays"),
        _whole("every"),
        _number("daily_limit"),
        _text("steps"),
        _text("began_because"),
        _text("ended_because"),
        _within("regimen", "every", "1", "366"),
        _within("regimen", "dose", "0", "100000"),
        _in_order("regimen"),
        _within("regimen", "daily_limit", "0", "100000"),
        _refers("regimen", "medicine", "medicine"),
    )
    _index("regimen", "first_day", "medicine")
    _create(
        "dose",
        "id",
        _text("id"),
        _text("medicine"),
        _whole("day"),
        _whole("due_day", may_be_none=True),
        _text("due_time"),
        _text("state"),
        _number("amount"),
        _text("unit"),
        _text("time"),
        _text("site"),
        _text("side", may_be_none=True),
        _text("reason"),
        _within("dose", "amount", "0", "100000"),
        _refers("dose", "medicine", "medicine"),
    )
    _index("dose", "day", "medicine")
    _create(
        "side_effect",
        "id",
        _text("id"),
        _whole("first_day"),
        _whole("last_day", may_be_none=True),
        _text("medicine", may_be_none=True),
        _text("what"),
        _number("strength"),
        _text("note"),
        _in_order("side_effect"),
        _named("side_effect", "what"),
        *_rated("side_effect", "strength"),
        _refers("side_effect", "medicine", "medicine"),
    )
    _index("side_effect", "first_day", "medicine")
    _create(
        "procedure",
        "id",
        _text("id"),
        _whole("day"),
        _text("what"),
        _text("detail"),
        _text("site"),
        _text("side", may_be_none=True),
        _whole("number", may_be_none=True),
        _text("given_by"),
        _text("note"),
        _within("procedure", "number", "1", "1000"),
    )
    _index("procedure", "day")


def _create_movement() -> None:
    _create(
        "activity",
        "id",
        _text("id"),
        _text("name"),
        _text("impact"),
        _whole("retired"),
        _named("activity", "name"),
        provenance=False,
    )
    _create(
        "shoe",
        "id",
        _text("id"),
        _text("name"),
        _text("shoe_kind"),
        _number("drop_mm"),
        _number("stack_mm"),
        _text("insert", may_be_none=True),
        _number("heel_lift_mm"),
        _text("features"),
        _whole("since", may_be_none=True),
        _number("km_before"),
        _whole("retired_on", may_be_none=True),
        _text("note"),
        _within("shoe", "heel_lift_mm", "0", "50"),
        _named("shoe", "name"),
        _within("shoe", "drop_mm", "0", "50"),
        _within("shoe", "stack_mm", "0", "100"),
        _within("shoe", "km_before", "0", "20000"),
        provenance=False,
    )
    _create(
        "session",
        "id",
        _text("id"),
        _whole("day"),
        _text("time"),
        _text("activity"),
        _text("impact"),
        _number("minutes"),
        _number("effort"),
        _number("distance_km"),
        _number("ascent_m"),
        _text("pace", may_be_none=True),
        _text("surface", may_be_none=True),
        _text("camber", may_be_none=True),
        _number("cadence"),
        _text("shoe", may_be_none=True),
        _number("pain_before"),
        _number("pain_during"),
        _number("pain_after"),
        _number("pain_next_morning"),
        _text("note"),
        _within("session", "distance_km", "0", "1000"),
        _within("session", "minutes", "0", "1440"),
        _within("session", "cadence", "20", "300"),
        _within("session", "ascent_m", "0", "20000"),
        _named("session", "activity"),
        *_rated(
            "session", "effort", "pain_before", "pain_during", "pain_after", "pain_next_morning"
        ),
        _refers("session", "shoe", "shoe"),
    )
    _index("session", "day", "shoe")
    _create(
        "milestone",
        "id",
        _text("id"),
        _whole("day"),
        _text("what"),
        _number("value"),
        _whole("ended_on", may_be_none=True),
        _text("note"),
        _within("milestone", "value", "0", "100000"),
    )
    _index("milestone", "day")


def _create_flares() -> None:
    _create(
        "flare",
        "id",
        _text("id"),
        _whole("first_day"),
        _whole("last_day", may_be_none=True),
        _text("extent"),
        _text("sites"),
        _number("worst"),
        _text("cause"),
        _text("helped"),
        _text("note"),
        _in_order("flare"),
        *_rated("flare", "worst"),
    )
    _index("flare", "first_day")
    _create(
        "declined_flare",
        "first_day",
        _whole("first_day"),
    )


def _create_results() -> None:
    _create(
        "weekly_check",
        "day",
        _whole("day"),
        _number("tiredness"),
        _number("axial_pain"),
        _number("joint_pain"),
        _number("tenderness"),
        _number("stiffness"),
        _number("stiffness_minutes"),
        _number("disease_activity"),
        _within("weekly_check", "stiffness_minutes", "0", "720"),
        *_rated(
            "weekly_check",
            "tiredness",
            "axial_pain",
            "joint_pain",
            "tenderness",
            "stiffness",
            "disease_activity",
        ),
    )
    _create(
        "clinic_score",
        "id",
        _text("id"),
        _whole("day"),
        _text("instrument"),
        _text("name"),
        _number("value", may_be_none=False),
        _text("note"),
    )
    _index("clinic_score", "day")
    _create(
        "lab_result",
        "id",
        _text("id"),
        _whole("day"),
        _text("test"),
        _text("name"),
        _number("value"),
        _whole("below_limit"),
        _text("words"),
        _text("unit"),
        _number("reference_low"),
        _number("reference_high"),
        _text("laboratory"),
        _text("note"),
        _within("lab_result", "value", "0", "1000000"),
        _within("lab_result", "reference_low", "0", "1000000"),
        _within("lab_result", "reference_high", "0", "1000000"),
    )
    _index("lab_result", "day")
    _create(
        "finding",
        "id",
        _text("id"),
        _whole("day"),
        _text("what"),
        _text("site"),
        _text("side", may_be_none=True),
        _number("fascia_mm"),
        _text("text"),
        _text("document"),
        _within("finding", "fascia_mm", "0", "30"),
    )
    _index("finding", "day")


def _create_visits() -> None:
    _create(
        "visit",
        "id",
        _text("id"),
        _whole("day"),
        _text("time"),
        _text("clinician"),
        _text("place"),
        _text("purpose"),
        _text("decisions"),
        _text("said"),
    )
    _index("visit", "day")
    _create(
        "question",
        "id",
        _text("id"),
        _whole("day"),
        _text("text"),
        _text("visit", may_be_none=True),
        _text("answer"),
        _whole("closed"),
        _whole("position"),
        _named("question", "text"),
        _refers("question", "visit", "visit"),
    )
    _index("question", "day", "visit")


def _create_search() -> None:
    """The owner's words, and an index of them that follows by itself."""
    op.create_table(
        "writing",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("kind"),
        _text("record_id"),
        sa.Column("day", sa.Integer()),
        _text("text"),
        sa.PrimaryKeyConstraint("id", name="pk_writing"),
    )
    op.create_index("ix_writing_kind", "writing", ["kind", "record_id"], unique=True)
    op.execute(
        "CREATE VIRTUAL TABLE writing_index USING fts5(text, content='writing', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    # what is deleted from the diary leaves no trace in the index either
    op.execute("INSERT INTO writing_index(writing_index, rank) VALUES ('secure-delete', 1)")
    op.execute(
        "CREATE TRIGGER writing_is_found AFTER INSERT ON writing BEGIN "
        "INSERT INTO writing_index(rowid, text) VALUES (new.id, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER writing_is_forgotten AFTER DELETE ON writing BEGIN "
        "INSERT INTO writing_index(writing_index, rowid, text) "
        "VALUES ('delete', old.id, old.text); END"
    )
    op.execute(
        "INSERT INTO writing(kind, record_id, day, text) "
        "SELECT 'note', date(day * 86400, 'unixepoch'), day, text FROM note"
    )
