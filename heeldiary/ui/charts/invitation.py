"""What Trends shows while nothing is recorded: a first step rather than an empty chart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look


class Invitation(QWidget):
    """A sentence and one button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._welcome = QLabel(self.tr("Your trends begin with one day"))
        self._welcome.setObjectName("title")
        self._welcome.setWordWrap(True)
        words = QLabel(
            self.tr(
                "Nothing is recorded yet. Answer a row on Today, only the ones you like: its line "
                "begins here with the first day. Days that you leave out stay gaps."
            )
        )
        words.setWordWrap(True)
        self.start = QPushButton(self.tr("Record today"))
        self.start.setObjectName("primary")

        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(14)
        for widget in (self._welcome, words):
            inside.addWidget(widget)
        inside.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 20, 26, 20)
        outer.addWidget(card)
        outer.addStretch(1)

    def restyle(self) -> None:
        self._welcome.setFont(self._look.font(1.6, strong=True))
