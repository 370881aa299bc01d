"""One row of Today: what is asked, the field that takes it, and whether it is recorded."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.records import Answer, Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.minutes import MinutesField
from heeldiary.ui.widgets.number_entry import NumberEntry
from heeldiary.ui.widgets.stepped_number import SteppedNumber
from heeldiary.ui.widgets.stepper import StepperField

_LABEL_WIDTH = 196
_STACKED_BELOW = 600
_FIELDS: dict[Kind, type[AnswerField]] = {
    Kind.SCALE: CellsField,
    Kind.YES_NO: CellsField,
    Kind.CHOICE: CellsField,
    Kind.MINUTES: MinutesField,
    Kind.COUNT: StepperField,
    Kind.NUMBER: SteppedNumber,
}
_MOST_CELLS = 21


class AnswerRow(QWidget):
    """The label stands beside the field, or above it where there is little room."""

    given = Signal(object, object)
    """The factor, and the value, ``SKIPPED`` or None."""
    refused = Signal(str)
    left = Signal(object, int)
    """Up (-1) or down (1) was pressed on this row."""

    entered = Signal(str)
    """The keyboard came to the row of this factor."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__()
        self.factor = factor
        self.look = look
        self._label = QLabel(factor.name)
        self._label.setWordWrap(True)
        self.field = field_for(factor, look)
        if factor.hint:
            self._label.setToolTip(factor.hint)
            self.field.setToolTip(factor.hint)

        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.field, 1)

        self.field.given.connect(self._give)
        self.field.refused.connect(self.refused)
        self.field.focus_changed.connect(self._hear_focus)
        self._arrange()

    def show_answer(self, answer: Answer | None, previous: float | None) -> None:
        self.field.show_answer(answer, previous)
        self._show_state(self.field.hasFocus())

    @property
    def is_answered(self) -> bool:
        """Whether it holds an answer or was skipped on purpose."""
        return self.field.answer is not None

    def focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(self, 1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        compact = self.factor.kind in (Kind.COUNT, Kind.NUMBER)
        stacked = self.width() < self.look.px(_STACKED_BELOW) and not compact
        horizontal, vertical = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(vertical if stacked else horizontal)
        self._layout.setSpacing(2 if stacked else 8)
        width = self.look.px(140 if compact and self.width() < self.look.px(420) else _LABEL_WIDTH)
        self._label.setMinimumWidth(0 if stacked else width)
        self._label.setMaximumWidth(16_777_215 if stacked else width)

    def _give(self, value: object) -> None:
        self.given.emit(self.factor, value)

    def _hear_focus(self, has_focus: bool) -> None:
        self._show_state(has_focus)
        if has_focus:
            self.entered.emit(self.factor.key)

    def _show_state(self, has_focus: bool) -> None:
        if isinstance(self.field.answer, Skipped):
            text = self.tr("skipped")
        elif self.field.answer is None and has_focus:
            text = self.tr("not recorded")
        else:
            text = ""
        rich = Qt.TextFormat.RichText if text else Qt.TextFormat.PlainText
        self._label.setTextFormat(rich)
        self._label.setText(self._with_state(text) if text else self.factor.name)

    def _with_state(self, state: str) -> str:
        size = self.look.font(0.88).pointSizeF()
        style = f"color:{self.look.color('text_soft').name()};font-size:{size:.1f}pt"
        return f'{escape(self.factor.name)}<br><span style="{style}">{state}</span>'


def field_for(factor: Factor, look: Look) -> AnswerField:
    """The field that takes this kind of answer; a scale too long for cells is typed."""
    steps = (factor.maximum - factor.minimum) / factor.step
    if factor.kind is Kind.SCALE and steps >= _MOST_CELLS:
        return NumberEntry(factor, look)
    if factor.kind is Kind.MINUTES and not factor.presets:
        return NumberEntry(factor, look)
    return _FIELDS[factor.kind](factor, look)
