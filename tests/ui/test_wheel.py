"""The wheel scrolls a page and changes no answer, choice or setting on the way."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

import heeldiary.ui
from heeldiary.ui.actions import ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, a_reading
from tests.medicine_records import NAPROXEN, PEN
from tests.ui.medicine_page import put
from tests.ui.wheel import turn_wheel_over

CHOOSERS = {"QComboBox", "QSlider", "QDial", "QTabBar", "QTabWidget"}
NUMBERS = {"QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"}
SOURCES = sorted(Path(heeldiary.ui.__file__).parent.rglob("*.py"))


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, look: Look, tmp_path: Path) -> MainWindow:
    """A window on a diary with something in it."""
    window = MainWindow(look, SettingsKeeper(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    put(desk, a_reading(day=MON), a_reading(day=FRI), NAPROXEN, PEN)
    window.put_in(desk)
    window.resize(1024, 700)
    window.show()
    return window


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_the_wheel_changes_nothing_in_any_room(window: MainWindow, room: str) -> None:
    window.open_room(room)
    QApplication.processEvents()
    page = window.page(room)
    for part in page.findChildren(QWidget):
        if isinstance(part, QComboBox | QAbstractSpinBox):
            before = standing(part)
            part.setFocus()
            turn_wheel_over(part)
            assert standing(part) == before, part.accessibleName()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_nothing_that_turns_with_the_wheel_is_made(source: Path) -> None:
    """Forms are made when they are wanted, so the rooms alone do not show all of them."""
    tree = ast.parse(source.read_text("utf-8"))
    made = [
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert [name for name in made if name in CHOOSERS | NUMBERS] == []


def standing(part: QWidget) -> object:
    """What stands in a chooser or a number."""
    if isinstance(part, QComboBox):
        return part.currentIndex(), part.currentText()
    assert isinstance(part, QAbstractSpinBox)
    return part.text()
