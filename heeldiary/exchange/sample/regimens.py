"""Which medicines a made-up person takes over the years: their regimens, and why they changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from heeldiary.domain.medicines import Form, Medicine, MedicineClass, Regimen, Route, Schedule
from heeldiary.domain.shape import Step
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN
from heeldiary.exchange.sample.turning import Turning

_DAY = timedelta(days=1)
_USUAL_AFTER = timedelta(days=56)
"""From the first injection to the day from which naproxen is taken only as needed."""
_TRIED_FOR = timedelta(days=70)
_AS_NEEDED_NOW = "Only when I need it from now on"
_TWICE = ("08:00", "17:30")
_TAPER = tuple(Step(dose=dose, days=5) for dose in (20.0, 15.0, 10.0, 5.0))
_WHY_NAPROXEN_CHANGED = (
    "Pain through the night, more in the evening",
    "Quieter weeks, less was enough",
    "Stomach felt it, so less",
    "Stiff until noon, agreed with the clinic",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A medicine and its regimens, in order of day; when each was written down is open."""

    medicine: Medicine
    regimens: tuple[Regimen, ...]


def courses(luck: Chance, turning: Turning) -> Iterator[Course]:
    """Every medicine of the diary but the one that a flare brings."""
    naproxen = _naproxen(luck, turning)
    yield naproxen
    yield _paracetamol(luck, turning)
    if len(turning.span) > 300:
        yield _sulfasalazine(luck, turning)
        yield _omeprazole(luck, turning)
    yield _adalimumab(luck, turning)
    if turning.switch is not None:
        yield _secukinumab(luck, turning, turning.switch)


def prednisolone(luck: Chance, first: date) -> Course:
    """A taper of twenty days."""
    medicine = _tablet(luck, "prednisolone", MedicineClass.STEROID, note="Only for the taper.")
    last = first + timedelta(days=sum(step.days for step in _TAPER) - 1)
    regimen = _regimen(
        luck,
        medicine,
        first,
        last,
        schedule=Schedule.TAPER,
        times=("08:00",),
        steps=_TAPER,
        began_because="Flare all over, agreed with the clinic on the telephone",
        ended_because="The steps were done",
    )
    return Course(medicine=medicine, regimens=(regimen,))


def _naproxen(luck: Chance, turning: Turning) -> Course:
    """Changed doses up to some weeks after the first injection, as needed from then on."""
    medicine = _tablet(luck, "naproxen", MedicineClass.NSAID)
    as_needed_from = turning.medicine + _USUAL_AFTER
    regimens: list[Regimen] = []
    first, dose = turning.span.first, 250.0
    while first < as_needed_from and first <= turning.span.last:
        days = luck.randint(110, 150) if not regimens else luck.randint(180, 620)
        last = min(first + timedelta(days=days), as_needed_from) - _DAY
        because = luck.choice(_WHY_NAPROXEN_CHANGED) if regimens else "Took it before this diary"
        regimens.append(
            _regimen(
                luck,
                medicine,
                first,
                last,
                dose=dose,
                schedule=Schedule.TIMES_A_DAY,
                times=_TWICE,
                began_because=because,
                ended_because="Another dose" if last + _DAY < as_needed_from else _AS_NEEDED_NOW,
            )
        )
        first, dose = last + _DAY, luck.choice([d for d in (250.0, 375.0, 500.0) if d != dose])
    regimens.append(
        _regimen(
            luck,
            medicine,
            as_needed_from,
            None,
            dose=250.0,
            schedule=Schedule.AS_NEEDED,
            daily_limit=1000.0,
            began_because="Less pain since the injections",
        )
    )
    return _course(medicine, regimens, turning)


def _paracetamol(luck: Chance, turning: Turning) -> Course:
    medicine = _tablet(luck, "paracetamol", MedicineClass.ANALGESIC)
    regimen = _regimen(
        luck,
        medicine,
        turning.span.first,
        None,
        dose=500.0,
        schedule=Schedule.AS_NEEDED,
        daily_limit=3000.0,
        began_because="For bad days",
    )
    return _course(medicine, [regimen], turning)


