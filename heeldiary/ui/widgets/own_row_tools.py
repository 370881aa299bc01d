"""What can be done with a row of the owner's own: rename, another unit, retire, remove."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import (
    LONGEST_NAME,
    LONGEST_UNIT,
    bring_back,
    count_food,
    has_answers,
    remove_row,
    rename_row,
    retire_row,
)
from heeldiary.domain.units_of_rows import begin_series, convert_row, last_conversions
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.wording import figure, say_date


class OwnRowTools(QWidget):
    """Buttons for the chosen row, and below them the fields of what is being changed."""

    refused = Signal(str)
    said = Signal(str)
    """What was done otherwise than the button says."""
    done = Signal()
    """The row was changed; its fields are put away."""
    opened = Signal(object)
    """The fields that were just shown, which may be out of sight."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.row: OwnFactor | None = None
        self._is_unit_begun = False
        self.rename = QPushButton(self.tr("Rename…"))
        self.change_unit = QPushButton(self.tr("Unit…"))
        self.retire = QPushButton(self.tr("Retire"))
        self.bring_back = QPushButton(self.tr("Bring back"))
        self.remove = QPushButton(self.tr("Remove"))
        self.food = FormChoice()
        self.food.setAccessibleName(self.tr("In the food score"))
        for direction, text in self._directions():
            self.food.addItem(text, direction)
        self.name = _line(self.tr("New name"), LONGEST_NAME)
        self.keep_name = QPushButton(self.tr("Keep the name"))
        self.unit = _line(self.tr("New unit"), LONGEST_UNIT)
        self.factor = _line(self.tr("Each answer is multiplied by"), 20)
        self.preview = QLabel()
        self.preview.setObjectName("soft")
        self.preview.setWordWrap(True)
        self.convert = QPushButton(self.tr("Convert all answers"))
        self.begin_anew = QPushButton(self.tr("Begin a new series"))
        self._lay_out()

        self.rename.clicked.connect(self._open_name)
        self.change_unit.clicked.connect(self._open_unit)
        self.retire.clicked.connect(self._retire)
        self.bring_back.clicked.connect(self._bring_back)
        self.remove.clicked.connect(self._remove)
        self.food.activated.connect(self._count_food)
        self.keep_name.clicked.connect(self._rename)
        self.name.returnPressed.connect(self._rename)
        self.convert.clicked.connect(self._convert)
        self.factor.returnPressed.connect(self._convert)
        self.begin_anew.clicked.connect(self._begin_anew)
        self.unit.textChanged.connect(self._show_preview)
        self.factor.textChanged.connect(self._show_preview)

    def show_row(self, row: OwnFactor | None) -> None:
        """Offer what can be done with this row; nothing for one that every diary has."""
        if row is None or self.row is None or row.key != self.row.key:
            self._put_away()
        self.row = row
        self.setVisible(row is not None)
        if row is not None:
            self.retire.setVisible(not row.retired)
            self.bring_back.setVisible(row.retired)
            self.food.setVisible(row.group is Group.FOOD)
            self.food.setCurrentIndex(self.food.findData(row.direction))
            self.change_unit.setVisible(row.measure is Kind.NUMBER and not row.retired)

    def _open_name(self) -> None:
        assert self.row is not None
        self._measuring.hide()
        self._naming.show()
        self.name.setText(self.row.name)
        self.name.selectAll()
        self.name.setFocus()
        self.opened.emit(self._naming)

    def _open_unit(self) -> None:
        """Show the fields of another unit; what was typed in them for this row stays."""
        assert self.row is not None
        self._naming.hide()
        self._measuring.show()
        if not self._is_unit_begun:
            self._is_unit_begun = True
            self.unit.setText(self.row.unit)
            self.factor.clear()
        self._show_preview()
        self.unit.selectAll()
        self.unit.setFocus()
        self.opened.emit(self._measuring)

    def _rename(self) -> None:
        assert self.row is not None
        try:
            change = rename_row(self.desk.factors(), self.row, self.name.text())
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        self._apply(change)

    def _retire(self) -> None:
        assert self.row is not None
        self._apply(retire_row(self.row))

    def _bring_back(self) -> None:
        assert self.row is not None
        self._apply(bring_back(self.row))

    def _count_food(self, place: int) -> None:
        assert self.row is not None
        self._apply(count_food(self.row, Direction(self.food.itemData(place))))

    def _remove(self) -> None:
        assert self.row is not None
        name = self.row.name
        change, is_retired = remove_row(self.row, self.desk.diary)
        if self._apply(change) and is_retired:
            sentence = self.tr("“{0}” has answers, so it was retired; all of them stay.")
            self.said.emit(sentence.format(name))

    def _convert(self) -> None:
        assert self.row is not None
        try:
            factor = self._given_factor()
            change = convert_row(self.row, self._given_unit(), factor, self.desk.diary)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        self._apply(change)

    def _begin_anew(self) -> None:
        assert self.row is not None
        desk = self.desk
        try:
            change = begin_series(
                self.row, self._given_unit(), desk.factors(), desk.diary, desk.today()
            )
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        self._apply(change)

    def _apply(self, change: Change | None) -> bool:
        if not self.desk.apply(change):
            return False
        self._put_away()
        self.done.emit()
        return True

    def _put_away(self) -> None:
        self._naming.hide()
        self._measuring.hide()
        self._is_unit_begun = False

    def _given_unit(self) -> str:
        return " ".join(self.unit.text().split())

    def _given_factor(self) -> float:
        """The typed factor; refused when it is no plain number. Without answers it is 1."""
        assert self.row is not None
        text = self.factor.text().strip().replace(",", ".", 1)
        digits = text.replace(".", "", 1)
        if not text and not has_answers(self.row, self.desk.diary):
            return 1.0
        if not (digits.isascii() and digits.isdigit()):
            raise Refused(
                self.tr("“{0}” is not a factor; nothing was changed.").format(self.factor.text())
            )
        return float(text)

    def _show_preview(self) -> None:
        """The last three answers as they are and as they would be."""
        if self.row is None:
            return
        is_answered = has_answers(self.row, self.desk.diary)
        self.begin_anew.setVisible(is_answered)
        self.convert.setText(
            self.tr("Convert all answers") if is_answered else self.tr("Keep the unit")
        )
        try:
            factor = self._given_factor()
        except Refused:
            self.preview.setText(self.tr("Type the factor to see what the answers become."))
            return
        shown = last_conversions(self.row, factor, self.desk.diary, self.desk.today())
        unit = self._given_unit()
        line = self.tr("{0}: {1} {2} becomes {3} {4}")
        lines = [
            line.format(say_date(day), figure(old), self.row.unit, figure(new), unit)
            for day, old, new in shown
        ]
        self.preview.setText("\n".join(lines) or self.tr("Nothing was answered in this row yet."))

    def _directions(self) -> tuple[tuple[Direction, str], ...]:
        return (
            (Direction.BETTER, self.tr("to include")),
            (Direction.WORSE, self.tr("to limit")),
            (Direction.NEUTRAL, self.tr("neither")),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        tools = (self.rename, self.change_unit, self.retire, self.bring_back, self.remove)
        layout.addWidget(button_row(self.look, *tools, self.food))
        self._naming = button_row(self.look, _label(self.name), self.name, self.keep_name)
        self._measuring = QWidget()
        measuring = QVBoxLayout(self._measuring)
        measuring.setContentsMargins(0, 0, 0, 0)
        fields = (_label(self.unit), self.unit, _label(self.factor), self.factor)
        measuring.addWidget(button_row(self.look, *fields))
        measuring.addWidget(self.preview)
        measuring.addWidget(button_row(self.look, self.convert, self.begin_anew))
        for part in (self._naming, self._measuring):
            part.hide()
            layout.addWidget(part)


def _line(name: str, longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMaxLength(longest)
    return line


def _label(line: QLineEdit) -> QLabel:
    label = QLabel(line.accessibleName())
    label.setBuddy(line)
    return label
