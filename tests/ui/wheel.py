"""Turns the wheel of the mouse over a part of a page, as a person does who scrolls."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def turn_wheel_over(widget: QWidget) -> bool:
    """Turn it down and up again; whether the widget took it, so that the page does not scroll."""
    middle = QPointF(widget.rect().center())
    is_taken = False
    for down in (-120, 120, 120, -120):
        turned = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, down),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own
        )
        QApplication.sendEvent(widget, turned)
        is_taken = is_taken or turned.isAccepted()
    return is_taken
