"""Medicines, what changed of them and what followed, as the page for a visit has them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.medication import (
    Adherence,
    CurrentMedicine,
    NsaidUse,
    adherence,
    current_medicines,
    nsaid_use,
    side_effects,
)
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.dose_words import PROCEDURE_NAMES, short_words
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Medicine,
    Procedure,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.reports.words import (
    DASH,
    Words,
    at_most,
    listed,
    say_day,
    say_days,
    say_span,
    shortened,
)

MOST_CHANGES, MOST_MEDICINES, MOST_SIDE_EFFECTS, MOST_PROCEDURES = 3, 6, 2, 2
_LONGEST_NAME = 34
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineChange:
    """What was begun (no ``before``), changed, or ended (no ``after``) on a day."""

    day: date
    name: str
    before: Regimen | None
    after: Regimen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineTold:
    """A medicine as it is taken on the last day of the period."""

    current: CurrentMedicine
    doses: Adherence | None
    """Planned doses lately; None when none was planned."""
    taken_as_needed: int
    """Doses lately of what is taken as needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffectTold:
    effect: SideEffect
    medicine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """The medicines on the last day of the period, and what happened in it."""

    lately: Span
    medicines: tuple[MedicineTold, ...]
    nsaid_lately: NsaidUse
    nsaid_before: NsaidUse
    changes: tuple[MedicineChange, ...]
    """Newest first."""
    side_effects: tuple[SideEffectTold, ...]
    procedures: tuple[Procedure, ...]
    """Newest first."""

    @property
    def has_nsaid(self) -> bool:
        """Whether the index of their intake says anything."""
        uses = (self.nsaid_lately, self.nsaid_before)
        return any(use.score or use.unclear or use.without_equivalent for use in uses)


def treatment_of(diary: Diary, span: Span, lately: Span, before: Span) -> Treatment:
    """What was taken and done in the period; doses are counted in the two windows alone."""
    medicines, regimens = diary.records(Medicine), diary.records(Regimen)
    doses = diary.records(Dose, Span(before.first, lately.last))
    names = {medicine.id: medicine.name for medicine in medicines}
    effects = side_effects(diary.records(SideEffect, span), span)
    return Treatment(
        lately=lately,
        medicines=tuple(_medicines(medicines, regimens, doses, lately)),
        nsaid_lately=nsaid_use(lately, medicines, regimens, doses),
        nsaid_before=nsaid_use(before, medicines, regimens, doses),
        changes=tuple(_changes(regimens, names, span)),
        side_effects=tuple(
            SideEffectTold(effect=effect, medicine=names.get(effect.medicine or "", ""))
            for effect in effects
        ),
        procedures=tuple(reversed(diary.records(Procedure, span))),
    )


def _medicines(
    medicines: Sequence[Medicine], regimens: Sequence[Regimen], doses: Sequence[Dose], lately: Span
) -> Iterator[MedicineTold]:
    counts = {each.medicine_id: each for each in adherence(lately, medicines, regimens, doses)}
    for current in current_medicines(medicines, regimens, lately.last):
        medicine = current.medicine.id
        taken = (
            dose.medicine == medicine and dose.state is DoseState.TAKEN and dose.day in lately
            for dose in doses
            if dose.due_day is None
        )
        yield MedicineTold(current=current, doses=counts.get(medicine), taken_as_needed=sum(taken))


def _changes(
    regimens: Sequence[Regimen], names: Mapping[str, str], span: Span
) -> list[MedicineChange]:
    """What began, changed or ended on a day of the span; a change ends the day before it."""
    changes: dict[tuple[date, str], MedicineChange] = {}
    begun = {(regimen.first_day, regimen.medicine): regimen for regimen in regimens}
    ended = {
        (regimen.last_day + _ONE_DAY, regimen.medicine): regimen
        for regimen in regimens
        if regimen.last_day is not None
    }
    for day, medicine in begun.keys() | ended.keys():
        before, after = ended.get((day, medicine)), begun.get((day, medicine))
        told = day if after else day - _ONE_DAY
        if told in span:
            changes[told, medicine] = MedicineChange(
                day=told, name=names.get(medicine, ""), before=before, after=after
            )
    return [changes[key] for key in sorted(changes, reverse=True)]


