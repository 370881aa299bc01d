"""How lines are told apart: by dash and marker first, by colour as well."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from heeldiary.analysis.trend_panels import Style
from heeldiary.ui.theme import Look, Theme

SAMPLE_WIDTH = 30.0
"""How long the sample of a line beside its name is, in pixels at 100 % text."""
EDGE = 4.0
"""How high the edge along the lower end of an area is, in pixels at 100 % text."""

_DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2), (1.2, 1.8), (6, 2, 1.2, 2))
_MARKERS = ("o", "s", "t1", "d")
_CORNERS = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "t1": ((0, -1.1), (1.1, 1), (-1.1, 1)),
    "d": ((0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """The pen, marker and colour of one line; bars and areas are plainly filled.

    ``points`` have no line between them; an area may have an edge along its lower end. A letter
    is all that there is of a mark above the panels.
    """

    color: QColor
    dash: tuple[float, ...]
    marker: str
    bars: bool = False
    area: bool = False
    points: bool = False
    edge: QColor | None = None
    letter: str = ""

    def pen(self, width: float) -> QPen:
        pen = QPen(self.color, width)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.dash:
            pen.setDashPattern(self.dash)
        return pen

    def draw_sample(self, painter: QPainter, box: QRectF, width: float) -> None:
        """The line with its marker, as it is on the chart, across the middle of the box."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = box.center()
        if self.letter:
            painter.setPen(self.color)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.letter)
        elif self.area:
            painter.fillRect(box, self.color)
            if self.edge is not None:
                low = EDGE * width / 2
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - low, box.width(), low), self.edge
                )
        elif self.bars:
            painter.fillRect(
                QRectF(middle.x() - 4 * width, box.top(), 3 * width, box.height()), self.color
            )
            painter.fillRect(
                QRectF(middle.x() + width, middle.y(), 3 * width, box.height() / 2), self.color
            )
        else:
            painter.setPen(self.pen(width))
            if not self.points:
                painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(self.color))
            self._draw_marker(painter, middle, 1.7 * width)
        painter.restore()

    def _draw_marker(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        corners = _CORNERS.get(self.marker)
        if corners is None:
            painter.drawEllipse(middle, radius, radius)
        else:
            points = [middle + QPointF(x * radius, y * radius) for x, y in corners]
            painter.drawPolygon(QPolygonF(points))


def stroke(theme: Theme, place: int, place_in_panel: int, style: Style) -> Stroke:
    """The look of a line by its place on the whole chart (colour) and in its panel (the rest)."""
    return Stroke(
        color=theme.series_color(place),
        dash=_DASHES[place_in_panel % len(_DASHES)],
        marker=_MARKERS[place_in_panel % len(_MARKERS)],
        bars=style is Style.BARS,
        points=style is Style.POINTS,
    )


def lettering(look: Look, scale: float = 1.0, *, strong: bool = False) -> QFont:
    """The program's font without ligatures, so that the words in a picture can be searched."""
    font = look.font(scale, strong=strong)
    for feature in ("liga", "clig", "dlig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font
