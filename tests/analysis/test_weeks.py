from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.series import Series
from heeldiary.analysis.series import weekly_mean as weekly_means
from heeldiary.analysis.weeks import weekly_mean
from heeldiary.domain.refusal import Refused
from tests.builders import MON

WEEK = st.lists(st.none() | st.floats(-1000, 1000), min_size=7, max_size=7)


@given(WEEK)
def test_one_week_and_a_series_of_weeks_have_one_rule(values: list[float | None]) -> None:
    series = Series(MON, np.array([nan if value is None else value for value in values]))
    mean = weekly_mean(values)

    assert weekly_means(series).values == pytest.approx(
        [nan if mean is None else mean], nan_ok=True
    )


@given(WEEK)
def test_a_mean_lies_among_the_recorded_days(values: list[float | None]) -> None:
    recorded = [value for value in values if value is not None]
    mean = weekly_mean(values)

    assert (mean is None) == (len(recorded) < 4)
    assert mean is None or min(recorded) - 1e-9 <= mean <= max(recorded) + 1e-9


def test_a_day_not_recorded_may_be_written_as_nan() -> None:
    assert weekly_mean([nan, 2, 2, None, 4, 4, nan]) == 3


@pytest.mark.parametrize("days", [0, 6, 8])
def test_a_week_has_seven_days(days: int) -> None:
    with pytest.raises(Refused, match=f"7 days, not {days}"):
        weekly_mean([5] * days)


def test_a_value_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="numbers with an end"):
        weekly_mean([5, 5, 5, inf, 5, 5, 5])
