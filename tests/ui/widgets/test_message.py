import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.message import Message

WORDS = [
    "This is your own notebook. It keeps what you enter in one file, and nothing leaves it.",
    "The file is at /home/samantha-elisabeth/documents/health/" + "a-very-long-folder/" * 8,
    "Nothing is written until a diary is open.",
]
CHOICES = [("again", "Try again"), ("another", "Open another diary…"), ("new", "Make a new diary…")]


@pytest.fixture(params=[(100, 1000, 700), (200, 760, 600)], ids=["100 %", "200 %"])
def message(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> Message:
    percent, width, height = request.param
    look.choose("light", percent)
    message = Message(look, "The diary could not be opened", WORDS, CHOICES)
    qtbot.addWidget(message)
    message.resize(width, height)
    message.show()
    QApplication.processEvents()
    return message


def test_every_word_of_a_message_is_seen(message: Message) -> None:
    for label in message.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_message_is_not_wider_than_its_place(message: Message) -> None:
    assert message.horizontalScrollBar().maximum() == 0
    for button in message.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_a_message_tells_what_was_chosen(qtbot: QtBot, message: Message) -> None:
    with qtbot.waitSignal(message.chosen) as told:
        message.buttons["new"].click()
    assert told.args == ["new"]
