from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.published import AsasHiClass, Ffi, asas_hi, asas_hi_class, basfi, basg, ffi
from heeldiary.domain.refusal import Refused


@pytest.mark.parametrize("items", [[5.0] * 9, [5.0] * 11, []])
def test_basfi_has_ten_items(items: list[float]) -> None:
    with pytest.raises(Refused, match=f"10 items, not {len(items)}"):
        basfi(items)


def test_a_basfi_item_outside_0_to_10_is_refused() -> None:
    with pytest.raises(Refused, match="“BASFI item”"):
        basfi([11, *[5] * 8, None])


@given(st.lists(st.floats(0, 10), min_size=10, max_size=10))
def test_basfi_lies_among_its_items(items: list[float]) -> None:
    score = basfi(items)

    assert score is not None
    assert min(items) - 1e-9 <= score <= max(items) + 1e-9


def test_one_bas_g_value_stands_without_the_other() -> None:
    one = basg(3, None)

    assert (one.last_week, one.last_six_months, one.mean) == (3, None, None)
    assert basg(None, 3).mean is None


@pytest.mark.parametrize("wrong", [-1, 10.5, nan])
def test_a_bas_g_value_outside_0_to_10_is_refused(wrong: float) -> None:
    with pytest.raises(Refused, match="“BAS-G value”"):
        basg(5, wrong)


@pytest.mark.parametrize(("agreed", "missing"), [(18, 0), (-1, 0), (17, 1), (0, 18), (5.5, 0)])
def test_counts_that_17_items_cannot_give_are_refused(agreed: int, missing: int) -> None:
    with pytest.raises(Refused, match=r"“Items (agreed with|missing)” takes"):
        asas_hi(agreed, missing)


def test_a_health_index_typed_in_has_a_class_too() -> None:
    assert asas_hi_class(5) is AsasHiClass.GOOD
    assert asas_hi_class(11.5) is AsasHiClass.MODERATE
    assert asas_hi_class(12) is AsasHiClass.POOR


def test_a_health_index_above_17_is_refused() -> None:
    with pytest.raises(Refused, match=r"from 0 to 17, not “17\.5”"):
        asas_hi_class(17.5)


def test_a_foot_function_index_without_applicable_items_is_none() -> None:
    nothing = ffi([None] * 9, [None] * 9, [None] * 5)

    assert nothing == Ffi(pain=None, disability=None, activity=None, total=None)


def test_the_parts_of_the_foot_function_index_have_9_9_and_5_items() -> None:
    with pytest.raises(Refused, match="“FFI activity limitation” takes 5 items, not 9"):
        ffi([5] * 9, [5] * 9, [5] * 9)


def test_a_foot_function_item_outside_0_to_10_is_refused() -> None:
    with pytest.raises(Refused, match="“FFI pain” takes a number from 0 to 10, not “11”"):
        ffi([11, *[5] * 8], [5] * 9, [5] * 5)
