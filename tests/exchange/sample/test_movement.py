"""The movement of a made-up life: sessions that agree with the answers, shoes that wear out."""

from datetime import date
from itertools import pairwise
from statistics import fmean

import pytest

from heeldiary.domain.activities import activities
from heeldiary.domain.movement import (
    Activity,
    Impact,
    Milestone,
    MilestoneKind,
    Pace,
    Session,
    Shoe,
    ShoeKind,
)
from heeldiary.domain.sessions import MINUTES_ROWS
from heeldiary.exchange.sample import sample_records
from tests.exchange.sample.diaries import (
    SEEDS,
    a_diary,
    all_of,
    answers,
    days_of,
    readings_of,
    the_span,
)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_activity_is_known_with_its_impact(seed: int) -> None:
    known = activities(all_of(Activity, seed))

    for session in all_of(Session, seed):
        assert known[session.activity].impact is session.impact


def test_there_are_several_kinds_and_an_own_one() -> None:
    (own,) = all_of(Activity)
    done = {session.activity for session in all_of(Session)}

    assert {"walking", "swimming", "cycling", "yoga", "running", own.id} <= done


@pytest.mark.parametrize("seed", SEEDS)
def test_no_answer_of_minutes_stands_beside_sessions_of_its_impact(seed: int) -> None:
    told = {(session.day, MINUTES_ROWS[session.impact]) for session in all_of(Session, seed)}

    assert told
    assert not told & {(r.day, r.factor) for r in readings_of(a_diary(seed))}


@pytest.mark.parametrize("seed", SEEDS)
def test_many_days_have_minutes_without_a_session_and_some_have_neither(seed: int) -> None:
    recorded = days_of(a_diary(seed))
    in_sessions = {session.day for session in all_of(Session, seed)}
    answered = set(answers("low_impact_minutes", seed))

    assert 0.2 < len(in_sessions) / len(recorded) < 0.6
    assert len(answered - in_sessions) > 100
    assert recorded - in_sessions - answered


@pytest.mark.parametrize("seed", SEEDS)
def test_runs_are_logged_with_a_pair_that_is_in_use(seed: int) -> None:
    shoes = {shoe.id: shoe for shoe in all_of(Shoe, seed, 5)}
    runs = [s for s in all_of(Session, seed, 5) if s.activity == "running"]

    assert runs
    for run in runs:
        assert run.shoe is not None
        pair = shoes[run.shoe]
        assert pair.since is not None
        assert pair.since <= run.day
        assert pair.retired_on is None or run.day < pair.retired_on
        assert pair.shoe_kind in (ShoeKind.RUNNING, ShoeKind.TRAIL)


def test_a_run_has_a_speed_that_legs_have() -> None:
    for run in all_of(Session, 1, 5):
        if run.activity == "running":
            assert run.minutes is not None
            assert run.distance_km is not None
            assert 5.5 < run.minutes / run.distance_km < 7.5


@pytest.mark.parametrize("seed", SEEDS)
def test_the_morning_after_a_hard_run_hurts_more_than_after_an_easy_one(seed: int) -> None:
    rises: dict[bool, list[float]] = {True: [], False: []}
    for run in all_of(Session, seed, 10):
        if run.pain_before is not None and run.pain_next_morning is not None:
            hard = run.pace is not Pace.EASY and (run.minutes or 0) >= 45
            rises[hard].append(run.pain_next_morning - run.pain_before)

    assert fmean(rises[True]) > fmean(rises[False]) + 0.3


def test_what_was_not_asked_about_a_session_is_left_open() -> None:
    walks = [s for s in all_of(Session) if s.activity == "walking"]

    for field in ("effort", "distance_km", "pain_during", "shoe", "pain_next_morning"):
        assert any(getattr(walk, field) is None for walk in walks)


def test_nothing_is_known_of_the_morning_after_the_last_day() -> None:
    last_day = date(2026, 8, 11)
    runs = [
        record
        for seed in range(1, 20)
        for record in sample_records(years=0.05, seed=seed, last_day=last_day)
        if isinstance(record, Session) and (record.activity, record.day) == ("running", last_day)
    ]

    assert runs
    assert all(run.pain_next_morning is None for run in runs)


@pytest.mark.parametrize("seed", SEEDS)
def test_shoes_are_retired_and_followed_by_the_next_pair(seed: int) -> None:
    pairs = [s for s in all_of(Shoe, seed, 5) if s.shoe_kind is ShoeKind.RUNNING]

    assert len(pairs) >= 3
    for old, new in pairwise(pairs):
        assert old.retired_on == new.since
    assert pairs[-1].retired_on is None
    assert pairs[0].km_before


def test_shoes_have_names_of_their_own() -> None:
    names = [shoe.name for shoe in all_of(Shoe, 1, 40)]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_counts_from_a_weight_a_cadence_and_a_reduced_load(seed: int) -> None:
    kept = {milestone.what: milestone for milestone in all_of(Milestone, seed, 5)}

    assert set(kept) == set(MilestoneKind)
    start = kept[MilestoneKind.WEIGHT_START]
    assert start.value == answers("weight", seed, 5)[start.day]
    assert kept[MilestoneKind.CADENCE_START].day >= the_span(5).first


def test_sessions_of_a_run_are_of_high_impact() -> None:
    assert {s.impact for s in all_of(Session) if s.activity == "running"} == {Impact.HIGH}
