"""Nothing acknowledged is lost: killed in mid-write, or with the disk full."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from heeldiary.domain.days import day_numbered
from heeldiary.domain.refusal import Refused
from heeldiary.storage import files
from heeldiary.storage.store import Store
from tests.builders import MON, NOON, a_note, a_reading
from tests.storage import damage
from tests.storage.changes import adding
from tests.storage.children import run, start

WRITER = """
from heeldiary.domain.days import day_numbered
store = Store.open(path, NOON)
number = len(list(store.readings()))
while True:
    day = day_numbered(number)
    edits = (Edit(None, a_reading(value=1.0, day=day)), Edit(None, a_note("x" * 5000, day)))
    store.apply(Change(label="x", edits=edits), NOON)
    print(number, flush=True)
    number += 1
"""

HALF_WRITTEN = """
import os, signal
store = Store.open(path, NOON)
store._raw.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the commit
with store._transaction():
    store._raw.execute("PRAGMA user_version = 0")
    for n in range(300):
        store._raw.execute("INSERT INTO change (at, utc_offset, label, source) VALUES (1,1,?,'o')",
                           ["x" * 3000])
    os.kill(os.getpid(), signal.SIGKILL)
"""

FILLED_UP = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(path, NOON)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192, hard))
try:
    store.apply(Change(label="x", edits=(Edit(None, a_note("x" * 200_000)),)), NOON)
except Refused as refusal:
    print(refusal)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
store.apply(Change(label="x", edits=(Edit(None, a_note("after")),)), NOON)
"""


@pytest.mark.parametrize("acknowledged", [1, 2, 3, 5, 8, 9, 13, 21, 22, 34])
def test_a_killed_writer_loses_no_acknowledged_answer(diary_path: Path, acknowledged: int) -> None:
    with start(WRITER, diary_path) as writer:
        assert writer.stdout is not None
        numbers = [int(writer.stdout.readline()) for _ in range(acknowledged)]
        writer.kill()
        numbers += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    with Store.open(diary_path, NOON) as store:
        written = [reading.day for reading in store.readings()]
        assert written[: len(numbers)] == [day_numbered(number) for number in numbers]
        assert [note.day for note in store.notes()] == written
        assert store._raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert len(damage.ask(diary_path, "SELECT * FROM change")) == len(written)


@pytest.mark.parametrize("first", ["open", "read"])
def test_a_half_written_transaction_is_rolled_back_at_the_next_opening(
    diary_path: Path, first: str
) -> None:
    with Store.open(diary_path, NOON) as store:
        store.apply(adding(a_reading()), NOON)
    before = damage.ask(diary_path, "SELECT * FROM reading")
    with start(HALF_WRITTEN, diary_path) as writer:
        writer.wait()
    assert diary_path.with_name("mine.heeldiary-journal").exists()
    opened = Store.open(diary_path, NOON) if first == "open" else Store.read(diary_path)
    with opened as store:
        assert list(store.readings()) == [a_reading()]
    assert files.findings(diary_path) == []
    assert damage.ask(diary_path, "SELECT * FROM reading") == before
    assert files.read_header(diary_path).schema_version == files.SCHEMA_VERSION
    assert not list(diary_path.parent.glob("*before-update*"))


def test_a_full_disk_keeps_the_diary_and_lets_the_next_answer_in(diary_path: Path) -> None:
    said = run(FILLED_UP, diary_path)
    assert "nothing was written" in said or "Nothing was changed" in said
    assert files.findings(diary_path) == []
    with Store.read(diary_path) as store:
        assert [note.text for note in store.notes()] == ["after"]


def test_a_full_diary_refuses_with_its_sentence_and_takes_the_next_answer(store: Store) -> None:
    store.apply(adding(a_reading()), NOON)
    (pages,) = store._raw.execute("PRAGMA page_count").fetchone()
    store._raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused, match=r"^The disk is full, so nothing was written; “mine.heel"):
        store.apply(adding(a_reading("neck"), a_note("x" * 50_000)), NOON)
    assert list(store.readings()) == [a_reading()]
    store._raw.execute("PRAGMA max_page_count = 1073741823")
    store.apply(adding(a_note("x" * 50_000)), NOON)
    assert store.note_on(MON) is not None


def test_a_copy_that_does_not_fit_leaves_no_file(diary_path: Path) -> None:
    script = """
import resource, signal
from heeldiary.storage import files
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    files.copy_verified(path, path.with_name("copy.heeldiary"))
except Refused as refusal:
    print(refusal)
"""
    before = diary_path.read_bytes()
    assert run(script, diary_path).strip()
    assert [p.name for p in diary_path.parent.iterdir()] == [diary_path.name]
    assert diary_path.read_bytes() == before


def test_a_new_diary_that_does_not_fit_leaves_no_file(tmp_path: Path) -> None:
    script = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    Store.create(path, NOON)
except Refused as refusal:
    print(refusal)
"""
    assert run(script, tmp_path / "new.heeldiary").strip()
    assert [p.name for p in tmp_path.iterdir()] == [".new.heeldiary.lock"]


def test_reading_goes_on_while_answers_are_written(store: Store) -> None:
    days = [MON + timedelta(days=n) for n in range(200)]
    store.apply(adding(*(a_reading(day=day) for day in days)), NOON)
    readings = store.readings()
    assert next(iter(readings)).day == MON
    store.apply(adding(a_note()), NOON)
    assert [reading.day for reading in readings] == days[1:]


def test_an_unknown_error_of_the_database_is_still_a_sentence(store: Store) -> None:
    store._connection.exec_driver_sql("DROP TABLE note")
    with pytest.raises(Refused, match=r"could not be used .OperationalError.. Nothing was changed"):
        store.apply(adding(a_note()), NOON)


def test_a_place_that_is_no_database_cannot_be_connected_to(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be opened; its folder may not be readable"):
        files.connect(tmp_path / "none.heeldiary", writable=True)
    assert not list(tmp_path.iterdir())
    with pytest.raises(dbapi2.Error):
        damage.ask(tmp_path, "SELECT 1")
