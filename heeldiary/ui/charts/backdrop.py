"""What lies behind the lines of a panel: its scale, the days of flares, the days of visits."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from heeldiary.analysis.circumstances import Circumstances, MarkKind
from heeldiary.domain.days import number_of
from heeldiary.domain.flares import Extent
from heeldiary.ui.charts.strokes import EDGE
from heeldiary.ui.theme import Look

_MOST_VISITS = 12
"""More visits than these in view would be a fence rather than days that stand out."""


class Backdrop(pg.GraphicsObject):  # type: ignore[misc]
    """Fills the view, whatever it shows."""

    def __init__(self, around: Circumstances, look: Look) -> None:
        super().__init__()
        self._flare, self._edge = look.color("flare"), look.color("axis")
        self._edge_height = look.px(EDGE)
        self._pen = QPen(look.color("grid"), 1)
        self._visit_pen = QPen(look.color("axis"), 1, Qt.PenStyle.DashLine)
        for pen in (self._pen, self._visit_pen):
            pen.setCosmetic(True)
        self._scale: tuple[float, ...] = ()
        self._pixel = 0.0
        self.setZValue(-10)
        self.take(around)

    def take(self, around: Circumstances) -> None:
        """Show these flares and visits from now on."""
        self._bands = [
            (number_of(b.span.first) - 0.5, float(len(b.span)), b.extent is Extent.ALL_OVER)
            for b in around.flares
        ]
        visits = [m.day for m in around.marks if m.kind is MarkKind.VISIT]
        self._visits: Sequence[int] = [number_of(day) for day in visits]
        self.update()

    def show_scale(self, scale: tuple[float, ...], pixel: float) -> None:
        """Draw lines at these values; ``pixel`` is the height of one."""
        self._scale, self._pixel = scale, pixel
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
        for start, days, is_all_over in self._bands:
            if start + days > seen.left() and start < seen.right():
                painter.fillRect(QRectF(start, seen.top(), days, seen.height()), self._flare)
                if is_all_over:
                    high = self._edge_height * self._pixel
                    painter.fillRect(QRectF(start, seen.top(), days, high), self._edge)
        painter.setPen(self._pen)
        painter.drawLines([QLineF(seen.left(), y, seen.right(), y) for y in self._scale])
        visits = [day for day in self._visits if seen.left() < day < seen.right()]
        if 0 < len(visits) <= _MOST_VISITS:
            painter.setPen(self._visit_pen)
            painter.drawLines([QLineF(x, seen.top(), x, seen.bottom()) for x in visits])
