"""The calendar of History: a month, the measure that colours it, and what its marks mean."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.days import Span, day_numbered
from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.flares import Flare
from heeldiary.domain.visits import Visit
from heeldiary.reports.day_contents import others_by_day
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row, flow_row
from heeldiary.ui.widgets.form_lines import FormChoice
from heeldiary.ui.widgets.month_calendar import (
    MonthCalendar,
    MonthMarks,
    month_beside,
    span_of_month,
)
from heeldiary.ui.wording import figure, say_value

_WORST_PAIN = ""
"""What the chooser holds in place of a row's key."""


class HistoryCalendar(QWidget):
    """Reads one month at a time."""

    day_chosen = Signal(date)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._month = desk.today().replace(day=1)
        self._title = QLabel()
        self._title.setObjectName("heading")
        self.earlier = _button("‹", self.tr("The month before"))
        self.later = _button("›", self.tr("The month after"))
        self.now = QPushButton(self.tr("This month"))
        self.measure = FormChoice()
        self.measure.setAccessibleName(self.tr("Coloured by"))
        self.days = MonthCalendar(look)
        self._legend = QLabel()
        self._legend.setObjectName("soft")
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self._lay_out()

        self.earlier.clicked.connect(self._go_back)
        self.later.clicked.connect(self._go_on)
        self.now.clicked.connect(self._go_to_now)
        self.measure.activated.connect(self._show)
        self.days.day_chosen.connect(self.day_chosen)
        self.days.month_wanted.connect(self._go_to)

    def refresh(self) -> None:
        self._offer_measures()
        self._show()

    def _offer_measures(self) -> None:
        chosen = self.measure.currentData() or _WORST_PAIN
        self.measure.clear()
        self.measure.addItem(self.tr("Worst pain of the day"), _WORST_PAIN)
        for factor in self.desk.factors().shown():
            if factor.kind not in (Kind.CHOICE, Kind.YES_NO):
                self.measure.addItem(factor.name, factor.key)
        self.measure.setCurrentIndex(max(self.measure.findData(chosen), 0))

    def _show(self) -> None:
        today = self.desk.today()
        span = span_of_month(self._month)
        month = QDate(self._month.year, self._month.month, 1)
        self._title.setText(QLocale().toString(month, "MMMM yyyy"))
        self._title.setFont(self.look.font(1.3, strong=True))
        self.later.setEnabled(month_beside(self._month, 1) <= today)
        self.now.setVisible(self._month != today.replace(day=1))
        self.days.show_month(self._month, self._marks(span), today)

    def _marks(self, span: Span) -> MonthMarks:
        values, most, factor = self._measured(span)
        said = {
            day: f"{self.measure.currentText()}: {_said(factor, value)}"
            for day, value in values.items()
        }
        flares = self.desk.diary.records(Flare, span)
        end = min(span.last, self.desk.today())
        return MonthMarks(
            recorded={
                *self.desk.diary.days_recorded(span),
                *others_by_day(self.desk.diary, span),
            },
            shares={day: value / most if most else 0.0 for day, value in values.items()},
            figures={day: figure(value) for day, value in values.items()},
            said=said,
            flares={day for flare in flares for day in _days_of(flare, span.first, end)},
            visits={visit.day for visit in self.desk.diary.records(Visit, span)},
            notes={note.day for note in self.desk.diary.notes(span)},
        )

    def _measured(self, span: Span) -> tuple[dict[date, float], float, Factor | None]:
        """The values of the month, what the deepest colour stands for, and the row."""
        key = self.measure.currentData()
        if key:
            factor = self.desk.factors()[key]
            found = dict(self.desk.diary.answers(key, span))
            values = {day_numbered(number): value for number, value in found.items()}
            most = factor.maximum if factor.kind is Kind.SCALE else max(values.values(), default=0)
            return values, most, factor
        worst: dict[date, float] = {}
        for factor in self.desk.factors().pains():
            for number, value in self.desk.diary.answers(factor.key, span):
                day = day_numbered(number)
                worst[day] = max(value, worst.get(day, 0.0))
        return worst, 10.0, None

    def _go_back(self) -> None:
        self._go_to(month_beside(self._month, -1))

    def _go_on(self) -> None:
        self._go_to(month_beside(self._month, 1))

    def _go_to_now(self) -> None:
        self._go_to(self.desk.today().replace(day=1))

    def _go_to(self, month: date) -> None:
        if month.year >= 1900 and month <= self.desk.today():
            self._month = month
            self._show()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Coloured by"))
        label.setBuddy(self.measure)
        months = button_row(self.look, self.earlier, self._title, self.later, self.now)
        measures = button_row(self.look, label, self.measure)
        head = QWidget()
        flow_row(head, self.look, months, measures)
        self._legend.setText(
            self.tr(
                "Deeper is more. Dashed: nothing recorded. ● note   ▼ visit   ▬ flare of your own. "
                "Enter or a click opens the day."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self.days, 1)
        column.addWidget(self._legend)


def _days_of(flare: Flare, first: date, end: date) -> Span | tuple[()]:
    last = end if flare.last_day is None else min(flare.last_day, end)
    first = max(flare.first_day, first)
    return Span(first, last) if first <= last else ()


def _said(factor: Factor | None, value: float) -> str:
    return figure(value) if factor is None else say_value(factor, value)


def _button(sign: str, name: str) -> QPushButton:
    button = QPushButton(sign)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
