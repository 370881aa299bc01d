from pathlib import Path

import pytest

from heeldiary.domain.refusal import Refused
from heeldiary.storage.lock import DiaryInUse
from heeldiary.storage.store import Store
from tests.builders import NOON, a_note
from tests.storage.changes import adding
from tests.storage.children import WITHOUT_RIGHTS, run, start

HOLDER = """
store = Store.open(path, NOON)
print("open", flush=True)
sys.stdin.read()
"""

OPENER = """
try:
    store = Store.open(path, NOON)
except Refused as refusal:
    print("at the door:", refusal)
    sys.exit()
try:
    store.apply(Change(label="x", edits=(Edit(None, a_note()),)), NOON)
except Refused as refusal:
    print("at the desk:", refusal)
else:
    print("written")
"""


def test_a_diary_open_in_another_window_is_refused_until_that_one_ends(diary_path: Path) -> None:
    with start(HOLDER, diary_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        before = diary_path.read_bytes()
        with pytest.raises(DiaryInUse, match=r"“mine.heeldiary” is open in another window"):
            Store.open(diary_path, NOON)
        Store.read(diary_path).close()
        assert diary_path.read_bytes() == before
        holder.kill()
        holder.wait()
        Store.open(diary_path, NOON).close()


def test_a_closed_diary_can_be_opened_again_at_once(diary_path: Path) -> None:
    for _ in range(3):
        Store.open(diary_path, NOON).close()


def test_a_link_to_an_open_diary_is_the_same_diary(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "linked.heeldiary"
    link.parent.mkdir()
    link.symlink_to(store.path)
    with pytest.raises(DiaryInUse):
        Store.open(link, NOON)


def test_a_diary_just_being_made_by_another_window_is_not_made_twice(tmp_path: Path) -> None:
    path = tmp_path / "new.heeldiary"
    made = Store.create(path, NOON)
    path.unlink()
    with pytest.raises(DiaryInUse):
        Store.create(path, NOON)
    assert not path.exists()
    made.close()


def test_a_file_locked_by_another_program_is_refused(store: Store, diary_path: Path) -> None:
    store._raw.execute("PRAGMA busy_timeout = 0")
    script = """
from sqlcipher3 import dbapi2
other = dbapi2.connect(str(path), isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""
    with start(script, diary_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(Refused, match="is being written by another program just now"):
            store.apply(adding(a_note()), NOON)
        with pytest.raises(Refused, match="is being written by another program just now"):
            store.notes()
        other.kill()
    store.apply(adding(a_note()), NOON)


def test_a_diary_in_a_folder_that_cannot_be_written_is_refused(diary_path: Path) -> None:
    before = diary_path.read_bytes()
    diary_path.parent.chmod(0o555)
    try:
        said = run(WITHOUT_RIGHTS + OPENER, diary_path)
    finally:
        diary_path.parent.chmod(0o755)
    assert said.startswith("at the door: The folder of “mine.heeldiary” cannot be written")
    assert diary_path.read_bytes() == before


def test_a_diary_that_may_not_be_written_is_refused(diary_path: Path) -> None:
    before = diary_path.read_bytes()
    diary_path.chmod(0o444)
    said = run(WITHOUT_RIGHTS + OPENER, diary_path)
    assert said == "at the door: “mine.heeldiary” may not be written, so it was not opened.\n"
    assert diary_path.read_bytes() == before


def test_a_diary_that_may_not_be_read_is_refused(diary_path: Path) -> None:
    diary_path.chmod(0)
    assert "cannot be read; perhaps its owner does not allow it" in run(
        WITHOUT_RIGHTS + OPENER, diary_path
    )


def test_a_diary_on_a_read_only_place_can_still_be_read(diary_path: Path) -> None:
    with Store.open(diary_path, NOON) as store:
        store.apply(adding(a_note()), NOON)
    diary_path.chmod(0o444)
    diary_path.parent.chmod(0o555)
    try:
        said = run(WITHOUT_RIGHTS + "print(Store.read(path).note_on(MON).text)", diary_path)
    finally:
        diary_path.parent.chmod(0o755)
    assert said == "Long day on my feet.\n"


def test_a_lock_that_cannot_be_made_is_a_refusal(diary_path: Path) -> None:
    diary_path.with_name(".mine.heeldiary.lock").mkdir()
    with pytest.raises(Refused, match=r"folder of “mine.heeldiary” cannot be written"):
        Store.open(diary_path, NOON)
