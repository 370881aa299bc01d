"""chart and summary: files drawn without a screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from heeldiary.analysis.trend_sets import TREND_SETS
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.storage.store import Store
from tests.builders import FRI, NOON, a_reading, a_visit
from tests.cli.conftest import Run

Done: TypeAlias = Callable[..., str]

pytestmark = pytest.mark.usefixtures("qapp")


def keep(path: Path, *records: Record) -> None:
    with Store.open(path, NOON) as store:
        store.apply(Change(label="Kept", edits=tuple(Edit(None, r) for r in records)), NOON)


@pytest.fixture
def sample(done: Done, tmp_path: Path) -> Path:
    path = tmp_path / "sample.heeldiary"
    done("sample", "--out", path, "--years", "0.5")
    return path


@pytest.mark.parametrize("trend_set", [known.key for known in TREND_SETS])
def test_every_set_is_drawn(done: Done, sample: Path, trend_set: str) -> None:
    out = sample.parent / "chart.svg"

    said = done("chart", "--diary", sample, "--set", trend_set, "--out", out)

    assert said.endswith(", 2026-08-23 to 2026-11-20.\n")
    assert "Worst heel pain, left" in out.read_text("utf-8")


def test_a_chart_is_in_the_chosen_units(done: Done, sample: Path, home: Path) -> None:
    settings = home / "config" / "heeldiary" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"weight_unit": "lb"}')
    out = sample.parent / "chart.svg"

    done("chart", "--diary", sample, "--set", "pain_and_weight", "--out", out)

    assert "Weight, lb" in out.read_text("utf-8")


def test_medicines_stand_below_the_chart(done: Done, sample: Path) -> None:
    out = sample.parent / "chart.svg"

    done("chart", "--diary", sample, "--set", "pain_and_medicines", "--out", out)

    drawn = out.read_text("utf-8")
    assert "NSAID use index" in drawn
    assert "Adalimumab, 40 mg" in drawn


def test_a_png_is_an_image_for_the_owner_alone(done: Done, sample: Path) -> None:
    out = sample.parent / "chart.PNG"

    done("chart", "--diary", sample, "--set", "Pain and weight", "--out", out)

    assert QImage(str(out)).width() == 2000
    assert out.stat().st_mode & 0o777 == 0o600


def test_an_empty_diary_is_drawn_as_empty_days(done: Done, diary_path: Path) -> None:
    out = diary_path.parent / "chart.png"

    said = done("chart", "--diary", diary_path, "--set", "pain_and_food", "--out", out)

    assert said.endswith(": Pain and food, 2026-08-23 to 2026-11-20.\n")
    assert not QImage(str(out)).isNull()


def test_a_set_that_is_not_known_is_refused_with_those_that_are(run: Run, diary_path: Path) -> None:
    out = diary_path.parent / "chart.png"

    said = run("chart", "--diary", diary_path, "--set", "pain", "--out", out)

    assert "there are: pain_and_stiffness, pain_and_food, " in said.refusal
    assert not out.exists()


@pytest.mark.parametrize("kind", ["pdf", "html", "txt"])
def test_the_summary_is_written_and_made_anew(done: Done, sample: Path, kind: str) -> None:
    out = sample.parent / f"visit.{kind}"
    out.write_text("an older page")

    done("summary", "--diary", sample, "--out", out)

    content = out.read_bytes()
    assert content.startswith({"pdf": b"%PDF-", "html": b"<!DOCTYPE", "txt": b"Summary"}[kind])
    assert out.stat().st_mode & 0o777 == 0o600


def test_the_period_is_the_one_asked_for(done: Done, sample: Path) -> None:
    out = sample.parent / "visit.txt"
    words = ("summary", "--diary", sample, "--out", out)

    assert "2026-10-01 to 2026-10-31" in done(*words, "--from", "2026-10-01", "--to", "2026-10-31")
    assert "2026-11-01 to 2026-11-20" in done(*words, "--from", "2026-11-01")
    assert "2026-11-20 to 2026-11-20" in done(*words, "--from", "today")


def test_without_a_visit_it_is_three_months(done: Done, diary_path: Path) -> None:
    words = ("summary", "--diary", diary_path, "--out", diary_path.parent / "visit.txt")

    assert "2026-08-03 to 2026-10-31" in done(*words, "--to", "2026-10-31")


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ((), "2026-09-04 to 2026-11-20"),
        (("--to", "2026-10-31"), "2026-09-04 to 2026-10-31"),
        (("--to", "2026-09-03"), "2026-01-21 to 2026-09-03"),
        (("--from", "2026-11-01"), "2026-11-01 to 2026-11-20"),
    ],
)
def test_the_page_is_about_the_days_since_the_visit_before(
    done: Done, diary_path: Path, period: tuple[str, ...], span: str
) -> None:
    keep(
        diary_path,
        a_visit(date(2026, 1, 20), "a"),
        a_visit(date(2026, 9, 3), "b"),
        a_visit(date(2026, 12, 1), "c"),
        a_reading(day=FRI),
    )
    out = diary_path.parent / "visit.txt"

    assert done("summary", "--diary", diary_path, "--out", out, *period).endswith(f": {span}.\n")


def test_without_a_period_it_ends_with_the_last_recorded_day(done: Done, diary_path: Path) -> None:
    done("record", "--diary", diary_path, "--day", "2026-05-10", "neck=2")

    said = done("summary", "--diary", diary_path, "--out", diary_path.parent / "visit.txt")

    assert said.endswith(": 2026-02-10 to 2026-05-10.\n")


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (("--to", "2026-11-21"), "2026-11-21 is in the future"),
        (("--from", "2026-11-02", "--to", "2026-11-01"), "ends (2026-11-01) before it begins"),
        (("--from", "last week"), "“last week” is not a day."),
    ],
)
def test_an_impossible_period_is_refused(
    run: Run, diary_path: Path, period: tuple[str, ...], sentence: str
) -> None:
    out = diary_path.parent / "visit.txt"

    assert sentence in run("summary", "--diary", diary_path, "--out", out, *period).refusal
    assert not out.exists()


@pytest.mark.parametrize(
    "words", [("summary", "--out", "x.doc"), ("chart", "--set", "x", "--out", "x.pdf")]
)
def test_a_file_of_another_kind_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        run(*words)

    assert left.value.code == 2


def test_paper_is_the_owners_choice_unless_asked(done: Done, sample: Path, home: Path) -> None:
    settings = home / "config" / "heeldiary" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"paper": "letter"}')
    chosen, asked = sample.parent / "chosen.pdf", sample.parent / "asked.pdf"

    done("summary", "--diary", sample, "--out", chosen)
    done("summary", "--diary", sample, "--out", asked, "--paper", "a4")

    assert b"/MediaBox [0 0 612.000000 792.000000]" in chosen.read_bytes()
    assert b"/MediaBox [0 0 595.000000 842.000000]" in asked.read_bytes()


def test_no_window_is_left_open(done: Done, sample: Path) -> None:
    done("chart", "--diary", sample, "--set", "pain_and_food", "--out", sample.parent / "c.png")

    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
