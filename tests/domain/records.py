"""Any record that a diary can hold, for tests of properties."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import SKIPPED, DayNote, Origin, OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.shape import FieldShape, Holds, Step, shape_of

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(
    datetime(1901, 1, 1),  # noqa: DTZ001 - the zone comes with timezones
    datetime(2199, 12, 31),  # noqa: DTZ001
    timezones=offsets,
).map(lambda moment: moment.replace(microsecond=0, fold=0))
answers = st.one_of(numbers, st.just(SKIPPED))
origins = st.sampled_from(Origin)

readings = st.builds(
    Reading, day=days, factor=texts, value=answers, recorded_at=moments, origin=origins
)
notes = st.builds(DayNote, day=days, text=texts, recorded_at=moments, origin=origins)
row_choices = st.builds(
    RowChoice, factor=texts, position=st.integers(-(2**63), 2**63 - 1), shown=st.booleans()
)


@st.composite
def _own_factors(draw: st.DrawFn) -> OwnFactor:
    minimum, maximum = sorted((draw(numbers), draw(numbers)))
    return OwnFactor(
        key=draw(texts),
        name=draw(texts),
        measure=draw(st.sampled_from(Kind)),
        unit=draw(texts),
        minimum=minimum,
        maximum=maximum,
        step=draw(st.floats(0, exclude_min=True, allow_infinity=False)),
        choices=tuple(draw(st.lists(texts, max_size=3))),
        direction=draw(st.sampled_from(Direction)),
        retired=draw(st.booleans()),
    )


own_factors = _own_factors()
small_numbers = st.floats(0, 20_000, allow_subnormal=False).map(lambda number: number + 0.0)
_OF_A_FIELD: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.TEXT: texts,
    Holds.TIME: st.sampled_from(["", "00:00", "08:30", "23:59"]),
    Holds.WHOLE: st.integers(1, 300),
    Holds.NUMBER: small_numbers,
    Holds.CLAIM: st.booleans(),
    Holds.DAY: days,
    Holds.MOMENT: moments,
    Holds.ANSWER: answers,
    Holds.WORDS: st.lists(texts, max_size=3).map(tuple),
    Holds.NUMBERS: st.lists(st.integers(1, 7), max_size=3).map(tuple),
    Holds.STEPS: st.lists(
        st.builds(Step, dose=small_numbers, days=st.integers(1, 60)), max_size=3
    ).map(tuple),
}


def _of_field(field: FieldShape) -> st.SearchStrategy[Any]:
    held = st.sampled_from(list(field.words)) if field.words else _OF_A_FIELD[field.holds]
    if field.within is not None and field.holds is Holds.NUMBER:
        held = st.floats(field.within.low, field.within.high, allow_subnormal=False).map(
            lambda number: number + 0.0
        )
    return st.none() | held if field.may_be_none else held


@st.composite
def of_kind(draw: st.DrawFn, kind: str) -> Record:
    """Any record of a kind whose class is all that says what it holds."""
    shape = shape_of(record_type(kind))
    values = {name: draw(_of_field(field)) for name, field in shape.fields.items()}
    last = values.get(shape.last_day) if shape.last_day else None
    if last is not None:
        first = values[shape.first_day]
        values[shape.first_day], values[shape.last_day] = sorted((first, last))
    return record_type(kind)(**values)


def _stands_alone(record: Record) -> bool:
    fields = shape_of(type(record)).fields.values()
    return not any(field.refers_to and getattr(record, field.name) for field in fields)


WRITTEN_OUT = ("factor", "row", "reading", "note")
DERIVED = tuple(kind for kind in KINDS if kind not in WRITTEN_OUT)
records: st.SearchStrategy[Record] = st.one_of(
    readings, notes, own_factors, row_choices, *(of_kind(kind) for kind in DERIVED)
)
alone = records.filter(_stands_alone)
"""Records that name no other, which a diary would have to hold."""
