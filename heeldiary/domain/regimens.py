"""When the doses of the regimens fall due, and what became of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock, Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import Side
from heeldiary.domain.keeping import new_id
from heeldiary.domain.medicines import Dose, DoseState, Medicine, Regimen, Schedule
from heeldiary.domain.shape import LONGEST_NAME, Step

_ON_SOME_DAYS = frozenset({Schedule.WEEKDAYS, Schedule.EVERY_N_DAYS})
"""Schedules with days between the doses: a dose that is late still waits on those."""
_LONGEST_GAP = 366
_EARLY = 7
"""Days before its own on which a planned dose may have been taken already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDose:
    """One dose that a regimen plans. It says nothing about whether it was taken."""

    medicine_id: str
    regimen: Regimen
    due_day: date
    due_time: str
    """Empty when the regimen names no time of day."""
    amount: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A planned dose as it stands on a day, with the record of it if there is one."""

    due: DueDose
    dose: Dose | None
    days_late: int
    """Days from the planned day to the day it was taken, or to this one; below 0 when early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsNeeded:
    """What was taken of an as-needed medicine on a day, beside the limit that the owner set."""

    regimen: Regimen
    taken: float
    """In the unit of the regimen."""
    doses: int
    without_amount: int
    """Doses of the day that are not in the sum: no amount, or one in another unit."""
    limit: float | None
    unit: str


def regimens_on(regimens: Iterable[Regimen], day: date) -> tuple[Regimen, ...]:
    """The regimens that hold on a day."""
    return tuple(regimen for regimen in regimens if _holds_on(regimen, day))


def in_use(regimens: Iterable[Regimen], medicines: Iterable[Medicine]) -> tuple[Regimen, ...]:
    """The regimens without those that go on although their medicine is retired.

    What is retired here ends its regimens; a file of another program may bring it otherwise.
    """
    retired = {medicine.id: medicine.retired for medicine in medicines}
    return tuple(
        regimen
        for regimen in regimens
        if not retired.get(regimen.medicine, True)
        or (regimen.medicine in retired and regimen.last_day is not None)
    )


def due_on(regimens: Iterable[Regimen], day: date) -> tuple[DueDose, ...]:
    """The doses planned for a day by their time; as needed plans none."""
    due = [dose for regimen in regimens_on(regimens, day) for dose in _due(regimen, day)]
    return tuple(sorted(due, key=_by_time))


def planned_on(regimen: Regimen, day: date) -> int:
    """How many doses it plans for a day; quick, for questions about many years."""
    is_planned = _holds_on(regimen, day) and _plans(regimen, day)
    return max(len(regimen.times), 1) if is_planned else 0


def next_due_day(regimen: Regimen, day: date) -> date | None:
    """The first day from this one on for which the regimen plans a dose; None when there is none.

    It looks a year ahead.
    """
    first = max(day, regimen.first_day)
    days = (first + timedelta(days=number) for number in range(_LONGEST_GAP + 1))
    return next((each for each in days if due_on((regimen,), each)), None)


def next_due(regimens: Sequence[Regimen], doses: Iterable[Dose], today: date) -> Waiting | None:
    """The next planned dose that is not recorded: late, of today, or of a day to come.

    ``doses`` are those of ``doses_around``.
    """
    now = (each for each in waiting(regimens, doses, today) if each.dose is None)
    found = next(now, None)
    if found is not None:
        return found
    tomorrow = today + timedelta(days=1)
    days = [day for each in regimens if (day := next_due_day(each, tomorrow)) is not None]
    coming = due_on(regimens, min(days)) if days else ()
    return Waiting(due=coming[0], dose=None, days_late=0) if coming else None


def dose_id(due: DueDose) -> str:
    """The id of the record of a planned dose: always the same, so that there is only one.

    It names the medicine, not the regimen: a dose recorded before a change of dose stays recorded.
    """
    written = f"{due.medicine_id}/{due.due_day.isoformat()}/{due.due_time}"
    if len(written) <= LONGEST_NAME:
        return written
    from hashlib import blake2b  # only for an id that another program made very long

    return blake2b(written.encode(), digest_size=16).hexdigest()


def free_dose_id(due: DueDose, diary: Diary) -> str:
    """The id for a first record of a planned dose.

    It is that of the plan, unless a record that has it was put down to another dose since.
    """
    planned = dose_id(due)
    held = diary.find(Dose.kind, planned)
    is_moved = isinstance(held, Dose) and (held.due_day, held.due_time) != (
        due.due_day,
        due.due_time,
    )
    return new_id() if is_moved else planned


