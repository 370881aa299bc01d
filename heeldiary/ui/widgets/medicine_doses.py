"""The doses, newest first, and what the last four weeks add up to."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from heeldiary.analysis.medication import adherence, nsaid_use
from heeldiary.domain.days import FOUR_WEEKS, Span
from heeldiary.domain.medicines import Dose, Medicine, Regimen
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.medicine_tab import MedicineTab, soft
from heeldiary.ui.widgets.medicine_words import adherence_words, dose_row, nsaid_words
from heeldiary.ui.widgets.record_list import STEP, RecordList

_LATE = 28
"""Days after the span in which a dose of it may still have been taken."""


class DosesTab(MedicineTab):
    """The last four weeks in figures, then the list."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._count = STEP
        self.four_weeks = Card(look, self.tr("The last {0} days").format(FOUR_WEEKS))
        self.index = QLabel()
        self.index.setWordWrap(True)
        self.planned = QLabel()
        self.planned.setWordWrap(True)
        for words in (self.index, self.planned):
            words.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self.four_weeks.add(self.index)
        self.four_weeks.add(
            soft(
                self.tr(
                    "100 is the full anti-inflammatory dose every day (Dougados 2011). It stands "
                    "on the days on which intake was recorded."
                )
            )
        )
        self.four_weeks.add(self.planned)
        self.doses = Card(look, self.tr("Doses"))
        self.add = self.asking(self.tr("Add a dose"), "dose")
        self.add.setObjectName("primary")
        self.empty = soft(self.tr("No dose is recorded yet. Doses of any past day can be added."))
        self.list = RecordList(look, self._columns(), self.tr("Doses"))
        self.opening(self.list, "correct_dose")
        self.doses.add(button_row(look, self.add))
        self.doses.add(self.empty)
        self.doses.add(self.list)
        self.cards.addWidget(self.four_weeks)
        self.cards.addWidget(self.doses)
        self.cards.addStretch(1)

        self.list.more_wanted.connect(self._show_more)

    def refresh(self) -> None:
        diary = self.desk.diary
        medicines = diary.records(Medicine)
        names = {each.id: each.name for each in medicines}
        newest = diary.newest(Dose, self._count + 1)
        self.list.show_rows([dose_row(each, names) for each in newest[: self._count]])
        self.list.can_show_more(can=len(newest) > self._count)
        self.empty.setVisible(not newest)
        self.four_weeks.setVisible(bool(newest))
        if newest:
            self._show_four_weeks(medicines)

    def begin(self) -> None:
        self.add.setFocus()

    def _show_four_weeks(self, medicines: Sequence[Medicine]) -> None:
        diary, today = self.desk.diary, self.desk.today()
        span = Span.ending(today, FOUR_WEEKS)
        doses = diary.records(Dose, Span(span.first - timedelta(days=_LATE), today))
        regimens = diary.records(Regimen, span)
        in_span = [dose for dose in doses if dose.day in span]
        self.index.setText(nsaid_words(nsaid_use(span, medicines, regimens, in_span)))
        counts = adherence(span, medicines, regimens, doses)
        self.planned.setText("\n".join(adherence_words(count) for count in counts))
        self.planned.setVisible(bool(counts))

    def _show_more(self) -> None:
        self._count += STEP
        self.refresh()

    def _columns(self) -> tuple[str, ...]:
        return (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Medicine"),
            self.tr("Amount"),
            self.tr("It was"),
            self.tr("Where"),
            self.tr("Reason"),
        )
