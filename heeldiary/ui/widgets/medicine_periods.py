"""All periods of all medicines: a time line, and the table beside it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QPushButton

from heeldiary.analysis.medication import MedicinePeriod, periods
from heeldiary.domain.days import ONE_YEAR, THREE_MONTHS, Span
from heeldiary.domain.medicines import Medicine, Regimen
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.medicine_tab import MedicineTab, soft
from heeldiary.ui.widgets.medicine_timeline import MedicineTimeline
from heeldiary.ui.widgets.medicine_words import period_row
from heeldiary.ui.widgets.record_list import RecordList, Row

_ALL = 0
_SPANS = (THREE_MONTHS, ONE_YEAR, 5 * ONE_YEAR, _ALL)


class PeriodsTab(MedicineTab):
    """The span is chosen by a button; a row of the table opens its period."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        names = (self.tr("3 months"), self.tr("1 year"), self.tr("5 years"), self.tr("All"))
        self.spans = {days: _choice(name) for days, name in zip(_SPANS, names, strict=True)}
        self._group = QButtonGroup(self)
        for button in self.spans.values():
            self._group.addButton(button)
        self.spans[_ALL].setChecked(True)
        self.timeline = MedicineTimeline(look)
        self.said = soft()
        self.empty = soft(
            self.tr("When it is recorded how a medicine is taken, its periods are drawn here.")
        )
        self.list = RecordList(look, self._columns(), self.tr("Periods of the medicines"))
        self._span_row = button_row(look, *self.spans.values())
        self.card = Card(look, self.tr("Time line"))
        self.opening(self.list, "correct")
        for part in (self.empty, self._span_row, self.timeline, self.said, self.list):
            self.card.add(part)
        self.cards.addWidget(self.card)
        self.cards.addStretch(1)

        self._group.buttonClicked.connect(self.refresh)

    def refresh(self) -> None:
        diary = self.desk.diary
        regimens = diary.records(Regimen)
        medicines = diary.records(Medicine)
        span = self._span(regimens)
        shown = periods(medicines, regimens, span)
        self.timeline.show_periods(shown, span)
        self.said.setText(self.timeline.said)
        self.list.show_rows(_rows(shown, regimens))
        self.empty.setVisible(not regimens)
        for part in (self._span_row, self.timeline, self.said):
            part.setVisible(bool(regimens))

    def begin(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None and not self._span_row.isHidden():
            chosen.setFocus()

    def _span(self, regimens: Sequence[Regimen]) -> Span:
        """The chosen days up to today; all of them from the first period on."""
        today = self.desk.today()
        days = next(days for days, button in self.spans.items() if button.isChecked())
        if days != _ALL:
            return Span.ending(today, days)
        first = min((each.first_day for each in regimens), default=today)
        last = max((each.first_day for each in regimens), default=today)
        return Span(min(first, today), max(last, today))

    def _columns(self) -> tuple[str, ...]:
        return (
            self.tr("Medicine"),
            self.tr("How it is taken"),
            self.tr("From"),
            self.tr("Until"),
            self.tr("Why"),
        )


def _choice(name: str) -> QPushButton:
    button = QPushButton(name)
    button.setCheckable(True)
    return button


def _rows(shown: Sequence[MedicinePeriod], regimens: Sequence[Regimen]) -> list[Row]:
    held = {each.id: each for each in regimens}
    return [period_row(each, held[each.regimen_id]) for each in shown]
