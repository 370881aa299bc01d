from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import Flare
from heeldiary.domain.medicines import Dose, Medicine
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.visits import Visit
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.history import HistoryPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.month_calendar import month_beside, span_of_month
from tests.builders import FRI, MON, NOON, THU, TUE, WED, a_note, a_reading

OCTOBER = date(2026, 10, 1)


def add(desk: Desk, *records: Record, label: str = "Added") -> None:
    assert desk.apply(Change(label=label, edits=tuple(Edit(None, record) for record in records)))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> HistoryPage:
    page = HistoryPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def test_a_day_says_what_was_recorded(desk: Desk, page: HistoryPage) -> None:
    add(
        desk,
        a_reading(value=4.0, day=THU),
        a_reading("neck", 6.0, day=THU),
        a_note(day=THU),
        Flare(id="f", first_day=WED, last_day=THU, recorded_at=NOON, origin=Origin.LATER),
        Visit(id="v", day=THU, recorded_at=NOON, origin=Origin.LATER),
    )
    calendar = page.calendar.days
    assert "Friday 20 November 2026: nothing recorded" in calendar.accessibleDescription()
    QTest.keyClick(calendar, Qt.Key.Key_Left)
    assert calendar.accessibleDescription() == (
        "Thursday 19 November 2026: Worst pain of the day: 6, flare, visit, note"
    )
    QTest.keyClick(calendar, Qt.Key.Key_Left)
    assert calendar.accessibleDescription() == "Wednesday 18 November 2026: recorded, flare"


def test_another_measure_colours_the_month(desk: Desk, page: HistoryPage) -> None:
    add(desk, a_reading("stiffness_minutes", 45.0, day=FRI), a_reading("fatigue", 0.0, day=THU))
    calendar = page.calendar
    for name, day, said in (
        ("stiffness_minutes", FRI, "45 min"),
        ("fatigue", THU, "Fatigue: 0"),
    ):
        calendar.measure.setCurrentIndex(calendar.measure.findData(name))
        calendar.measure.activated.emit(calendar.measure.currentIndex())
        assert said in calendar.days._said(day)
    assert calendar.days._said(FRI).endswith("recorded")


def test_a_click_or_enter_opens_the_day(qtbot: QtBot, page: HistoryPage) -> None:
    calendar = page.calendar.days
    with qtbot.waitSignal(page.day_chosen) as chosen:
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=calendar.cell(MON).center())
    assert chosen.args == [MON]
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.day_chosen) as chosen:
        QTest.keyClick(calendar, Qt.Key.Key_Return)
    assert chosen.args == [TUE]


def test_the_future_is_not_opened(qtbot: QtBot, page: HistoryPage) -> None:
    calendar = page.calendar.days
    with qtbot.assertNotEmitted(page.day_chosen):
        tomorrow = calendar.cell(FRI + timedelta(days=1)).center()
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=tomorrow)
        QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.current == FRI
    QTest.keyClick(calendar, Qt.Key.Key_PageDown)
    assert not page.calendar.later.isEnabled()


def test_months_are_turned_by_key_and_by_button(page: HistoryPage) -> None:
    calendar = page.calendar.days
    QTest.keyClick(calendar, Qt.Key.Key_PageUp)
    assert calendar.current == OCTOBER
    page.calendar.earlier.click()
    page.calendar.later.click()
    assert page.calendar.days._month == OCTOBER
    QTest.keyClick(calendar, Qt.Key.Key_Up)
    assert calendar.current == date(2026, 9, 24)
    page.calendar.now.click()
    assert page.calendar.days._month == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("month", "months", "beside"),
    [
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 5, 1), 14, date(2027, 7, 1)),
    ],
)
def test_the_month_beside_another(month: date, months: int, beside: date) -> None:
    assert month_beside(month, months) == beside


def test_a_month_has_all_its_days() -> None:
    assert len(span_of_month(date(2028, 2, 1))) == 29


def test_days_are_listed_newest_first_and_opened(
    qtbot: QtBot, desk: Desk, page: HistoryPage
) -> None:
    long_ago = FRI - timedelta(days=400)
    add(desk, a_reading(day=THU), a_reading("neck", day=THU), a_note("Slept well.", day=THU))
    add(desk, a_reading(day=long_ago))
    page.to_days.click()
    assert [row.cells for row in page.days.days._rows] == [
        ("Thursday 19 November 2026", "2", "", "Slept well.")
    ]
    page.days.days.more.click()
    assert len(page.days.days._rows) == 2
    assert not page.days.days.more.isVisible()
    with qtbot.waitSignal(page.day_chosen) as chosen:
        page.days.days.chosen.emit(long_ago.isoformat())
    assert chosen.args == [long_ago]


