"""Visit: the page that the rheumatologist reads, questions for it, appointments."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.appointments import (
    coming_visits,
    keep_visit,
    last_visit,
    remove_visit,
    since_last_visit,
)
from heeldiary.domain.days import THREE_MONTHS
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import remove
from heeldiary.domain.refusal import Refused
from heeldiary.domain.visit_questions import change_question
from heeldiary.domain.visits import Question, Visit
from heeldiary.reports.report import report_of
from heeldiary.reports.text import page_text
from heeldiary.ui import printing, prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.paper import Paper, VisitPaper, usual_paper
from heeldiary.ui.theme import Look
from heeldiary.ui.wait_cursor import wait_cursor
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.page_preview import PagePreview
from heeldiary.ui.widgets.page_title import PageTitle
from heeldiary.ui.widgets.period_chooser import SINCE_VISIT, PeriodChooser
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.visit_forms import VisitForms
from heeldiary.ui.widgets.visit_parts import QUESTIONS, VisitParts
from heeldiary.ui.wording import say_date

_PAPERS = ((Paper.A4, "A4 paper"), (Paper.LETTER, "US Letter paper"))


class VisitPage(Page):
    """A period, a paper, the page itself, and the ways to take it along.

    Questions and appointments stand above it, folded; a form takes the place of all that.
    """

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._keeper: SettingsKeeper | None = None
        self._plans = VisitForms(look, desk.clock, self)
        self._written: Visit | Question | None = None
        self.form: RecordForm | None = None
        """The form that is in front, if one is."""
        self._title = PageTitle(look, self.tr("Visit"))
        self.parts = VisitParts(desk, look)
        self.period = PeriodChooser(look)
        self.why = QLabel()
        self.why.setObjectName("soft")
        self.why.setWordWrap(True)
        self.papers = FormChoice()
        self.papers.setAccessibleName(self.tr("Paper"))
        for paper, name in _PAPERS:
            self.papers.addItem(self.tr(name), paper.value)
        self.papers.setCurrentIndex(self.papers.findData(usual_paper(QLocale()).value))
        self.print_button = self._button(self.tr("Print…"))
        self.print_button.setObjectName("primary")
        self.pdf_button = self._button(self.tr("Save as PDF…"))
        self.html_button = self._button(self.tr("Save as HTML…"))
        self.copy_button = self._button(self.tr("Copy as text"))
        self.notice = Notice()
        self.preview = PagePreview(look)
        self.start_button = self._button(self.tr("Record today"))
        self.start_button.setObjectName("primary")
        self._invitation = self._made_invitation()
        self._summary = self._made_summary()
        self._content = QStackedWidget()
        self._lay_out()

        self.parts.question_chosen.connect(self._open_question)
        self.parts.visit_chosen.connect(self._open_visit)
        self.parts.refused.connect(self.notice.say)
        self.period.chosen.connect(self._show_page)
        self.papers.activated.connect(self._choose_paper)
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._save_pdf)
        self.html_button.clicked.connect(self._save_html)
        self.copy_button.clicked.connect(self._copy)
        self.start_button.clicked.connect(self._open_today)
        desk.refused.connect(self.notice.say)

    def use(self, keeper: SettingsKeeper) -> None:
        """Take the paper that the owner chose, and remember another choice."""
        self._keeper = keeper
        self._take_paper()
        keeper.changed.connect(self._take_paper)

    def begin(self) -> None:
        if self.form is not None:
            next(iter(self.form.editors.values())).setFocus()
        else:
            is_empty = self._summary.isHidden()
            (self.start_button if is_empty else self.period.periods).setFocus()

    def refresh(self) -> None:
        self.parts.refresh()
        diary, today = self.desk.diary, self.desk.today()
        recorded = diary.recorded_span()
        self._invitation.setVisible(recorded is None)
        self._summary.setVisible(recorded is not None)
        if recorded is not None:
            self.period.reach(recorded, today, since_last_visit(diary, today))
            self._show_page()

    def open_form(self, name: str) -> None:
        """Begin a question (``question``) or an appointment (``visit``)."""
        self.commit()
        if self.form is not None and self.form.is_touched:
            self.notice.say(self.tr("Keep what stands in this form, or go back, before the next."))
        elif name == "visit":
            self._open_visit("")
        else:
            self._put_away()
            self.parts.open_part(QUESTIONS)

    def commit(self) -> None:
        self.parts.commit()
        if self.form is not None and self.form.is_touched:
            self.form.try_to_keep()

    @property
    def is_kept(self) -> bool:
        return self.parts.is_kept and (self.form is None or not self.form.is_touched)

    @property
    def paper(self) -> Paper:
        return Paper(self.papers.currentData())

    @property
    def shown(self) -> VisitPaper:
        """The sheet that is seen; the buttons stand only beside one."""
        paper = self.preview.paper
        assert paper is not None
        return paper

    def _show_page(self) -> None:
        self._say_why()
        with wait_cursor():
            report = report_of(
                self.desk.diary,
                self.period.span,
                today=self.desk.today(),
                decimal=QLocale().decimalPoint(),
                weight_unit=self._keeper.settings.weight_unit if self._keeper else "kg",
            )
            self.preview.show_paper(VisitPaper(report, self.look.resources, self.paper))

    def _say_why(self) -> None:
        """Say where the usual period begins; nothing beside another one."""
        last = last_visit(self.desk.diary, self.desk.today())
        period = self.period.periods.currentData()
        if last is not None:
            self.why.setText(
                self.tr("From the day after the visit on {0}.").format(say_date(last.day))
            )
        else:
            self.why.setText(
                self.tr("Once a visit stands in the diary, the page begins on the day after it.")
            )
        self.why.setVisible(period == (THREE_MONTHS if last is None else SINCE_VISIT))

    def _open_question(self, question_id: str, answering: bool) -> None:
        found = self.desk.diary.find(Question.kind, question_id)
        if isinstance(found, Question):
            visits = coming_visits(self.desk.diary, self.desk.today())
            own = self.desk.diary.find(Visit.kind, found.visit) if found.visit else None
            if isinstance(own, Visit) and own not in visits:
                visits.append(own)
            form = self._plans.question(found, visits, answering=answering)
            self._show_form(found, form)
            form.editors["answer" if answering else "text"].setFocus()

    def _open_visit(self, visit_id: str) -> None:
        found = self.desk.diary.find(Visit.kind, visit_id) if visit_id else None
        old = found if isinstance(found, Visit) else None
        form = self._plans.appointment(old)
        self._show_form(old, form)
        form.editors["day"].setFocus()

    def _show_form(self, old: Visit | Question | None, form: RecordForm) -> None:
        """Bring a form to the front."""
        self._put_away()
        self._written, self.form = old, form
        form.setContentsMargins(24, 18, 18, 18)
        self._content.addWidget(form)
        self._content.setCurrentWidget(form)
        form.kept.connect(self._keep)
        form.removed.connect(self._remove)
        form.left.connect(self._leave)

    def _put_away(self) -> None:
        if self.form is not None:
            self._content.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _keep(self) -> None:
        assert self.form is not None
        try:
            change = self._change(self.form.given)
        except Refused as refusal:
            self.form.say(str(refusal))
            return
        if self.desk.apply(change):
            self._leave()

    def _change(self, given: dict[str, Any]) -> Change | None:
        old, clock = self._written, self.desk.clock
        if isinstance(old, Question):
            return change_question(old, given, self.desk.diary, clock)
        return keep_visit(old, self._plans.visit(old, given), clock)

    def _remove(self) -> None:
        if isinstance(self._written, Visit):
            change = remove_visit(self._written, self.desk.diary)
        else:
            assert self._written is not None
            label = self.tr("Question removed")
            change, _ = remove(self._written, label, self.desk.diary, self.desk.clock)
        if self.desk.apply(change):
            self._leave()

    def _leave(self) -> None:
        """Go back; the form has asked about what was not kept."""
        self._put_away()
        self.begin()

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(24, 18, 18, 18)
        column.setSpacing(14)
        for widget in (self._title, self.parts, self._invitation, self._summary):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        self._content.addWidget(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.notice)
        page.addWidget(self._content, 1)

    def _made_summary(self) -> QWidget:
        """The page with what it is about and the ways to take it along."""
        summary = QWidget()
        column = QVBoxLayout(summary)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.period)
        column.addWidget(self.why)
        buttons = (self.print_button, self.pdf_button, self.html_button, self.copy_button)
        column.addWidget(button_row(self.look, self.papers, *buttons))
        column.addWidget(self.preview)
        return summary

    def _made_invitation(self) -> QWidget:
        """What is shown while nothing is recorded."""
        words = QLabel(
            self.tr(
                "Record a few days and this room puts them on one page for your rheumatologist: "
                "how bad, which way, and on how many days that stands. Days without an answer "
                "stay blank; your notes are never printed."
            )
        )
        words.setWordWrap(True)
        card = Card(self.look, self.tr("One page for your next visit"))
        card.add(words)
        card.rows.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        return button

    def _take_paper(self) -> None:
        chosen = self._keeper.settings.paper if self._keeper else ""
        paper = Paper(chosen) if chosen else usual_paper(QLocale())
        if paper is not self.paper:
            self.papers.setCurrentIndex(self.papers.findData(paper.value))
            self._show_if_seen()

    def _choose_paper(self) -> None:
        if self._keeper is not None:
            self._keeper.change(paper=self.paper.value)
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        """Draw the page on the new paper, now or when the room is opened."""
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _print(self) -> None:
        try:
            if printing.print_with_dialog(self.shown, self):
                self.notice.say(self.tr("The page was sent to the printer."))
        except Refused as refusal:
            self.notice.say(str(refusal))

    def _save_pdf(self) -> None:
        self._save(".pdf", self.tr("Save the page as PDF"), self.tr("PDF (*.pdf)"))

    def _save_html(self) -> None:
        self._save(".html", self.tr("Save the page as HTML"), self.tr("Web page (*.html)"))

    def _save(self, suffix: str, title: str, kinds: str) -> None:
        suggestion = f"visit-{self.period.span.last}{suffix}"
        chosen = prompts.choose_file_to_write(self, title, suggestion, kinds)
        if chosen is not None:
            self._write_file(chosen if chosen.suffix else chosen.with_suffix(suffix))

    def _write_file(self, path: Path) -> None:
        sheet = self.shown
        try:
            with wait_cursor():
                printing.write_report(sheet.report, path, self.look.resources, sheet.paper)
        except Refused as refusal:
            self.notice.say(str(refusal))
        else:
            self.notice.say(self.tr("The page was saved as “{0}”.").format(path.name))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(page_text(self.shown.report.sheet))
        self.notice.say(self.tr("The page was copied as text; paste it into a message."))

    def _open_today(self) -> None:
        self.day_chosen.emit(self.desk.today())
