"""Questions and appointments on the page for a visit."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.domain.visits import Question, Visit
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.visit import VisitPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.period_chooser import SINCE_VISIT, TWO_DATES
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.visit_list import VisitList
from heeldiary.ui.widgets.visit_parts import APPOINTMENTS, QUESTIONS
from heeldiary.ui.widgets.visit_questions import QuestionList
from tests.builders import FRI, MON, TUE, WED, a_question, a_reading, a_visit

Opened: TypeAlias = Callable[..., VisitPage]

pytestmark = pytest.mark.usefixtures("in_english")

TOMORROW = FRI + timedelta(days=1)


@pytest.fixture
def opened(desk: Desk, look: Look, qtbot: QtBot) -> Opened:
    """Opens the page on a diary with these records."""

    def open_page(*records: Record) -> VisitPage:
        if records:
            edits = tuple(Edit(None, record) for record in records)
            assert desk.apply(Change(label="Before", edits=edits))
        page = VisitPage(desk, look)
        qtbot.addWidget(page)
        page.resize(784, 700)
        page.show()
        page.begin()
        return page

    return open_page


def questions(page: VisitPage) -> QuestionList:
    if page.parts.questions is None:
        page.parts.open_part(QUESTIONS)
    assert page.parts.questions is not None
    return page.parts.questions


def visits(page: VisitPage) -> VisitList:
    if page.parts.visits is None:
        page.parts.open_part(APPOINTMENTS)
    assert page.parts.visits is not None
    return page.parts.visits


def the_form(page: VisitPage) -> RecordForm:
    assert page.form is not None
    return page.form


def put(page: VisitPage, **values: object) -> None:
    for name, value in values.items():
        the_form(page).editors[name].show_value(value)


def asked(page: VisitPage) -> list[str]:
    return [row[1] for row in questions(page).waiting.table.texts.rows]


def remark(page: VisitPage, part: str) -> str:
    return page.parts.parts[part].heading.remark


def days_of(page: VisitPage) -> list[date]:
    return [visit.day for visit in page.desk.diary.records(Visit)]


def type_question(page: VisitPage, text: str) -> None:
    line = questions(page).line
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_both_parts_are_folded_and_say_what_there_is(opened: Opened) -> None:
    page = opened(a_question("One?"), a_visit(TOMORROW, time="09:30"))

    assert (page.parts.questions, page.parts.visits) == (None, None)
    assert remark(page, QUESTIONS) == "1 is waiting"
    assert remark(page, APPOINTMENTS) == "next: 21 Nov 2026, 09:30"


def test_without_anything_that_is_said(opened: Opened) -> None:
    page = opened()

    assert (remark(page, QUESTIONS), remark(page, APPOINTMENTS)) == (
        "none is waiting",
        "none is to come",
    )


def test_a_question_is_added_in_one_line(opened: Opened) -> None:
    page = opened()
    page.open_form("question")
    type_question(page, "May I swim?")
    type_question(page, "And run?")

    assert asked(page) == ["May I swim?", "And run?"]
    assert questions(page).line.text() == ""
    assert remark(page, QUESTIONS) == "2 are waiting"


def test_an_empty_line_adds_nothing(opened: Opened) -> None:
    page = opened()
    type_question(page, "   ")

    assert page.desk.diary.records(Question) == []


def test_a_question_typed_and_not_given_is_kept_on_leaving(opened: Opened) -> None:
    page = opened()
    questions(page).line.setText("May I swim?")
    assert not page.is_kept
    page.commit()

    assert asked(page) == ["May I swim?"]
    assert page.is_kept


def test_folding_keeps_what_was_typed(opened: Opened) -> None:
    page = opened()
    questions(page).line.setText("May I swim?")
    page.parts.parts[QUESTIONS].heading.click()

    assert page.parts.questions is None
    assert remark(page, QUESTIONS) == "1 is waiting"


def test_the_chosen_question_moves_and_stays_chosen(opened: Opened) -> None:
    texts = ("First?", "Second?", "Third?")
    places = enumerate(zip("abc", texts, strict=True))
    page = opened(*(a_question(text, key, position=place) for place, (key, text) in places))
    questions(page).down.click()
    questions(page).down.click()
    assert asked(page) == ["Second?", "Third?", "First?"]
    questions(page).down.click()
    questions(page).up.click()

    assert asked(page) == ["Second?", "First?", "Third?"]
    assert questions(page).waiting.current == "a"


def test_an_answer_closes_the_question_at_the_latest_visit(opened: Opened) -> None:
    page = opened(a_visit(TUE), a_question("May I swim?"))
    questions(page).answer.click()
    put(page, answer="Yes.")
    the_form(page).keep.click()

    (question,) = page.desk.diary.records(Question)
    assert (question.closed, question.answer, question.visit) == (True, "Yes.", "v")
    assert asked(page) == []
    assert questions(page).done.table.texts.rows == [("16 Nov 2026", "May I swim?", "Yes.")]


def test_a_question_is_changed(opened: Opened) -> None:
    page = opened(a_question("May I swim?"))
    questions(page).change.click()
    put(page, text="May I swim in the sea?")
    the_form(page).keep.click()

    assert asked(page) == ["May I swim in the sea?"]


def test_an_answered_question_is_asked_again(opened: Opened) -> None:
    page = opened(a_question("May I swim?", closed=True, answer="Not yet."))
    questions(page).done.chosen.emit("q")
    put(page, closed=False)
    the_form(page).keep.click()

    assert asked(page) == ["May I swim?"]


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "cannot be empty"), ("x" * 201, "has 201 characters")]
)
def test_a_question_that_cannot_be_stays_in_its_form(
    opened: Opened, text: str, sentence: str
) -> None:
    page = opened(a_question("May I swim?"))
    questions(page).change.click()
    put(page, text=text)
    the_form(page).keep.click()

    assert sentence in the_form(page)._wrong.text()
    assert page.desk.diary.records(Question) == [a_question("May I swim?")]


def test_a_question_is_removed_and_brought_back(opened: Opened) -> None:
    page = opened(a_question("May I swim?"))
    questions(page).change.click()
    the_form(page).remove.click()
    assert asked(page) == []

    page.desk.undo()
    assert asked(page) == ["May I swim?"]


def test_a_question_of_another_visit_shows_its_name(opened: Opened) -> None:
    page = opened(a_visit(MON), a_question("May I swim?", closed=True, visit="v"))
    questions(page).done.chosen.emit("q")

    assert the_form(page).editors["visit"].box.currentText() == "16 Nov 2026"  # type: ignore[attr-defined]


def test_open_questions_stand_on_the_page(opened: Opened) -> None:
    page = opened(a_reading(day=MON))
    type_question(page, "May I swim?")

    assert page.shown.report.sheet.questions == ("May I swim?",)


def test_an_appointment_is_written_down(opened: Opened) -> None:
    page = opened()
    page.open_form("visit")
    put(page, day=TOMORROW, time="9.30", clinician="Dr Lee", place="Clinic", purpose="Control")
    the_form(page).keep.click()

    (visit,) = page.desk.diary.records(Visit)
    assert (visit.day, visit.time, visit.clinician) == (TOMORROW, "09:30", "Dr Lee")
    assert visits(page).coming.table.texts.rows == [
        ("21 Nov 2026", "09:30", "Dr Lee", "Clinic", "Control")
    ]
    assert remark(page, APPOINTMENTS) == "next: 21 Nov 2026, 09:30, Dr Lee"


def test_what_was_decided_is_added_afterwards(opened: Opened) -> None:
    page = opened(a_visit(MON))
    visits(page).past.chosen.emit("v")
    put(page, decisions="A picture\nin spring.", said="Keep moving.")
    the_form(page).keep.click()

    assert visits(page).past.table.texts.rows == [
        ("16 Nov 2026", "", "A picture in spring. · Keep moving.")
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": None}, "“Day” takes a day"),
        ({"day": date(1899, 1, 1)}, "too long ago"),
        ({"day": FRI + timedelta(days=36_500)}, "future"),
        ({"time": "25:00"}, "“Time” takes a time of day"),
        ({"said": "x" * 20_001}, "“Said” has 20001 characters"),
    ],
)
def test_an_appointment_that_cannot_be_stays_in_its_form(
    opened: Opened, values: dict[str, object], sentence: str
) -> None:
    page = opened()
    page.open_form("visit")
    put(page, **values)
    the_form(page).keep.click()

    assert sentence in the_form(page)._wrong.text()
    assert days_of(page) == []


def test_the_questions_of_a_removed_appointment_stay(opened: Opened) -> None:
    page = opened(a_visit(TOMORROW), a_question("May I swim?", visit="v"))
    visits(page).coming.chosen.emit("v")
    the_form(page).remove.click()

    assert days_of(page) == []
    assert asked(page) == ["May I swim?"]


def test_earlier_appointments_are_shown_in_steps(opened: Opened) -> None:
    page = opened(*(a_visit(FRI - timedelta(days=9 * n), f"v{n}") for n in range(1, 26)))
    past = visits(page).past
    assert len(past.table.texts.rows) == 20

    past.more.click()
    assert len(past.table.texts.rows) == 25
    assert not past.more.isVisible()


def test_todays_appointment_is_still_to_come(opened: Opened) -> None:
    page = opened(a_visit(FRI))

    assert len(visits(page).coming.table.texts.rows) == 1
    assert visits(page).past.table.texts.rows == []


def test_the_page_begins_after_the_last_visit(opened: Opened) -> None:
    page = opened(a_visit(TUE), a_reading(day=MON))

    assert page.period.periods.currentData() == SINCE_VISIT
    assert page.shown.report.sheet.covered.startswith("Since the last visit, 18–20 Nov 2026")
    assert page.why.text() == "From the day after the visit on 17 Nov 2026."


def test_without_a_visit_the_page_says_where_it_begins(opened: Opened) -> None:
    page = opened(a_reading(day=MON))

    assert page.period.span == Span.ending(FRI, 90)
    assert "Once a visit stands in the diary" in page.why.text()
    page.period.choose(TWO_DATES)
    assert not page.why.isVisible()


def test_a_visit_written_down_meanwhile_moves_the_beginning(opened: Opened) -> None:
    page = opened(a_reading(day=MON))
    page.desk.apply(Change(label="Visit", edits=(Edit(None, a_visit(WED)),)))
    assert page.period.span == Span(WED + timedelta(days=1), FRI)

    page.desk.undo()
    assert page.period.span == Span.ending(FRI, 90)


def test_leaving_a_touched_form_is_asked_about(opened: Opened, asked: list[str]) -> None:
    page = opened()
    page.open_form("visit")
    put(page, clinician="Dr Lee")
    the_form(page).back.click()

    assert len(asked) == 1
    assert (page.form, days_of(page)) == (None, [])


def test_leaving_the_room_keeps_what_is_complete(opened: Opened) -> None:
    page = opened()
    page.open_form("visit")
    put(page, clinician="Dr Lee")
    page.commit()

    assert days_of(page) == [FRI]


def test_another_form_does_not_take_the_place_of_one_that_cannot_be_kept(opened: Opened) -> None:
    page = opened()
    page.open_form("visit")
    put(page, time="25:00")
    page.open_form("visit")

    assert not page.is_kept
    assert "before the next" in page.notice.text


def test_every_control_has_a_name(opened: Opened) -> None:
    page = opened(a_reading(day=MON), a_visit(MON), a_question("One?"), a_visit(TOMORROW, "w"))
    page.parts.open_part(QUESTIONS)
    page.parts.open_part(APPOINTMENTS)
    for _ in range(2):
        controls = [
            w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            w
            for w in controls
            if w.isVisible()
            and not (w.accessibleName() or (isinstance(w, QPushButton) and w.text()))
            and w.metaObject().className() != "QScrollArea"
        ]
        assert nameless == []
        page.open_form("visit")


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_text_size(opened: Opened, look: Look, percent: int) -> None:
    page = opened(
        a_reading(day=MON), a_visit(MON), a_question("One? " * 30), a_visit(TOMORROW, "w")
    )
    page.parts.open_part(QUESTIONS)
    page.parts.open_part(APPOINTMENTS)
    look.choose("dark", percent)
    QApplication.processEvents()
    parts = [questions(page), questions(page).down, visits(page), page.period.periods, page.why]

    cut = [w for w in parts if w.mapTo(page, QPoint(w.width(), 0)).x() > page.width()]
    assert cut == []