def test_a_day_with_only_a_dose_and_a_session_is_listed(desk: Desk, page: HistoryPage) -> None:
    add(
        desk,
        Medicine(id="m", name="Naproxen"),
        Dose(id="d", medicine="m", day=TUE, recorded_at=NOON, origin=Origin.LATER),
        Dose(id="e", medicine="m", day=TUE, recorded_at=NOON, origin=Origin.LATER),
        Visit(id="v", day=TUE, recorded_at=NOON, origin=Origin.LATER),
    )
    assert page.calendar.days._said(TUE) == "Tuesday 17 November 2026: recorded, visit"
    page.to_days.click()
    assert [row.cells for row in page.days.days._rows] == [
        ("Tuesday 17 November 2026", "0", "2 doses, visit", "")
    ]


def test_words_are_found_and_their_day_opened(qtbot: QtBot, desk: Desk, page: HistoryPage) -> None:
    add(desk, a_note("Achilles sore after the market.", day=TUE))
    page.to_days.click()
    page.days.words.setText("ACHIL")
    QTest.keyClick(page.days.words, Qt.Key.Key_Return)
    assert [row.cells for row in page.days.found._rows] == [
        ("Tuesday 17 November 2026", "Note", "Achilles sore after the market.")
    ]
    assert not page.days.days.isVisible()
    with qtbot.waitSignal(page.day_chosen) as chosen:
        page.days.found.chosen.emit("note/2026-11-17")
    assert chosen.args == [TUE]
    page.days.words.setText("nowhere")
    page.days._look()
    assert page.days._count.text() == "Nothing that you wrote holds these words."
    page.days.words.clear()
    page.days._look()
    assert page.days.days.isVisible()


def test_what_is_about_no_day_is_found_but_opens_none(
    qtbot: QtBot, desk: Desk, page: HistoryPage
) -> None:
    add(desk, Medicine(id="m", name="Naproxen"))
    page.to_days.click()
    page.days.words.setText("napr")
    page.days._look()
    with qtbot.assertNotEmitted(page.day_chosen):
        page.days.found.chosen.emit("medicine/m")
    assert "no day that can be opened" in page.notice.text


def test_more_is_found_in_steps(desk: Desk, page: HistoryPage) -> None:
    add(desk, *(a_note("sore", day=FRI - timedelta(days=n)) for n in range(60)))
    page.to_days.click()
    page.days.words.setText("sore")
    page.days._look()
    assert len(page.days.found._rows) == 50
    page.days.found.more.click()
    assert len(page.days.found._rows) == 60
    assert not page.days.found.more.isVisible()


def test_an_overwritten_answer_is_brought_back(desk: Desk, page: HistoryPage) -> None:
    four, five = a_reading(value=4.0), a_reading(value=5.0)
    add(desk, four, label="Low back: 4")
    desk.apply(Change(label="Low back: 5", edits=(Edit(four, five),)))
    page.to_changes.click()
    page.changes.changes.chosen.emit("2")
    (row,) = page.changes.edits._rows
    assert row.cells == ("16 Nov 2026", "Low back: 4", "Low back: 5", "Low back: 5")
    page.changes.restore.click()
    assert desk.diary.readings_on(MON)["low_back"] == four
    assert "Brought back: Low back: 4" in page.notice.text
    assert not page.changes.restore.isEnabled()
    desk.undo()
    assert desk.diary.readings_on(MON)["low_back"] == five


def test_a_deleted_note_is_brought_back_after_a_restart(
    qtbot: QtBot, desk: Desk, look: Look
) -> None:
    add(desk, a_note())
    desk.apply(Change(label="Note cleared", edits=(Edit(a_note(), None),)))
    page = HistoryPage(Desk(desk._store, desk.clock), look)
    qtbot.addWidget(page)
    page.show()
    page.to_changes.click()
    page.changes.changes.chosen.emit("2")
    page.changes.edits.chosen.emit("0")
    assert desk.diary.note_on(MON) == a_note()
    page.changes.edits.chosen.emit("0")
    assert "stands in the diary just so" in page.notice.text


