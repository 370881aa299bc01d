"""Scores and labs: the weekly check, what it adds up to, and what clinic and laboratory gave."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import keep, remove
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck
from heeldiary.ui.desk import Desk
from heeldiary.ui.form_page import FormPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.invitation import EmptyRoom, Invitation
from heeldiary.ui.widgets.score_forms import Result, ResultForms
from heeldiary.ui.widgets.score_sheet import ScoreSheet

_KINDS: dict[str, type[Result]] = {"lab": LabResult, "score": ClinicScore, "finding": Finding}


class ScoresPage(FormPage):
    """Lists in front; a form takes their place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._has_begun = False
        self._written = ""
        self._old: Result | None = None
        self._plans = ResultForms(look, desk.clock, self)
        self.sheet = ScoreSheet(desk, look)
        self.begin_button = QPushButton(self.tr("Answer this week's check"))
        self.add_lab = QPushButton(self.tr("Add a laboratory value"))
        self.add_score = QPushButton(self.tr("Add a total from the clinic"))
        self._invitation = self._made_invitation()
        self._lay_out()

        self.begin_button.clicked.connect(self._begin_check)
        self.add_lab.clicked.connect(self._write_lab)
        self.add_score.clicked.connect(self._write_score)
        self.sheet.form_wanted.connect(self.open_form)
        self.sheet.record_chosen.connect(self._open)
        self.sheet.check.answered.connect(desk.apply)
        self.sheet.check.removal_asked.connect(self._remove_check)
        self.sheet.check.refused.connect(self.notice.say)

    @property
    def front(self) -> QWidget:
        is_empty = not (self.sheet.has_records or self._has_begun)
        return self._invitation if is_empty else self.sheet

    def refresh(self) -> None:
        self.sheet.refresh()
        self.show_front()

    def begin_in_front(self) -> None:
        if self.front is self._invitation:
            self.begin_button.setFocus()
        else:
            self.sheet.check.begin()

    def open_form(self, name: str) -> None:
        """Begin the weekly check (``check``), or a new ``lab``, ``score`` or ``finding``."""
        if not self.can_write():
            return
        if name in _KINDS:
            self._write(name, None)
        else:
            self._begin_check()

    def commit(self) -> None:
        self.sheet.check.commit()
        super().commit()

    def turn_day(self, before: date) -> None:
        self.sheet.check.commit()
        self.sheet.turn_day(before)
        super().turn_day(before)

    def _begin_check(self) -> None:
        self._has_begun = True
        self.put_away()
        self.sheet.begin_check(None)

    def _write_lab(self) -> None:
        self._write("lab", None)

    def _write_score(self) -> None:
        self._write("score", None)

    def _open(self, name: str, record_id: str) -> None:
        found = self.desk.diary.find(_KINDS[name].kind, record_id)
        if isinstance(found, LabResult | ClinicScore | Finding):
            self._write(name, found)

    def _write(self, name: str, old: Result | None) -> None:
        """Bring the form to the front, with a record or empty."""
        form = self._plans.make(name)
        form.setContentsMargins(24, 18, 18, 18)
        self._written, self._old = name, old
        self._plans.begin(name, form, old, crp_unit=self.sheet.crp_unit)
        self.show_form(form)

    def change(self) -> Change | None:
        assert self.form is not None
        record = self._plans.record(self._written, self._old, self.form.given)
        return keep(self._old, record, self._plans.label(record), self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self._old is not None
        label = self.tr("Removed: {0}").format(self._plans.label(self._old))
        change, _ = remove(self._old, label, self.desk.diary, self.desk.clock)
        return change, ""

    def _remove_check(self, check: WeeklyCheck) -> None:
        label = self.tr("Weekly check of {0} removed").format(check.day)
        change, _ = remove(check, label, self.desk.diary, self.desk.clock)
        self.desk.apply(change)

    def _made_invitation(self) -> EmptyRoom:
        """What is shown while nothing is recorded."""
        invitation = Invitation(
            self.look,
            self.tr("What the week adds up to"),
            self.tr(
                "Seven questions once a week become a score that your rheumatologist knows; "
                "laboratory values and totals from the clinic have their place here too. Any "
                "question may be left open."
            ),
            self.begin_button,
            self.add_lab,
            self.add_score,
        )
        return EmptyRoom(self.look, self.tr("Scores and labs"), invitation)

    def _lay_out(self) -> None:
        self.places.addWidget(self._invitation)
        self.places.addWidget(self.sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self.places, 1)
