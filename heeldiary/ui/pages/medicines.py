"""Medicines: what is taken, in dated periods; the doses; what followed; a time line."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.medicines import Dose, Medicine, Procedure, Regimen, SideEffect
from heeldiary.ui.desk import Desk
from heeldiary.ui.form_page import FormPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.medicine_dose_entry import DoseEntry
from heeldiary.ui.widgets.medicine_doses import DosesTab
from heeldiary.ui.widgets.medicine_entry import (
    Entry,
    MedicineEntry,
    ProcedureEntry,
    SideEffectEntry,
)
from heeldiary.ui.widgets.medicine_events import EventsTab
from heeldiary.ui.widgets.medicine_now import NowTab
from heeldiary.ui.widgets.medicine_periods import PeriodsTab
from heeldiary.ui.widgets.medicine_regimen_entry import Doing, EndEntry, RegimenEntry
from heeldiary.ui.widgets.medicine_tab import MedicineTab
from heeldiary.ui.widgets.page_title import PageTitle

_SHOWN_HERE = (Medicine, Regimen, Dose, SideEffect, Procedure)
_TAB_PADDING = 32
_TAB_OF = {"dose": "doses", "side_effect": "events", "procedure": "events"}


class MedicinesPage(FormPage):
    """Four parts in front; a form takes their place while something is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._title = PageTitle(look, self.tr("Medicines"))
        self.now = NowTab(desk, look)
        self.doses = DosesTab(desk, look)
        self.events = EventsTab(desk, look)
        self.periods = PeriodsTab(desk, look)
        self._parts: dict[str, MedicineTab] = {
            "now": self.now,
            "doses": self.doses,
            "events": self.events,
            "periods": self.periods,
        }
        self.tabs = {
            "now": _tab(self.tr("My medicines")),
            "doses": _tab(self.tr("Doses")),
            "events": _tab(self.tr("Side effects and procedures")),
            "periods": _tab(self.tr("Time line")),
        }
        self._group = QButtonGroup(self)
        self._shown = QStackedWidget()
        self._lay_out()

        self._group.buttonClicked.connect(self._show_part)
        for part in self._parts.values():
            part.wanted.connect(self.open_entry)

    @property
    def entry(self) -> Entry | None:
        """The form that is in front, if one is."""
        return self.form if isinstance(self.form, Entry) else None

    def refresh(self) -> None:
        self._widen_tabs()
        self._part.refresh()

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        if any(isinstance(edit.record, _SHOWN_HERE) for edit in edits):
            self._part.refresh()

    def begin_in_front(self) -> None:
        self._part.begin()

    def open_form(self, name: str) -> None:
        if name in _TAB_OF:
            self.show_part(_TAB_OF[name])
        medicines = self.desk.diary.records(Medicine)
        if name == "dose" and all(each.retired for each in medicines):
            self.show_part("now")
            self.say(self.tr("Add the medicine first; then its doses can be recorded."))
        elif name in self._makers():
            self.open_entry(name, "")

    def show_part(self, name: str) -> None:
        """Show one of the four parts."""
        self.tabs[name].setChecked(True)
        self._show_part()

    def open_entry(self, form: str, about: str) -> None:
        """Show a form in the place of the lists; one that is being written stays."""
        entry = self._makers()[form](about) if self.can_write() else None
        if entry is not None:
            self.show_form(entry)

    def change(self) -> Change | None:
        assert self.entry is not None
        return self.entry.change()

    def removal(self) -> tuple[Change, str]:
        assert self.entry is not None
        return self.entry.removal()

    def after_keeping(self) -> None:
        """A new medicine goes on to how it is taken."""
        kept = self.entry
        super().after_keeping()
        if isinstance(kept, MedicineEntry) and kept.before is None:
            self.open_entry("begin", kept.id)

    @property
    def _part(self) -> MedicineTab:
        part = self._shown.currentWidget()
        assert isinstance(part, MedicineTab)
        return part

    def _show_part(self) -> None:
        name = next(name for name, tab in self.tabs.items() if tab.isChecked())
        self._shown.setCurrentWidget(self._parts[name])
        self._part.refresh()

    def _makers(self) -> dict[str, Callable[[str], Entry | None]]:
        """What makes each form, from the id of what it is about."""
        return {
            "medicine": self._new_medicine,
            "details": self._details,
            "begin": self._begin_regimen,
            "change": self._change_regimen,
            "end": self._end_regimen,
            "correct": self._correct_regimen,
            "dose": self._new_dose,
            "dose_of": self._new_dose,
            "correct_dose": self._correct_dose,
            "side_effect": self._side_effect,
            "correct_side_effect": self._side_effect,
            "procedure": self._procedure,
            "correct_procedure": self._procedure,
        }

    def _new_medicine(self, _about: str) -> Entry:
        return MedicineEntry(self.desk, self.look)

    def _details(self, about: str) -> Entry | None:
        medicine = self._medicine(about)
        return MedicineEntry(self.desk, self.look, medicine) if medicine else None

    def _begin_regimen(self, about: str) -> Entry | None:
        medicine = self._medicine(about)
        if medicine is None:
            return None
        return RegimenEntry(self.desk, self.look, Doing.BEGIN, medicine)

    def _change_regimen(self, about: str) -> Entry | None:
        medicine, current = self._medicine(about), self._current(about)
        if medicine is None or current is None:
            return None
        return RegimenEntry(self.desk, self.look, Doing.CHANGE, medicine, current)

    def _end_regimen(self, about: str) -> Entry | None:
        medicine, current = self._medicine(about), self._current(about)
        if medicine is None or current is None:
            return None
        return EndEntry(self.desk, self.look, medicine, current)

    def _correct_regimen(self, about: str) -> Entry | None:
        current = self.desk.diary.find(Regimen.kind, about)
        medicine = self._medicine(current.medicine) if isinstance(current, Regimen) else None
        if medicine is None or not isinstance(current, Regimen):
            return None
        return RegimenEntry(self.desk, self.look, Doing.CORRECT, medicine, current)

    def _new_dose(self, about: str) -> Entry:
        return DoseEntry(self.desk, self.look, medicine=about)

    def _correct_dose(self, about: str) -> Entry | None:
        dose = self.desk.diary.find(Dose.kind, about)
        return DoseEntry(self.desk, self.look, dose) if isinstance(dose, Dose) else None

    def _side_effect(self, about: str) -> Entry:
        found = self.desk.diary.find(SideEffect.kind, about) if about else None
        before = found if isinstance(found, SideEffect) else None
        return SideEffectEntry(self.desk, self.look, before)

    def _procedure(self, about: str) -> Entry:
        found = self.desk.diary.find(Procedure.kind, about) if about else None
        before = found if isinstance(found, Procedure) else None
        return ProcedureEntry(self.desk, self.look, before)

    def _medicine(self, about: str) -> Medicine | None:
        found = self.desk.diary.find(Medicine.kind, about)
        return found if isinstance(found, Medicine) else None

    def _current(self, medicine_id: str) -> Regimen | None:
        """The period of now; while none holds, the first that begins later."""
        today = self.desk.today()
        own = [r for r in self.desk.diary.records(Regimen) if r.medicine == medicine_id]
        open_ones = [r for r in own if r.last_day is None or r.last_day >= today]
        return min(open_ones, key=_first_day, default=None)

    def _widen_tabs(self) -> None:
        """The chosen one is written in bold, and has room for it."""
        words = QFontMetrics(self.look.font(strong=True))
        for tab in self.tabs.values():
            tab.setMinimumWidth(words.horizontalAdvance(tab.text()) + self.look.px(_TAB_PADDING))

    def _lay_out(self) -> None:
        for name, tab in self.tabs.items():
            self._group.addButton(tab)
            self._shown.addWidget(self._parts[name])
        self.tabs["now"].setChecked(True)
        holder = QWidget()
        lists = QVBoxLayout(holder)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(6)
        lists.addWidget(button_row(self.look, *self.tabs.values()))
        lists.addWidget(self._shown, 1)
        self.places.addWidget(holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 18, 14)
        page.setSpacing(10)
        page.addWidget(self._title)
        page.addWidget(self.notice)
        page.addWidget(self.places, 1)


def _tab(name: str) -> QPushButton:
    button = QPushButton(name)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _first_day(regimen: Regimen) -> date:
    return regimen.first_day
