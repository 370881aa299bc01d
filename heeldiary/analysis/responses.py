"""What a change of scores reaches: ASAS response, BASDAI50, pain. Group-trial words.

None of them is a verdict on one person; what is shown is the change and where its cut-off is from.
"""

from dataclasses import dataclass
from enum import StrEnum

from heeldiary.analysis.ratings import difference, rating, settled

BASDAI_MCII = 0.7
BASDAI_MCII_ACTIVE = 1.1
_ACTIVE = 4.0
_REMISSION = 2.0


class PartialRemission(StrEnum):
    """``boundary``: a domain is exactly 2, where the sources disagree; it is not decided here."""

    YES = "yes"
    NO = "no"
    BOUNDARY = "boundary"


@dataclass(frozen=True, slots=True, kw_only=True)
class AsasDomains:
    """The four domains of the ASAS response, each 0-10, 10 the worst."""

    patient_global: float
    pain: float
    basfi: float
    inflammation: float

    def __post_init__(self) -> None:
        for value in self.values:
            rating(value, "ASAS domain")

    @property
    def values(self) -> tuple[float, float, float, float]:
        return self.patient_global, self.pain, self.basfi, self.inflammation


@dataclass(frozen=True, slots=True, kw_only=True)
class BasdaiChange:
    """How much a BASDAI fell (negative: rose), and which published cut-offs that reaches."""

    improvement: float
    basdai50: bool
    mcii: bool
    """At least 0.7 better (Kviatkovsky 2016)."""
    mcii_active: bool
    """At least 1.1 better from 4 or more (Kviatkovsky 2016, active disease)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChange:
    """How much pain fell (negative: rose), and which published cut-offs that reaches."""

    reduction: float
    percent: float | None
    """Of the pain before, to 2 decimals; None when that was 0."""
    two_points: bool
    thirty_percent: bool
    fifty_percent: bool


def inflammation(stiffness_severity: float, stiffness_duration: float) -> float:
    """The ASAS domain of inflammation 0-10: the mean of BASDAI items 5 and 6.

    Raises Refused for an item outside 0-10. Source: ASAS response criteria.
    """
    severity = rating(stiffness_severity, "Stiffness severity")
    return (severity + rating(stiffness_duration, "Stiffness duration")) / 2


def asas20(before: AsasDomains, after: AsasDomains) -> bool:
    """Whether at least 3 of 4 domains are 20 % and 1 unit better, and the fourth not as much worse.

    A domain that was 0 cannot be better. Refusals: see `AsasDomains`, 0-10 each.
    Source: ASAS response criteria (Machado 2011).
    """
    others = _not_better(before, after, percent=20, units=1)
    return others is not None and not any(_is_by(was, now, was, 20, 1) for was, now in others)


def asas40(before: AsasDomains, after: AsasDomains) -> bool:
    """Whether at least 3 of 4 domains are 40 % and 2 units better, and the fourth no worse at all.

    A domain that was 0 cannot be better. Refusals: see `AsasDomains`, 0-10 each.
    Source: ASAS response criteria (Machado 2011).
    """
    others = _not_better(before, after, percent=40, units=2)
    return others is not None and not any(difference(was, now) > 0 for was, now in others)


def partial_remission(domains: AsasDomains) -> PartialRemission:
    """Whether each of the four domains is below 2; exactly 2 is told apart, not decided.

    Refusals: see `AsasDomains`, 0-10 each. Source: "below 2" (Machado 2011), "2 or less" elsewhere.
    """
    highest = settled(max(domains.values))
    if highest == _REMISSION:
        return PartialRemission.BOUNDARY
    return PartialRemission.YES if highest < _REMISSION else PartialRemission.NO


def basdai_change(before: float, after: float) -> BasdaiChange:
    """How much a BASDAI fell, whether by half, and by what is called clinically important.

    Compared to 1e-9; nothing is reached from 0. Raises Refused for a score outside 0-10.
    Source: BASDAI50 as in trials; 0.7 and 1.1: Kviatkovsky 2016.
    """
    improvement = difference(rating(after, "BASDAI"), rating(before, "BASDAI"))
    return BasdaiChange(
        improvement=improvement,
        basdai50=_is_share(improvement, before, 50),
        mcii=improvement >= BASDAI_MCII,
        mcii_active=settled(before) >= _ACTIVE and improvement >= BASDAI_MCII_ACTIVE,
    )


def pain_change(before: float, after: float) -> PainChange:
    """How much a 0-10 pain fell, in points and percent of what it was (undefined from 0).

    Compared to 1e-9 and unrounded. Raises Refused for a pain outside 0-10.
    Source: about 2 points or 30 %, Farrar 2001; 50 % is called substantial.
    """
    reduction = difference(rating(after, "Pain"), rating(before, "Pain"))
    return PainChange(
        reduction=reduction,
        percent=round(reduction / settled(before) * 100, 2) if settled(before) else None,
        two_points=reduction >= 2,
        thirty_percent=_is_share(reduction, before, 30),
        fifty_percent=_is_share(reduction, before, 50),
    )


def _not_better(
    before: AsasDomains, after: AsasDomains, *, percent: float, units: float
) -> list[tuple[float, float]] | None:
    """The domains, before and after, that did not get better as much; None if two or more."""
    pairs = zip(before.values, after.values, strict=True)
    others = [(was, now) for was, now in pairs if not _is_by(now, was, was, percent, units)]
    return others if len(others) <= 1 else None


def _is_by(low: float, high: float, base: float, percent: float, units: float) -> bool:
    """Whether they lie apart by the units, and by the percent of the base."""
    apart = difference(low, high)
    return apart >= units and _is_share(apart, base, percent)


def _is_share(part: float, of: float, percent: float) -> bool:
    """Whether the part is something, and at least that percent."""
    return part > 0 and settled(part * 100) >= settled(of * percent)
