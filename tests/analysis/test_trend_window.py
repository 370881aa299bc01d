from datetime import date, timedelta

import pytest

from heeldiary.analysis.trend_window import days_to_read, holds
from heeldiary.domain.days import Span
from tests.builders import FRI

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
