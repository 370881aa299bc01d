"""What a room shows while nothing is recorded in it: a sentence, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.page_title import PageTitle


class Invitation(Card):
    """A heading, one calm sentence, and buttons; the first of them is the step to take."""

    def __init__(self, look: Look, heading: str, sentence: str, *buttons: QPushButton) -> None:
        super().__init__(look, heading)
        words = QLabel(sentence)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.add(words)
        for first in buttons[:1]:
            first.setObjectName("primary")
        self.add(button_row(look, *buttons))


class EmptyRoom(QWidget):
    """A room with nothing but its name and an invitation."""

    def __init__(self, look: Look, name: str, invitation: Invitation) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(PageTitle(look, name))
        column.addWidget(invitation)
        column.addStretch(1)