def change_lines(changes: Iterable[MedicineChange], words: Words) -> tuple[str, ...]:
    return at_most((_change(change, words) for change in changes), MOST_CHANGES)


def _change(change: MedicineChange, words: Words) -> str:
    name = f"{say_day(change.day)}: {shortened(change.name, _LONGEST_NAME)}"
    if change.after is None:
        return f"{name} ended"
    if change.before is None:
        return f"{name} begun, {short_words(change.after, words.decimal)}"
    before, after = (short_words(each, words.decimal) for each in (change.before, change.after))
    return f"{name} changed from {before} to {after}"


def treatment_lines(treatment: Treatment, words: Words) -> tuple[str, ...]:
    days = say_days(len(treatment.lately))
    medicines = (_medicine(told, days, words) for told in treatment.medicines)
    effects = (_side_effect(told, words) for told in treatment.side_effects)
    none = f"No medicine is recorded for {say_day(treatment.lately.last)}."
    return (
        *(at_most(medicines, MOST_MEDICINES) or (none,)),
        *((_nsaid(treatment, words),) if treatment.has_nsaid else ()),
        *at_most(effects, MOST_SIDE_EFFECTS),
        *at_most(map(_procedure, treatment.procedures), MOST_PROCEDURES),
    )


def _medicine(told: MedicineTold, days: str, words: Words) -> str:
    current = told.current
    begun = f" (begun {say_day(current.begun)})" if current.begun != current.since else ""
    return (
        f"{shortened(current.medicine.name, _LONGEST_NAME)}: "
        f"{short_words(current.regimen, words.decimal)}, since {say_day(current.since)}{begun}"
        f"{_doses(told, days)}"
    )


def _doses(told: MedicineTold, days: str) -> str:
    """``; in 28 days recorded 50 of 56 doses, 3 missed``."""
    if told.doses is None:
        taken = told.taken_as_needed
        is_told = taken or told.current.regimen.schedule is Schedule.AS_NEEDED
        count = "1 dose" if taken == 1 else f"{taken} doses"
        return f"; {count} recorded in {days}" if is_told else ""
    states = (("missed", told.doses.missed), ("skipped", told.doses.skipped))
    named = "".join(f", {count} {state}" for state, count in states if count)
    return f"; in {days} recorded {told.doses.recorded} of {told.doses.planned} doses{named}"


def _nsaid(treatment: Treatment, words: Words) -> str:
    lately, before = treatment.nsaid_lately, treatment.nsaid_before
    line = f"NSAID index: {_index(lately, words)}; before that {_index(before, words)}"
    unknown = {*lately.without_equivalent, *before.without_equivalent}
    return f"{line}; without {shortened(listed(sorted(unknown)), 40)}" if unknown else line


def _index(use: NsaidUse, words: Words) -> str:
    score = DASH if use.score is None else words.figure(use.score, 0)
    return f"{score} (recorded {use.recorded} of {say_days(use.days)})"


def _side_effect(told: SideEffectTold, words: Words) -> str:
    effect = told.effect
    strength = "" if effect.strength is None else f" {words.figure(effect.strength)}/10"
    medicine = f" ({shortened(told.medicine, _LONGEST_NAME)})" if told.medicine else ""
    when = (
        f"since {say_day(effect.first_day)}"
        if effect.last_day is None
        else say_span(Span(effect.first_day, effect.last_day))
    )
    return f"Side effect: {shortened(effect.what, _LONGEST_NAME)}{strength}{medicine}, {when}"


def _procedure(procedure: Procedure) -> str:
    what = PROCEDURE_NAMES[procedure.what]
    parts = [
        shortened(procedure.detail, _LONGEST_NAME),
        shortened(procedure.site, _LONGEST_NAME),
        str(procedure.side or ""),
        f"number {procedure.number}" if procedure.number else "",
    ]
    where = "".join(f", {part}" for part in parts if part)
    return f"{what}{where}: {say_day(procedure.day)}"
