from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import day_numbered, number_of
from heeldiary.ui.charts.axes import day_ticks, value_scale


def seven_a_letter(text: str) -> float:
    return 7.0 * len(text)


def named(first: date, days: int, width: float) -> list[tuple[date, str]]:
    low = number_of(first) - 0.5
    ticks = day_ticks(low, low + days, width, seven_a_letter)
    return [(day_numbered(int(place)), name) for place, name in ticks]


def test_two_weeks_are_named_by_days() -> None:
    ticks = named(date(2026, 11, 7), 14, 700)

    assert len(ticks) >= 5
    assert all(name.startswith(str(day.day)) for day, name in ticks)


def test_three_months_are_named_by_mondays() -> None:
    ticks = named(date(2026, 8, 22), 91, 700)

    assert all(day.weekday() == 0 for day, _ in ticks)


def test_a_year_is_named_by_the_first_days_of_months() -> None:
    ticks = named(date(2025, 11, 21), 365, 700)

    assert all(day.day == 1 for day, _ in ticks)


def test_forty_years_are_named_by_years() -> None:
    ticks = named(date(1986, 11, 21), 14610, 700)

    assert [name for _, name in ticks][:2] == ["1990", "1995"]


def test_the_first_name_and_every_new_year_say_the_year() -> None:
    ticks = named(date(2026, 11, 20), 120, 900)
    with_year = [name for _, name in ticks if name.endswith(("2026", "2027"))]

    assert with_year[0] == ticks[0][1]
    assert len(with_year) == 2


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(7, 22_000),
    st.integers(200, 3000),
    st.integers(5, 20),
)
def test_names_never_touch_one_another(first: date, days: int, width: int, letter: int) -> None:
    low = number_of(first) - 0.5
    ticks = day_ticks(low, low + days, width, lambda text: float(letter * len(text)))
    per_day = width / days

    assert ticks
    for (one, name), (other, next_name) in pairwise(ticks):
        assert (other - one) * per_day > letter * (len(name) + len(next_name)) / 2


def test_a_day_stands_at_its_own_number_whatever_the_time_zone() -> None:
    for day, name in named(date(2026, 3, 25), 14, 1200):
        assert name.split()[0] == str(day.day)


def test_an_axis_of_no_width_has_no_names() -> None:
    assert day_ticks(0, 10, 0, seven_a_letter) == []


def test_a_rating_runs_from_end_to_end() -> None:
    assert value_scale(2, 4, 0, 10) == (0, 5, 10)


def test_counts_begin_at_zero_and_end_at_a_round_figure() -> None:
    scale = value_scale(1, 47, 0, None)

    assert scale[0] == 0
    assert scale[-1] >= 47


def test_small_swings_of_a_weight_look_small() -> None:
    scale = value_scale(79.0, 79.4, None, None)

    assert scale[-1] - scale[0] >= 0.05 * 79.4


def test_one_value_alone_has_a_scale() -> None:
    scale = value_scale(0, 0, None, None)

    assert scale[0] <= 0 < scale[-1]


@pytest.mark.parametrize(("minimum", "maximum"), [(None, None), (0, None)])
@given(low=st.floats(-1e6, 1e6), spread=st.floats(0, 1e6))
def test_every_value_has_room(
    minimum: float | None, maximum: float | None, low: float, spread: float
) -> None:
    low = abs(low) if minimum == 0 else low
    scale = value_scale(low, low + spread, minimum, maximum)

    assert scale[0] <= low + 1e-6
    assert scale[-1] >= low + spread - 1e-6
    assert 2 <= len(scale) <= 6


def test_the_day_before_the_first_is_not_named() -> None:
    first = date(2026, 11, 7)

    assert first - timedelta(days=1) not in [day for day, _ in named(first, 14, 2000)]
