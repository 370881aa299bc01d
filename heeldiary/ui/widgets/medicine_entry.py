"""The forms of medicines, side effects and procedures; each knows what its keeping changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject

from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.dose_words import CLASS_NAMES
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import keep, new_id, remove
from heeldiary.domain.medicines import (
    Dose,
    Form,
    Medicine,
    Procedure,
    ProcedureKind,
    Regimen,
    SideEffect,
)
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.regimen_changes import remove_medicine
from heeldiary.host.medicines import read_substances, substance_named
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import ChoiceEditor, FormField
from heeldiary.ui.widgets.medicine_editors import NameEditor, SubstanceEditor, let_shrink
from heeldiary.ui.widgets.record_form import RecordForm

_R = TypeVar("_R", Regimen, Dose, SideEffect, Procedure)

UNITS = {
    word: word
    for word in ("mg", "g", "µg", "ml", "tablet", "capsule", "drop", "puff", "patch", "IU")
}
"""Units that are offered; any other can be typed."""


class Entry(RecordForm):
    """A form that knows the change that keeps what stands in it."""

    def __init__(
        self, desk: Desk, look: Look, record_type: type[Record], lines: Sequence[FormField]
    ) -> None:
        super().__init__(look, record_type, lines, desk.clock)
        self.desk = desk
        self._title.setWordWrap(True)  # the name of a medicine may be long
        self.setFocusProxy(next(iter(self.editors.values())))

    def change(self) -> Change | None:
        """The change that keeps the record; Refused when it cannot be kept."""
        raise AssertionError("every entry keeps something")

    def removal(self) -> tuple[Change, str]:
        """The change that removes the record, and what is to be said about it."""
        raise AssertionError("only entries of records are removed")


def keep_if_changed(before: _R | None, after: _R, label: str, clock: Clock) -> Change | None:
    """The change that keeps the record; None when only the moment of typing would differ."""
    if before is not None:
        as_typed_then = replace(after, recorded_at=before.recorded_at, origin=before.origin)
        if as_typed_then == before:
            return None
    return keep(before, after, label, clock)


class MedicineEntry(Entry):
    """A medicine by its name; the catalogue fills in class and form, never a dose."""

    def __init__(self, desk: Desk, look: Look, before: Medicine | None = None) -> None:
        self._substances = read_substances(look.resources)
        self.before = before
        self.id = before.id if before else new_id()
        names = {key: each.name for key, each in self._substances.items()}
        super().__init__(desk, look, Medicine, _Lines().of_medicine(names))
        name, substance = self.editors["name"], self.editors["substance"]
        assert isinstance(name, NameEditor)
        assert isinstance(substance, SubstanceEditor)
        name.substances = substance.substances = self._substances
        name.touched.connect(self._look_the_name_up)
        substance.touched.connect(self._take_over_substance)
        title = self.tr("A medicine") if before is None else before.name
        values = {} if before is None else {f: getattr(before, f) for f in self.editors}
        self.begin(title, values, removable=before is not None and not before.retired)

    def change(self) -> Change | None:
        values = self.given
        self._refuse_twice(values["name"])
        medicine = Medicine(id=self.id, retired=bool(self.before and self.before.retired), **values)
        said = self.tr("{0} changed") if self.before else self.tr("{0} added")
        return keep(self.before, medicine, said.format(medicine.name), self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self.before is not None
        diary, name = self.desk.diary, self.before.name
        regimens = [each for each in diary.records(Regimen) if each.medicine == self.id]
        change, is_retired = remove_medicine(self.before, regimens, diary, self.desk.clock)
        if not is_retired:
            return change, self.tr("{0} was removed.").format(name)
        return change, self.tr(
            "{0} has a history, so it was retired instead of removed: all that was recorded of "
            "it stays, and it is not due or offered any more."
        ).format(name)

    def _refuse_twice(self, name: str) -> None:
        for other in self.desk.diary.records(Medicine):
            if other.id != self.id and other.name.casefold() == name.casefold():
                raise Refused(
                    self.tr(
                        "There is a medicine called “{0}” already, among those of now or of "
                        "earlier. Nothing was kept."
                    ).format(other.name)
                )

    def _look_the_name_up(self) -> None:
        found = substance_named(self._substances, self.editors["name"].value())
        if found is not None and not self.editors["substance"].value():
            self.editors["substance"].show_value(found.key)

    def _take_over_substance(self) -> None:
        """What the catalogue knows of the substance is filled in where it says one thing."""
        known = self._substances.get(self.editors["substance"].value())
        if known is None:
            return
        self.editors["medicine_class"].show_value(known.medicine_class)
        if self.editors["form"].value() is Form.OTHER and len(known.forms) == 1:
            self.editors["form"].show_value(known.forms[0])
        if not self.editors["name"].value():
            self.editors["name"].show_value(known.name)


class SideEffectEntry(Entry):
    """Something that the owner puts down to a medicine, or to none that is known."""

    def __init__(self, desk: Desk, look: Look, before: SideEffect | None = None) -> None:
        self.before = before
        names = {each.id: each.name for each in desk.diary.records(Medicine)}
        super().__init__(desk, look, SideEffect, _Lines().of_side_effect(names))
        medicine = self.editors["medicine"]
        assert isinstance(medicine, ChoiceEditor)
        let_shrink(medicine)
        values: dict[str, object] = {"first_day": desk.today()}
        if before is not None:
            values = {field: getattr(before, field) for field in self.editors}
        self.begin(self.tr("A side effect"), values, removable=before is not None)

    def change(self) -> Change | None:
        values = self.given
        day = values["first_day"]
        recorded_at, origin = provenance(day, self.desk.clock)
        effect = SideEffect(
            id=self.before.id if self.before else new_id(),
            recorded_at=recorded_at,
            origin=origin,
            **values,
        )
        label = self.tr("Side effect: {0}, {1}").format(effect.what, day)
        return keep_if_changed(self.before, effect, label, self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self.before is not None
        label = self.tr("Side effect removed: {0}").format(self.before.what)
        change, _ = remove(self.before, label, self.desk.diary, self.desk.clock)
        return change, self.tr("The side effect was removed; undo brings it back.")


class ProcedureEntry(Entry):
    """A treatment given on one day, with its site and side."""

    def __init__(self, desk: Desk, look: Look, before: Procedure | None = None) -> None:
        self.before = before
        super().__init__(desk, look, Procedure, _Lines().of_procedure())
        values: dict[str, object] = {"day": desk.today()}
        if before is not None:
            values = {field: getattr(before, field) for field in self.editors}
        self.begin(self.tr("A procedure"), values, removable=before is not None)

    def change(self) -> Change | None:
        values = self.given
        recorded_at, origin = provenance(values["day"], self.desk.clock)
        procedure = Procedure(
            id=self.before.id if self.before else new_id(),
            recorded_at=recorded_at,
            origin=origin,
            **values,
        )
        name = PROCEDURES[procedure.what]
        label = self.tr("{0}, {1}").format(name, procedure.day)
        return keep_if_changed(self.before, procedure, label, self.desk.clock)

    def removal(self) -> tuple[Change, str]:
        assert self.before is not None
        label = self.tr("Procedure removed: {0}").format(PROCEDURES[self.before.what])
        change, _ = remove(self.before, label, self.desk.diary, self.desk.clock)
        return change, self.tr("The procedure was removed; undo brings it back.")


PROCEDURES = {
    ProcedureKind.STEROID_INJECTION: "Steroid injection",
    ProcedureKind.SHOCK_WAVE: "Shock wave",
    ProcedureKind.PRP: "Platelet-rich plasma (PRP)",
    ProcedureKind.PHYSIOTHERAPY: "Physiotherapy",
    ProcedureKind.SURGERY: "Surgery",
    ProcedureKind.OTHER: "Other",
}
_SITES = (
    "under the heel",
    "Achilles insertion",
    "sacroiliac joint",
    "hip",
    "knee",
    "shoulder",
    "spine",
)


class _Lines(QObject):
    """The lines of the forms, in the person's language."""

    def of_medicine(self, substances: Mapping[str, str]) -> tuple[FormField, ...]:
        classes = {str(word): name for word, name in CLASS_NAMES.items()}
        holds = self.tr("One tablet or the like holds")
        return (
            FormField("name", self.tr("Name"), hint=self.tr("as you call it"), editor=NameEditor),
            FormField("substance", self.tr("Substance"), words=substances, editor=SubstanceEditor),
            FormField("medicine_class", self.tr("Class"), words=classes),
            FormField("form", self.tr("Form")),
            FormField("unit", self.tr("Doses are counted in"), words=UNITS, is_free=True),
            FormField("mg_per_unit", holds, unit="mg"),
            FormField("note", self.tr("Note"), lines=3),
        )

    def of_side_effect(self, medicines: Mapping[str, str]) -> tuple[FormField, ...]:
        return (
            FormField("what", self.tr("What"), hint=self.tr("in your own words")),
            FormField("medicine", self.tr("Put down to"), words=medicines),
            FormField("first_day", self.tr("First day")),
            FormField("last_day", self.tr("Last day"), hint=self.tr("goes on")),
            FormField("strength", self.tr("Strength"), hint=self.tr("0 none, 10 the worst")),
            FormField("note", self.tr("Note"), lines=3),
        )

    def of_procedure(self) -> tuple[FormField, ...]:
        kinds = {str(word): name for word, name in PROCEDURES.items()}
        sites = {site: site for site in _SITES}
        what = self.tr("such as what was injected")
        return (
            FormField("what", self.tr("What"), words=kinds),
            FormField("day", self.tr("Day")),
            FormField("site", self.tr("Where"), words=sites, is_free=True),
            FormField("side", self.tr("Side")),
            FormField("number", self.tr("Which one of a series")),
            FormField("detail", self.tr("In detail"), hint=what),
            FormField("given_by", self.tr("Given by")),
            FormField("note", self.tr("Note"), lines=3),
        )
