"""What lies behind the lines of a panel: lines of the value scale, and the days of flares."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from heeldiary.domain.days import Span, number_of


class Backdrop(pg.GraphicsObject):  # type: ignore[misc]
    """Fills the view, whatever it shows."""

    def __init__(self, flares: Sequence[Span], flare: QColor, grid: QColor) -> None:
        super().__init__()
        self._bands = [(number_of(s.first) - 0.5, float(len(s))) for s in flares]
        self._flare = flare
        self._pen = QPen(grid, 1)
        self._pen.setCosmetic(True)
        self._scale: tuple[float, ...] = ()
        self.setZValue(-10)

    def show_scale(self, scale: tuple[float, ...]) -> None:
        self._scale = scale
        self.update()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        seen = self.viewRect()
        return QRectF() if seen is None else QRectF(seen)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        seen = self.boundingRect()
        for start, days in self._bands:
            if start + days > seen.left() and start < seen.right():
                painter.fillRect(QRectF(start, seen.top(), days, seen.height()), self._flare)
        painter.setPen(self._pen)
        painter.drawLines([QLineF(seen.left(), y, seen.right(), y) for y in self._scale])
