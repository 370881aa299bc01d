"""Scores, laboratory values and imaging as the page for a visit has them: values, then words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from heeldiary.analysis.score_results import (
    LONGEST_GAP,
    AsdasResult,
    asdas_results,
    basdai_result,
)
from heeldiary.analysis.score_series import BASDAI_TYPE
from heeldiary.analysis.scores import AsdasState
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.result_words import FINDING_NAMES, TEST_NAMES, instrument_label
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.reports.words import DASH, Words, at_most, say_day, say_days, shortened

MOST_SCORES, MOST_LABS, MOST_FINDINGS = 5, 5, 2
_LOOKED_AT = 60
"""The newest totals and findings; older ones are history."""
_FIRST_DAY = date(1900, 1, 1)
_LONGEST_NAME = 34

_STATES = {
    AsdasState.INACTIVE: "inactive disease",
    AsdasState.LOW: "low disease activity",
    AsdasState.HIGH: "high disease activity",
    AsdasState.VERY_HIGH: "very high disease activity",
}
_MARKERS = {LabTest.CRP: ("ASDAS-CRP", "CRP"), LabTest.ESR: ("ASDAS-ESR", "ESR")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A score, and an earlier one of the same kind and origin beside it."""

    label: str
    day: date
    value: float
    earlier: tuple[date, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabTold:
    """A laboratory value as it was reported, and the one before it."""

    latest: LabResult
    before: LabResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What the period has of scores, and what is the newest of laboratory and imaging."""

    checks: int
    """Weekly checks in the period."""
    basdai: Scored | None
    asdas: tuple[AsdasResult, ...]
    """The latest of each kind in the period."""
    clinic: tuple[Scored, ...]
    labs: tuple[LabTold, ...]
    findings: tuple[Finding, ...]
    """Newest first."""


def results_of(diary: Diary, span: Span) -> Results:
    """The scores of the period; laboratory and imaging of any day up to its last."""
    checks = diary.records(WeeklyCheck, span)
    labs = diary.records(LabResult, Span(_FIRST_DAY, span.last))
    near = [lab for lab in labs if lab.day >= span.first - LONGEST_GAP]
    asdas = asdas_results(checks, near)
    return Results(
        checks=len(checks),
        basdai=_basdai(checks),
        asdas=(*asdas.crp[-1:], *asdas.esr[-1:]),
        clinic=tuple(_clinic(diary, span)),
        labs=tuple(_labs(labs, span)),
        findings=tuple(diary.newest(Finding, _LOOKED_AT, until=span.last)),
    )


def _basdai(checks: Iterable[WeeklyCheck]) -> Scored | None:
    """The latest of the period beside the first."""
    scores = [
        (result.day, result.score)
        for result in map(basdai_result, checks)
        if result.score is not None
    ]
    return _scored(BASDAI_TYPE, scores) if scores else None


def _scored(label: str, scores: Sequence[tuple[date, float]]) -> Scored:
    day, value = scores[-1]
    earlier = scores[0] if len(scores) > 1 else None
    return Scored(label=label, day=day, value=value, earlier=earlier)


def _clinic(diary: Diary, span: Span) -> Iterator[Scored]:
    """The latest total of each kind that falls into the period, beside the one before it."""
    by_label: dict[str, list[tuple[date, float]]] = {}
    for score in reversed(diary.newest(ClinicScore, _LOOKED_AT, until=span.last)):
        label = instrument_label(score.instrument, shortened(score.name, _LONGEST_NAME))
        label = label if "clinic" in label else f"{label} (clinic form)"
        by_label.setdefault(label, []).append((score.day, score.value))
    for label, scores in by_label.items():
        if scores[-1][0] in span:
            yield _scored(label, scores[-2:])


def _labs(labs: Sequence[LabResult], span: Span) -> Iterator[LabTold]:
    """CRP, ESR and HLA-B27 of any day; other tests when they fall into the period."""
    by_test: dict[str, list[LabResult]] = {test: [] for test in TEST_NAMES.values()}
    for lab in labs:
        by_test.setdefault(_test(lab), []).append(lab)
    for name, found in by_test.items():
        if found and (name in TEST_NAMES.values() or found[-1].day in span):
            yield LabTold(latest=found[-1], before=found[-2] if len(found) > 1 else None)


def score_lines(results: Results, words: Words) -> tuple[str, ...]:
    lines = [*_score_lines(results, words)]
    if not lines:
        return (_no_score(results.checks),)
    return at_most(lines, MOST_SCORES)


def _no_score(checks: int) -> str:
    if not checks:
        return "No weekly check and no score of a clinic in this period."
    counted = "1 weekly check" if checks == 1 else f"{checks} weekly checks"
    return f"{counted}, none with all answers that a score needs."


def _score_lines(results: Results, words: Words) -> Iterator[str]:
    for result in results.asdas:
        yield _asdas(result, words)
    if results.basdai is not None:
        yield _score(results.basdai, words)
    for scored in results.clinic:
        yield _score(scored, words)


def _score(scored: Scored, words: Words) -> str:
    line = f"{scored.label}: {words.figure(scored.value)} on {say_day(scored.day)}"
    if scored.earlier is None:
        return line
    day, value = scored.earlier
    return f"{line}; {words.figure(value)} on {say_day(day)}"


def _asdas(result: AsdasResult, words: Words) -> str:
    label, marker = _MARKERS[result.marker]
    counted = ", counted as 2 mg/L" if result.counts_as_lowest else ""
    line = (
        f"{label}: {words.figure(result.score)} on {say_day(result.day)}, {_STATES[result.state]} "
        f"({marker} {_value(result.lab, words)} of {say_day(result.lab.day)}{counted}, "
        f"{say_days(result.gap_days)} apart)"
    )
    if result.difference is None or result.before is None:
        return line
    return f"{line}; {words.signed(result.difference)} since {say_day(result.before)}"


def result_lines(results: Results, words: Words) -> tuple[str, ...]:
    """Laboratory and imaging."""
    labs = at_most((_lab(told, words) for told in results.labs), MOST_LABS)
    findings = at_most((_finding(found, words) for found in results.findings), MOST_FINDINGS)
    return (*labs, *findings) or ("No laboratory value and no imaging is recorded.",)


def _lab(told: LabTold, words: Words) -> str:
    name = _test(told.latest)
    line = f"{name}: {_value(told.latest, words)} on {say_day(told.latest.day)}"
    if told.before is None or told.latest.test is LabTest.HLA_B27:
        return line
    return f"{line}; {_value(told.before, words)} on {say_day(told.before.day)}"


def _test(lab: LabResult) -> str:
    return TEST_NAMES.get(lab.test) or shortened(lab.name, _LONGEST_NAME)


def _value(lab: LabResult, words: Words) -> str:
    if lab.value is None:
        return shortened(lab.words, _LONGEST_NAME) or DASH
    below = "< " if lab.below_limit else ""
    unit = f" {shortened(lab.unit, 12)}" if lab.unit else ""
    return f"{below}{words.figure(lab.value, 2)}{unit}"


def _finding(finding: Finding, words: Words) -> str:
    """What it was, where and when; the words of the report are not printed."""
    where = [shortened(finding.site, _LONGEST_NAME)] if finding.site.strip() else []
    if finding.side is not None:
        where.append(str(finding.side))
    if finding.fascia_mm is not None:
        where.append(f"plantar fascia {words.figure(finding.fascia_mm)} mm")
    places = f", {', '.join(where)}" if where else ""
    return f"{FINDING_NAMES[finding.what]}{places}: {say_day(finding.day)}"