def test_an_addition_has_nothing_to_bring_back(desk: Desk, page: HistoryPage) -> None:
    add(desk, a_note())
    page.to_changes.click()
    page.changes.changes.chosen.emit("1")
    assert not page.changes.restore.isEnabled()
    page.changes.edits.chosen.emit("0")
    assert "nothing from before it" in page.notice.text
    page.changes.close_it.click()
    assert not page.changes._card.isVisible()


def test_changes_are_listed_in_steps_and_a_long_one_is_cut(desk: Desk, page: HistoryPage) -> None:
    add(desk, *(a_note(day=FRI - timedelta(days=n)) for n in range(320)))
    for n in range(55):
        add(desk, a_reading("neck", day=FRI - timedelta(days=n)), label=f"Neck {n}")
    desk.undo()
    page.to_changes.click()
    assert len(page.changes.changes._rows) == 50
    page.changes.changes.more.click()
    assert len(page.changes.changes._rows) == 57
    assert page.changes.changes._rows[1].cells[2] == "Neck 54 (taken back since)"
    page.changes.changes.chosen.emit("1")
    assert "320 records; the first 300 are listed." in page.changes._about.text()


def test_the_keyboard_begins_in_the_view_that_is_shown(
    qtbot: QtBot, desk: Desk, page: HistoryPage
) -> None:
    add(desk, a_note())
    for way, start in (
        (page.to_days, page.days.words),
        (page.to_calendar, page.calendar.days),
    ):
        way.click()
        assert page.focusWidget() is start


def test_a_long_change_is_not_read_whole(desk: Desk) -> None:
    notes = [a_note(f"Note {n}", FRI - timedelta(days=n)) for n in range(20)]
    add(desk, *notes)
    (change,) = desk.history(1)
    assert [edit.record for edit in desk.edits_of(change.number, 3)] == notes[:3]
    assert len(desk.edits_of(change.number)) == 20


def test_bringing_back_from_far_down_keeps_the_place(desk: Desk, page: HistoryPage) -> None:
    first, second = a_reading(value=4.0), a_reading("neck", 4.0)
    add(desk, first, second)
    change = Change(label="<b>Gone</b>", edits=(Edit(first, None), Edit(second, None)))
    assert desk.apply(change)
    for number in range(60):
        add(desk, a_note(f"Note {number}", FRI - timedelta(days=number)))
    page.to_changes.click()
    changes = page.changes
    changes.changes.more.click()
    listed = changes.changes.table.texts.rowCount()
    changes.changes.chosen.emit("2")
    assert changes._about.textFormat() == Qt.TextFormat.PlainText
    changes.edits.table.setCurrentIndex(changes.edits.table.texts.index(1, 0))
    changes.restore.click()
    page.refresh()
    assert desk.diary.find("reading", second.id) == second
    assert changes.changes.table.texts.rowCount() > listed
    assert changes._card.isVisible()
    assert changes.edits.current == "1"


def test_the_days_that_are_listed_stay_listed(desk: Desk, page: HistoryPage) -> None:
    add(desk, *(a_note(f"Note {n}", FRI - timedelta(days=n)) for n in range(90)))
    page.to_days.click()
    page.days.days.more.click()
    assert page.days.days.table.texts.rowCount() == 90
    add(desk, a_reading(day=FRI))
    page.refresh()
    assert page.days.days.table.texts.rowCount() == 90


def test_no_day_is_before_the_first_that_a_diary_can_have(page: HistoryPage) -> None:
    first = date(1900, 1, 1)
    page.calendar._go_to(first)
    calendar = page.calendar.days
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(calendar, key)
        assert calendar.current == first


def test_an_empty_diary_invites_to_a_first_day(qtbot: QtBot, desk: Desk, page: HistoryPage) -> None:
    assert not page.invitation.isVisible()  # a month is a month
    for view in (page.to_days, page.to_changes):
        view.click()
        assert page.invitation.isVisible()
        assert QApplication.focusWidget() is page.first
        with qtbot.waitSignal(page.day_chosen) as chosen:
            page.first.click()
        assert chosen.args == [FRI]
    add(desk, a_note(day=THU))
    assert not page.invitation.isVisible()
    assert page.changes.isVisible()
