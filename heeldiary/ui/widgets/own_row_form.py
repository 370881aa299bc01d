"""A row of the owner's own, to be described and added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import LONGEST_NAME, LONGEST_UNIT, NewRow, add_row, kinds_in
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.form_lines import FormChoice


class OwnRowForm(QWidget):
    """Name, part of Today, how it is answered; what a kind does not need is not shown."""

    refused = Signal(str)
    added = Signal(object)
    """The new rows, which the diary has now."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.name = _line(self.tr("Name of a row of your own"), LONGEST_NAME)
        self.part = FormChoice()
        self.part.setAccessibleName(self.tr("Where it stands"))
        self.kind = FormChoice()
        self.kind.setAccessibleName(self.tr("How it is answered"))
        self.unit = _line(self.tr("Unit"), LONGEST_UNIT)
        self.options = _line(self.tr("Options"), 1_000)
        self.options.setPlaceholderText(self.tr("good, fair, poor"))
        self.food = FormChoice()
        self.food.setAccessibleName(self.tr("In the food score"))
        self.sides = FormChoice()
        self.sides.setAccessibleName(self.tr("Sides"))
        self.sides.addItem(self.tr("one row"), userData=False)
        self.sides.addItem(self.tr("left and right, two rows"), userData=True)
        self.add = QPushButton(self.tr("Add this row"))
        for group, text in self._parts():
            self.part.addItem(text, group)
        for direction, text in self._directions():
            self.food.addItem(text, direction)
        lines = (self.name, self.part, self.kind, self.unit, self.options, self.food, self.sides)
        self._fields = {field: _labelled(field) for field in lines}
        self._lay_out(look)

        self.part.currentIndexChanged.connect(self._take_part)
        self.kind.currentIndexChanged.connect(self._show_needed)
        self.add.clicked.connect(self._add)
        for line in (self.name, self.unit, self.options):
            line.returnPressed.connect(self._add)
        self._take_part()

    def described(self) -> NewRow:
        """What stands in the fields."""
        kind, group = Kind(self.kind.currentData()), Group(self.part.currentData())
        return NewRow(
            name=self.name.text(),
            kind=kind,
            unit=self.unit.text() if kind is Kind.NUMBER else "",
            group=group,
            direction=Direction(self.food.currentData())
            if group is Group.FOOD
            else Direction.NEUTRAL,
            options=tuple(self.options.text().split(",")),
            has_sides=group is Group.PAIN and bool(self.sides.currentData()),
        )

    def _add(self) -> None:
        try:
            change = add_row(self.desk.factors(), self.described())
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        if self.desk.apply(change):
            for line in (self.name, self.unit, self.options):
                line.clear()
            self.added.emit([edit.after for edit in change.edits])

    def _take_part(self) -> None:
        """Offer the kinds of answer that fit this part of Today."""
        had = self.kind.currentData()
        fitting = kinds_in(Group(self.part.currentData()))
        self.kind.blockSignals(True)  # noqa: FBT003 - one kind is chosen when all are there
        self.kind.clear()
        for kind, text in self._kinds():
            if kind in fitting:
                self.kind.addItem(text, kind)
        self.kind.setCurrentIndex(max(self.kind.findData(had), 0))
        self.kind.blockSignals(False)  # noqa: FBT003
        self._show_needed()

    def _show_needed(self) -> None:
        kind = self.kind.currentData()
        self._fields[self.unit].setVisible(kind == Kind.NUMBER)
        self._fields[self.options].setVisible(kind == Kind.CHOICE)
        self._fields[self.food].setVisible(self.part.currentData() == Group.FOOD)
        self._fields[self.sides].setVisible(self.part.currentData() == Group.PAIN)

    def _lay_out(self, look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fields[self.name])
        short = (self.part, self.kind, self.unit, self.food, self.sides)
        layout.addWidget(button_row(look, *(self._fields[field] for field in short)))
        layout.addWidget(self._fields[self.options])
        layout.addWidget(button_row(look, self.add))

    def _parts(self) -> tuple[tuple[Group, str], ...]:
        return (
            (Group.OWN, self.tr("Your own rows")),
            (Group.FOOD, self.tr("Food and drink")),
            (Group.CARE, self.tr("Self-care")),
            (Group.PAIN, self.tr("A place that hurts")),
        )

    def _kinds(self) -> tuple[tuple[Kind, str], ...]:
        return (
            (Kind.SCALE, self.tr("0 to 10")),
            (Kind.YES_NO, self.tr("yes or no")),
            (Kind.COUNT, self.tr("a count")),
            (Kind.MINUTES, self.tr("minutes")),
            (Kind.NUMBER, self.tr("a number with a unit")),
            (Kind.CHOICE, self.tr("one of several options")),
        )

    def _directions(self) -> tuple[tuple[Direction, str], ...]:
        return (
            (Direction.BETTER, self.tr("to include")),
            (Direction.WORSE, self.tr("to limit")),
            (Direction.NEUTRAL, self.tr("neither")),
        )


def _line(name: str, longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMaxLength(longest)
    return line


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
