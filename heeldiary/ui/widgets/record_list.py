"""A list of records in words, any number of them; the chosen one is opened in one of three ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.text_table import TextTable

FIRST, STEP = 8, 50
"""Rows of a list among other things, seen without scrolling, and what "Show earlier" brings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its id, and what stands in each column."""

    id: str
    cells: tuple[str, ...]


class RecordList(QWidget):
    """A table to choose from, and a way to earlier records where there are any.

    A click or an arrow chooses a row; Enter, a double click or the button opens it. A list whose
    chosen row has buttons of its own says so with ``has_button=False``.
    """

    chosen = Signal(str)
    """The id of the row that is to be opened."""
    more_wanted = Signal()

    def __init__(
        self, look: Look, columns: Sequence[str], name: str, *, has_button: bool = True
    ) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._has_button = has_button
        self.table = _Choices(look, name, columns)
        self.open = QPushButton(self.tr("Open the chosen line"))
        self.open.setAccessibleName(self.tr("{0}: open the chosen line").format(name))
        self.open.hide()
        self.more = QPushButton(self.tr("Show earlier"))
        self.more.setAccessibleName(self.tr("{0}: show earlier").format(name))
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self._buttons = button_row(look, self.open, self.more)
        self._buttons.hide()
        layout.addWidget(self._buttons)

        self.table.entered_row.connect(self._choose_place)
        self.table.doubleClicked.connect(self._choose)
        self.open.clicked.connect(self._open_current)
        self.more.clicked.connect(self.more_wanted)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these records; the one that had the keyboard keeps it."""
        current = self.current
        self._rows = rows
        self.table.show_rows([row.cells for row in rows])
        places = {row.id: place for place, row in enumerate(rows)}
        if current in places:
            self.table.setCurrentIndex(self.table.texts.index(places[current], 0))
        self.open.setVisible(self._has_button and bool(rows))
        self._show_buttons()

    def can_show_more(self, *, can: bool) -> None:
        """Whether there are earlier records than those that are shown."""
        self.more.setVisible(can)
        self._show_buttons()

    @property
    def current(self) -> str:
        """The id of the row that has the keyboard; empty when none has."""
        place = self.table.currentIndex().row()
        return self._rows[place].id if 0 <= place < len(self._rows) else ""

    def _show_buttons(self) -> None:
        self._buttons.setHidden(self.open.isHidden() and self.more.isHidden())

    def _open_current(self) -> None:
        """Open the chosen row; where none is, the keyboard goes to the table to choose one."""
        if self.current:
            self.chosen.emit(self.current)
        else:
            self.table.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        self._choose_place(index.row())

    def _choose_place(self, place: int) -> None:
        self.chosen.emit(self._rows[place].id)


class _Choices(TextTable):
    """A table of which one row is chosen; the one that has the keyboard is seen to be it."""

    entered_row = Signal(int)
    """Enter was pressed on this row: Qt's own signal also comes with one click on some desktops,
    and not with Enter on others."""

    def __init__(self, look: Look, name: str, headings: Sequence[str]) -> None:
        super().__init__(look, name, headings)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())
