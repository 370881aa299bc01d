"""Every note of the clinical reference's table of rules, as it is said."""

from datetime import timedelta
from typing import Any

import pytest

from heeldiary.analysis.load_notes import NAMES, SOURCES, Recorded, notes
from heeldiary.analysis.load_rules import MORNING_NOTE
from heeldiary.analysis.movement import iso_week, pair_mileage, runs, week_load
from heeldiary.domain.days import Span
from heeldiary.domain.movement import MilestoneKind, Session
from heeldiary.domain.records import SKIPPED, Reading
from tests.analysis.vectors import Row, each_row_of, numbers
from tests.builders import FRI, MON, THU, WED, a_reading
from tests.moving import a_milestone, a_session, a_shoe

LAST_7 = tuple(Span.ending(FRI, 7))


def said(name: str, **recorded: Any) -> list[str]:
    """The sentences of one note on Friday 20 November 2026."""
    found = notes(Recorded(today=FRI, **recorded))
    return [note.sentence for note in found if note.name == name]


def mornings(*values: float | None, side: str = "left") -> list[Reading]:
    return [
        a_reading(f"first_step_{side}", value, day)
        for day, value in zip(LAST_7, values, strict=True)
        if value is not None
    ]


def in_weeks(before: float | None, now: float | None) -> dict[str, Any]:
    sessions = [a_session("a", MON - timedelta(days=3), distance_km=before)]
    sessions.append(a_session("b", WED, distance_km=now))
    return {
        "week": week_load(iso_week(FRI), sessions, {}),
        "week_before": week_load(iso_week(FRI - timedelta(days=7)), sessions, {}),
    }


def test_a_diary_without_any_of_it_has_no_notes() -> None:
    assert notes(Recorded(today=FRI)) == []


def test_every_note_has_a_source() -> None:
    assert set(SOURCES) == set(NAMES)
    assert all(SOURCES.values())


def test_morning_pain_above_5_is_said_word_for_word_and_by_heel() -> None:
    readings = [
        *mornings(6, None, 7, None, 6, 8, 6),
        *mornings(6, 7, 6, 8, 6, 7, 5, side="right"),
    ]
    assert said("morning_above_5", readings=readings) == [
        f"Left heel: {MORNING_NOTE} Recorded 5 of 7."
    ]


def test_a_skipped_morning_is_not_recorded() -> None:
    readings = mornings(6, 6, 6, 6, None, None, None)
    readings.append(a_reading("first_step_left", SKIPPED, LAST_7[4]))
    assert said("morning_above_5", readings=readings) == []


@each_row_of("seed_rule_morning_gt5_week.csv")
def test_a_heel_is_told_as_the_vectors_have_it(row: Row) -> None:
    values = numbers(row, [f"d{day}" for day in range(1, 8)])
    found = said("morning_above_5", readings=mornings(*values, side="right"))
    assert bool(found) == (row["expected_notice"] == "yes")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (13, None),
        (14, "14 days (2 to 3 weeks)"),
        (21, "21 days (2 to 3 weeks)"),
        (22, "22 days (more than 3 weeks)"),
    ],
)
def test_heel_pain_that_goes_on_is_told_from_the_14th_day(days: int, words: str | None) -> None:
    reduced = a_milestone(MilestoneKind.LOAD_REDUCED, FRI - timedelta(days=days))
    found = said(
        "load_reduced",
        milestones=[reduced],
        readings=[a_reading("under_heel_right", 1, THU), a_reading("first_step_left", 2, FRI)],
    )
    if words is None:
        assert found == []
    else:
        assert len(found) == 1
        assert words in found[0]
        assert found[0].startswith("Heel pain (left, right) was still recorded")


@pytest.mark.parametrize(
    "reading",
    [
        a_reading("under_heel_right", 0, THU),
        a_reading("under_heel_right", SKIPPED, THU),
        a_reading("under_heel_right", 5, FRI - timedelta(days=7)),
        a_reading("low_back", 5, THU),
    ],
)
def test_without_heel_pain_in_the_last_7_days_nothing_is_told(reading: Reading) -> None:
    reduced = a_milestone(MilestoneKind.LOAD_REDUCED, FRI - timedelta(days=30))
    assert said("load_reduced", milestones=[reduced], readings=[reading]) == []


def test_a_reduced_load_that_ended_is_not_counted_from() -> None:
    ended = a_milestone(MilestoneKind.LOAD_REDUCED, FRI - timedelta(days=30), ended_on=THU)
    pain = [a_reading("under_heel_right", 5, THU)]
    assert said("load_reduced", milestones=[ended], readings=pain) == []


def test_an_episode_is_a_week_since_its_start() -> None:
    began = a_milestone(MilestoneKind.EPISODE_BEGAN, FRI - timedelta(days=28))
    assert said("episode_week", milestones=[began]) == [
        "Week 5 since you marked the start on 2026-10-23."
    ]


def test_the_newest_start_counts() -> None:
    milestones = [
        a_milestone(MilestoneKind.EPISODE_BEGAN, FRI - timedelta(days=100)),
        a_milestone(MilestoneKind.EPISODE_BEGAN, THU),
        a_milestone(MilestoneKind.EPISODE_BEGAN, FRI + timedelta(days=1)),
    ]
    assert said("episode_week", milestones=milestones) == [
        "Week 1 since you marked the start on 2026-11-19."
    ]


