"""The forms that begin, change, put right and end a period of a medicine."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject

from heeldiary.domain.answers import provenance
from heeldiary.domain.dose_words import WEEKDAYS
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import new_id, remove
from heeldiary.domain.medicines import Form, Medicine, Regimen, Route, Schedule
from heeldiary.domain.refusal import Refused
from heeldiary.domain.regimen_changes import (
    begin_regimen,
    change_regimen,
    correct_regimen,
    end_regimen,
    use_again,
)
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.widgets.medicine_editors import StepsEditor, TimesEditor
from heeldiary.ui.widgets.medicine_entry import UNITS, Entry, keep_if_changed

_USUAL_ROUTE = {
    Form.INJECTION: Route.SUBCUTANEOUS,
    Form.INFUSION: Route.INTRAVENOUS,
    Form.CREAM: Route.TOPICAL,
    Form.PATCH: Route.TOPICAL,
}


class Doing(Enum):
    """What the form of a regimen is for."""

    BEGIN = auto()
    CHANGE = auto()
    CORRECT = auto()


@dataclass(frozen=True, slots=True)
class _Period:
    """The medicine, its period that the form is about, and all its periods."""

    medicine: Medicine
    current: Regimen | None
    all: tuple[Regimen, ...]

    @classmethod
    def of(cls, desk: Desk, medicine: Medicine, current: Regimen | None) -> "_Period":
        regimens = desk.diary.records(Regimen)
        return cls(medicine, current, tuple(r for r in regimens if r.medicine == medicine.id))


class RegimenEntry(Entry):
    """How a medicine is taken: begun, changed from a day on, or put right."""

    def __init__(
        self,
        desk: Desk,
        look: Look,
        doing: Doing,
        medicine: Medicine,
        current: Regimen | None = None,
    ) -> None:
        self.doing = doing
        self._period = _Period.of(desk, medicine, current)
        self._id = new_id()
        lines = _Lines().of_regimen(doing)
        super().__init__(desk, look, Regimen, lines)
        is_correcting = doing is Doing.CORRECT
        self.begin(self._title_of(), self._start_values(), removable=is_correcting)

    def change(self) -> Change | None:
        period, clock, name = self._period, self.desk.clock, self._period.medicine.name
        new = self._regimen()
        current = period.current
        if self.doing is Doing.BEGIN or current is None:
            return self._with_use(begin_regimen(new, period.all, name, clock))
        if self.doing is Doing.CHANGE:
            return change_regimen(current, new, new.first_day, period.all, name, clock)
        if keep_if_changed(current, new, name, clock) is None:
            return None
        return correct_regimen(current, new, period.all, name, clock)

    def removal(self) -> tuple[Change, str]:
        current = self._period.current
        assert current is not None
        label = self.tr("{0}: period from {1} removed").format(
            self._period.medicine.name, current.first_day
        )
        change, _ = remove(current, label, self.desk.diary, self.desk.clock)
        return change, self.tr(
            "The period was removed. The doses that were recorded stay; undo brings it back."
        )

    def _with_use(self, begun: Change) -> Change:
        """A retired medicine that is taken again is in use again."""
        again = use_again(self._period.medicine, self.desk.clock)
        return replace(begun, edits=(*again.edits, *begun.edits)) if again else begun

    def _regimen(self) -> Regimen:
        values = self.given
        if values["schedule"] is Schedule.TAPER and values["last_day"] is None:
            days = sum(step.days for step in values["steps"])
            values["last_day"] = _last_of_taper(values["first_day"], days)
        recorded_at, origin = provenance(values["first_day"], self.desk.clock)
        current = self._period.current
        is_same = self.doing is Doing.CORRECT and current is not None
        return Regimen(
            id=current.id if is_same and current else self._id,
            medicine=self._period.medicine.id,
            recorded_at=recorded_at,
            origin=origin,
            **values,
        )

    def _start_values(self) -> dict[str, Any]:
        medicine, current = self._period.medicine, self._period.current
        if current is None:
            return {
                "first_day": self.desk.today(),
                "unit": medicine.unit,
                "route": _USUAL_ROUTE.get(medicine.form, Route.ORAL),
                "every": None,
            }
        values = {field: getattr(current, field) for field in self.editors}
        if current.schedule is not Schedule.EVERY_N_DAYS:
            values["every"] = None
        if self.doing is Doing.CHANGE:
            day = max(self.desk.today(), current.first_day)
            values |= {"first_day": day, "last_day": None, "began_because": ""}
        return values

    def _title_of(self) -> str:
        name = self._period.medicine.name
        match self.doing:
            case Doing.BEGIN:
                return self.tr("{0}: how it is taken").format(name)
            case Doing.CHANGE:
                return self.tr("{0}: a change. The days before stay as they are.").format(name)
            case Doing.CORRECT:
                return self.tr("{0}: put this period right").format(name)


class EndEntry(Entry):
    """The last day of a period, and why it ended."""

    def __init__(self, desk: Desk, look: Look, medicine: Medicine, current: Regimen) -> None:
        self._period = _Period.of(desk, medicine, current)
        super().__init__(desk, look, Regimen, _Lines().of_end())
        values = {"last_day": current.last_day or max(desk.today(), current.first_day)}
        self.begin(
            self.tr("{0}: the last day").format(medicine.name),
            values | {"ended_because": current.ended_because},
        )

    def change(self) -> Change | None:
        period, values = self._period, self.given
        if values["last_day"] is None:
            raise Refused(self.tr("The last day is missing. Nothing was changed."))
        assert period.current is not None
        return end_regimen(
            period.current,
            values["last_day"],
            values["ended_because"],
            period.all,
            period.medicine.name,
            self.desk.clock,
        )


def _last_of_taper(first_day: Any, days: int) -> Any:
    """The last day of the steps; without steps none, which the record itself refuses."""
    try:
        return first_day + timedelta(days=days - 1) if days else None
    except OverflowError:
        return None


def _only(*schedules: Schedule) -> tuple[str, frozenset[str]]:
    return "schedule", frozenset(str(each) for each in schedules)


class _Lines(QObject):
    """The lines of the forms, in the person's language."""

    def of_regimen(self, doing: Doing) -> tuple[FormField, ...]:
        planned = set(Schedule) - {Schedule.AS_NEEDED}
        first = self.tr("From this day on") if doing is Doing.CHANGE else self.tr("First day")
        lines = (
            FormField("first_day", first),
            FormField("schedule", self.tr("When"), words=self._schedules()),
            FormField("dose", self.tr("Dose"), shown_when=_only(*set(Schedule) - {Schedule.TAPER})),
            FormField(
                "steps", self.tr("Steps"), editor=StepsEditor, shown_when=_only(Schedule.TAPER)
            ),
            FormField("unit", self.tr("Unit"), words=UNITS, is_free=True),
            *self._when(),
            FormField(
                "times",
                self.tr("Times of the day"),
                hint=self.tr("08:00, 20:00; empty: once a day"),
                editor=TimesEditor,
                shown_when=_only(*planned),
            ),
            FormField("route", self.tr("How it is given")),
            FormField("last_day", self.tr("Last day"), hint=self.tr("goes on")),
            FormField("began_because", self.tr("Why it begins"), hint=self.tr("if you like")),
        )
        if doing is not Doing.CORRECT:
            return lines
        return (*lines, FormField("ended_because", self.tr("Why it ended")))

    def of_end(self) -> tuple[FormField, ...]:
        return (
            FormField("last_day", self.tr("Last day")),
            FormField("ended_because", self.tr("Why it ends"), hint=self.tr("if you like")),
        )

    def _when(self) -> tuple[FormField, ...]:
        weekdays = {str(number): name for number, name in enumerate(WEEKDAYS, 1)}
        return (
            FormField(
                "weekdays",
                self.tr("Weekdays"),
                words=weekdays,
                shown_when=_only(Schedule.WEEKDAYS),
            ),
            FormField(
                "every",
                self.tr("From one dose to the next"),
                unit=self.tr("days"),
                shown_when=_only(Schedule.EVERY_N_DAYS),
            ),
            FormField(
                "daily_limit",
                self.tr("At most in a day"),
                shown_when=_only(Schedule.AS_NEEDED),
            ),
        )

    def _schedules(self) -> dict[str, str]:
        return {
            str(Schedule.TIMES_A_DAY): self.tr("every day"),
            str(Schedule.WEEKDAYS): self.tr("on weekdays"),
            str(Schedule.EVERY_N_DAYS): self.tr("every so many days"),
            str(Schedule.AS_NEEDED): self.tr("as needed"),
            str(Schedule.TAPER): self.tr("in steps (a taper)"),
        }
