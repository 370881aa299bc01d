"""What every field that takes one answer has in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import SKIPPED, Answer, Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import say_value


class AnswerField(QWidget):
    """Takes the answer of one factor. It shows only what it is told is recorded.

    ``given`` carries a number, ``SKIPPED``, or None when the answer is taken away. The last answer
    of an earlier day is shown as a ring or a hint, never as a value.
    """

    given = Signal(object)
    refused = Signal(str)
    focus_changed = Signal(bool)

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__()
        self.factor = factor
        self.look = look
        self.answer: Answer | None = None
        self.previous: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(factor.name)

    def show_answer(self, answer: Answer | None, previous: float | None) -> None:
        """Show what is recorded (None: nothing is) and what was answered last before that day."""
        self.answer, self.previous = answer, previous
        self.setAccessibleDescription(self._described())
        self.show_change()

    def show_change(self) -> None:
        """Paint or fill in what ``show_answer`` was told."""
        self.update()

    def commit(self) -> None:
        """Give what was typed and not yet given."""

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Answer by a key; False when the key means nothing here."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if plain and self._take_common_key(event.key()):
            return
        if not (plain and self.take_key(event)):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)  # noqa: FBT003
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)  # noqa: FBT003
        self.update()

    def _take_common_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.given.emit(None)
        elif key == Qt.Key.Key_S:
            self.given.emit(SKIPPED)
        else:
            return False
        return True

    def _described(self) -> str:
        if self.answer is None:
            now = self.tr("not recorded")
        elif isinstance(self.answer, Skipped):
            now = self.tr("skipped")
        else:
            now = self.said(self.answer)
        if self.previous is None:
            return now
        return self.tr("{0}; last time {1}").format(now, self.said(self.previous))

    def said(self, value: float) -> str:
        """The value in words, with its unit."""
        return say_value(self.factor, value)
