from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.movement import Activity, Impact, Session
from heeldiary.domain.records import SKIPPED, Origin
from heeldiary.domain.refusal import Refused
from heeldiary.domain.sessions import (
    answer_next_morning,
    keep_session,
    label_of,
    minutes_by_day,
    minutes_of_day,
    next_morning_asked,
    session,
    session_change,
)
from tests.builders import FRI, MON, NOON, THU, TUE, WED, PlainDiary, a_clock, a_reading
from tests.moving import BOULDERING, a_session

LATER = a_clock(NOON + timedelta(hours=1))


def test_a_session_has_the_usual_impact_of_its_activity() -> None:
    assert session({"day": FRI, "activity": "yoga"}, a_clock()).impact is Impact.LOW
    own = session({"day": FRI, "activity": "own1", "impact": None}, a_clock(), [BOULDERING])
    assert own.impact is Impact.HIGH


def test_a_session_keeps_the_impact_that_its_owner_chose() -> None:
    gentle = {"day": FRI, "activity": "tennis", "impact": Impact.LOW}
    assert session(gentle, a_clock()).impact is Impact.LOW


def test_an_activity_that_nobody_knows_has_no_usual_impact() -> None:
    with pytest.raises(Refused, match="not known"):
        session({"day": FRI, "activity": "wing_walking"}, a_clock())


@pytest.mark.parametrize(("day", "origin"), [(FRI, Origin.THAT_DAY), (MON, Origin.LATER)])
def test_a_session_tells_whether_it_was_typed_that_day(day: Any, origin: Origin) -> None:
    made = session({"day": day, "activity": "running"}, a_clock())
    assert (made.origin, made.recorded_at) == (origin, NOON)


def test_what_is_not_given_is_not_recorded() -> None:
    made = session({"day": FRI, "activity": "running"}, a_clock())
    assert (made.minutes, made.effort, made.pain_during, made.shoe) == (None, None, None, None)


def test_two_sessions_of_a_day_are_two() -> None:
    values = {"day": FRI, "activity": "running"}
    assert session(values, a_clock()).id != session(values, a_clock()).id


def test_a_corrected_session_stays_the_same_one() -> None:
    before = a_session(minutes=30.0)
    after = session({"day": FRI, "activity": "running", "minutes": 35.0}, LATER, (), before)
    change = keep_session(after, LATER, (), before)
    assert change is not None
    assert change.edits == (Edit(before, after),)
    assert change.label == "Running: 35 min, 2026-11-20"


def test_a_session_left_as_it_was_is_no_change() -> None:
    before = a_session(minutes=30.0)
    same = {"day": FRI, "activity": "running", "minutes": 30.0}
    assert keep_session(session(same, LATER, (), before), LATER, (), before) is None


@pytest.mark.parametrize("words", ["own1", "Bouldering", " bouldering "])
def test_an_activity_is_known_by_its_name(words: str) -> None:
    change = session_change({"day": FRI, "activity": words}, a_clock(), [BOULDERING])
    assert change is not None
    assert [edit.record.kind for edit in change.edits] == ["session"]
    assert change.label == "Bouldering, 2026-11-20"


def test_a_new_activity_is_kept_together_with_its_first_session() -> None:
    values = {"day": FRI, "activity": "Fencing", "impact": Impact.HIGH, "minutes": 30.0}
    change = session_change(values, a_clock(), [BOULDERING])
    assert change is not None
    added, kept = (edit.after for edit in change.edits)
    assert isinstance(added, Activity)
    assert isinstance(kept, Session)
    assert (added.name, added.impact) == ("Fencing", Impact.HIGH)
    assert kept.activity == added.id


@pytest.mark.parametrize("activity", ["", "  "])
def test_a_session_without_an_activity_is_refused(activity: str) -> None:
    with pytest.raises(Refused, match="Choose the activity"):
        session_change({"day": FRI, "activity": activity}, a_clock())


def test_a_new_activity_without_its_impact_is_refused() -> None:
    with pytest.raises(Refused, match="“Fencing” is new"):
        session_change({"day": FRI, "activity": "Fencing"}, a_clock())


def test_an_activity_that_nobody_knows_stays_in_its_session() -> None:
    before = a_session(activity="wing_walking")
    values = {"day": FRI, "activity": "wing_walking", "impact": Impact.HIGH, "minutes": 5.0}
    change = session_change(values, a_clock(), (), before)
    assert change is not None
    assert [edit.record.kind for edit in change.edits] == ["session"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minutes", -1.0),
        ("minutes", 1441.0),
        ("effort", 10.5),
        ("distance_km", 1000.5),
        ("ascent_m", -0.1),
        ("cadence", 19.0),
        ("cadence", 301.0),
        ("pain_before", -1.0),
        ("pain_during", 11.0),
        ("pain_after", 11.0),
        ("time", "25:00"),
        ("note", "a\0b"),
        ("day", FRI + timedelta(days=1)),
    ],
)
def test_a_session_that_cannot_be_is_refused(field: str, value: object) -> None:
    values = {"day": FRI, "activity": "running", field: value}
    with pytest.raises(Refused):
        keep_session(session(values, a_clock()), a_clock())


