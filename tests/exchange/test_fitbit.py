"""Fitbit's weight log: US dates, half-day times, float noise, and one person a file."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Format, Row
from heeldiary.exchange.fitbit import FORMAT
from tests.exchange.brought import around, imported_twice, readings, refusals

HEADER = "Id,Date,WeightKg,WeightPounds,Fat,BMI,IsManualReport,LogId"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "weightLogInfo_merged.csv"


def rows_of(path: Path, *lines: str, header: str = HEADER) -> list[Row]:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return list(FORMAT.rows(path, around()))


def test_it_is_a_format_known_by_its_columns(log: Path) -> None:
    form: Format = FORMAT
    assert form.recognises(HEADER.encode() + b"\n", log)
    assert not form.recognises(b"Date,Weight (kg)\n", log)
    assert (form.name, form.title) == ("fitbit", "Fitbit weight")


def test_the_noise_of_binary_fractions_is_dropped(log: Path) -> None:
    rows = rows_of(log, "7,05/02/2026 23:59,68.59999847,151.2371084,22,22.6,TRUE,1.46E+12")
    assert readings(rows) == [(2, date(2026, 5, 2), "weight", 68.6)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5/13/2026 8:05:00 AM", date(2026, 5, 13)),
        ("5/13/2026 11:59:59 PM", date(2026, 5, 13)),
        ("5/13/2026 1:08:52 AM", date(2026, 5, 12)),
        ("05/13/2026 23:59", date(2026, 5, 13)),
        ("5/13/2026", date(2026, 5, 13)),
        ("5/13/2026 12:00:00 AM", date(2026, 5, 13)),
        ("2026-05-13 08:05:00", date(2026, 5, 13)),
    ],
)
def test_days_are_read_month_first_with_either_clock(log: Path, written: str, day: date) -> None:
    assert readings(rows_of(log, f"7,{written},70,,,,,")) == [(2, day, "weight", 70.0)]


def test_pounds_are_taken_where_kilograms_are_blank(log: Path) -> None:
    rows = rows_of(log, "7,5/13/2026,,155.4,,,,")
    assert readings(rows) == [(2, date(2026, 5, 13), "weight", 70.49)]


def test_columns_are_found_by_name_in_any_order(log: Path) -> None:
    rows = rows_of(log, "FALSE,70,5/13/2026", header=" ismanualreport , WEIGHTKG,date")
    assert readings(rows) == [(2, date(2026, 5, 13), "weight", 70.0)]


def test_the_first_weighing_of_a_day_is_taken(log: Path) -> None:
    rows = rows_of(log, "7,5/13/2026 9:00:00 PM,71,,,,,", "7,5/13/2026 7:00:00 AM,70,,,,,")
    assert readings(rows) == [(3, date(2026, 5, 13), "weight", 70.0)]
    assert refusals(rows) == {
        2: "The first weighing of 2026-05-13 was taken (line 3); a day holds one weight."
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("7,13/5/2026,70,,,,,", "“13/5/2026” is not a day written as month-day-year."),
        ("7,5/13/2026 25:00,70,,,,,", "“25:00” is not a time of day."),
        ("7,,70,,,,,", "“” is not a day written as month-day-year."),
        ("7,5/13/2026,,,22,,,", "The line says no weight."),
        ("7,5/13/2026,heavy,,,,,", "“heavy” is not a number with a decimal point."),
        ("7,5/13/2026,0,,,,,", "“Weight” takes a number from 20 to 400 kg, not “0”."),
        ("7,5/13/2026,70,,,,,,5", "The line has more cells than the header has columns."),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(log: Path, line: str, reason: str) -> None:
    rows = rows_of(log, line)
    assert readings(rows) == []
    assert refusals(rows) == {2: reason}


def test_a_file_of_several_people_is_refused_as_a_whole(log: Path) -> None:
    with pytest.raises(Refused, match="weights of 2 people"):
        rows_of(log, "7,5/13/2026,70,,,,,", "8,5/14/2026,90,,,,,")


@pytest.mark.parametrize("header", ["Id,When,WeightKg", "Id,Date,Fat"])
def test_a_table_without_date_or_weight_is_refused(log: Path, header: str) -> None:
    with pytest.raises(Refused, match="has no columns"):
        rows_of(log, "7,5/13/2026,70", header=header)


def test_importing_it_again_changes_nothing(log: Path) -> None:
    rows_of(log, "7,5/13/2026,70,,,,,", "7,5/14/2026,70.2,,,,,", "7,5/14/2026,70.4,,,,,")
    first, second = imported_twice(FORMAT, log)
    assert (first.accepted, len(first.refusals)) == (2, 1)
    assert (second.edits, second.unchanged, len(second.refusals)) == ((), 2, 1)


_CELL = st.text(max_size=20) | st.sampled_from(["5/13/2026", "70", "5/13/2026 1:00 AM", "--"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=st.lists(st.lists(_CELL, max_size=9), max_size=4))
def test_any_cells_are_taken_or_refused(log: Path, cells: list[list[str]]) -> None:
    text = "\n".join([HEADER, *(",".join(row) for row in cells)])
    log.write_bytes(text.encode("utf-8", "replace"))
    with suppress(Refused):
        assert all(row.line > 1 for row in FORMAT.rows(log, around()))
