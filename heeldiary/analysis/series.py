"""One measure over days as an array, in which what was not recorded is ``nan`` and never zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from heeldiary.analysis.weeks import DAYS_FOR_A_WEEK
from heeldiary.domain.days import Span, day_numbered, number_of

Numbers: TypeAlias = npt.NDArray[np.float64]

_MONDAY = 3  # 1970-01-01 was a Thursday


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One value a day, from ``first`` on; ``nan`` where nothing was recorded."""

    first: date
    values: Numbers

    def __len__(self) -> int:
        return len(self.values)

    @property
    def days(self) -> npt.NDArray[np.int64]:
        """The day numbers (days since 1970-01-01), shape (n,)."""
        return np.arange(len(self.values), dtype=np.int64) + number_of(self.first)

    @property
    def answered(self) -> int:
        """On how many of the days it was answered."""
        return int(np.count_nonzero(~np.isnan(self.values)))

    def within(self, span: Span) -> "Series":
        """The days of the span; those outside this series were not recorded."""
        values = np.full(len(span), np.nan)
        offset = number_of(span.first) - number_of(self.first)
        start, end = max(offset, 0), min(offset + len(span), len(self.values))
        if start < end:
            values[start - offset : end - offset] = self.values[start:end]
        return Series(span.first, values)


@dataclass(frozen=True, slots=True, eq=False)
class WeeklySeries:
    """One mean an ISO week, from the Monday ``first`` on, and on how many days each stands."""

    first: date
    values: Numbers
    answered: npt.NDArray[np.int64]

    @property
    def middles(self) -> npt.NDArray[np.int64]:
        """The day number of each week's Thursday, shape (weeks,): where its mean is drawn."""
        return np.arange(len(self.values), dtype=np.int64) * 7 + number_of(self.first) + 3


def daily(answers: Sequence[tuple[int, float]], span: Span) -> Series:
    """The answers, given as (day number, value), laid on every day of the span.

    Gives shape (days of the span,) in the unit of the answers. Answers outside the span are left
    out; of two on one day the later in order counts. Raises nothing.
    """
    values = np.full(len(span), np.nan)
    flat = np.fromiter(chain.from_iterable(answers), np.float64, 2 * len(answers))
    places = flat[0::2].astype(np.int64) - number_of(span.first)
    inside = (places >= 0) & (places < len(values))
    values[places[inside]] = flat[1::2][inside]
    return Series(span.first, values)


def weekly_mean(series: Series) -> WeeklySeries:
    """The mean of each calendar week (Monday to Sunday) in the unit of the series.

    ``nan`` unless at least 4 of the 7 days were answered (Griffiths 2022), also for a week that
    the ends of the series cut. Shape (weeks touched,); empty for an empty series.
    """
    first = number_of(series.first)
    before = (first + _MONDAY) % 7
    after = -(before + len(series)) % 7
    weeks = np.pad(series.values, (before, after), constant_values=np.nan).reshape(-1, 7)
    answered = np.count_nonzero(~np.isnan(weeks), axis=1)
    enough = answered >= DAYS_FOR_A_WEEK
    means = np.full(len(weeks), np.nan)
    np.divide(np.nansum(weeks, axis=1), answered, out=means, where=enough)
    return WeeklySeries(day_numbered(first - before), means, answered)


def worst(*series: Series) -> Series:
    """The highest of several series of the same days; ``nan`` only where none was recorded."""
    first = _of_the_same_days(series)
    return Series(first, np.fmax.reduce([each.values for each in series]))


def total(*series: Series) -> Series:
    """The sum of what was recorded of several series of the same days; ``nan`` where nothing was.

    What was not recorded adds nothing, so a total of few answers is low: show it beside the days.
    """
    first = _of_the_same_days(series)
    values = np.array([each.values for each in series])
    recorded = ~np.isnan(values).all(axis=0)
    return Series(first, np.where(recorded, np.nansum(values, axis=0), np.nan))


def _of_the_same_days(series: Sequence[Series]) -> date:
    if not series or len({(each.first, len(each)) for each in series}) != 1:
        raise ValueError("needs at least one series, all of the same days")
    return series[0].first
