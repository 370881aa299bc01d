"""What a diary's weekly checks and laboratory values add up to: BASDAI-type score and ASDAS.

A check is in this diary's own words: say "BASDAI-type score (app wording)" beside what comes from
it. ASDAS-CRP and ASDAS-ESR are never one series. Nothing here loads numpy, nothing changes a diary.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.ratings import difference, within
from heeldiary.analysis.scores import (
    LARGEST_ESR,
    LOWEST_CRP,
    AsdasChange,
    AsdasState,
    asdas_change,
    asdas_crp,
    asdas_esr,
    asdas_state,
    basdai,
    crp_mg_per_l,
    mg_per_l,
    stiffness_item,
)
from heeldiary.domain.checks import QUESTIONS, is_open
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import LabResult, LabTest, WeeklyCheck

LONGEST_GAP = timedelta(days=14)
"""Farther apart, a laboratory value and a check make no ASDAS; no window was published."""

_OF_BASDAI = frozenset(question.key for question in QUESTIONS) - {"disease_activity"}
_OF_ASDAS = frozenset({"axial_pain", "stiffness_minutes", "disease_activity", "joint_pain"})

_Formula = Callable[
    [float | None, float | None, float | None, float | None, float | None], float | None
]
_FORMULAS: Mapping[LabTest, _Formula] = {LabTest.CRP: asdas_crp, LabTest.ESR: asdas_esr}


@dataclass(frozen=True, slots=True, kw_only=True)
class BasdaiResult:
    """The BASDAI-type score of one check, in full precision, or what it lacks."""

    day: date
    score: float | None
    missing: tuple[str, ...]
    """The questions that were left open; with any of them there is no score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsdasResult:
    """An ASDAS, unrounded, with the laboratory value that it was made with."""

    marker: LabTest
    """CRP or ESR: which of the two formulas."""
    day: date
    score: float
    lab: LabResult
    change: AsdasChange | None
    """What the difference to the ASDAS before it of the same kind is called; None at the first."""
    difference: float | None
    before: date | None
    """The day of the ASDAS before it."""

    @property
    def gap_days(self) -> int:
        """How many days apart the check and the laboratory value are."""
        return abs((self.lab.day - self.day).days)

    @property
    def state(self) -> AsdasState:
        return asdas_state(self.score)

    @property
    def counts_as_lowest(self) -> bool:
        """Whether the CRP counted as 2 mg/L, being lower or below the laboratory's limit."""
        measured = measured_value(self.lab)
        is_low = measured is None or measured < LOWEST_CRP or self.lab.below_limit
        return self.marker is LabTest.CRP and is_low


@dataclass(frozen=True, slots=True, kw_only=True)
class AsdasResults:
    """The two kinds of ASDAS, each by day. They are not interchangeable."""

    crp: tuple[AsdasResult, ...]
    esr: tuple[AsdasResult, ...]


def basdai_type(check: WeeklyCheck) -> float | None:
    """The BASDAI-type score of a check, in full precision; None when it is incomplete.

    Raises Refused for an answer that no check can hold. Source: Garrett 1994 (`scores.basdai`).
    """
    return basdai(
        check.tiredness,
        check.axial_pain,
        check.joint_pain,
        check.tenderness,
        check.stiffness,
        _stiffness_duration(check),
    )


def basdai_result(check: WeeklyCheck) -> BasdaiResult:
    """The BASDAI-type score of a check, or the questions that it lacks."""
    missing = _missing(check, _OF_BASDAI)
    return BasdaiResult(day=check.day, score=basdai_type(check), missing=missing)


def missing_for_asdas(check: WeeklyCheck) -> tuple[str, ...]:
    """The questions that were left open and that every ASDAS needs."""
    return _missing(check, _OF_ASDAS)


def asdas_results(checks: Sequence[WeeklyCheck], labs: Sequence[LabResult]) -> AsdasResults:
    """Every ASDAS that the checks and laboratory values make, of each kind by day.

    A check goes with the nearest CRP and, apart from it, the nearest ESR, at most 14 days away; of
    two equally near the earlier one. A laboratory value that cannot be is passed over.
    """
    return AsdasResults(
        crp=_asdas_of(LabTest.CRP, checks, labs), esr=_asdas_of(LabTest.ESR, checks, labs)
    )


