from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import Clock, Span, day_numbered, day_of, number_of, read_day
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, THU, TUE, WED


@given(st.dates())
def test_a_day_has_one_number(day: date) -> None:
    assert day_numbered(number_of(day)) == day


def test_days_are_counted_from_1970() -> None:
    assert number_of(date(1970, 1, 1)) == 0


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "2026-2-3", "2026-02-30", "20261120", "2026-W47-5"),
        *("2026-11-20T08:00", "٢٠٢٦-١١-٢٠", " 2026-11-20", "2026-11-20\n", "0000-01-01"),
        "x" * 10_000,
    ],
)
def test_every_other_text_is_refused_as_a_day(text: str) -> None:
    with pytest.raises(Refused, match=r"is not a day. Write it as year-month-day") as refused:
        read_day(text)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("hour", "minute", "start", "day"),
    [(3, 59, 4, THU), (4, 0, 4, FRI), (0, 0, 0, FRI), (23, 59, 0, FRI), (22, 59, 23, THU)],
)
def test_the_night_belongs_to_the_day_before(hour: int, minute: int, start: int, day: date) -> None:
    assert day_of(datetime(2026, 11, 20, hour, minute, tzinfo=UTC), start) == day


def test_the_day_is_the_local_one_whatever_the_offset() -> None:
    far_east = timezone(timedelta(hours=13))
    assert day_of(datetime(2026, 11, 20, 5, 0, tzinfo=far_east), 4) == FRI


def test_the_clock_says_today() -> None:
    night = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    assert Clock(now=lambda: night).today() == THU
    assert Clock(now=lambda: night, day_start_hour=0).today() == FRI


def test_a_span_holds_both_of_its_ends() -> None:
    span = Span(TUE, THU)
    assert list(span) == [TUE, WED, THU]
    assert len(span) == 3
    assert TUE in span
    assert THU in span
    assert MON not in span
    assert FRI not in span


def test_a_span_can_be_one_day() -> None:
    assert list(Span(MON, MON)) == [MON]


def test_a_span_is_counted_back_from_its_last_day() -> None:
    assert Span.ending(FRI, 5) == Span(MON, FRI)


def test_a_span_cannot_end_before_it_begins() -> None:
    with pytest.raises(Refused, match=r"ends .2026-11-16. before it begins"):
        Span(TUE, MON)
