from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.load_rules import (
    MORNING_NOTE,
    Persistence,
    ShoeStatus,
    Spike,
    cadence_targets,
    episode_week,
    morning_above_5,
    persistence,
    session_spike,
    shoe_mileage,
    weekly_load_change,
    weight_goals,
)
from heeldiary.domain.refusal import Refused

LOAD = st.floats(0, 1000)


def test_the_note_says_what_the_rule_looked_at() -> None:
    assert MORNING_NOTE == (
        "Morning heel pain has been above 5 on every recorded day of the last 7."
    )


def test_a_morning_not_recorded_may_be_written_as_nan() -> None:
    assert morning_above_5([6, nan, 6, None, 6, 6, 6])
    assert not morning_above_5([6, nan, 6, None, nan, 6, 6])


def test_a_morning_of_zero_was_recorded() -> None:
    assert not morning_above_5([6, 6, 6, 6, 6, 6, 0])


@pytest.mark.parametrize("days", [0, 6, 8])
def test_the_rule_looks_at_seven_mornings(days: int) -> None:
    with pytest.raises(Refused, match=f"7 mornings, not {days}"):
        morning_above_5([6.0] * days)


def test_a_morning_outside_0_to_10_is_refused() -> None:
    with pytest.raises(Refused, match="“First-step pain” takes a number from 0 to 10, not “11”"):
        morning_above_5([11, 6, 6, 6, 6, 6, 6])


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_longer_it_goes_on_the_later_the_note(one: int, other: int) -> None:
    order = list(Persistence)
    sooner, later = sorted((one, other))

    assert order.index(persistence(sooner)) <= order.index(persistence(later))


@pytest.mark.parametrize(("days", "week"), [(0, 1), (6, 1), (7, 2), (28, 5), (34, 5), (35, 6)])
def test_the_first_seven_days_are_week_one(days: int, week: int) -> None:
    assert episode_week(days) == week


@pytest.mark.parametrize("days", [-1, 2.5, nan, 60_000])
def test_days_that_cannot_have_passed_are_refused(days: int) -> None:
    with pytest.raises(Refused, match="“Days since the start”"):
        episode_week(days)
    with pytest.raises(Refused, match="“Days since the load was reduced”"):
        persistence(days)


@given(LOAD, LOAD, LOAD)
def test_a_longer_session_is_no_smaller_spike(longest: float, one: float, other: float) -> None:
    order = list(Spike)
    shorter, longer = (session_spike(longest, each).category for each in sorted((one, other)))

    assert order.index(shorter) <= order.index(longer)


@given(st.integers(1, 1000))
def test_exactly_ten_percent_more_is_not_over(tenths: int) -> None:
    """Also where a float of 1.1 times the load lies a little above it."""
    change = weekly_load_change(tenths / 10, tenths / 10 * 1.1)

    assert change is not None
    assert not change.over_10_percent
    assert session_spike(tenths / 10, tenths / 10 * 1.1).category is Spike.REFERENCE


@given(LOAD, LOAD)
def test_further_is_never_a_younger_shoe(one: float, other: float) -> None:
    order = list(ShoeStatus)
    nearer, further = (shoe_mileage(each) for each in sorted((one, other)))

    assert nearer.miles <= further.miles
    assert order.index(nearer.status) <= order.index(further.status)


def test_a_pair_is_due_from_300_miles_to_500_exactly() -> None:
    assert shoe_mileage(300 * 1.609344).status is ShoeStatus.DUE
    assert shoe_mileage(500 * 1.609344).status is ShoeStatus.DUE


@pytest.mark.parametrize("wrong", [-1, 100_001, nan])
def test_a_load_that_cannot_be_is_refused(wrong: float) -> None:
    for rule in (weekly_load_change, session_spike):
        with pytest.raises(Refused, match="takes a number from 0 to 100000"):
            rule(wrong, 5)
        with pytest.raises(Refused, match="takes a number from 0 to 100000"):
            rule(5, wrong)
    with pytest.raises(Refused, match="“Mileage” takes a number from 0 to 100000 km"):
        shoe_mileage(wrong)


@pytest.mark.parametrize("wrong", [-1, 401, nan])
def test_a_cadence_that_cannot_be_is_refused(wrong: float) -> None:
    with pytest.raises(Refused, match="from 0 to 400 steps a minute"):
        cadence_targets(wrong)


@pytest.mark.parametrize("wrong", [0, 19.9, 400.1, nan])
def test_a_weight_that_cannot_be_is_refused(wrong: float) -> None:
    with pytest.raises(Refused, match="“First weight” takes a number from 20 to 400 kg"):
        weight_goals(wrong, 80)
    with pytest.raises(Refused, match="“Weight” takes a number from 20 to 400 kg"):
        weight_goals(80, wrong)
