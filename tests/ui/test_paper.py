from datetime import date
from math import pi, sin
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import Span, number_of
from heeldiary.domain.records import Reading
from heeldiary.reports.report import report_of
from heeldiary.ui.paper import Paper, VisitPaper, usual_paper
from heeldiary.ui.printing import pdf_of
from tests.builders import FRI, PlainDiary, a_question, a_reading
from tests.conftest import RESOURCES
from tests.reports.sheets import SEASON, a_season
from tests.reports.whole_life import a_crowd, a_whole_life
from tests.ui.pdf import ReadPdf

EVERYTHING = (
    "under_heel_left", "under_heel_right", "first_step_left", "first_step_right", "low_back",
    "night_pain", "stiffness_severity", "fatigue", "disease_felt", "swelling_left",
    "swelling_right", "warmth_left", "warmth_right",
)  # fmt: skip
FORTY_YEARS = Span.ending(FRI, 14_610)


class WavingDiary(PlainDiary):
    """Every row answered on every day of forty years, reckoned when it is asked for."""

    def answers(self, factor: str, span: Span) -> list[tuple[int, float]]:
        highest = {"flare_today": 2, "stiffness_minutes": 720}.get(factor, 10)
        if factor.startswith(("swelling", "warmth")):
            highest = 3
        days = range(number_of(span.first), number_of(span.last) + 1)
        return [(day, round(highest * (sin(2 * pi * day / 61) + 1) / 2)) for day in days]

    def days_recorded(self, span: Span) -> list[date]:
        return list(span)

    def recorded_span(self) -> Span:
        return FORTY_YEARS


CROWDED = WavingDiary(*a_crowd())


def pdf(diary: PlainDiary, span: Span, paper: Paper, folder: Path) -> ReadPdf:
    """The page of that diary, as a reader of PDF sees it."""
    path = folder / "page.pdf"
    sheet = VisitPaper(report_of(diary, span, today=FRI), RESOURCES, paper)
    path.write_bytes(pdf_of(sheet))
    return ReadPdf(path)


def one_day(day_answers: tuple[str, ...] = EVERYTHING) -> tuple[Reading, ...]:
    return tuple(a_reading(key, 2, FRI) for key in day_answers)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("diary", "span"),
    [
        pytest.param(PlainDiary(), SEASON, id="empty"),
        pytest.param(PlainDiary(*one_day()), Span(FRI, FRI), id="one day"),
        pytest.param(a_season(), Span.ending(FRI, 30), id="30 days"),
        pytest.param(a_season(), SEASON, id="90 days"),
        pytest.param(WavingDiary(), Span.ending(FRI, 365), id="365 days"),
        pytest.param(WavingDiary(), FORTY_YEARS, id="forty years"),
        pytest.param(a_whole_life(), SEASON, id="whole life"),
        pytest.param(CROWDED, SEASON, id="crowded"),
        pytest.param(CROWDED, FORTY_YEARS, id="crowded for forty years"),
    ],
)
def test_whatever_the_diary_holds_it_is_one_page(
    qtbot: QtBot, diary: PlainDiary, span: Span, paper: Paper, tmp_path: Path
) -> None:
    read = pdf(diary, span, paper, tmp_path)

    assert read.pages == 1
    assert read.size == {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    assert read.words
    assert read.words_off_the_page() == []
    assert read.overlapping_words() == []


@pytest.mark.parametrize(
    "words",
    ["Morning stiffness", "Worst heel pain, left (0–10)", "days ≥ 7", "22 of 28", "Page 1 of 1"],
)
def test_the_words_of_the_page_can_be_found(qtbot: QtBot, words: str, tmp_path: Path) -> None:
    assert words in pdf(a_season(), SEASON, Paper.A4, tmp_path).text


def test_the_words_of_the_chart_can_be_found(qtbot: QtBot, tmp_path: Path) -> None:
    assert "Morning stiffness, min" in pdf(a_season(), SEASON, Paper.A4, tmp_path).text


def test_no_letter_is_a_ligature(qtbot: QtBot, tmp_path: Path) -> None:
    text = pdf(a_season(), SEASON, Paper.A4, tmp_path).text

    assert [letter for letter in text if "\ufb00" <= letter <= "\ufb06"] == []


def test_every_font_is_ours_and_embedded(qtbot: QtBot, tmp_path: Path) -> None:
    fonts = pdf(a_season(), SEASON, Paper.A4, tmp_path).fonts

    assert fonts
    assert {(name.split("+")[-1].split("-")[0], embedded) for name, embedded in fonts} == {
        ("Inter", True)
    }


def test_nothing_on_the_page_is_a_raster(qtbot: QtBot, tmp_path: Path) -> None:
    assert pdf(a_season(), SEASON, Paper.A4, tmp_path).rasters == 0


def test_the_page_is_black_and_grey(qtbot: QtBot, tmp_path: Path) -> None:
    assert pdf(a_season(), SEASON, Paper.A4, tmp_path).has_color is False


def test_an_empty_diary_leaves_the_chart_out(qtbot: QtBot, tmp_path: Path) -> None:
    text = pdf(PlainDiary(), SEASON, Paper.A4, tmp_path).text

    assert "None of the measures was recorded" in text
    assert "Pain and stiffness" not in text


@pytest.mark.parametrize(
    ("name", "paper"), [("en_US", Paper.LETTER), ("en_CA", Paper.LETTER), ("de_DE", Paper.A4)]
)
def test_the_usual_paper_is_the_countrys(name: str, paper: Paper) -> None:
    assert usual_paper(QLocale(name)) is paper


def test_letters_shrink_before_anything_is_cut(qtbot: QtBot) -> None:
    full = report_of(WavingDiary(), SEASON, today=FRI)
    sparse = report_of(PlainDiary(*one_day(("fatigue",))), SEASON, today=FRI)

    assert VisitPaper(full, RESOURCES, Paper.LETTER).scale < 1
    assert VisitPaper(sparse, RESOURCES, Paper.LETTER).scale == 1


def test_the_letters_of_a_well_kept_diary_stay_readable(qtbot: QtBot) -> None:
    report = report_of(a_whole_life(), SEASON, today=FRI)

    assert min(VisitPaper(report, RESOURCES, paper).scale for paper in Paper) > 0.75


def test_rows_of_medicines_go_before_letters_become_hard_to_read(qtbot: QtBot) -> None:
    roomy = VisitPaper(report_of(a_whole_life(), SEASON, today=FRI), RESOURCES, Paper.A4)
    tight = VisitPaper(report_of(CROWDED, SEASON, today=FRI), RESOURCES, Paper.LETTER)

    assert (roomy.medicine_rows, tight.medicine_rows) == (2, 0)


def test_questions_take_the_place_of_the_lines_to_write_on(qtbot: QtBot, tmp_path: Path) -> None:
    asked = pdf(PlainDiary(a_question("May I swim?")), SEASON, Paper.A4, tmp_path)

    assert "May I swim?" in asked.text


def test_what_changed_stands_beside_the_questions(qtbot: QtBot, tmp_path: Path) -> None:
    text = pdf(a_whole_life(), SEASON, Paper.A4, tmp_path).text

    assert "What changed since the last visit" in text
    assert "Adalimumab begun, 40 mg, every 2 weeks" in text
