"""The page for a visit, painted: one sheet of A4 or Letter, whatever the diary holds."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QLocale, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from heeldiary.reports.report import Report
from heeldiary.reports.sheet import (
    ANSWERED,
    CHANGE,
    CHART,
    GLANCE,
    HIGH_DAYS,
    MEASURE,
    MEDIAN,
    QUESTIONS,
    RANGE,
    RULED_LINES,
    Cells,
    Row,
    Section,
    Sheet,
)
from heeldiary.ui.canvas import FINENESS, Canvas
from heeldiary.ui.charts.picture import paint_chart, paper_chart
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.theme import Look

_POINTS_AN_INCH = 72
_MARGIN = 36.0
_TITLE, _HEADING, _BODY, _SMALL, _BIG = 17.0, 10.5, 8.7, 7.6, 11.5
_ROW, _BASE = 12.8, 10.0
_RULED = 19.0
_GAP = 6.0
_LOWEST_CHART, _HIGHEST_CHART = 160.0, 250.0
_CHART_ROW = 16.0
"""What a row of marks or of one medicine takes in the chart."""
_SCALES = tuple(1 - 0.03 * step for step in range(12))
_READABLE = 0.75
"""Letters are not made smaller than that for the sake of a row of the chart."""
_INK, _FAINT, _HAIR = QColor("#000000"), QColor("#8c8c8c"), QColor("#c8c8c8")

_NAME, _WINDOW = 0.278, 0.33
_IN_WINDOW = (0.23, 0.28, 0.23, 0.26)
"""Shares of a window's width: median, range, days of high ratings, days answered."""
_BETWEEN = 16.0

_LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.Chile,
        QLocale.Country.PuertoRico,
    }
)


