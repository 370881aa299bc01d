from pathlib import Path

import pytest

from heeldiary.domain.refusal import Refused
from heeldiary.reports.report import report_of
from heeldiary.reports.text import page_text, write_text
from tests.approved import assert_approved
from tests.builders import FRI
from tests.reports.sheets import SEASON, a_season, a_season_sheet, sheet_from
from tests.reports.whole_life import a_whole_life_sheet


def test_the_text_is_as_approved() -> None:
    assert_approved("summary.txt", page_text(a_season_sheet()))


def test_the_text_of_a_whole_life_is_as_approved() -> None:
    assert_approved("whole_life.txt", page_text(a_whole_life_sheet()))


def test_an_empty_diary_gives_an_honest_text() -> None:
    assert "None of the measures was recorded" in page_text(sheet_from())


def test_the_text_is_written_whole(tmp_path: Path) -> None:
    report = report_of(a_season(), SEASON, today=FRI)
    write_text(report, tmp_path / "visit.txt")

    assert (tmp_path / "visit.txt").read_text("utf-8") == page_text(report.sheet)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    report = report_of(a_season(), SEASON, today=FRI)

    with pytest.raises(Refused, match="no such folder"):
        write_text(report, tmp_path / "nowhere" / "visit.txt")
