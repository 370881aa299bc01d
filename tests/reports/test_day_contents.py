from heeldiary.domain.days import Span
from heeldiary.reports.day_contents import anything_before, others_by_day, say_others
from tests.builders import FRI, MON, TUE, WED, PlainDiary, a_reading
from tests.exchange.whole_diaries import OTHERS


def test_each_day_has_the_records_that_stand_or_begin_on_it() -> None:
    days = others_by_day(PlainDiary(*OTHERS, a_reading(day=WED)), Span(MON, WED))
    assert sorted(days) == [MON, TUE]
    assert say_others(days[TUE]) == "1 dose"
    assert say_others(days[MON]) == (
        "meals, weekly check, 1 laboratory value, 1 score of the clinic, 1 finding, 1 procedure, "
        "1 question, a day to count from, a flare began, a side effect began, a regimen began"
    )


def test_several_are_counted() -> None:
    assert say_others({"dose": 3, "meal": 1, "session": 2}) == "3 doses, 2 sessions, meals"
    assert say_others({}) == ""


def test_the_diary_is_known_to_begin_somewhere() -> None:
    assert anything_before(PlainDiary(a_reading(day=MON)), TUE)
    assert not anything_before(PlainDiary(a_reading(day=MON)), MON)
    assert anything_before(PlainDiary(*OTHERS), FRI)
    assert not anything_before(PlainDiary(*OTHERS), MON)
    assert not anything_before(PlainDiary(), FRI)
