"""BASDAI and ASDAS: arithmetic of the published formulas, and the door to the other scores.

The arithmetic is the published one, the questions of the diary are not the official forms: say
"BASDAI-type score (app wording)" beside what comes from them. Only answers about the past week
belong in here, never a mean of daily ones. Nothing here loads numpy.
"""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import log, sqrt

from heeldiary.analysis.enthesitis import enthesitis_counts
from heeldiary.analysis.flare_definitions import asdas_flare, basdai_flare, pain_flare
from heeldiary.analysis.nsaid import nsaid_by_day, nsaid_equivalent, nsaid_index
from heeldiary.analysis.published import asas_hi, asas_hi_class, basfi, basg, ffi
from heeldiary.analysis.ratings import (
    LARGEST_ASDAS,
    LARGEST_RATING,
    difference,
    ratings,
    settled,
    within,
)
from heeldiary.analysis.responses import (
    asas20,
    asas40,
    basdai_change,
    inflammation,
    pain_change,
    partial_remission,
)
from heeldiary.analysis.weeks import weekly_mean
from heeldiary.domain.refusal import Refused

__all__ = [
    "AsdasChange",
    "AsdasState",
    "asas20",
    "asas40",
    "asas_hi",
    "asas_hi_class",
    "asdas_change",
    "asdas_crp",
    "asdas_esr",
    "asdas_flare",
    "asdas_shown",
    "asdas_state",
    "basdai",
    "basdai_change",
    "basdai_flare",
    "basdai_is_active",
    "basdai_shown",
    "basfi",
    "basg",
    "crp_mg_per_l",
    "difference",
    "enthesitis_counts",
    "ffi",
    "inflammation",
    "mg_per_l",
    "nsaid_by_day",
    "nsaid_equivalent",
    "nsaid_index",
    "pain_change",
    "pain_flare",
    "partial_remission",
    "stiffness_item",
    "weekly_mean",
]

MINUTES_OF_A_DAY = 1440
LONGEST_STIFFNESS = 120.0
"""Minutes at which the item of stiffness ends: "2 hours or more" is 10."""
LOWEST_CRP = 2.0
"""mg/L; what is lower, or below the laboratory's limit, counts as this (Machado 2015)."""
LARGEST_CRP = 10_000.0
LARGEST_ESR = 300.0
BASDAI_ACTIVE = 4.0

_MG_PER_L = {"mg/l": 1, "mg/dl": 10}


class AsdasState(StrEnum):
    """Disease activity states of ASDAS (Machado 2011; "low" has its name since 2018)."""

    INACTIVE = "inactive"
    LOW = "low"
    HIGH = "high"
    VERY_HIGH = "very_high"


class AsdasChange(StrEnum):
    """What a difference of two ASDAS is called (Machado 2011; worsening: Molto 2018)."""

    MAJOR_IMPROVEMENT = "major_improvement"
    IMPROVEMENT = "clinically_important_improvement"
    NONE = "no_important_change"
    WORSENING = "clinically_important_worsening"


def stiffness_item(minutes: float) -> float:
    """The 0-10 item of BASDAI and ASDAS for minutes of morning stiffness: 120 or more are 10.

    Raises Refused outside 0-1440 minutes. Source: the ends of item 6 of BASDAI (Garrett 1994);
    that it is linear between them is the calculators' convention.
    """
    minutes = within(minutes, 0, MINUTES_OF_A_DAY, "Morning stiffness", "min")
    return min(minutes, LONGEST_STIFFNESS) / LONGEST_STIFFNESS * LARGEST_RATING


def basdai(
    q1: float | None,
    q2: float | None,
    q3: float | None,
    q4: float | None,
    q5: float | None,
    q6: float | None,
) -> float | None:
    """BASDAI 0-10 of six 0-10 items, in full precision; None (incomplete) when one is None.

    The items: tiredness, spinal pain, other joints, tender places, stiffness' severity and its
    duration (from minutes: `stiffness_item`). No rule to make up for a missing item is published.
    Raises Refused for an item outside 0-10. Source: Garrett 1994.
    """
    items = ratings((q1, q2, q3, q4, q5, q6), "BASDAI item")
    if len(items) < 6:
        return None
    return (sum(items[:4]) + (items[4] + items[5]) / 2) / 5


def basdai_is_active(score: float) -> bool:
    """Whether a BASDAI 0-10 reaches 4, often called active; 3.99 does not, though it shows as 4.0.

    Raises Refused outside 0-10. Source: the cut-off in use with Garrett's score.
    """
    return settled(within(score, 0, LARGEST_RATING, "BASDAI")) >= BASDAI_ACTIVE


def basdai_shown(score: float) -> Decimal:
    """A BASDAI 0-10 as it is shown: one decimal, half upwards from the exact decimal (5.65: 5.7).

    Raises Refused outside 0-10.
    """
    return _shown(within(score, 0, LARGEST_RATING, "BASDAI"), "0.1")


