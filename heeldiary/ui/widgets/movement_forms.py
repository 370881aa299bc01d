"""The forms of movement: a session, a pair of shoes, a day to count from, an own activity."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from heeldiary.domain.activities import activities, own_activity, remove_activity
from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change
from heeldiary.domain.footwear import keep_shoe
from heeldiary.domain.keeping import remove
from heeldiary.domain.milestones import keep_milestone
from heeldiary.domain.movement import Activity, Milestone, MilestoneKind, Session, Shoe
from heeldiary.domain.records import Record
from heeldiary.domain.sessions import label_of, session_change
from heeldiary.domain.shape import FieldShape, shape_of
from heeldiary.domain.units import METRIC_OF
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets import movement_words as words
from heeldiary.ui.widgets.form_editors import ChoiceEditor, Editor, FormField
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.weight_editor import WeightEditor

_RECENT = 30
"""Sessions that decide which activities are offered first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A form with what keeps and what removes that which is written in it."""

    form: RecordForm
    change: Callable[[Mapping[str, Any]], Change | None]
    removal: Callable[[], tuple[Change, bool]] | None = None
    """None for what is new; the second part says whether it is retired instead."""
    name: str = ""
    """What is written, as a sentence calls it."""


class MovementForms(QObject):
    """Makes each form anew when it is begun, with the units and the choices of that moment."""

    def __init__(self, look: Look, diary: Diary, clock: Clock) -> None:
        super().__init__()
        self.look = look
        self.diary = diary
        self.clock = clock
        self.units = Units()

    def session(self, before: Session | None = None, day: date | None = None) -> Writing:
        own = self.diary.records(Activity)
        form = RecordForm(self.look, Session, self._session_fields(own, before), self.clock)
        _invite(form, self.tr("choose or write one"))
        values: dict[str, Any] = {"day": day or self.clock.today()}
        if before is not None:
            values = _values_of(before)
            if before.impact is _usual(before, own):
                values["impact"] = None
        title = self.tr("A session") if before is None else self.tr("Correct a session")
        form.begin(title, values, removable=before is not None)

        def change(given: Mapping[str, Any]) -> Change | None:
            return session_change(given, self.clock, own, before)

        if before is None:
            return Writing(form=form, change=change)
        label = self.tr("{0} removed").format(label_of(before, own))
        return Writing(form=form, change=change, removal=self._removal(before, label))

    def shoe(self, before: Shoe | None = None) -> Writing:
        form = RecordForm(self.look, Shoe, self._shoe_fields(), self.clock)
        values = {"since": self.clock.today()} if before is None else _values_of(before)
        title = self.tr("A pair of shoes") if before is None else before.name
        form.begin(title, values, removable=before is not None)

        def change(given: Mapping[str, Any]) -> Change | None:
            return keep_shoe(given, self.clock, before)

        if before is None:
            return Writing(form=form, change=change)
        label = self.tr("{0} removed").format(before.name)
        removal = self._removal(before, label)
        return Writing(form=form, change=change, removal=removal, name=before.name)

    def milestone(self, what: MilestoneKind, before: Milestone | None = None) -> Writing:
        form = RecordForm(self.look, Milestone, self._milestone_fields(what), self.clock)
        values = {"day": self.clock.today()} if before is None else _values_of(before)
        name = words.milestone_kinds()[what]
        form.begin(name, values, removable=before is not None)

        def change(given: Mapping[str, Any]) -> Change | None:
            # a value that no form of this kind shows stays what it was
            values = {**({"value": before.value} if before else {}), **given}
            return keep_milestone(what, values, self.clock, before)

        if before is None:
            return Writing(form=form, change=change)
        label = self.tr("{0} removed").format(name)
        return Writing(form=form, change=change, removal=self._removal(before, label))

    def activity(self, before: Activity | None = None) -> Writing:
        form = RecordForm(self.look, Activity, self._activity_fields(), self.clock)
        is_offered = before is not None and not before.retired
        values = {} if before is None else _values_of(before)
        form.begin(self._activity_title(before), values, removable=is_offered)

        def change(given: Mapping[str, Any]) -> Change | None:
            own = self.diary.records(Activity)
            return own_activity(given["name"], given["impact"], own, self.clock, before)

        if before is None:
            return Writing(form=form, change=change)

        def removal() -> tuple[Change, bool]:
            return remove_activity(before, self.diary, self.clock)

        return Writing(form=form, change=change, removal=removal, name=before.name)

    def _activity_title(self, before: Activity | None) -> str:
        if before is None:
            return self.tr("An activity of your own")
        if before.retired:
            return self.tr("{0} (retired; kept here, it is offered again)").format(before.name)
        return before.name

    def _removal(self, record: Record, label: str) -> Callable[[], tuple[Change, bool]]:
        def removal() -> tuple[Change, bool]:
            return remove(record, label, self.diary, self.clock)

        return removal

    def _session_fields(
        self, own: Sequence[Activity], before: Session | None
    ) -> tuple[FormField, ...]:
        return (
            FormField(
                "activity", self.tr("Activity"), words=self._offered(own, before), is_free=True
            ),
            FormField("day", self.tr("Day")),
            FormField("time", self.tr("Time")),
            FormField("minutes", self.tr("Minutes"), unit="min"),
            self._distance("distance_km", self.tr("Distance")),
            FormField("effort", self.tr("Effort"), hint=self.tr("0 none, 10 the most")),
            *self._pain_fields(),
            FormField("shoe", self.tr("Shoes"), words=self._pairs(before)),
            FormField("surface", self.tr("Surface"), words=words.surfaces()),
            FormField("pace", self.tr("Pace"), words=words.paces()),
            FormField("ascent_m", self.tr("Ascent"), unit="m"),
            FormField("camber", self.tr("Ground fell off"), words=words.sides()),
            FormField("cadence", self.tr("Cadence"), unit=self.tr("steps a minute")),
            FormField("impact", self.tr("Impact"), words=self._impacts()),
            FormField("note", self.tr("Note"), lines=3),
        )

    def _pain_fields(self) -> tuple[FormField, ...]:
        hint = self.tr("0 none, 10 the worst you can imagine")
        later = self.tr("0 none, 10 the worst you can imagine; asked on the next day")
        return (
            FormField("pain_before", self.tr("Pain before"), hint=hint),
            FormField("pain_during", self.tr("Pain during"), hint=hint),
            FormField("pain_after", self.tr("Pain just after"), hint=hint),
            FormField("pain_next_morning", self.tr("Pain next morning"), hint=later),
        )

    def _shoe_fields(self) -> tuple[FormField, ...]:
        return (
            FormField("name", self.tr("Name")),
            FormField("shoe_kind", self.tr("Kind"), words=words.shoe_kinds()),
            FormField("since", self.tr("Worn since"), hint=self.tr("not known")),
            self._distance("km_before", self.tr("Had run before")),
            self._length("drop_mm", self.tr("Drop")),
            self._length("stack_mm", self.tr("Stack under the heel")),
            FormField("insert", self.tr("Insert"), words=words.inserts()),
            self._length("heel_lift_mm", self.tr("Heel lift")),
            FormField("features", self.tr("Features"), words=words.features()),
            FormField("note", self.tr("Note"), lines=3),
            FormField("retired_on", self.tr("Retired on"), hint=self.tr("in use")),
        )

    def _milestone_fields(self, what: MilestoneKind) -> tuple[FormField, ...]:
        day = FormField("day", self.tr("Day"))
        note = FormField("note", self.tr("Note"), lines=3)
        ended = FormField("ended_on", self.tr("Ended on"), hint=self.tr("goes on"))
        match what:
            case MilestoneKind.WEIGHT_START:
                return day, self._weight(), note, ended
            case MilestoneKind.CADENCE_START:
                unit = self.tr("steps a minute")
                return day, FormField("value", self.tr("Cadence"), unit=unit), note, ended
            case MilestoneKind.OWN:
                return day, FormField("note", self.tr("What it was"), lines=3), ended
            case _:
                return day, note, ended

    def _activity_fields(self) -> tuple[FormField, ...]:
        return (
            FormField("name", self.tr("Name")),
            FormField("impact", self.tr("Impact"), words=words.impacts()),
        )

    def _distance(self, name: str, label: str) -> FormField:
        unit = self.units.distance
        return FormField(name, label, unit=unit, factor=METRIC_OF[unit])

    def _length(self, name: str, label: str) -> FormField:
        unit = self.units.length
        return FormField(name, label, unit=unit, factor=METRIC_OF[unit])

    def _weight(self) -> FormField:
        def editor(line: FormField, _shape: FieldShape, look: Look) -> Editor:
            return WeightEditor(line, look, self.units)

        return FormField("value", self.tr("Weight"), unit=self.units.weight, editor=editor)

    def _impacts(self) -> dict[str, str]:
        return {"": self.tr("As usual for the activity"), **words.impacts()}

    def _offered(self, own: Sequence[Activity], before: Session | None) -> dict[str, str]:
        recent = [session.activity for session in self.diary.newest(Session, _RECENT)]
        current = before.activity if before else ""
        return words.offered(activities(own).values(), recent, current)

    def _pairs(self, before: Session | None) -> dict[str, str]:
        worn = before.shoe if before else None
        pairs = [p for p in self.diary.records(Shoe) if not p.retired or p.id == worn]
        return {pair.id: pair.name for pair in sorted(pairs, key=_by_name)}


def _invite(form: RecordForm, words: str) -> None:
    """Say in the empty line of the activity what can be done there."""
    editor = form.editors["activity"]
    assert isinstance(editor, ChoiceEditor)
    line = editor.box.lineEdit()
    assert line is not None
    line.setPlaceholderText(words)
    editor.box.setMinimumWidth(line.fontMetrics().horizontalAdvance(words) + form.look.px(50))


def _usual(session: Session, own: Sequence[Activity]) -> object:
    known = activities(own).get(session.activity)
    return None if known is None else known.impact


def _values_of(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in shape_of(type(record)).fields}


def _by_name(pair: Shoe) -> tuple[str, str]:
    return pair.name.casefold(), pair.id
