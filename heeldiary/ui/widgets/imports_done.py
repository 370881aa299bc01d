"""The imports of this diary, each of which can be taken back whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.wording import breakable, say_date


class DoneImport(Protocol):
    """An import as the journal remembers it."""

    @property
    def number(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def edits(self) -> int: ...
    @property
    def is_taken_back(self) -> bool: ...


class ImportsDone(Card):
    """One line an import, newest first, with a button that takes it back."""

    take_back_asked = Signal(int)
    """The number of the import in the journal."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Imports done"))
        self._none = QLabel(self.tr("Nothing has been imported into this diary."))
        self._none.setObjectName("soft")
        self._none.setWordWrap(True)
        self._lines = QWidget()
        self._buttons = QButtonGroup(self)
        self.add(self._none)
        self.add(self._lines)
        self._lines.hide()
        self._buttons.idClicked.connect(self.take_back_asked)

    def show_imports(self, imports: Sequence[DoneImport]) -> None:
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.look.px(12))
        grid.setColumnStretch(0, 1)
        for place, change in enumerate(imports):
            self._add_line(grid, place, change)
        self.rows.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(imports))
        self._none.setVisible(not imports)

    def button(self, number: int) -> QPushButton | None:
        """The button that takes this import back; none when it was taken back already."""
        button = self._buttons.button(number)
        return button if isinstance(button, QPushButton) else None

    def texts(self) -> list[str]:
        """What the lines say."""
        return [label.text() for label in self._lines.findChildren(QLabel)]

    def _add_line(self, grid: QGridLayout, place: int, change: DoneImport) -> None:
        said = self.tr("{0}, {1} at {2}. Entries: {3}.").format(
            change.label, say_date(change.at.date()), change.at.strftime("%H:%M"), change.edits
        )
        label = QLabel(breakable(said))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
        grid.addWidget(label, place, 0)
        if change.is_taken_back:
            gone = QLabel(self.tr("Taken back"))
            gone.setObjectName("soft")
            grid.addWidget(gone, place, 1)
            return
        button = QPushButton(self.tr("Take back"))
        button.setAccessibleName(self.tr("Take back: {0}").format(change.label))
        self._buttons.addButton(button, change.number)
        grid.addWidget(button, place, 1)
