"""What a room shows while nothing is recorded in it: a sentence, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card


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
        self._look = look
        self._name = QLabel(name)
        self._name.setObjectName("title")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(invitation)
        column.addStretch(1)
        self._restyle()

        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._name.setFont(self._look.font(1.55, strong=True))
