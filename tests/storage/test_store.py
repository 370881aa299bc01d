import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError
from sqlcipher3 import dbapi2

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.factor import Kind
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import SKIPPED, OwnFactor, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.storage.store import Store
from tests.builders import FRI, MON, NOON, TUE, WED, a_note, a_reading
from tests.domain.records import alone
from tests.storage.changes import adding
from tests.storage.children import ROOT
from tests.storage.damage import ask, execute

TEA = OwnFactor(key="tea", name="Tea", measure=Kind.CHOICE, choices=("green", "black"))


def held(store: Store) -> list[Record]:
    return [record for kind in KINDS for record in store.records(record_type(kind))]


def everything(path: Path) -> list[list[tuple[object, ...]]]:
    tables = ("reading", "note", "own_factor", "row_choice", "removal", "change", "journal")
    return [ask(path, f"SELECT * FROM {table}") for table in tables]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(alone, min_size=1, max_size=5, unique_by=lambda r: (r.kind, r.id)))
def test_every_record_is_read_back_as_it_was_written(
    empty_diary_file: Path, tmp_path: Path, written: list[Record]
) -> None:
    path = tmp_path / "trip.heeldiary"
    path.write_bytes(empty_diary_file.read_bytes())
    with Store.open(path, NOON) as store:
        store.apply(adding(*written), NOON)
    with Store.read(path) as again:
        assert [again.find(record.kind, record.id) for record in written] == written
        assert sorted(map(repr, held(again))) == sorted(map(repr, written))
        assert again.edits_of(1) == adding(*written).edits


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=alone)
def test_undoing_is_the_inverse(empty_diary_file: Path, tmp_path: Path, record: Record) -> None:
    path = tmp_path / "back.heeldiary"
    path.write_bytes(empty_diary_file.read_bytes())
    change = adding(record)
    with Store.open(path, NOON) as store:
        store.apply(change, NOON)
        store.apply(change.inverted("Undone"), NOON)
        assert held(store) == []
        store.apply(change, NOON)
        assert held(store) == [record]


def test_a_removal_undone_is_the_same_record(store: Store) -> None:
    note = a_note()
    store.apply(adding(note), NOON)
    removal = Change(label="Cleared", edits=(Edit(note, None),))
    store.apply(removal, NOON)
    assert store.note_on(MON) is None
    store.apply(removal.inverted("Undone"), NOON)
    assert store.note_on(MON) == note


def test_absent_skipped_and_zero_are_three_things(store: Store) -> None:
    store.apply(adding(a_reading("neck", 0.0), a_reading("mid_back", SKIPPED)), NOON)
    found = store.readings_on(MON)
    assert found["neck"].number == 0.0
    assert found["mid_back"].value is SKIPPED
    assert "low_back" not in found


def test_a_skip_alone_is_no_recorded_day(store: Store) -> None:
    store.apply(adding(a_reading(value=SKIPPED), a_reading(value=0.0, day=TUE)), NOON)
    span = store.recorded_span()
    assert span is not None
    assert store.days_recorded(span) == {TUE}
    assert [value for _, value in store.answers("low_back", span)] == [0.0]


@pytest.mark.parametrize(
    "stale",
    [
        Edit(a_reading(value=9), None),
        Edit(a_reading(value=9), a_reading(value=1)),
        Edit(None, a_reading(value=1)),
        Edit(a_reading(value=SKIPPED), None),
        Edit(a_note("never written", TUE), None),
    ],
)
def test_a_change_with_one_edit_out_of_date_writes_nothing(
    store: Store, diary_path: Path, stale: Edit
) -> None:
    store.apply(adding(a_reading(), a_note("first", WED)), NOON)
    before = everything(diary_path)
    mixed = Change(
        label="Many",
        edits=(Edit(None, a_note("new", FRI)), stale, Edit(a_note("first", WED), None)),
    )
    with pytest.raises(Refused, match="has changed since this was begun, so nothing was written"):
        store.apply(mixed, NOON)
    assert everything(diary_path) == before
    store.apply(adding(a_note("after", FRI)), NOON)


def test_an_edit_out_of_date_among_many_of_its_kind_writes_nothing(store: Store) -> None:
    days = [a_reading(day=day) for day in (MON, TUE, WED)]
    store.apply(adding(*days), NOON)
    stale = [Edit(days[0], None), Edit(a_reading(value=9, day=TUE), None), Edit(days[2], None)]
    with pytest.raises(Refused):
        store.apply(Change(label="All", edits=tuple(stale)), NOON)
    assert list(store.readings()) == days


