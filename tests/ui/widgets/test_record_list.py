import pytest
from PySide6.QtCore import Qt
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
