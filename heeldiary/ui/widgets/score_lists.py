"""The lists of Scores and labs: each origin in a card of its own, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.analysis.score_results import AsdasResult, AsdasResults, basdai_result
from heeldiary.domain.checks import QUESTIONS, open_questions
from heeldiary.domain.result_words import instrument_label
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.record_list import FIRST, STEP, RecordList, Row
from heeldiary.ui.widgets.score_words import DASH, ResultWords
from heeldiary.ui.wording import breakable, say_date

_SHORT, _LONG = 40, 400
"""Characters of a cell in one line, and of one that wraps; the form shows all of them."""


class ResultList(Card):
    """A list of one kind of record, and how to add one."""

    form = ""
    """The name of the form that writes such a record; empty when it is written in the page."""

    opened = Signal(str, str)
    """The name of the form, and the id of the record that was chosen."""
    chosen = Signal(str)
    form_wanted = Signal(str)
    more_wanted = Signal()

    def __init__(
        self, look: Look, title: str, columns: Sequence[str], remark: str, add: str = ""
    ) -> None:
        super().__init__(look, title)
        self.words = ResultWords(self)
        self.wanted = FIRST
        """How many rows are to be shown; one record more says that there are earlier ones."""
        self._shown: Sequence[Row] = ()
        about = QLabel(remark)
        about.setObjectName("soft")
        about.setWordWrap(True)
        self.list = RecordList(look, columns, title)
        self.add_button = QPushButton(add)
        self.add(about)
        self.rows.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.list)
        self.add_button.setVisible(bool(add))

        self.list.chosen.connect(self._open)
        self.list.more_wanted.connect(self._want_more)
        self.add_button.clicked.connect(self._want_form)

    def _show(self, rows: Sequence[Row]) -> None:
        """Show as many rows as are wanted; further ones wait behind "Show earlier"."""
        self.list.can_show_more(can=len(rows) > self.wanted)
        shown = rows[: self.wanted]
        if shown != self._shown:  # measuring a table anew takes longer than all the rest
            self._shown = shown
            self.list.show_rows(shown)
        self.list.setVisible(bool(shown))

    def _open(self, record_id: str) -> None:
        self.chosen.emit(record_id)
        self.opened.emit(self.form, record_id)

    def _want_more(self) -> None:
        self.wanted += STEP
        self.more_wanted.emit()

    def _want_form(self) -> None:
        self.form_wanted.emit(self.form)


class CheckList(ResultList):
    """The weekly checks with the scores that they make."""

    def __init__(self, look: Look) -> None:
        columns = (
            self.tr("Day"),
            self.tr("BASDAI-type"),
            "ASDAS-CRP",
            "ASDAS-ESR",
            self.tr("Answers"),
            self.tr("On what it stands"),
        )
        remark = self.tr(
            "BASDAI-type scores stand on this diary's own wording, not on the official "
            "questionnaire."
        )
        super().__init__(look, self.tr("Weekly checks"), columns, remark)

    def show_checks(self, checks: Sequence[WeeklyCheck], asdas: AsdasResults) -> None:
        """Show these checks, newest first, each with the ASDAS of its day."""
        crp = {result.day: result for result in asdas.crp}
        esr = {result.day: result for result in asdas.esr}
        self._show([self._row(each, crp.get(each.day), esr.get(each.day)) for each in checks])

    def _row(self, check: WeeklyCheck, crp: AsdasResult | None, esr: AsdasResult | None) -> Row:
        given = len(QUESTIONS) - len(open_questions(check))
        details = (self._details(result) for result in (crp, esr) if result is not None)
        return Row(
            check.id,
            (
                say_date(check.day),
                self.words.basdai_figure(basdai_result(check)),
                self._figure(crp),
                self._figure(esr),
                self.tr("{0} of 7").format(given),
                " ".join(details),
            ),
        )

    def _figure(self, result: AsdasResult | None) -> str:
        if result is None:
            return DASH
        state = self.words.state(result.state)
        return f"{self.words.asdas_figure(result)}, {state}"

    def _details(self, result: AsdasResult) -> str:
        parts = (self.words.made_with(result), self.words.short_change(result))
        return "; ".join(part for part in parts if part) + "."


class ClinicList(ResultList):
    """Totals from the clinic's own forms."""

    form = "score"

    def __init__(self, look: Look) -> None:
        columns = (self.tr("Day"), self.tr("Score"), self.tr("Total"), self.tr("Note"))
        remark = self.tr(
            "Totals that the clinic gave, or that were added up on its own form. They are never "
            "mixed with the scores of this diary."
        )
        add = self.tr("Add a total from the clinic")
        super().__init__(look, self.tr("From the clinic"), columns, remark, add)

    def show_scores(self, scores: Sequence[ClinicScore]) -> None:
        self._show([self._row(score) for score in scores])

    def _row(self, score: ClinicScore) -> Row:
        name = self.tr(instrument_label(score.instrument, score.name))
        total, note = self.words.total(score), _wrapped(score.note)
        cells = (say_date(score.day), _short(name), total, note)
        return Row(score.id, cells)


class LabList(ResultList):
    """Laboratory values as they were reported."""

    form = "lab"

    def __init__(self, look: Look) -> None:
        columns = (
            self.tr("Day"),
            self.tr("Test"),
            self.tr("Result"),
            self.tr("Laboratory's range"),
            self.tr("Laboratory, note"),
        )
        remark = self.tr("Values as the laboratory reported them, with its own reference range.")
        add = self.tr("Add a laboratory value")
        super().__init__(look, self.tr("Laboratory"), columns, remark, add)

    def show_labs(self, labs: Sequence[LabResult]) -> None:
        self._show([self._row(lab) for lab in labs])

    def _row(self, lab: LabResult) -> Row:
        beside = ". ".join(part for part in (lab.laboratory, lab.note) if part)
        return Row(
            lab.id,
            (
                say_date(lab.day),
                _short(self.words.test(lab)),
                _short(self.words.lab(lab)),
                self.words.reference(lab) or DASH,
                _wrapped(beside),
            ),
        )


class FindingList(ResultList):
    """Imaging and examination, in the words of the report."""

    form = "finding"

    def __init__(self, look: Look) -> None:
        columns = (
            self.tr("Day"),
            self.tr("Kind"),
            self.tr("Where"),
            self.tr("What it showed"),
        )
        remark = self.tr("What a scan or an examination showed, in the words of its report.")
        add = self.tr("Add imaging or an examination")
        super().__init__(look, self.tr("Imaging and examination"), columns, remark, add)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._show([self._row(finding) for finding in findings])

    def _row(self, finding: Finding) -> Row:
        return Row(
            finding.id,
            (
                say_date(finding.day),
                self.words.kinds()[finding.what],
                _short(self.words.place(finding)),
                _wrapped(self.words.finding(finding)),
            ),
        )


def _short(text: str) -> str:
    """The beginning of the first line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def _wrapped(text: str) -> str:
    return breakable(text if len(text) <= _LONG else f"{text[: _LONG - 1]}…")