@pytest.mark.parametrize("edits", [(), (Edit(None, a_note()), Edit(None, a_note("again")))])
def test_a_change_edits_each_record_once(store: Store, edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="at least one record, and each at most once"):
        store.apply(Change(label="Wrong", edits=edits), NOON)


@pytest.mark.parametrize(
    "record",
    [
        a_reading(value=float("nan")),
        a_note(""),
        a_note("half \ud83d"),
        RowChoice(factor="neck", position=2**63, shown=True),
        OwnFactor(key="tea", name="Tea", measure=Kind.COUNT, minimum=5, maximum=4),
        OwnFactor(key="tea", name="Tea", measure=Kind.COUNT, step=0),
    ],
)
def test_what_no_diary_can_keep_is_refused_and_nothing_is_written(
    store: Store, record: Record
) -> None:
    with pytest.raises(Refused, match="cannot be kept in a diary, so nothing was written"):
        store.apply(adding(a_reading("neck"), record), NOON)
    assert held(store) == []
    assert store.edits_of(1) == ()
    store.apply(adding(a_reading("neck")), NOON)
    assert held(store) == [a_reading("neck")]


def test_rows_say_when_and_where_they_were_written(diary_path: Path) -> None:
    with Store.open(diary_path, NOON, written_by="laptop") as store:
        store.apply(adding(a_reading(), a_note(), TEA), NOON)
        store.apply(adding(RowChoice(factor="tea", position=1, shown=True)), NOON)
        store.apply(Change(label="Less", edits=(Edit(a_note(), None),)), NOON)
    noon = 1_795_176_000_000_000
    for table in ("reading", "own_factor", "row_choice", "removal"):
        assert ask(diary_path, f"SELECT updated_at, written_by FROM {table}") == [(noon, "laptop")]


def test_a_changed_row_says_who_changed_it(diary_path: Path) -> None:
    for place, (before, after) in {"first": (None, 4), "second": (4, 5)}.items():
        edit = Edit(a_reading(value=before) if before else None, a_reading(value=after))
        with Store.open(diary_path, NOON, written_by=place) as store:
            store.apply(Change(label="Answer", edits=(edit,)), NOON)
    assert ask(diary_path, "SELECT value, written_by FROM reading") == [(5.0, "second")]


def test_a_removal_leaves_a_trace_that_its_return_takes_away(
    store: Store, diary_path: Path
) -> None:
    note = a_note()
    removal = Change(label="Cleared", edits=(Edit(note, None),))
    store.apply(adding(note, a_reading()), NOON)
    for _ in range(2):
        store.apply(removal, NOON)
        assert ask(diary_path, "SELECT kind, record_id FROM removal") == [("note", "2026-11-16")]
        store.apply(removal.inverted("Undone"), NOON)
        assert ask(diary_path, "SELECT * FROM removal") == []


