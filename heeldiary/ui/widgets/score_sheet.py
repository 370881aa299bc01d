"""What stands in front in Scores and labs: this week's check, the newest results, the lists."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from heeldiary.analysis.score_results import LONGEST_GAP, asdas_results, basdai_result
from heeldiary.domain.checks import DAYS_OF_A_CHECK
from heeldiary.domain.days import Span, read_day
from heeldiary.domain.records import Record
from heeldiary.domain.results import ClinicScore, Finding, LabResult, LabTest, WeeklyCheck
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.page_title import PageTitle
from heeldiary.ui.widgets.score_check import CheckCard
from heeldiary.ui.widgets.score_lists import (
    CheckList,
    ClinicList,
    FindingList,
    LabList,
)
from heeldiary.ui.widgets.score_newest import NewestCard

_BEFORE = 20
"""Checks read beyond those shown: the ASDAS before the oldest may be among them."""

_R = TypeVar("_R", bound=Record)


class ScoreSheet(QScrollArea):
    """Reads the diary by the newest of each kind, never all of it."""

    record_chosen = Signal(str, str)
    """The form of a record and its id."""
    form_wanted = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.look = look
        self._desk = desk
        self._chosen_day: date | None = None
        self.has_records = False
        self.crp_unit = ""
        """The unit of the newest CRP, which the next one is likely to have."""
        self.title = PageTitle(look, self.tr("Scores and labs"))
        self.check = CheckCard(look, desk.clock)
        self.newest = NewestCard(look)
        self.checks, self.clinic = CheckList(look), ClinicList(look)
        self.labs, self.findings = LabList(look), FindingList(look)
        self._lists = (self.checks, self.clinic, self.labs, self.findings)
        self._lay_out()

        self.check.day_chosen.connect(self.show_day)
        self.check.this_week_wanted.connect(self._show_this_week)
        for row in self.check.questions:
            row.entered.connect(self._show_question)
        self.checks.chosen.connect(self._open_check)
        for results in self._lists:
            results.more_wanted.connect(self.refresh)
        for results in (self.clinic, self.labs, self.findings):
            results.opened.connect(self.record_chosen)
            results.form_wanted.connect(self.form_wanted)

    def refresh(self) -> None:
        """Read the newest of everything and show it."""
        checks = self._desk.diary.newest(WeeklyCheck, self.checks.wanted + _BEFORE)
        labs = self._newest(LabResult, self.labs.wanted)
        scores = self._newest(ClinicScore, self.clinic.wanted)
        findings = self._newest(Finding, self.findings.wanted)
        self.has_records = bool(checks or labs or scores or findings)
        self.crp_unit = next((lab.unit for lab in labs if lab.test is LabTest.CRP), "")
        self.labs.show_labs(labs)
        self.clinic.show_scores(scores)
        self.findings.show_findings(findings)
        self._show_checks(checks)
        self._show_day(checks)

    def show_day(self, day: date | None) -> None:
        """Show the check of that day; for None this week's, or the one to give today."""
        self._chosen_day = day
        self._show_day(self._desk.diary.newest(WeeklyCheck, 1))

    def turn_day(self, before: date) -> None:
        """A chosen past day stays; the day that was today gives way to the new one."""
        if self._chosen_day == before:
            self._chosen_day = None

    def begin_check(self, day: date | None) -> None:
        """Put the keyboard on the first open question."""
        self.check.commit()
        self.show_day(day)
        self.check.begin()
        self.ensureWidgetVisible(self.check.day)

    def _show_this_week(self) -> None:
        self.show_day(None)
        self.check.begin()

    def _show_question(self, key: str) -> None:
        """The keyboard came to a question: it is seen, however large the text is."""
        for row in self.check.questions:
            if row.factor.key == key:
                self.ensureWidgetVisible(row)

    def _show_day(self, newest: Sequence[WeeklyCheck]) -> None:
        day = self._chosen_day or self._day_of_this_week(newest)
        check = self._desk.diary.find(WeeklyCheck.kind, day.isoformat())
        self.check.show_check(day, check if isinstance(check, WeeklyCheck) else None)

    def _day_of_this_week(self, newest: Sequence[WeeklyCheck]) -> date:
        """The check of the last seven days is gone on with; else today's is begun."""
        today = self._desk.today()
        if newest and (today - newest[0].day).days < DAYS_OF_A_CHECK:
            return newest[0].day
        return today

    def _show_checks(self, checks: Sequence[WeeklyCheck]) -> None:
        self.newest.setVisible(bool(checks))
        self.checks.setVisible(bool(checks))
        if not checks:
            return
        near = Span(checks[-1].day - LONGEST_GAP, checks[0].day + LONGEST_GAP)
        asdas = asdas_results(checks, self._desk.diary.records(LabResult, near))
        self.newest.show_results(checks[0], basdai_result(checks[0]), asdas)
        self.checks.show_checks(checks, asdas)

    def _newest(self, record_type: type[_R], count: int) -> Sequence[_R]:
        """One more than is shown, to know whether there are earlier ones."""
        return self._desk.diary.newest(record_type, count + 1)

    def _open_check(self, record_id: str) -> None:
        self.begin_check(read_day(record_id))

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(12)
        column.addWidget(self.title)
        for card in (self.check, self.newest, *self._lists):
            column.addWidget(card)
        column.addStretch(1)
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
