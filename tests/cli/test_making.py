"""sample and export: invented diaries, and files that come back byte for byte."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import fastjsonschema
import pytest

from heeldiary.host import paths
from heeldiary.storage.store import Store
from tests.cli.conftest import Run

Done: TypeAlias = Callable[..., str]


@pytest.fixture
def sample(done: Done, tmp_path: Path) -> Path:
    path = tmp_path / "sample.heeldiary"
    done("sample", "--out", path, "--years", "0.25", "--seed", "7")
    return path


def exported(done: Done, diary: Path, kind: str, name: str) -> Path:
    out = diary.parent / f"{name}.{kind}"
    assert done("export", "--diary", diary, "--format", kind, "--out", out) == f"Wrote “{out}”.\n"
    return out


def test_a_seed_gives_the_same_bytes_of_export(done: Done, sample: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.heeldiary", tmp_path / "other.heeldiary"
    done("sample", "--out", again, "--years", "0.25", "--seed", "7")
    done("sample", "--out", other, "--years", "0.25", "--seed", "8")

    first = exported(done, sample, "json", "first").read_bytes()

    assert exported(done, again, "json", "second").read_bytes() == first
    assert exported(done, other, "json", "third").read_bytes() != first


def test_a_sample_ends_when_asked(done: Done, tmp_path: Path) -> None:
    path = tmp_path / "sample.heeldiary"

    said = done("sample", "--out", path, "--years", "0.1", "--until", "yesterday")

    assert said.startswith(f"Made “{path}”, an invented diary: ")
    assert said.endswith("2026-10-14 to 2026-11-19.\n")


def test_a_sample_never_takes_the_place_of_a_diary(run: Run, diary_path: Path) -> None:
    before = diary_path.read_bytes()

    assert "exists already" in run("sample", "--out", diary_path).refusal
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize("years", ["0", "-1", "61", "nan", "inf"])
def test_a_sample_of_impossible_length_is_refused(run: Run, tmp_path: Path, years: str) -> None:
    said = run("sample", "--out", tmp_path / "x.heeldiary", f"--years={years}")

    assert "nothing was made" in said.refusal
    assert list(tmp_path.iterdir()) == []


def test_a_sample_does_not_reach_into_the_future(run: Run, tmp_path: Path) -> None:
    said = run("sample", "--out", tmp_path / "x.heeldiary", "--until", "2027-01-01")

    assert "in the future" in said.refusal


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_an_export_comes_back_with_equal_bytes(
    done: Done, sample: Path, tmp_path: Path, kind: str
) -> None:
    first = exported(done, sample, kind, "first")
    copy = tmp_path / "copy.heeldiary"

    done("import", first, "--diary", copy)

    assert exported(done, copy, kind, "second").read_bytes() == first.read_bytes()


def test_a_json_export_is_as_the_published_schema_says(done: Done, sample: Path) -> None:
    schema = json.loads((paths.resources() / "export.schema.json").read_text("utf-8"))

    fastjsonschema.compile(schema)(json.loads(exported(done, sample, "json", "x").read_text()))


def test_a_folder_gets_every_table(done: Done, run: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"

    done("export", "--diary", sample, "--format", "csv", "--out", f"{folder}/")
    done("export", "--diary", sample, "--format", "csv", "--out", folder)

    assert {"diary.csv", "days.csv", "readings.csv", "notes.csv"} <= {
        path.name for path in folder.iterdir()
    }
    said = run("export", "--diary", sample, "--format", "json", "--out", folder)
    assert "is a folder; nothing was written." in said.refusal


def test_an_export_is_made_anew_for_the_owner_alone(done: Done, sample: Path) -> None:
    out = sample.parent / "out.json"
    out.write_text("an older export")

    exported(done, sample, "json", "out")

    assert json.loads(out.read_text())["format"] == "heeldiary"
    assert out.stat().st_mode & 0o777 == 0o600


def test_an_export_never_takes_the_place_of_a_diary(run: Run, diary_path: Path) -> None:
    before = diary_path.read_bytes()

    said = run("export", "--diary", diary_path, "--format", "json", "--out", diary_path)

    assert "is a diary or another database; it was kept." in said.refusal
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("/dev/null", "is not an ordinary file; nothing was written."),
        ("/proc/out.json", "was not written: "),
        ("none/out.json", "there is no such folder"),
    ],
)
def test_an_export_that_has_no_place_is_refused(
    run: Run, diary_path: Path, out: str, sentence: str
) -> None:
    path = diary_path.parent / out

    said = run("export", "--diary", diary_path, "--format", "json", "--out", path)

    assert sentence in said.refusal


def test_an_export_through_a_link_leaves_the_link(done: Done, diary_path: Path) -> None:
    target, link = diary_path.parent / "real.json", diary_path.parent / "link.json"
    target.write_text("old")
    link.symlink_to(target)

    done("export", "--diary", diary_path, "--format", "json", "--out", link)

    assert link.is_symlink()
    assert json.loads(target.read_text())["format"] == "heeldiary"


def test_a_broken_sample_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(Store, "apply", fail)

    said = run("sample", "--out", tmp_path / "x.heeldiary", "--years", "0.1")

    assert said.refusal.startswith(
        "Something went wrong inside Heel Diary (ZeroDivisionError in test_making.py, line "
    )
    assert list(tmp_path.iterdir()) == []
