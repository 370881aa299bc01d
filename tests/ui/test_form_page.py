"""Where the keyboard is when a form goes, and what becomes of what was typed in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.movement import Shoe
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.theme import Look
from tests.ui.movement_page import form_of, open_movement, press_keep, press_remove, write

BLUE, GREEN = Shoe(id="h1", name="Blue"), Shoe(id="h2", name="Green")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, tmp_path: Path) -> MovementPage:
    """A page with two pairs of shoes."""
    page = open_movement(desk, look, SettingsKeeper(tmp_path / "settings.json"), BLUE, GREEN)
    qtbot.addWidget(page)
    page.activateWindow()
    return page


def press(button: QPushButton) -> None:
    """As with the keyboard: it goes to the button first."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def open_row(page: MovementPage, row: int) -> None:
    table = page.sheet.shoes.list.table
    table.setFocus()
    table.selectRow(row)
    QTest.keyClick(table, Qt.Key.Key_Return)


def test_back_returns_to_the_button_that_opened_the_form(page: MovementPage) -> None:
    press(page.sheet.shoes.add_pair)
    assert QApplication.focusWidget() is form_of(page).editors["name"].focusProxy()
    press(form_of(page).back)
    assert QApplication.focusWidget() is page.sheet.shoes.add_pair


def test_keep_returns_to_the_row_that_was_opened(page: MovementPage) -> None:
    open_row(page, 1)
    write(page, note="For rain")
    press_keep(page)
    assert QApplication.focusWidget() is page.sheet.shoes.list.table
    assert page.sheet.shoes.list.current == "h2"


def test_remove_returns_to_the_list(page: MovementPage) -> None:
    open_row(page, 0)
    press_remove(page)
    assert page.sheet.shoes.list.current in ("", "h2")
    assert QApplication.focusWidget() is page.sheet.shoes.list.table


def test_escape_returns_too(page: MovementPage) -> None:
    press(page.sheet.shoes.add_pair)
    QTest.keyClick(form_of(page).editors["name"], Qt.Key.Key_Escape)
    assert page.form is None
    assert QApplication.focusWidget() is page.sheet.shoes.add_pair


def test_what_is_hidden_meanwhile_gets_no_keyboard(page: MovementPage) -> None:
    open_row(page, 0)
    press_remove(page)
    open_row(page, 0)
    press_remove(page)
    assert page.front is not page.sheet
    assert QApplication.focusWidget() is page.first


def test_the_person_is_asked_once(page: MovementPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, title: str, *_words: str) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(prompts, "ask", ask)
    press(page.sheet.shoes.add_pair)
    write(page, name="Red")
    press(form_of(page).back)
    assert asked == ["Not kept yet"]
    assert page.form is None