def test_a_session_without_minutes_is_called_by_its_activity_and_day() -> None:
    assert label_of(a_session(activity="own1"), [BOULDERING]) == "Bouldering, 2026-11-20"


def test_the_morning_after_is_asked_for_yesterdays_sessions_alone() -> None:
    yesterday, older, today = (a_session(d.isoformat(), d) for d in (THU, WED, FRI))
    assert next_morning_asked([older, yesterday, today], FRI) == [yesterday]


def test_a_morning_that_was_answered_is_not_asked_again() -> None:
    painless = a_session(day=THU, pain_next_morning=0.0)
    assert next_morning_asked([painless], FRI) == []


def test_the_answer_of_the_morning_after_leaves_the_rest_of_the_session() -> None:
    before = a_session(day=THU, minutes=40.0)
    change = answer_next_morning(before, 3.0, LATER)
    assert change is not None
    assert change.edits == (Edit(before, replace(before, pain_next_morning=3.0)),)


def test_the_answer_of_the_morning_after_can_be_taken_away() -> None:
    before = a_session(day=THU, pain_next_morning=3.0)
    change = answer_next_morning(before, None, a_clock())
    assert change is not None
    after = change.edits[0].after
    assert isinstance(after, Session)
    assert after.pain_next_morning is None


def test_the_same_answer_of_the_morning_after_is_no_change() -> None:
    assert answer_next_morning(a_session(day=THU, pain_next_morning=0.0), 0.0, a_clock()) is None


@pytest.mark.parametrize("value", [-1.0, 10.5])
def test_a_pain_of_the_morning_after_outside_the_scale_is_refused(value: float) -> None:
    with pytest.raises(Refused, match="from 0 to 10"):
        answer_next_morning(a_session(day=THU), value, a_clock())


def test_the_morning_after_today_has_not_come_yet() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        answer_next_morning(a_session(day=FRI), 3.0, a_clock())
    with pytest.raises(Refused, match="has not come yet"):
        session({"day": FRI, "activity": "running", "pain_next_morning": 3.0}, a_clock())


def test_a_past_session_is_given_with_its_morning_after() -> None:
    values = {"day": MON, "activity": "running", "pain_next_morning": 3.0}
    assert session(values, a_clock()).pain_next_morning == 3


def test_the_minutes_of_a_day_are_those_of_its_sessions() -> None:
    two = [a_session("a", minutes=20.0), a_session("b", minutes=25.0)]
    answered = {"high_impact_minutes": a_reading("high_impact_minutes", 90)}
    assert minutes_of_day(two, answered, Impact.HIGH) == 45


def test_without_sessions_the_minutes_are_those_answered() -> None:
    low = a_session(activity="yoga", impact=Impact.LOW, minutes=20.0)
    answered = {"high_impact_minutes": a_reading("high_impact_minutes", 0)}
    assert minutes_of_day([low], answered, Impact.HIGH) == 0


def test_sessions_without_minutes_leave_the_answer_of_the_day() -> None:
    answered = {"high_impact_minutes": a_reading("high_impact_minutes", 30)}
    assert minutes_of_day([a_session()], answered, Impact.HIGH) == 30


def test_minutes_that_were_not_recorded_or_skipped_are_not_zero() -> None:
    assert minutes_of_day([a_session()], {}, Impact.HIGH) is None
    skipped = {"high_impact_minutes": a_reading("high_impact_minutes", SKIPPED)}
    assert minutes_of_day([], skipped, Impact.HIGH) is None


def test_minutes_by_day_follow_the_same_rule_and_leave_days_out() -> None:
    held = PlainDiary(
        a_session("a", WED, minutes=20.0),
        a_session("b", WED, minutes=15.0),
        a_session("c", THU),
        a_session("d", THU, activity="yoga", impact=Impact.LOW, minutes=50.0),
        a_reading("high_impact_minutes", 90, WED),
        a_reading("high_impact_minutes", 5, THU),
        a_reading("high_impact_minutes", 10, MON),
        a_reading("high_impact_minutes", SKIPPED, TUE),
    )
    minutes = minutes_by_day(held, Span(MON, FRI), Impact.HIGH)
    assert minutes == {MON: 10, WED: 35, THU: 5}
    assert list(minutes) == [MON, WED, THU]
    for day in Span(MON, FRI):
        on_day = held.records(Session, Span(day, day))
        assert minutes.get(day) == minutes_of_day(on_day, held.readings_on(day), Impact.HIGH)
