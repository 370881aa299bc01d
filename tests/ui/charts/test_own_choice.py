from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.ui.charts.own_choice import OwnChoice
from heeldiary.ui.theme import Look


def test_every_line_to_tick_has_room_for_its_box(qtbot: QtBot, look: Look) -> None:
    lines = [("low_back", "Low back"), ("night_pain", "Night pain"), ("weight", "Weight")]
    dialog = OwnChoice(look, lines, ["weight"])
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    tops = [dialog.list.visualItemRect(dialog.list.item(row)).top() for row in range(3)]
    assert min(tops[1] - tops[0], tops[2] - tops[1]) >= look.px(24)


def test_a_click_on_the_words_of_a_line_ticks_it(qtbot: QtBot, look: Look) -> None:
    dialog = OwnChoice(look, [("low_back", "Low back"), ("weight", "Weight")], ["weight"])
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    words = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=words)

    assert dialog.ticked() == ["low_back", "weight"]
