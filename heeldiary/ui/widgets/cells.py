"""A row of cells, one an answer: 0 to 10, yes or no, a choice, or usual durations."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from heeldiary.domain.factor import ALL_DAY, Factor, Kind
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField

_MARGIN = _GAP = 4
_QUICK = 1_000
"""Milliseconds in which a 0 after a 1 makes it a 10."""


class _Sizes(NamedTuple):
    """What the places of the cells follow from."""

    widths: tuple[int, ...] = ()
    widest: int = 0
    narrowest: int = 0
    """How far cells are made narrower to stay in one line: a scale down to its figures."""
    height: int = 0

    def fitted(self, width: int) -> tuple[int, ...]:
        """The widths of the cells in this width; those of a scale are alike when it is narrow."""
        count = len(self.widths)
        share = (width - 2 * _MARGIN - (count - 1) * _GAP) // count
        return (share,) * count if self.narrowest <= share < self.widest else self.widths


@lru_cache(maxsize=500)
def _flow(sizes: _Sizes, width: int) -> tuple[QRect, ...]:
    """Where the cells are. A layout asks a dozen times for each of the rows, most of them alike."""
    x = y = _MARGIN
    cells = []
    for size in sizes.fitted(width):
        if x > _MARGIN and x + size + _MARGIN > width:
            x, y = _MARGIN, y + sizes.height + _GAP
        cells.append(QRect(x, y, size, sizes.height))
        x += size + _GAP
    return tuple(cells)


class CellsField(AnswerField):
    """Cells that wrap where room is short; the recorded one is filled, the last one ringed."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self._values = _values(factor)
        self._labels = tuple(_label(factor, value) for value in self._values)
        self._cells: tuple[QRect, ...] = ()
        self._one_typed_at: int | None = None
        self._measured = _Sizes()
        self._measured_for: tuple[int, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self._hovered: int | None = None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width)[-1].bottom() + 1 + _MARGIN

    def sizeHint(self) -> QSize:
        width = _MARGIN + sum(size + _GAP for size in self._sizes.widths)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._sizes.widest + 2 * _MARGIN, self._height + 2 * _MARGIN)

    def take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._step(1 if key == Qt.Key.Key_Right else -1)
        text = event.text()
        if not (text.isascii() and text.isdigit()):
            return self._take_word(text)
        return self._take_digit(int(text), event.timestamp())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.given.emit(self._values[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        self._hovered = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cells = self._flow(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.look.font())
        self._cells = self._flow(self.width())
        for place, cell in enumerate(self._cells):
            self._paint_cell(painter, place, cell)
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRegion()
            for cell in self._cells:
                around += cell
            painter.drawRoundedRect(around.boundingRect().adjusted(-3, -3, 3, 3), 8, 8)
        painter.end()

    def cell_center(self, value: float) -> QPoint:
        """The middle of the cell of this value."""
        return self._flow(self.width())[self._values.index(value)].center()

    @property
    def _height(self) -> int:
        return self.look.px(34)

    @property
    def _sizes(self) -> "_Sizes":
        """How wide the cells are; measured again only for another font or text size."""
        metrics = self.fontMetrics()
        asked = (metrics.horizontalAdvance(self._labels[-1]), self._height)
        if asked != self._measured_for:
            self._measured_for, self._measured = asked, self._measure(metrics, asked[0])
        return self._measured

    def _measure(self, metrics: QFontMetrics, last: int) -> "_Sizes":
        padding = self.look.px(8 if self._is_scale else 12)
        least = self.look.px(34)
        widths = [max(least, metrics.horizontalAdvance(label) + padding) for label in self._labels]
        narrowest = last + self.look.px(6) if self._is_scale else max(widths)
        return _Sizes(tuple(widths), max(widths), narrowest, self._height)

    @property
    def _is_scale(self) -> bool:
        return self.factor.kind is Kind.SCALE

    def _flow(self, width: int) -> tuple[QRect, ...]:
        return _flow(self._sizes, width)

    def _at(self, point: QPoint) -> int | None:
        return next((i for i, cell in enumerate(self._cells) if cell.contains(point)), None)

    def _paint_cell(self, painter: QPainter, place: int, cell: QRect) -> None:
        value = self._values[place]
        chosen = self.answer == value
        fill = self._fill(value) if chosen else self.look.color("field")
        painter.setBrush(fill)
        painter.setPen(self._outline(place, chosen=chosen))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(self.look.theme.text_on(fill) if chosen else self.look.color("text_soft"))
        painter.setFont(self.look.font(strong=chosen))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, self._labels[place])

    def _outline(self, place: int, *, chosen: bool) -> QPen:
        if chosen:
            return QPen(self.look.color("text"), 2)
        if self.answer is None and self.previous == self._values[place]:
            return QPen(self.look.color("hollow"), 2, Qt.PenStyle.DashLine)
        if self._hovered == place:
            return QPen(self.look.color("border_strong"), 1)
        return QPen(self.look.color("border"), 1)

    def _fill(self, value: float) -> QColor:
        if self._is_scale:
            return self.look.theme.ramp_color(value, self.factor.maximum)
        return self.look.color("accent_soft")

    def _step(self, by: int) -> bool:
        """Go to the cell beside the recorded one; nothing recorded is not changed by an arrow."""
        if self.answer not in self._values:
            return False
        place = self._values.index(self.answer) + by
        if 0 <= place < len(self._values):
            self.given.emit(self._values[place])
        return True

    def _take_digit(self, digit: int, at: int) -> bool:
        if self.factor.kind is Kind.MINUTES:
            return False
        is_ten = digit == 0 and self._one_typed_at is not None and at - self._one_typed_at < _QUICK
        self._one_typed_at = at if digit == 1 else None
        value = 10.0 if is_ten else float(digit)
        if value not in self._values:
            return False
        self.given.emit(value)
        return True

    def _take_word(self, text: str) -> bool:
        """Y and N answer a yes/no row."""
        if self.factor.kind is not Kind.YES_NO or text.casefold() not in ("y", "n"):
            return False
        self.given.emit(float(text.casefold() == "y"))
        return True


def _values(factor: Factor) -> tuple[float, ...]:
    if factor.kind is Kind.MINUTES:
        return tuple(float(preset) for preset in factor.presets)
    if factor.words:
        return tuple(float(place) for place in range(len(factor.words)))
    count = int((factor.maximum - factor.minimum) / factor.step) + 1
    return tuple(float(factor.minimum + place * factor.step) for place in range(count))


def _label(factor: Factor, value: float) -> str:
    if factor.words or value == ALL_DAY:
        return factor.say(value)
    return f"{value:.10g}"
