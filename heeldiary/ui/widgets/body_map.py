"""The body picture: back, front, and both feet from the side and from below."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Answer, Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import say_value

_RADIUS = 12.0
_REACH = 22.0
"""How far from a site's middle a click still means it, in the picture's units."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place on the picture, and the factor that is rated there."""

    factor: Factor
    place: QPointF


class BodyMap(QWidget):
    """Every site with its rating of the day; hollow where nothing is recorded."""

    site_chosen = Signal(str)
    """The key of the factor rated at the site that was clicked."""

    def __init__(self, factors: Mapping[str, Factor], look: Look) -> None:
        super().__init__()
        self.look = look
        self._drawing = (look.resources / "body" / "body.svg").read_text("utf-8")
        self._figure = self._tinted()
        self._view = self._figure.viewBoxF()
        self._sites = tuple(
            Site(factor, self._figure.boundsOnElement(key).center())
            for key, factor in factors.items()
            if self._figure.elementExists(key)
        )
        self._answers: Mapping[str, Answer] = {}
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 380)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Body picture"))
        look.changed.connect(self._redraw)

    def sizeHint(self) -> QSize:
        larger = max(self.look.text_percent * 0.75 / 100, 1)
        return QSize(round(280 * larger), round(540 * larger))

    @property
    def sites(self) -> tuple[Site, ...]:
        return self._sites

    def show_answers(self, answers: Mapping[str, Answer]) -> None:
        """Show the day's recorded answers by factor."""
        self._answers = answers
        rated = [self._described(site) for site in self._sites if site.factor.key in answers]
        nothing = self.tr("No site is recorded on this day.")
        self.setAccessibleDescription("; ".join(rated) or nothing)
        self.update()

    def show_chosen(self, key: str) -> None:
        """Mark the site whose row has the keyboard."""
        self._chosen = key
        self.update()

    def point_of(self, key: str) -> QPointF:
        """Where the site of this factor is, in the widget."""
        return next(self._at(site) for site in self._sites if site.factor.key == key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        site = self._near(event.position())
        if site is not None:
            self.site_chosen.emit(site.factor.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._near(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            site = self._near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._described(site) if site else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_figure(painter)
        self._paint_captions(painter)
        for site in self._sites:
            self._paint_site(painter, site)
        painter.end()

    @property
    def _scale(self) -> float:
        return min(self.width() / self._view.width(), self.height() / self._view.height())

    @property
    def _origin(self) -> QPointF:
        left = (self.width() - self._view.width() * self._scale) / 2
        top = (self.height() - self._view.height() * self._scale) / 2
        return QPointF(left, top)

    def _at(self, site: Site) -> QPointF:
        return self._origin + site.place * self._scale

    def _near(self, point: QPointF) -> Site | None:
        def distance(site: Site) -> float:
            away = self._at(site) - point
            return math.hypot(away.x(), away.y())

        nearest = min(self._sites, key=distance)
        return nearest if distance(nearest) <= _REACH * self._scale else None

    def _redraw(self) -> None:
        self._figure = self._tinted()
        self.update()

    def _paint_figure(self, painter: QPainter) -> None:
        self._figure.render(painter, QRectF(self._origin, self._view.size() * self._scale))

    def _tinted(self) -> QSvgRenderer:
        """The drawing in the colours of the theme."""
        drawing = self._drawing
        for written, role in {"#eceeed": "figure", "#a9b1af": "figure_line"}.items():
            drawing = drawing.replace(written, self.look.color(role).name())
        return QSvgRenderer(drawing.encode())

    def _paint_captions(self, painter: QPainter) -> None:
        painter.setPen(self.look.color("text_soft"))
        font = self.look.font(0.85)
        font.setPixelSize(max(round(11.5 * self._scale), 9))
        painter.setFont(font)
        captions = (
            (76, 10, self.tr("back")),
            (224, 10, self.tr("front")),
            (60, 322, self.tr("left foot")),
            (240, 322, self.tr("right foot")),
            (150, 470, self.tr("from below")),
        )
        for x, y, text in captions:
            middle = self._origin + QPointF(x, y) * self._scale
            box = QRectF(middle.x() - 80, middle.y() - 12, 160, 24)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_site(self, painter: QPainter, site: Site) -> None:
        answer = self._answers.get(site.factor.key)
        radius = _RADIUS * self._scale
        middle = self._at(site)
        font = self.look.font(strong=answer is not None)
        font.setPixelSize(max(round(radius * 1.05), 9))
        painter.setFont(font)
        if isinstance(answer, float):
            fill = self.look.theme.ramp_color(answer)
            painter.setBrush(fill)
            painter.setPen(QPen(self.look.color("text"), 1.5))
            text, ink = f"{answer:.10g}", self.look.theme.text_on(fill)
        else:
            painter.setBrush(self.look.color("surface"))
            painter.setPen(QPen(self.look.color("hollow"), 1.5, Qt.PenStyle.DashLine))
            text = "–" if isinstance(answer, Skipped) else site.factor.letter
            ink = self.look.color("text_soft")
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(ink)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if site.factor.key == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("focus"), 2.5))
            painter.drawEllipse(middle, radius + 3, radius + 3)

    def _described(self, site: Site) -> str:
        answer = self._answers.get(site.factor.key)
        if isinstance(answer, Skipped):
            said = self.tr("skipped")
        else:
            said = self.tr("not recorded") if answer is None else say_value(site.factor, answer)
        return f"{site.factor.name}: {said}"
