"""Which rows Today shows, in what order, and a row of the owner's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import LONGEST_NAME, add_row, move_row, show_row
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row

_KEY = Qt.ItemDataRole.UserRole


class RowChooser(QWidget):
    """A list to tick and to move in; every change is written at once and can be undone."""

    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Rows of Today"))
        self.up = QPushButton(self.tr("Move up"))
        self.down = QPushButton(self.tr("Move down"))
        self.up.setToolTip("Alt+Up")
        self.down.setToolTip("Alt+Down")
        # not the buttons' own: they would wait to be seen going down, and miss quick presses
        QShortcut("Alt+Up", self, self._move_up)
        QShortcut("Alt+Down", self, self._move_down)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of a row of your own"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("How it is answered"))
        self.unit = QLineEdit()
        self.unit.setMaxLength(12)
        self.unit.setAccessibleName(self.tr("Unit"))
        self.add = QPushButton(self.tr("Add this row"))
        for kind, text in self._kinds():
            self.kind.addItem(text, kind)
        self._lay_out()

        self.list.itemChanged.connect(self._tick)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.kind.currentIndexChanged.connect(self._show_unit)
        self._show_unit()

    def refresh(self) -> None:
        """Show the rows as the diary has them; the chosen one stays chosen."""
        had = self._chosen()
        factors = self.desk.factors()
        self.list.blockSignals(True)  # noqa: FBT003 - nothing is ticked by showing it
        self.list.clear()
        for factor in factors.all():
            item = QListWidgetItem(factor.name)
            item.setData(_KEY, factor.key)
            shown = Qt.CheckState.Checked if factors.is_shown(factor) else Qt.CheckState.Unchecked
            item.setCheckState(shown)
            self.list.addItem(item)
            if had is not None and factor.key == had.key:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setMinimumHeight(self.look.px(260))

    def _kinds(self) -> tuple[tuple[Kind, str], ...]:
        return (
            (Kind.SCALE, self.tr("0 to 10")),
            (Kind.YES_NO, self.tr("yes or no")),
            (Kind.COUNT, self.tr("a count")),
            (Kind.MINUTES, self.tr("minutes")),
            (Kind.NUMBER, self.tr("a number with a unit")),
        )

    def _tick(self, item: QListWidgetItem) -> None:
        shown = item.checkState() is Qt.CheckState.Checked
        choices = self.desk.diary.row_choices()
        factors = self.desk.factors()
        change = show_row(factors, choices, factors[item.data(_KEY)], shown=shown)
        if not self.desk.apply(change):
            self.refresh()  # the list showed the tick before it was written

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        factor = self._chosen()
        if factor is not None:
            choices = self.desk.diary.row_choices()
            self.desk.apply(move_row(self.desk.factors(), choices, factor, by))

    def _chosen(self) -> Factor | None:
        row = self.list.currentRow()
        return None if row < 0 else self.desk.factors()[self.list.item(row).data(_KEY)]

    def _add(self) -> None:
        kind = self.kind.currentData()
        unit = self.unit.text() if kind == Kind.NUMBER else ""
        try:
            change = add_row(self.desk.factors(), self.name.text(), Kind(kind), unit)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        if self.desk.apply(change):
            self.name.clear()
            self.unit.clear()

    def _show_unit(self) -> None:
        self.unit.setEnabled(self.kind.currentData() == Kind.NUMBER)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(button_row(self.look, self.up, self.down))
        layout.addSpacing(8)
        layout.addWidget(_labelled(self.name))
        layout.addWidget(
            button_row(self.look, _labelled(self.kind), _labelled(self.unit), self.add)
        )


def _labelled(field: QWidget) -> QWidget:
    """The field with its name before it."""
    label = QLabel(field.accessibleName())
    label.setBuddy(field)
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addWidget(field, 1)
    return pair
