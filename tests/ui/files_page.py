"""The Files page made short for tests: shown, given files, and waited for."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.ui import background, prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.files import FilesPage

OURS = "day,low_back,fatigue,note\n2026-11-16,4,3,Long day\n2026-11-17,0,,\n2026-11-18,12,,\n"


def shown(qtbot: QtBot, page: FilesPage) -> FilesPage:
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    return page


def bring(qtbot: QtBot, page: FilesPage, *paths: Path) -> None:
    page.bring.open(paths)
    wait(qtbot, page)


def wait(qtbot: QtBot, page: FilesPage) -> None:
    """Until what is being read was read."""

    def has_read() -> bool:
        return not page.bring.is_reading

    qtbot.waitUntil(has_read)


def plain(text: str) -> str:
    """The text without the places where its long words may be broken."""
    return text.replace("\u200b", "")


def no_thread_runs() -> bool:
    return background.running() == 0


def write(desk: Desk, *edits: Edit) -> None:
    assert desk.apply(Change(label="Typed", edits=edits))


def chooses(monkeypatch: pytest.MonkeyPatch, prompt: str, answer: object) -> None:
    """The prompt will be answered with this."""

    def choose(*asked: object) -> object:
        return answer

    monkeypatch.setattr(prompts, prompt, choose)


def tabbed_through(
    qtbot: QtBot, page: FilesPage, first: QWidget, count: int
) -> Sequence[QWidget | None]:
    """Where the keyboard is after each of so many presses of Tab."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first.setFocus()
    visited = []
    for _ in range(count):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    return visited
