"""Visit: the page that the rheumatologist reads, shown as it prints."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.refusal import Refused
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
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.page_preview import PagePreview
from heeldiary.ui.widgets.period_chooser import PeriodChooser

_PAPERS = ((Paper.A4, "A4 paper"), (Paper.LETTER, "US Letter paper"))


class VisitPage(Page):
    """A period, a paper, the page itself, and the ways to take it along."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._keeper: SettingsKeeper | None = None
        self._title = QLabel(self.tr("Visit"))
        self._title.setObjectName("title")
        self.period = PeriodChooser(look)
        self.papers = QComboBox()
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

        self._content = QStackedWidget()
        self._content.addWidget(self._invitation())
        self._content.addWidget(self._sheet())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._content)

        self.period.chosen.connect(self._show_page)
        self.papers.activated.connect(self._choose_paper)
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._save_pdf)
        self.html_button.clicked.connect(self._save_html)
        self.copy_button.clicked.connect(self._copy)
        self.start_button.clicked.connect(self._open_today)

    def use(self, keeper: SettingsKeeper) -> None:
        """Take the paper that the owner chose, and remember another choice."""
        self._keeper = keeper
        self._take_paper()
        keeper.changed.connect(self._take_paper)

    def begin(self) -> None:
        is_empty = self._content.currentIndex() == 0
        (self.start_button if is_empty else self.period.periods).setFocus()

    def refresh(self) -> None:
        self._title.setFont(self.look.font(1.6, strong=True))
        recorded = self.desk.diary.recorded_span()
        self._content.setCurrentIndex(0 if recorded is None else 1)
        if recorded is not None:
            self.period.reach(recorded, self.desk.today())
            self._show_page()

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
        with wait_cursor():
            report = report_of(
                self.desk.diary,
                self.period.span,
                today=self.desk.today(),
                decimal=QLocale().decimalPoint(),
            )
            self.preview.show_paper(VisitPaper(report, self.look.resources, self.paper))

    def _sheet(self) -> QScrollArea:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self.period)
        buttons = (self.print_button, self.pdf_button, self.html_button, self.copy_button)
        column.addWidget(button_row(self.look, self.papers, *buttons))
        column.addWidget(self.notice)
        column.addWidget(self.preview)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        return scroll

    def _invitation(self) -> QWidget:
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
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(26, 20, 26, 20)
        outer.addWidget(card)
        outer.addStretch(1)
        return holder

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
            self._write(chosen if chosen.suffix else chosen.with_suffix(suffix))

    def _write(self, path: Path) -> None:
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
