"""One column of any table: what stands in it, and where it is to go."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from heeldiary.domain.factor import Factor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.mapped import ColumnTarget
from heeldiary.exchange.units import units_of
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.new_row_form import NewRowForm
from heeldiary.ui.wording import breakable

_LEAVE_OUT, _NOTE, _NEW_ROW = "leave out", "note", "new row"


class CsvColumn(QFrame):
    """A choice for one column; ``target`` says what was chosen."""

    changed = Signal()

    def __init__(
        self, look: Look, column: str, examples: Sequence[str], factors: Sequence[Factor]
    ) -> None:
        super().__init__()
        self.column = column
        self._factors = {factor.key: factor for factor in factors}
        self._name = QLabel(breakable(column))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setObjectName("heading")
        self._examples = QLabel(breakable(self.tr("for example {0}").format(" · ".join(examples))))
        self._examples.setTextFormat(Qt.TextFormat.PlainText)
        self._examples.setObjectName("soft")
        self._examples.setWordWrap(True)
        self._examples.setVisible(bool(examples))
        self.goes_to = FormChoice()
        self.goes_to.setAccessibleName(self.tr("Where the column “{0}” goes").format(column))
        policy = FormChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.goes_to.setSizeAdjustPolicy(policy)
        self.goes_to.setMinimumContentsLength(24)
        self.unit = FormChoice()
        self.unit.setAccessibleName(self.tr("Unit of the column “{0}”").format(column))
        self.new_row = NewRowForm(look, column)
        self.choices = QWidget()
        self._fill()
        self._lay_out(look)

        self.goes_to.currentIndexChanged.connect(self._take_place)
        self.unit.currentIndexChanged.connect(self.changed)
        self.new_row.changed.connect(self.changed)
        self._take_place()

    def suggest(self, target: ColumnTarget) -> None:
        """Begin with what the column's name speaks for."""
        place = _NOTE if target.note else target.factor
        self.goes_to.setCurrentIndex(max(self.goes_to.findData(place), 0))
        self.unit.setCurrentIndex(max(self.unit.findData(target.unit), 0))

    def target(self) -> ColumnTarget | None:
        """Where the column goes; None when it is left out. Refused while something is open."""
        match self.goes_to.currentData():
            case "leave out":
                return None
            case "note":
                return ColumnTarget(column=self.column, note=True)
            case "new row":
                own = self.new_row.row()
                return ColumnTarget(column=self.column, own=own, unit=own.unit)
            case key:
                return ColumnTarget(column=self.column, factor=key, unit=self._unit())

    def inputs(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [self.goes_to, self.unit, *self.new_row.inputs()]

    def _unit(self) -> str:
        if self.unit.count() == 0:
            return ""
        unit: str | None = self.unit.currentData()
        if unit is None:
            raise Refused(self.tr("Choose the unit of the column “{0}”.").format(self.column))
        return unit

    def _take_place(self) -> None:
        place = self.goes_to.currentData()
        factor = self._factors.get(place)
        units = units_of(factor) if factor else ()
        with QSignalBlocker(self.unit):
            self.unit.clear()
            if units:
                self.unit.addItem(self.tr("Choose the unit…"), None)
            for unit in units:
                self.unit.addItem(unit, unit)
        self.unit.setVisible(bool(units))
        self.new_row.setVisible(place == _NEW_ROW)
        self.changed.emit()

    def _fill(self) -> None:
        self.goes_to.addItem(self.tr("Leave out"), _LEAVE_OUT)
        self.goes_to.addItem(self.tr("The day's note"), _NOTE)
        self.goes_to.addItem(self.tr("A new row of my own"), _NEW_ROW)
        self.goes_to.insertSeparator(self.goes_to.count())
        for factor in self._factors.values():
            self.goes_to.addItem(factor.name, factor.key)

    def _lay_out(self, look: Look) -> None:
        flow_row(self.choices, look, self.goes_to, self.unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(4), 0, look.px(4))
        layout.setSpacing(look.px(4))
        for part in (self._name, self._examples, self.choices, self.new_row):
            layout.addWidget(part)
