"""A season with everything that a person with AS records, and the most that can stand on a page."""

from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.factor import Side
from heeldiary.domain.flares import Extent, Flare
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Medicine,
    MedicineClass,
    Procedure,
    ProcedureKind,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.domain.movement import Impact, Session
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.reports.sheet import Sheet, sheet_of
from heeldiary.reports.visit import visit_summary
from tests.builders import FRI, NOON, PlainDiary, a_question, a_reading, a_visit
from tests.reports.sheets import SEASON, season_readings

_LATER = Origin.LATER


def ago(days: int) -> date:
    return FRI - timedelta(days=days)


def a_regimen(
    key: str,
    medicine: str,
    first: date,
    last: date | None = None,
    *,
    dose: float | None = 500,
    times: tuple[str, ...] = ("08:00", "20:00"),
    schedule: Schedule = Schedule.TIMES_A_DAY,
    every: int = 1,
) -> Regimen:
    return Regimen(
        id=key,
        medicine=medicine,
        first_day=first,
        last_day=last,
        dose=dose,
        schedule=schedule,
        times=times,
        every=every,
        recorded_at=NOON,
        origin=_LATER,
    )


def a_lab(
    key: str, day: date, test: LabTest, value: float | None, unit: str = "", words: str = ""
) -> LabResult:
    return LabResult(
        id=key,
        day=day,
        test=test,
        value=value,
        unit=unit,
        words=words,
        name="Calprotectin" if test is LabTest.OTHER else "",
        recorded_at=NOON,
        origin=_LATER,
    )


def a_check(day: date, level: float = 4) -> WeeklyCheck:
    return WeeklyCheck(
        day=day,
        tiredness=level,
        axial_pain=level,
        joint_pain=level,
        tenderness=level,
        stiffness=level,
        stiffness_minutes=60,
        disease_activity=level,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )


def a_whole_life() -> PlainDiary:
    """A season beside medicines, results, flares and visits: what a well kept diary has."""
    return PlainDiary(*season_readings(), *_visits(), *_medicines(), *_results(), *_life())


def a_whole_life_sheet() -> Sheet:
    return sheet_of(visit_summary(a_whole_life(), SEASON, today=FRI, version="0.1.0"))


def a_crowded_life() -> PlainDiary:
    """More of everything than a page has lines, all in long words."""
    return PlainDiary(*season_readings(), *a_crowd())


def a_crowd() -> Iterator[Record]:
    """The records of a crowded life, without the answers of its days."""
    yield from (*_life(), *_results(), *_visits(), *_crowd())


def _visits() -> Iterator[Record]:
    yield a_visit(SEASON.first - timedelta(days=1), "last")
    yield a_visit(FRI, "next")
    yield a_question("May I swim again?", "q1")
    yield a_question("Is the night pain a reason for another picture?", "q2", position=1)


def _medicines() -> Iterator[Record]:
    yield Medicine(
        id="nap", name="Naproxen", substance="naproxen", medicine_class=MedicineClass.NSAID
    )
    yield Medicine(id="ada", name="Adalimumab", medicine_class=MedicineClass.TNF)
    yield a_regimen("n1", "nap", ago(400), ago(61))
    yield a_regimen("n2", "nap", ago(60), dose=250)
    yield a_regimen(
        "a1", "ada", ago(30), dose=40, times=(), schedule=Schedule.EVERY_N_DAYS, every=14
    )
    for back in range(28):
        for time in ("08:00", "20:00")[: 1 + back % 2]:
            state = DoseState.MISSED if back == 5 else DoseState.TAKEN
            yield Dose(
                id=f"d{back}{time}",
                medicine="nap",
                day=ago(back),
                due_day=ago(back),
                due_time=time,
                state=state,
                amount=250,
                recorded_at=NOON,
                origin=_LATER,
            )
    yield SideEffect(
        id="s1", first_day=ago(50), last_day=ago(45), medicine="nap", what="Heartburn", strength=4,
        recorded_at=NOON, origin=_LATER,
    )  # fmt: skip
    yield Procedure(
        id="p1", day=ago(20), what=ProcedureKind.SHOCK_WAVE, site="heel", side=Side.LEFT, number=2,
        recorded_at=NOON, origin=_LATER,
    )  # fmt: skip


