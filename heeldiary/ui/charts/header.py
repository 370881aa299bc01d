"""What stands at the top inside a panel: its title and, in a picture, the names of its lines."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from heeldiary.ui.charts.strokes import SAMPLE_WIDTH, Stroke, lettering
from heeldiary.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Key:
    """A line's name and how it looks."""

    name: str
    stroke: Stroke


class PanelHeader(QGraphicsObject):
    """The title, then the keys, flowing into as many rows as the width asks for."""

    def __init__(
        self, look: Look, title: str, keys: tuple[Key, ...], parent: QGraphicsItem
    ) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(50)
        self.remark = ""
        self._title = title
        self._keys = keys
        self._look = look
        self._strong = lettering(look, 0.9, strong=True)
        self._plain = lettering(look, 0.85)
        self._row = QFontMetricsF(self._strong).height() * 1.15
        self._places: list[QPointF] = []
        self._remark_at = QPointF()
        self._box = QRectF()

    @property
    def height(self) -> float:
        return self._box.height()

    def lay_out(self, width: float) -> None:
        """Find the places of the keys in this width."""
        self.prepareGeometryChange()
        gap = self._row * 0.5
        x, y = gap / 2 + QFontMetricsF(self._strong).horizontalAdvance(self._title) + gap, 0.0
        self._places = []
        for key in self._keys:
            wide = self._key_width(key)
            if x + wide > width and x > gap / 2:
                x, y = gap / 2, y + self._row
            self._places.append(QPointF(x, y))
            x += wide + gap
        self._remark_at, y = self._place_of_remark(x, y, width)
        self._box = QRectF(0, 0, width, y + self._row * 1.1)

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        text = self._look.color("text")
        ascent = QFontMetricsF(self._strong).ascent()
        painter.setFont(self._strong)
        painter.setPen(text)
        painter.drawText(QPointF(self._row * 0.25, ascent + self._row * 0.1), self._title)
        painter.setFont(self._plain)
        for place, key in zip(self._places, self._keys, strict=False):
            self._draw_key(painter, place, key, text)

        painter.setPen(self._look.color("text_soft"))
        painter.drawText(self._remark_at + QPointF(0, ascent + self._row * 0.1), self.remark)

    def _place_of_remark(self, x: float, y: float, width: float) -> tuple[QPointF, float]:
        """Behind the keys where there is room, else in a row of its own."""
        words = QFontMetricsF(self._plain).horizontalAdvance(self.remark)
        if self.remark and x + words > width:
            x, y = self._row * 0.25, y + self._row
        return QPointF(x, y), y

    def _draw_key(self, painter: QPainter, place: QPointF, key: Key, text: QColor) -> None:
        sample = QRectF(
            place.x(), place.y() + 0.25 * self._row, self._sample_width(), 0.6 * self._row
        )
        key.stroke.draw_sample(painter, sample, self._look.px(2))
        painter.setPen(text)
        baseline = place.y() + QFontMetricsF(self._strong).ascent() + self._row * 0.1
        painter.drawText(QPointF(sample.right() + 0.3 * self._row, baseline), key.name)

    def _key_width(self, key: Key) -> float:
        words = QFontMetricsF(self._plain).horizontalAdvance(key.name)
        return self._sample_width() + 0.3 * self._row + words

    def _sample_width(self) -> float:
        return SAMPLE_WIDTH * self._look.text_percent / 100
