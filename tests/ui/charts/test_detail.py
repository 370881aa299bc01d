import numpy as np
import pytest
from numpy import nan

from heeldiary.ui.charts.detail import middles, peaks, tallest, visible, weeks_a_point


def points(*values: float) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(len(values), dtype=float), np.array(values, dtype=float)


def test_peaks_keep_the_lowest_and_the_highest_of_each_run() -> None:
    _, y = peaks(points(1, 9, 2, 5, 5, 5), 3)

    assert y.tolist() == [1, 9, 5, 5]


def test_a_run_without_answers_stays_a_gap() -> None:
    _, y = peaks(points(1, 2, nan, nan, 3, 4), 2)

    assert y == pytest.approx([1, 2, nan, nan, 3, 4], nan_ok=True)


def test_one_answer_in_a_run_is_not_lost() -> None:
    _, y = tallest(points(nan, nan, 7, nan, nan, nan), 6)

    assert y.tolist() == [7]


def test_runs_begin_at_the_same_days_wherever_the_view_stands() -> None:
    x, y = points(*range(20))
    whole = set(peaks((x, y), 4)[0])

    assert set(peaks((x[4:], y[4:]), 4)[0]) <= whole
    assert set(peaks((x[6:], y[6:]), 4)[0]) <= whole


def test_near_by_every_point_is_drawn() -> None:
    given = points(1, 2, 3)

    assert peaks(given, 1) == given


def test_what_is_seen_runs_out_by_one_neighbour_on_each_side() -> None:
    x, _ = visible(np.arange(10, dtype=np.int64), np.arange(10.0), 2.5, 5.5)

    assert x.tolist() == [2, 3, 4, 5, 6]


def test_a_run_of_weeks_has_a_middle_only_when_half_of_it_is_known() -> None:
    _, y = middles(points(1, 9, 2, nan, 5, nan, nan, nan, 6), 3)

    assert y == pytest.approx([2, nan, nan], nan_ok=True)


def test_a_diary_of_unknown_weeks_has_no_middles() -> None:
    _, y = middles(points(nan, nan, nan, nan), 2)

    assert np.isnan(y).all()


def test_every_week_has_its_point_while_there_is_room() -> None:
    assert weeks_a_point(2.0) == 1
    assert weeks_a_point(0.1) > 4