def nearest_lab(day: date, labs: Sequence[LabResult]) -> LabResult | None:
    """Of these values, in order of day, the one nearest to the day; None beyond 14 days.

    Of two equally near the earlier one; of two of one day the one that was recorded last.
    """
    near = labs[
        bisect_left(labs, day - LONGEST_GAP, key=_day_of) : bisect_right(
            labs, day + LONGEST_GAP, key=_day_of
        )
    ]
    last_first = sorted(near, key=_recorded_at, reverse=True)
    return min(last_first, key=lambda lab: (abs((lab.day - day).days), lab.day), default=None)


def counted_value(lab: LabResult) -> float | None:
    """A CRP in mg/L or an ESR in mm/h as ASDAS counts it; None when it is no such number.

    A CRP below 2, or below the limit of detection, counts as 2 (Machado 2015). For an ESR below a
    limit no rule is published: it is not counted.
    """
    try:
        return _counted(lab)
    except Refused:
        return None


def measured_value(lab: LabResult) -> float | None:
    """A CRP in mg/L or an ESR in mm/h as it was reported; None when it is no such number."""
    try:
        return _measured(lab)
    except Refused:
        return None


def check_lab(lab: LabResult) -> None:
    """Refuse a CRP or ESR that cannot be: above 10000 mg/L or 300 mm/h, or in another unit."""
    _measured(lab)


def _asdas_of(
    marker: LabTest, checks: Sequence[WeeklyCheck], labs: Sequence[LabResult]
) -> tuple[AsdasResult, ...]:
    usable = [lab for lab in labs if lab.test is marker and counted_value(lab) is not None]
    usable.sort(key=_day_of)
    results: list[AsdasResult] = []
    for check in sorted(checks, key=_day_of):
        lab = nearest_lab(check.day, usable)
        score = None if lab is None else _asdas(marker, check, lab)
        if lab is not None and score is not None:
            last = results[-1] if results else None
            results.append(_result(marker, check.day, score, lab, last))
    return tuple(results)


def _asdas(marker: LabTest, check: WeeklyCheck, lab: LabResult) -> float | None:
    return _FORMULAS[marker](
        check.axial_pain,
        _stiffness_duration(check),
        check.disease_activity,
        check.joint_pain,
        counted_value(lab),
    )


def _result(
    marker: LabTest, day: date, score: float, lab: LabResult, last: AsdasResult | None
) -> AsdasResult:
    return AsdasResult(
        marker=marker,
        day=day,
        score=score,
        lab=lab,
        change=None if last is None else asdas_change(last.score, score),
        difference=None if last is None else difference(last.score, score),
        before=None if last is None else last.day,
    )


def _counted(lab: LabResult) -> float | None:
    if lab.test is LabTest.CRP and lab.below_limit:
        return (
            LOWEST_CRP if lab.value is None else crp_mg_per_l(lab.value, lab.unit, below_limit=True)
        )
    measured = _measured(lab)
    if measured is None or lab.below_limit:
        return None
    return max(measured, LOWEST_CRP) if lab.test is LabTest.CRP else measured


def _measured(lab: LabResult) -> float | None:
    if lab.value is None:
        return None
    if lab.test is LabTest.CRP:
        return mg_per_l(lab.value, lab.unit)
    if lab.test is LabTest.ESR:
        return within(lab.value, 0, LARGEST_ESR, "ESR", "mm/h")
    return None


def _stiffness_duration(check: WeeklyCheck) -> float | None:
    minutes = check.stiffness_minutes
    return None if minutes is None else stiffness_item(minutes)


def _missing(check: WeeklyCheck, needed: frozenset[str]) -> tuple[str, ...]:
    return tuple(each.name for each in QUESTIONS if each.key in needed and is_open(check, each))


def _day_of(record: WeeklyCheck | LabResult) -> date:
    return record.day


def _recorded_at(lab: LabResult) -> float:
    return lab.recorded_at.timestamp()
