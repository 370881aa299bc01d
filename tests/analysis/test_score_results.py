from datetime import date, timedelta
from math import log, sqrt

import pytest

from heeldiary.analysis.score_results import (
    asdas_results,
    basdai_result,
    basdai_type,
    check_lab,
    counted_value,
    measured_value,
    missing_for_asdas,
)
from heeldiary.analysis.scores import AsdasChange, AsdasState
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import LabResult, LabTest
from tests.builders import FRI, MON
from tests.results import a_check, a_crp, a_full_check, an_esr


def days(count: int) -> timedelta:
    return timedelta(days=count)


def test_a_full_check_has_a_basdai_type_score() -> None:
    assert basdai_type(a_full_check()) == pytest.approx(5.0)


def test_stiffness_counts_by_its_minutes_up_to_two_hours() -> None:
    check = a_full_check(stiffness_minutes=30.0)

    assert basdai_type(check) == pytest.approx((5 * 4 + (5 + 2.5) / 2) / 5)
    assert basdai_type(a_full_check(stiffness_minutes=720.0)) == pytest.approx((20 + 7.5) / 5)


def test_a_check_of_zeros_has_a_score_of_zero() -> None:
    zeros = a_full_check(
        tiredness=0.0,
        axial_pain=0.0,
        joint_pain=0.0,
        tenderness=0.0,
        stiffness=0.0,
        stiffness_minutes=0.0,
    )

    assert basdai_type(zeros) == 0.0


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("tiredness", "Tiredness"),
        ("axial_pain", "Neck, back or hip pain"),
        ("joint_pain", "Pain or swelling in other joints"),
        ("tenderness", "Soreness when touched or pressed"),
        ("stiffness", "Morning stiffness: how strong"),
        ("stiffness_minutes", "Morning stiffness: how long (minutes)"),
    ],
)
def test_without_one_of_six_answers_there_is_no_score(field: str, name: str) -> None:
    result = basdai_result(a_full_check(MON, **{field: None}))

    assert (result.score, result.missing) == (None, (name,))


def test_the_seventh_answer_is_no_part_of_the_basdai_type_score() -> None:
    result = basdai_result(a_full_check(disease_activity=None))

    assert result.score == pytest.approx(5.0)
    assert result.missing == ()


def test_asdas_needs_four_answers() -> None:
    check = a_check(axial_pain=1.0, stiffness_minutes=0.0, disease_activity=2.0, joint_pain=0.0)

    assert missing_for_asdas(check) == ()
    assert missing_for_asdas(a_check(tiredness=1.0)) == (
        "Neck, back or hip pain",
        "Pain or swelling in other joints",
        "Morning stiffness: how long (minutes)",
        "How active has your spondyloarthritis been?",
    )


def test_a_check_and_a_crp_make_an_asdas() -> None:
    (result,) = asdas_results([a_full_check()], [a_crp(10.0)]).crp

    assert result.score == pytest.approx(3.198, abs=1e-3)
    assert result.state is AsdasState.HIGH
    assert (result.day, result.lab, result.gap_days) == (MON, a_crp(10.0), 0)


def test_a_check_and_an_esr_make_the_other_asdas() -> None:
    results = asdas_results([a_full_check()], [an_esr(25.0)])

    assert results.crp == ()
    assert results.esr[0].score == pytest.approx(5 * (0.079 + 0.069 + 0.113 + 0.086) + 0.293 * 5)


def test_the_two_kinds_of_asdas_are_never_one_series() -> None:
    results = asdas_results([a_full_check()], [a_crp(), an_esr()])

    assert [result.marker for result in results.crp] == [LabTest.CRP]
    assert [result.marker for result in results.esr] == [LabTest.ESR]


@pytest.mark.parametrize("apart", [-14, 14])
def test_a_value_fourteen_days_away_still_counts(apart: int) -> None:
    (result,) = asdas_results([a_full_check()], [a_crp(day=MON + days(apart))]).crp

    assert result.gap_days == 14


@pytest.mark.parametrize("apart", [-15, 15])
def test_a_value_fifteen_days_away_does_not_count(apart: int) -> None:
    assert asdas_results([a_full_check()], [a_crp(day=MON + days(apart))]).crp == ()


def test_the_nearest_value_is_taken() -> None:
    labs = [a_crp(day=MON - days(5)), a_crp(day=MON + days(3)), a_crp(day=MON + days(9))]

    (result,) = asdas_results([a_full_check()], labs).crp

    assert result.lab.day == MON + days(3)


def test_of_two_equally_near_the_earlier_one_is_taken() -> None:
    labs = [a_crp(day=MON + days(4)), a_crp(day=MON - days(4))]

    (result,) = asdas_results([a_full_check()], labs).crp

    assert result.lab.day == MON - days(4)


def test_of_two_values_of_one_day_the_one_recorded_last_is_taken() -> None:
    first = a_crp(10.0, id="z")
    last = a_crp(4.0, id="a", recorded_at=first.recorded_at + timedelta(hours=1))

    (result,) = asdas_results([a_full_check()], [first, last]).crp

    assert result.lab is last


@pytest.mark.parametrize("field", ["axial_pain", "stiffness_minutes", "joint_pain"])
def test_a_check_without_an_answer_it_needs_makes_no_asdas(field: str) -> None:
    assert asdas_results([a_full_check(MON, **{field: None})], [a_crp()]).crp == ()


def test_an_asdas_needs_no_answer_but_its_four() -> None:
    check = a_full_check(tiredness=None, tenderness=None, stiffness=None)

    assert len(asdas_results([check], [a_crp()]).crp) == 1


