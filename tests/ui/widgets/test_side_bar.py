"""The side bar with as many rooms as the window will have."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.ui.actions import Room
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.side_bar import SideBar

_ROOMS = {
    "today": "Today",
    "history": "History",
    "trends": "Trends",
    "patterns": "Patterns",
    "medicines": "Medicines",
    "movement": "Movement",
    "flares": "Flares",
    "scores": "Scores and labs",
    "visit": "Visit",
    "guide": "Guide",
    "files": "Files",
    "settings": "Settings",
}

MakeBar = Callable[[int], SideBar]


@pytest.fixture
def make_bar(qtbot: QtBot, look: Look) -> MakeBar:
    """Makes the bar of a window 700 high, with a status of two lines."""

    rooms = [Room(name=name, title=title, module="", page="") for name, title in _ROOMS.items()]

    def make(percent: int) -> SideBar:
        look.choose("light", percent)
        bar = SideBar(rooms, look)
        qtbot.addWidget(bar)
        bar.say("Taken back: Low back: 4, 2026-11-20")
        bar.resize(bar.minimumWidth(), 700)
        bar.show()
        bar.activateWindow()
        qtbot.waitUntil(bar.isActiveWindow)
        QApplication.processEvents()
        return bar

    return make


def in_sight(part: QWidget, within: QWidget) -> bool:
    whole = QRect(part.mapTo(within, part.rect().topLeft()), part.size())
    return within.rect().contains(whole)


@pytest.mark.parametrize("percent", [100, 200])
def test_help_and_taking_back_are_in_sight_beside_twelve_rooms(
    make_bar: MakeBar, percent: int
) -> None:
    bar = make_bar(percent)

    for button in (bar.help, bar.undo, bar.redo):
        assert in_sight(button, bar)
        assert button.height() >= button.sizeHint().height()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_button_is_squeezed_or_cut_off(make_bar: MakeBar, percent: int) -> None:
    bar = make_bar(percent)

    for button in bar.buttons.values():
        assert button.height() >= button.sizeHint().height()
        assert button.width() >= button.sizeHint().width()
    assert bar.rooms.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_the_room_with_the_keyboard_is_scrolled_into_sight(make_bar: MakeBar, percent: int) -> None:
    bar = make_bar(percent)

    for button in bar.buttons.values():
        button.setFocus()
        assert in_sight(button, bar.rooms.viewport())


def test_the_room_that_is_shown_is_scrolled_into_sight(make_bar: MakeBar) -> None:
    bar = make_bar(200)

    bar.show_room("settings")

    assert in_sight(bar.buttons["settings"], bar.rooms.viewport())


def test_the_first_ten_rooms_and_the_settings_have_a_key(make_bar: MakeBar, qtbot: QtBot) -> None:
    bar = make_bar(100)
    chosen: list[str] = []
    bar.room_chosen.connect(chosen.append)

    for key in (Qt.Key.Key_1, Qt.Key.Key_8, Qt.Key.Key_0):
        QTest.keyClick(bar, key, Qt.KeyboardModifier.ControlModifier)

    assert chosen == ["today", "scores", "guide"]
    assert [b.toolTip() for b in bar.buttons.values()][-3:] == ["Ctrl+0", "", "Ctrl+,"]


def test_without_a_diary_only_help_can_be_pressed(make_bar: MakeBar) -> None:
    bar = make_bar(100)

    bar.show_open(is_open=False)

    assert bar.help.isEnabled()
    assert not any(button.isEnabled() for button in (*bar.buttons.values(), bar.undo, bar.redo))


LONG = "Taken back: Questionnaire of the year before, " + "answered at length " * 20


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("status", [LONG, "x" * 400, ""])
def test_no_text_moves_the_bar_or_its_buttons(make_bar: MakeBar, percent: int, status: str) -> None:
    bar = make_bar(percent)
    places = [part.geometry() for part in (bar, bar.undo, bar.help)]

    bar.say(status)
    QApplication.processEvents()

    assert [part.geometry() for part in (bar, bar.undo, bar.help)] == places
    assert bar.sizeHint().width() <= bar.width()


@pytest.mark.parametrize("status", [LONG, "x" * 400])
def test_a_long_text_is_cut_after_three_lines_and_told_whole(
    make_bar: MakeBar, status: str
) -> None:
    bar = make_bar(100)
    bar.say(status)

    lines = bar._status.lines()
    assert len(lines) == 3
    assert lines[2].endswith("…")
    assert "…" not in lines[0] + lines[1]
    assert bar._status.accessibleName() == status
    assert status in bar._status.toolTip()


def test_a_short_text_is_shown_whole(make_bar: MakeBar) -> None:
    bar = make_bar(100)

    assert " ".join(bar._status.lines()) == "Taken back: Low back: 4, 2026-11-20"


def test_a_text_is_shown_as_it_is_in_the_tooltip(make_bar: MakeBar) -> None:
    bar = make_bar(100)
    bar.say("Taken back: <b>Own row</b>")

    assert "&lt;b&gt;Own row" in bar._status.toolTip()
