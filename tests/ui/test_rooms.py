"""Every room, in a small window with the text at twice its size."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from heeldiary.ui.actions import ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.theme import Look


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, look: Look, tmp_path: Path) -> MainWindow:
    """A window of 1024 by 700 with an empty diary, at 200 % text."""
    look.choose("light", 200)
    keeper = SettingsKeeper(tmp_path / "settings.json")
    keeper.change(text_percent=200)
    window = MainWindow(look, keeper)
    qtbot.addWidget(window)
    window.put_in(desk)
    window.resize(1024, 700)
    window.show()
    return window


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_no_room_is_wider_than_a_small_window(window: MainWindow, room: str) -> None:
    window.open_room(room)
    QApplication.processEvents()
    areas = window.page(room).findChildren(QScrollArea, "scroll")
    assert [area.horizontalScrollBar().maximum() for area in areas if area.isVisible()] in ([], [0])
    assert window.size().toTuple() == (1024, 700)


def test_the_name_of_the_chosen_room_has_room(window: MainWindow) -> None:
    strong = QFontMetrics(window.look.font(strong=True))
    icon_and_space = window.look.px(20) + 4 + 2 * window.look.px(6)
    for button in window.side_bar.buttons.values():
        widest = max(strong.horizontalAdvance(line) for line in button.text().splitlines())
        assert button.width() >= widest + icon_and_space