def _sulfasalazine(luck: Chance, turning: Turning) -> Course:
    """Tried, and stopped for what it did to the stomach."""
    medicine = _tablet(luck, "sulfasalazine", MedicineClass.CSDMARD, retired=True)
    first = turning.part(0.2)
    second = first + timedelta(days=21)
    twice: dict[str, Any] = {"schedule": Schedule.TIMES_A_DAY, "times": _TWICE}
    begin = _regimen(
        luck,
        medicine,
        first,
        second - _DAY,
        dose=500.0,
        began_because="Knee and heel swollen, the clinic wanted to try it",
        ended_because="Second step of the plan",
        **twice,
    )
    full = _regimen(
        luck,
        medicine,
        second,
        first + _TRIED_FOR - _DAY,
        dose=1000.0,
        began_because="Second step of the plan",
        ended_because="Nausea every morning, stopped with the clinic",
        **twice,
    )
    return _course(medicine, [begin, full], turning)


def _omeprazole(luck: Chance, turning: Turning) -> Course:
    """For the stomach, as long as naproxen is taken every day."""
    medicine = Medicine(
        id=luck.an_id(),
        name="Omeprazole",
        medicine_class=MedicineClass.GASTRO,
        form=Form.CAPSULE,
        note="Before breakfast. Not in the list, so typed in.",
    )
    regimen = _regimen(
        luck,
        medicine,
        turning.part(0.1),
        turning.medicine + _USUAL_AFTER - _DAY,
        dose=20.0,
        schedule=Schedule.TIMES_A_DAY,
        times=("07:30",),
        began_because="Heartburn with naproxen",
        ended_because="Naproxen only as needed now",
    )
    return _course(medicine, [regimen], turning)


def _adalimumab(luck: Chance, turning: Turning) -> Course:
    medicine = _injected(luck, "adalimumab", MedicineClass.TNF, retired=turning.switch is not None)
    regimen = _regimen(
        luck,
        medicine,
        turning.medicine,
        turning.switch - _DAY if turning.switch else None,
        dose=40.0,
        route=Route.SUBCUTANEOUS,
        schedule=Schedule.EVERY_N_DAYS,
        every=14,
        began_because="Back and heels kept hurting on naproxen",
        ended_because="Stiffness came back bit by bit; changed at the visit",
    )
    return _course(medicine, [regimen], turning)


def _secukinumab(luck: Chance, turning: Turning, first: date) -> Course:
    """Once a week for four weeks, then once in four."""
    medicine = _injected(luck, "secukinumab", MedicineClass.IL17)
    monthly = first + timedelta(days=28)
    often: dict[str, Any] = {
        "dose": 150.0,
        "route": Route.SUBCUTANEOUS,
        "schedule": Schedule.EVERY_N_DAYS,
    }
    weekly = _regimen(
        luck,
        medicine,
        first,
        monthly - _DAY,
        every=7,
        began_because="In place of adalimumab",
        ended_because="The weekly start was over",
        **often,
    )
    after = _regimen(luck, medicine, monthly, None, every=28, began_because="As planned", **often)
    return _course(medicine, [weekly, after], turning)


def _course(medicine: Medicine, regimens: list[Regimen], turning: Turning) -> Course:
    """The regimens that begin within the diary; nobody knows yet how one ends after it."""
    last = turning.span.last
    begun = [regimen for regimen in regimens if regimen.first_day <= last]
    return Course(
        medicine=medicine,
        regimens=tuple(
            replace(regimen, last_day=None, ended_because="")
            if regimen.last_day and regimen.last_day >= last
            else regimen
            for regimen in begun
        ),
    )


def _tablet(luck: Chance, substance: str, kind: MedicineClass, **more: Any) -> Medicine:
    return _medicine(luck, substance, kind, form=Form.TABLET, **more)


def _injected(luck: Chance, substance: str, kind: MedicineClass, **more: Any) -> Medicine:
    return _medicine(luck, substance, kind, form=Form.INJECTION, note="In the fridge.", **more)


def _medicine(luck: Chance, substance: str, kind: MedicineClass, **more: Any) -> Medicine:
    name = substance.capitalize()
    return Medicine(id=luck.an_id(), name=name, substance=substance, medicine_class=kind, **more)


def _regimen(
    luck: Chance, medicine: Medicine, first: date, last: date | None, **more: Any
) -> Regimen:
    return Regimen(
        id=luck.an_id(),
        medicine=medicine.id,
        first_day=first,
        last_day=last,
        **UNWRITTEN,
        **more,
    )
