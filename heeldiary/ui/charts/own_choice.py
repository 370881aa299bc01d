"""Choosing what to lay on the time axis, line by line."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.tick_area import WholeRowTick

MOST_LINES = 12


class OwnChoice(QDialog):
    """A list to tick; ``chosen`` gives the keys of the ticked lines in the order of the list."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        lines: Iterable[tuple[str, str]],
        ticked: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lines of your own choice"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        words = QLabel(
            self.tr("Tick up to {0} lines. Those with the same scale share a panel.").format(
                MOST_LINES
            )
        )
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Lines to draw"))
        self.list.setItemDelegate(WholeRowTick(self.list))
        for key, name in lines:
            self.list.addItem(_item(key, name, is_ticked=key in ticked))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._draw = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._draw.setText(self.tr("Draw"))

        column = QVBoxLayout(self)
        for widget in (words, self.list, buttons):
            column.addWidget(widget)
        self.resize(look.px(420), min(look.px(520), 640))

        self.list.itemChanged.connect(self._allow)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # the style sheet came after the first layout

    def ticked(self) -> Sequence[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _allow(self) -> None:
        self._draw.setEnabled(0 < len(self.ticked()) <= MOST_LINES)

    def _tell(self) -> None:
        self.chosen.emit(self.ticked())


def _item(key: str, name: str, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(Qt.ItemDataRole.UserRole, key)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | _TICKABLE)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item


_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable
