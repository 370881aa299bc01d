"""A row of a list is ticked by a click beside its small box."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.tick_area import WholeRowTick, WideTick

LEFT = Qt.MouseButton.LeftButton
IN_THE_BOX, BESIDE_THE_BOX, ON_THE_WORDS = 8, 36, 120


@pytest.fixture
def rows(qtbot: QtBot) -> QListWidget:
    rows = QListWidget()
    qtbot.addWidget(rows)
    for name in ("Low back, in the small of it", "Night pain that wakes one up"):
        item = QListWidgetItem(name)
        item.setCheckState(Qt.CheckState.Unchecked)
        rows.addItem(item)
    rows.addItem(QListWidgetItem("A heading without a box of its own"))
    rows.resize(400, 300)
    rows.show()
    return rows


def place(rows: QListWidget, row: int, x: int) -> QPoint:
    return QPoint(x, rows.visualItemRect(rows.item(row)).center().y())


def click(rows: QListWidget, x: int, row: int = 0, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(rows.viewport(), button, pos=place(rows, row, x))


def ticked(rows: QListWidget) -> list[int]:
    places = range(rows.count())
    return [row for row in places if rows.item(row).checkState() is Qt.CheckState.Checked]


@pytest.mark.parametrize("x", [IN_THE_BOX, BESIDE_THE_BOX, ON_THE_WORDS])
def test_a_click_anywhere_ticks_and_unticks(rows: QListWidget, x: int) -> None:
    rows.setItemDelegate(WholeRowTick(rows))
    click(rows, x)
    assert ticked(rows) == [0]
    click(rows, x)
    assert ticked(rows) == []


@pytest.mark.parametrize("x", [IN_THE_BOX, BESIDE_THE_BOX])
def test_a_click_on_the_left_ticks_and_unticks(rows: QListWidget, look: Look, x: int) -> None:
    rows.setItemDelegate(WideTick(rows, look))
    click(rows, x)
    assert ticked(rows) == [0]
    click(rows, x)
    assert ticked(rows) == []


def test_a_click_on_the_words_only_chooses(rows: QListWidget, look: Look) -> None:
    rows.setItemDelegate(WideTick(rows, look))
    click(rows, ON_THE_WORDS, row=1)

    assert ticked(rows) == []
    assert rows.currentRow() == 1


def test_space_ticks_the_chosen_row(rows: QListWidget) -> None:
    rows.setItemDelegate(WholeRowTick(rows))
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Space)

    assert ticked(rows) == [1]


def test_the_other_button_ticks_nothing(rows: QListWidget) -> None:
    rows.setItemDelegate(WholeRowTick(rows))
    click(rows, IN_THE_BOX, button=Qt.MouseButton.RightButton)

    assert ticked(rows) == []


def test_a_row_without_a_box_gets_none(rows: QListWidget) -> None:
    rows.setItemDelegate(WholeRowTick(rows))
    click(rows, IN_THE_BOX, row=2)

    assert rows.item(2).data(Qt.ItemDataRole.CheckStateRole) is None


def test_a_press_that_ends_on_another_row_ticks_nothing(rows: QListWidget) -> None:
    rows.setItemDelegate(WholeRowTick(rows))
    QTest.mousePress(rows.viewport(), LEFT, pos=place(rows, 0, ON_THE_WORDS))
    QTest.mouseRelease(rows.viewport(), LEFT, pos=place(rows, 1, ON_THE_WORDS))

    assert ticked(rows) == []
