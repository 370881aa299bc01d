"""Which days a page is about: since the last visit, the last so many, all, or any two dates."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QWidget

from heeldiary.domain.days import FOUR_WEEKS, ONE_YEAR, SIX_MONTHS, THREE_MONTHS, Span
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.date_field import DateField
from heeldiary.ui.widgets.form_lines import FormChoice

ALL, TWO_DATES, SINCE_VISIT = 0, -1, -2
_PERIODS = (
    (FOUR_WEEKS, "Last 4 weeks"),
    (THREE_MONTHS, "Last 3 months"),
    (SIX_MONTHS, "Last 6 months"),
    (ONE_YEAR, "Last year"),
    (ALL, "Everything"),
    (TWO_DATES, "Two dates"),
)


class PeriodChooser(QWidget):
    """Starts with the days since the last visit, or without one with the last three months.

    The two dates appear when they are asked for.
    """

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.periods = FormChoice()
        self.periods.setAccessibleName(self.tr("Period of the page"))
        self.periods.setSizeAdjustPolicy(FormChoice.SizeAdjustPolicy.AdjustToContents)
        for days, name in _PERIODS:
            self.periods.addItem(self.tr(name), days)
        self.first = _date_field(self.tr("First day of the page"))
        self.last = _date_field(self.tr("Last day of the page"))
        self._between = QLabel(self.tr("to"))
        self._today = date(1970, 1, 1)
        self._recorded: Span | None = None
        self._since_visit: Span | None = None
        self._is_own_choice = False

        flow_row(self, look, self.periods, self.first, self._between, self.last)
        self.periods.setCurrentIndex(self.periods.findData(THREE_MONTHS))
        self._show_dates()

        self.periods.currentIndexChanged.connect(self._choose)
        self.periods.activated.connect(self._remember)
        self.first.dateChanged.connect(self._move_last)
        self.last.dateChanged.connect(self._move_first)

    def reach(self, recorded: Span, today: date, since_visit: Span | None = None) -> None:
        """Choose among the days up to today, of which these are recorded.

        The days since the last visit can be chosen when they are given, and are chosen as long as
        the person does not choose otherwise.
        """
        self._recorded, self._today = recorded, today
        self._offer_since_visit(since_visit)
        span = self.span
        for field in (self.first, self.last):
            with QSignalBlocker(field):
                field.setMaximumDate(_qdate(today))
        self._put(span)

    @property
    def span(self) -> Span:
        """The days that are chosen; never a day of the future."""
        days = self.periods.currentData()
        if days == TWO_DATES:
            return Span(_day(self.first), _day(self.last))
        if days == SINCE_VISIT and self._since_visit is not None:
            return self._since_visit
        if days == ALL and self._recorded is not None:
            return Span(self._recorded.first, max(self._recorded.last, self._today))
        return Span.ending(self._today, max(days, 1))

    def choose(self, days: int) -> None:
        """Choose a period by its days; 0 is everything, -1 the two dates, -2 since the visit."""
        self._is_own_choice = True
        self.periods.setCurrentIndex(self.periods.findData(days))

    def _remember(self) -> None:
        self._is_own_choice = True

    def _offer_since_visit(self, span: Span | None) -> None:
        self._since_visit = span
        place = self.periods.findData(SINCE_VISIT)
        with QSignalBlocker(self.periods):
            if span is None and place >= 0:
                is_chosen = self.periods.currentIndex() == place
                self.periods.removeItem(place)
                if is_chosen:
                    self._is_own_choice = False
                    self.periods.setCurrentIndex(self.periods.findData(THREE_MONTHS))
            elif span is not None and place < 0:
                self.periods.insertItem(0, self.tr("Since the last visit"), SINCE_VISIT)
            if span is not None and not self._is_own_choice:
                self.periods.setCurrentIndex(0)
        self._show_dates()

    def _choose(self) -> None:
        if self.periods.currentData() != TWO_DATES:
            self._put(self.span)
        self._show_dates()
        self.chosen.emit()

    def _show_dates(self) -> None:
        wanted = self.periods.currentData() == TWO_DATES
        for widget in (self.first, self._between, self.last):
            widget.setVisible(wanted)
        self.updateGeometry()

    def _put(self, span: Span) -> None:
        for field, day in ((self.first, span.first), (self.last, span.last)):
            with QSignalBlocker(field):
                field.setDate(_qdate(day))

    def _move_last(self, first: QDate) -> None:
        if self.last.date() < first:
            with QSignalBlocker(self.last):
                self.last.setDate(first)
        self.chosen.emit()

    def _move_first(self, last: QDate) -> None:
        if self.first.date() > last:
            with QSignalBlocker(self.first):
                self.first.setDate(last)
        self.chosen.emit()


def _date_field(name: str) -> DateField:
    field = DateField(name)
    field.setMinimumDate(QDate(1900, 1, 1))
    return field


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(field: DateField) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
