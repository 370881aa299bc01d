"""A list of records in words, any number of them; one is chosen with Enter or a double click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.text_table import TextTable


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its id, and what stands in each column."""

    id: str
    cells: tuple[str, ...]


class RecordList(QWidget):
    """A table to choose from, and a way to earlier records where there are any."""

    chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self, look: Look, columns: Sequence[str], name: str) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self.table = TextTable(look, name, columns)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.more = QPushButton(self.tr("Show earlier"))
        self.more.setAccessibleName(self.tr("{0}: show earlier").format(name))
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self.more)

        self.table.activated.connect(self._choose)
        self.more.clicked.connect(self.more_wanted)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these records; the one that had the keyboard keeps it."""
        current = self.current
        self._rows = rows
        self.table.show_rows([row.cells for row in rows])
        places = {row.id: place for place, row in enumerate(rows)}
        if current in places:
            self.table.setCurrentIndex(self.table.texts.index(places[current], 0))

    def can_show_more(self, *, can: bool) -> None:
        """Whether there are earlier records than those that are shown."""
        self.more.setVisible(can)

    @property
    def current(self) -> str:
        """The id of the row that has the keyboard; empty when none has."""
        place = self.table.currentIndex().row()
        return self._rows[place].id if 0 <= place < len(self._rows) else ""

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows[index.row()].id)
