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

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """Measured here alone: the style would go through the whole sheet for every cell."""
        column, words = index.column(), str(index.data())
        beside = 2 * self._look.px(_PADDING) + 2 * _MARGIN
        room = max(self._table.columnWidth(column) - beside, 1)
        metrics = self._table.fontMetrics()
        wrapped = metrics.boundingRect(0, 0, room, 0, int(Qt.TextFlag.TextWordWrap), words)
        width = metrics.horizontalAdvance(words) + beside + _MARGIN
        return QSize(width, wrapped.height() + self._look.px(10))


class TextTable(QTableView):
    """As high as its rows need, up to a limit; the last column takes the room that is left."""

    def __init__(self, look: Look, name: str, headings: Sequence[str]) -> None:
        super().__init__()
        self.look = look
        self.highest = 0
        """Pixels that its rows may take at least before it scrolls within itself."""
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
        self._across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
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
        self._share_the_width()
        count = len(self.texts.rows)
        if count <= _ROWS_MEASURED:
            self.resizeRowsToContents()
        frame = 2 * self.frameWidth() + self._across.sizeHint().height() + self._scroll_bar()
        highest = max(self.look.px(_HIGHEST), self.highest)
        self.setFixedHeight(min(down.length(), highest) + frame)

    def _share_the_width(self) -> None:
        """The last column takes what is left. Where that is too little, words wrap in all of them;
        where even their longest words have no room the table scrolls sideways."""
        last = self.texts.columnCount() - 1
        heads = [self._across.sectionSizeHint(n) for n in range(last + 1)]
        natural = [max(self.sizeHintForColumn(n), heads[n]) for n in range(last)]
        words = self.sizeHintForColumn(last)
        wide = min(max(words, self.look.px(_LAST_COLUMN)), self.look.px(_WORDS))
        wide = max(wide, heads[last])
        narrow = max(min(words, self.look.px(_WORDS)), heads[last])
        room = self.viewport().width()
        least = [max(self._longest_word(n), heads[n]) for n in range(last)]
        if sum(natural) + wide <= room:
            self._set_widths(natural, last, None)
        elif sum(least) + narrow <= room:
            self._set_widths(_shrunk(natural, least, room - narrow), last, None)
        else:
            self._set_widths(natural, last, wide)

    def _set_widths(self, widths: Sequence[int], last: int, width_of_last: int | None) -> None:
        for column, width in enumerate(widths):
            self._across.resizeSection(column, width)
        self._across.setStretchLastSection(width_of_last is None)
        left = self.viewport().width() - sum(widths)
        self._across.resizeSection(last, left if width_of_last is None else width_of_last)

    def _longest_word(self, column: int) -> int:
        """What a column needs at least, when its words wrap."""
        metrics = self.fontMetrics()
        found = {word for row in self.texts.rows[:_ROWS_MEASURED] for word in row[column].split()}
        longest = max((metrics.horizontalAdvance(word) for word in found), default=0)
        return longest + 2 * self.look.px(_PADDING) + 3 * _MARGIN

    def _scroll_bar(self) -> int:
        bar = self.horizontalScrollBar()
        return bar.sizeHint().height() if bar.maximum() > 0 else 0


def _shrunk(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """These widths in less room: each gives of what it can spare."""
    spare = sum(natural) - sum(least)
    share = (room - sum(least)) / spare if spare > 0 else 0.0
    return [low + int((full - low) * share) for full, low in zip(natural, least, strict=True)]
