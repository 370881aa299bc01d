"""A number that is typed: weight, hours. Given on Enter and on leaving."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from heeldiary.domain.factor import ALL_DAY, Factor, Kind
from heeldiary.domain.records import Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.widgets.text_undo import goes_on_to_the_diary
from heeldiary.ui.wording import figure, say_value

_SHORT_UNIT = 6
_BREAK = "\u200b"
"""Where a long unit, which its owner named, may be broken in a narrow window."""
_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
_HEARD = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, *_FOCUS})
_TO_ROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class NumberEntry(AnswerField):
    """A line to type into, with the unit beside it."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self.line = QLineEdit()
        unit = QLabel(factor.unit)
        unit.setObjectName("soft")
        if len(factor.unit) > _SHORT_UNIT:
            unit.setText(_BREAK.join(factor.unit))
            unit.setWordWrap(True)
        self.line.setAccessibleName(
            f"{factor.name} ({factor.unit})" if factor.unit else factor.name
        )
        self.line.setMaxLength(12)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        for part in (self.line, unit):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setFocusProxy(self.line)

        self.line.editingFinished.connect(self.commit)
        self.line.installEventFilter(self)

    def show_change(self) -> None:
        self.line.setText(self._shown())
        self.line.setPlaceholderText(self._hint())
        self.line.setAccessibleDescription(self.accessibleDescription())
        self.line.setFixedWidth(self.look.px(72))

    def commit(self) -> None:
        """Give what was typed; an emptied line takes the answer away."""
        text = self.line.text().strip()
        if text == self._shown():
            return
        if not text:
            self.given.emit(None)
            return
        try:
            self.given.emit(self.read(text))
        except Refused as refusal:
            self.line.setText(self._shown())
            self.refused.emit(str(refusal))

    def read(self, text: str) -> float:
        """The value that was typed, as it is kept; refused when the factor cannot hold it."""
        return self.factor.read(text)

    def figure_of(self, value: float) -> str:
        """The value as it stands in the line."""
        return figure(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _HEARD:  # dozens of others come while a page is built
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._filter_key(event)
        if goes_on_to_the_diary(
            event, can_undo=self.line.isUndoAvailable(), can_redo=self.line.isRedoAvailable()
        ):
            event.ignore()
            return True
        if kind in _FOCUS:
            self.focus_changed.emit(kind == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _filter_key(self, event: QKeyEvent) -> bool:
        """Rows, skipping and the letters of the sites go on to the row; figures stay here."""
        key, text = event.key(), event.text()
        if key in _TO_ROWS:
            self.commit()
            event.ignore()
            return True
        if key == Qt.Key.Key_Delete and not self.line.text():
            self.given.emit(None)
            return True
        if text.isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keyPressEvent(event)
            return not event.isAccepted() or key == Qt.Key.Key_S
        return False

    def _shown(self) -> str:
        if self.answer is None or isinstance(self.answer, Skipped):
            return ""
        if self.factor.kind is Kind.MINUTES and self.answer == ALL_DAY == self.factor.maximum:
            return say_value(self.factor, self.answer)
        return self.figure_of(self.answer)

    def _hint(self) -> str:
        if isinstance(self.answer, Skipped):
            return self.tr("skipped")
        return "" if self.previous is None else f"({self.figure_of(self.previous)})"
