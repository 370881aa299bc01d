"""A new row of the owner's own, to be described: name, kind, unit, range."""

from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from heeldiary.domain.definitions import check_definition
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.own_rows import own_key
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.form_lines import FormChoice

_MOST = 1_000_000.0
_USUAL = MappingProxyType(
    {
        Kind.SCALE: ("", "0", "10"),
        Kind.NUMBER: ("", "0", "1000"),
        Kind.COUNT: ("", "0", "100"),
        Kind.MINUTES: ("min", "0", "1440"),
        Kind.YES_NO: ("", "0", "1"),
    }
)
"""Unit and range with which a new row of each kind begins."""


class NewRowForm(QWidget):
    """Small fields in a row that wraps; what a kind does not need is not shown."""

    changed = Signal()

    def __init__(self, look: Look, column: str) -> None:
        super().__init__()
        self._column = column
        self.name = self._line(self.tr("Name of the new row"), column, look.px(150))
        self.measure = FormChoice()
        self.measure.setAccessibleName(self.tr("Kind of the row for “{0}”").format(column))
        self.unit = self._line(self.tr("Unit"), "", look.px(80))
        self.least = self._line(self.tr("From"), "0", look.px(80))
        self.most = self._line(self.tr("To"), "10", look.px(80))
        for kind, said in self._kinds():
            self.measure.addItem(said, kind)
        self._labelled = (
            _labelled(self.tr("Unit"), self.unit),
            _labelled(self.tr("From"), self.least),
            _labelled(self.tr("To"), self.most),
        )
        flow_row(self, look, self.name, self.measure, *self._labelled)

        self.measure.currentIndexChanged.connect(self._take_kind)
        for line in (self.name, *self._bounds()):
            line.textEdited.connect(self.changed)
        self._take_kind()

    def row(self) -> OwnFactor:
        """The described row, or a refusal that says what is missing."""
        name = " ".join(self.name.text().split())
        if not name:
            raise Refused(self.tr("The new row for “{0}” needs a name.").format(self._column))
        row = OwnFactor(
            key=own_key("csv", name),
            name=name,
            measure=self.kind,
            unit=self.unit.text().strip(),
            minimum=self._number(self.least),
            maximum=self._number(self.most),
        )
        check_definition(row)
        return row

    def inputs(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [self.name, self.measure, *self._bounds()]

    @property
    def kind(self) -> Kind:
        kind: Kind = Kind(self.measure.currentData())
        return kind

    def _number(self, line: QLineEdit) -> float:
        word = line.text().strip().replace(",", ".", 1)
        try:
            number = float(word)
        except ValueError:
            number = _MOST + 1
        if not -_MOST <= number <= _MOST:
            raise Refused(
                self.tr("The range of the new row “{0}” needs numbers.").format(self.name.text())
            )
        return number

    def _take_kind(self) -> None:
        has_range = self.kind is not Kind.YES_NO
        for widget in self._labelled:
            widget.setVisible(has_range)
        unit, least, most = _USUAL[self.kind]
        for line, text in zip(self._bounds(), (unit, least, most), strict=True):
            line.setText(text)
        self.changed.emit()

    def _bounds(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.unit, self.least, self.most

    def _line(self, name: str, text: str, width: int) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(self.tr("{0}, column “{1}”").format(name, self._column))
        line.setPlaceholderText(name)
        line.setFixedWidth(width)
        line.setMaxLength(200)
        return line

    def _kinds(self) -> tuple[tuple[Kind, str], ...]:
        return (
            (Kind.SCALE, self.tr("Scale")),
            (Kind.NUMBER, self.tr("Number")),
            (Kind.COUNT, self.tr("Count")),
            (Kind.MINUTES, self.tr("Minutes")),
            (Kind.YES_NO, self.tr("Yes or no")),
        )


def _labelled(text: str, line: QLineEdit) -> QWidget:
    """The line with its label, which a wrapping row keeps together."""
    pair, label = QWidget(), QLabel(text)
    label.setBuddy(line)
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label)
    layout.addWidget(line)
    return pair
