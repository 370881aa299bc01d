"""Rows are chosen and added, the look is changed, and every room still fits the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.host.settings import TEXT_SIZES
from heeldiary.ui.actions import ROOMS
from heeldiary.ui.page import Page
from tests.builders import FRI
from tests.journeys.person import Person, on_disk
from tests.started import Start

THEMES = ("Light", "Dark", "High contrast")


def tick(person: Person, name: str) -> None:
    """Tick or untick a row of Today in the list."""
    person.go_to("settings")
    rows = person.settings.rows.list
    rows.setFocus()
    rows.setCurrentItem(rows.findItems(name, Qt.MatchFlag.MatchExactly)[0])
    person.press(Qt.Key.Key_Space)


def add_row(person: Person, name: str, kind: str, unit: str = "") -> None:
    person.go_to("settings")
    rows = person.settings.rows
    rows.name.setFocus()
    person.spell(name)
    person.choose(rows.kind, kind)
    if unit:
        rows.unit.setFocus()
        person.spell(unit)
    person.click(rows.add)


def too_wide(page: Page) -> list[str]:
    """What does not fit into the width that it has."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    cut = []
    for area in areas:
        sheet, room = area.widget(), area.viewport().width()
        if sheet is not None and sheet.width() > room:
            cut.append(f"{type(area).__name__} {sheet.width()} in {room}")
    return cut + [
        f"{type(part).__name__} “{part.accessibleName()}”"
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and is_cut(part, page)
    ]


def is_cut(part: QWidget, page: Page) -> bool:
    right = part.mapTo(page, part.rect().topRight()).x()
    return right >= page.width()


def test_a_hidden_row_is_not_asked_and_keeps_its_answers(person: Person) -> None:
    person.answer("fatigue", "4")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    tick(person, "Fatigue")
    person.go_to("today")

    assert person.today.sheet.row("fatigue") is None
    assert on_disk(FRI)["fatigue"].number == 4
    person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert person.row("fatigue").field.answer == 4


def test_a_row_is_hidden_by_a_click_beside_its_box(person: Person) -> None:
    person.go_to("settings")
    rows = person.settings.rows.list
    (item,) = rows.findItems("Fatigue", Qt.MatchFlag.MatchExactly)
    rows.scrollToItem(item)
    middle = rows.visualItemRect(item).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert rows.currentItem() is item
    assert item.checkState() is Qt.CheckState.Checked
    beside = QPoint(person.program.look.px(40), middle.y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)

    assert rows.currentItem().text() == "Fatigue"
    assert rows.currentItem().checkState() is Qt.CheckState.Unchecked
    person.go_to("today")
    assert person.today.sheet.row("fatigue") is None


@pytest.mark.parametrize(
    ("kind", "unit", "keys", "value"),
    [
        ("0 to 10", "", "7", 7),
        ("yes or no", "", "y", 1),
        ("a count", "", "3", 3),
        ("minutes", "", "45", 45),
        ("a number with a unit", "cm", "12.5", 12.5),
    ],
)
def test_a_row_of_ones_own_is_answered(
    person: Person, start: Start, qtbot: QtBot, kind: str, unit: str, keys: str, value: float
) -> None:
    add_row(person, "Sauna", kind, unit)
    person.go_to("today")
    person.answer("own_sauna", keys)
    person.close()

    assert on_disk(FRI)["own_sauna"].number == value
    assert Person(start(), qtbot).row("own_sauna").field.answer == value


def test_a_row_that_is_there_already_is_refused(person: Person) -> None:
    add_row(person, "fatigue", "0 to 10")

    assert "There is a row called" in person.settings.rows.notice.text
    assert person.settings.rows.name.text() == "fatigue"


def test_a_moved_row_stands_there_the_next_time(person: Person, start: Start, qtbot: QtBot) -> None:
    before = [row.factor.key for row in person.today.sheet.rows]
    person.go_to("settings")
    rows = person.settings.rows
    name = person.today.sheet.rows[1].factor.name
    rows.list.setCurrentItem(rows.list.findItems(name, Qt.MatchFlag.MatchExactly)[0])
    person.click(rows.up)
    person.close()

    after = [row.factor.key for row in Person(start(), qtbot).today.sheet.rows]
    assert after[:2] == [before[1], before[0]]


def test_the_look_is_there_the_next_time(person: Person, start: Start, qtbot: QtBot) -> None:
    person.go_to("settings")
    person.choose(person.settings.theme, "Dark")
    person.choose(person.settings.text, "150 %")
    person.close()

    again = Person(start(), qtbot)
    assert again.program.look.theme.name == "dark"
    assert again.program.look.text_percent == TEXT_SIZES[2]


@pytest.mark.parametrize("theme", THEMES)
def test_every_room_fits_a_small_window_at_double_text(patient: Person, theme: str) -> None:
    patient.window.resize(1024, 700)
    add_row(patient, "Sauna with a name of several words", "a number with a unit", "kilometres")
    patient.choose(patient.settings.theme, theme)
    patient.choose(patient.settings.text, "200 %")
    cut = {}
    for room in ROOMS:
        page = patient.go_to(room.name)
        patient.settle()
        cut[room.name] = too_wide(page)

    assert {room: parts for room, parts in cut.items() if parts} == {}
    assert patient.window.width() == 1024


def test_what_is_typed_is_kept_when_the_look_changes(person: Person) -> None:
    person.answer("weight", "81.5")
    person.today.sheet.note.setPlainText("Half a sentence")
    person.program.keeper.change(theme="dark", text_percent=200)

    assert on_disk(FRI)["weight"].number == 81.5
    assert person.today.sheet.note.toPlainText() == "Half a sentence"


def test_a_row_is_moved_as_often_as_the_keys_are_pressed(person: Person) -> None:
    person.go_to("settings")
    rows = person.settings.rows.list
    rows.setFocus()
    name = rows.item(3).text()
    rows.setCurrentRow(3)
    person.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert rows.item(1).text() == name


def test_a_room_is_opened_by_its_key_at_once(person: Person) -> None:
    figures = [Qt.Key(Qt.Key.Key_0 + place) for place in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
    keys = dict(zip((room.name for room in ROOMS), figures, strict=False))
    for name, key in (keys | {"settings": Qt.Key.Key_Comma}).items():
        person.press(key, Qt.KeyboardModifier.ControlModifier)
        assert person.window.page(name).isVisible()


def test_in_the_smallest_window_everything_can_be_scrolled_to(patient: Person) -> None:
    patient.window.resize(patient.window.minimumSize())
    patient.go_to("settings")
    patient.choose(patient.settings.text, "200 %")
    for room in ROOMS:
        page = patient.go_to(room.name)
        patient.settle()
        wide = [
            area
            for area in page.findChildren(QScrollArea)
            if area.isVisible() and too_wide_inside(area)
        ]
        assert all(area.horizontalScrollBar().isVisible() for area in wide), room.name


def too_wide_inside(area: QScrollArea) -> bool:
    sheet = area.widget()
    return sheet is not None and sheet.width() > area.viewport().width()
