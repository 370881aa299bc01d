"""Minutes: the usual durations as cells, and a line for any other."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Answer
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.number_entry import NumberEntry


class MinutesField(AnswerField):
    """Cells to click; a digit typed on them goes into the line beside."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self.cells = CellsField(factor, look)
        self.entry = NumberEntry(factor, look)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.cells)
        layout.addWidget(self.entry, 1)
        self.setFocusProxy(self.cells)

        for part in (self.cells, self.entry):
            part.given.connect(self.given)
            part.refused.connect(self.refused)
            part.focus_changed.connect(self.focus_changed)

    def show_answer(self, answer: Answer | None, previous: float | None) -> None:
        super().show_answer(answer, previous)
        self.cells.show_answer(answer, previous)
        self.entry.show_answer(answer, None if previous in self.factor.presets else previous)

    def commit(self) -> None:
        self.entry.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that the cells did not take begins a figure in the line."""
        if event.text().isascii() and event.text().isdigit() and not self.entry.line.hasFocus():
            self.entry.line.setFocus()
            self.entry.line.setText(event.text())
            return
        event.ignore()
