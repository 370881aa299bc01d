"""Which column of any table is what: asked, with examples of the file and a live preview."""

from collections.abc import Mapping as MappingOf
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Reading, Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import DateReading
from heeldiary.exchange.cells import say_order
from heeldiary.exchange.entries import Circumstances, Entry, NoteLine, Refusal, Row
from heeldiary.exchange.findings import Findings, is_sure
from heeldiary.exchange.mapped import Mapping, rows
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.csv_column import CsvColumn
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.text_table import TextTable
from heeldiary.ui.wording import breakable, say_date, say_value

_ROWS_SHOWN = 5


class CsvWizard(QWidget):
    """Asks; ``mapped`` carries the finished mapping."""

    mapped = Signal(object)
    rejected = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._findings: Findings | None = None
        self._around: Circumstances | None = None
        self._names: MappingOf[str, Factor] = {}
        self.date_column = _choice(self.tr("Column with the date"))
        self.date_order = _choice(self.tr("How the dates are written"))
        self.date_examples = QLabel()
        self.date_examples.setObjectName("soft")
        self.date_examples.setTextFormat(Qt.TextFormat.PlainText)
        self.date_examples.setWordWrap(True)
        self.decimal = _choice(self.tr("Decimal sign"))
        self.columns: list[CsvColumn] = []
        self._columns = QWidget()
        self.table = TextTable(
            look,
            self.tr("The first rows as they would be read"),
            [self.tr("Line"), self.tr("Day"), self.tr("Row"), self.tr("Answer")],
        )
        self.open_question = QLabel()
        self.open_question.setTextFormat(Qt.TextFormat.PlainText)
        self.open_question.setWordWrap(True)
        self.go_on = QPushButton(self.tr("Show what it would change"))
        self.go_on.setObjectName("primary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()

        self.date_column.currentIndexChanged.connect(self._take_date_column)
        self.date_order.currentIndexChanged.connect(self._show_first_rows)
        self.decimal.currentIndexChanged.connect(self._show_first_rows)
        self.go_on.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.rejected)

    def show_table(self, findings: Findings, around: Circumstances) -> None:
        """Begin with what was found in this table."""
        self._findings, self._around = findings, around
        self._build_columns(findings, around)
        self._fill_choices(findings)
        self._take_date_column()

    def mapping(self) -> Mapping:
        """What was chosen; refused while something is open."""
        if self.date_order.currentData() is None:
            raise Refused(self.tr("Choose how the dates are written."))
        if self.decimal.currentData() is None:
            raise Refused(self.tr("Choose the decimal sign of the numbers."))
        date_column = self.date_column.currentData()
        chosen = [column.target() for column in self.columns if column.column != date_column]
        targets = tuple(target for target in chosen if target is not None)
        if not targets:
            raise Refused(self.tr("Choose for at least one column where it goes."))
        rows_named = [target.factor for target in targets if target.factor]
        if len(set(rows_named)) < len(rows_named):
            raise Refused(self.tr("Two columns go to the same row; choose another for one."))
        return Mapping(
            date_column=date_column,
            date_order=self.date_order.currentData(),
            decimal=self.decimal.currentData(),
            targets=targets,
        )

    def _finish(self) -> None:
        try:
            self.mapped.emit(self.mapping())
        except Refused as refusal:
            self._say_open(str(refusal))

    def _say_open(self, sentence: str) -> None:
        self.open_question.setText(breakable(sentence))
        self.open_question.setVisible(bool(sentence))

    def _fill_choices(self, findings: Findings) -> None:
        with QSignalBlocker(self.date_column):
            self.date_column.clear()
            for column in findings.dates:
                self.date_column.addItem(column, column)
            self.date_column.setCurrentIndex(self.date_column.findData(findings.date_column))
        with QSignalBlocker(self.decimal):
            self.decimal.clear()
            if findings.decimal is None:
                self.decimal.addItem(self.tr("Choose…"), None)
            self.decimal.addItem(self.tr("Point, as in 1.5"), ".")
            self.decimal.addItem(self.tr("Comma, as in 1,5"), ",")
            self.decimal.setCurrentIndex(max(self.decimal.findData(findings.decimal), 0))

    def _take_date_column(self) -> None:
        """Show the ways to read the dates of this column, and the other columns below."""
        assert self._findings is not None
        date_column = self.date_column.currentData()
        readings = self._findings.dates[date_column]
        with QSignalBlocker(self.date_order):
            self.date_order.clear()
            if not is_sure(readings):
                self.date_order.addItem(self.tr("Choose…"), None)
            for reading in readings:
                self.date_order.addItem(say_order(reading.order), reading.order)
        count = len(self._findings.table.rows)
        self.date_examples.setText("\n".join(breakable(self._example(r, count)) for r in readings))
        for column in self.columns:
            column.setVisible(column.column != date_column)
        self._show_first_rows()

    def _example(self, reading: DateReading, count: int) -> str:
        said = self.tr("{0}: {1} (fits {2} of {3} rows)")
        return said.format(say_order(reading.order), reading.example, reading.fits, count)

    def _build_columns(self, findings: Findings, around: Circumstances) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        suggested = {t.column: t for t in findings.suggested.targets} if findings.suggested else {}
        self.columns = []
        factors = around.factors.all()
        for name, examples in findings.examples.items():
            column = CsvColumn(self.look, name, examples, factors)
            if name in suggested:
                column.suggest(suggested[name])
            column.changed.connect(self._show_first_rows)
            self.columns.append(column)
            layout.addWidget(column)
        self._below.replaceWidget(self._columns, holder)
        self._columns.deleteLater()
        self._columns = holder
        self._put_in_tab_order()

    def _show_first_rows(self) -> None:
        """Read the first rows as chosen, or say what is still open."""
        assert self._findings is not None
        assert self._around is not None
        table = self._findings.table
        top = replace(table, rows=table.rows[:_ROWS_SHOWN])
        try:
            mapping = self.mapping()
            read = list(rows(top, mapping, self._around))
        except Refused as refusal:
            self._say_open(str(refusal))
            self.table.show_rows([])
            return
        self._say_open("")
        names = {t.own.key: t.own.as_factor() for t in mapping.targets if t.own}
        self._names = {f.key: f for f in self._around.factors.all()} | names
        lines = [self._line(row) for row in read]
        self.table.show_rows([line for line in lines if line])

    def _line(self, row: Row) -> tuple[str, ...]:
        match row:
            case Refusal():
                return str(row.line), "", self.tr("refused"), row.reason
            case NoteLine():
                return str(row.line), say_date(row.day), self.tr("Note"), row.text
            case Entry(record=Reading() as reading):
                factor = self._names[reading.factor]
                skipped = isinstance(reading.value, Skipped)
                said = self.tr("skipped") if skipped else say_value(factor, reading.number or 0.0)
                return str(row.line), say_date(reading.day), factor.name, said
        return ()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.date_column.accessibleName(), self.date_column)
        form.addRow(self.date_order.accessibleName(), self.date_order)
        form.addRow("", self.date_examples)
        form.addRow(self.decimal.accessibleName(), self.decimal)
        heading = QLabel(self.table.accessibleName())
        heading.setObjectName("heading")
        layout = self._below = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.look.px(8))
        layout.addLayout(form)
        layout.addWidget(self._columns)
        layout.addWidget(heading)
        layout.addWidget(self.open_question)
        layout.addWidget(self.table)
        layout.addWidget(button_row(self.look, self.go_on, self.cancel))

    def _put_in_tab_order(self) -> None:
        """From top to bottom, whenever the columns were made."""
        order: list[QWidget] = [self.date_column, self.date_order, self.decimal]
        for column in self.columns:
            order += column.inputs()
        order += [self.table, self.go_on, self.cancel]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)


def _choice(name: str) -> FormChoice:
    choice = FormChoice()
    choice.setAccessibleName(name)
    choice.setSizeAdjustPolicy(FormChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(12)
    return choice
