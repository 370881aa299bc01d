"""The form of one dose: of any past day, planned or extra, taken, missed or skipped."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject

from heeldiary.domain.answers import provenance
from heeldiary.domain.diary import Diary
from heeldiary.domain.dose_words import STATE_NAMES, late_words
from heeldiary.domain.edits import Change
from heeldiary.domain.injection_sites import Place, last_site, next_site
from heeldiary.domain.keeping import new_id, remove
from heeldiary.domain.medicines import Dose, DoseState, Form, Medicine, Regimen
from heeldiary.domain.refusal import Refused
from heeldiary.domain.regimens import (
    DueDose,
    doses_around,
    due_on,
    free_dose_id,
    matched,
    regimens_on,
    waiting,
)
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.widgets.medicine_editors import (
    MedicineEditor,
    PlaceEditor,
    PlannedChoice,
    PlannedEditor,
)
from heeldiary.ui.widgets.medicine_entry import UNITS, Entry, keep_if_changed
from heeldiary.ui.wording import figure, say_short_day

_DOSES_LOOKED_AT = 300
"""The newest doses, in which the places of injections are looked up."""


class DoseEntry(Entry):
    """Begins with the owner's own plan of the medicine; what was typed is never written over."""

    def __init__(
        self, desk: Desk, look: Look, before: Dose | None = None, medicine: str = ""
    ) -> None:
        self.before = before
        self._medicines = _offered(desk, before)
        self._regimens = tuple(desk.diary.records(Regimen))
        self._id = new_id()
        self._shown_plan: tuple[str, str] = ("", "")
        super().__init__(desk, look, Dose, _Lines().of_dose(self._medicines, before))
        self._begin_with(medicine)
        self.editors["medicine"].touched.connect(self._follow_medicine)
        self.editors["day"].touched.connect(self._offer_planned)

    @property
    def planned(self) -> PlannedEditor:
        editor = self.editors["due_day"]
        assert isinstance(editor, PlannedEditor)
        return editor

    def change(self) -> Change | None:
        values, chosen = self.given, self.planned.chosen
        medicine = self._medicines.get(values["medicine"])
        if medicine is None:
            raise Refused(self.tr("There is no medicine yet. Add one first."))
        if values["state"] is not DoseState.TAKEN:
            values |= {"site": "", "side": None, "unit": self._unit(medicine, values["day"])}
        recorded_at, origin = provenance(values["day"], self.desk.clock)
        dose = Dose(
            id=self._id_of(chosen),
            due_time=chosen.due_time if chosen else "",
            recorded_at=recorded_at,
            origin=origin,
            **values,
        )
        label = f"{medicine.name} {STATE_NAMES[dose.state]}, {dose.day}"
        return keep_if_changed(self.before, dose, label, self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self.before is not None
        name = self._medicines[self.before.medicine].name
        label = self.tr("Dose removed: {0}, {1}").format(name, self.before.day)
        change, _ = remove(self.before, label, self.desk.diary, self.desk.clock)
        return change, self.tr("The dose is not recorded any more; undo brings it back.")

    def _begin_with(self, medicine: str) -> None:
        before = self.before
        if before is not None:
            values: dict[str, Any] = {name: getattr(before, name) for name in self.editors}
        else:
            chosen = medicine or next(iter(self._medicines), "")
            values = {"medicine": chosen, "day": self.desk.today()} | self._plan_of(chosen)
        self.editors["medicine"].show_value(values["medicine"])
        self.editors["day"].show_value(values["day"])
        self._offer_planned()
        self._offer_places()
        self.begin(self.tr("A dose"), values, removable=before is not None)

    def _follow_medicine(self) -> None:
        if self.before is None:
            self._show_plan()
        self._offer_planned()
        self._offer_places()

    def _show_plan(self) -> None:
        """The planned amount of the medicine, unless another was typed."""
        amount, unit = self.editors["amount"], self.editors["unit"]
        if (amount.state(), unit.state()) != self._shown_plan:
            return
        plan = self._plan_of(self.editors["medicine"].value())
        amount.show_value(plan.get("amount"))
        unit.show_value(plan.get("unit"))
        self._shown_plan = (str(amount.state()), str(unit.state()))

    def _plan_of(self, medicine_id: str) -> dict[str, Any]:
        medicine = self._medicines.get(medicine_id)
        if medicine is None:
            return {}
        day = self._day()
        due = due_on(self._of(medicine_id), day)
        now = regimens_on(self._of(medicine_id), day)
        amount = due[0].amount if due else now[0].dose if now else None
        unit = self._unit(medicine, day)
        self._shown_plan = ("" if amount is None else figure(amount), unit)
        return {"amount": amount, "unit": unit}

    def _unit(self, medicine: Medicine, day: date) -> str:
        now = regimens_on(self._of(medicine.id), day)
        return now[0].unit if now else medicine.unit

    def _offer_planned(self) -> None:
        """The planned doses about the day that nobody has recorded, and the one of this record."""
        medicine, day = self.editors["medicine"].value(), self._day()
        choices = [_choice(due, day, self.desk.diary) for due in self._open(medicine, day)]
        own = self._own_choice()
        if own is not None and not any(_is_same(own, each) for each in choices):
            choices.insert(0, own)
        chosen: PlannedChoice | None
        if own is not None:
            chosen = next(each for each in choices if _is_same(own, each))
        else:
            of_day = [each for each in choices if each.due_day == day]
            chosen = next(iter(of_day or choices), None) if self.before is None else None
        self.planned.offer(choices, chosen)

    def _open(self, medicine: str, day: date) -> Sequence[DueDose]:
        regimens = self._of(medicine)
        asked = doses_around(regimens, day)
        mine = self.before.id if self.before else ""
        held = [each for each in self.desk.diary.records(Dose, asked) if each.id != mine]
        yesterday = matched(due_on(regimens, day - timedelta(days=1)), held)
        earlier = [due for due, dose in yesterday if dose is None]
        waits = [each.due for each in waiting(regimens, held, day) if each.dose is None]
        known = {(due.due_day, due.due_time): due for due in (*waits, *earlier)}
        return tuple(known.values())

    def _own_choice(self) -> PlannedChoice | None:
        """What the record that is corrected was planned for, while it is of that medicine."""
        if self.before is None or self.before.due_day is None:
            return None
        if self.editors["medicine"].value() != self.before.medicine:
            return None
        day, time = self.before.due_day, self.before.due_time
        return PlannedChoice(_said(day, time, self.before.day), day, time, self.before.id)

    def _offer_places(self) -> None:
        medicine, place = self.editors["medicine"].value(), self.editors["site"]
        newest = self.desk.diary.newest(Dose, _DOSES_LOOKED_AT)
        doses = [each for each in newest if each.medicine == medicine]
        sites = dict.fromkeys(each.site for each in doses if each.site)
        last, then = last_site(doses), next_site(doses)
        said = ""
        if last is not None:
            said = self.tr("Last time: {0}.").format(_place(last))
        if then is not None:
            said += " " + self.tr("Longest not used: {0}.").format(_place(then))
        assert isinstance(place, PlaceEditor)
        place.offer(list(sites), said)

    def _id_of(self, chosen: PlannedChoice | None) -> str:
        if self.before is not None:
            return self.before.id
        return chosen.id if chosen else self._id

    def _of(self, medicine: str) -> tuple[Regimen, ...]:
        return tuple(each for each in self._regimens if each.medicine == medicine)

    def _day(self) -> date:
        """The day that stands in the form; today while it cannot be read."""
        try:
            day = self.editors["day"].value()
        except Refused:
            day = None
        return day if isinstance(day, date) and day.year > 1900 else self.desk.today()


def _offered(desk: Desk, before: Dose | None) -> dict[str, Medicine]:
    """The medicines that can be chosen: those in use, and the one of this dose."""
    mine = before.medicine if before else ""
    held = [m for m in desk.diary.records(Medicine) if not m.retired or m.id == mine]
    return {each.id: each for each in sorted(held, key=_name)}


def _name(medicine: Medicine) -> str:
    return medicine.name.casefold()


def _choice(due: DueDose, day: date, diary: Diary) -> PlannedChoice:
    said = _said(due.due_day, due.due_time, day)
    return PlannedChoice(said, due.due_day, due.due_time, free_dose_id(due, diary))


def _said(due_day: date, due_time: str, day: date) -> str:
    at = f" {due_time}" if due_time else ""
    late = late_words((day - due_day).days)
    return f"planned {say_short_day(due_day)}{at}" + (f", {late}" if late else "")


def _is_same(one: PlannedChoice, other: PlannedChoice) -> bool:
    return (one.due_day, one.due_time) == (other.due_day, other.due_time)


def _place(place: Place) -> str:
    return f"{place.site}, {place.side}" if place.side else place.site


class _Lines(QObject):
    """The lines of the form, in the person's language."""

    def of_dose(self, medicines: dict[str, Medicine], before: Dose | None) -> tuple[FormField, ...]:
        names = {key: each.name for key, each in medicines.items()}
        injected = {key for key, each in medicines.items() if each.form is Form.INJECTION}
        if before is not None and (before.site or before.side):
            injected.add(before.medicine)
        taken = ("state", frozenset({str(DoseState.TAKEN)}))
        where = ("medicine", frozenset(injected))
        states = {str(word): name for word, name in STATE_NAMES.items()}
        return (
            FormField("medicine", self.tr("Medicine"), words=names, editor=MedicineEditor),
            FormField("state", self.tr("It was"), words=states),
            FormField("day", self.tr("Day")),
            FormField("due_day", self.tr("Which dose"), editor=PlannedEditor),
            FormField("time", self.tr("Time"), shown_when=taken),
            FormField("amount", self.tr("Amount"), shown_when=taken),
            FormField("unit", self.tr("Unit"), words=UNITS, is_free=True, shown_when=taken),
            FormField(
                "site",
                self.tr("Where"),
                words={"": ""},
                is_free=True,
                shown_when=where,
                editor=PlaceEditor,
            ),
            FormField("side", self.tr("Side"), shown_when=where),
            FormField("reason", self.tr("Reason"), hint=self.tr("if you like")),
        )
