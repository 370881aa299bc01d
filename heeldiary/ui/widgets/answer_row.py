"""One row of Today: what is asked, the field that takes it, and whether it is recorded."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.records import Answer, Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.minutes import MinutesField
from heeldiary.ui.widgets.number_entry import NumberEntry
from heeldiary.ui.widgets.stepped_number import SteppedNumber
from heeldiary.ui.widgets.stepper import StepperField

_NAME_WIDTH = 196
_SHORT_NAME_WIDTH = 140
_STACKED_BELOW = 600
_SHORT_BELOW = 420
_GAP = 8
_STATE_SIZE = 0.88
_WRAPPED = Qt.TextFlag.TextWordWrap
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
    """The name stands beside the field, or above it where there is little room.

    It is painted into the margin of the row: labels of their own would be half of all the widgets
    that Today has to make at the start.
    """

    given = Signal(object, object)
    """The factor, and the value, ``SKIPPED`` or None."""
    refused = Signal(str)
    left = Signal(object, int)
    """Up (-1) or down (1) was pressed on this row."""
    entered = Signal(str)
    """The keyboard came to the row of this factor."""

    def __init__(self, factor: Factor, look: Look, weight_unit: str = "kg") -> None:
        super().__init__()
        self.factor = factor
        self.look = look
        self.state = ""
        self._measured = 0
        self._measured_for: tuple[int, int] | None = None
        self.field = field_for(factor, look, weight_unit)
        self.setToolTip(factor.hint)

        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.field)

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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        name, state = self._name_height(), self._state_height()
        top = 0 if self._is_stacked else (self.height() - name - state) // 2
        painter.setFont(self.look.font())
        painter.setPen(self.look.color("text"))
        painter.drawText(QRect(0, top, self._name_width, name), _WRAPPED, self.factor.name)
        painter.setFont(self.look.font(_STATE_SIZE))
        painter.setPen(self.look.color("text_soft"))
        below = QRect(0, top + name, self._name_width, state)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.state)
        painter.end()

    @property
    def _is_compact(self) -> bool:
        return self.factor.kind in (Kind.COUNT, Kind.NUMBER)

    @property
    def _is_stacked(self) -> bool:
        return self.width() < self.look.px(_STACKED_BELOW) and not self._is_compact

    @property
    def _name_width(self) -> int:
        if self._is_stacked:
            return self.width()
        is_short = self._is_compact and self.width() < self.look.px(_SHORT_BELOW)
        return self.look.px(_SHORT_NAME_WIDTH if is_short else _NAME_WIDTH)

    def _name_height(self) -> int:
        """Measured again only for another width or text size."""
        asked = width, _ = self._name_width, self.look.text_percent
        if asked != self._measured_for:
            metrics = QFontMetrics(self.look.font())
            room = QRect(0, 0, width, 10_000)
            self._measured_for = asked
            self._measured = metrics.boundingRect(room, _WRAPPED, self.factor.name).height()
        return self._measured

    def _state_height(self) -> int:
        return QFontMetrics(self.look.font(_STATE_SIZE)).height() if self.state else 0

    def _arrange(self) -> None:
        """Leave room for the name in the margin."""
        name = self._name_height() + self._state_height()
        if self._is_stacked:
            self._layout.setContentsMargins(0, name, 0, 0)
        else:
            self._layout.setContentsMargins(self._name_width + _GAP, 0, 0, 0)
            self.setMinimumHeight(name)

    def _give(self, value: object) -> None:
        self.given.emit(self.factor, value)

    def _hear_focus(self, has_focus: bool) -> None:
        self._show_state(has_focus)
        if has_focus:
            self.entered.emit(self.factor.key)

    def _show_state(self, has_focus: bool) -> None:
        if isinstance(self.field.answer, Skipped):
            state = self.tr("skipped")
        elif self.field.answer is None and has_focus:
            state = self.tr("not recorded")
        else:
            state = ""
        if state != self.state:
            self.state = state
            self._arrange()
            self.update()


def field_for(factor: Factor, look: Look, weight_unit: str = "kg") -> AnswerField:
    """The field that takes this kind of answer; a scale too long for cells is typed."""
    if factor.key == "weight" and weight_unit != factor.unit:
        from heeldiary.ui.widgets.weight_entry import WeightEntry  # most people weigh in kilograms

        return WeightEntry(factor, look, weight_unit)
    steps = (factor.maximum - factor.minimum) / factor.step
    if factor.kind is Kind.SCALE and steps >= _MOST_CELLS:
        return NumberEntry(factor, look)
    if factor.kind is Kind.MINUTES and not factor.presets:
        return NumberEntry(factor, look)
    return _FIELDS[factor.kind](factor, look)
