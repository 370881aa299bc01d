"""Diaries with every kind of record, for exports that must come back exactly."""

from datetime import UTC, date, timedelta, timezone

from hypothesis import strategies as st

from heeldiary.domain.answers import factors_of
from heeldiary.domain.factor import Direction, Kind, Side
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.medicines import (
    Dose,
    Form,
    Medicine,
    MedicineClass,
    Procedure,
    ProcedureKind,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.domain.movement import Activity, Impact, Milestone, MilestoneKind, Session, Shoe
from heeldiary.domain.records import (
    SKIPPED,
    DayNote,
    MealNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.domain.shape import Step
from heeldiary.domain.visits import Question, Visit
from heeldiary.exchange.entries import Circumstances, ImportPlan
from tests.builders import FRI, MON, NOON, TUE, PlainDiary, a_clock, a_note, a_reading

MOOD = OwnFactor(
    key="own_mood",
    name="Mood; or so",
    measure=Kind.CHOICE,
    maximum=2,
    choices=("=awful", "Good", "-1"),
    direction=Direction.BETTER,
)
ROPE = OwnFactor(key="own_rope", name="Rope", measure=Kind.COUNT, maximum=5000, retired=True)
CHILL = OwnFactor(key="own_chill", name="Cold", measure=Kind.NUMBER, unit="°C", minimum=-50.5)
NAP = OwnFactor(key="own_nap", name="Nap", measure=Kind.YES_NO, maximum=1)
OWN = (CHILL, MOOD, NAP, ROPE)

OTHERS: tuple[Record, ...] = (
    MealNote(day=MON, text="=Porridge, -1", recorded_at=NOON, origin=Origin.THAT_DAY),
    Medicine(id="m1", name="=Naproxen", substance="naproxen", medicine_class=MedicineClass.NSAID),
    Medicine(id="m2", name="Pen", form=Form.INJECTION, retired=True),
    Regimen(
        id="r1",
        medicine="m1",
        first_day=MON,
        last_day=TUE,
        dose=250.5,
        schedule=Schedule.TAPER,
        times=("08:00", "20:00"),
        weekdays=(1, 7),
        steps=(Step(dose=10.0, days=7), Step(dose=2.5, days=3)),
        daily_limit=1000.0,
        began_because='stiff, "very"',
        recorded_at=NOON,
        origin=Origin.LATER,
    ),
    Dose(
        id="d1",
        medicine="m1",
        day=TUE,
        due_day=MON,
        due_time="08:00",
        amount=500.0,
        site="thigh",
        side=Side.LEFT,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    ),
    SideEffect(
        id="s1",
        first_day=MON,
        last_day=TUE,
        medicine="m2",
        what="Rash",
        recorded_at=NOON,
        origin=Origin.IMPORTED,
    ),
    Procedure(
        id="p1",
        day=MON,
        what=ProcedureKind.SHOCK_WAVE,
        number=2,
        recorded_at=NOON,
        origin=Origin.LATER,
    ),
    Activity(id="a1", name="Bouldering", impact=Impact.HIGH),
    Shoe(id="h1", name="Blue pair", drop_mm=10.0, features=("wide toe box",), since=MON),
    Session(
        id="x1",
        day=FRI,
        activity="a1",
        impact=Impact.HIGH,
        shoe="h1",
        effort=0.0,
        distance_km=5.25,
        camber=Side.RIGHT,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    ),
    Milestone(
        id="k1",
        day=MON,
        what=MilestoneKind.WEIGHT_START,
        value=80.5,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    ),
    Flare(
        id="f1",
        first_day=MON,
        extent=Extent.ALL_OVER,
        sites=("neck",),
        worst=9.0,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    ),
    DeclinedFlare(first_day=TUE, recorded_at=NOON, origin=Origin.THAT_DAY),
    WeeklyCheck(
        day=MON, tiredness=0.0, stiffness_minutes=720.0, recorded_at=NOON, origin=Origin.THAT_DAY
    ),
    ClinicScore(
        id="c1",
        day=MON,
        instrument=Instrument.BASFI,
        value=4.25,
        recorded_at=NOON,
        origin=Origin.LATER,
    ),
    LabResult(
        id="l1",
        day=MON,
        test=LabTest.CRP,
        value=5.0,
        below_limit=True,
        unit="mg/L",
        recorded_at=NOON,
        origin=Origin.LATER,
    ),
    Finding(
        id="n1",
        day=MON,
        what=FindingKind.ULTRASOUND,
        fascia_mm=4.5,
        recorded_at=NOON,
        origin=Origin.LATER,
    ),
    Visit(
        id="v1", day=FRI + timedelta(days=30), time="09:30", recorded_at=NOON, origin=Origin.LATER
    ),
    Question(id="q1", day=MON, text="Why?", visit="v1", recorded_at=NOON, origin=Origin.THAT_DAY),
)
"""One of each kind, or more."""

WHOLE = PlainDiary(
    *OTHERS,
    *OWN,
    RowChoice(factor="own_mood", position=2, shown=True),
    RowChoice(factor="neck", position=1, shown=False),
    a_reading(value=0.0),
    a_reading("neck", SKIPPED),
    a_reading("weight", 80.64656, origin=Origin.IMPORTED),
    a_reading("flare_today", 1.0, day=TUE, origin=Origin.LATER),
    a_reading("stiffness_minutes", 720.0, day=TUE),
    a_reading("own_mood", 0.0, day=TUE),
    a_reading("own_mood", 2.0, day=FRI),
    a_reading("own_nap", 1.0, day=TUE),
    a_reading(
        "own_chill", -7.5, day=TUE, recorded_at=NOON.astimezone(timezone(-timedelta(hours=7)))
    ),
    a_note("=cmd|' /C calc'!A0"),
    a_note('Two "lines",\r\nand ; more: "{\\"', day=TUE),
)

_MOMENTS = st.builds(
    lambda moment, minutes: moment.replace(microsecond=0, tzinfo=_zone(minutes)),
    st.datetimes(NOON.replace(year=1950, tzinfo=None), NOON.replace(tzinfo=None)),
    st.integers(-14 * 60, 14 * 60),
)
_DAYS = st.dates(date(1950, 1, 1), FRI)
_ORIGINS = st.sampled_from(Origin)
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def _zone(minutes: int) -> timezone:
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _values(key: str) -> st.SearchStrategy[object]:
    factor = factors_of(PlainDiary(*OWN))[key]
    if factor.words:
        return st.sampled_from([float(place) for place in range(len(factor.words))])
    if factor.kind is Kind.NUMBER:
        return st.floats(factor.minimum, factor.maximum)
    steps = int((factor.maximum - factor.minimum) / factor.step)
    return st.integers(0, steps).map(lambda step: factor.minimum + step * factor.step)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    key = draw(st.sampled_from([factor.key for factor in factors_of(PlainDiary(*OWN)).all()]))
    value = draw(_values(key) | st.just(SKIPPED))
    return Reading(
        day=draw(_DAYS),
        factor=key,
        value=value if value is SKIPPED else float(value),  # type: ignore[arg-type]
        recorded_at=draw(_MOMENTS),
        origin=draw(_ORIGINS),
    )


notes = st.builds(
    DayNote,
    day=_DAYS,
    text=(st.sampled_from(["", "=", "'", "+", "-", "@", "\t", "\r", "-5"]) | _WORDS).flatmap(
        lambda start: _WORDS.map(lambda rest: start + rest)
    ),
    recorded_at=_MOMENTS,
    origin=_ORIGINS,
).filter(lambda note: bool(note.text.strip()))
rows = st.builds(
    RowChoice,
    factor=st.sampled_from(["neck", "weight", "own_rope"]),
    position=st.integers(-1000, 1000),
    shown=st.booleans(),
)
diaries = st.lists(readings() | notes | rows, max_size=12).map(
    lambda records: PlainDiary(*OWN, *records)
)


def around(diary: PlainDiary) -> Circumstances:
    return Circumstances(clock=a_clock(), factors=factors_of(diary))


def carried_out(result: ImportPlan, *held: Record) -> PlainDiary:
    """A diary with these records, after the import."""
    records = {(record.kind, record.id): record for record in held}
    records.update({(edit.record.kind, edit.record.id): edit.record for edit in result.edits})
    return PlainDiary(*records.values())


__all__ = ["MON", "OWN", "WHOLE", "around", "carried_out", "diaries"]
