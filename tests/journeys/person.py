"""What a person does in the window: keys, clicks, choices from lists. Nothing else changes it."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.app import HeelDiary
from heeldiary.domain.days import Span
from heeldiary.domain.records import DayNote, Reading
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.page import Page
from heeldiary.ui.pages.files import FilesPage
from heeldiary.ui.pages.settings import SettingsPage
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.pages.trends import TrendsPage
from heeldiary.ui.pages.visit import VisitPage
from heeldiary.ui.widgets.answer_row import AnswerRow

_P = TypeVar("_P", bound=Page)

_CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Sits before one window."""

    def __init__(self, program: HeelDiary, qtbot: QtBot) -> None:
        self.program = program
        self.window = program.window
        self._qtbot = qtbot
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        if program.message is not None and "begin" in program.message.buttons:
            self.click(program.message.buttons["begin"])

    @property
    def today(self) -> TodayPage:
        return self._page("today", TodayPage)

    @property
    def trends(self) -> TrendsPage:
        return self._page("trends", TrendsPage)

    @property
    def visit(self) -> VisitPage:
        return self._page("visit", VisitPage)

    @property
    def files(self) -> FilesPage:
        return self._page("files", FilesPage)

    @property
    def settings(self) -> SettingsPage:
        return self._page("settings", SettingsPage)

    @property
    def focused(self) -> QWidget:
        """Where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focused, key, modifier)

    def spell(self, text: str) -> None:
        """Type each letter to where the keyboard is just then."""
        for letter in text:
            QTest.keyClicks(self.focused, letter)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, _CTRL)

    def redo(self) -> None:
        self.press(Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier)

    def go_to(self, room: str) -> Page:
        """Open a room by its button in the side bar."""
        self.click(self.window.side_bar.buttons[room])
        page = self.window.page(room)
        assert page.isVisible()
        return page

    def choose(self, box: QComboBox, text: str) -> None:
        """Choose from a list by the arrow keys."""
        assert box.findText(text) >= 0, text
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == text:
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == text

    def row(self, key: str) -> AnswerRow:
        """The row of Today."""
        row = self.today.sheet.row(key)
        assert row is not None
        return row

    def answer(self, key: str, keys: str) -> None:
        """Put the keyboard on a row, as its site does, and type."""
        self.today.go_to(key)
        self.spell(keys)

    def write_note(self, text: str) -> None:
        note = self.today.sheet.note
        note.setFocus()
        self.spell(text)

    def close(self) -> None:
        self.window.close()

    def settle(self) -> None:
        """Let the window paint and lay itself out."""
        QApplication.processEvents()
        QApplication.processEvents()

    def _page(self, room: str, kind: type[_P]) -> _P:
        page = self.window.page(room)
        assert isinstance(page, kind)
        return page


def on_disk(day: date) -> dict[str, Reading]:
    """What the diary's file holds of a day."""
    with Store.read(paths.diary_path()) as kept:
        return dict(kept.readings_on(day))


def note_on_disk(day: date) -> str | None:
    with Store.read(paths.diary_path()) as kept:
        note = kept.note_on(day)
    return note.text if note else None


def all_on_disk() -> list[Reading | DayNote]:
    with Store.read(paths.diary_path()) as kept:
        return [*kept.readings(), *kept.notes(Span(date(1900, 1, 1), date(2100, 1, 1)))]