def test_the_next_morning_is_told_of_the_last_session_that_has_one() -> None:
    sessions: list[Session] = [
        a_session("a", MON, pain_during=6.0, pain_next_morning=6.0),
        a_session("b", WED, pain_before=1.0, pain_during=3.0, pain_next_morning=0.0),
        a_session("c", THU, pain_during=4.0),
    ]
    names = {"running": "Running"}
    assert said("next_morning", mornings_after=sessions, activity_names=names) == [
        "Running, 2026-11-18: pain 3 while moving, 0 on the next morning, 1 before it."
    ]
    assert said("next_morning", mornings_after=sessions[:1]) == [
        "running, 2026-11-16: pain 6 while moving, 6 on the next morning."
    ]


def test_sessions_without_a_next_morning_give_no_note() -> None:
    assert said("next_morning", mornings_after=[a_session(pain_during=4.0)]) == []


@pytest.mark.parametrize(("now", "ends"), [(22.0, "That is 10 % more."), (5.0, "for 1 of 1).")])
def test_a_week_that_is_not_over_is_not_called_less(now: float, ends: str) -> None:
    weeks = in_weeks(20, now)
    so_far = [a_session("b", WED, distance_km=now)]
    weeks["week"] = week_load(Span(MON, FRI), so_far, {})

    (sentence,) = said("weekly_load", **weeks)

    assert sentence.endswith(ends)


@pytest.mark.parametrize(
    ("before", "now", "end"),
    [(20, 22.1, "That is 10.5 % more."), (40, 30, "That is 25 % less."), (30, 30, "as much.")],
)
def test_this_week_is_told_against_the_week_before(before: float, now: float, end: str) -> None:
    (sentence,) = said("weekly_load", **in_weeks(before, now))
    assert sentence.endswith(end)
    assert f"{now:g} km (distance recorded for 1 of 1)" in sentence


@pytest.mark.parametrize(("before", "now"), [(0, 5), (None, 5), (5, None)])
def test_a_week_without_runs_is_not_divided_by(before: float | None, now: float | None) -> None:
    assert said("weekly_load", **in_weeks(before, now)) == []


def test_the_last_run_is_told_against_the_longest_of_30_days() -> None:
    sessions = [
        a_session("a", MON - timedelta(days=20), distance_km=10.0),
        a_session("b", MON, distance_km=12.0),
        a_session("c", WED, distance_km=6.0),
    ]
    assert said("long_run", runs=runs(sessions, Span(MON, FRI))) == [
        "The run of 2026-11-18 was 6 km, the longest of the 30 days before 12 km: 50 % less."
    ]


def test_a_first_run_gives_no_note() -> None:
    assert said("long_run", runs=runs([a_session(distance_km=6.0)], Span(MON, FRI))) == []


@pytest.mark.parametrize(
    ("km", "words"),
    [(482, None), (483, "in the range of 300 to 500 miles"), (805, "beyond the 300 to 500 miles")],
)
def test_a_pair_is_told_from_300_miles(km: float, words: str | None) -> None:
    found = said("shoe_mileage", pairs=[pair_mileage(a_shoe(km_before=float(km)), [])])
    assert (words in found[0] if words else found == []) is True


def test_a_pair_without_a_distance_is_not_told() -> None:
    assert said("shoe_mileage", pairs=[pair_mileage(a_shoe(), [])]) == []


def test_cadence_targets_are_whole_steps() -> None:
    start = a_milestone(MilestoneKind.CADENCE_START, MON, 165.0)
    assert said("cadence", milestones=[start]) == [
        "From 165 steps a minute on 2026-11-16, 5 to 10 % more is 173 to 182."
    ]


def test_a_weight_is_told_with_its_two_lines() -> None:
    start = a_milestone(MilestoneKind.WEIGHT_START, MON, 80.0)
    lines = "From 80 kg on 2026-11-16, 5 % less is 76 kg and 10 % less is 72 kg."
    assert said("weight_goals", milestones=[start]) == [lines]
    for kg, end in (
        (78.0, "78 kg, 2.5 % less."),
        (80.0, "80 kg, as much."),
        (81.0, "81 kg, 1.2 % more."),
    ):
        weight = a_reading("weight", kg, THU)
        assert said("weight_goals", milestones=[start], weight=weight) == [
            f"{lines} On 2026-11-19: {end}"
        ]


@pytest.mark.parametrize(
    "weight", [a_reading("weight", SKIPPED, THU), a_reading("weight", 70, MON - timedelta(days=1))]
)
def test_a_weight_skipped_or_from_before_the_start_is_no_loss(weight: Reading) -> None:
    start = a_milestone(MilestoneKind.WEIGHT_START, MON, 80.0)
    (sentence,) = said("weight_goals", milestones=[start], weight=weight)
    assert sentence.endswith("72 kg.")


@pytest.mark.parametrize("what", [MilestoneKind.CADENCE_START, MilestoneKind.WEIGHT_START])
@pytest.mark.parametrize("value", [None, 99_999.0])
def test_a_start_without_a_value_that_can_be_gives_no_note(
    what: MilestoneKind, value: float | None
) -> None:
    assert notes(Recorded(today=FRI, milestones=[a_milestone(what, MON, value)])) == []


def test_a_note_that_is_switched_off_is_not_there() -> None:
    recorded = Recorded(
        today=FRI,
        milestones=[
            a_milestone(MilestoneKind.CADENCE_START, MON, 165.0),
            a_milestone(MilestoneKind.EPISODE_BEGAN, MON),
        ],
    )
    assert [note.name for note in notes(recorded)] == ["episode_week", "cadence"]
    assert [note.name for note in notes(recorded, off=["cadence", "of another version"])] == [
        "episode_week"
    ]
