"""Where the diary file is."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card


class DiaryPlace(Card):
    """The path, to be read, selected and copied."""

    def __init__(self, look: Look, path: str) -> None:
        super().__init__(look, self.tr("Where the diary is"))
        self.path = QLineEdit(path)
        self.path.setReadOnly(True)
        self.path.setAccessibleName(self.tr("The diary's file"))
        self.path.setCursorPosition(0)
        self.path.setToolTip(path)
        self.copy = QPushButton(self.tr("Copy path"))
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.copy)
        self.rows.addLayout(row)

        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
