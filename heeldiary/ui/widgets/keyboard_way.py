"""Where the keyboard goes on when what it stood on is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def first_control_after(card: QWidget) -> QWidget | None:
    """What the keyboard can be put on first of all that stands below this on the page."""
    page = card.parentWidget()
    column = page.layout() if page is not None else None
    if column is None:
        return None
    items = [column.itemAt(n) for n in range(column.indexOf(card) + 1, column.count())]
    below = [found for item in items if item is not None and (found := item.widget())]
    controls = (each for part in below for each in (part, *part.findChildren(QWidget)))
    return next((each for each in controls if _takes_the_keyboard(each)), None)


def _takes_the_keyboard(control: QWidget) -> bool:
    is_reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return is_reached and control.isVisible() and control.isEnabled()


def bring_into_sight(control: QWidget) -> None:
    """Scroll the page that the control stands in to where it can be seen."""
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(control)
