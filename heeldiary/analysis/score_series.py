"""Scores and results as points over days, each origin a series of its own.

What a clinic gave never stands in one line with what this diary added up, ASDAS-CRP never with
ASDAS-ESR, left never with right. Nothing here loads numpy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heeldiary.analysis.score_results import (
    AsdasResult,
    asdas_results,
    basdai_type,
    measured_value,
)
from heeldiary.domain.factor import Side
from heeldiary.domain.result_words import instrument_label
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)

BASDAI_TYPE = "BASDAI-type (app wording)"


class ScoreOrigin(StrEnum):
    """Where a value comes from; values of different origins are different series."""

    APP = "app wording"
    CLINIC = "clinic form"
    LABORATORY = "laboratory"
    IMAGING = "imaging"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePoint:
    """One value of a series: in full precision, laboratory values as they were measured."""

    day: date
    value: float
    label: str
    """What the series is called."""
    origin: ScoreOrigin
    is_below_limit: bool = False
    """Reported as below this value, the limit of detection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSeries:
    """The values of one kind and one origin, by day; never empty."""

    key: str
    label: str
    unit: str
    origin: ScoreOrigin
    points: tuple[ScorePoint, ...]


_ASDAS_LABELS = {LabTest.CRP: "ASDAS-CRP", LabTest.ESR: "ASDAS-ESR"}
_LAB_LABELS = {LabTest.CRP: ("CRP", "mg/L"), LabTest.ESR: ("ESR", "mm/h")}
_SIDES: tuple[Side | None, ...] = (Side.LEFT, Side.RIGHT, None)


def score_series(
    checks: Sequence[WeeklyCheck],
    scores: Sequence[ClinicScore],
    labs: Sequence[LabResult],
    findings: Sequence[Finding],
) -> tuple[ScoreSeries, ...]:
    """Every series that these records make, in a fixed order; those without a value are left out.

    BASDAI, BASFI, BAS-G 0-10, ASAS-HI 0-17, FFI 0-100, CRP in mg/L, ESR in mm/h, thickness in mm.
    """
    asdas = asdas_results(checks, labs)
    made = (
        _basdai_series(checks),
        _asdas_series("asdas_crp", asdas.crp),
        _asdas_series("asdas_esr", asdas.esr),
        *_clinic_series(scores),
        _lab_series(LabTest.CRP, labs),
        _lab_series(LabTest.ESR, labs),
        *(_fascia_series(side, findings) for side in _SIDES),
    )
    return tuple(series for series in made if series is not None)


def _basdai_series(checks: Sequence[WeeklyCheck]) -> ScoreSeries | None:
    values = ((check.day, basdai_type(check)) for check in checks)
    points = [
        _point(day, score, BASDAI_TYPE, ScoreOrigin.APP)
        for day, score in values
        if score is not None
    ]
    return _series("basdai_app", points)


def _asdas_series(key: str, results: Sequence[AsdasResult]) -> ScoreSeries | None:
    return _series(
        key,
        [
            _point(result.day, result.score, _ASDAS_LABELS[result.marker], ScoreOrigin.APP)
            for result in results
        ],
    )


def _clinic_series(scores: Sequence[ClinicScore]) -> Iterable[ScoreSeries | None]:
    """The totals by instrument, then those with a name of their own by it, however it is cased."""
    by_key: dict[str, list[ScorePoint]] = {
        str(known): [] for known in Instrument if known is not Instrument.OTHER
    }
    others: dict[str, list[ScorePoint]] = {}
    for score in scores:
        label = instrument_label(score.instrument, score.name)
        point = _point(score.day, score.value, label, ScoreOrigin.CLINIC)
        if score.instrument is Instrument.OTHER:
            others.setdefault(f"other:{label.casefold()}", []).append(point)
        else:
            by_key[str(score.instrument)].append(point)
    by_key.update(sorted(others.items()))
    return (_series(key, points) for key, points in by_key.items())


def _lab_series(test: LabTest, labs: Sequence[LabResult]) -> ScoreSeries | None:
    label, unit = _LAB_LABELS[test]
    points = [
        ScorePoint(
            day=lab.day,
            value=value,
            label=label,
            origin=ScoreOrigin.LABORATORY,
            is_below_limit=lab.below_limit,
        )
        for lab in labs
        if lab.test is test and (value := measured_value(lab)) is not None
    ]
    return _series(str(test), points, unit)


def _fascia_series(side: Side | None, findings: Sequence[Finding]) -> ScoreSeries | None:
    label = f"Plantar fascia thickness, {side or 'side not given'}"
    points = [
        _point(finding.day, finding.fascia_mm, label, ScoreOrigin.IMAGING)
        for finding in findings
        if finding.side is side and finding.fascia_mm is not None
    ]
    return _series(f"fascia_{side or 'no_side'}", points, "mm")


def _point(day: date, value: float, label: str, origin: ScoreOrigin) -> ScorePoint:
    return ScorePoint(day=day, value=value, label=label, origin=origin)


def _series(key: str, points: Sequence[ScorePoint], unit: str = "") -> ScoreSeries | None:
    if not points:
        return None
    in_order = tuple(sorted(points, key=_day_of))
    last = in_order[-1]
    return ScoreSeries(key=key, label=last.label, unit=unit, origin=last.origin, points=in_order)


def _day_of(point: ScorePoint) -> date:
    return point.day
