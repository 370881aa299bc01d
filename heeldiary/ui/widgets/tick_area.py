"""A large place to tick a row of a list: the box alone is too small for a stiff hand."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from heeldiary.ui.theme import Look

_CHECK = Qt.ItemDataRole.CheckStateRole
_NEEDED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable


class WholeRowTick(QStyledItemDelegate):
    """A click anywhere on the row ticks or unticks it; keys do what they always do."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() != QEvent.Type.MouseButtonRelease or not self._is_hit(event, option, index):
            return False
        is_ticked = Qt.CheckState(index.data(_CHECK)) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        return model.setData(index, state, _CHECK)

    def area(self, row: QRect) -> QRect:
        """Where in the row a click ticks it."""
        return row

    def _is_hit(
        self,
        event: QMouseEvent,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        can_be_ticked = index.flags() & _NEEDED == _NEEDED and index.data(_CHECK) is not None
        is_left = event.button() is Qt.MouseButton.LeftButton
        row: QRect = option.rect
        return can_be_ticked and is_left and self.area(row).contains(event.position().toPoint())


class WideTick(WholeRowTick):
    """The left of the row, as wide as a key, ticks it; its words only choose it."""

    def __init__(self, rows: QListWidget, look: Look) -> None:
        super().__init__(rows)
        self._look = look

    def area(self, row: QRect) -> QRect:
        area = QRect(row)
        area.setWidth(self._look.px(44))
        return area
