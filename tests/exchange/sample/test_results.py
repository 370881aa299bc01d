"""What is measured of a made-up life, and its visits."""

from itertools import pairwise
from statistics import fmean

import pytest

from heeldiary.domain.factor import Side
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    FindingKind,
    Instrument,
    LabResult,
    LabTest,
    WeeklyCheck,
)
from heeldiary.domain.visits import Question, Visit
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from tests.exchange.sample.diaries import SEEDS, all_of, answers, medicine_day, the_span

QUESTIONS = (
    "tiredness",
    "axial_pain",
    "joint_pain",
    "tenderness",
    "stiffness",
    "stiffness_minutes",
    "disease_activity",
)


def is_whole(check: WeeklyCheck) -> bool:
    return all(getattr(check, question) is not None for question in QUESTIONS)


@pytest.mark.parametrize("seed", SEEDS)
def test_about_seven_weeks_in_ten_have_a_check_on_their_sunday(seed: int) -> None:
    checks = all_of(WeeklyCheck, seed, 5)

    assert {check.day.isoweekday() for check in checks} == {7}
    assert 0.6 < len(checks) / (len(the_span(5)) / 7) < 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_some_checks_are_not_whole(seed: int) -> None:
    checks = all_of(WeeklyCheck, seed, 5)

    assert 0.6 < fmean(is_whole(check) for check in checks) < 0.97


def test_a_check_goes_along_with_the_answers_of_its_week() -> None:
    felt = answers("disease_felt", 1, 5)
    calm, bad = [
        fmean(felt[c.day] for c in all_of(WeeklyCheck, 1, 5)
              if c.day in felt and c.disease_activity in levels)
        for levels in ((0, 1, 2), (5, 6, 7))
    ]  # fmt: skip

    assert bad > calm + 2


@pytest.mark.parametrize("seed", SEEDS)
def test_blood_is_taken_every_few_months(seed: int) -> None:
    days = [lab.day for lab in all_of(LabResult, seed, 5) if lab.test is LabTest.CRP]
    gaps = [(later - day).days for day, later in pairwise(days)]

    assert 60 < fmean(gaps) < 180
    assert days == [lab.day for lab in all_of(LabResult, seed, 5) if lab.test is LabTest.ESR]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gene_is_looked_for_once(seed: int) -> None:
    (found,) = (lab for lab in all_of(LabResult, seed, 10) if lab.test is LabTest.HLA_B27)

    assert (found.value, found.words) == (None, "positive")


def test_crp_is_below_what_can_be_measured_now_and_then_and_comes_in_both_units() -> None:
    values = [
        lab for seed in SEEDS for lab in all_of(LabResult, seed, 5) if lab.test is LabTest.CRP
    ]

    assert {lab.unit for lab in values} == {"mg/L", "mg/dL"}
    assert 0.03 < fmean(lab.below_limit for lab in values) < 0.6
    assert {lab.value for lab in values if lab.below_limit} <= {3.0, 0.3}


def test_crp_is_lower_after_the_injections_began() -> None:
    by_time: dict[bool, list[float]] = {True: [], False: []}
    for seed in SEEDS:
        for lab in all_of(LabResult, seed, 2):
            if lab.test is LabTest.CRP and lab.value is not None:
                in_mg_per_l = lab.value * (10 if lab.unit == "mg/dL" else 1)
                by_time[(lab.day - medicine_day(seed)).days > 60].append(in_mg_per_l)

    assert fmean(by_time[True]) < fmean(by_time[False]) - 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_clinics_forms_are_filled_in_at_visits(seed: int) -> None:
    visits = {visit.day for visit in all_of(Visit, seed, 5)}
    scores = all_of(ClinicScore, seed, 5)

    assert {score.day for score in scores} <= visits
    assert {score.instrument for score in scores} == {
        Instrument.BASDAI,
        Instrument.BASFI,
        Instrument.ASAS_HI,
        Instrument.BASG_WEEK,
        Instrument.BASG_SIX_MONTHS,
        Instrument.FFI,
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_pictures_show_the_pelvis_and_both_heels(seed: int) -> None:
    found = all_of(Finding, seed)
    heels = {f.side: f.fascia_mm for f in found if f.what is FindingKind.ULTRASOUND}

    assert {FindingKind.XRAY, FindingKind.MRI} < {finding.what for finding in found}
    assert set(heels) == set(Side)
    assert all(thickness and 2.5 < thickness < 6 for thickness in heels.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_visits_are_some_months_apart_on_working_days(seed: int) -> None:
    days = [visit.day for visit in all_of(Visit, seed, 5)]
    gaps = [(later - day).days for day, later in pairwise(days)]

    assert 100 < fmean(gaps) < 190
    assert min(gaps) > 20
    assert all(day.isoweekday() <= 5 for day in days)


@pytest.mark.parametrize("years", [0.1, 0.5, 2, 10])
@pytest.mark.parametrize("seed", SEEDS)
def test_one_visit_is_still_to_come(seed: int, years: float) -> None:
    ahead = [visit for visit in all_of(Visit, seed, years) if visit.day > SAMPLE_LAST_DAY]

    assert len(ahead) == 1
    assert (ahead[0].decisions, ahead[0].said) == ("", "")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_visit_decides_on_the_injections_some_days_before(seed: int) -> None:
    decided = [v.day for v in all_of(Visit, seed) if v.decisions.startswith("Adalimumab")]

    assert len(decided) == 1
    assert 5 <= (medicine_day(seed) - decided[0]).days <= 7


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_are_answered_at_a_later_visit_or_open(seed: int) -> None:
    visits = {visit.id: visit for visit in all_of(Visit, seed, 5)}
    closed = [q for q in all_of(Question, seed, 5) if q.closed]
    open_ones = [q for q in all_of(Question, seed, 5) if not q.closed]

    assert open_ones
    assert not any(question.visit or question.answer for question in open_ones)
    assert any(question.answer for question in closed)
    for question in closed:
        assert question.visit is not None
        assert question.day <= visits[question.visit].day


@pytest.mark.parametrize("seed", SEEDS)
def test_no_question_is_open_twice(seed: int) -> None:
    texts = [q.text for q in all_of(Question, seed, 10) if not q.closed]

    assert len(set(texts)) == len(texts)
