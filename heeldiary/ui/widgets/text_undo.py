"""Ctrl+Z while the keyboard is in a text: first what was typed, then the diary's last change."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def goes_on_to_the_diary(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether these keys would take back or do again where the text itself has nothing to.

    Texts of Qt claim the keys for themselves all the same, and would then do nothing.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo
