"""Any record that a diary can hold, for tests of properties."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.records import SKIPPED, DayNote, Origin, OwnFactor, Reading, Record, RowChoice

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
records: st.SearchStrategy[Record] = st.one_of(readings, notes, own_factors, row_choices)
