from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.responses import (
    AsasDomains,
    PartialRemission,
    asas20,
    asas40,
    basdai_change,
    inflammation,
    pain_change,
    partial_remission,
)
from heeldiary.domain.refusal import Refused

RATINGS = st.floats(0, 10)


def domains(*values: float) -> AsasDomains:
    patient_global, pain, basfi, infl = values
    return AsasDomains(patient_global=patient_global, pain=pain, basfi=basfi, inflammation=infl)


ALL = st.builds(
    AsasDomains, patient_global=RATINGS, pain=RATINGS, basfi=RATINGS, inflammation=RATINGS
)


def test_two_domains_that_did_not_get_better_are_one_too_many() -> None:
    assert not asas20(domains(6, 6, 6, 6), domains(4, 4, 6, 6))
    assert not asas40(domains(6, 6, 6, 6), domains(2, 2, 6, 6))


def test_a_domain_that_rose_from_zero_by_one_unit_is_worse() -> None:
    assert asas20(domains(6, 6, 6, 0), domains(4, 4, 4, 0.9))
    assert not asas20(domains(6, 6, 6, 0), domains(4, 4, 4, 1))


def test_worse_is_a_share_of_what_it_was_before() -> None:
    """From 5 to 6 is 20 % of 5, though less of 6."""
    assert not asas20(domains(6, 6, 6, 5), domains(4, 4, 4, 6))


@given(ALL, ALL)
def test_who_reaches_40_has_reached_20(before: AsasDomains, after: AsasDomains) -> None:
    assert asas20(before, after) or not asas40(before, after)


@given(ALL)
def test_no_change_is_no_response(same: AsasDomains) -> None:
    assert not asas20(same, same)


def test_two_exactly_is_a_boundary_unless_another_domain_is_above_it() -> None:
    assert partial_remission(domains(0, 1, 2, 0)) is PartialRemission.BOUNDARY
    assert partial_remission(domains(0, 1, 2, 3)) is PartialRemission.NO


def test_inflammation_is_the_mean_of_both_items_of_stiffness() -> None:
    assert inflammation(4, 7) == 5.5


@pytest.mark.parametrize("wrong", [-1, 11, nan])
def test_what_is_outside_0_to_10_is_refused(wrong: float) -> None:
    with pytest.raises(Refused, match="“ASAS domain”"):
        domains(5, 5, 5, wrong)
    with pytest.raises(Refused, match="“Stiffness duration”"):
        inflammation(5, wrong)
    with pytest.raises(Refused, match="“BASDAI”"):
        basdai_change(5, wrong)
    with pytest.raises(Refused, match="“Pain”"):
        pain_change(wrong, 5)


def test_the_smaller_cut_off_of_basdai_is_for_any_score_before() -> None:
    change = basdai_change(3.2, 2.5)

    assert (change.mcii, change.mcii_active) == (True, False)
    assert not basdai_change(3.2, 2.51).mcii


def test_the_larger_cut_off_of_basdai_is_for_4_and_more_before() -> None:
    assert basdai_change(4, 2.9).mcii_active
    assert not basdai_change(3.9, 0).mcii_active


def test_pain_that_came_from_nothing_has_no_percent() -> None:
    change = pain_change(0, 4)

    assert (change.reduction, change.percent, change.thirty_percent) == (-4, None, False)


def test_the_least_pain_a_number_can_say_has_no_percent_either() -> None:
    assert pain_change(5e-324, 10).percent is None


@given(RATINGS, RATINGS)
def test_half_is_also_thirty_percent(before: float, after: float) -> None:
    change = pain_change(before, after)

    assert change.thirty_percent or not change.fifty_percent
    assert change.reduction <= 0 or change.percent is None or change.percent >= 0
