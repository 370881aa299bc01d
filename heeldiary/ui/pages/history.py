"""History: a calendar, the days and what was written, and every change with what was before."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.history_calendar import HistoryCalendar
from heeldiary.ui.widgets.history_changes import HistoryChanges
from heeldiary.ui.widgets.history_days import HistoryDays
from heeldiary.ui.widgets.invitation import Invitation
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.page_title import PageTitle


class HistoryPage(Page):
    """Three views; only the one that is shown reads the diary."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._title = PageTitle(look, self.tr("History"))
        self.notice = Notice()
        self.calendar = HistoryCalendar(desk, look)
        self.days = HistoryDays(desk, look)
        self.changes = HistoryChanges(desk, look)
        self.first = QPushButton(self.tr("Record today"))
        self.invitation = Invitation(
            look,
            self.tr("Nothing is recorded yet"),
            self.tr(
                "Each day with an answer or a note is listed here, and each change with what was "
                "there before."
            ),
            self.first,
        )
        self.views = QStackedWidget()
        self._choice = QButtonGroup(self)
        self.to_calendar = self._way_to(self.calendar, self.tr("Calendar"))
        self.to_days = self._way_to(_scrolled(self.days), self.tr("Days and words"))
        self.to_changes = self._way_to(_scrolled(self.changes), self.tr("Changes"))
        self.to_calendar.setChecked(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 18, 14)
        page.setSpacing(12)
        page.addWidget(self._title)
        page.addWidget(self.notice)
        page.addWidget(button_row(look, self.to_calendar, self.to_days, self.to_changes))
        page.addWidget(self.invitation)
        page.addWidget(self.views, 1)
        page.addStretch(0)
        self.invitation.hide()

        self.first.clicked.connect(self._open_today)
        self._choice.idClicked.connect(self._show_view)
        self.calendar.day_chosen.connect(self.day_chosen)
        self.days.day_chosen.connect(self.day_chosen)
        self.days.nothing_to_open.connect(self.notice.say)
        self.changes.said.connect(self.notice.say)
        desk.refused.connect(self.notice.say)

    def refresh(self) -> None:
        place = self.views.currentIndex()
        (self.calendar, self.days, self.changes)[place].refresh()
        is_empty = bool(place) and not self.desk.history(1, None)
        self.invitation.setVisible(is_empty)
        self.views.setHidden(is_empty)

    def begin(self) -> None:
        """The keyboard begins in the view that is shown."""
        if not self.invitation.isHidden():
            self.first.setFocus()
            return
        starts = (self.calendar.days, self.days.words, self.changes.changes.table)
        starts[self.views.currentIndex()].setFocus()

    def _open_today(self) -> None:
        self.day_chosen.emit(self.desk.today())

    def _way_to(self, view: QWidget, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setCheckable(True)
        self._choice.addButton(button, self.views.addWidget(view))
        return button

    def _show_view(self, place: int) -> None:
        self.views.setCurrentIndex(place)
        self.refresh()
        self.begin()


def _scrolled(view: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName("scroll")
    scroll.setWidgetResizable(True)
    scroll.setWidget(view)
    return scroll
