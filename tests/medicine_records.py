"""Medicines, regimens and doses made short: each builder shows only what matters to the test."""

from datetime import date
from typing import Any

from heeldiary.domain.medicines import (
    Dose,
    Form,
    Medicine,
    MedicineClass,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.domain.records import Origin
from tests.builders import MON, NOON

NAPROXEN = Medicine(
    id="naproxen",
    name="Naproxen",
    substance="naproxen",
    medicine_class=MedicineClass.NSAID,
    form=Form.TABLET,
)
PEN = Medicine(
    id="pen",
    name="Pen",
    substance="adalimumab",
    medicine_class=MedicineClass.TNF,
    form=Form.INJECTION,
)


def a_regimen(first_day: date = MON, **rest: Any) -> Regimen:
    """500 mg of naproxen once a day, unless told otherwise."""
    fields: dict[str, Any] = {
        "id": f"regimen-{first_day}",
        "medicine": "naproxen",
        "dose": 500.0,
        "schedule": Schedule.TIMES_A_DAY,
        "recorded_at": NOON,
        "origin": Origin.LATER,
    }
    return Regimen(first_day=first_day, **(fields | rest))


def a_dose(day: date = MON, **rest: Any) -> Dose:
    """500 mg of naproxen that nothing planned, unless told otherwise."""
    fields: dict[str, Any] = {
        "id": f"dose-{day}-{rest.get('time', '')}",
        "medicine": "naproxen",
        "amount": 500.0,
        "recorded_at": NOON,
        "origin": Origin.LATER,
    }
    return Dose(day=day, **(fields | rest))


def a_side_effect(what: str = "Stomach ache", first_day: date = MON, **rest: Any) -> SideEffect:
    fields: dict[str, Any] = {
        "id": f"effect-{what}",
        "medicine": "naproxen",
        "recorded_at": NOON,
        "origin": Origin.LATER,
    }
    return SideEffect(first_day=first_day, what=what, **(fields | rest))
