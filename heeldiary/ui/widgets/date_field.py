"""A day that is typed, stepped with the arrows or chosen in a calendar."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit


class DateField(QDateEdit):
    """No wheel changes it while the page is scrolled."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.setToolTip(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls
