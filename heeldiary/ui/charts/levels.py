"""Values drawn across a panel to hold the days against, each with its name at the right end."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from heeldiary.analysis.trend_panels import Level
from heeldiary.ui.charts.strokes import lettering
from heeldiary.ui.theme import Look


class LevelLines(QGraphicsObject):
    """Lies over the view of a panel, in its pixels."""

    def __init__(self, levels: Sequence[Level], look: Look, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(40)
        self._levels = levels
        self._font = lettering(look, 0.8)
        self._metrics = QFontMetricsF(self._font)
        self._text = look.color("text_soft")
        self._pen = QPen(look.color("axis"), 1, Qt.PenStyle.DashDotLine)
        self._box = QRectF()
        self._bottom, self._top = 0.0, 1.0

    def show_scale(self, bottom: float, top: float, width: float, height: float) -> None:
        """The values at the lower and the upper end of the view, and its size."""
        self.prepareGeometryChange()
        self._bottom, self._top = bottom, top
        self._box = QRectF(0, 0, width, height)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        painter.setFont(self._font)
        for level in self._levels:
            share = (self._top - level.value) / (self._top - self._bottom)
            y = share * self._box.height()
            painter.setPen(self._pen)
            painter.drawLine(QLineF(0, y, self._box.width(), y))
            painter.setPen(self._text)
            wide = self._metrics.horizontalAdvance(level.name) + self._metrics.height() / 3
            painter.drawText(
                QPointF(self._box.width() - wide, y - self._metrics.descent() / 2), level.name
            )
