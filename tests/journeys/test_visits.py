"""From one visit to the next: questions are collected, asked, answered; the page follows."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heeldiary.domain.visits import Question, Visit
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from heeldiary.ui.pages.visit import VisitPage
from heeldiary.ui.widgets.visit_parts import APPOINTMENTS, QUESTIONS
from tests.builders import FRI
from tests.journeys.person import Person
from tests.started import Start
from tests.ui.pdf import ReadPdf

pytestmark = pytest.mark.usefixtures("in_english")


def on_disk() -> tuple[list[Visit], list[Question]]:
    with Store.read(paths.diary_path()) as kept:
        return list(kept.records(Visit)), list(kept.records(Question))


def visit_page(person: Person) -> VisitPage:
    person.go_to("visit")
    return person.visit


def write_appointment(person: Person, day: str, said: str = "") -> None:
    """By the button of the folded part, the keyboard and Keep."""
    page = person.visit
    if page.parts.visits is None:
        person.click(page.parts.parts[APPOINTMENTS].heading)
    assert page.parts.visits is not None
    person.click(page.parts.visits.add)
    form = page.form
    assert form is not None
    form.editors["day"].line.selectAll()  # type: ignore[attr-defined]
    form.editors["day"].setFocus()
    person.spell(day)
    form.editors["said"].setFocus()
    person.spell(said)
    person.click(form.keep)
    assert page.form is None


def ask(person: Person, text: str) -> None:
    page = person.visit
    if page.parts.questions is None:
        person.click(page.parts.parts[QUESTIONS].heading)
    assert page.parts.questions is not None
    page.parts.questions.line.setFocus()
    person.spell(text)
    person.press(Qt.Key.Key_Return)


def test_from_one_visit_to_the_next(
    patient: Person, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit_page(patient)
    write_appointment(patient, "2026-11-01", "Nobody else reads this.")
    ask(patient, "May I swim?")
    ask(patient, "And run?")
    patient.close()

    again = Person(start(), qtbot)
    page = visit_page(again)
    covered = page.shown.report.sheet.covered
    assert covered.startswith("Since the last visit, 2–20 Nov 2026")
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: tmp_path / "visit.pdf")
    again.click(page.pdf_button)
    text = ReadPdf(tmp_path / "visit.pdf").text
    assert "May I swim?" in text
    assert "Nobody else" not in text

    again.click(page.parts.parts[QUESTIONS].heading)
    assert page.parts.questions is not None
    again.click(page.parts.questions.answer)
    assert page.form is not None
    again.spell("Yes, twice a week.")
    again.click(page.form.keep)
    assert page.shown.report.sheet.questions == ("And run?",)
    visits, questions = on_disk()
    (answered,) = (question for question in questions if question.closed)
    assert (answered.answer, answered.visit) == ("Yes, twice a week.", visits[0].id)


def test_an_appointment_to_come_waits_and_is_taken_back(patient: Person) -> None:
    page = visit_page(patient)
    write_appointment(patient, "2026-12-20")

    assert on_disk()[0][0].day == FRI + timedelta(days=30)
    assert page.parts.parts[APPOINTMENTS].heading.remark == "next: 20 Dec 2026"
    assert len(page.period.span) == 90
    patient.undo()
    assert on_disk()[0] == []


def test_a_question_half_typed_is_kept_with_the_room(patient: Person) -> None:
    page = visit_page(patient)
    patient.click(page.parts.parts[QUESTIONS].heading)
    assert page.parts.questions is not None
    page.parts.questions.line.setFocus()
    patient.spell("May I swim?")
    patient.go_to("today")

    assert [question.text for question in on_disk()[1]] == ["May I swim?"]
