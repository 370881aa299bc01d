"""The ASAS index of NSAID intake: 100 is the full anti-inflammatory dose every day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum
from types import MappingProxyType

from heeldiary.analysis.ratings import within
from heeldiary.domain.days import Span

NSAID_EQUIVALENTS: Mapping[str, float] = MappingProxyType(
    {
        "aceclofenac": 200,
        "celecoxib": 400,
        "diclofenac": 150,
        "etodolac": 600,
        "etoricoxib": 90,
        "flurbiprofen": 200,
        "ibuprofen": 2400,
        "indometacin": 150,
        "ketoprofen": 200,
        "meloxicam": 15,
        "naproxen": 1000,
        "phenylbutazone": 400,
        "piroxicam": 20,
        "tenoxicam": 20,
    }
)
"""mg a day that count as 100 (Dougados 2011)."""

LARGEST_INTAKE = 100_000.0
LOWEST_ASPIRIN = 300.0
"""mg a day; less aspirin than this is not taken against inflammation and is passed over."""

_SAME = {
    "indomethacin": "indometacin",
    "acetylsalicylic acid": "aspirin",
    "acetaminophen": "paracetamol",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NsaidIntake:
    """What was taken of one substance at one time, in mg."""

    day: date
    substance: str
    mg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NsaidIndex:
    """The index over a span, and what it stands on: "recorded n of m"."""

    score: float | None
    """None when no day of the span was recorded."""
    recorded: int
    days: int
    without_equivalent: tuple[str, ...]
    """Substances that were taken, but have no published equivalent: they are not in the score."""


def nsaid_equivalent(substance: str) -> float | None:
    """The mg a day that count as 100; None for a substance without a published equivalent.

    Raises nothing; capitals do not matter. Source: Dougados 2011 (PMID 20829199), its abstract.
    """
    return NSAID_EQUIVALENTS.get(_plain(substance))


def nsaid_index(
    intakes: Iterable[NsaidIntake], recorded: Collection[date], span: Span
) -> NsaidIndex:
    """The mean over the recorded days of the span of 100 x mg / equivalent; may exceed 100.

    ``recorded`` are the days on which medicines were recorded, with or without an intake; a day
    with an intake is one of them. What lies outside the span is left out. Paracetamol, and aspirin
    below 300 mg a day, are passed over. Raises Refused for mg outside 0-100000.
    Source: Dougados 2011; over recorded days only, as what was not recorded is not zero.
    """
    inside = [intake for intake in intakes if intake.day in span]
    by_day = nsaid_by_day(inside, [day for day in recorded if day in span])
    return NsaidIndex(
        score=fsum(by_day.values()) / len(by_day) if by_day else None,
        recorded=len(by_day),
        days=len(span),
        without_equivalent=_without_equivalent(inside),
    )


def nsaid_by_day(
    intakes: Iterable[NsaidIntake], recorded: Collection[date]
) -> Mapping[date, float]:
    """Each recorded day's 100 x mg / equivalent, in order of day; 0 where nothing was taken.

    A day with an intake counts as recorded. Raises Refused for mg outside 0-100000.
    Source: Dougados 2011.
    """
    by_day: dict[date, float] = dict.fromkeys(recorded, 0.0)
    for intake in intakes:
        mg = within(intake.mg, 0, LARGEST_INTAKE, intake.substance[:60], "mg")
        equivalent = nsaid_equivalent(intake.substance)
        share = 100 * mg / equivalent if equivalent else 0.0
        by_day[intake.day] = by_day.get(intake.day, 0.0) + share
    return dict(sorted(by_day.items()))


def _without_equivalent(intakes: Iterable[NsaidIntake]) -> tuple[str, ...]:
    taken: dict[tuple[str, date], float] = defaultdict(float)
    for intake in intakes:
        taken[_plain(intake.substance), intake.day] += intake.mg
    names = {name for (name, _), mg in taken.items() if mg > 0 and not _is_passed_over(name, mg)}
    return tuple(sorted(names - NSAID_EQUIVALENTS.keys()))


def _is_passed_over(name: str, mg: float) -> bool:
    return name == "paracetamol" or (name == "aspirin" and mg < LOWEST_ASPIRIN)


def _plain(substance: str) -> str:
    name = " ".join(substance.casefold().split())
    return _SAME.get(name, name)
