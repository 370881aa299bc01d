from datetime import date, timedelta

import pytest

from heeldiary.analysis.trend_window import days_to_read, holds, reach
from heeldiary.domain.days import Span
from tests.builders import FRI, PlainDiary, a_reading
from tests.moving import a_session
from tests.results import a_crp

LIFE = Span.ending(FRI, 14_610)


@pytest.mark.parametrize("days", [14, 90, 365])
def test_as_many_days_are_read_on_either_side_as_are_seen(days: int) -> None:
    seen = Span.ending(date(2010, 6, 9), days)
    read = days_to_read(seen, LIFE)

    assert (read.last - seen.last).days == max(days, 120)
    assert (seen.first - read.first).days >= max(days, 120)
    assert len(read) < 4 * max(days, 120)


def test_what_is_read_begins_with_a_whole_week() -> None:
    assert days_to_read(Span.ending(date(2010, 6, 9), 90), LIFE).first.weekday() == 0


def test_no_more_is_read_than_there_is() -> None:
    whole = Span.ending(FRI, 60)

    assert days_to_read(Span.ending(FRI, 14), whole) == whole


def test_who_sees_years_reads_all() -> None:
    assert days_to_read(Span.ending(FRI, 1_500), LIFE) == LIFE


def test_a_view_is_held_while_all_of_it_was_read() -> None:
    read = Span.ending(FRI, 100)

    assert holds(read, Span.ending(FRI, 100))
    assert not holds(read, Span(read.first - timedelta(days=1), FRI))
    assert not holds(read, Span(read.first, FRI + timedelta(days=1)))


LONG_AGO = date(2009, 3, 2)
SINCE = FRI - timedelta(days=99)


def test_an_empty_diary_reaches_nowhere() -> None:
    assert reach(PlainDiary(), FRI, ()) is None


def test_one_can_look_at_all_days_since_the_first_answer() -> None:
    assert reach(PlainDiary(a_reading(day=SINCE)), FRI, ()) == Span.ending(FRI, 100)


def test_one_can_look_at_two_weeks_at_least() -> None:
    assert reach(PlainDiary(a_reading(day=FRI)), FRI, ()) == Span.ending(FRI, 14)


def test_an_old_laboratory_value_lengthens_only_a_chart_of_such_values() -> None:
    diary = PlainDiary(a_reading(day=SINCE), a_crp(9.0, LONG_AGO))

    assert reach(diary, FRI, ()) == Span.ending(FRI, 100)
    assert reach(diary, FRI, {"lab_result"}) == Span(LONG_AGO, FRI)


def test_a_diary_of_sessions_alone_reaches_back_to_the_first() -> None:
    diary = PlainDiary(a_session("a", LONG_AGO), a_session("b", SINCE))

    assert reach(diary, FRI, ()) == Span(LONG_AGO, FRI)
