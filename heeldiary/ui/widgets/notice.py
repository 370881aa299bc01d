"""One sentence at the top of a page that says what was not done, or what to know."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from heeldiary.ui.wording import with_days

_SHOWN_FOR = 12_000


class Notice(QFrame):
    """Appears without taking the keyboard away, and goes by itself or by its button."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)

        layout = QHBoxLayout(self)
        layout.addWidget(self._text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

        close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str) -> None:
        sentence = with_days(sentence)
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start(_SHOWN_FOR)
