"""When a week has a mean: one rule for scores, charts and paper. Imports nothing heavy."""

import math
from collections.abc import Sequence

from heeldiary.domain.refusal import Refused

DAYS_OF_WEEK = 7
DAYS_FOR_A_WEEK = 4
"""A week has a mean when at least this many of its days were answered (Griffiths 2022)."""


def weekly_mean(values: Sequence[float | None]) -> float | None:
    """The mean of one week's seven values in their own unit; None or nan is a day not recorded.

    None unless at least 4 of the 7 days were recorded; what is missing is never counted as 0.
    Raises Refused unless there are seven places, and for an infinite value.
    Source: the 4-of-7 rule, Griffiths 2022. `series.weekly_mean` does the same for years at once.
    """
    if len(values) != DAYS_OF_WEEK:
        raise Refused(f"A week has {DAYS_OF_WEEK} days, not {len(values)}.")
    recorded = [value for value in values if value is not None and not math.isnan(value)]
    if any(math.isinf(value) for value in recorded):
        raise Refused("A week's mean needs numbers with an end.")
    if len(recorded) < DAYS_FOR_A_WEEK:
        return None
    return math.fsum(recorded) / len(recorded)
