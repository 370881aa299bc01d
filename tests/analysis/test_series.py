import csv
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy import nan

from heeldiary.analysis.series import Series, daily, total, weekly_mean, worst
from heeldiary.domain.days import Span, number_of
from tests.builders import FRI, MON, THU, TUE, WED

VECTORS = Path(__file__).parent.parent / "vectors" / "weekly_mean.csv"


def from_monday(*values: float) -> Series:
    return Series(MON, np.array(values, dtype=float))


def test_a_day_without_an_answer_is_nan_and_zero_is_zero() -> None:
    series = daily([(number_of(MON), 4.0), (number_of(WED), 0.0)], Span(MON, THU))

    assert series.values == pytest.approx([4, nan, 0, nan], nan_ok=True)


def test_answers_outside_the_span_are_left_out() -> None:
    series = daily(
        [(number_of(MON), 4.0), (number_of(TUE), 5.0), (number_of(FRI), 6.0)], Span(TUE, THU)
    )

    assert series.values == pytest.approx([5, nan, nan], nan_ok=True)


def test_no_answers_make_a_series_of_nothing_recorded() -> None:
    series = daily([], Span(MON, FRI))

    assert len(series) == 5
    assert series.answered == 0


def test_a_series_knows_its_days_and_how_many_were_answered() -> None:
    series = from_monday(1, nan, 0)

    assert series.days.tolist() == [number_of(MON), number_of(TUE), number_of(WED)]
    assert series.answered == 2


def test_days_outside_a_series_were_not_recorded() -> None:
    wider = from_monday(1, 2).within(Span(MON - timedelta(days=1), WED))

    assert wider.values == pytest.approx([nan, 1, 2, nan], nan_ok=True)


def test_a_span_apart_from_the_series_holds_nothing() -> None:
    assert from_monday(1, 2).within(Span(FRI, FRI)).answered == 0


@pytest.mark.parametrize("row", list(csv.DictReader(VECTORS.read_text("utf-8").splitlines())))
def test_the_weekly_mean_agrees_with_the_published_rule(row: dict[str, str]) -> None:
    values = [float(row[f"d{n}"] or "nan") for n in range(1, 8)]
    expected = float(row["expected_mean"] or "nan")

    assert weekly_mean(from_monday(*values)).values == pytest.approx(
        [expected], abs=1e-4, nan_ok=True
    )


def test_a_week_runs_from_monday_to_sunday() -> None:
    thursday_on = Series(THU, np.array([1, 1, 1, 1, 7, 7, 7, 7], dtype=float))
    weekly = weekly_mean(thursday_on)

    assert weekly.first == MON
    assert weekly.values == pytest.approx([1, 7])
    assert weekly.answered.tolist() == [4, 4]


def test_a_week_cut_by_the_end_still_needs_four_answered_days() -> None:
    assert weekly_mean(from_monday(5, 5, 5)).values == pytest.approx([nan], nan_ok=True)
    assert weekly_mean(from_monday(5, 5, 5, 5)).values == pytest.approx([5])


def test_a_weekly_mean_stands_at_the_thursday() -> None:
    assert weekly_mean(from_monday(*range(8))).middles.tolist() == [
        number_of(THU),
        number_of(THU) + 7,
    ]


def test_days_before_1970_fall_into_their_weeks_too() -> None:
    week = Series(date(1969, 12, 29), np.full(7, 2.0))

    assert weekly_mean(week).first == date(1969, 12, 29)


def test_the_worst_of_a_day_is_missing_only_when_nothing_was_recorded() -> None:
    assert worst(from_monday(1, nan, nan), from_monday(3, 0, nan)).values == pytest.approx(
        [3, 0, nan], nan_ok=True
    )


def test_a_total_adds_what_was_recorded() -> None:
    assert total(from_monday(1, nan, nan), from_monday(3, 0, nan)).values == pytest.approx(
        [4, 0, nan], nan_ok=True
    )


def test_series_of_different_days_are_not_joined() -> None:
    with pytest.raises(ValueError, match="same days"):
        worst(from_monday(1), from_monday(1, 2))
