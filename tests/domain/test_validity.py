"""One set of rules for every door: forms, files and commands."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from heeldiary.domain.medicines import Dose, Medicine, Regimen, Schedule
from heeldiary.domain.movement import Milestone, MilestoneKind, Shoe
from heeldiary.domain.records import MealNote, Origin, Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
)
from heeldiary.domain.shape import Step
from heeldiary.domain.validity import check
from heeldiary.domain.visits import Question, Visit
from tests.builders import FRI, MON, NOON, TUE
from tests.exchange.whole_diaries import OTHERS

TODAY = FRI
DOSE = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
REGIMEN = Regimen(
    id="r",
    medicine="m",
    first_day=MON,
    schedule=Schedule.TIMES_A_DAY,
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)
QUESTION = Question(id="q", day=MON, text="Why?", recorded_at=NOON, origin=Origin.THAT_DAY)
SHOE = Shoe(id="h", name="Blue pair")
MILESTONE = Milestone(
    id="k", day=MON, what=MilestoneKind.OWN, recorded_at=NOON, origin=Origin.THAT_DAY
)
CRP = LabResult(
    id="l",
    day=MON,
    test=LabTest.CRP,
    value=3.0,
    unit="mg/L",
    recorded_at=NOON,
    origin=Origin.LATER,
)
SCORE = ClinicScore(
    id="c",
    day=MON,
    instrument=Instrument.ASAS_HI,
    value=9.0,
    recorded_at=NOON,
    origin=Origin.LATER,
)
FINDING = Finding(
    id="f", day=MON, what=FindingKind.MRI, text="Seen", recorded_at=NOON, origin=Origin.LATER
)
VISIT = Visit(id="v", day=FRI, recorded_at=NOON, origin=Origin.LATER)
MEAL = MealNote(day=MON, text="Soup", recorded_at=NOON, origin=Origin.THAT_DAY)


@pytest.mark.parametrize("record", OTHERS, ids=lambda record: str(record.kind))
def test_what_is_in_order_is_taken(record: Record) -> None:
    check(record, TODAY)


@pytest.mark.parametrize(
    ("record", "changes", "sentence"),
    [
        (DOSE, {"day": TODAY + timedelta(days=1)}, "is in the future"),
        (DOSE, {"due_day": date(1850, 1, 1)}, "is too long ago"),
        (DOSE, {"amount": -1.0}, "“Amount” takes a number from 0 to 100000, not -1"),
        (DOSE, {"time": "8:30"}, "“8:30” is not a time of day. Write it as 08:30."),
        (DOSE, {"time": "24:00"}, "is not a time of day"),
        (DOSE, {"time": "12:60"}, "is not a time of day"),
        (DOSE, {"time": "1²:30"}, "is not a time of day"),
        (DOSE, {"reason": "a\0b"}, "“Reason” holds a character that no file can keep"),
        (DOSE, {"reason": "half \ud83d"}, "holds a character"),
        (DOSE, {"reason": "x" * 20_001}, "“Reason” has 20001 characters; it holds 20000"),
        (DOSE, {"id": " "}, "needs an id"),
        (DOSE, {"recorded_at": NOON.replace(year=1)}, "is not a day on which this was recorded"),
        (Medicine(id="m", name="N"), {"name": " "}, "“Name” cannot be empty"),
        (Medicine(id="m", name="N"), {"name": "n" * 201}, "“Name” has 201 characters"),
        (REGIMEN, {"last_day": MON - timedelta(days=1)}, "It ends .* before it begins"),
        (REGIMEN, {"first_day": TODAY + timedelta(days=4_000)}, "is in the future"),
        (REGIMEN, {"times": ("8",)}, "“8” is not a time of day"),
        (REGIMEN, {"times": ("08:00", "08:00")}, "stands twice"),
        (REGIMEN, {"weekdays": (0,)}, "from 1, Monday, to 7, Sunday"),
        (REGIMEN, {"schedule": Schedule.WEEKDAYS}, "needs at least one weekday"),
        (REGIMEN, {"schedule": Schedule.TAPER}, "needs at least one step"),
        (
            REGIMEN,
            {"schedule": Schedule.TAPER, "steps": (Step(dose=-1.0, days=1),)},
            "a dose that cannot be",
        ),
        (
            REGIMEN,
            {"schedule": Schedule.TAPER, "steps": (Step(dose=1.0, days=0),)},
            "at least one day",
        ),
        (REGIMEN, {"every": 0}, "“Every” takes a number from 1 to 366, not 0"),
        (REGIMEN, {"every": 10**400}, "from 1 to 366, not one of so many figures"),
        (QUESTION, {"position": 2**63}, "“Position” is a number that is too large to be kept"),
        (CRP, {"value": 10_000.1}, "CRP goes up to 10000 mg/L, not 10000.1; look at the unit"),
        (CRP, {"value": 1_001.0, "unit": "mg/dL"}, "CRP goes up to 1000 mg/dL"),
        (CRP, {"value": 301.0, "test": LabTest.ESR, "unit": "mm/h"}, "ESR goes up to 300 mm/h"),
        (CRP, {"unit": "nmol/L"}, "CRP is kept in mg/L or mg/dL"),
        (CRP, {"test": LabTest.ESR}, "ESR is kept in mm/h"),
        (CRP, {"test": LabTest.OTHER}, "needs a name"),
        (CRP, {"value": None}, "needs a number or words"),
        (CRP, {"reference_low": 6.0, "reference_high": 5.0}, "ends below its beginning"),
        (SCORE, {"value": 18.0}, "This total goes from 0 to 17, not 18"),
        (SCORE, {"instrument": Instrument.OTHER}, "Another score needs a name"),
        (FINDING, {"text": " "}, "needs words, a thickness, or where its report is kept"),
        (VISIT, {"day": TODAY + timedelta(days=9_000)}, "is in the future"),
        (
            SHOE,
            {"since": TUE, "retired_on": MON},
            r"put away \(2026-11-16\) before it was worn \(2026-11-17\)",
        ),
        (MILESTONE, {"day": TUE, "ended_on": MON}, r"ends \(2026-11-16\) before it begins"),
        (MEAL, {"text": " "}, "The meals of 2026-11-16 are empty"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    record: Any, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        check(replace(record, **changes), TODAY)


def test_a_visit_and_a_regimen_may_be_ahead() -> None:
    check(replace(VISIT, day=TODAY + timedelta(days=90)), TODAY)
    check(replace(REGIMEN, first_day=TODAY + timedelta(days=3)), TODAY)


def test_regimens_meet_when_they_share_a_day() -> None:
    ended = replace(REGIMEN, last_day=MON)
    assert ended.meets(REGIMEN)
    assert not ended.meets(replace(REGIMEN, first_day=TUE))
    assert not replace(REGIMEN, first_day=TUE).meets(ended)
    assert REGIMEN.meets(replace(REGIMEN, first_day=FRI))