@pytest.mark.parametrize("lab", [a_crp(0.5), a_crp(5.0, below_limit=True)])
def test_a_crp_below_two_or_below_the_limit_counts_as_two(lab: LabResult) -> None:
    (result,) = asdas_results([a_full_check()], [lab]).crp

    assert result.score == pytest.approx(2.446, abs=1e-3)
    assert result.counts_as_lowest


def test_a_crp_that_is_only_said_to_be_below_the_limit_counts_as_two() -> None:
    lab = a_crp(None, words="not measurable", below_limit=True)

    (result,) = asdas_results([a_full_check()], [lab]).crp

    assert result.score == pytest.approx(2.446, abs=1e-3)


def test_a_crp_in_mg_per_dl_counts_ten_times() -> None:
    (result,) = asdas_results([a_full_check()], [a_crp(1.0, unit="mg/dL")]).crp

    assert result.score == pytest.approx(5 * 0.362 + 0.579 * log(11))
    assert not result.counts_as_lowest


def test_the_first_asdas_has_no_change() -> None:
    (result,) = asdas_results([a_full_check()], [a_crp()]).crp

    assert (result.change, result.difference, result.before) == (None, None, None)


def test_a_further_asdas_tells_the_change_since_the_one_before() -> None:
    labs = [a_crp(10.0), a_crp(100.0, day=FRI)]

    first, last = asdas_results([a_full_check(FRI), a_full_check()], labs).crp

    assert last.change is AsdasChange.WORSENING
    assert last.difference == pytest.approx(last.score - first.score)
    assert last.before == MON


def test_the_change_is_told_within_one_kind_only() -> None:
    results = asdas_results(
        [a_full_check(), a_full_check(FRI + days(20))],
        [
            a_crp(),
            an_esr(day=FRI + days(20)),
        ],
    )

    assert results.crp[0].change is None
    assert results.esr[0].change is None


@pytest.mark.parametrize(
    "impossible",
    [
        a_crp(10_001.0),
        a_crp(1_001.0, unit="mg/dL"),
        a_crp(1.0, unit="nmol/L"),
        a_crp(None, words="?"),
    ],
)
def test_a_value_that_cannot_be_is_passed_over(impossible: LabResult) -> None:
    usable = a_crp(10.0, day=MON + days(7))

    (result,) = asdas_results([a_full_check()], [impossible, usable]).crp

    assert result.lab is usable


def test_an_esr_below_a_limit_is_not_counted() -> None:
    assert asdas_results([a_full_check()], [an_esr(2.0, below_limit=True)]).esr == ()


@pytest.mark.parametrize(
    ("lab", "measured", "counted"),
    [
        (a_crp(0.3, unit="mg/dL"), 3.0, 3.0),
        (a_crp(0.5), 0.5, 2.0),
        (a_crp(5.0, below_limit=True), 5.0, 2.0),
        (an_esr(40.0), 40.0, 40.0),
        (an_esr(301.0), None, None),
        (a_crp(10_001.0), None, None),
    ],
)
def test_a_value_is_shown_as_measured_and_counted_by_the_rule(
    lab: LabResult, measured: float | None, counted: float | None
) -> None:
    assert (measured_value(lab), counted_value(lab)) == (measured, counted)


def test_other_tests_are_no_part_of_asdas() -> None:
    ferritin = a_crp(50.0, unit="µg/L")
    other = LabResult(
        id="f",
        day=MON,
        test=LabTest.OTHER,
        name="Ferritin",
        value=50.0,
        recorded_at=ferritin.recorded_at,
        origin=ferritin.origin,
    )

    assert (measured_value(other), counted_value(other)) == (None, None)


@pytest.mark.parametrize("lab", [a_crp(10_000.0), a_crp(1_000.0, unit="mg/dL"), an_esr(300.0)])
def test_the_largest_values_are_taken(lab: LabResult) -> None:
    check_lab(lab)

    assert measured_value(lab) is not None


@pytest.mark.parametrize(
    ("lab", "sentence"),
    [
        (a_crp(10_001.0), "“CRP” takes a number from 0 to 10000 mg/L, not “10001”."),
        (a_crp(1_001.0, unit="mg/dL"), "“CRP” takes a number from 0 to 1000 mg/dL, not “1001”."),
        (an_esr(301.0), "“ESR” takes a number from 0 to 300 mm/h, not “301”."),
        (a_crp(1.0, unit="nmol/L"), "A CRP is taken in mg/L or mg/dL, not in “nmol/L”."),
    ],
)
def test_a_larger_value_is_refused(lab: LabResult, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        check_lab(lab)

    assert str(refused.value) == sentence


def test_the_largest_answers_and_values_still_make_an_asdas() -> None:
    check = a_full_check(
        axial_pain=10.0, joint_pain=10.0, stiffness_minutes=720.0, disease_activity=10.0
    )

    results = asdas_results([check], [a_crp(10_000.0), an_esr(300.0)])

    assert results.crp[0].state is results.esr[0].state is AsdasState.VERY_HIGH
    assert results.esr[0].score == pytest.approx(3.47 + 0.293 * sqrt(300))


def test_forty_years_of_checks_are_paired() -> None:
    first = date(1986, 11, 17)
    checks = [a_full_check(first + days(7 * week)) for week in range(2_000)]
    labs = [a_crp(day=first + days(28 * month)) for month in range(501)]

    assert len(asdas_results(checks, labs).crp) == 2_000
