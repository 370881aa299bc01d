"""Diaries with every kind of record, for exports that must come back exactly."""

from datetime import UTC, date, timedelta, timezone

from hypothesis import strategies as st

from heeldiary.domain.answers import factors_of
from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.records import (
    SKIPPED,
    DayNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
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

WHOLE = PlainDiary(
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