@pytest.mark.parametrize("table", ["change", "journal"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id + 10", "DELETE FROM {}"])
def test_the_journal_is_only_ever_added_to(
    store: Store, diary_path: Path, table: str, verb: str
) -> None:
    store.apply(adding(a_reading()), NOON)
    with pytest.raises(dbapi2.Error, match="the journal is only ever added to"):
        execute(diary_path, verb.format(table))
    assert len(ask(diary_path, f"SELECT * FROM {table}")) == 1


def test_the_journal_gives_every_change_back(store: Store) -> None:
    change = Change(
        label="Much", edits=(Edit(None, a_reading()), Edit(None, a_note()), Edit(None, TEA))
    )
    number = store.apply(change, NOON)
    back = store.apply(change.inverted("Undone"), NOON)
    assert store.edits_of(number) == change.edits
    assert store.edits_of(back) == change.inverted("").edits
    assert store.edits_of(99) == ()


def test_imports_are_listed_newest_first_with_what_became_of_them(store: Store) -> None:
    first = Change(label="One", edits=(Edit(None, a_reading()),), source=Source.IMPORT)
    second = Change(
        label="Two", edits=(Edit(None, a_note()), Edit(None, TEA)), source=Source.IMPORT
    )
    number = store.apply(first, NOON)
    store.apply(adding(a_reading("neck")), NOON)
    store.apply(second, NOON)
    store.apply(first.inverted("Back", takes_back=number), NOON)
    listed = store.changes(Source.IMPORT)
    assert [(c.label, c.edits, c.is_taken_back) for c in listed] == [
        ("Two", 2, False),
        ("One", 1, True),
    ]
    assert [change.at for change in listed] == [NOON, NOON]
    assert [change.label for change in store.changes(Source.TAKE_BACK)] == ["Back"]


def test_a_taking_back_undone_leaves_the_import_in_force(store: Store) -> None:
    brought = Change(label="One", edits=(Edit(None, a_reading()),), source=Source.IMPORT)
    back = brought.inverted("Back", takes_back=store.apply(brought, NOON))
    store.apply(back.inverted("Undone", takes_back=store.apply(back, NOON)), NOON)
    (listed,) = store.changes(Source.IMPORT)
    assert not listed.is_taken_back
    store.apply(back, NOON)
    (listed,) = store.changes(Source.IMPORT)
    assert listed.is_taken_back


@pytest.mark.parametrize(
    ("kind", "record_id"),
    [("dose", "x"), ("note", "yesterday"), ("reading", "x"), ("factor", "x"), ("row", "")],
)
def test_what_is_not_in_the_diary_is_not_found(store: Store, kind: str, record_id: str) -> None:
    assert store.find(kind, record_id) is None


def test_a_new_diary_is_for_its_owners_eyes_only(tmp_path: Path) -> None:
    path = tmp_path / "new.heeldiary"
    script = (
        "import os, sys; os.umask(0o022); from pathlib import Path;"
        "from heeldiary.storage.store import Store; from tests.builders import NOON;"
        "Store.create(Path(sys.argv[1]), NOON).close()"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True, cwd=ROOT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == [".new.heeldiary.lock", "new.heeldiary"]


def test_a_new_diary_never_takes_the_place_of_a_file(diary_path: Path) -> None:
    before = diary_path.read_bytes()
    with pytest.raises(Refused, match="exists already and was left as it is"):
        Store.create(diary_path, NOON)
    assert diary_path.read_bytes() == before


def test_a_new_diary_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not exist, so no diary was made"):
        Store.create(tmp_path / "nowhere" / "new.heeldiary", NOON)


def test_a_diary_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "my #1 100%? diary ü.heeldiary"
    Store.create(path, NOON).close()
    with Store.open(path, NOON) as store:
        store.apply(adding(a_note()), NOON)
    assert ask(path, "SELECT count(*) FROM note") == [(1,)]


def test_a_diary_opened_to_read_refuses_to_be_written(diary_path: Path) -> None:
    before = diary_path.read_bytes()
    with Store.read(diary_path) as store, pytest.raises(Refused, match="cannot be written"):
        store.apply(adding(a_note()), NOON)
    assert diary_path.read_bytes() == before


def test_a_diary_can_be_closed_twice(diary_path: Path) -> None:
    store = Store.open(diary_path, NOON)
    store.close()
    store.close()
    Store.open(diary_path, NOON).close()


def test_no_answer_and_no_note_stands_in_an_error(store: Store) -> None:
    store._connection.exec_driver_sql("DROP TABLE note")
    with pytest.raises(Refused) as refused:
        store.apply(adding(a_note("canary")), NOON)
    error: BaseException | None = refused.value
    while error is not None:
        assert "canary" not in str(error)
        error = error.__context__
    with pytest.raises(StatementError) as raw:
        store._connection.exec_driver_sql("INSERT INTO reading VALUES (?)", ("canary",))
    assert "canary" not in str(raw.value)


def test_many_readings_are_asked_for_by_factor_and_span(store: Store) -> None:
    every = [a_reading(factor, day=day) for day in (MON, TUE) for factor in ("low_back", "neck")]
    store.apply(adding(*reversed(every)), NOON)
    assert list(store.readings()) == every
    assert list(store.readings(factors=["neck"])) == [every[1], every[3]]
    assert list(store.readings(factors=[])) == []


def test_the_last_answer_before_a_day_passes_over_skips(store: Store) -> None:
    answered, skipped = a_reading(day=MON), a_reading(value=SKIPPED, day=TUE)
    store.apply(adding(answered, skipped, a_reading("neck", day=WED)), NOON)
    assert store.previous_answers(WED, ["low_back", "neck"]) == {"low_back": answered}
