"""The day's note in the owner's own words."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.text_undo import goes_on_to_the_diary

_PAUSE = 1_500
"""Milliseconds without a key after which what was typed is kept."""


class NoteField(QPlainTextEdit):
    """Gives its text after a pause in typing, and at once when it is left."""

    given = Signal(str)

    def __init__(self, look: Look, name: str = "", invitation: str = "") -> None:
        super().__init__()
        self.look = look
        self._recorded = ""
        self.setTabChangesFocus(True)  # else Tab never leaves it
        self.setAccessibleName(name or self.tr("Note of the day"))
        self.setPlaceholderText(
            invitation or self.tr("Anything worth remembering. Never printed by itself.")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._wait)

    def show_text(self, text: str) -> None:
        """Show what is recorded; what is being typed is not disturbed by its own echo."""
        self.setFixedHeight(self.look.px(92))
        if text == self._recorded and not self.is_kept:
            return
        self._recorded = text
        if self.toPlainText().strip() != text:
            self.setPlainText(text)
        self._pause.stop()

    def commit(self) -> None:
        """Give what was written and not given yet."""
        self._pause.stop()
        if not self.is_kept:
            self.given.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        text = self.document()
        if goes_on_to_the_diary(
            event, can_undo=text.isUndoAvailable(), can_redo=text.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        if not self.is_kept:
            self._pause.start()

    @property
    def is_kept(self) -> bool:
        """Whether what stands here is what is recorded."""
        return self.toPlainText().strip() == self._recorded
