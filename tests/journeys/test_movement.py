"""Movement as a person lives it: sessions, the morning after, miles, undo, another start."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from heeldiary.domain.movement import Session, Shoe
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.sessions_of_day import SessionsOfDay
from tests.builders import FRI, NOON, WED
from tests.journeys.person import Person
from tests.journeys.test_names import nameless
from tests.started import Start

pytestmark = pytest.mark.usefixtures("in_english")
CTRL = Qt.KeyboardModifier.ControlModifier


def movement(person: Person) -> MovementPage:
    page = person.window.page("movement")
    assert isinstance(page, MovementPage)
    return page


def form(person: Person) -> RecordForm:
    found = movement(person).form
    assert found is not None
    return found


def go_to_line(person: Person, field: str) -> None:
    """Go from line to line with Tab until the keyboard is in this field."""
    editor = form(person).editors[field]
    for _ in range(80):
        if editor.isAncestorOf(person.focused):
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(field)


def log_session(person: Person, activity: str, **fields: str) -> None:
    """Write a session with the keyboard alone, and keep it."""
    person.spell(activity)
    for name, text in fields.items():
        go_to_line(person, name)
        if not isinstance(person.focused, QComboBox):
            person.press(Qt.Key.Key_A, CTRL)
        person.spell(text)
    person.press(Qt.Key.Key_Return, CTRL)


def sessions_on_disk() -> list[Session]:
    with Store.read(paths.diary_path()) as kept:
        return sorted(kept.records(Session), key=_by_minutes)


def _by_minutes(session: Session) -> float:
    return session.minutes or 0.0


def choose_miles(person: Person) -> None:
    person.go_to("settings")
    box = person.settings.units.distance
    assert isinstance(box, QComboBox)
    person.choose(box, "Miles (mi)")


def mornings(person: Person) -> SessionsOfDay:
    """Open the part of Today that asks for the morning after."""
    person.go_to("today")
    if person.today.parts.sessions is None:
        person.click(person.today.sheet.parts["movement"].heading)
    assert person.today.parts.sessions is not None
    return person.today.parts.sessions


def log_two_of_today_and_one_of_wednesday(person: Person) -> None:
    choose_miles(person)
    person.go_to("movement")
    person.press(Qt.Key.Key_Space)
    log_session(person, "Running", time="18.30", minutes="42", distance_km="5", pain_during="3")
    person.press(Qt.Key.Key_Space)
    log_session(person, "Swimming", minutes="25")
    person.press(Qt.Key.Key_Space)
    log_session(person, "Bouldering", day="2026-11-18", minutes="60", impact="High")


def test_sessions_the_morning_after_miles_undo_and_another_start(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    log_two_of_today_and_one_of_wednesday(person)
    assert [(s.day, s.minutes) for s in sessions_on_disk()] == [(FRI, 25), (FRI, 42), (WED, 60)]
    assert sessions_on_disk()[1].distance_km == pytest.approx(8.04672)
    assert sessions_on_disk()[2].impact == "high"

    person.undo()
    assert [s.minutes for s in sessions_on_disk()] == [25, 42]
    person.redo()
    assert [s.minutes for s in sessions_on_disk()] == [25, 42, 60]
    person.close()

    next_day = Person(start(now=NOON + timedelta(days=1)), qtbot)
    asked = mornings(next_day)
    assert [row.factor.name for row in asked.mornings] == [
        "Pain on the morning after: Running",
        "Pain on the morning after: Swimming",
    ]
    asked.mornings[0].field.setFocus()
    next_day.spell("2")
    assert [s.pain_next_morning for s in sessions_on_disk()] == [None, 2, None]
    next_day.close()

    again = Person(start(now=NOON + timedelta(days=1)), qtbot)
    assert [row.factor.name for row in mornings(again).mornings] == [
        "Pain on the morning after: Swimming"
    ]
    again.go_to("movement")
    rows = [" | ".join(row) for row in movement(again).sheet.sessions.list.table.texts.rows]
    assert rows[0].startswith(
        "Week of 16 Nov 2026 | sessions: 3 | 127 min | 5 mi (recorded 1 of 3)"
    )
    assert "    Fri 20 Nov, 18:30 | Running | 42 min | 5 mi | – | – · 3 · – · 2" in rows
    assert any("Bouldering" in row for row in rows)


def test_a_form_left_for_another_room_is_kept_or_stays(person: Person) -> None:
    person.go_to("movement")
    person.press(Qt.Key.Key_Space)
    person.spell("Yoga")
    go_to_line(person, "minutes")
    person.spell("long")
    person.go_to("today")
    assert sessions_on_disk() == []
    person.go_to("movement")
    go_to_line(person, "minutes")
    person.press(Qt.Key.Key_A, CTRL)
    person.spell("35")
    person.go_to("today")
    assert [s.minutes for s in sessions_on_disk()] == [35]


def test_a_pair_collects_what_is_run_in_it(person: Person) -> None:
    person.go_to("movement")
    person.click(movement(person).first_pair)
    person.spell("Blue")
    go_to_line(person, "km_before")
    person.spell("479,5")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Space)
    log_session(person, "Running", distance_km="5,5", shoe="Blue")

    assert sessions_on_disk()[0].shoe is not None
    (row,) = movement(person).sheet.shoes.list.table.texts.rows
    assert row[2:4] == ("485 km", "from 300 to 500 miles")
    person.undo()
    person.undo()
    with Store.read(paths.diary_path()) as kept:
        assert list(kept.records(Shoe)) == []
    assert movement(person).first.isVisible()


@pytest.mark.parametrize("name", ["session", "shoe", "milestone", "activity"])
def test_every_control_of_a_form_has_a_name(person: Person, name: str) -> None:
    person.go_to("movement")
    movement(person).open_form(name)
    person.settle()
    assert nameless(person.window) == []


def test_a_form_is_left_by_escape(person: Person) -> None:
    person.go_to("movement")
    person.press(Qt.Key.Key_Space)
    QTest.keyClick(person.focused, Qt.Key.Key_Escape)
    assert movement(person).form is None
    assert person.focused is movement(person).first