def record_dose(
    due: DueDose,
    state: DoseState,
    clock: Clock,
    *,
    day: date,
    time: str = "",
    amount: float | None = None,
    site: str = "",
    side: Side | None = None,
    reason: str = "",
    before: Dose | None = None,
    free_id: str = "",
) -> Dose:
    """The record of what became of a planned dose.

    ``day`` is the day on which it was taken, missed or skipped. Without an amount a dose that was
    taken has the planned one. ``before`` is the record that it takes the place of; without one it
    has the ``free_id`` of ``free_dose_id``, or that of the plan.
    """
    if amount is None and state is DoseState.TAKEN:
        amount = due.amount
    recorded_at, origin = provenance(day, clock)
    return Dose(
        id=before.id if before else free_id or dose_id(due),
        medicine=due.medicine_id,
        day=day,
        due_day=due.due_day,
        due_time=due.due_time,
        state=state,
        amount=amount,
        unit=due.unit,
        time=time,
        site=site,
        side=side,
        reason=reason,
        recorded_at=recorded_at,
        origin=origin,
    )


def extra_dose(
    medicine: Medicine,
    regimen: Regimen | None,
    amount: float | None,
    time: str,
    day: date,
    clock: Clock,
) -> Dose:
    """The record of a dose that nothing planned: as needed, or one more."""
    recorded_at, origin = provenance(day, clock)
    return Dose(
        id=new_id(),
        medicine=medicine.id,
        day=day,
        amount=amount,
        unit=regimen.unit if regimen else medicine.unit,
        time=time,
        recorded_at=recorded_at,
        origin=origin,
    )


def doses_around(regimens: Iterable[Regimen], day: date) -> Span:
    """The days on which a dose that concerns this day can have been recorded."""
    planned = [_last_planned(regimen, day) for regimen in _with_days_between(regimens, day)]
    gaps = [_gap(regimen) for regimen in _with_days_between(regimens, day)]
    return Span(
        min([day, *(each for each in planned if each)]) - timedelta(days=_EARLY),
        day + timedelta(days=max(gaps, default=1)),
    )


def waiting(regimens: Sequence[Regimen], doses: Iterable[Dose], day: date) -> tuple[Waiting, ...]:
    """What is planned for a day, each with its record, after what is late from earlier days.

    With days between the doses, one that is not recorded waits until the next planned day; nothing
    is ever missed by itself. ``doses`` are those of ``doses_around``.
    """
    planned = tuple(dose for dose in doses if dose.due_day is not None)
    now = [
        Waiting(due=due, dose=dose, days_late=_days_late(due, dose, day))
        for due, dose in matched(due_on(regimens, day), planned)
    ]
    return (*_late(regimens, planned, day), *now)


def matched(due: Iterable[DueDose], doses: Iterable[Dose]) -> list[tuple[DueDose, Dose | None]]:
    """Each planned dose with its record.

    When the times of a regimen were changed afterwards, what was recorded for that day still
    counts: it goes to the planned doses that have no record, in order of time.
    """
    due = tuple(due)
    held: dict[tuple[str, date | None, str], Dose] = {
        (dose.medicine, dose.due_day, dose.due_time): dose for dose in doses
    }
    found = [held.pop((each.medicine_id, each.due_day, each.due_time), None) for each in due]
    left: dict[tuple[str, date | None], list[Dose]] = {}
    for (medicine, day, _), dose in sorted(held.items(), key=_by_due_time):
        left.setdefault((medicine, day), []).append(dose)
    for place, each in enumerate(due):
        spare = left.get((each.medicine_id, each.due_day))
        if found[place] is None and spare:
            found[place] = spare.pop(0)
    return list(zip(due, found, strict=True))


def as_needed_on(
    regimens: Iterable[Regimen], doses: Iterable[Dose], day: date
) -> tuple[AsNeeded, ...]:
    """For each as-needed regimen of a day what was taken, beside the limit that the owner set."""
    taken: dict[str, list[Dose]] = {}
    for dose in doses:
        if dose.day == day and dose.state is DoseState.TAKEN:
            taken.setdefault(dose.medicine, []).append(dose)
    return tuple(
        _as_needed(regimen, taken.get(regimen.medicine, []))
        for regimen in regimens_on(regimens, day)
        if regimen.schedule is Schedule.AS_NEEDED
    )


