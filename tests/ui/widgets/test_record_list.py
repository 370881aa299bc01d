import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.record_list import RecordList, Row

ROWS = (Row("a", ("Monday", "Run")), Row("b", ("Tuesday", "Swim")))


@pytest.fixture
def listed(qtbot: QtBot, look: Look) -> RecordList:
    listed = RecordList(look, ("Day", "What"), "Sessions")
    qtbot.addWidget(listed)
    listed.resize(400, 300)
    listed.show_rows(ROWS)
    listed.show()
    return listed


def test_enter_chooses_the_row_that_has_the_keyboard(qtbot: QtBot, listed: RecordList) -> None:
    listed.table.setCurrentIndex(listed.table.texts.index(1, 0))
    with qtbot.waitSignal(listed.chosen) as told:
        QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_a_row_keeps_the_keyboard_when_others_come(listed: RecordList) -> None:
    listed.table.setCurrentIndex(listed.table.texts.index(1, 0))
    listed.show_rows((Row("c", ("Sunday", "Walk")), *ROWS))
    assert listed.current == "b"
    listed.show_rows(ROWS[:1])
    assert listed.current == ""


def test_earlier_rows_are_asked_for(qtbot: QtBot, listed: RecordList) -> None:
    assert not listed.more.isVisible()
    listed.can_show_more(can=True)
    with qtbot.waitSignal(listed.more_wanted):
        listed.more.click()


def test_a_click_chooses_and_only_a_double_click_opens(qtbot: QtBot, listed: RecordList) -> None:
    place = listed.table.visualRect(listed.table.texts.index(1, 0)).center()
    opened: list[str] = []
    listed.chosen.connect(opened.append)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(listed.table.viewport(), left, none, place)
    assert (listed.current, opened) == ("b", [])
    QTest.mouseDClick(listed.table.viewport(), left, none, place)
    assert opened == ["b"]


def test_the_button_opens_the_chosen_row(listed: RecordList) -> None:
    opened: list[str] = []
    listed.chosen.connect(opened.append)
    listed.table.setCurrentIndex(QModelIndex())
    listed.open.click()
    assert opened == []  # the keyboard went to the table, to choose a row
    listed.table.selectRow(1)
    listed.open.click()
    assert opened == ["b"]


def test_the_row_that_would_open_is_seen_to_be_chosen(listed: RecordList) -> None:
    listed.table.setFocus(Qt.FocusReason.TabFocusReason)
    chosen = [index.row() for index in listed.table.selectionModel().selectedRows()]
    assert (chosen, listed.current) == ([0], "a")


def test_enter_without_a_row_opens_nothing(listed: RecordList) -> None:
    opened: list[str] = []
    listed.chosen.connect(opened.append)
    listed.table.setCurrentIndex(QModelIndex())
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert opened == []


def test_without_rows_there_is_nothing_to_open(listed: RecordList) -> None:
    assert listed.open.isVisible()
    listed.show_rows(())
    assert not listed.open.isVisible()


def test_a_list_with_buttons_of_its_own_has_no_second_one(qtbot: QtBot, look: Look) -> None:
    listed = RecordList(look, ("Day", "What"), "Questions", has_button=False)
    qtbot.addWidget(listed)
    listed.show_rows(ROWS)
    listed.show()
    assert not listed.open.isVisible()
