"""All periods of all medicines: a time line, and the table beside it."""

from collections.abc import Sequence
from datetime import timedelta

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
_TWO_YEARS = 2 * ONE_YEAR
_SPANS = (THREE_MONTHS, ONE_YEAR, _TWO_YEARS, 5 * ONE_YEAR, _ALL)


class PeriodsTab(MedicineTab):
    """The span is chosen by a button; a row of the table opens its period.

    Until one is chosen it is all of them, or the last two years of a longer life with medicines.
    """

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._is_chosen = False
        names = (
            self.tr("3 months"),
            self.tr("1 year"),
            self.tr("2 years"),
            self.tr("5 years"),
            self.tr("All"),
        )
        self.spans = {days: _choice(name) for days, name in zip(_SPANS, names, strict=True)}
        self._group = QButtonGroup(self)
        for button in self.spans.values():
            self._group.addButton(button)
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

        self._group.buttonClicked.connect(self._choose)

    def refresh(self) -> None:
        diary = self.desk.diary
        regimens = diary.records(Regimen)
        medicines = diary.records(Medicine)
        if not self._is_chosen:
            self.spans[self._usual(regimens)].setChecked(True)
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

    def _choose(self) -> None:
        self._is_chosen = True
        self.refresh()

    def _usual(self, regimens: Sequence[Regimen]) -> int:
        long_ago = self.desk.today() - timedelta(days=_TWO_YEARS)
        return _TWO_YEARS if any(each.first_day <= long_ago for each in regimens) else _ALL

    def _span(self, regimens: Sequence[Regimen]) -> Span:
        """The chosen days up to today, and on to what is planned to begin later."""
        today = self.desk.today()
        days = next(days for days, button in self.spans.items() if button.isChecked())
        begun = [each.first_day for each in regimens]
        first = today - timedelta(days=days - 1) if days else min([today, *begun])
        return Span(first, max([today, *begun]))

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
