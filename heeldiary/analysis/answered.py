"""Figures of answered days: nothing is filled in, and each figure keeps what it stands on."""

from dataclasses import dataclass
from statistics import fmean, median_high, median_low
from typing import Self

import numpy as np

from heeldiary.analysis.series import Series
from heeldiary.analysis.weeks import DAYS_FOR_A_WEEK, DAYS_OF_WEEK
from heeldiary.domain.days import Span


@dataclass(frozen=True, slots=True)
class Figures:
    """What the answered days of a window say. ``possible`` is every day of the window."""

    values: tuple[float, ...]
    """The answers from low to high."""
    possible: int

    @classmethod
    def of(cls, series: Series, window: Span) -> Self:
        """The figures of those answers that fall into the window."""
        values = series.within(window).values
        return cls(tuple(sorted(values[~np.isnan(values)].tolist())), len(window))

    @property
    def answered(self) -> int:
        return len(self.values)

    @property
    def middle(self) -> tuple[float, float] | None:
        """The two middle answers, the same one twice for an odd count; None without answers.

        The median is half-way between them where that means something: half-way from an hour to
        "all day" does not.
        """
        if not self.values:
            return None
        return median_low(self.values), median_high(self.values)

    @property
    def range(self) -> tuple[float, float] | None:
        return (self.values[0], self.values[-1]) if self.values else None

    @property
    def mean(self) -> float | None:
        return fmean(self.values) if self.values else None

    @property
    def a_week(self) -> float | None:
        """What seven days like the answered ones add up to; None for fewer than four of them."""
        if self.mean is None or self.answered < DAYS_FOR_A_WEEK:
            return None
        return self.mean * DAYS_OF_WEEK

    def days_from(self, level: float) -> int:
        """The number of days answered with this level or a higher one."""
        return sum(value >= level for value in self.values)
