"""Side effects and procedures: what followed, and what was done."""

from heeldiary.analysis.medication import side_effects
from heeldiary.domain.days import Span
from heeldiary.domain.medicines import Medicine, Procedure, SideEffect
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.medicine_tab import MedicineTab, soft
from heeldiary.ui.widgets.medicine_words import procedure_row, side_effect_row
from heeldiary.ui.widgets.record_list import FIRST, STEP, RecordList


class EventsTab(MedicineTab):
    """Two lists, each newest first, each with its button."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._effects, self._procedures = FIRST, FIRST
        self.add_effect = self.asking(self.tr("Add a side effect"), "side_effect")
        self.no_effect = soft(self.tr("No side effect is recorded."))
        self.effects = RecordList(look, self._effect_columns(), self.tr("Side effects"))
        self.add_procedure = self.asking(self.tr("Add a procedure"), "procedure")
        self.no_procedure = soft(
            self.tr("No procedure is recorded: an injection, shock wave, physiotherapy, surgery.")
        )
        self.procedures = RecordList(look, self._procedure_columns(), self.tr("Procedures"))
        self.opening(self.effects, "correct_side_effect")
        self.opening(self.procedures, "correct_procedure")
        effects = button_row(look, self.add_effect)
        procedures = button_row(look, self.add_procedure)
        for title, parts in (
            (self.tr("Side effects"), (effects, self.no_effect, self.effects)),
            (self.tr("Procedures"), (procedures, self.no_procedure, self.procedures)),
        ):
            card = Card(look, title)
            for part in parts:
                card.add(part)
            self.cards.addWidget(card)
        self.cards.addStretch(1)

        self.effects.more_wanted.connect(self._show_more_effects)
        self.procedures.more_wanted.connect(self._show_more_procedures)

    def refresh(self) -> None:
        diary = self.desk.diary
        names = {each.id: each.name for each in diary.records(Medicine)}
        effects = diary.newest(SideEffect, self._effects + 1)
        shown = {each.id: each for each in (*effects[: self._effects], *self._going_on())}
        rows = side_effects(shown.values())
        self.effects.show_rows([side_effect_row(each, names) for each in rows])
        self.effects.can_show_more(can=len(effects) > self._effects)
        self.no_effect.setVisible(not effects)
        procedures = diary.newest(Procedure, self._procedures + 1)
        self.procedures.show_rows([procedure_row(each) for each in procedures[: self._procedures]])
        self.procedures.can_show_more(can=len(procedures) > self._procedures)
        self.no_procedure.setVisible(not procedures)

    def begin(self) -> None:
        self.add_effect.setFocus()

    def _going_on(self) -> list[SideEffect]:
        """What has not ended is shown however long ago it began."""
        today = self.desk.today()
        now = self.desk.diary.records(SideEffect, Span(today, today))
        return [each for each in now if each.last_day is None]

    def _show_more_effects(self) -> None:
        self._effects += STEP
        self.refresh()

    def _show_more_procedures(self) -> None:
        self._procedures += STEP
        self.refresh()

    def _effect_columns(self) -> tuple[str, ...]:
        return (
            self.tr("What"),
            self.tr("Put down to"),
            self.tr("Strength"),
            self.tr("Days"),
            self.tr("Note"),
        )

    def _procedure_columns(self) -> tuple[str, ...]:
        return (
            self.tr("Day"),
            self.tr("What"),
            self.tr("Where"),
            self.tr("In detail"),
            self.tr("Given by"),
        )
