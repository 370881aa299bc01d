"""Bringing a file in: recognised, read beside the window, previewed, and only then written."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from heeldiary.domain.edits import Change, Source
from heeldiary.domain.refusal import Refused
from heeldiary.exchange import any_csv
from heeldiary.exchange.entries import Circumstances, ImportPlan, Row
from heeldiary.exchange.findings import Findings
from heeldiary.exchange.formats import FORMATS, format_named, recognise
from heeldiary.exchange.mapped import Mapping
from heeldiary.exchange.own_csv import COMPLETE_TABLE
from heeldiary.exchange.plan import plan
from heeldiary.exchange.reading import find_columns, read_file, read_mapped
from heeldiary.ui import background, prompts
from heeldiary.ui.background import Job
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.wait_cursor import wait_cursor
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.csv_wizard import CsvWizard
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.import_preview import ImportPreview
from heeldiary.ui.wording import breakable

_T = TypeVar("_T")
_PROGRESS_STEPS = 1000


class BringIn(Card):
    """One file at a time; nothing is written before its preview is accepted."""

    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(look, self.tr("Bring data in"))
        self.desk = desk
        self._job: Job | None = None
        self._waiting: list[Path] = []
        self._are_several = False
        self._path = Path()
        self._format_title = ""
        self._told: Sequence[Row] | None = None
        self._findings: Findings | None = None
        self._plan: ImportPlan | None = None
        self.choose = QPushButton(self.tr("Choose a file…"))
        self.choose.setObjectName("primary")
        self.file = _plain_label()
        self.format = FormChoice()
        self.progress = QProgressBar()
        self.stop = QPushButton(self.tr("Stop"))
        self.wizard = CsvWizard(look)
        self.preview = ImportPreview(look)
        self.outcome = _plain_label()
        self._lay_out()
        self._show_part(None)

        self.choose.clicked.connect(self._choose_file)
        self.format.activated.connect(self._read)
        self.stop.clicked.connect(self.let_go)
        self.wizard.mapped.connect(self._read_mapped)
        self.wizard.rejected.connect(self.let_go)
        self.preview.accepted.connect(self._write)
        self.preview.rejected.connect(self.let_go)
        self.preview.replacing.toggled.connect(self.plan_again)

    def open(self, paths: Iterable[Path]) -> None:
        """Begin with the first of these files; each next one follows when one is done with."""
        self.cancel_reading()
        self.outcome.clear()
        self.outcome.hide()
        self._waiting = list(paths)
        self._are_several = len(self._waiting) > 1
        self._open_next()

    def plan_again(self) -> None:
        """Compare what was read with the diary as it is now."""
        if self._told is None:
            return
        with wait_cursor():
            self._plan = plan(
                self._told,
                self.desk.diary,
                self._around(),
                title=self._format_title,
                replace=self.preview.replacing.isChecked(),
            )
        self.preview.show_plan(self._plan, self.desk.factors())

    def cancel_reading(self) -> None:
        """Let go of the file that is being read; its thread ends by itself."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def let_go(self) -> None:
        """Leave this file, of which nothing was written."""
        self.cancel_reading()
        self._say(self.tr("{0} was left; nothing was changed.").format(self._path.name))
        self._open_next()

    @property
    def is_reading(self) -> bool:
        return self._job is not None

    @property
    def is_entered(self) -> bool:
        """Whether the keyboard is on something in this card."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _choose_file(self) -> None:
        kinds = self.tr("Files with data (*.csv *.tsv *.txt *.json *.xml *.zip);;All files (*)")
        path = prompts.choose_file_to_open(self, self.tr("Choose a file"), kinds)
        if path is not None:
            self.open([path])

    def _open_next(self) -> None:
        """Recognise and read the next file that waits; with none the card is as at first."""
        self._told = self._findings = self._plan = None
        self._show_part(None)
        while self._waiting:
            self._path = _file_of(self._waiting.pop(0))
            try:
                known = recognise(self._path)
            except Refused as refusal:
                self._refuse(str(refusal))
                continue
            self.file.setText(breakable(self._say_file()))
            self.format.setCurrentIndex(self.format.findData(known.name))
            self._read()
            return

    def _read(self) -> None:
        """Read the file as the chosen format says; any table is looked at, then asked about."""
        self._told = self._findings = self._plan = None
        self._uncheck_replacing()
        form, path, around = format_named(self.format.currentData()), self._path, self._around()
        self._format_title = form.title

        def look(job: Job) -> Findings:
            return find_columns(path, around.factors, job.go_on)

        def read(job: Job) -> Sequence[Row]:
            told = Circumstances(clock=around.clock, factors=around.factors, progress=job.tell)
            return read_file(path, form, told, job.go_on)

        if form is any_csv.FORMAT:
            self._start(look, self._ask_columns)
        else:
            self._start(read, self._take_rows)

    def _read_mapped(self, mapping: Mapping) -> None:
        assert self._findings is not None
        table, around = self._findings.table, self._around()

        def read(job: Job) -> Sequence[Row]:
            return read_mapped(table, mapping, around, job.go_on)

        self._start(read, self._take_rows)

    def _start(self, work: Callable[[Job], _T], done: Callable[[_T], None]) -> None:
        self.cancel_reading()
        self.progress.setRange(0, 0)
        self._show_part(self._reading, self.stop)
        self._job = background.run(work, done, self._fail, owner=self, told=self._show_progress)

    def _show_progress(self, share: float) -> None:
        self.progress.setRange(0, _PROGRESS_STEPS)
        self.progress.setValue(round(share * _PROGRESS_STEPS))

    def _fail(self, sentence: str) -> None:
        """Say why; the file stays to be read as another format, unless other files wait."""
        self._job = None
        self._refuse(sentence)
        self._open_next()
        self._chosen.show()

    def _ask_columns(self, findings: Findings) -> None:
        self._job = None
        self._findings = findings
        self.wizard.show_table(findings, self._around())
        self._show_part(self.wizard, self.wizard.date_column)

    def _take_rows(self, told: Sequence[Row]) -> None:
        self._job = None
        self._told = told
        self.plan_again()
        self._show_part(self.preview, self.preview.replacing)

    def _write(self) -> None:
        """Write the accepted plan as one change, and say what it was."""
        planned, told = self._plan, self._told
        assert planned is not None
        self._told = None  # it is not planned again for being written
        label = self.tr("Import of {0}").format(self._path.name)
        change = Change(label=label, edits=planned.edits, source=Source.IMPORT)
        with wait_cursor():
            is_written = self.desk.apply(change)
        if not is_written:
            self._told = told
            return
        said = self.tr("Brought in from {0}: {1}. Already in the diary: {2}. Refused: {3}.")
        counts = planned.accepted, planned.unchanged, len(planned.refusals)
        self._say(said.format(self._path.name, *counts))
        self._open_next()

    def _refuse(self, sentence: str) -> None:
        """Say it in the page's notice, and where it stays when there are several to say."""
        self.refused.emit(sentence)
        if self._are_several:
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        """Say how a file ended, below how the files before it did."""
        self.outcome.setText(f"{self.outcome.text()}\n{breakable(sentence)}".strip())
        self.outcome.show()

    def _say_file(self) -> str:
        if not self._waiting:
            return self._path.name
        said = self.tr("{0} (files that wait: {1})")
        return said.format(self._path.name, len(self._waiting))

    def _around(self) -> Circumstances:
        return Circumstances(clock=self.desk.clock, factors=self.desk.factors())

    def _uncheck_replacing(self) -> None:
        with QSignalBlocker(self.preview.replacing):
            self.preview.replacing.setChecked(False)

    def _lay_out(self) -> None:
        promise = QLabel(
            self.tr(
                "Choose a file or drop it here. You see what would change before anything is "
                "written."
            )
        )
        promise.setObjectName("soft")
        promise.setWordWrap(True)
        self.format.setAccessibleName(self.tr("Format of the file"))
        self.progress.setAccessibleName(self.tr("How much of the file is read"))
        self.progress.setTextVisible(False)
        for known in FORMATS:
            self.format.addItem(known.title, known.name)
        self._chosen = _row(self.file, QLabel(self.tr("Format")), self.format)
        self._reading = _row(self.progress, self.stop)
        self._parts = (self._reading, self.wizard, self.preview)
        self.add(promise)
        self.add(button_row(self.look, self.choose))
        self.add(self.outcome)
        self.outcome.hide()
        self.add(self._chosen)
        for part in self._parts:
            self.add(part)

    def _show_part(self, shown: QWidget | None, first: QWidget | None = None) -> None:
        """Show one part; the keyboard goes to the first thing in it, if it was in this card."""
        was_entered = self.is_entered
        self.choose.setObjectName("primary" if shown is None else "")
        self.choose.style().polish(self.choose)
        self._chosen.setVisible(shown is not None)
        for part in self._parts:
            part.setVisible(part is shown)
        if was_entered:
            (first or self.choose).setFocus()


def _file_of(path: Path) -> Path:
    """The file itself; the complete table of a folder that was exported."""
    complete = path / COMPLETE_TABLE
    return complete if path.is_dir() and complete.is_file() else path


def _row(first: QWidget, *others: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(first, 1)
    for widget in others:
        layout.addWidget(widget)
    return row


def _plain_label() -> QLabel:
    """A label for words that may look like markup, such as the name of a file."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
