"""The way from a part of Today to the choice of its rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row


class MoreRows(QWidget):
    """One sentence and one button."""

    wanted = Signal()

    def __init__(self, look: Look, sentence: str) -> None:
        super().__init__()
        self.sentence = QLabel(sentence)
        self.sentence.setObjectName("soft")
        self.sentence.setWordWrap(True)
        self.choose = QPushButton(self.tr("Choose rows…"))
        self.choose.setToolTip(self.tr("In Settings, under “Rows of Today”"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sentence)
        layout.addWidget(button_row(look, self.choose))

        self.choose.clicked.connect(self.wanted)