class Paper(StrEnum):
    """The two sizes of paper that people have."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> QPageSize:
        known = QPageSize.PageSizeId
        return QPageSize(known.A4 if self is Paper.A4 else known.Letter)


def usual_paper(locale: QLocale) -> Paper:
    """What lies in the printers of that country."""
    return Paper.LETTER if locale.territory() in _LETTER_COUNTRIES else Paper.A4


class VisitPaper:
    """One sheet with the report on it; it is laid out once and can be painted many times."""

    def __init__(self, report: Report, resources: Path, paper: Paper) -> None:
        self.report = report
        self.paper = paper
        self._resources = resources
        self.medicine_rows = 0
        """Of those of the report, how many the chart has room for."""
        points = paper.size.size(QPageSize.Unit.Point)
        self.points = QSizeF(points)
        self._width = points.width() - 2 * _MARGIN
        self._bottom = points.height() - _MARGIN
        Look(resources, "paper")  # brings the font that words are measured in
        self.resolution = QWidget().logicalDpiX()
        """Dots an inch of the device that it is painted on: that of the chart's letters."""
        self.scale, self._chart_height = self._fit()
        self._chart = self._draw_chart() if report.panels else None

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet from its top left corner on a device of its resolution."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setPen(_INK)
        unit = self.resolution / _POINTS_AN_INCH / FINENESS
        painter.scale(unit, unit)
        chart_top = self._lay_out(Canvas(painter, self.scale), self._chart_height)[1]
        if self._chart is not None:
            painter.translate(_MARGIN * FINENESS, chart_top * FINENESS)
            painter.scale(1 / unit, 1 / unit)
            paint_chart(self._chart, painter, QRectF(self._chart.viewport().rect()))
        painter.restore()

    def _draw_chart(self) -> TrendChart:
        """The chart at its final size."""
        dots = self.resolution / _POINTS_AN_INCH
        around = self.report.around
        most = len(around.medicines)
        return paper_chart(
            self.report.panels,
            self.report.span,
            self._resources,
            round(self._width * dots),
            round(self._chart_height * dots),
            around=replace(around, medicines=around.medicines[most - self.medicine_rows :]),
        )

    def _fit(self) -> tuple[float, float]:
        """The largest letters at which everything has room, and the height left to the chart.

        Rows of medicines go before the letters become hard to read: the page lists them in words.
        """
        room = cache(self._room)  # setting the page takes milliseconds
        most = len(self.report.around.medicines)
        readable = [(rows, s) for rows in range(most, -1, -1) for s in _SCALES if s >= _READABLE]
        for rows, scale in (*readable, *((0, scale) for scale in _SCALES)):
            needed = self._lowest_chart(rows)
            if room(scale) >= needed:
                break
        self.medicine_rows = rows
        return scale, min(room(scale), max(needed, _HIGHEST_CHART))

    def _lowest_chart(self, medicine_rows: int) -> float:
        """The height below which the panels, marks and so many medicines could not be read."""
        rows = medicine_rows + bool(self.report.around.marks)
        return _LOWEST_CHART + _CHART_ROW * rows if self.report.panels else 0

    def _room(self, scale: float) -> float:
        """The height that is left beside everything that is set."""
        return self._bottom - self._lay_out(Canvas(None, scale), 0)[0]

    def _lay_out(self, canvas: Canvas, chart_height: float) -> tuple[float, float]:
        """Set everything; gives how far down it would reach, and where the chart begins."""
        sheet = self.report.sheet
        top = self._head(canvas, sheet, _MARGIN)
        top = self._questions(canvas, sheet, top)
        top = self._glance(canvas, sheet, top)
        chart_top = top
        if self.report.panels:
            chart_top = self._heading(canvas, CHART, top)
            top = chart_top + chart_height
            top = canvas.paragraph(_MARGIN, top, sheet.chart_note, _SMALL, self._width)
            top += _GAP * canvas.scale
        top = self._sections(canvas, sheet.sections, top)
        return self._foot(canvas, sheet, top), chart_top

    @property
    def _right(self) -> float:
        return _MARGIN + self._width

    def _heading(
        self, canvas: Canvas, title: str, top: float, left: float = _MARGIN, room: float = 0
    ) -> float:
        """A heading on its rule; gives where what it heads begins."""
        canvas.text(left, top, title, _HEADING, strong=True)
        top += canvas.leading(_HEADING) + 1
        canvas.rule(left, left + (room or self._width), top, _INK, 0.7)
        return top + 3 * canvas.scale

    def _head(self, canvas: Canvas, sheet: Sheet, top: float) -> float:
        canvas.text(_MARGIN, top, sheet.title, _TITLE, strong=True)
        name_end = self._right - 150
        canvas.text_to(name_end - 4, top, "Name", _BODY)
        canvas.rule(name_end, self._right, top + _BODY * canvas.scale + 2, _FAINT)
        top += canvas.leading(_TITLE) + 1
        room = self._width - canvas.width(sheet.printed, _SMALL) - 10
        size = canvas.fitting(sheet.covered, _BODY, room)
        canvas.text(_MARGIN, top, sheet.covered, size, row=_BODY)
        canvas.text_to(self._right, top, sheet.printed, _SMALL)
        top += canvas.leading(_BODY)
        canvas.text(_MARGIN, top, sheet.origin, _SMALL)
        return top + canvas.leading(_SMALL) + _GAP * canvas.scale

    def _questions(self, canvas: Canvas, sheet: Sheet, top: float) -> float:
        """What the owner wants to ask, and beside it what changed."""
        room = self._width
        if sheet.changed is not None:
            room = (self._width - _BETWEEN) / 2
        canvas.text(_MARGIN, top, QUESTIONS, _HEADING, strong=True)
        y = top + canvas.leading(_HEADING)
        if sheet.questions:
            y = self._lines(canvas, sheet.questions, y + 2 * canvas.scale, _MARGIN, room)
        else:
            y = self._ruled(canvas, y - 4, room)
        if sheet.changed is not None:
            left = _MARGIN + room + _BETWEEN
            canvas.text(left, top, sheet.changed.title, _HEADING, strong=True)
            below = top + canvas.leading(_HEADING) + 2 * canvas.scale
            y = max(y, self._lines(canvas, sheet.changed.lines, below, left, room))
        return y + _GAP * canvas.scale

    def _ruled(self, canvas: Canvas, top: float, room: float) -> float:
        for _ in range(RULED_LINES):
            top += _RULED * canvas.scale
            canvas.rule(_MARGIN, _MARGIN + room, top, _FAINT)
        return top

    def _lines(
        self, canvas: Canvas, lines: tuple[str, ...], top: float, left: float, room: float
    ) -> float:
        for line in lines:
            top = canvas.paragraph(left, top, line, _BODY, room, indent=6) + 1
        return top

    def _glance(self, canvas: Canvas, sheet: Sheet, top: float) -> float:
        top = self._heading(canvas, GLANCE, top)
        if sheet.rows:
            top = self._table_head(canvas, sheet, top)
        for row in sheet.rows:
            self._row(canvas, row, top)
            top += _ROW * canvas.scale
            canvas.rule(_MARGIN, self._right, top - 0.5, _HAIR, 0.4)
        top += 2 * canvas.scale
        for remark in sheet.remarks:
            top = canvas.paragraph(_MARGIN, top, remark, _BODY, self._width)
        return top + _GAP * canvas.scale

    def _table_head(self, canvas: Canvas, sheet: Sheet, top: float) -> float:
        lately, before, change = self._columns()
        for left, title in ((lately, sheet.lately), (before, sheet.before)):
            room = _WINDOW * self._width - 4
            size = canvas.fitting(title, _SMALL, room, strong=True)
            canvas.text(left, top, title, size, strong=True, row=_SMALL)
        top += canvas.leading(_SMALL)
        canvas.text(_MARGIN, top, MEASURE, _SMALL, strong=True)
        for left in (lately, before):
            titles = (MEDIAN, RANGE, HIGH_DAYS, ANSWERED)
            for x, title in zip(self._places(left), titles, strict=True):
                canvas.text(x, top, title, _SMALL)
        canvas.text(change, top, CHANGE, _SMALL)
        top += canvas.leading(_SMALL)
        canvas.rule(_MARGIN, self._right, top, _FAINT)
        return top

    def _columns(self) -> tuple[float, float, float]:
        lately = _MARGIN + _NAME * self._width
        before = lately + _WINDOW * self._width
        return lately, before, before + _WINDOW * self._width

    def _places(self, left: float) -> list[float]:
        """Where the cells of a window begin."""
        shares = [sum(_IN_WINDOW[:place]) for place in range(len(_IN_WINDOW))]
        return [left + share * _WINDOW * self._width for share in shares]

    def _row(self, canvas: Canvas, row: Row, top: float) -> None:
        lately, before, change = self._columns()
        size = canvas.fitting(row.name, _BODY, _NAME * self._width - 4)
        canvas.text(_MARGIN, top, row.name, size, row=_BASE)
        self._cells(canvas, row.lately, lately, top, _BIG)
        self._cells(canvas, row.before, before, top, _BODY)
        canvas.text(change, top, row.change, _BODY, row=_BASE)

    def _cells(self, canvas: Canvas, cells: Cells, left: float, top: float, big: float) -> None:
        texts = (cells.median, cells.range, cells.high_days, cells.answered)
        for place, (x, text) in enumerate(zip(self._places(left), texts, strict=True)):
            strong = place == 0 and big == _BIG
            room = _IN_WINDOW[place] * _WINDOW * self._width - 4
            size = canvas.fitting(text, _BODY if place else big, room, strong=strong)
            canvas.text(x, top, text, size, strong=strong, row=_BASE)

    def _sections(self, canvas: Canvas, sections: tuple[Section, ...], top: float) -> float:
        """The sections in two columns that are as even as they can be, each in reading order."""
        room = (self._width - _BETWEEN) / 2
        blind = Canvas(None, canvas.scale)
        heights = [self._section(blind, each, 0, 0, room) for each in sections]
        left, ends = _MARGIN, [top]
        for column in _even_columns(heights):
            y = top
            for place in column:
                y = self._section(canvas, sections[place], y, left, room)
            ends.append(y)
            left += room + _BETWEEN
        return max(ends)

    def _section(
        self, canvas: Canvas, section: Section, top: float, left: float, room: float
    ) -> float:
        top = self._heading(canvas, section.title, top, left, room)
        return self._lines(canvas, section.lines, top, left, room) + _GAP * canvas.scale

    def _foot(self, canvas: Canvas, sheet: Sheet, top: float) -> float:
        """The foot stands at the bottom edge; gives how far down the page reaches."""
        said = f"{sheet.method} {sheet.disclaimer}"
        height = len(canvas.wrapped(said, _SMALL, self._width)) + 1
        y = self._bottom - height * canvas.leading(_SMALL)
        canvas.rule(_MARGIN, self._right, y, _FAINT)
        y = canvas.paragraph(_MARGIN, y + 2, said, _SMALL, self._width)
        canvas.text_to(self._right, y, "Page 1 of 1", _SMALL)
        return top + height * canvas.leading(_SMALL) + 2


def _even_columns(heights: Sequence[float]) -> tuple[list[int], list[int]]:
    """The places of two columns; the first section opens the first, the higher one is lowest."""
    places = range(1, len(heights))
    lefts = [[0, *some] for count in range(len(heights)) for some in combinations(places, count)]

    def higher(left: list[int]) -> float:
        height = sum(heights[place] for place in left)
        return max(height, sum(heights) - height)

    best = min(lefts, key=higher)
    return best, [place for place in places if place not in best]
