from datetime import date, timedelta

import pytest

from heeldiary.domain.flares import DeclinedFlare
from heeldiary.domain.offers import offers_on, visit_soon
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.visits import Visit
from tests.builders import FRI, MON, NOON, THU, PlainDiary, a_reading

MONDAY, NEVER = 1, 0
A_WEEK_AGO = FRI - timedelta(days=7)
FLARED = a_reading("flare_today", 1, THU)


def a_visit(day: date, time: str = "") -> Visit:
    key = f"{day} {time}"
    return Visit(id=key, day=day, time=time, recorded_at=NOON, origin=Origin.THAT_DAY)


def a_check(day: date) -> WeeklyCheck:
    return WeeklyCheck(day=day, tiredness=3.0, recorded_at=NOON, origin=Origin.THAT_DAY)


def a_used_diary(*records: Record) -> PlainDiary:
    """A diary that was begun a week ago."""
    return PlainDiary(a_reading(day=A_WEEK_AGO), *records)


def test_an_empty_diary_is_offered_nothing() -> None:
    assert offers_on(PlainDiary(), FRI, MONDAY) == (None, None, None)


def test_days_answered_as_a_flare_are_offered() -> None:
    flare = offers_on(PlainDiary(FLARED), FRI, MONDAY).flare
    assert flare is not None
    assert flare.days.first == THU


def test_a_flare_that_was_declined_is_not_offered_again() -> None:
    said = DeclinedFlare(first_day=THU, recorded_at=NOON, origin=Origin.THAT_DAY)
    assert offers_on(PlainDiary(FLARED, said), FRI, MONDAY).flare is None


def test_no_flare_is_offered_where_none_was_answered() -> None:
    assert offers_on(PlainDiary(a_reading("flare_today", 0, THU)), FRI, MONDAY).flare is None


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (7, True), (8, False), (-1, False)])
def test_a_visit_is_told_a_week_before(days: int, is_told: bool) -> None:
    visit = a_visit(FRI + timedelta(days=days))
    assert visit_soon(PlainDiary(visit), FRI) == (visit if is_told else None)


def test_of_two_visits_the_nearer_one_is_told() -> None:
    near, far = a_visit(FRI + timedelta(days=1), "09:00"), a_visit(FRI + timedelta(days=2))
    late = a_visit(FRI + timedelta(days=1), "15:00")
    assert visit_soon(PlainDiary(far, late, near), FRI) == near


def test_the_weekly_check_is_offered_from_its_weekday_on() -> None:
    assert offers_on(a_used_diary(), FRI, MONDAY).check == MON


def test_a_check_of_this_week_is_not_offered_again() -> None:
    assert offers_on(a_used_diary(a_check(MON)), FRI, MONDAY).check is None


def test_who_does_not_want_the_check_is_not_asked() -> None:
    assert offers_on(a_used_diary(), FRI, NEVER).check is None


def test_a_diary_younger_than_a_week_has_no_week_to_check() -> None:
    assert offers_on(PlainDiary(a_reading(day=MON)), FRI, MONDAY).check is None


def test_two_lines_are_enough() -> None:
    diary = a_used_diary(FLARED, a_visit(FRI))
    offers = offers_on(diary, FRI, MONDAY)
    assert offers.flare is not None
    assert offers.visit is not None
    assert offers.check is None
