from datetime import date, timedelta

import pytest

from heeldiary.analysis.load_rules import ShoeStatus, Spike
from heeldiary.analysis.movement import (
    Total,
    change,
    distance,
    iso_week,
    longest_run,
    pair_mileage,
    rotation,
    runs,
    week_load,
)
from heeldiary.domain.days import Span
from heeldiary.domain.movement import Impact
from tests.builders import FRI, MON, THU, TUE, WED
from tests.moving import a_session, a_shoe

SUN = date(2026, 11, 22)
WEEK = Span(MON, SUN)
NOTHING = Total(value=None, recorded=0, of=0)


@pytest.mark.parametrize("day", [MON, FRI, SUN])
def test_a_week_is_from_monday_to_sunday(day: date) -> None:
    assert iso_week(day) == WEEK


def test_a_week_counts_its_own_sessions_alone() -> None:
    sessions = [a_session(str(n), MON + timedelta(days=n)) for n in (-1, 0, 6, 7)]
    assert week_load(WEEK, sessions, {}).sessions == 2


def test_a_week_adds_its_minutes_by_impact_on_the_days_recorded() -> None:
    minutes = {
        Impact.LOW: {MON: 30.0, TUE: 0.0, MON - timedelta(days=1): 99.0},
        Impact.HIGH: {WED: 40.0},
    }
    load = week_load(WEEK, [], minutes)
    assert load.minutes[Impact.LOW] == Total(value=30, recorded=2, of=7)
    assert load.minutes[Impact.HIGH] == Total(value=40, recorded=1, of=7)


def test_a_week_without_records_has_no_zero() -> None:
    load = week_load(WEEK, [], {Impact.LOW: {}, Impact.HIGH: {}})
    assert load.minutes[Impact.LOW].value is None
    assert (load.km, load.run_km) == (NOTHING, NOTHING)
    assert (load.days_moved, load.days_rested, load.days_not_recorded) == (0, 0, 7)


def test_a_week_tells_runs_from_other_distances() -> None:
    sessions = [
        a_session("a", MON, distance_km=5.0),
        a_session("b", TUE, activity="hill_running", distance_km=4.0),
        a_session("c", TUE),
        a_session("d", WED, activity="cycling", impact=Impact.LOW, distance_km=20.0),
    ]
    load = week_load(WEEK, sessions, {})
    assert load.km == Total(value=29, recorded=3, of=4)
    assert load.run_km == Total(value=9, recorded=2, of=3)


def test_days_moved_rested_and_not_recorded_are_three_things() -> None:
    minutes = {
        Impact.LOW: {MON: 0.0, TUE: 0.0, THU: 20.0},
        Impact.HIGH: {MON: 0.0, TUE: 0.0},
    }
    load = week_load(WEEK, [a_session(day=TUE)], minutes)
    assert (load.days_moved, load.days_rested, load.days_not_recorded) == (2, 1, 4)


def test_a_change_needs_both_weeks() -> None:
    some = Total(value=20.0, recorded=2, of=2)
    assert change(NOTHING, some) is None
    assert change(some, NOTHING) is None


def test_a_change_is_in_percent_of_the_week_before() -> None:
    found = change(Total(value=20, recorded=2, of=2), Total(value=22.1, recorded=2, of=3))
    assert found is not None
    assert found.percent == pytest.approx(10.5)
    assert found.over_10_percent


def test_after_a_week_of_nothing_there_is_no_percentage() -> None:
    assert change(Total(value=0, recorded=1, of=1), Total(value=5, recorded=1, of=1)) is None


def test_a_week_beyond_what_can_be_is_not_compared() -> None:
    some = Total(value=20.0, recorded=2, of=2)
    assert change(some, Total(value=100_001, recorded=2, of=2)) is None


def test_a_distance_says_for_how_many_sessions_it_was_recorded() -> None:
    sessions = [a_session("a", distance_km=0.0), a_session("b")]
    assert distance(sessions) == Total(value=0, recorded=1, of=2)


def test_a_run_is_held_against_the_longest_of_the_30_days_before() -> None:
    sessions = [
        a_session("too early", FRI - timedelta(days=31), distance_km=30.0),
        a_session("first day", FRI - timedelta(days=30), distance_km=10.0),
        a_session("ride", THU, activity="cycling", impact=Impact.LOW, distance_km=50.0),
        a_session("unknown", THU),
        a_session("same day", FRI, distance_km=12.0),
        a_session("run", FRI, distance_km=11.5),
    ]
    found = {run.session.id: run for run in runs(sessions, Span(FRI, FRI))}
    assert list(found) == ["same day", "run"]
    assert found["run"].longest_before == 10
    assert found["run"].spike.percent == pytest.approx(15)
    assert found["run"].spike.category is Spike.SMALL


def test_a_first_run_has_nothing_to_be_held_against() -> None:
    (run,) = runs([a_session(distance_km=5.0)], WEEK)
    assert run.longest_before == 0
    assert run.spike.category is Spike.NO_REFERENCE


def test_the_longest_run_is_the_newest_of_the_longest() -> None:
    sessions = [
        a_session("earlier", MON, distance_km=12.0),
        a_session("newest", THU, distance_km=12.0),
        a_session("short", FRI, distance_km=5.0),
        a_session("unknown", FRI),
        a_session("ride", FRI, activity="cycling", impact=Impact.LOW, distance_km=40.0),
        a_session("outside", MON - timedelta(days=1), distance_km=20.0),
    ]
    found = longest_run(sessions, WEEK)
    assert found is not None
    assert found.id == "newest"


def test_without_a_distance_there_is_no_longest_run() -> None:
    assert longest_run([a_session(day=MON)], WEEK) is None


def test_a_pair_has_gone_what_it_had_and_what_its_sessions_add() -> None:
    sessions = [a_session("a", distance_km=5.0), a_session("b")]
    found = pair_mileage(a_shoe(km_before=480.0), sessions)
    assert found.km == Total(value=485, recorded=1, of=2)
    assert found.mileage is not None
    assert found.mileage.status is ShoeStatus.DUE


def test_a_pair_without_any_distance_has_no_mileage() -> None:
    found = pair_mileage(a_shoe(), [a_session()])
    assert found.km == Total(value=None, recorded=0, of=1)
    assert found.mileage is None


def test_a_pair_that_is_said_to_have_gone_too_far_is_beyond_the_range() -> None:
    sessions = [a_session(str(n), distance_km=1000.0) for n in range(101)]
    found = pair_mileage(a_shoe(), sessions)
    assert found.mileage is not None
    assert found.mileage.status is ShoeStatus.OVER
    assert found.km.value == 101_000


def test_rotation_looks_at_14_days_and_names_the_most_worn_pair_first() -> None:
    sessions = [
        a_session("old", FRI - timedelta(days=14), shoe="h3"),
        a_session("a", FRI - timedelta(days=13), shoe="h1"),
        a_session("b", THU, shoe="h2"),
        a_session("c", FRI, shoe="h2"),
        a_session("d", FRI),
    ]
    worn = rotation(sessions, FRI)
    assert worn.pairs == ("h2", "h1")
    assert (worn.recorded, worn.of) == (3, 4)


def test_no_sessions_are_no_rotation() -> None:
    worn = rotation([], FRI)
    assert (worn.pairs, worn.recorded, worn.of) == ((), 0, 0)
