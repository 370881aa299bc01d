"""A line that says what something is and how it stands, with what can be done as large buttons."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from heeldiary.ui.theme import Look

_NAME_WIDTH = 250
_STACKED_BELOW = 620
_HEIGHT = 38
_GAP = 6
_MARGIN = 4
_STATE_SIZE = 0.92
_WRAPPED = Qt.TextFlag.TextWordWrap


class Action(NamedTuple):
    """Something to do: its word in the program, and what the button says."""

    word: str
    text: str


class ActionLine(QWidget):
    """One painted widget: the arrows go between its buttons, Enter or Space presses one."""

    chosen = Signal(str, str)
    """The key of the line, and the word of the action."""

    def __init__(self, look: Look, key: str, name_width: int = _NAME_WIDTH) -> None:
        super().__init__()
        self.look = look
        self.key = key
        self._name_width = name_width
        self.name = self.state = ""
        self.doable: tuple[Action, ...] = ()
        self._place = 0
        self.is_pressed_by_mouse = False
        self._measured: dict[tuple[int, int], tuple[int, int]] = {}
        self._widths: dict[tuple[str, int], int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, name: str, state: str, actions: Sequence[Action]) -> None:
        """Show what it is, how it stands, and what can be done now."""
        self.name, self.state, self.doable = name, state, tuple(actions)
        self._measured.clear()
        self._place = min(self._place, max(len(self.doable) - 1, 0))
        self.setAccessibleName(name)
        self._describe()
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def begin(self) -> None:
        """Put the keyboard on the first button."""
        self._place = 0
        self._describe()
        self.setFocus()
        self.update()

    def center_of(self, word: str) -> QPoint:
        """The middle of the button of this action."""
        words = [action.word for action in self.doable]
        return self._buttons(self.width())[words.index(word)].center()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        buttons = max((box.bottom() + 1 + _MARGIN for box in self._buttons(width)), default=0)
        return max(buttons, self._text_height(width) + _MARGIN)

    def sizeHint(self) -> QSize:
        width = self.look.px(_STACKED_BELOW)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((self._width_of(action) for action in self.doable), default=0)
        return QSize(widest + 2 * _MARGIN, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A hand that presses twice means it once: the second would meet another button."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.doable:
            by = 1 if key == Qt.Key.Key_Right else -1
            self._place = min(max(self._place + by, 0), len(self.doable) - 1)
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.doable:
            self.is_pressed_by_mouse = False
            self.chosen.emit(self.key, self.doable[self._place].word)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._place, self.is_pressed_by_mouse = place, True
            self.chosen.emit(self.key, self.doable[place].word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_text(painter)
        for place, box in enumerate(self._buttons(self.width())):
            self._paint_button(painter, box, place)
        painter.end()

    @property
    def _button_height(self) -> int:
        return self.look.px(_HEIGHT)

    def _is_stacked(self, width: int) -> bool:
        return width < self.look.px(_STACKED_BELOW)

    def _text_width(self, width: int) -> int:
        return width if self._is_stacked(width) else self.look.px(self._name_width)

    def _heights(self, width: int) -> tuple[int, int]:
        """How high the name and the state are in this width; a layout asks many times."""
        asked = (width, self.look.text_percent)
        if asked not in self._measured:
            self._measured[asked] = self._measure(width)
        return self._measured[asked]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, self._text_width(width), 10_000)
        name = QFontMetrics(self.look.font()).boundingRect(room, _WRAPPED, self.name).height()
        if not self.state:
            return name, 0
        small = QFontMetrics(self.look.font(_STATE_SIZE))
        return name, small.boundingRect(room, _WRAPPED, self.state).height()

    def _text_height(self, width: int) -> int:
        return sum(self._heights(width))

    def _width_of(self, action: Action) -> int:
        asked = (action.text, self.look.text_percent)
        if asked not in self._widths:
            text = QFontMetrics(self.look.font()).horizontalAdvance(action.text)
            self._widths[asked] = max(text + self.look.px(24), self.look.px(64))
        return self._widths[asked]

    def _buttons(self, width: int) -> tuple[QRect, ...]:
        left = _MARGIN
        top = _MARGIN
        if self._is_stacked(width):
            top += self._text_height(width)
        else:
            left += self._text_width(width) + _GAP
        x, boxes = left, []
        for action in self.doable:
            wide = self._width_of(action)
            if x > left and x + wide + _MARGIN > width:
                x, top = left, top + self._button_height + _GAP
            boxes.append(QRect(x, top, wide, self._button_height))
            x += wide + _GAP
        return tuple(boxes)

    def _at(self, point: QPoint) -> int | None:
        boxes = self._buttons(self.width())
        return next((place for place, box in enumerate(boxes) if box.contains(point)), None)

    def _paint_text(self, painter: QPainter) -> None:
        name, state = self._heights(self.width())
        wide = self._text_width(self.width())
        top = 0 if self._is_stacked(self.width()) else max((self.height() - name - state) // 2, 0)
        painter.setFont(self.look.font())
        painter.setPen(self.look.color("text"))
        painter.drawText(QRect(0, top, wide, name), _WRAPPED, self.name)
        painter.setFont(self.look.font(_STATE_SIZE))
        painter.setPen(self.look.color("text_soft"))
        painter.drawText(QRect(0, top + name, wide, state), _WRAPPED, self.state)

    def _paint_button(self, painter: QPainter, box: QRect, place: int) -> None:
        painter.setBrush(self.look.color("surface"))
        painter.setPen(QPen(self.look.color("border_strong"), 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(self.look.color("text"))
        painter.setFont(self.look.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.doable[place].text)
        if self.hasFocus() and place == self._place:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 9, 9)

    def _describe(self) -> None:
        """What a reader of screens says: how it stands, and what Enter does now."""
        pressed = self.doable[self._place].text if self.doable else ""
        self.setAccessibleDescription("; ".join(part for part in (self.state, pressed) if part))
