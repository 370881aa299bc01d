"""A titled surface that holds a few rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look


class Card(QFrame):
    """A heading, a soft remark beside it, and what is added below."""

    def __init__(self, look: Look, title: str, remark: str = "") -> None:
        super().__init__()
        self.look = look
        self.setObjectName("card")
        self._title = QLabel(title)
        self._title.setObjectName("heading")
        self._remark = QLabel(remark)
        for words in (self._title, self._remark):
            words.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self._remark.setObjectName("soft")
        self._remark.setWordWrap(True)

        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(18, 14, 18, 14)
        self.rows.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._remark, 1)
        self.rows.addLayout(head)
        self.restyle()
        look.changed.connect(self.restyle)

    def add(self, widget: QWidget) -> None:
        self.rows.addWidget(widget)

    def restyle(self) -> None:
        self._title.setFont(self.look.font(1.12, strong=True))
