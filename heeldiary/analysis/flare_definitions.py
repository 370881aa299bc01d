"""Published definitions of a flare by a rise between two values. None of them is the owner's word.

The definitions disagree with one another and with patients; what the owner calls a flare is one.
Source: Gossec 2016 (preliminary ASAS definitions, table 3); of ASDAS also Molto 2018.
"""

from dataclasses import dataclass

from heeldiary.analysis.ratings import (
    LARGEST_ASDAS,
    LARGEST_RATING,
    difference,
    settled,
    within,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFlare:
    """Which definitions by pain 0-10 a rise meets."""

    by_2_to_4: bool
    """2 points or more, and now 4 or more."""
    by_3: bool

    @property
    def conditional(self) -> bool:
        """By 3, or by 2 where that leads to 4 or more."""
        return self.by_3 or self.by_2_to_4


@dataclass(frozen=True, slots=True, kw_only=True)
class BasdaiFlare:
    """Which definitions by BASDAI a rise meets."""

    by_2: bool
    by_2_to_4: bool
    """2 points or more, and now 4 or more."""
    by_3: bool
    by_3_to_4: bool
    """3 points or more, and now 4 or more."""

    @property
    def conditional(self) -> bool:
        """By 3, or by 2 where that leads to 4 or more."""
        return self.by_3 or self.by_2_to_4


@dataclass(frozen=True, slots=True, kw_only=True)
class AsdasFlare:
    """Which definitions by ASDAS a rise meets."""

    by_0_6: bool
    by_0_9: bool
    """The ASAS worsening (Molto 2018)."""
    by_1_1: bool
    by_0_6_to_1_3: bool
    """0.6 or more, and now 1.3 or more."""


def pain_flare(before: float, after: float) -> PainFlare:
    """Which of Gossec's definitions a rise of pain meets; both 0-10, compared to 1e-9.

    Raises Refused for a pain outside 0-10. Source: Gossec 2016, table 3.
    """
    rise, reached = _rise(before, after, "Pain")
    return PainFlare(by_2_to_4=rise >= 2 and reached >= 4, by_3=rise >= 3)


def basdai_flare(before: float, after: float) -> BasdaiFlare:
    """Which of Gossec's definitions a rise of BASDAI meets; both 0-10, compared to 1e-9.

    Raises Refused for a score outside 0-10. Source: Gossec 2016, table 3.
    """
    rise, reached = _rise(before, after, "BASDAI")
    return BasdaiFlare(
        by_2=rise >= 2,
        by_2_to_4=rise >= 2 and reached >= 4,
        by_3=rise >= 3,
        by_3_to_4=rise >= 3 and reached >= 4,
    )


def asdas_flare(before: float, after: float) -> AsdasFlare:
    """Which definitions a rise of ASDAS (one kind, unrounded) meets; compared to 1e-9.

    Raises Refused for a score outside 0-15. Source: Gossec 2016, table 3; 0.9: Molto 2018.
    """
    rise, reached = _rise(before, after, "ASDAS", LARGEST_ASDAS)
    return AsdasFlare(
        by_0_6=rise >= 0.6,
        by_0_9=rise >= 0.9,
        by_1_1=rise >= 1.1,
        by_0_6_to_1_3=rise >= 0.6 and reached >= 1.3,
    )


def _rise(
    before: float, after: float, what: str, highest: float = LARGEST_RATING
) -> tuple[float, float]:
    """By how much it rose, and what it reached."""
    rise = difference(within(before, 0, highest, what), within(after, 0, highest, what))
    return rise, settled(after)
