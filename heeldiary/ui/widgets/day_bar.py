"""Which day is shown, and every way to another one: strip, arrows, calendar."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from heeldiary.domain.days import Span
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.day_strip import DayStrip
from heeldiary.ui.wording import say_day

if TYPE_CHECKING:  # made when it is first asked for
    from PySide6.QtWidgets import QCalendarWidget

STRIP_DAYS = 14
_STACKED_BELOW = 760


class DayBar(QWidget):
    """The head of Today. The future is out of reach."""

    day_chosen = Signal(date)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._day = self._today = date(2000, 1, 1)
        self._title = QLabel()
        self._title.setObjectName("title")
        self._badge = QLabel(self.tr("today"))
        self._badge.setObjectName("soft")
        self.strip = DayStrip(look)
        self.previous = _arrow("‹", self.tr("The day before"), "Alt+Left")
        self.next = _arrow("›", self.tr("The day after"), "Alt+Right")
        self.back = QPushButton(self.tr("Today"))
        self.calendar = QPushButton(self.tr("Calendar"))
        self._dates: QCalendarWidget | None = None
        self._menu = QMenu(self)
        self.calendar.setMenu(self._menu)
        self._lay_out()
        # a shortcut of the button itself would act only after the button was seen to go down
        QShortcut("Alt+Left", self, self._go_back)
        QShortcut("Alt+Right", self, self._go_on)

        self.strip.day_chosen.connect(self.day_chosen)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_to_today)
        self._menu.aboutToShow.connect(self.fill_menu)

    def show_day(self, day: date, today: date, worst: Mapping[date, float | None]) -> None:
        """Show the day and the strip; ``worst`` holds the strip's recorded days."""
        self._day, self._today = day, today
        self._title.setText(say_day(day))
        self._title.setFont(self.look.font(1.55, strong=True))
        self._badge.setVisible(day == today)
        self.back.setVisible(day != today)
        self.next.setEnabled(day < today)
        self.strip.show_days(list(strip_span(day, today)), worst, day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.look.px(_STACKED_BELOW)
        self._layout.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def fill_menu(self) -> "QCalendarWidget":
        """The calendar of the menu, on the day that is shown; made when it is first asked for."""
        from PySide6.QtWidgets import QCalendarWidget, QWidgetAction

        if self._dates is None:
            self._dates = QCalendarWidget()
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self._dates)
            self._menu.addAction(action)
            self._dates.clicked.connect(self._choose_date)
            self._dates.activated.connect(self._choose_date)
        self._dates.setMaximumDate(QDate(self._today.year, self._today.month, self._today.day))
        self._dates.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        self._dates.setFocus()  # the keyboard follows when the menu opens
        return self._dates

    def _lay_out(self) -> None:
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        head, ways = QHBoxLayout(), QHBoxLayout()
        for part in (self._title, self._badge):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        ways.addWidget(self.strip)
        for button in (self.back, self.previous, self.calendar, self.next):
            ways.addWidget(button)
        ways.addStretch(0)
        self._layout.addLayout(head, 1)
        self._layout.addLayout(ways)

    def _go_back(self) -> None:
        self.day_chosen.emit(self._day - timedelta(days=1))

    def _go_on(self) -> None:
        if self._day < self._today:
            self.day_chosen.emit(self._day + timedelta(days=1))

    def _go_to_today(self) -> None:
        self.day_chosen.emit(self._today)

    def _choose_date(self, chosen: QDate) -> None:
        self._menu.hide()
        self.day_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))


def strip_span(day: date, today: date) -> Span:
    """The days of the strip: the last two weeks, or the two weeks around an earlier day."""
    last = today if (today - day).days < STRIP_DAYS else day + timedelta(days=STRIP_DAYS // 2)
    return Span.ending(last, STRIP_DAYS)


def _arrow(sign: str, name: str, keys: str) -> QPushButton:
    button = QPushButton(sign)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({keys})")
    return button
