"""The window's first size and place on screens of all sizes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.theme import Look


@pytest.fixture
def window(qtbot: QtBot, look: Look, tmp_path: Path) -> MainWindow:
    window = MainWindow(look, SettingsKeeper(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(
    "free",
    [
        QRect(0, 0, 1366, 728),
        QRect(0, 27, 1024, 741),
        QRect(1920, 0, 1280, 800),
        QRect(64, 0, 1216, 1024),
    ],
)
def test_the_window_opens_inside_a_small_screen(window: MainWindow, free: QRect) -> None:
    window.fit_into(free)

    assert free.contains(window.geometry())
    assert window.height() <= free.height() - 40
    assert window.width() == min(1280, free.width())


def test_the_window_opens_as_it_is_on_a_screen_with_room(window: MainWindow) -> None:
    place = window.pos()
    window.fit_into(QRect(0, 0, 1920, 1040))

    assert (window.size(), window.pos()) == (QSize(1280, 820), place)


def test_the_window_never_opens_too_small_to_use(window: MainWindow) -> None:
    window.fit_into(QRect(0, 0, 640, 480))

    assert window.size() == window.minimumSize()
    assert window.x() == 0
