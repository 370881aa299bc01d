from dataclasses import replace
from datetime import timedelta

import pytest

from heeldiary.domain.appointments import (
    coming_visits,
    keep_visit,
    last_visit,
    next_visit,
    remove_visit,
    since_last_visit,
    usual_period,
)
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, THU, TUE, PlainDiary, a_clock, a_question, a_visit

TOMORROW = FRI + timedelta(days=1)


def test_the_last_visit_is_the_latest_before_today() -> None:
    diary = PlainDiary(a_visit(MON, "a"), a_visit(TUE, "b"), a_visit(FRI, "c"))

    assert last_visit(diary, FRI) == a_visit(TUE, "b")


def test_before_the_first_visit_there_is_no_last_one() -> None:
    assert last_visit(PlainDiary(a_visit(TOMORROW)), FRI) is None
    assert since_last_visit(PlainDiary(), FRI) is None


def test_the_next_visit_is_today_or_later() -> None:
    diary = PlainDiary(a_visit(MON, "a"), a_visit(TOMORROW, "c"), a_visit(FRI, "b"))

    assert next_visit(diary, FRI) == a_visit(FRI, "b")
    assert next_visit(PlainDiary(a_visit(MON)), FRI) is None


def test_two_visits_of_a_day_stand_by_their_time() -> None:
    late, early = a_visit(FRI, "a", time="15:00"), a_visit(FRI, "b", time="09:30")
    sometime = a_visit(FRI, "c")

    assert coming_visits(PlainDiary(sometime, late, early), FRI) == [early, late, sometime]


def test_the_usual_period_begins_on_the_day_after_the_last_visit() -> None:
    assert usual_period(PlainDiary(a_visit(TUE)), FRI) == Span(TUE + timedelta(days=1), FRI)


def test_after_a_visit_of_yesterday_it_is_today() -> None:
    assert usual_period(PlainDiary(a_visit(THU)), FRI) == Span(FRI, FRI)


def test_without_a_visit_it_is_three_months() -> None:
    assert usual_period(PlainDiary(), FRI) == Span.ending(FRI, 90)


def test_a_visit_may_be_next_year() -> None:
    assert keep_visit(None, a_visit(FRI + timedelta(days=300)), a_clock()) is not None


def test_a_visit_in_another_century_is_refused() -> None:
    with pytest.raises(Refused, match="future"):
        keep_visit(None, a_visit(FRI + timedelta(days=36_500)), a_clock())


def test_a_wrong_time_is_refused() -> None:
    with pytest.raises(Refused, match="not a time of day"):
        keep_visit(None, a_visit(FRI, time="25:00"), a_clock())


def test_the_questions_of_a_removed_visit_stay() -> None:
    visit, question = a_visit(MON), a_question("Which test?", visit="v")

    change = remove_visit(visit, PlainDiary(visit, question))

    assert change.edits == (Edit(question, replace(question, visit=None)), Edit(visit, None))
