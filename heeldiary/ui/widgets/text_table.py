"""A table of words to read: long texts wrap, long tables scroll, Tab goes on to the next thing."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from heeldiary.ui.theme import Look
from heeldiary.ui.wording import plain_tip

_ROWS_MEASURED = 200
_HIGHEST = 300
_PADDING = 8
_MARGIN = 4
"""What the style keeps free beside the words of a cell, and what the table adds."""
_LAST_COLUMN, _WORDS = 120, 280
"""Widths of the last column: the least, and enough for words that wrap."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class TextModel(QAbstractTableModel):
    """Rows of words under headings."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self.rows: Sequence[tuple[str, ...]] = ()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.rows[index.row()][index.column()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None


class _Cells(QStyledItemDelegate):
    """Gives each cell the height of its wrapped words; the padding is the table's."""

    def __init__(self, table: QTableView, look: Look) -> None:
        super().__init__(table)
        self._table = table
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        column, words = index.column(), str(index.data())
        beside = 2 * self._look.px(_PADDING) + 2 * _MARGIN
        room = max(self._table.columnWidth(column) - beside, 1)
        metrics = self._table.fontMetrics()
        wrapped = metrics.boundingRect(0, 0, room, 0, int(Qt.TextFlag.TextWordWrap), words)
        width = metrics.horizontalAdvance(words) + beside + _MARGIN
        return QSize(max(width, hint.width()), wrapped.height() + self._look.px(10))


class TextTable(QTableView):
    """As high as its rows need, up to a limit; the last column takes the room that is left."""

    def __init__(self, look: Look, name: str, headings: Sequence[str]) -> None:
        super().__init__()
        self.look = look
        self.texts = TextModel(headings)
        self.setModel(self.texts)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._across = self.horizontalHeader()
        self._across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._across.setStretchLastSection(True)
        self._across.setHighlightSections(False)
        self.setItemDelegate(_Cells(self, look))
        self._pad()
        look.changed.connect(self._pad)
        self._across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows in place of the ones before; a table without rows is not shown."""
        self.texts.show_rows(rows)
        self.setVisible(bool(rows))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _pad(self) -> None:
        """The words of the cells stand below those of the headings."""
        across = self.look.px(_PADDING)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {across}px; }}")
        self._fit()

    def _fit(self) -> None:
        down = self.verticalHeader()
        line = self.fontMetrics().height() + self.look.px(10)
        down.setMinimumSectionSize(line)
        # a long table has rows of two lines: measuring each of them would take seconds
        down.setDefaultSectionSize(line + self.fontMetrics().height())
        self._give_the_last_column_room()
        count = len(self.texts.rows)
        if count <= _ROWS_MEASURED:
            self.resizeRowsToContents()
        frame = 2 * self.frameWidth() + self._across.sizeHint().height() + self._scroll_bar()
        self.setFixedHeight(min(down.length(), self.look.px(_HIGHEST)) + frame)

    def _give_the_last_column_room(self) -> None:
        """It takes what is left; where that is too little the table scrolls sideways."""
        last = self.texts.columnCount() - 1
        wanted = max(self.sizeHintForColumn(last), self.look.px(_LAST_COLUMN))
        least = min(wanted, self.look.px(_WORDS))
        widths = [
            max(self.sizeHintForColumn(n), self._across.sectionSizeHint(n)) for n in range(last)
        ]
        has_room = self.viewport().width() - sum(widths) >= least
        self._across.setStretchLastSection(has_room)
        if not has_room:
            self._across.setSectionResizeMode(last, QHeaderView.ResizeMode.Fixed)
            self._across.resizeSection(last, least)

    def _scroll_bar(self) -> int:
        bar = self.horizontalScrollBar()
        return bar.sizeHint().height() if bar.maximum() > 0 else 0
