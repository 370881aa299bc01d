"""The page for the visit: a period is chosen, the page goes out on paper, in files and as text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from heeldiary.domain.days import Span
from heeldiary.ui import prompts
from heeldiary.ui.pages.visit import VisitPage
from tests.builders import FRI
from tests.journeys.person import Person
from tests.ui.pdf import ReadPdf

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def page(patient: Person) -> VisitPage:
    patient.answer("low_back", "4")
    patient.write_note("A word for nobody else.")
    patient.go_to("visit")
    return patient.visit


def save_as(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: path)


def test_the_page_of_a_period_is_saved_as_one_sheet_of_pdf(
    page: VisitPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient.choose(page.period.periods, "Last 4 weeks")
    save_as(tmp_path / "visit.pdf", monkeypatch)
    patient.click(page.pdf_button)

    pdf = ReadPdf(tmp_path / "visit.pdf")
    assert pdf.pages == 1
    assert "stiffness" in pdf.text
    assert "of 28 days" in pdf.text
    assert "nobody else" not in pdf.text
    assert pdf.overlapping_words() == []
    assert pdf.words_off_the_page() == []


@pytest.mark.parametrize("paper", ["A4 paper", "US Letter paper"])
def test_every_period_fits_one_sheet(
    page: VisitPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: str
) -> None:
    patient.choose(page.papers, paper)
    for place in range(page.period.periods.count()):
        patient.choose(page.period.periods, page.period.periods.itemText(place))
        path = tmp_path / f"{place}.pdf"
        save_as(path, monkeypatch)
        patient.click(page.pdf_button)
        assert ReadPdf(path).pages == 1
        assert ReadPdf(path).words_off_the_page() == []


def test_the_page_is_saved_as_html(
    page: VisitPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(tmp_path / "visit.html", monkeypatch)
    page.html_button.setFocus()
    patient.press(Qt.Key.Key_Space)

    written = (tmp_path / "visit.html").read_text("utf-8")
    assert "stiffness" in written
    assert "<svg" in written
    assert "nobody else" not in written


def test_the_page_is_copied_as_text(page: VisitPage, patient: Person) -> None:
    patient.click(page.copy_button)

    copied = QGuiApplication.clipboard().text()
    assert "stiffness" in copied
    assert "nobody else" not in copied


def test_two_dates_are_chosen(page: VisitPage, patient: Person) -> None:
    patient.choose(page.period.periods, "Two dates")
    page.period.first.setFocus()
    for _ in range(2):
        patient.press(Qt.Key.Key_Up)

    span = page.shown.report.span
    assert span.last == FRI
    assert len(span) < 90


def test_an_answer_given_meanwhile_is_on_the_page(page: VisitPage, patient: Person) -> None:
    before = page.shown.report.sheet.covered
    patient.go_to("today")
    patient.undo()
    patient.undo()
    patient.go_to("visit")

    assert page.shown.report.span == Span.ending(FRI, 90)
    assert page.shown.report.sheet.covered != before


def test_a_folder_that_is_missing_is_told_and_another_taken(
    page: VisitPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(tmp_path / "nowhere" / "visit.pdf", monkeypatch)
    patient.click(page.pdf_button)
    assert "no such folder" in page.notice.text

    save_as(tmp_path / "visit.pdf", monkeypatch)
    patient.click(page.pdf_button)
    assert page.notice.text == "The page was saved as “visit.pdf”."
