"""Scores and labs: the weekly check, what it adds up to, and what clinic and laboratory gave."""

from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from heeldiary.domain.keeping import keep, remove
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.score_forms import Result, ResultForms
from heeldiary.ui.widgets.score_sheet import ScoreSheet

_KINDS: dict[str, type[Result]] = {"lab": LabResult, "score": ClinicScore, "finding": Finding}


class ScoresPage(Page):
    """Lists in front; a form takes their place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._has_begun = False
        self._written = ""
        self._old: Result | None = None
        self._plans = ResultForms(look, desk.clock, self)
        self._forms: dict[str, RecordForm] = {}
        self.notice = Notice()
        self.sheet = ScoreSheet(desk, look)
        self.begin_button = QPushButton(self.tr("Answer this week's check"))
        self.begin_button.setObjectName("primary")
        self.add_lab = QPushButton(self.tr("Add a laboratory value"))
        self.add_score = QPushButton(self.tr("Add a total from the clinic"))
        self._content = QStackedWidget()
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
        desk.refused.connect(self.notice.say)

    def refresh(self) -> None:
        self.sheet.refresh()
        if self.form is None:
            self._show_front()

    def begin(self) -> None:
        front = self._content.currentWidget()
        if front is self._invitation:
            self.begin_button.setFocus()
        elif front is self.sheet:
            self.sheet.check.begin()

    def open_form(self, name: str) -> None:
        """Begin the weekly check (``check``), or a new ``lab``, ``score`` or ``finding``."""
        self.commit()
        if not self.is_kept:
            self.notice.say(self.tr("Keep what stands in this form, or go back, before the next."))
        elif name in _KINDS:
            self._write(name, None)
        else:
            self._begin_check()

    def commit(self) -> None:
        self.sheet.check.commit()
        if not self.is_kept and self.form is not None:
            self.form.try_to_keep()

    @property
    def is_kept(self) -> bool:
        return self.form is None or not self.form.is_touched

    @property
    def form(self) -> RecordForm | None:
        """The form that is in front, if one is."""
        front = self._content.currentWidget()
        return front if isinstance(front, RecordForm) else None

    def turn_day(self, before: date) -> None:
        self.sheet.check.commit()
        self.sheet.turn_day(before)
        super().turn_day(before)

    def _show_front(self) -> None:
        is_empty = not (self.sheet.has_records or self._has_begun)
        self._content.setCurrentWidget(self._invitation if is_empty else self.sheet)

    def _begin_check(self) -> None:
        self._has_begun = True
        self._show_front()
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
        if name not in self._forms:
            self._forms[name] = self._made_form(name)
        form = self._forms[name]
        self._written, self._old = name, old
        self._plans.begin(name, form, old, crp_unit=self.sheet.crp_unit)
        self._content.setCurrentWidget(form)

    def _made_form(self, name: str) -> RecordForm:
        form = self._plans.make(name)
        form.setContentsMargins(24, 18, 18, 18)
        form.kept.connect(self._keep)
        form.removed.connect(self._remove)
        form.left.connect(self._go_back)
        self._content.addWidget(form)
        return form

    def _keep(self) -> None:
        form = self._forms[self._written]
        try:
            record = self._plans.record(self._written, self._old, form.given)
            change = keep(self._old, record, self._plans.label(record), self.desk.clock)
        except Refused as refusal:
            form.say(str(refusal))
            return
        if self.desk.apply(change):
            self._leave()

    def _remove(self) -> None:
        assert self._old is not None
        label = self.tr("Removed: {0}").format(self._plans.label(self._old))
        change, _ = remove(self._old, label, self.desk.diary, self.desk.clock)
        if self.desk.apply(change):
            self._leave()

    def _remove_check(self, check: WeeklyCheck) -> None:
        label = self.tr("Weekly check of {0} removed").format(check.day)
        change, _ = remove(check, label, self.desk.diary, self.desk.clock)
        self.desk.apply(change)

    def _go_back(self) -> None:
        """Go back to the lists; what was typed and is not kept is asked about first."""
        if self.is_kept or prompts.ask(
            self,
            self.tr("Not kept yet"),
            self.tr("What you wrote here is not kept yet. Go back without it?"),
            self.tr("Go back without it"),
        ):
            self._leave()

    def _leave(self) -> None:
        self._show_front()
        self.begin()

    def _made_invitation(self) -> QWidget:
        """What is shown while nothing is recorded."""
        words = QLabel(
            self.tr(
                "Seven questions once a week become a score that your rheumatologist knows; "
                "laboratory values and totals from the clinic have their place here too. Any "
                "question may be left open."
            )
        )
        words.setWordWrap(True)
        card = Card(self.look, self.tr("Scores and labs"))
        card.add(words)
        card.add(button_row(self.look, self.begin_button, self.add_lab, self.add_score))
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(24, 18, 18, 18)
        outer.addWidget(card)
        outer.addStretch(1)
        return holder

    def _lay_out(self) -> None:
        self._content.addWidget(self._invitation)
        self._content.addWidget(self.sheet)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self._content, 1)
