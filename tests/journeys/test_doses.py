"""Medicines on Today: recorded, corrected and cleared by a person at the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.medicines import Dose, DoseState, Medicine, Schedule
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.widgets.action_line import ActionLine
from tests.builders import FRI, NOON, THU
from tests.journeys.person import Person
from tests.medicine_records import NAPROXEN, a_regimen
from tests.started import Start

ALT = Qt.KeyboardModifier.AltModifier
IBUPROFEN = Medicine(id="ibuprofen", name="Ibuprofen")
RECORDS = (
    NAPROXEN,
    IBUPROFEN,
    a_regimen(times=("08:00", "20:00")),
    a_regimen(id="needed", medicine="ibuprofen", dose=400.0, schedule=Schedule.AS_NEEDED),
)


@pytest.fixture
def treated(start: Start, qtbot: QtBot, home: Path) -> Person:
    """Somebody who takes one medicine twice a day, and another as needed."""
    paths.diary_path().parent.mkdir(parents=True)
    with Store.create(paths.diary_path(), NOON) as store:
        edits = tuple(Edit(None, record) for record in RECORDS)
        store.apply(Change(label="before", edits=edits), NOON)
    return Person(start(), qtbot)


def line(person: Person, place: int) -> ActionLine:
    assert person.today.parts.doses is not None
    return list(person.today.parts.doses.lines.values())[place]


def click(person: Person, place: int, word: str) -> None:
    person.settle()
    pos = line(person, place).center_of(word)
    QTest.mouseClick(line(person, place), Qt.MouseButton.LeftButton, pos=pos)


def doses_on_disk() -> list[Dose]:
    with Store.read(paths.diary_path()) as kept:
        return sorted(kept.records(Dose), key=lambda dose: (dose.day, dose.due_time))


def test_a_day_of_doses_is_there_after_a_restart(
    treated: Person, start: Start, qtbot: QtBot
) -> None:
    click(treated, 0, "taken")
    click(treated, 1, "missed")
    click(treated, 2, "taken")
    treated.close()

    again = Person(start(), qtbot)
    assert line(again, 0).state == "taken at 12:00, 500 mg"
    assert line(again, 1).state == "missed"
    assert line(again, 2).state == "400 mg taken"


def test_the_day_before_is_filled_in_by_the_keyboard_alone(treated: Person) -> None:
    treated.press(Qt.Key.Key_Left, ALT)
    line(treated, 1).setFocus()
    treated.press(Qt.Key.Key_Right)
    treated.press(Qt.Key.Key_Return)
    treated.spell("21:15")
    treated.press(Qt.Key.Key_Return)

    (dose,) = doses_on_disk()
    assert (dose.day, dose.due_time, dose.time) == (THU, "20:00", "21:15")
    line(treated, 1).setFocus()
    treated.press(Qt.Key.Key_Return)
    assert doses_on_disk() == []


def test_one_more_enter_never_throws_a_dose_away(treated: Person) -> None:
    line(treated, 0).setFocus()
    for _ in range(3):
        treated.press(Qt.Key.Key_Return)

    assert [dose.due_time for dose in doses_on_disk()] == ["08:00", "20:00"]
    assert not isinstance(treated.focused, ActionLine)


def test_doses_are_undone_one_by_one(treated: Person) -> None:
    click(treated, 0, "taken")
    click(treated, 1, "taken")
    treated.click(treated.window.side_bar.undo)

    assert [dose.due_time for dose in doses_on_disk()] == ["08:00"]
    treated.click(treated.window.side_bar.redo)
    assert [dose.due_time for dose in doses_on_disk()] == ["08:00", "20:00"]


def test_what_nobody_touched_is_not_recorded(treated: Person) -> None:
    for _ in range(3):
        treated.press(Qt.Key.Key_Left, ALT)
    treated.close()

    assert doses_on_disk() == []


def test_a_dose_is_skipped_with_a_reason(treated: Person) -> None:
    click(treated, 0, "skip")
    treated.spell("Cold")
    treated.press(Qt.Key.Key_Return)

    (dose,) = doses_on_disk()
    assert (dose.state, dose.reason, dose.due_day) == (DoseState.SKIPPED, "Cold", FRI)
