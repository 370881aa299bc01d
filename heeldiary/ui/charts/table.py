"""The chart as a table: a row a day, newest first; also what a screen reader reads."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from heeldiary.analysis.circumstances import NOTHING_AROUND, Circumstances
from heeldiary.analysis.trend_panels import Line, Panel
from heeldiary.domain.days import Span, day_numbered, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import Reading
from heeldiary.ui.charts.words import name_of_mark, value_in_words
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import say_short_day, say_value

NOT_RECORDED = "–"
_DAYS_KEPT = 400

_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class DayTable(QAbstractTableModel):
    """Answers straight from the series; only a skip is looked up, when its cell is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._span: Span | None = None
        self._lines: list[Line] = []
        self._headings: list[str] = []
        self._factors = Factors()
        self._also: Mapping[int, str] = {}
        self._readings_on = _nothing

    def show(
        self,
        panels: Sequence[Panel],
        span: Span,
        diary: Diary,
        factors: Factors,
        around: Circumstances = NOTHING_AROUND,
    ) -> None:
        """Show these lines over these days; a last column tells what else the days were."""
        self.beginResetModel()
        self._span, self._factors = span, factors
        self._lines = [line for panel in panels for line in panel.lines]
        self._headings = [_heading(line, panel) for panel in panels for line in panel.lines]
        self._readings_on = lru_cache(_DAYS_KEPT)(diary.readings_on)
        self._also = self._said_of(around.within(span))
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._span is None else len(self._span)

    def columnCount(self, parent: _Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside else len(self._lines) + 1 + bool(self._also)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            day = self.day_at(index.row())
            return self._words(day, index.column() - 1) if index.column() else _name(day)
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < index.column() <= len(self._lines):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < section <= len(self._lines):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if not shown or orientation is not Qt.Orientation.Horizontal:
            return None
        if section > len(self._headings):
            return self.tr("Also")
        return self._headings[section - 1] if section else self.tr("Day")

    def day_at(self, row: int) -> date:
        assert self._span is not None
        return day_numbered(number_of(self._span.last) - row)

    def row_of(self, day: date) -> int:
        assert self._span is not None
        return number_of(self._span.last) - number_of(day)

    def samples(self, column: int) -> Sequence[str]:
        """The heading, and words as wide as any that stand below it."""
        heading = str(self.headerData(column, Qt.Orientation.Horizontal))
        if column == 0:
            return (heading, "Wed 28 Sep 2026")
        is_last = column > len(self._lines)
        return (f"{heading}m", *(set(self._also.values()) if is_last else ("00.00 kg",)))

    def _words(self, day: date, place: int) -> str:
        if place == len(self._lines):
            return self._also.get(number_of(day), "")
        line = self._lines[place]
        at = number_of(day) - number_of(line.series.first)
        value = line.series.values[at] if 0 <= at < len(line.series) else np.nan
        if np.isnan(value):
            return self.tr("skipped") if self._was_skipped(day, line) else NOT_RECORDED
        factor = self._factors.get(line.key)
        if factor is not None and line.digits is None:
            return say_value(factor, float(value))
        return value_in_words(line, float(value), number_of(day))

    def _said_of(self, around: Circumstances) -> Mapping[int, str]:
        """The marks and the flare of each day, in words."""
        said: dict[int, list[str]] = {}
        for mark in around.marks:
            said.setdefault(number_of(mark.day), []).append(name_of_mark(mark.kind))
        for band in around.flares:
            for day in band.span:
                said.setdefault(number_of(day), []).append(self.tr("flare"))
        return {day: ", ".join(words) for day, words in said.items()}

    def _was_skipped(self, day: date, line: Line) -> bool:
        readings = self._readings_on(day)
        return any(part in readings for part in line.parts)


class DayTableView(QTableView):
    """Moves by keyboard; Enter or a double click chooses the day. Tab goes on."""

    day_chosen = Signal(date)

    def __init__(self, look: Look, days: DayTable) -> None:
        super().__init__()
        self._look = look
        self._days = days
        self.setModel(days)
        self.setAccessibleName(self.tr("Answers by day, newest first"))
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.activated.connect(self._choose)

    def fit(self) -> None:
        """Give rows and columns the size of their words; of the headings, not of all days."""
        line = self.fontMetrics().height()
        self.verticalHeader().setMinimumSectionSize(line)
        self.verticalHeader().setDefaultSectionSize(line + self._look.px(10))
        heading = self.horizontalHeader().fontMetrics()
        pad = self._look.px(36)
        for column in range(self._days.columnCount()):
            widest = max(heading.horizontalAdvance(text) for text in self._days.samples(column))
            self.setColumnWidth(column, widest + pad)

    def _choose(self, index: QModelIndex) -> None:
        self.day_chosen.emit(self._days.day_at(index.row()))


def _nothing(day: date) -> Mapping[str, Reading]:  # noqa: ARG001
    return {}


def _heading(line: Line, panel: Panel) -> str:
    """The name with its unit; a rating's scale and a choice's words are left to the chart."""
    is_unit = panel.unit and "0" not in panel.unit
    return f"{line.name}, {panel.unit}" if is_unit else line.name


def _name(day: date) -> str:
    return f"{say_short_day(day)} {day.year}"
