"""Today, driven as a person does: what is typed and clicked is on disk at once."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import SKIPPED, OwnFactor, Reading
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.number_entry import NumberEntry
from tests.builders import FRI, NOON, THU, WED, a_note, a_reading


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> TodayPage:
    page = TodayPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1100, 820)
    page.show()
    page.begin()
    return page


def row(page: TodayPage, key: str) -> AnswerRow:
    found = page.sheet.row(key)
    assert found is not None
    return found


def recorded(store: Store, key: str, day: date = FRI) -> Reading | None:
    return store.readings_on(day).get(key)


def type_weight(page: TodayPage, text: str) -> None:
    page.go_to("weight")
    field = row(page, "weight").field
    assert isinstance(field, NumberEntry)
    QTest.keyClicks(field.line, text)


def test_a_typed_digit_is_on_disk_at_once(page: TodayPage, store: Store) -> None:
    QTest.keyClick(row(page, "first_step_left").field, Qt.Key.Key_6)

    kept = recorded(store, "first_step_left")
    assert kept is not None
    assert kept.number == 6


def test_nothing_is_shown_as_answered_that_was_not(page: TodayPage, store: Store) -> None:
    assert not any(row.is_answered for row in page.sheet.rows)
    assert not store.readings_on(FRI)
    assert page._count.text() == f"0 of {len(page.sheet.rows)} answers for today"


def test_the_whole_check_in_by_keyboard_alone(page: TodayPage, store: Store, qtbot: QtBot) -> None:
    for _ in page.sheet.rows:
        focused = page.window().focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, "2")
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)

    answered = {key for key, reading in store.readings_on(FRI).items() if reading.number == 2}
    expected = {r.factor.key for r in page.sheet.rows} - {"flare_today", "weight"}
    assert answered >= expected


def test_down_and_up_go_between_rows(page: TodayPage) -> None:
    first, second = page.sheet.rows[:2]

    QTest.keyClick(first.field, Qt.Key.Key_Down)
    assert second.field.hasFocus()
    QTest.keyClick(second.field, Qt.Key.Key_Up)
    assert first.field.hasFocus()


def test_zero_skip_and_blank_stay_three_things(page: TodayPage, store: Store) -> None:
    QTest.keyClick(row(page, "low_back").field, Qt.Key.Key_0)
    QTest.keyClick(row(page, "fatigue").field, Qt.Key.Key_S)

    kept = store.readings_on(FRI)
    assert kept["low_back"].value == 0.0
    assert kept["fatigue"].value is SKIPPED
    assert "night_pain" not in kept


def test_delete_clears_the_answer(page: TodayPage, store: Store) -> None:
    field = row(page, "low_back").field
    QTest.keyClick(field, Qt.Key.Key_5)
    QTest.keyClick(field, Qt.Key.Key_Delete)

    assert recorded(store, "low_back") is None
    assert not row(page, "low_back").is_answered


def test_undo_and_redo_reach_the_rows(page: TodayPage, store: Store, desk: Desk) -> None:
    QTest.keyClick(row(page, "low_back").field, Qt.Key.Key_5)

    desk.undo()
    assert not row(page, "low_back").is_answered
    assert recorded(store, "low_back") is None
    desk.redo()
    assert row(page, "low_back").field.answer == 5


def test_a_past_day_is_filled_in_and_says_so(page: TodayPage, store: Store) -> None:
    page.show_day(WED)
    QTest.keyClick(row(page, "low_back").field, Qt.Key.Key_3)

    kept = recorded(store, "low_back", WED)
    assert kept is not None
    assert kept.origin == "later"
    assert recorded(store, "low_back", FRI) is None


def test_the_future_is_out_of_reach(page: TodayPage) -> None:
    page.show_day(date(2026, 11, 21))

    assert page.day == FRI
    assert not page.bar.next.isEnabled()


def test_the_last_answer_is_a_ring_and_no_value(
    qtbot: QtBot, desk: Desk, look: Look, store: Store
) -> None:
    before = a_reading("low_back", 7, day=WED)
    store.apply(Change(label="before", edits=(Edit(None, before),)), NOON)
    page = TodayPage(desk, look)
    qtbot.addWidget(page)
    page.show()

    field = row(page, "low_back").field
    assert field.previous == 7
    assert field.answer is None


def test_a_letter_goes_to_its_site_and_a_row_not_followed_appears(page: TodayPage) -> None:
    assert page.sheet.row("knee_left") is None

    QTest.keyClick(row(page, "fatigue").field, Qt.Key.Key_R)

    assert row(page, "knee_left").field.hasFocus()


def test_clicking_a_site_goes_to_its_row(page: TodayPage) -> None:
    place = page.map.point_of("under_heel_left").toPoint()

    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=place)

    assert row(page, "under_heel_left").field.hasFocus()


def test_clicking_beside_the_body_does_nothing(page: TodayPage) -> None:
    focused = page.window().focusWidget()

    QTest.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))

    assert page.window().focusWidget() is focused


def test_a_note_is_kept_when_it_is_left(page: TodayPage, store: Store) -> None:
    page.sheet.note.setPlainText("Calf tight, “after hills”.")

    page.commit()

    kept = store.note_on(FRI)
    assert kept is not None
    assert kept.text == "Calf tight, “after hills”."


def test_a_note_that_is_emptied_goes(page: TodayPage, store: Store, desk: Desk) -> None:
    desk.apply(Change(label="note", edits=(Edit(None, a_note("Old.", FRI)),)))
    assert page.sheet.note.toPlainText() == "Old."

    page.sheet.note.setPlainText("  ")
    page.commit()

    assert store.note_on(FRI) is None


def test_what_was_typed_is_kept_when_another_day_is_shown(page: TodayPage, store: Store) -> None:
    type_weight(page, "81.5")
    page.sheet.note.setPlainText("Half a sentence")

    page.show_day(THU)

    kept = recorded(store, "weight")
    assert kept is not None
    assert kept.number == 81.5
    assert store.note_on(FRI) is not None
    assert store.note_on(THU) is None


def test_a_value_out_of_range_is_told_and_changes_nothing(page: TodayPage, store: Store) -> None:
    type_weight(page, "5000")
    page.commit()

    assert page.notice.text == "“Weight” takes a number from 20 to 400 kg, not “5000”."
    assert recorded(store, "weight") is None


def test_a_refused_write_leaves_the_row_as_it_was(page: TodayPage, store: Store) -> None:
    store._raw.execute("PRAGMA query_only=ON")

    QTest.keyClick(row(page, "low_back").field, Qt.Key.Key_5)

    assert not row(page, "low_back").is_answered
    assert "cannot be written" in page.notice.text


def test_the_strip_shows_days_with_nothing_as_hollow(
    page: TodayPage, desk: Desk, store: Store
) -> None:
    desk.apply(Change(label="x", edits=(Edit(None, a_reading("neck", 8, day=WED)),)))

    said = page.bar.strip.accessibleDescription()
    assert "Wed 18 Nov: worst pain 8" in said
    assert "Thu 19 Nov: nothing recorded" in said


def test_a_day_of_the_strip_is_clicked(page: TodayPage) -> None:
    strip = page.bar.strip

    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(THU).center())

    assert page.day == THU


def test_an_own_row_appears_when_it_is_added(page: TodayPage, desk: Desk) -> None:
    own = OwnFactor(key="own_sauna", name="Sauna", measure=Kind.YES_NO, maximum=1)

    desk.apply(Change(label="row", edits=(Edit(None, own),)))

    assert row(page, "own_sauna").factor.name == "Sauna"


@pytest.mark.parametrize("width", [640, 820, 1100, 1500])
def test_no_row_is_wider_than_the_page(page: TodayPage, width: int) -> None:
    page.resize(width, 700)
    QApplication.processEvents()

    for shown in page.sheet.rows:
        assert shown.width() <= page.sheet.viewport().width()


def test_the_body_picture_tells_what_is_recorded(page: TodayPage) -> None:
    QTest.keyClick(row(page, "low_back").field, Qt.Key.Key_4)

    assert page.map.accessibleDescription() == "Low back: 4"


def test_every_control_that_takes_the_keyboard_has_a_name(page: TodayPage) -> None:
    from PySide6.QtWidgets import QWidget

    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget, QLabel)
    ]
    assert nameless == []


def test_the_weight_is_asked_in_the_unit_that_was_chosen(
    page: TodayPage, store: Store, tmp_path: Path
) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    keeper.change(weight_unit="lb")

    type_weight(page, "180")
    page.commit()

    kept = recorded(store, "weight")
    assert kept is not None
    assert kept.number == 81.65
    keeper.change(weight_unit="kg")
    field = row(page, "weight").field
    assert isinstance(field, NumberEntry)
    assert field.line.text() == "81.65"
