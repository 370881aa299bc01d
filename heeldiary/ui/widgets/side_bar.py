"""The side bar: the rooms of the window, help, taking back, and where things stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from heeldiary.ui.actions import Room
from heeldiary.ui.icons import icon, icon_size
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.status_line import StatusLine

_MARGIN = 8
_NARROWEST = 180
_WIDEST_NAME = 160
"""A name wider than this is broken: at twice the text size the rooms need the width."""
_PADDING = 6
_SCROLL_BAR = 6
"""Both as in the style sheet, at 100 % text."""
_GAP = 4
_DIGITS = "1234567890"
"""The rooms that have a key, by place; what comes after the tenth has none."""


class SideBar(QFrame):
    """One large button a room; the checked one is the room that is shown.

    Where the window is too low for all rooms they scroll; help and taking back always stand below.
    """

    room_chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room], look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._brand = QLabel("Heel Diary")
        self._brand.setObjectName("brand")
        self.buttons = {room.name: self._button(room, n) for n, room in enumerate(rooms)}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for button in self.buttons.values():
            self._group.addButton(button)
        self.help = QPushButton(self.tr("Get help now"))
        self.help.setObjectName("help")
        self.help.setToolTip("F1")
        self.undo = QPushButton(self.tr("Undo"))
        self.redo = QPushButton(self.tr("Redo"))
        self._status = StatusLine(look)
        self.rooms = self._scrolled_rooms()
        self._lay_out()

        self._group.buttonClicked.connect(self._choose)
        look.changed.connect(self.restyle)
        self.restyle()

    def show_open(self, *, is_open: bool) -> None:
        """Whether there is a diary, and so rooms to go to; help is there without one."""
        for button in (*self.buttons.values(), self.undo, self.redo):
            button.setEnabled(is_open)

    def show_room(self, name: str) -> None:
        if name in self.buttons:
            self.buttons[name].setChecked(True)
            self.rooms.ensureWidgetVisible(self.buttons[name])

    def show_help(self) -> None:
        """No room is shown, but whom to call."""
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def show_undoable(self, undo: str, redo: str) -> None:
        """Offer to take back, and to do again, what these texts name; empty: nothing."""
        for button, text in ((self.undo, undo), (self.redo, redo)):
            button.setEnabled(bool(text))
            button.setToolTip(text)
            button.setAccessibleDescription(text)

    def say(self, status: str) -> None:
        """Say this below; a long text never makes the bar wider or higher."""
        self._status.say(status)

    def restyle(self) -> None:
        self._brand.setFont(self.look.font(1.3, strong=True))
        self._status.restyle()
        for name, button in self.buttons.items():
            button.setText(self._broken(button.accessibleName()))
            button.setIcon(icon(self.look, name))
        width = max(_NARROWEST, self._width_of_names())
        self.setFixedWidth(width)
        self._restyle_below(width - 2 * _MARGIN)
        for button in (*self.buttons.values(), self.help, self.undo, self.redo):
            button.setIconSize(icon_size(self.look))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A room that gets the keyboard is scrolled to where it can be seen."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self.rooms.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _restyle_below(self, room: int) -> None:
        """Undo and redo stand side by side. What has no room for an icon does without."""
        metrics = QFontMetrics(self.look.font(strong=True))
        both = metrics.horizontalAdvance(self.undo.text() + self.redo.text())
        both_fit = both + 2 * self._beside_name() + _GAP <= room
        help_fits = metrics.horizontalAdvance(self.help.text()) + self._beside_name() <= room
        self.undo.setIcon(icon(self.look, "undo") if both_fit else QIcon())
        self.redo.setIcon(icon(self.look, "redo") if both_fit else QIcon())
        self.help.setIcon(icon(self.look, "help", "danger") if help_fits else QIcon())

    def _broken(self, name: str) -> str:
        """The name in two lines where it is too wide for one."""
        metrics = QFontMetrics(self.look.font(strong=True))
        return (
            name if metrics.horizontalAdvance(name) <= _WIDEST_NAME else name.replace(" ", "\n", 1)
        )

    def _width_of_names(self) -> int:
        """Room for the longest name also where it is chosen, and so set in a stronger type."""
        metrics = QFontMetrics(self.look.font(strong=True))
        lines = [line for b in self.buttons.values() for line in b.text().splitlines()]
        name = max(metrics.horizontalAdvance(line) for line in lines)
        return name + self._beside_name() + 2 * _MARGIN + self.look.px(_SCROLL_BAR)

    def _beside_name(self) -> int:
        """What a button needs beside its name: the icon, padding, border, a gap of the style."""
        return self.look.px(20) + 2 * self.look.px(_PADDING) + 8

    def _button(self, room: Room, place: int) -> QPushButton:
        button = QPushButton(self.tr(room.title))
        button.setAccessibleName(button.text())
        button.setCheckable(True)
        button.setProperty("room", room.name)
        key = _key_of(room, place)
        if key:
            # the button's own shortcut would open the room only when it was seen going down
            QShortcut(key, button, button.click)
            button.setToolTip(key)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.installEventFilter(self)
        return button

    def _scrolled_rooms(self) -> QScrollArea:
        column = QWidget()
        column.setObjectName("rooms")
        # the style sheet's least height is one line; the rooms rather scroll than be squeezed
        column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("rooms")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(column)
        return scroll

    def _lay_out(self) -> None:
        back = QHBoxLayout()
        back.setSpacing(_GAP)
        back.addWidget(self.undo, 1)
        back.addWidget(self.redo, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        layout.setSpacing(6)
        layout.addWidget(self._brand)
        layout.addWidget(self.rooms, 1)
        layout.addWidget(self.help)
        layout.addLayout(back)
        layout.addWidget(self._status)

    def _choose(self, button: QPushButton) -> None:
        self.room_chosen.emit(button.property("room"))


def _key_of(room: Room, place: int) -> str:
    """Settings has the key that it has in most programs, the others the figure of their place."""
    if room.name == "settings":
        return "Ctrl+,"
    return f"Ctrl+{_DIGITS[place]}" if place < len(_DIGITS) else ""
