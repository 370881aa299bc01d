"""check and factors: what a file is worth, and what can be recorded."""

import json
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import OwnFactor
from heeldiary.storage.files import connect
from heeldiary.storage.store import Store
from tests.builders import NOON
from tests.cli.conftest import Run
from tests.exchange.whole_diaries import OTHERS

Done: TypeAlias = Callable[..., str]


def damaged(path: Path) -> Path:
    """The diary with noise in the middle of it, its first page whole."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    return path


def test_a_sound_diary_is_said_to_be(done: Done, diary_path: Path) -> None:
    done("record", "--diary", diary_path, "--day", "2026-11-16", "neck=2", "weight=skip")
    done("record", "--diary", diary_path, "--day", "2026-11-18", "neck=2", "note=Fine")

    assert done("check", "--diary", diary_path) == (
        f"“{diary_path}” is sound: 2 days, 3 readings, 1 note, 2026-11-16 to 2026-11-18.\n"
    )
    assert json.loads(done("check", "--diary", diary_path, "--json")) == {
        "diary": str(diary_path),
        "sound": True,
        "findings": [],
        "schema": 2,
        "days": 2,
        "readings": 3,
        "notes": 1,
        "others": {},
        "first_day": "2026-11-16",
        "last_day": "2026-11-18",
    }


def test_records_of_every_kind_are_counted(done: Done, diary_path: Path) -> None:
    with Store.open(diary_path, NOON) as store:
        edits = tuple(Edit(None, record) for record in OTHERS)
        store.apply(Change(label="All", edits=edits), NOON)

    said = done("check", "--diary", diary_path)
    told = json.loads(done("check", "--diary", diary_path, "--json"))

    assert "0 readings, 0 notes, 1 meal, 2 medicines, 1 regimen, 1 dose, 1 side effect" in said
    assert ", 1 weekly check, 1 clinic score, 1 lab result, 1 finding, 1 visit, 1 question" in said
    assert told["others"]["medicines"] == 2
    assert sum(told["others"].values()) == len(OTHERS)


def test_an_empty_diary_is_sound(done: Done, diary_path: Path) -> None:
    assert done("check", "--diary", diary_path).endswith("sound: 0 days, 0 readings, 0 notes.\n")


def test_a_damaged_diary_is_refused_and_left(run: Run, diary_path: Path) -> None:
    before = damaged(diary_path).read_bytes()

    said = run("check", "--diary", diary_path)
    told = run("check", "--diary", diary_path, "--json")

    assert "damaged" in said.refusal
    assert told.status == 1
    assert json.loads(told.out)["sound"] is False
    assert json.loads(told.out)["findings"]
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty, so it is not a diary"),
        (b"Dear diary, ...", "is not a Heel Diary file"),
        (b"SQLite format 3\0" + bytes(4080), "belongs to another program"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--json"),
        ("show", "--day", "today"),
        ("record", "--day", "today", "neck=2"),
        ("export", "--format", "json", "--out", "out.json"),
        ("imports",),
        ("take-back",),
        ("factors",),
    ],
)
def test_what_is_no_diary_is_refused_and_left(
    run: Run, tmp_path: Path, content: bytes, sentence: str, command: tuple[str, ...]
) -> None:
    path = tmp_path / "x.heeldiary"
    path.write_bytes(content)

    assert sentence in run(*command, "--diary", path).refusal
    assert path.read_bytes() == content


def altered(path: Path, *statements: str) -> Path:
    """The diary after statements that no Heel Diary would run."""
    with closing(connect(path, writable=True)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    return path


def test_every_finding_is_told(run: Run, diary_path: Path) -> None:
    run("record", "--diary", diary_path, "--day", "today", "neck=2", "low_back=3")
    altered(diary_path, "DELETE FROM change")

    said = run("check", "--diary", diary_path)

    assert said.out == "A row of “journal” has lost what it belongs to.\n" * 2
    assert said.refusal.endswith("is damaged in 2 places; it was left so.")
    told = json.loads(run("check", "--diary", diary_path, "--json").out)
    assert (told["sound"], len(told["findings"]), told["days"]) == (False, 2, None)


def test_a_record_that_cannot_be_read_is_a_finding(run: Run, diary_path: Path) -> None:
    run("record", "--diary", diary_path, "--day", "today", "note=Fine")
    altered(diary_path, "UPDATE note SET day = 99999999")

    said = run("check", "--diary", diary_path)

    assert "“mine.heeldiary” holds a record that cannot be read" in said.refusal


def test_an_older_diary_is_said_to_be_older(done: Done, diary_path: Path) -> None:
    altered(diary_path, "PRAGMA user_version=0")

    assert done("check", "--diary", diary_path).endswith(
        "is sound; its format, 0, is an older one.\n"
    )


def test_a_newer_diary_is_refused_and_left(run: Run, diary_path: Path) -> None:
    content = bytearray(diary_path.read_bytes())
    content[60:64] = struct.pack(">I", 99)
    diary_path.write_bytes(content)

    for words in (("check",), ("record", "--day", "today", "neck=2"), ("show", "--day", "today")):
        said = run(*words, "--diary", diary_path)
        assert "was written by a newer Heel Diary" in said.refusal
        assert diary_path.read_bytes() == content


def test_a_folder_is_no_diary(run: Run, tmp_path: Path) -> None:
    assert "is a folder, not a diary." in run("check", "--diary", tmp_path).refusal
    said = run("record", "--diary", tmp_path, "--day", "today", "neck=2")
    assert "is a folder, not a diary." in said.refusal


def test_a_diary_open_in_a_window_is_read_but_not_written(run: Run, diary_path: Path) -> None:
    before = diary_path.read_bytes()

    with Store.open(diary_path, NOON):
        said = run("record", "--diary", diary_path, "--day", "today", "neck=2")
        assert run("check", "--diary", diary_path).status == 0

    assert "is open in another window of Heel Diary. Nothing was changed." in said.refusal
    assert diary_path.read_bytes() == before


def test_a_path_too_long_for_any_file_is_refused(run: Run) -> None:
    said = run("record", "--diary", f"/tmp/{'x' * 400}", "--day", "today", "neck=2")

    assert "cannot be read" in said.refusal


def test_factors_are_listed_with_what_they_take(done: Done) -> None:
    lines = done("factors").splitlines()

    assert len(lines) == len(CATALOGUE)
    widest = max(map(len, CATALOGUE))
    assert f"{'fatigue':<{widest}}  Fatigue: a whole number from 0 to 10" in lines
    assert any(
        "Morning stiffness: a whole number from 0 to 720 min, or all day" in x for x in lines
    )


def test_every_factor_is_listed_for_a_program(done: Done) -> None:
    told = {row["key"]: row for row in json.loads(done("factors", "--json"))}

    assert list(told) == list(CATALOGUE)
    assert told["achilles_insertion_left"]["side"] == "left"
    assert told["flare_today"]["words"] == ["no", "few_areas", "all_over"]
    assert told["weight"]["side"] is None


def test_the_owners_own_rows_are_listed_with_a_diary(done: Done, diary_path: Path) -> None:
    own = OwnFactor(key="sauna", name="Sauna", measure=Kind.YES_NO, maximum=1)
    with Store.open(diary_path, NOON) as store:
        store.apply(Change(label="Sauna", edits=(Edit(None, own),)), NOON)

    told = {row["key"]: row for row in json.loads(done("factors", "--json", "--diary", diary_path))}

    assert (told["sauna"]["own"], told["sauna"]["shown"]) == (True, True)
    assert told["weight"]["own"] is False
