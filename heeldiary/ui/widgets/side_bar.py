"""The side bar: the rooms of the window, taking back, and where things stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from heeldiary.ui.actions import Room
from heeldiary.ui.icons import icon, icon_size
from heeldiary.ui.theme import Look

_MARGIN = 12
_NARROWEST = 180


class SideBar(QFrame):
    """One large button a room; the checked one is the room that is shown."""

    room_chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room], look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._brand = QLabel("Heel Diary")
        self._brand.setObjectName("brand")
        self.buttons = {room.name: self._button(room, n) for n, room in enumerate(rooms, 1)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for button in self.buttons.values():
            self._group.addButton(button)
        self.undo = QPushButton(self.tr("Undo"))
        self.redo = QPushButton(self.tr("Redo"))
        self._status = QLabel()
        self._status.setObjectName("soft")
        self._status.setWordWrap(True)
        self._lay_out()

        self._group.buttonClicked.connect(self._choose)
        look.changed.connect(self.restyle)
        self.restyle()

    def show_room(self, name: str) -> None:
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def show_undoable(self, undo: str, redo: str) -> None:
        """Offer to take back, and to do again, what these texts name; empty: nothing."""
        for button, text in ((self.undo, undo), (self.redo, redo)):
            button.setEnabled(bool(text))
            button.setToolTip(text)
            button.setAccessibleDescription(text)

    def say(self, status: str) -> None:
        self._status.setText(status)

    def restyle(self) -> None:
        self._brand.setFont(self.look.font(1.3, strong=True))
        self._status.setFont(self.look.font(0.88))
        for name, button in self.buttons.items():
            button.setIcon(icon(self.look, name))
            button.setIconSize(icon_size(self.look))
        for name, button in (("undo", self.undo), ("redo", self.redo)):
            button.setIcon(icon(self.look, name))
            button.setIconSize(icon_size(self.look))
        self.setMinimumWidth(max(_NARROWEST, self._width_of_names()))

    def _width_of_names(self) -> int:
        """Room for the longest name also where it is chosen, and so set in a stronger type."""
        metrics = QFontMetrics(self.look.font(strong=True))
        name = max(metrics.horizontalAdvance(button.text()) for button in self.buttons.values())
        around = self.look.px(20) + 2 * self.look.px(10)  # icon, and the style sheet's padding
        return name + around + 2 * _MARGIN + 8

    def _button(self, room: Room, number: int) -> QPushButton:
        button = QPushButton(self.tr(room.title))
        button.setCheckable(True)
        button.setProperty("room", room.name)
        # the button's own shortcut would open the room only when it was seen going down
        QShortcut(f"Ctrl+{number}", button, button.click)
        button.setToolTip(f"Ctrl+{number}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 18, _MARGIN, 14)
        layout.setSpacing(4)
        layout.addWidget(self._brand)
        layout.addSpacing(12)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addSpacing(8)
        layout.addWidget(self._status)

    def _choose(self, button: QPushButton) -> None:
        self.room_chosen.emit(button.property("room"))
