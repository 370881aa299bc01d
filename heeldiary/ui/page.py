"""What every page of the window has in common."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from heeldiary.domain.edits import Edit
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look


class Page(QWidget):
    """A room of the window. It reads the diary again when it is shown and something was edited.

    A page gives ``refresh`` (read everything, show it) and may give ``refresh_after`` when it can
    tell that an edit touches only a part of it.
    """

    day_chosen = Signal(date)
    """The person wants to see this day on Today."""

    another_wanted = Signal()
    """The person wants to open another diary file."""

    log_wanted = Signal(str)
    """The person wants to record this: ``room/form`` (``medicines/dose``), or a factor's key."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self.look = look
        self._is_stale = True
        desk.changed.connect(self._hear)
        look.changed.connect(self._look_again)

    def refresh(self) -> None:
        """Read what the page shows and show it."""

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:  # noqa: ARG002
        """Show what these edits changed; everything, unless the page knows better."""
        self.refresh()

    def begin(self) -> None:
        """Put the keyboard where the work on this page begins."""

    def use(self, keeper: SettingsKeeper) -> None:
        """Take over, and keep from now on, what the page remembers between starts."""

    def commit(self) -> None:
        """Keep what is being typed and was not given yet."""

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed is in the diary; nothing is lost when the page goes."""
        return True

    def show_day(self, day: date) -> None:
        """Show this day, on a page that shows one."""

    def go_to(self, key: str) -> None:
        """Put the keyboard on the row of this factor, on a page that has rows."""

    def open_form(self, name: str) -> None:
        """Begin a new record of this kind, on a page that has a form for it."""

    def turn_day(self, before: date) -> None:  # noqa: ARG002
        """The owner's day has ended while the window was open; ``before`` was today until now."""
        self._read_again()

    def restyle(self) -> None:
        """Take over the new theme and text size; by default the page reads and shows again."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _read_again(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _hear(self, edits: tuple[Edit, ...]) -> None:
        if self.isVisible():
            self.refresh_after(edits)
        else:
            self._is_stale = True

    def _look_again(self) -> None:
        if self.isVisible():
            self.restyle()
        else:
            self._is_stale = True
