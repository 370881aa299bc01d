from heeldiary.reports.text import page_text
from tests.approved import assert_approved
from tests.reports.sheets import a_season_sheet, sheet_from


def test_the_text_is_as_approved() -> None:
    assert_approved("summary.txt", page_text(a_season_sheet()))


def test_an_empty_diary_gives_an_honest_text() -> None:
    assert "None of the measures was recorded" in page_text(sheet_from())
