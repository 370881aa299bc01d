import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from heeldiary.domain.refusal import Refused
from heeldiary.storage import files
from heeldiary.storage.store import Store
from tests.builders import MON, NOON, a_note, a_reading
from tests.storage import damage
from tests.storage.changes import adding

SPOILT = [
    (damage.make_empty, "is empty, so it is not a diary"),
    (damage.make_text, "is not a Heel Diary file, or it is damaged"),
    (damage.cut_in_header, "is not a Heel Diary file, or it is damaged"),
    (damage.cut_after_header, "damaged"),
    (damage.cut_in_half, "damaged"),
    (damage.scramble_first_page, "damaged"),
    (damage.make_foreign, "belongs to another program"),
    (damage.make_newer, "written by a newer Heel Diary .format 99; this program knows 2.*update"),
]


@pytest.fixture
def filled(diary_path: Path) -> Path:
    with Store.open(diary_path, NOON) as store:
        store.apply(adding(a_reading(), a_note()), NOON)
    return diary_path


def beside(path: Path) -> set[str]:
    return {p.name for p in path.parent.iterdir()} - {path.name, f".{path.name}.lock"}


@pytest.mark.parametrize("opening", [lambda path: Store.open(path, NOON), Store.read])
@pytest.mark.parametrize(("spoil", "sentence"), SPOILT)
def test_what_is_no_diary_of_ours_is_refused_and_left_as_it_was(
    filled: Path, opening: Callable[[Path], Store], spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(filled)
    before = filled.read_bytes()
    with pytest.raises(Refused, match=sentence):
        opening(filled)
    assert filled.read_bytes() == before
    assert beside(filled) == set()


def test_a_refused_file_is_not_kept_locked(filled: Path) -> None:
    whole = filled.read_bytes()
    damage.cut_in_half(filled)
    with pytest.raises(Refused):
        Store.open(filled, NOON)
    filled.write_bytes(whole)
    Store.open(filled, NOON).close()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none.heeldiary", "There is no diary at"),
        ("", "is a folder, not a diary"),
        ("pipe", "is not a file"),
        ("x" * 300, "cannot be read"),
    ],
)
def test_a_place_without_a_diary_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match=sentence):
        Store.open(tmp_path / name, NOON)
    with pytest.raises(Refused, match=sentence):
        Store.read(tmp_path / name)


def test_a_damaged_page_found_while_reading_is_a_refusal(filled: Path) -> None:
    damage.spoil_page_of("note")(filled)
    with Store.open(filled, NOON) as store:
        assert list(store.readings()) == [a_reading()]
        for question in (
            store.notes,
            store.recorded_span,
            lambda: store.find("note", "2026-11-16"),
        ):
            with pytest.raises(Refused, match="is damaged"):
                question()


def test_a_damaged_page_found_while_writing_is_a_refusal(filled: Path) -> None:
    damage.spoil_page_of("note")(filled)
    before = filled.read_bytes()
    with Store.open(filled, NOON) as store, pytest.raises(Refused, match="is damaged"):
        store.apply(adding(a_note(day=NOON.date())), NOON)
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    ["UPDATE reading SET origin = 'guess'", "UPDATE reading SET day = 99999999"],
)
def test_a_row_that_makes_no_sense_is_a_refusal(filled: Path, statement: str) -> None:
    damage.execute(filled, statement)
    with Store.open(filled, NOON) as store, pytest.raises(Refused, match=r"A row .* is damaged"):
        list(store.readings())


def test_a_sound_diary_has_no_findings(filled: Path) -> None:
    assert files.findings(filled) == []


@pytest.mark.parametrize(
    "spoil",
    [
        damage.make_empty,
        damage.make_text,
        damage.cut_in_half,
        damage.scramble_first_page,
        damage.spoil_page_of("reading"),
        damage.spoil_page_of("ix_reading_day"),
        Path.unlink,
    ],
)
def test_damage_is_found(filled: Path, spoil: Callable[[Path], None]) -> None:
    spoil(filled)
    assert files.findings(filled)


def test_a_row_that_has_lost_what_it_belongs_to_is_found(filled: Path) -> None:
    damage.execute(
        filled,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO journal (change_id, kind, record_id, before) VALUES (77, 'note', 'x', '{}')",
    )
    assert files.findings(filled) == ["A row of “journal” has lost what it belongs to."]


def test_a_copy_is_the_same_diary_for_its_owners_eyes_only(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.heeldiary"
    before = os.umask(0o022)
    try:
        files.copy_verified(filled, copy)
    finally:
        os.umask(before)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert files.read_header(copy) == files.read_header(filled)
    with Store.read(copy) as store:
        assert list(store.readings()) == [a_reading()]
        assert store.note_on(MON) == a_note()
        assert store.edits_of(1) == adding(a_reading(), a_note()).edits
    assert beside(filled) == {"copy.heeldiary"}


def test_an_open_diary_can_be_copied(store: Store, tmp_path: Path) -> None:
    store.apply(adding(a_note()), NOON)
    files.copy_verified(store.path, tmp_path / "copy.heeldiary")
    with Store.read(tmp_path / "copy.heeldiary") as copy:
        assert copy.note_on(MON) == a_note()


@pytest.mark.parametrize(
    "spoil",
    [
        damage.cut_in_half,
        damage.spoil_page_of("note"),
        damage.spoil_page_of("ix_reading_day"),
        damage.make_text,
        damage.make_empty,
        damage.make_foreign,
        Path.unlink,
    ],
)
def test_no_copy_is_made_of_a_damaged_diary(filled: Path, spoil: Callable[[Path], None]) -> None:
    spoil(filled)
    with pytest.raises(Refused):
        files.copy_verified(filled, filled.with_name("copy.heeldiary"))
    assert beside(filled) == set()


def test_a_copy_never_takes_the_place_of_a_file(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.heeldiary"
    other.write_text("keep me")
    with pytest.raises(Refused, match="exists already"):
        files.copy_verified(filled, other)
    assert other.read_text() == "keep me"
    assert beside(filled) == {"other.heeldiary"}


def test_a_copy_into_a_folder_that_is_not_there_is_refused(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        files.copy_verified(filled, tmp_path / "nowhere" / "copy.heeldiary")


SETTINGS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "fullfsync": 1,
}


@pytest.mark.parametrize("opening", [lambda path: Store.open(path, NOON), Store.read])
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_connection_has_the_diarys_settings(
    diary_path: Path, opening: Callable[[Path], Store], setting: str
) -> None:
    with opening(diary_path) as store:
        assert store._raw.execute(f"PRAGMA {setting}").fetchone() == (SETTINGS[setting],)


def test_the_driver_is_a_current_sqlite_with_full_text_search() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)
    with dbapi2.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    connection.close()
