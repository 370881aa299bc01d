from dataclasses import replace
from datetime import date, timedelta

import pytest

from heeldiary.domain.checks import (
    NO_WEEKDAY,
    QUESTIONS,
    answer_check,
    check_due,
    open_questions,
)
from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.shape import shape_of
from tests.builders import FRI, MON, NOON, THU, WED, PlainDiary, a_clock
from tests.results import a_check

FRIDAY, SUNDAY = 5, 7


def question(key: str) -> Factor:
    return next(each for each in QUESTIONS if each.key == key)


def test_each_question_answers_one_field_of_the_check() -> None:
    fields = [name for name in shape_of(WeeklyCheck).fields if name not in _NO_ANSWERS]

    assert [each.key for each in QUESTIONS] == fields


_NO_ANSWERS = ("day", "recorded_at", "origin")


def test_the_questions_are_in_the_words_of_this_diary() -> None:
    assert [each.name for each in QUESTIONS] == [
        "Tiredness",
        "Neck, back or hip pain",
        "Pain or swelling in other joints",
        "Soreness when touched or pressed",
        "Morning stiffness: how strong",
        "Morning stiffness: how long (minutes)",
        "How active has your spondyloarthritis been?",
    ]


def test_the_first_answer_begins_the_check_of_the_day() -> None:
    change = answer_check(None, question("tiredness"), FRI, 4.0, a_clock())

    assert change is not None
    (edit,) = change.edits
    assert edit.before is None
    assert edit.after == WeeklyCheck(
        day=FRI, tiredness=4.0, recorded_at=NOON, origin=Origin.THAT_DAY
    )
    assert change.label == "Tiredness: 4, check of 2026-11-20"


def test_an_answer_of_zero_is_an_answer() -> None:
    change = answer_check(None, question("tiredness"), FRI, 0.0, a_clock())

    assert change is not None
    assert change.edits[0].after == a_check(day=FRI, tiredness=0.0)


def test_a_further_answer_leaves_the_others_as_they_are() -> None:
    before = a_check(day=FRI, tiredness=4.0)
    change = answer_check(before, question("stiffness_minutes"), FRI, 45.0, a_clock())

    assert change is not None
    assert change.edits[0].before == before
    assert change.edits[0].after == replace(before, stiffness_minutes=45.0)


def test_a_check_of_a_past_day_is_filled_in_later() -> None:
    change = answer_check(None, question("stiffness"), MON, 3.0, a_clock())

    assert change is not None
    assert change.edits[0].after == a_check(day=MON, stiffness=3.0, origin=Origin.LATER)


def test_an_answer_is_left_open_again() -> None:
    before = a_check(day=FRI, tiredness=4.0, stiffness=2.0)
    change = answer_check(before, question("stiffness"), FRI, None, a_clock())

    assert change is not None
    assert change.edits[0].after == replace(before, stiffness=None)


def test_a_check_without_any_answer_is_removed() -> None:
    before = a_check(day=FRI, tiredness=4.0)
    change = answer_check(before, question("tiredness"), FRI, None, a_clock())

    assert change is not None
    assert change.edits[0].after is None


@pytest.mark.parametrize("value", [4.0, None])
def test_the_same_answer_changes_nothing(value: float | None) -> None:
    before = a_check(day=FRI, tiredness=value, stiffness=1.0)

    assert answer_check(before, question("tiredness"), FRI, value, a_clock()) is None


def test_nothing_is_recorded_where_nothing_was() -> None:
    assert answer_check(None, question("tiredness"), FRI, None, a_clock()) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [("tiredness", 11.0), ("tiredness", -1.0), ("stiffness_minutes", 721.0)],
)
def test_an_answer_out_of_reach_is_refused(key: str, value: float) -> None:
    with pytest.raises(Refused, match=f"takes a whole number from 0 .*, not “{value:.10g}”"):
        answer_check(None, question(key), FRI, value, a_clock())


def test_the_future_cannot_be_answered() -> None:
    with pytest.raises(Refused, match="is in the future"):
        answer_check(None, question("tiredness"), FRI + timedelta(days=1), 1.0, a_clock())


def test_the_open_questions_are_named_in_order() -> None:
    check = a_check(axial_pain=1.0, joint_pain=0.0, tenderness=2.0, stiffness=3.0)

    assert [each.key for each in open_questions(check)] == [
        "tiredness",
        "stiffness_minutes",
        "disease_activity",
    ]


@pytest.mark.parametrize(
    ("weekday", "due"), [(FRIDAY, FRI), (SUNDAY, date(2026, 11, 15)), (1, MON), (3, WED)]
)
def test_the_check_is_due_on_the_last_of_its_weekdays(weekday: int, due: date) -> None:
    assert check_due(PlainDiary(), FRI, weekday) == due


@pytest.mark.parametrize("days_ago", [0, 1, 3])
def test_no_check_is_due_while_one_from_about_its_weekday_stands(days_ago: int) -> None:
    diary = PlainDiary(a_check(day=FRI - timedelta(days=days_ago), tiredness=1.0))

    assert check_due(diary, FRI, FRIDAY) is None


@pytest.mark.parametrize("days_late", [0, 1, 2, 3])
def test_a_check_given_late_leaves_the_next_one_on_its_weekday(days_late: int) -> None:
    last_friday = FRI - timedelta(days=7)
    diary = PlainDiary(a_check(day=last_friday + timedelta(days=days_late), tiredness=1.0))

    assert check_due(diary, THU, FRIDAY) is None
    assert check_due(diary, FRI, FRIDAY) == FRI


def test_a_check_given_early_stands_for_its_weekday() -> None:
    diary = PlainDiary(a_check(day=THU - timedelta(days=7), tiredness=1.0))

    assert check_due(diary, THU, FRIDAY) is None
    assert check_due(diary, FRI, FRIDAY) == FRI


def test_a_check_left_out_is_due_until_it_is_given() -> None:
    assert check_due(PlainDiary(), THU, FRIDAY) == FRI - timedelta(days=7)


def test_who_chose_no_weekday_is_never_asked() -> None:
    assert check_due(PlainDiary(), FRI, NO_WEEKDAY) is None