def _results() -> Iterator[Record]:
    for back in range(5, 90, 7):
        yield a_check(ago(back), level=3 + back % 3)
    yield a_lab("l1", ago(10), LabTest.CRP, 12.0, "mg/L")
    yield a_lab("l2", ago(100), LabTest.CRP, 5.1, "mg/L")
    yield a_lab("l3", ago(10), LabTest.ESR, 28.0, "mm/h")
    yield a_lab("l4", ago(4000), LabTest.HLA_B27, None, words="positive")
    for key, instrument, value in (("c1", Instrument.BASFI, 3.2), ("c2", Instrument.ASAS_HI, 7.0)):
        yield ClinicScore(
            id=key, day=ago(80), instrument=instrument, value=value, recorded_at=NOON, origin=_LATER
        )
    yield Finding(
        id="f1", day=ago(300), what=FindingKind.ULTRASOUND, site="heel", side=Side.LEFT,
        fascia_mm=4.8, text="Words of the report.", recorded_at=NOON, origin=_LATER,
    )  # fmt: skip


def _life() -> Iterator[Record]:
    for place, (back, days) in enumerate(((80, 3), (49, 9), (12, 5))):
        yield Flare(
            id=f"x{place}",
            first_day=ago(back),
            last_day=ago(back - days),
            extent=Extent.ALL_OVER if place == 1 else Extent.FEW_AREAS,
            sites=("under_heel_left", "low_back"),
            worst=8.0 - place,
            cause="A long drive" if place == 1 else "",
            note="Nobody reads this.",
            recorded_at=NOON,
            origin=_LATER,
        )
    for back in range(1, 85, 3):
        yield Session(
            id=f"m{back}", day=ago(back), activity="swimming", impact=Impact.LOW, minutes=40,
            recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
    yield a_reading("eye_redness", 1, ago(33))


def _crowd() -> Iterator[Record]:
    long = "A name that somebody typed in full with all that stood on the box and more"
    for place in range(12):
        yield a_question(f"{long}, {long}, is that so {place}?", f"more{place}", position=place)
        yield Medicine(id=f"m{place}", name=f"{long} {place}")
        yield a_regimen(f"r{place}", f"m{place}", ago(300), ago(60 - place))
        yield a_regimen(f"s{place}", f"m{place}", ago(59 - place), dose=1234.5)
        yield SideEffect(
            id=f"e{place}", first_day=ago(40), last_day=ago(20), medicine=f"m{place}", what=long,
            strength=9, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
        yield Procedure(
            id=f"p{place}", day=ago(place), what=ProcedureKind.STEROID_INJECTION, detail=long,
            site=long, side=Side.RIGHT, number=place + 1, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
        yield Flare(
            id=f"flare{place}", first_day=ago(2 * place + 1), last_day=ago(2 * place + 1),
            extent=Extent.ALL_OVER, sites=("under_heel_left", "under_heel_right", "low_back"),
            worst=10, cause=long, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
        yield ClinicScore(
            id=f"o{place}", day=ago(place), instrument=Instrument.OTHER, name=f"{place} {long}",
            value=12345.6, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
        yield LabResult(
            id=f"lab{place}", day=ago(place), test=LabTest.OTHER, name=f"{place} {long}",
            words=long, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
        yield Finding(
            id=f"find{place}", day=ago(place), what=FindingKind.NERVE, site=long, side=Side.LEFT,
            text=long, recorded_at=NOON, origin=_LATER,
        )  # fmt: skip
    for key in ("eye_pain", "vision_change", "chest_pain", "rash", "fever", "stomach_pain"):
        yield a_reading(key, 1, ago(3))
