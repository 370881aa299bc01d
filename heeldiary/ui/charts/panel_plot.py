"""One panel of the chart: its view, its value axis, its title and its lines."""

from collections.abc import Sequence
from typing import TypeAlias

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from heeldiary.analysis.circumstances import Circumstances, MarkKind
from heeldiary.analysis.trend_panels import Panel, Style
from heeldiary.domain.flares import Extent
from heeldiary.ui.charts.axes import ValueAxis, value_scale
from heeldiary.ui.charts.backdrop import Backdrop
from heeldiary.ui.charts.detail import weeks_a_point
from heeldiary.ui.charts.header import Key, PanelHeader
from heeldiary.ui.charts.levels import LevelLines
from heeldiary.ui.charts.mark_row import label_of
from heeldiary.ui.charts.marks import BarMarks, LineMarks, PointMarks
from heeldiary.ui.charts.strokes import Stroke, lettering, stroke
from heeldiary.ui.charts.words import means_in_words, name_of_mark
from heeldiary.ui.theme import Look

Marks: TypeAlias = LineMarks | BarMarks | PointMarks


def strokes_of(panels: Sequence[Panel], look: Look) -> list[list[Stroke]]:
    """The look of every line, panel by panel."""
    found: list[list[Stroke]] = []
    place = 0
    for panel in panels:
        row = [stroke(look.theme, place + i, i, panel.style) for i in range(len(panel.lines))]
        found.append(row)
        place += len(row)
    return found


def flare_keys(around: Circumstances, look: Look) -> tuple[Key, ...]:
    """How the days of flares look, by their extent; only what there is."""
    names = {
        Extent.FEW_AREAS: QCoreApplication.translate("TrendChart", "flare, a few areas"),
        Extent.ALL_OVER: QCoreApplication.translate("TrendChart", "flare, all over"),
    }
    extents = {band.extent for band in around.flares}
    return tuple(
        Key(name, flare_stroke(extent, look)) for extent, name in names.items() if extent in extents
    )


def mark_keys(around: Circumstances, look: Look) -> tuple[Key, ...]:
    """What the letters above the panels stand for; only what there is."""
    kinds = {mark.kind for mark in around.marks}
    return tuple(
        Key(
            name_of_mark(kind),
            Stroke(color=look.color("axis"), dash=(), marker="", letter=label_of(kind)[:1] or "•"),
        )
        for kind in MarkKind
        if kind in kinds
    )


def flare_stroke(extent: Extent, look: Look) -> Stroke:
    """A shade; what is all over has an edge below as well."""
    edge = look.color("axis") if extent is Extent.ALL_OVER else None
    return Stroke(color=look.color("flare"), dash=(), marker="", area=True, edge=edge)


class PanelPlot:
    """Draws one panel for whatever days its view shows."""

    def __init__(
        self,
        panel: Panel,
        strokes: Sequence[Stroke],
        around: Circumstances,
        look: Look,
        *,
        with_keys: bool,
        is_first: bool,
    ) -> None:
        self._panel = panel
        self._says_means = with_keys and is_first and panel.style is Style.LINE
        self._margin = look.px(6)
        self._drawn_for: tuple[float, float, float, float] | None = None
        self.box = pg.ViewBox(
            enableMenu=False, defaultPadding=0, border=pg.mkPen(look.color("border"))
        )
        self.box.setMouseEnabled(x=True, y=False)
        self.box.disableAutoRange()
        font = lettering(look, 0.8)
        self.axis = ValueAxis(
            font, look.color("axis"), QFontMetricsF(font).horizontalAdvance("00000")
        )
        keys = tuple(Key(line.name, s) for line, s in zip(panel.lines, strokes, strict=True))
        shown = keys if with_keys and len(keys) > 1 else ()
        if with_keys and is_first:
            shown = (*shown, *flare_keys(around, look), *mark_keys(around, look))
        self.header = PanelHeader(look, panel.heading, shown, self.box)
        self._backdrop = Backdrop(around, look)
        self._levels = LevelLines(panel.levels, look, self.box)
        self._marks = [self._marks_of(place, s, look) for place, s in enumerate(strokes)]
        self.cross_hair = pg.InfiniteLine(angle=90, pen=pg.mkPen(look.color("cross_hair")))
        self.cross_hair.hide()
        for item in (self._backdrop, *(i for m in self._marks for i in m.items), self.cross_hair):
            self.box.addItem(item, ignoreBounds=True)

    def _marks_of(self, place: int, how: Stroke, look: Look) -> Marks:
        line = self._panel.lines[place]
        if self._panel.style is Style.BARS:
            return BarMarks(line, how)
        width = 2.2 * look.text_percent / 100
        if self._panel.style is Style.POINTS:
            return PointMarks(line, how, width)
        ceiling = self._panel.maximum if self._panel.minimum is not None else None
        lines = len(self._panel.lines)
        return LineMarks(line, how, ceiling, width, lines)

    def take(self, panel: Panel, around: Circumstances) -> None:
        """Draw other days of the same lines from now on."""
        self._panel = panel
        self._drawn_for = None
        self._backdrop.take(around)
        for marks, line in zip(self._marks, panel.lines, strict=True):
            marks.take(line)

    def draw(self, low: float, high: float) -> None:
        """Draw the days from low to high; nothing is done when they stand there already."""
        width, height = self.box.width(), self.box.height()
        if width <= 1 or height <= 1 or self._drawn_for == (low, high, width, height):
            return
        self._drawn_for = (low, high, width, height)
        pixel = self._fit_values(low, high, width, height)
        for marks in self._marks:
            marks.draw(low, high, width, pixel)

    def _fit_values(self, low: float, high: float, width: float, height: float) -> float:
        """Set the value axis, with room for the title above; gives the height of a pixel."""
        if self._says_means:
            self.header.remark = means_in_words(weeks_a_point(width / (high - low)))
        self.header.lay_out(width)
        found = [bounds for marks in self._marks if (bounds := marks.bounds(low, high))]
        found += [(level.value, level.value) for level in self._panel.levels]
        lowest = min((bounds[0] for bounds in found), default=0.0)
        highest = max((bounds[1] for bounds in found), default=1.0)
        scale = value_scale(lowest, highest, self._panel.minimum, self._panel.maximum)
        margin = self._margin
        pixel = (scale[-1] - scale[0]) / max(height - self.header.height - 2 * margin, 10)
        bottom = scale[0] - margin * pixel
        top = bottom + height * pixel
        self.box.setYRange(bottom, top, padding=0)
        self._backdrop.show_scale(scale, pixel)
        self._levels.show_scale(bottom, top, width, height)
        self.axis.show_scale(scale, bottom, top)
        return pixel
