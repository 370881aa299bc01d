"""The ways in which the whole diary can be taken along as files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.wording import breakable


class TakeAway(Card):
    """Three buttons and a plain warning."""

    json_asked = Signal()
    table_asked = Signal()
    folder_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Take data away"))
        warning = QLabel(
            self.tr(
                "An export holds everything, notes too, and can be read by anybody who gets hold "
                "of the file."
            )
        )
        warning.setWordWrap(True)
        self.as_json = QPushButton(self.tr("Export as JSON…"))
        self.as_table = QPushButton(self.tr("Export as CSV (one file)…"))
        self.as_folder = QPushButton(self.tr("Export as CSV tables (folder)…"))
        self.outcome = QLabel()
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self.add(warning)
        self.add(button_row(look, self.as_json, self.as_table, self.as_folder))
        self.add(self.outcome)

        self.as_json.clicked.connect(self.json_asked)
        self.as_table.clicked.connect(self.table_asked)
        self.as_folder.clicked.connect(self.folder_asked)

    def say(self, sentence: str) -> None:
        """Say what was written; an empty sentence takes the last one away."""
        self.outcome.setText(breakable(sentence))
        self.outcome.setVisible(bool(sentence))
