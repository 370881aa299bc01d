"""What an import would do, before it is done: rows and counts, refusals, the first entries."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import DayNote, OwnFactor, Reading, Record, RowChoice, Skipped
from heeldiary.exchange.entries import ImportPlan
from heeldiary.exchange.preview import RowSummary, first_entries, rows_after, summarise
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.text_table import TextTable
from heeldiary.ui.wording import figure, say_date, say_value

_ENTRIES_SHOWN = 12
_LONGEST_NOTE = 120


class ImportPreview(QWidget):
    """Shows a plan; nothing of it is written before ``accepted``."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self.replacing = QCheckBox(self.tr("Replace answers that differ"))
        self.rows = TextTable(
            look,
            self.tr("What would be brought in"),
            [self.tr("Row"), self.tr("New"), self.tr("Replaced"), self.tr("Days")],
        )
        self.entries = TextTable(
            look,
            self.tr("The first entries"),
            [self.tr("Day"), self.tr("Row"), self.tr("Before"), self.tr("After")],
        )
        self.refusals = TextTable(
            look, self.tr("What is refused"), [self.tr("Line"), self.tr("Why it is not taken")]
        )
        self._headings: dict[TextTable, QLabel] = {}
        self.accept = QPushButton(self.tr("Bring in"))
        self.accept.setObjectName("primary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out(look)

        self.accept.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.rejected)

    def show_plan(self, plan: ImportPlan, factors: Factors) -> None:
        """Show what this plan would change."""
        self._summary.setText(self._say(plan))
        rows = rows_after(plan.edits, factors)
        self.rows.show_rows([self._row(row, rows) for row in summarise(plan.edits)])
        first = first_entries(plan.edits, _ENTRIES_SHOWN)
        self.entries.show_rows([self._entry(edit, rows) for edit in first])
        self.refusals.show_rows([self._refusal(r.line, r.reason) for r in plan.refusals])
        for table, heading in self._headings.items():
            heading.setVisible(bool(table.texts.rows))
        self.accept.setEnabled(bool(plan.edits))

    def _say(self, plan: ImportPlan) -> str:
        sentence = (
            self.tr(
                "To bring in: {0}. Already in the diary: {1}. Refused: {2}. Nothing is written yet."
            )
            if plan.edits
            else self.tr("There is nothing to bring in. Already in the diary: {1}. Refused: {2}.")
        )
        return sentence.format(plan.accepted, plan.unchanged, len(plan.refusals))

    def _row(self, row: RowSummary, rows: Mapping[str, Factor]) -> tuple[str, ...]:
        days = ""
        if row.span is not None:
            first, last = say_date(row.span.first), say_date(row.span.last)
            days = first if first == last else self.tr("{0} to {1}").format(first, last)
        return self._name(row, rows), _count(row.added), _count(row.changed), days

    def _name(self, row: RowSummary, rows: Mapping[str, Factor]) -> str:
        names = {
            DayNote.kind: self.tr("Notes"),
            OwnFactor.kind: self.tr("Rows of your own"),
            RowChoice.kind: self.tr("Places of rows on Today"),
        }
        return names[row.kind] if row.kind in names else rows[row.factor].name

    def _entry(self, edit: Edit, rows: Mapping[str, Factor]) -> tuple[str, ...]:
        record = edit.record
        name = rows[record.factor].name if isinstance(record, Reading) else self.tr("Note")
        day = say_date(record.day) if isinstance(record, Reading | DayNote) else ""
        return day, name, self._words(edit.before, rows), self._words(edit.after, rows)

    def _words(self, record: Record | None, rows: Mapping[str, Factor]) -> str:
        if isinstance(record, DayNote):
            text = " ".join(record.text.split())
            return text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE]}…"
        if not isinstance(record, Reading):
            return "–"
        if isinstance(record.value, Skipped):
            return self.tr("skipped")
        factor = rows[record.factor]
        has_word = 0 <= record.value < len(factor.words)
        is_sayable = has_word or not factor.words
        return say_value(factor, record.value) if is_sayable else figure(record.value)

    def _refusal(self, line: int, reason: str) -> tuple[str, ...]:
        return str(line) if line else self.tr("File"), reason

    def _lay_out(self, look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(self._summary)
        layout.addWidget(self.replacing)
        for table in (self.rows, self.entries, self.refusals):
            heading = QLabel(table.accessibleName())
            heading.setObjectName("heading")
            heading.setBuddy(table)
            self._headings[table] = heading
            layout.addWidget(heading)
            layout.addWidget(table)
        layout.addWidget(button_row(look, self.accept, self.cancel))


def _count(number: int) -> str:
    return str(number) if number else "–"
