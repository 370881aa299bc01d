"""Weekly checks, laboratory values, totals and findings made short."""

from datetime import date
from typing import Any

from heeldiary.domain.records import Origin
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from tests.builders import MON, NOON

ALL_FIVE = {
    "tiredness": 5.0,
    "axial_pain": 5.0,
    "joint_pain": 5.0,
    "tenderness": 5.0,
    "stiffness": 5.0,
    "stiffness_minutes": 60.0,
    "disease_activity": 5.0,
}
"""Every answer of a check at 5; of the minutes too."""


def a_check(
    day: date = MON, origin: Origin = Origin.THAT_DAY, **answers: float | None
) -> WeeklyCheck:
    """A check with these answers; the others were left open."""
    return WeeklyCheck(day=day, recorded_at=NOON, origin=origin, **answers)


def a_full_check(day: date = MON, **answers: float | None) -> WeeklyCheck:
    """A check whose answers are all 5, but for these."""
    return a_check(day, Origin.THAT_DAY, **{**ALL_FIVE, **answers})


def a_crp(value: float | None = 10.0, day: date = MON, **fields: Any) -> LabResult:
    known = {"id": f"crp-{day}", "unit": "mg/L", "recorded_at": NOON, "origin": Origin.LATER}
    return LabResult(day=day, test=LabTest.CRP, value=value, **{**known, **fields})


def an_esr(value: float | None = 20.0, day: date = MON, **fields: Any) -> LabResult:
    known = {"id": f"esr-{day}", "unit": "mm/h", "recorded_at": NOON, "origin": Origin.LATER}
    return LabResult(day=day, test=LabTest.ESR, value=value, **{**known, **fields})


def a_score(
    instrument: Instrument = Instrument.BASFI, value: float = 4.0, day: date = MON, name: str = ""
) -> ClinicScore:
    return ClinicScore(
        id=f"{instrument}-{name}-{day}",
        day=day,
        instrument=instrument,
        name=name,
        value=value,
        recorded_at=NOON,
        origin=Origin.LATER,
    )


def a_finding(day: date = MON, **fields: Any) -> Finding:
    known = {"id": f"finding-{day}", "what": FindingKind.ULTRASOUND}
    moment = {"recorded_at": NOON, "origin": Origin.LATER}
    return Finding(day=day, **{**known, **moment, **fields})
