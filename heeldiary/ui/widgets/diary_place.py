"""Where the diary file is."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.wording import breakable


class DiaryPlace(Card):
    """The whole path, and a button that copies it; other buttons may stand beside that."""

    def __init__(self, look: Look, path: str, *others: QPushButton) -> None:
        super().__init__(look, self.tr("Where the diary is"))
        self._path = path
        self.shown = QLabel(breakable(path))
        self.shown.setWordWrap(True)
        self.shown.setAccessibleName(path)
        self.copy = QPushButton(self.tr("Copy path"))
        self.add(self.shown)
        self.add(button_row(look, self.copy, *others))

        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path)
