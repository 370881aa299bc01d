"""What stands above the chart: the set, the days, and what can be done with the picture."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heeldiary.analysis.trend_choice import OWN
from heeldiary.analysis.trend_sets import TREND_SETS
from heeldiary.domain.days import ONE_MONTH, ONE_YEAR, THREE_MONTHS, TWO_WEEKS, Span
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.date_field import DateField
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.page_title import PageTitle

ALL_DAYS = 0
_RANGES = (
    (TWO_WEEKS, "2 w"),
    (ONE_MONTH, "1 m"),
    (THREE_MONTHS, "3 m"),
    (ONE_YEAR, "1 y"),
    (ALL_DAYS, "All"),
)


class TrendToolbar(QWidget):
    """Rows of buttons that wrap where the window is narrow."""

    set_chosen = Signal(str)
    """The key of a ready-made set, or ``own``."""
    range_chosen = Signal(int)
    """So many days up to today; 0 is all of them."""
    span_chosen = Signal(object)
    picture_wanted = Signal()
    table_wanted = Signal(bool)

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.sets = FormChoice()
        self.sets.setAccessibleName(self.tr("What is drawn"))
        self.sets.setToolTip(self.tr("What is drawn"))
        for known in TREND_SETS:
            self.sets.addItem(self.tr(known.name), known.key)
        self.sets.addItem(self.tr("Own choice…"), OWN)
        self.ranges = QButtonGroup(self)
        for days, text in _RANGES:
            self.ranges.addButton(self._range(days, text), days)
        self.first = self._date(self.tr("First day shown"), today)
        self.last = self._date(self.tr("Last day shown"), today)
        self.picture = QPushButton(self.tr("Save picture…"))
        self.table = QPushButton(self.tr("Show as table"))
        self.table.setCheckable(True)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageTitle(look, self.tr("Trends")))
        span = self._side_by_side(self.first, QLabel("–"), self.last)
        ranges = self.ranges.buttons()
        column.addWidget(button_row(look, self.sets, *ranges, span, self.picture, self.table))

        self.sets.activated.connect(self._choose_set)
        self.ranges.idClicked.connect(self.range_chosen)
        self.first.dateChanged.connect(self._first_changed)
        self.last.dateChanged.connect(self._last_changed)
        self.picture.clicked.connect(self.picture_wanted)
        self.table.toggled.connect(self.table_wanted)

    def show_set(self, key: str) -> None:
        self.sets.setCurrentIndex(max(self.sets.findData(key), 0))

    def show_span(self, span: Span, whole: Span) -> None:
        """Show which days are seen, and press the button that stands for them."""
        self._put(self.first, span.first, whole)
        self._put(self.last, span.last, whole)
        length = len(span) if span.last == whole.last else -1
        days = ALL_DAYS if span == whole else length
        self.ranges.setExclusive(False)
        for button in self.ranges.buttons():
            button.setChecked(self.ranges.id(button) == days)
        self.ranges.setExclusive(True)

    def _range(self, days: int, text: str) -> QPushButton:
        button = QPushButton(self.tr(text))
        button.setCheckable(True)
        words = self.tr("the last {0} days").format(days) if days else self.tr("all days")
        button.setAccessibleName(self.tr("Show {0}").format(words))
        button.setToolTip(button.accessibleName())
        return button

    def _date(self, name: str, today: date) -> DateField:
        field = DateField(name)
        field.setDate(QDate(today.year, today.month, today.day))
        return field

    def _side_by_side(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        return holder

    def _put(self, field: DateField, day: date, whole: Span) -> None:
        with QSignalBlocker(field):
            field.setDateRange(
                QDate(whole.first.year, whole.first.month, whole.first.day),
                QDate(whole.last.year, whole.last.month, whole.last.day),
            )
            field.setDate(QDate(day.year, day.month, day.day))

    def _choose_set(self, place: int) -> None:
        self.set_chosen.emit(self.sets.itemData(place))

    def _first_changed(self, first: QDate) -> None:
        last = max(first, self.last.date())
        self.span_chosen.emit(Span(_day(first), _day(last)))

    def _last_changed(self, last: QDate) -> None:
        first = min(last, self.first.date())
        self.span_chosen.emit(Span(_day(first), _day(last)))


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