def _holds_on(regimen: Regimen, day: date) -> bool:
    if not regimen.first_day <= day or (regimen.last_day is not None and day > regimen.last_day):
        return False
    return regimen.schedule is not Schedule.TAPER or _step_on(regimen, day) is not None


def _due(regimen: Regimen, day: date) -> Iterable[DueDose]:
    if not _plans(regimen, day):
        return
    step = _step_on(regimen, day)
    for time in sorted(regimen.times) or ("",):
        yield DueDose(
            medicine_id=regimen.medicine,
            regimen=regimen,
            due_day=day,
            due_time=time,
            amount=step.dose if step else regimen.dose,
            unit=regimen.unit,
        )


def _plans(regimen: Regimen, day: date) -> bool:
    match regimen.schedule:
        case Schedule.TIMES_A_DAY:
            return True
        case Schedule.WEEKDAYS:
            return day.isoweekday() in regimen.weekdays
        case Schedule.EVERY_N_DAYS:
            return (day - regimen.first_day).days % regimen.every == 0
        case Schedule.TAPER:
            step = _step_on(regimen, day)
            return step is not None and step.dose > 0
        case Schedule.AS_NEEDED:
            return False


def _step_on(regimen: Regimen, day: date) -> Step | None:
    """The step of a taper that a day falls into; None after the last, or without steps."""
    gone = (day - regimen.first_day).days
    for step in regimen.steps if regimen.schedule is Schedule.TAPER else ():
        if gone < step.days:
            return step
        gone -= step.days
    return None


def _by_time(due: DueDose) -> tuple[str, str]:
    return due.due_time, due.medicine_id


def _by_due_time(item: tuple[tuple[str, date | None, str], Dose]) -> str:
    return item[0][2]


def _with_days_between(regimens: Iterable[Regimen], day: date) -> list[Regimen]:
    return [each for each in regimens_on(regimens, day) if each.schedule in _ON_SOME_DAYS]


def _gap(regimen: Regimen) -> int:
    """The most days from one planned day to the next."""
    return regimen.every if regimen.schedule is Schedule.EVERY_N_DAYS else 7


def _last_planned(regimen: Regimen, day: date) -> date | None:
    """The newest planned day up to this one."""
    days = (day - timedelta(days=number) for number in range(_gap(regimen)))
    return next((each for each in days if due_on((regimen,), each)), None)


def _late(regimens: Iterable[Regimen], doses: Sequence[Dose], day: date) -> Iterable[Waiting]:
    """What was recorded on this day of another, then what was planned earlier and still waits."""
    between = _with_days_between(regimens, day)
    for regimen in between:
        for dose in doses:
            if dose.medicine == regimen.medicine and dose.day == day and dose.due_day != day:
                due = _planned_as(dose, regimen)
                yield Waiting(due=due, dose=dose, days_late=(day - due.due_day).days)
    for regimen in between:
        planned = _last_planned(regimen, day - timedelta(days=1))
        if planned is None or due_on((regimen,), day):
            continue
        for due, held in matched(due_on((regimen,), planned), doses):
            if held is None:
                yield Waiting(due=due, dose=None, days_late=(day - planned).days)


def _planned_as(dose: Dose, regimen: Regimen) -> DueDose:
    """What a dose was recorded for; the regimen of that day may have ended since."""
    assert dose.due_day is not None
    return DueDose(
        medicine_id=dose.medicine,
        regimen=regimen,
        due_day=dose.due_day,
        due_time=dose.due_time,
        amount=dose.amount,
        unit=dose.unit,
    )


def _days_late(due: DueDose, dose: Dose | None, day: date) -> int:
    taken = dose.day if dose and dose.state is DoseState.TAKEN else day
    return (taken - due.due_day).days


def _as_needed(regimen: Regimen, doses: Sequence[Dose]) -> AsNeeded:
    amounts = [
        dose.amount for dose in doses if dose.amount is not None and dose.unit == regimen.unit
    ]
    return AsNeeded(
        regimen=regimen,
        taken=sum(amounts),
        doses=len(doses),
        without_amount=len(doses) - len(amounts),
        limit=regimen.daily_limit,
        unit=regimen.unit,
    )