def asdas_crp(
    back_pain: float | None,
    stiffness_duration: float | None,
    patient_global: float | None,
    peripheral_pain: float | None,
    crp: float | None,
) -> float | None:
    """ASDAS-CRP, unrounded, of four 0-10 answers and CRP in mg/L; None when one is None.

    0.121 back pain + 0.058 duration of stiffness + 0.110 patient global + 0.073 peripheral pain
    + 0.579 ln(CRP + 1); a CRP below 2 counts as 2. Never in one line with ASDAS-ESR.
    Raises Refused for an answer outside 0-10 and a CRP outside 0-10000 mg/L.
    Source: Lukas 2009, weights of three decimals; the lowest CRP: Machado 2015.
    """
    answers = _answers(back_pain, stiffness_duration, patient_global, peripheral_pain)
    value = None if crp is None else within(crp, 0, LARGEST_CRP, "CRP", "mg/L")
    if answers is None or value is None:
        return None
    weighted = _weighted(answers, (0.121, 0.058, 0.110, 0.073))
    return weighted + 0.579 * log(max(value, LOWEST_CRP) + 1)


def asdas_esr(
    back_pain: float | None,
    stiffness_duration: float | None,
    patient_global: float | None,
    peripheral_pain: float | None,
    esr: float | None,
) -> float | None:
    """ASDAS-ESR, unrounded, of four 0-10 answers and ESR in mm/h; None when one is None.

    0.079 back pain + 0.069 duration of stiffness + 0.113 patient global + 0.086 peripheral pain
    + 0.293 sqrt(ESR). For when there is no CRP; never in one line with ASDAS-CRP.
    Raises Refused for an answer outside 0-10 and an ESR outside 0-300 mm/h. Source: Lukas 2009.
    """
    answers = _answers(back_pain, stiffness_duration, patient_global, peripheral_pain)
    value = None if esr is None else within(esr, 0, LARGEST_ESR, "ESR", "mm/h")
    if answers is None or value is None:
        return None
    return _weighted(answers, (0.079, 0.069, 0.113, 0.086)) + 0.293 * sqrt(value)


def asdas_state(score: float) -> AsdasState:
    """The state of an unrounded ASDAS: below 1.3, below 2.1, up to 3.5 (high), above it.

    Never give it the two decimals that are shown. Raises Refused outside 0-15.
    Source: Machado 2011, names of 2018.
    """
    score = settled(within(score, 0, LARGEST_ASDAS, "ASDAS"))
    if score < 1.3:
        return AsdasState.INACTIVE
    if score < 2.1:
        return AsdasState.LOW
    return AsdasState.HIGH if score <= 3.5 else AsdasState.VERY_HIGH


def asdas_change(before: float, after: float) -> AsdasChange:
    """What the difference of two unrounded ASDAS of one kind is called.

    A fall of 2.0 or more is major, of 1.1 or more important; a rise of 0.9 or more is worsening.
    Compared to 1e-9 (`difference`). Raises Refused for a score outside 0-15.
    Source: Machado 2011; worsening: Molto 2018.
    """
    change = difference(
        within(before, 0, LARGEST_ASDAS, "ASDAS"), within(after, 0, LARGEST_ASDAS, "ASDAS")
    )
    if change <= -2.0:
        return AsdasChange.MAJOR_IMPROVEMENT
    if change <= -1.1:
        return AsdasChange.IMPROVEMENT
    return AsdasChange.WORSENING if change >= 0.9 else AsdasChange.NONE


def asdas_shown(score: float) -> Decimal:
    """An ASDAS as it is shown: two decimals, so that 2.096 is not printed as "2.1, low".

    Raises Refused outside 0-15.
    """
    return _shown(within(score, 0, LARGEST_ASDAS, "ASDAS"), "0.01")


def mg_per_l(value: float, unit: str) -> float:
    """A CRP in mg/L, as it was measured; takes mg/L and mg/dL (times 10).

    Raises Refused for any other unit and outside 0-10000 mg/L.
    """
    factor = _MG_PER_L.get(unit.strip().casefold())
    if factor is None:
        raise Refused(f"A CRP is taken in mg/L or mg/dL, not in “{unit[:60]}”.")
    return settled(within(value, 0, LARGEST_CRP / factor, "CRP", unit.strip()) * factor)


def crp_mg_per_l(value: float, unit: str, below_limit: bool = False) -> float:
    """A CRP in mg/L as ASDAS counts it: at least 2, and 2 when it was below the lab's limit.

    ``below_limit`` says that the laboratory wrote "<", the value being its limit. For the value as
    it was measured use `mg_per_l`. Raises Refused for a unit other than mg/L and mg/dL and outside
    0-10000 mg/L. Source: Machado 2015.
    """
    measured = mg_per_l(value, unit)
    return LOWEST_CRP if below_limit else max(measured, LOWEST_CRP)


def _answers(*values: float | None) -> list[float] | None:
    given = ratings(values, "ASDAS answer")
    return given if len(given) == len(values) else None


def _weighted(answers: list[float], weights: tuple[float, ...]) -> float:
    return sum(weight * value for weight, value in zip(weights, answers, strict=True))


def _shown(score: float, places: str) -> Decimal:
    # from the shortest decimal of the float: its binary value of 5.65 lies below 5.65
    return Decimal(repr(settled(score))).quantize(Decimal(places), ROUND_HALF_UP)
