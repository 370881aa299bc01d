"""What is drawn for one line of a panel: dots and weekly means, or bars; peaks from far away."""

from math import ceil

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from heeldiary.analysis.series import Numbers, weekly_mean
from heeldiary.analysis.trend_panels import Line
from heeldiary.ui.charts.detail import (
    ROOM_FOR_DOTS,
    Points,
    middles,
    peaks,
    tallest,
    visible,
    weeks_a_point,
)
from heeldiary.ui.charts.strokes import Stroke

_SOFT, _FAINT, _DOT = 130, 80, 165
_ROOM_FOR_DAILY_LINES = 14.0
"""Neighbouring days are joined from this many pixels a day on; below, the weekly mean says more."""
_SIZE_OF_POINT = 3.6
_ROOM_FOR_A_POINT = 1.6
"""Both in widths of a line: a point's size, and how far apart two of them stand at least."""
_CROWDED = 0.6
"""Of its size a point has where they would fill half of the view."""
_SMALLEST_BAR = 1.5
"""Pixels of a bar that stands for zero: an answered zero is seen, a day without answer is not."""


class LineMarks:
    """One measure as dots and its weekly mean; the more lines beside it, the fainter its days."""

    def __init__(
        self,
        line: Line,
        stroke: Stroke,
        ceiling: float | None,
        width: float,
        lines: int,
    ) -> None:
        self._faint = _FAINT // lines
        self._ceiling = ceiling
        self._width = width
        self._stroke = stroke
        self._daily = pg.PlotCurveItem(connect="finite")
        self._weekly = pg.PlotCurveItem(connect="finite", pen=stroke.pen(width))
        soft = QColor(stroke.color)
        soft.setAlpha(_DOT)
        self._dots = _scatter(stroke.marker, 2.6 * width, soft)
        self._over = _scatter("t1", 4 * width, stroke.color)
        self.items = (self._daily, self._weekly, self._dots, self._over)
        self.take(line)

    def take(self, line: Line) -> None:
        """Draw the values of this line from now on."""
        self._days, self._values = line.series.days, line.series.values
        weekly = weekly_mean(line.series)
        self._weeks, self._means = weekly.middles, weekly.values

    def bounds(self, low: float, high: float) -> tuple[float, float] | None:
        """The lowest and the highest value seen; None when there is none."""
        return _bounds(visible(self._days, self._values, low, high)[1])

    def draw(self, low: float, high: float, width: float, height_of_pixel: float) -> None:
        per_day = width / (high - low)
        seen = visible(self._days, self._values, low, high)
        dots = self._with_room(_finite(seen))
        if per_day < ROOM_FOR_DOTS and len(dots[0]) > width / ROOM_FOR_DOTS:
            dots = _NOTHING
        self._draw_trace(seen, per_day, height_of_pixel, dotted=bool(len(dots[0])))
        _set(self._dots, dots)
        self._draw_means(low, high, per_day)
        _set(self._over, self._overflow(peaks(seen, ceil(4 / per_day))))

    def _draw_trace(
        self, seen: Points, per_day: float, height_of_pixel: float, *, dotted: bool
    ) -> None:
        """Join neighbouring days near by; from far away draw from lowest to highest."""
        near = per_day >= _ROOM_FOR_DAILY_LINES
        color = QColor(self._stroke.color)
        color.setAlpha(_SOFT if near else self._faint)
        self._daily.setPen(pg.mkPen(color, width=self._width / 2 if near else 1))
        if near:
            _set(self._daily, self._below(seen), antialias=True)
        elif dotted:
            self._daily.hide()
        else:
            trace = peaks(seen, max(ceil(2 / per_day), 2))
            _set(self._daily, _at_least_a_speck(self._below(trace), 2 * height_of_pixel))

    def _draw_means(self, low: float, high: float, per_day: float) -> None:
        weeks = weeks_a_point(per_day)
        seen = visible(self._weeks, self._means, low - 7 * weeks, high + 7 * weeks)
        _set(self._weekly, self._below(middles(seen, weeks)), antialias=True)

    def _below(self, points: Points) -> Points:
        x, y = points
        return (x, y) if self._ceiling is None else (x, np.minimum(y, self._ceiling))

    def _with_room(self, points: Points) -> Points:
        x, y = points
        if self._ceiling is None:
            return points
        below = y <= self._ceiling
        return x[below], y[below]

    def _overflow(self, points: Points) -> Points:
        """A mark at the top for every value that the axis has no room for."""
        x, y = points
        if self._ceiling is None:
            return _NOTHING
        over = y > self._ceiling
        return x[over], np.full(np.count_nonzero(over), self._ceiling)


