"""BASFI, BAS-G, ASAS Health Index and FFI: the arithmetic only, none of their questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from heeldiary.analysis.ratings import LARGEST_RATING, ratings, settled, whole, within
from heeldiary.domain.refusal import Refused

BASFI_ITEMS = 10
ASAS_HI_ITEMS = 17
ASAS_HI_MISSING = 3
"""With more items missing than this there is no ASAS Health Index."""
FFI_PAIN, FFI_DISABILITY, FFI_ACTIVITY = 9, 9, 5

_DECIMALS = 3  # ASAS-HI and FFI are given so, as in the values that they are checked against


class AsasHiClass(StrEnum):
    """How good the health is that an ASAS Health Index stands for (Kiltz 2018)."""

    GOOD = "good"
    MODERATE = "moderate"
    POOR = "poor"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasG:
    """The two BAS-G values, 0-10; they are reported apart and never added."""

    last_week: float | None
    last_six_months: float | None

    @property
    def mean(self) -> float | None:
        """The mean of both, which some sources report: shown only where it is asked for."""
        if self.last_week is None or self.last_six_months is None:
            return None
        return (self.last_week + self.last_six_months) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AsasHi:
    """An ASAS Health Index 0-17, low is good, and its class."""

    score: float
    state: AsasHiClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ffi:
    """The Foot Function Index in percent, 100 the worst; None where nothing was applicable."""

    pain: float | None
    disability: float | None
    activity: float | None
    total: float | None


def basfi(items: Sequence[float | None]) -> float | None:
    """BASFI 0-10: the mean of ten 0-10 items; None (incomplete) when one is None.

    Raises Refused unless there are ten places, and for an item outside 0-10.
    Source: Calin 1994; no rule to make up for a missing item was found.
    """
    _check_places(items, BASFI_ITEMS, "BASFI")
    given = ratings(items, "BASFI item")
    return fsum(given) / BASFI_ITEMS if len(given) == BASFI_ITEMS else None


def basg(last_week: float | None, last_six_months: float | None) -> BasG:
    """The two BAS-G values, each 0-10 or None, kept apart.

    Raises Refused for a value outside 0-10. Source: Jones 1996; not to be added: the manual of the
    Norwegian registry NKRR.
    """
    ratings((last_week, last_six_months), "BAS-G value")
    return BasG(last_week=last_week, last_six_months=last_six_months)


def asas_hi(agreed: int, missing: int = 0) -> AsasHi | None:
    """The ASAS Health Index 0-17 (to 3 decimals) of how many of 17 items were agreed with.

    With up to 3 items missing it is agreed x 17 / answered, with more it is None. The class goes by
    the unrounded score. Raises Refused when the counts are not whole or more than 17 together.
    Source: Kiltz 2018; the rule for missing items is common use, not read in a paper.
    """
    missing = whole(missing, 0, ASAS_HI_ITEMS, "Items missing")
    answered = ASAS_HI_ITEMS - missing
    agreed = whole(agreed, 0, answered, "Items agreed with")
    if missing > ASAS_HI_MISSING:
        return None
    score = agreed * ASAS_HI_ITEMS / answered
    return AsasHi(score=round(score, _DECIMALS), state=asas_hi_class(score))


def asas_hi_class(score: float) -> AsasHiClass:
    """The class of an ASAS Health Index: up to 5 good, from 12 poor, between them moderate.

    Raises Refused outside 0-17. Source: Kiltz 2018.
    """
    score = settled(within(score, 0, ASAS_HI_ITEMS, "ASAS Health Index"))
    if score <= 5:
        return AsasHiClass.GOOD
    return AsasHiClass.MODERATE if score < 12 else AsasHiClass.POOR


def ffi(
    pain: Sequence[float | None],
    disability: Sequence[float | None],
    activity: Sequence[float | None],
) -> Ffi:
    """The Foot Function Index of 9, 9 and 5 items of 0-10, in percent to 3 decimals.

    None is an item that is not applicable: it is dropped, and a part without any is None. A part
    is sum / (10 x applicable) x 100, the total is the mean of the parts there are.
    Raises Refused for another number of items and an item outside 0-10. Source: SRALab, FFI.
    """
    parts = (
        _ffi_part(pain, FFI_PAIN, "FFI pain"),
        _ffi_part(disability, FFI_DISABILITY, "FFI disability"),
        _ffi_part(activity, FFI_ACTIVITY, "FFI activity limitation"),
    )
    there = [part for part in parts if part is not None]
    total = fsum(there) / len(there) if there else None
    first, second, third = (_rounded(part) for part in parts)
    return Ffi(pain=first, disability=second, activity=third, total=_rounded(total))


def _ffi_part(items: Sequence[float | None], places: int, what: str) -> float | None:
    _check_places(items, places, what)
    given = ratings(items, what)
    return fsum(given) / (LARGEST_RATING * len(given)) * 100 if given else None


def _check_places(items: Sequence[float | None], places: int, what: str) -> None:
    if len(items) != places:
        raise Refused(f"“{what}” takes {places} items, not {len(items)}.")


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(settled(score), _DECIMALS)
