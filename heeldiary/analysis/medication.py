"""What was planned and what was taken, in counts; nothing that was not recorded is guessed."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.nsaid import (
    NsaidIntake,
    nsaid_by_day,
    nsaid_equivalent,
    nsaid_index,
)
from heeldiary.domain.days import Span
from heeldiary.domain.dose_words import short_words
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Form,
    Medicine,
    MedicineClass,
    Regimen,
    SideEffect,
)
from heeldiary.domain.regimens import due_on, in_use, matched, planned_on, regimens_on

_ON_THE_SKIN = frozenset({Form.CREAM, Form.PATCH})
_MG = {"mg": 1.0, "g": 1000.0, "µg": 0.001, "μg": 0.001, "mcg": 0.001, "ug": 0.001}


@dataclass(frozen=True, slots=True, kw_only=True)
class NsaidUse:
    """The index of NSAID intake over a span, and what it stands on: "recorded n of m"."""

    score: float | None
    """None when no day of the span was recorded."""
    recorded: int
    days: int
    without_equivalent: tuple[str, ...]
    """Substances that were taken, but have no published equivalent: they are not in the score."""
    unclear: int
    """Days left out because an amount was not recorded, or not in a unit with known mg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """The planned doses of one medicine over a span. What nobody touched is *not recorded*."""

    medicine_id: str
    name: str
    planned: int
    taken: int
    missed: int
    skipped: int

    @property
    def recorded(self) -> int:
        return self.taken + self.missed + self.skipped

    @property
    def not_recorded(self) -> int:
        return self.planned - self.recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenDose:
    """A planned dose that was taken: the day planned, the day it was, and the days between."""

    medicine_id: str
    due_day: date
    day: date
    site: str
    side: Side | None

    @property
    def days_late(self) -> int:
        """Below 0 when it was early."""
        return (self.day - self.due_day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinePeriod:
    """One period of a medicine, for a strip under a chart or a line of a table."""

    name: str
    medicine_class: MedicineClass
    first: date
    last: date | None
    """None while it goes on."""
    label: str
    """``50 mg, weekly``."""
    medicine_id: str
    began_because: str
    ended_because: str
    regimen_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentMedicine:
    """A medicine that somebody takes on a day."""

    medicine: Medicine
    regimen: Regimen
    since: date
    """The first day of this dose."""
    begun: date
    """The first day of the medicine itself, through all changes of dose without a day between."""


def nsaid_use(
    span: Span,
    medicines: Iterable[Medicine],
    regimens: Iterable[Regimen],
    doses: Iterable[Dose],
) -> NsaidUse:
    """The index of NSAID intake (0 to 100 and above) over the recorded days of a span.

    A day counts as recorded when a dose of any medicine was recorded on it (taken, missed or
    skipped), and of each anti-inflammatory as many as were planned: a dose that nobody touched is
    not recorded, and no zero. Creams and patches are not intake. Amounts in mg, or in units of
    known mg. Source: Dougados 2011.
    """
    counted, recorded, unclear = _nsaid_days(medicines, regimens, doses)
    index = nsaid_index(counted, recorded, span)
    return NsaidUse(
        score=index.score,
        recorded=index.recorded,
        days=index.days,
        without_equivalent=index.without_equivalent,
        unclear=sum(day in span for day in unclear),
    )


def nsaid_days(
    medicines: Iterable[Medicine], regimens: Iterable[Regimen], doses: Iterable[Dose]
) -> Mapping[date, float]:
    """The index of NSAID intake of each recorded day, in order of day; see ``nsaid_use``."""
    counted, recorded, _ = _nsaid_days(medicines, regimens, doses)
    return nsaid_by_day(counted, recorded)


def milligrams(dose: Dose, medicine: Medicine) -> float | None:
    """The amount of a dose in mg; None when it is not recorded or its unit has no known mg."""
    if dose.amount is None:
        return None
    unit = dose.unit.strip().casefold()
    if unit in _MG:
        return dose.amount * _MG[unit]
    counted_in = medicine.unit.strip().casefold()
    is_another = counted_in not in _MG and counted_in.rstrip("s") != unit.rstrip("s")
    if medicine.mg_per_unit is None or is_another:
        return None
    return dose.amount * medicine.mg_per_unit


def adherence(
    span: Span,
    medicines: Iterable[Medicine],
    regimens: Sequence[Regimen],
    doses: Iterable[Dose],
) -> tuple[Adherence, ...]:
    """The planned doses of a span by medicine, in order of name; as needed plans none.

    ``doses`` are those of the span and of some days after it, for what was taken late.
    """
    due = [each for day in span for each in due_on(regimens, day)]
    found = matched(due, (dose for dose in doses if dose.due_day is not None))
    names = {medicine.id: medicine.name for medicine in medicines}
    states: dict[str, list[DoseState | None]] = {}
    for each, dose in found:
        states.setdefault(each.medicine_id, []).append(dose.state if dose else None)
    counts = [
        Adherence(
            medicine_id=medicine,
            name=names.get(medicine, medicine),
            planned=len(held),
            taken=held.count(DoseState.TAKEN),
            missed=held.count(DoseState.MISSED),
            skipped=held.count(DoseState.SKIPPED),
        )
        for medicine, held in states.items()
    ]
    return tuple(sorted(counts, key=_name_of_count))


def given_doses(doses: Iterable[Dose]) -> tuple[GivenDose, ...]:
    """The planned doses that were taken, planned against given, in order of the planned day."""
    given = [
        GivenDose(
            medicine_id=dose.medicine,
            due_day=dose.due_day,
            day=dose.day,
            site=dose.site,
            side=dose.side,
        )
        for dose in doses
        if dose.due_day is not None and dose.state is DoseState.TAKEN
    ]
    return tuple(sorted(given, key=_due_day))


def periods(
    medicines: Iterable[Medicine], regimens: Iterable[Regimen], span: Span | None = None
) -> tuple[MedicinePeriod, ...]:
    """The periods of all medicines, the medicine begun first in front, each in order of day."""
    held = {medicine.id: medicine for medicine in medicines}
    touching = [
        each for each in regimens if each.medicine in held and (not span or _touches(each, span))
    ]
    begun: dict[str, date] = {}
    for each in touching:
        begun[each.medicine] = min(each.first_day, begun.get(each.medicine, each.first_day))

    def order(regimen: Regimen) -> tuple[date, str, date]:
        return begun[regimen.medicine], regimen.medicine, regimen.first_day

    return tuple(_period(held[each.medicine], each) for each in sorted(touching, key=order))


def current_medicines(
    medicines: Iterable[Medicine], regimens: Sequence[Regimen], day: date
) -> tuple[CurrentMedicine, ...]:
    """The medicines that somebody takes on a day, in order of name, with since when."""
    held = {medicine.id: medicine for medicine in medicines}
    using = in_use(regimens, held.values())
    current = [
        CurrentMedicine(
            medicine=held[each.medicine],
            regimen=each,
            since=each.first_day,
            begun=_begun(each, regimens),
        )
        for each in regimens_on(using, day)
    ]
    return tuple(sorted(current, key=_name_of_current))


def side_effects(effects: Iterable[SideEffect], span: Span | None = None) -> tuple[SideEffect, ...]:
    """The side effects of a span, those that go on first, then the newest in front."""
    touching = [each for each in effects if not span or _touches(each, span)]
    newest = sorted(touching, key=_first_day, reverse=True)
    return tuple(sorted(newest, key=_has_ended))


def _nsaid_days(
    medicines: Iterable[Medicine], regimens: Iterable[Regimen], doses: Iterable[Dose]
) -> tuple[list[NsaidIntake], Collection[date], Collection[date]]:
    """What counts, the days that are recorded, and those left out for want of an amount."""
    counting = {medicine.id: medicine for medicine in medicines if _is_nsaid(medicine)}
    planning = [each for each in regimens if each.medicine in counting]
    doses = tuple(doses)
    of_nsaids = [dose for dose in doses if dose.medicine in counting]
    days = {dose.day for dose in doses}
    recorded = days - _not_whole(planning, of_nsaids, sorted(days))

    unclear: set[date] = set()
    intakes = []
    for dose in of_nsaids:
        medicine = counting[dose.medicine]
        mg = milligrams(dose, medicine)
        if dose.state is DoseState.TAKEN and mg is None:
            unclear.add(dose.day)
        elif dose.state is DoseState.TAKEN and mg is not None:
            substance = medicine.substance or medicine.name
            intakes.append(NsaidIntake(day=dose.day, substance=substance, mg=mg))
    recorded -= unclear
    return [each for each in intakes if each.day in recorded], recorded, unclear


def _not_whole(
    planning: Iterable[Regimen], doses: Iterable[Dose], days: Sequence[date]
) -> set[date]:
    """The days, given in order, for which more doses of a medicine were planned than recorded."""
    held = Counter((dose.medicine, dose.due_day or dose.day) for dose in doses)
    return {
        day
        for regimen in planning
        for day in days[
            bisect_left(days, regimen.first_day) : bisect_right(days, regimen.last_day or date.max)
        ]
        if held.get((regimen.medicine, day), 0) < planned_on(regimen, day)
    }


def _is_nsaid(medicine: Medicine) -> bool:
    """Whether it counts in the index; what goes on the skin is not intake."""
    if medicine.form in _ON_THE_SKIN:
        return False
    is_known = nsaid_equivalent(medicine.substance or medicine.name) is not None
    return is_known or medicine.medicine_class is MedicineClass.NSAID


def _period(medicine: Medicine, regimen: Regimen) -> MedicinePeriod:
    return MedicinePeriod(
        name=medicine.name,
        medicine_class=medicine.medicine_class,
        first=regimen.first_day,
        last=regimen.last_day,
        label=short_words(regimen),
        medicine_id=medicine.id,
        began_because=regimen.began_because,
        ended_because=regimen.ended_because,
        regimen_id=regimen.id,
    )


def _begun(regimen: Regimen, regimens: Iterable[Regimen]) -> date:
    """The first day of the unbroken run of periods that leads up to this one."""
    ends = {
        each.last_day + timedelta(days=1): each.first_day
        for each in regimens
        if each.medicine == regimen.medicine and each.last_day is not None
    }
    begun = regimen.first_day
    while begun in ends and ends[begun] < begun:
        begun = ends[begun]
    return begun


def _touches(record: Regimen | SideEffect, span: Span) -> bool:
    return record.first_day <= span.last and (
        record.last_day is None or record.last_day >= span.first
    )


def _name_of_count(count: Adherence) -> tuple[str, str]:
    return count.name.casefold(), count.medicine_id


def _name_of_current(current: CurrentMedicine) -> tuple[str, str]:
    return current.medicine.name.casefold(), current.medicine.id


def _due_day(given: GivenDose) -> tuple[date, date]:
    return given.due_day, given.day


def _first_day(effect: SideEffect) -> date:
    return effect.first_day


def _has_ended(effect: SideEffect) -> bool:
    return effect.last_day is not None
