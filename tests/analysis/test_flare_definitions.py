from collections.abc import Callable
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.flare_definitions import asdas_flare, basdai_flare, pain_flare
from heeldiary.domain.refusal import Refused

TENTHS = st.integers(0, 100)


@given(TENTHS, TENTHS)
def test_cut_offs_are_met_by_exact_decimals(before: int, after: int) -> None:
    rise = after - before
    flare = asdas_flare(before / 10, after / 10)

    assert (flare.by_0_6, flare.by_0_9, flare.by_1_1) == (rise >= 6, rise >= 9, rise >= 11)
    assert flare.by_0_6_to_1_3 == (rise >= 6 and after >= 13)


@given(TENTHS, TENTHS)
def test_a_flare_by_the_stricter_definition_is_one_by_the_laxer(before: int, after: int) -> None:
    flare = basdai_flare(before / 10, after / 10)

    assert flare.by_2 or not flare.by_3
    assert flare.by_2_to_4 or not flare.by_3_to_4
    assert flare.by_2 or not flare.conditional


def test_a_rise_by_six_tenths_may_lead_to_just_one_and_three_tenths() -> None:
    assert asdas_flare(0.7, 1.3).by_0_6_to_1_3


@pytest.mark.parametrize("wrong", [-0.1, 15.1, nan])
@pytest.mark.parametrize(
    ("definition", "highest"), [(pain_flare, 10), (basdai_flare, 10), (asdas_flare, 15)]
)
def test_what_cannot_be_is_refused(
    definition: Callable[[float, float], object], highest: int, wrong: float
) -> None:
    with pytest.raises(Refused, match=f"takes a number from 0 to {highest}"):
        definition(wrong, 5)
    with pytest.raises(Refused, match=f"takes a number from 0 to {highest}"):
        definition(5, wrong)
