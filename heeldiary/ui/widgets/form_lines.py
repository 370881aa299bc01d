"""The parts of a form that are typed into or chosen from, as a form needs them.

Ctrl+Z goes on to the diary where nothing typed is left to take back, and no wheel changes what
stands here while the form is scrolled.
"""

import re

from PySide6.QtCore import QEvent, QLocale, QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from heeldiary.ui.widgets.text_undo import goes_on_to_the_diary

_FIGURE = re.compile(r"\d")


class FormLine(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        can_undo, can_redo = self.isUndoAvailable(), self.isRedoAvailable()
        if goes_on_to_the_diary(event, can_undo=can_undo, can_redo=can_redo):
            event.ignore()
            return True
        return super().event(event)


class ShortLine(FormLine):
    """A line as wide as so many figures, whatever size the text is given later."""

    def __init__(self, figures: int, longest: int) -> None:
        super().__init__()
        self._figures = figures
        self.setMaxLength(longest)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("0") * self._figures
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FormText(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        text = self.document()
        can_undo, can_redo = text.isUndoAvailable(), text.isRedoAvailable()
        if goes_on_to_the_diary(event, can_undo=can_undo, can_redo=can_redo):
            event.ignore()
            return True
        return super().event(event)


class FormChoice(QComboBox):
    """One of some words."""

    def let_type(self) -> None:
        """Take other words than those that are offered, just as they are typed."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLineEdit(FormLine())
        # else “mg” would become “mg/ml” while it is typed
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs do not know it

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form scrolls


def in_plain_figures(text: str) -> str:
    """What was typed, in the figures and with the decimal sign that all of the program reads."""
    plain = _FIGURE.sub(_plain, text)
    return plain.replace(QLocale().decimalPoint(), ".") if "." not in plain else plain


def _plain(figure: re.Match[str]) -> str:
    return str(int(figure[0]))
