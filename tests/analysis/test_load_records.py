from datetime import timedelta

from heeldiary.analysis.load_notes import notes
from heeldiary.analysis.load_records import (
    pairs_in_use,
    recorded_of,
    retired_pairs,
    self_care,
    two_weeks,
)
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Group, Kind
from heeldiary.domain.movement import Impact, MilestoneKind
from heeldiary.domain.records import SKIPPED, OwnFactor
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_reading
from tests.moving import BOULDERING, a_milestone, a_session, a_shoe

LAST_MON = MON - timedelta(days=7)
STRETCHES = OwnFactor(key="own_s", name="Stretches", measure=Kind.COUNT, group=Group.CARE)
TAPE = OwnFactor(key="own_t", name="Tape", measure=Kind.YES_NO, maximum=1, group=Group.CARE)
GRIP = OwnFactor(key="own_g", name="Grip", measure=Kind.SCALE, group=Group.CARE)


def test_two_weeks_are_this_one_and_the_one_before() -> None:
    held = PlainDiary(
        a_session("a", LAST_MON, minutes=40.0, distance_km=8.0),
        a_session("b", MON, minutes=30.0, distance_km=6.0),
        a_session("c", WED, activity="yoga", impact=Impact.LOW, minutes=20.0),
        a_session("d", LAST_MON - timedelta(days=1)),
        a_reading("low_impact_minutes", 15, TUE),
    )
    this, before = two_weeks(held, FRI)
    assert (this.sessions, before.sessions) == (2, 1)
    assert (this.run_km.value, before.run_km.value) == (6, 8)
    assert this.minutes[Impact.LOW].value == 35
    assert before.minutes[Impact.LOW].value is None
    assert (len(this.span), len(before.span)) == (5, 7)  # days to come are not "not recorded"


def test_the_notes_of_a_day_read_all_that_they_need() -> None:
    held = PlainDiary(
        BOULDERING,
        a_shoe(km_before=500.0),
        a_shoe("h2", "Gone", km_before=900.0, retired_on=MON),
        a_session("a", FRI - timedelta(days=36), distance_km=10.0),
        a_session("b", FRI - timedelta(days=6), distance_km=12.0, shoe="h1"),
        a_session("c", THU, activity="own1", pain_during=3.0, pain_next_morning=1.0),
        a_milestone(MilestoneKind.LOAD_REDUCED, FRI - timedelta(days=20)),
        a_milestone(MilestoneKind.EPISODE_BEGAN, FRI - timedelta(days=20)),
        a_milestone(MilestoneKind.CADENCE_START, MON, 160.0),
        a_milestone(MilestoneKind.WEIGHT_START, MON, 80.0),
        a_reading("weight", 78, FRI),
        *(a_reading("first_step_right", 6, FRI - timedelta(days=n)) for n in range(7)),
    )
    said = {note.name: note.sentence for note in notes(recorded_of(held, FRI))}
    assert list(said) == [
        "morning_above_5",
        "next_morning",
        "load_reduced",
        "episode_week",
        "long_run",
        "shoe_mileage",
        "cadence",
        "weight_goals",
    ]
    assert said["next_morning"].startswith("Bouldering, 2026-11-19")
    assert "10 km: 20 % more" in said["long_run"]
    assert said["shoe_mileage"].startswith("Blue pair: 512 km")
    assert said["weight_goals"].endswith("On 2026-11-20: 78 kg, 2.5 % less.")


def test_what_is_recorded_after_the_day_is_not_looked_at() -> None:
    held = PlainDiary(
        a_milestone(MilestoneKind.EPISODE_BEGAN, FRI), a_session("a", FRI), a_session("b", THU)
    )
    recorded = recorded_of(held, THU)
    assert recorded.milestones == []
    assert [session.id for session in recorded.mornings_after] == ["b"]


def test_pairs_stand_by_name_those_in_use_apart_from_those_retired() -> None:
    held = PlainDiary(
        a_shoe("h1", "walkers"),
        a_shoe("h2", "Blue"),
        a_shoe("h3", "Old", retired_on=MON),
        a_session("a", shoe="h2", distance_km=5.0),
        a_session("b", shoe="h3", distance_km=7.0),
    )
    in_use = pairs_in_use(held)
    assert [(pair.shoe.name, pair.km.value) for pair in in_use] == [("Blue", 5), ("walkers", None)]
    assert [(pair.shoe.name, pair.km.value) for pair in retired_pairs(held)] == [("Old", 7)]


def test_self_care_is_counted_on_the_days_on_which_it_was_answered() -> None:
    held = PlainDiary(
        *(STRETCHES, TAPE, GRIP),
        a_reading("own_s", 3, MON),
        a_reading("own_s", 0, TUE),
        a_reading("own_s", SKIPPED, WED),
        a_reading("own_s", 4, LAST_MON),
        a_reading("own_t", 1, MON),
        a_reading("own_t", 0, TUE),
        a_reading("own_g", 7, MON),
    )
    found = self_care(held, factors_of(held), Span(MON, FRI))
    assert [(care.factor.name, care.recorded, care.total) for care in found] == [
        ("Grip", 1, None),
        ("Stretches", 2, 3),
        ("Tape", 2, 1),
    ]


def test_without_answers_there_is_no_self_care() -> None:
    held = PlainDiary(STRETCHES, a_reading("own_s", SKIPPED, MON))
    assert self_care(held, factors_of(held), Span(MON, FRI)) == []