class BarMarks:
    """One measure as bars; a recorded zero is a low stump, a blank is nothing."""

    def __init__(self, line: Line, stroke: Stroke) -> None:
        self._bars = pg.BarGraphItem(x=[], height=[], width=1)
        self._brush = pg.mkBrush(stroke.color)
        self.items = (self._bars,)
        self.take(line)

    def take(self, line: Line) -> None:
        """Draw the values of this line from now on."""
        self._days, self._values = line.series.days, line.series.values

    def bounds(self, low: float, high: float) -> tuple[float, float] | None:
        return _bounds(visible(self._days, self._values, low, high)[1])

    def draw(self, low: float, high: float, width: float, height_of_pixel: float) -> None:
        per_day = width / (high - low)
        run = ceil(2 / per_day) if per_day < 2 else 1
        x, y = _finite(tallest(visible(self._days, self._values, low, high), run))
        self._bars.setVisible(len(x) > 0)
        self._bars.setOpts(
            x=x,
            height=np.maximum(y, _SMALLEST_BAR * height_of_pixel),
            width=0.7 * run,
            pen=pg.mkPen(None),
            brush=self._brush,
        )


class PointMarks:
    """One measure as markers that nothing joins; hollow where the value is "below" it."""

    def __init__(self, line: Line, stroke: Stroke, width: float) -> None:
        self._size = size = _SIZE_OF_POINT * width
        soft = QColor(stroke.color)
        soft.setAlpha(_SOFT)  # one that lies under another is seen
        self._values_of = _scatter(stroke.marker, size, soft)
        self._values_of.setPen(pg.mkPen(stroke.color, width=0.5 * width))
        self._limits_of = _scatter(stroke.marker, size, QColor(Qt.GlobalColor.transparent))
        self._limits_of.setPen(pg.mkPen(stroke.color, width=0.7 * width))
        self._apart = _ROOM_FOR_A_POINT * width
        self.items = (self._values_of, self._limits_of)
        self.take(line)

    def take(self, line: Line) -> None:
        """Draw the values of this line from now on."""
        days, values = line.series.days, line.series.values
        is_limit = np.isin(days, np.array(sorted(line.limits), np.int64))
        self._days, self._values = days, values
        self._above = np.where(is_limit, np.nan, values)
        self._below = np.where(is_limit, values, np.nan)

    def bounds(self, low: float, high: float) -> tuple[float, float] | None:
        return _bounds(visible(self._days, self._values, low, high)[1])

    def draw(self, low: float, high: float, width: float, height_of_pixel: float) -> None:  # noqa: ARG002
        """From far away the lowest and the highest of a few days, so that none stands alone."""
        run = ceil(self._apart * (high - low) / width)
        for item, values in ((self._values_of, self._above), (self._limits_of, self._below)):
            points = _finite(peaks(visible(self._days, values, low, high), run))
            crowded = len(points[0]) * self._size > width / 2
            item.setSize(self._size * (_CROWDED if crowded else 1))
            _set(item, points)


_NOTHING: Points = (np.empty(0), np.empty(0))


def _finite(points: Points) -> Points:
    x, y = points
    recorded = ~np.isnan(y)
    return x[recorded], y[recorded]


def _at_least_a_speck(points: Points, height: float) -> Points:
    """Lows and highs in turn, the highs raised so that a single day does not vanish."""
    x, y = points
    raised = y.copy()
    raised[1::2] = np.maximum(y[1::2], y[0::2] + height)
    return x, raised


def _bounds(values: Numbers) -> tuple[float, float] | None:
    recorded = values[~np.isnan(values)]
    return (float(recorded.min()), float(recorded.max())) if len(recorded) else None


def _scatter(marker: str, size: float, color: QColor) -> pg.ScatterPlotItem:
    # without the cache of drawn symbols a picture stays free of rasters
    return pg.ScatterPlotItem(
        symbol=marker,
        size=size,
        pen=pg.mkPen(None, style=Qt.PenStyle.NoPen),
        brush=pg.mkBrush(color),
        pxMode=True,
        useCache=False,
        antialias=True,
    )


def _set(item: pg.PlotCurveItem | pg.ScatterPlotItem, points: Points, **options: bool) -> None:
    """Hide what has nothing to show: an item of nothing but nan warns when it is measured."""
    x, y = points
    something = bool(len(x)) and not np.isnan(y).all()
    item.setVisible(something)
    if something:
        item.setData(x=x, y=y, **options)
