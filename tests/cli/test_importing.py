"""import, imports and take-back: what is said of each row, and what stays in the diary."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from heeldiary.storage.store import Store
from tests.builders import MON, TUE
from tests.cli.conftest import Run

Done: TypeAlias = Callable[..., str]

_WEIGHTS = "Date,Weight (kg)\n2026-11-16,80.5\n2026-11-17,heavy\n2026-11-18,81\n"


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return a_file(tmp_path / "weights.csv", _WEIGHTS)


def a_file(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def weight_on(diary: Path, day: Any = MON) -> float | None:
    with Store.read(diary) as store:
        reading = store.readings_on(day).get("weight")
        return reading.number if reading else None


def test_what_happened_to_each_row_is_said(done: Done, diary_path: Path, weights: Path) -> None:
    said = done("import", weights, "--diary", diary_path)

    assert said == (
        "weights.csv (Table (CSV)): 2 taken, 0 known already, 1 refused.\n"
        "  line 3: “heavy” is not a number with a decimal point.\n"
        "This is import 1; “take-back 1” undoes it.\n"
    )
    assert weight_on(diary_path) == 80.5


def test_importing_again_changes_nothing(done: Done, diary_path: Path, weights: Path) -> None:
    done("import", weights, "--diary", diary_path)

    said = done("import", weights, "--diary", diary_path)

    assert said.startswith("weights.csv (Table (CSV)): 0 taken, 2 known already, 1 refused.\n")
    assert "This is import" not in said


def test_a_program_reads_the_same_as_json(done: Done, diary_path: Path, weights: Path) -> None:
    (told,) = json.loads(done("import", weights, "--diary", diary_path, "--json"))

    assert told == {
        "file": str(weights),
        "format": "Table (CSV)",
        "dry_run": False,
        "accepted": 2,
        "unchanged": 0,
        "refused": 1,
        "refusals": [{"line": 3, "reason": "“heavy” is not a number with a decimal point."}],
        "number": 1,
    }


def test_a_dry_run_says_the_same_and_writes_nothing(
    done: Done, diary_path: Path, weights: Path
) -> None:
    before = diary_path.read_bytes()

    (told,) = json.loads(done("import", weights, "--diary", diary_path, "--json", "--dry-run"))

    assert (told["accepted"], told["refused"], told["number"]) == (2, 1, None)
    assert diary_path.read_bytes() == before


def test_a_dry_run_makes_no_diary(done: Done, tmp_path: Path, weights: Path) -> None:
    said = done("import", weights, "--diary", tmp_path / "new.heeldiary", "--dry-run")

    assert said.startswith("weights.csv (Table (CSV)): 2 would be taken, 0 known already, 1 would")
    assert list(tmp_path.iterdir()) == [weights]


def test_an_import_makes_the_diary(done: Done, tmp_path: Path, weights: Path) -> None:
    diary = tmp_path / "new.heeldiary"

    assert done("import", weights, "--diary", diary).startswith("Made a new diary, ")
    assert weight_on(diary) == 80.5


def test_the_first_twenty_refusals_are_shown(done: Done, diary_path: Path, tmp_path: Path) -> None:
    rows = "".join(f"2026-10-{day:02},x\n" for day in range(1, 24))
    path = a_file(tmp_path / "many.csv", f"Date,Weight (kg)\n2026-11-16,80\n{rows}")

    lines = done("import", path, "--diary", diary_path).splitlines()

    assert len([line for line in lines if line.startswith("  line")]) == 20
    assert "  and 3 more; --json lists all." in lines


def test_a_file_of_which_nothing_is_taken_is_refused(
    run: Run, diary_path: Path, tmp_path: Path
) -> None:
    before = diary_path.read_bytes()
    path = a_file(tmp_path / "bad.csv", "Date,Weight (kg)\n2026-11-16,x\n2026-11-17,y\n")

    assert run("import", path, "--diary", diary_path).refusal == (
        "Nothing of bad.csv was taken. line 2: “x” is not a number with a decimal point. "
        "(1 more refused)"
    )
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "empty.csv is empty"),
        ("other.csv", b"a,b\n1,2\n", "None of the columns is known"),
        ("other.json", b'{"a": 1}', "is JSON, but not of Heel Diary"),
        ("torn.json", b'{"format": "heeldiary"', "is not whole JSON"),
        (
            "bomb.xml",
            b'<!DOCTYPE HealthData [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><HealthData me="&b;"/>',
            "declares entities",
        ),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    run: Run, diary_path: Path, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    before = diary_path.read_bytes()
    path = tmp_path / name
    path.write_bytes(content)

    assert sentence.casefold() in run("import", path, "--diary", diary_path).refusal.casefold()
    assert diary_path.read_bytes() == before


def test_a_missing_file_makes_no_diary(run: Run, tmp_path: Path) -> None:
    said = run("import", tmp_path / "none.csv", "--diary", tmp_path / "new.heeldiary")

    assert "There is no file" in said.refusal
    assert list(tmp_path.iterdir()) == []


def test_one_unreadable_file_keeps_the_others_out(
    run: Run, diary_path: Path, tmp_path: Path, weights: Path
) -> None:
    before = diary_path.read_bytes()

    said = run("import", weights, tmp_path / "none.csv", "--diary", diary_path)

    assert "There is no file" in said.refusal
    assert diary_path.read_bytes() == before


def test_two_files_are_two_imports(
    done: Done, diary_path: Path, tmp_path: Path, weights: Path
) -> None:
    other = a_file(tmp_path / "other.csv", "Date,Weight (kg)\n2026-11-16,80.5\n2026-11-17,82\n")

    told = json.loads(done("import", weights, other, "--diary", diary_path, "--json"))

    assert [(t["accepted"], t["unchanged"], t["number"]) for t in told] == [(2, 0, 1), (1, 1, 2)]


def test_the_diary_is_right_unless_the_file_is_said_to_be(
    done: Done, run: Run, diary_path: Path, tmp_path: Path, weights: Path
) -> None:
    done("import", weights, "--diary", diary_path)
    other = a_file(tmp_path / "other.csv", "Date,Weight (kg)\n2026-11-16,90\n")

    assert "was kept; the file says 90 kg." in run("import", other, "--diary", diary_path).refusal
    assert weight_on(diary_path) == 80.5

    done("import", other, "--diary", diary_path, "--replace")
    assert weight_on(diary_path) == 90


def test_a_table_of_any_program_is_read_as_told(
    done: Done, run: Run, diary_path: Path, tmp_path: Path
) -> None:
    path = a_file(tmp_path / "scale.csv", "When;Mine;x=y\n03.04.2026;176,5;4\n")
    words = ("import", path, "--diary", diary_path, "--map", "Mine=weight", "--map", "x=y=neck")

    assert "more than one way" in run(*words, "--unit", "lb").refusal
    assert "did you mean neck?" in run(*words, "--map", "x=y=nekc").refusal
    done(*words, "--unit", "lb", "--date-order", "dmy", "--decimal", ",", "--date-column", "When")

    shown = done("show", "--diary", diary_path, "--day", "2026-04-03")
    assert "Weight: 80.06 kg\n" in shown
    assert "Neck: 4\n" in shown


def test_a_format_that_is_not_known_is_refused(run: Run, diary_path: Path, weights: Path) -> None:
    said = run("import", weights, "--diary", diary_path, "--format", "excel")

    assert "There is no format “excel”; known are: " in said.refusal


def test_the_last_import_is_taken_back_whole(
    done: Done, diary_path: Path, tmp_path: Path, weights: Path
) -> None:
    done("record", "--diary", diary_path, "--day", "2026-11-18", "weight=79", "neck=2")
    done("export", "--diary", diary_path, "--format", "json", "--out", tmp_path / "before.json")
    done("import", weights, "--diary", diary_path, "--replace")

    said = done("take-back", "--diary", diary_path)

    assert said == "Import 2 was taken back: 2 records.\n"
    done("export", "--diary", diary_path, "--format", "json", "--out", tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def test_what_was_changed_since_stays(done: Done, diary_path: Path, weights: Path) -> None:
    done("import", weights, "--diary", diary_path)
    done("record", "--diary", diary_path, "--day", MON, "weight=79")

    said = done("take-back", "--diary", diary_path, 1)

    assert said == (
        "Import 1 was taken back: 1 record; 1 changed since, or needed by others, stay.\n"
    )
    assert weight_on(diary_path) == 79


def test_an_import_can_be_taken_back_once(run: Run, diary_path: Path, weights: Path) -> None:
    assert run("take-back", "--diary", diary_path).refusal == "There is no import to take back."
    run("import", weights, "--diary", diary_path)
    run("take-back", "--diary", diary_path)

    again = run("take-back", "--diary", diary_path, 1)
    other = run("take-back", "--diary", diary_path, 7)

    assert again.refusal == "Import 1 was taken back already."
    assert other.refusal == "There is no import with the number 7; “imports” lists them."


def test_an_import_changed_all_over_is_not_taken_back(
    run: Run, diary_path: Path, tmp_path: Path
) -> None:
    path = a_file(tmp_path / "one.csv", "Date,Weight (kg)\n2026-11-17,82\n")
    run("import", path, "--diary", diary_path)
    run("record", "--diary", diary_path, "--day", TUE, "weight=")

    assert "nothing was taken back" in run("take-back", "--diary", diary_path).refusal


def test_imports_are_listed_newest_first(done: Done, diary_path: Path, weights: Path) -> None:
    assert done("imports", "--diary", diary_path) == (
        "Nothing has been imported into this diary.\n"
    )
    done("import", weights, "--diary", diary_path)
    done("take-back", "--diary", diary_path)
    done("import", weights, "--diary", diary_path)

    assert done("imports", "--diary", diary_path).splitlines() == [
        "3: Imported weights.csv (Table (CSV)), 2026-11-20 12:00+00:00, 2 records",
        "1: Imported weights.csv (Table (CSV)), 2026-11-20 12:00+00:00, 2 records, taken back",
    ]
    newest, oldest = json.loads(done("imports", "--diary", diary_path, "--json"))
    assert (newest["number"], newest["is_taken_back"]) == (3, False)
    assert (oldest["number"], oldest["is_taken_back"], oldest["source"]) == (1, True, "import")


def test_a_file_whose_name_is_no_text_is_imported(
    done: Done, diary_path: Path, tmp_path: Path
) -> None:
    path = a_file(tmp_path / "w\udcff.csv", _WEIGHTS)

    assert done("import", path, "--diary", diary_path).startswith("w?.csv (Table (CSV)): 2 taken")
    assert json.loads(done("imports", "--diary", diary_path, "--json"))[0]["label"] == (
        "Imported w?.csv (Table (CSV))"
    )


def test_a_device_is_not_read(run: Run, diary_path: Path) -> None:
    said = run("import", "/dev/zero", "--diary", diary_path)

    assert said.refusal == "/dev/zero is not an ordinary file; nothing was imported."


def test_a_name_too_long_for_any_file_is_refused(run: Run, diary_path: Path) -> None:
    assert "nothing was imported" in run("import", "x" * 400, "--diary", diary_path).refusal
