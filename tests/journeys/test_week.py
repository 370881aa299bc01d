"""A week is typed, the window is closed, and everything is there the next time."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import Span
from heeldiary.domain.records import SKIPPED, Origin, Reading
from tests.builders import FRI, MON, THU, TUE, WED
from tests.journeys.person import Person, all_on_disk, note_on_disk, on_disk
from tests.started import Start

ALT = Qt.KeyboardModifier.AltModifier
WEEK = Span.ending(FRI, 7)


def spell_day(person: Person, place: int) -> None:
    """Two values, one of them zero, one row skipped, the others left blank, and a note."""
    person.answer("low_back", str(place))
    person.answer("under_heel_left", "10")
    person.answer("stiffness_minutes", "25")
    person.press(Qt.Key.Key_Return)
    person.answer("fatigue", "0")
    person.answer("night_pain", "s")
    person.answer("weight", f"8{place}.5")
    person.press(Qt.Key.Key_Tab)
    person.write_note(f'Day {place}, "slow".')


def expected(place: int) -> dict[str, object]:
    return {
        "low_back": float(place),
        "under_heel_left": 10.0,
        "stiffness_minutes": 25.0,
        "fatigue": 0.0,
        "night_pain": SKIPPED,
        "weight": 80.5 + place,
    }


def values_on_disk(day: date) -> dict[str, object]:
    return {key: reading.value for key, reading in on_disk(day).items()}


def test_a_week_typed_by_keyboard_alone_is_there_after_a_restart(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    for place, day in enumerate(reversed(list(WEEK))):
        assert person.today.day == day
        spell_day(person, place)
        person.press(Qt.Key.Key_Left, ALT)
    person.close()

    for place, day in enumerate(reversed(list(WEEK))):
        assert values_on_disk(day) == expected(place)
        assert note_on_disk(day) == f'Day {place}, "slow".'
    assert on_disk(FRI)["low_back"].origin is Origin.THAT_DAY
    assert on_disk(THU)["low_back"].origin is Origin.LATER
    again = Person(start(), qtbot)
    for place in range(7):
        answers = {row.factor.key: row.field.answer for row in again.today.sheet.rows}
        assert {key: v for key, v in answers.items() if v is not None} == expected(place)
        assert answers["first_step_left"] is None
        assert again.today.sheet.note.toPlainText() == f'Day {place}, "slow".'
        again.press(Qt.Key.Key_Left, ALT)


def test_a_whole_check_in_without_leaving_the_keys(person: Person) -> None:
    rows = person.today.sheet.rows
    person.today.begin()
    for row in rows:
        assert row.isAncestorOf(person.focused), row.factor.key
        person.spell("s")
        person.press(Qt.Key.Key_Down)

    assert person.focused is person.today.sheet.note
    assert {r.value for r in on_disk(FRI).values()} == {SKIPPED}
    assert len(on_disk(FRI)) == len(rows)


def test_days_are_reached_by_the_strip_the_arrows_and_the_calendar(person: Person) -> None:
    bar = person.today.bar
    strip = bar.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(TUE).center())
    assert person.today.day == TUE
    person.answer("low_back", "2")
    strip.setFocus()
    person.press(Qt.Key.Key_Right)
    assert person.today.day == WED
    person.answer("low_back", "3")
    person.click(bar.previous)
    person.click(bar.previous)
    assert person.today.day == MON
    person.answer("low_back", "1")
    person.click(bar.back)

    assert person.today.day == FRI
    found = [(r.day, r.value) for r in all_on_disk() if isinstance(r, Reading)]
    assert found == [(MON, 1), (TUE, 2), (WED, 3)]


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen platform
def test_the_calendar_is_opened_and_left_by_the_keyboard(person: Person, qtbot: QtBot) -> None:
    def choose_the_day_a_week_before() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        dates = menu.findChild(QCalendarWidget)
        assert dates is not None
        assert dates.isAncestorOf(person.focused)
        person.press(Qt.Key.Key_Up)
        person.press(Qt.Key.Key_Return)

    person.today.bar.calendar.setFocus()
    QTimer.singleShot(50, person.window, choose_the_day_a_week_before)
    person.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: person.today.day != FRI)

    assert person.today.day == FRI - timedelta(days=7)
    person.answer("low_back", "7")
    assert on_disk(FRI - timedelta(days=7))["low_back"].number == 7


def test_the_future_cannot_be_reached(person: Person) -> None:
    person.press(Qt.Key.Key_Right, ALT)

    assert person.today.day == FRI
    assert not person.today.bar.next.isEnabled()


def test_delete_leaves_no_zero_behind(person: Person) -> None:
    person.answer("low_back", "6")
    person.press(Qt.Key.Key_Delete)
    person.answer("weight", "81")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Backspace)
    person.press(Qt.Key.Key_Backspace)
    person.press(Qt.Key.Key_Return)

    assert on_disk(FRI) == {}


def test_a_note_of_many_lines_and_strange_letters_comes_back(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    text = "“Slow”, 5 % better; fußläufig\n=SUM(A1)\n<b>🦶</b>"
    person.today.sheet.note.setFocus()
    QApplication.clipboard().setText(text)
    person.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    person.close()

    assert note_on_disk(FRI) == text
    assert Person(start(), qtbot).today.sheet.note.toPlainText() == text


@pytest.mark.parametrize("word", ["5000", "8..1", "-4"])
def test_a_wrong_weight_is_told_and_nothing_is_recorded(person: Person, word: str) -> None:
    person.answer("weight", word)
    person.press(Qt.Key.Key_Return)

    assert f"not “{word}”" in person.today.notice.text
    assert on_disk(FRI) == {}
