"""What the words of one cell stand for."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import (
    DATE_ORDERS,
    DateOrder,
    DecimalSign,
    is_unknown,
    owners_day,
    read_date,
    read_date_time,
    read_number,
    say_order,
)

DAY = date(2026, 3, 4)


def _wall(text: str) -> datetime:
    """A moment of the wall clock, as files write it without an offset."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("text", ["", "  ", "--", "None", "NaN", "n/a", "—"])
def test_a_word_for_nothing_is_unknown(text: str) -> None:
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["0", "0.0", "no", "skipped"])
def test_a_measured_nought_is_known(text: str) -> None:
    assert not is_unknown(text)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        (" 80.5 ", ".", 80.5),
        ("80,5", ",", 80.5),
        ("0", ".", 0.0),
        (".5", ".", 0.5),
        ("5.", ".", 5.0),
        ("−3", ".", -3.0),
        ("+3", ".", 3.0),
        ("133.50000000000003", ".", 133.50000000000003),
    ],
)
def test_numbers_are_read_with_their_decimal_sign(
    text: str, decimal: DecimalSign, value: float
) -> None:
    assert read_number(text, decimal) == value


@pytest.mark.parametrize("text", ["80,5", "1,234.5", "1 234", "", ".", "-", "abc", "١٢", "0x10"])
def test_what_is_no_number_with_a_point_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is not a number with a decimal point"):
        read_number(text)


@pytest.mark.parametrize("text", ["1.234,5", "80.5", "1.234"])
def test_a_point_is_no_decimal_comma(text: str) -> None:
    with pytest.raises(Refused, match="is not a number with a decimal comma"):
        read_number(text, ",")


def test_a_number_that_a_spreadsheet_shortened_is_refused() -> None:
    with pytest.raises(Refused, match="shortened by a spreadsheet"):
        read_number("1.46E+12")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2026-03-04", "ymd"),
        ("2026/3/4", "ymd"),
        ("20260304", "ymd"),
        ("2026. 3. 4.", "ymd"),
        ("04.03.2026", "dmy"),
        (" 4/3/2026 ", "dmy"),
        ("3/4/2026", "mdy"),
        ("03-04-2026", "mdy"),
    ],
)
def test_days_are_read_in_their_order(text: str, order: DateOrder) -> None:
    assert read_date(text, order) == DAY


@pytest.mark.parametrize("order", DATE_ORDERS)
@pytest.mark.parametrize(
    "text", ["04.03.26", "3-4-2026-1", "2026-13-40", "99.99.9999", "45981", "####", "", "4/3-2026"]
)
def test_what_is_no_day_is_refused(text: str, order: DateOrder) -> None:
    with pytest.raises(Refused, match=f"is not a day written as {say_order(order)}"):
        read_date(text, order)


@pytest.mark.parametrize(
    ("text", "order", "moment"),
    [
        ("2026-03-04", "ymd", DAY),
        ("2026-03-04 07:15:00", "ymd", _wall("2026-03-04T07:15")),
        ("2026-03-04T07:15:30.123Z", "ymd", datetime(2026, 3, 4, 7, 15, 30, tzinfo=UTC)),
        ("3/4/2026 12:05:00 AM", "mdy", _wall("2026-03-04T00:05")),
        ("3/4/2026 12:05 p.m.", "mdy", _wall("2026-03-04T12:05")),
        ("4.3.2026 23:59", "dmy", _wall("2026-03-04T23:59")),
        (
            "2026-03-04 07:15:00 -0730",
            "ymd",
            datetime(2026, 3, 4, 7, 15, tzinfo=timezone(-timedelta(hours=7, minutes=30))),
        ),
        (
            "2026-03-04T07:15+01:00",
            "ymd",
            datetime(2026, 3, 4, 7, 15, tzinfo=timezone(timedelta(hours=1))),
        ),
    ],
)
def test_moments_are_read(text: str, order: DateOrder, moment: date) -> None:
    assert read_date_time(text, order) == moment


@pytest.mark.parametrize(
    "time", ["25:00", "7", "13:00 PM", "0:30 am", "10:61", "noon", "10:00+99:00"]
)
def test_what_is_no_time_of_day_is_refused(time: str) -> None:
    with pytest.raises(Refused, match="is not a time of day"):
        read_date_time(f"2026-03-04 {time}")


def test_the_small_hours_belong_to_the_day_before() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=-8)))
    night = _wall("2026-03-05T01:30")

    assert owners_day(night, now, 4) == DAY
    assert owners_day(DAY, now, 4) == DAY


def test_a_moment_with_an_offset_counts_by_its_own_wall_clock() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=-8)))
    evening = datetime(2026, 3, 4, 23, tzinfo=timezone(timedelta(hours=1)))

    assert owners_day(evening, now, 4) == DAY


def test_a_moment_in_utc_is_brought_to_the_offset_of_here() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=-8)))
    evening_here = datetime(2026, 3, 5, 4, 30, tzinfo=UTC)

    assert owners_day(evening_here, now, 4) == DAY
    assert owners_day(evening_here, now.replace(tzinfo=None), 4) == date(2026, 3, 5)


def test_a_moment_before_the_first_day_of_all_is_refused() -> None:
    with pytest.raises(Refused, match="no day of a diary"):
        owners_day(_wall("0001-01-01T01:00"), _wall("2026-11-20T00:00"), 4)


def test_long_words_are_shown_short() -> None:
    with pytest.raises(Refused) as refusal:
        read_number("x" * 1000)
    assert len(str(refusal.value)) < 120


@given(st.text(max_size=30) | st.text("0123456789-/.: TZ+apm,eE", max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    for order in DATE_ORDERS:
        try:
            owners_day(read_date_time(text, order), datetime(2026, 11, 20, tzinfo=UTC), 4)
        except Refused:
            continue
    for decimal in (".", ","):
        try:
            assert isinstance(read_number(text, decimal), float)
        except Refused:
            continue


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(DATE_ORDERS), st.sampled_from("-/."))
def test_every_day_is_read_back_in_every_order(day: date, order: DateOrder, sign: str) -> None:
    parts = {"y": f"{day.year:04}", "m": f"{day.month:02}", "d": f"{day.day:02}"}

    assert read_date(sign.join(parts[part] for part in order), order) == day
