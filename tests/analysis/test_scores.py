import subprocess
import sys
from decimal import Decimal
from itertools import product
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis import scores
from heeldiary.analysis.scores import AsdasChange, AsdasState
from heeldiary.domain.refusal import Refused

RATINGS = st.floats(0, 10)
SIX = st.tuples(RATINGS, RATINGS, RATINGS, RATINGS, RATINGS, RATINGS)
FOUR = st.tuples(RATINGS, RATINGS, RATINGS, RATINGS)
_NOISE = 1e-9


def higher(values: tuple[float, ...], place: int, by: float) -> tuple[float, ...]:
    """The values with one of them moved towards 10."""
    return (*values[:place], values[place] + (10 - values[place]) * by, *values[place + 1 :])


def test_an_item_that_is_missing_leaves_no_basdai() -> None:
    assert all(
        scores.basdai(*(None if item == missing else 5 for item in range(6))) is None
        for missing in range(6)
    )


@pytest.mark.parametrize("wrong", [-0.1, 10.1, nan])
def test_an_item_outside_0_to_10_is_refused_even_beside_a_missing_one(wrong: float) -> None:
    with pytest.raises(Refused, match="“BASDAI item” takes a number from 0 to 10, not"):
        scores.basdai(None, 5, 5, 5, 5, wrong)


@given(SIX)
def test_basdai_lies_between_0_and_10(items: tuple[float, ...]) -> None:
    score = scores.basdai(*items)

    assert score is not None
    assert -_NOISE <= score <= 10 + _NOISE


@given(SIX, st.integers(0, 5), st.floats(0, 1))
def test_a_higher_item_never_lowers_basdai(items: tuple[float, ...], place: int, by: float) -> None:
    lower, upper = scores.basdai(*items), scores.basdai(*higher(items, place, by))

    assert lower is not None
    assert upper is not None
    assert upper >= lower - _NOISE


@given(st.floats(0, 1440), st.floats(0, 1440))
def test_longer_stiffness_never_lowers_its_item(one: float, other: float) -> None:
    shorter, longer = sorted((one, other))

    assert 0 <= scores.stiffness_item(shorter) <= scores.stiffness_item(longer) <= 10


@pytest.mark.parametrize("minutes", [-1, 1441, nan])
def test_minutes_that_no_day_has_are_refused(minutes: float) -> None:
    with pytest.raises(Refused, match="1440 min"):
        scores.stiffness_item(minutes)


@pytest.mark.parametrize(
    ("score", "shown"),
    [(5.65, "5.7"), (0.05, "0.1"), (2.5, "2.5"), (3.99, "4.0"), (4.25, "4.3"), (10, "10.0")],
)
def test_basdai_is_shown_with_one_decimal_half_upwards(score: float, shown: str) -> None:
    assert str(scores.basdai_shown(score)) == shown


@pytest.mark.parametrize("twentieths", range(1, 200, 2))
def test_no_half_is_lost_to_the_float_of_a_score(twentieths: int) -> None:
    exact = Decimal(twentieths) / 20

    assert scores.basdai_shown(twentieths * 0.05) == exact + Decimal("0.05")


def test_asdas_is_shown_with_two_decimals() -> None:
    assert scores.asdas_shown(2.096) == Decimal("2.10")
    assert str(scores.asdas_shown(2.0949)) == "2.09"
    assert scores.asdas_state(2.096) is AsdasState.LOW


@pytest.mark.parametrize("missing", range(5))
def test_an_asdas_needs_all_of_its_five_values(missing: int) -> None:
    values = [None if place == missing else 5.0 for place in range(5)]

    assert scores.asdas_crp(*values) is None
    assert scores.asdas_esr(*values) is None


@pytest.mark.parametrize("crp", [-1, 10_001, nan])
def test_a_crp_that_nobody_has_is_refused(crp: float) -> None:
    with pytest.raises(Refused, match="“CRP” takes a number from 0 to 10000 mg/L"):
        scores.asdas_crp(5, 5, 5, 5, crp)


@pytest.mark.parametrize("esr", [-1, 301, nan])
def test_an_esr_that_nobody_has_is_refused(esr: float) -> None:
    with pytest.raises(Refused, match="“ESR” takes a number from 0 to 300 mm/h"):
        scores.asdas_esr(5, 5, 5, 5, esr)


@pytest.mark.parametrize("place", range(4))
def test_an_asdas_answer_outside_0_to_10_is_refused(place: int) -> None:
    answers = [11.0 if each == place else 5.0 for each in range(4)]

    for formula in (scores.asdas_crp, scores.asdas_esr):
        with pytest.raises(Refused, match="“ASDAS answer”"):
            formula(*[*answers, 5])


@given(FOUR, st.integers(0, 3), st.floats(0, 1), st.floats(0, 300), st.floats(0, 300))
def test_more_of_anything_never_lowers_asdas(
    answers: tuple[float, ...], place: int, by: float, one: float, other: float
) -> None:
    lesser, greater = sorted((one, other))

    for formula in (scores.asdas_crp, scores.asdas_esr):
        lower = formula(*[*answers, lesser])
        upper = formula(*[*higher(answers, place, by), greater])
        assert lower is not None
        assert upper is not None
        assert upper >= lower - _NOISE


@given(FOUR, st.floats(0, 10_000))
def test_no_asdas_with_crp_is_below_that_of_two_mg(answers: tuple[float, ...], crp: float) -> None:
    score = scores.asdas_crp(*[*answers, crp])

    assert score is not None
    assert score + 1e-4 >= 0.6361
    assert score < 15


@given(st.floats(0, 15), st.floats(0, 15))
def test_a_higher_asdas_has_no_lower_state(one: float, other: float) -> None:
    order = list(AsdasState)
    lower, upper = sorted((one, other))

    assert order.index(scores.asdas_state(lower)) <= order.index(scores.asdas_state(upper))


def test_a_score_that_reaches_a_cut_off_but_for_its_float_has_reached_it() -> None:
    """Over all whole answers; 1000 times the score is a whole number when ESR is a square."""
    for back, stiff, overall, other, root in product(range(0, 11, 2), repeat=5):
        score = scores.asdas_esr(back, stiff, overall, other, root * root)
        exact = 79 * back + 69 * stiff + 113 * overall + 86 * other + 293 * root
        cut_offs = (exact >= 1300, exact >= 2100, exact > 3500)
        assert score is not None
        assert scores.asdas_state(score) is list(AsdasState)[sum(cut_offs)]


@pytest.mark.parametrize("score", [-0.01, 15.01, nan])
def test_a_score_that_cannot_be_is_refused(score: float) -> None:
    for of_asdas in (scores.asdas_state, scores.asdas_shown):
        with pytest.raises(Refused, match="“ASDAS”"):
            of_asdas(score)
    for of_basdai in (scores.basdai_is_active, scores.basdai_shown):
        with pytest.raises(Refused, match="“BASDAI”"):
            of_basdai(score)
    with pytest.raises(Refused, match="“ASDAS”"):
        scores.asdas_change(2, score)
    with pytest.raises(Refused, match="“ASDAS”"):
        scores.asdas_change(score, 2)


def test_a_change_is_compared_to_a_billionth() -> None:
    assert 3.3 - 2.2 < 1.1
    assert scores.asdas_change(3.3, 2.2) is AsdasChange.IMPROVEMENT


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_change_is_named_by_its_exact_decimals(before: int, after: int) -> None:
    fall = before - after
    name = scores.asdas_change(before / 1000, after / 1000)

    assert (name is AsdasChange.MAJOR_IMPROVEMENT) == (fall >= 2000)
    assert (name is AsdasChange.IMPROVEMENT) == (1100 <= fall < 2000)
    assert (name is AsdasChange.WORSENING) == (fall <= -900)


def test_crp_is_told_apart_as_measured_and_as_asdas_counts_it() -> None:
    assert scores.mg_per_l(0.06, "mg/dL") == 0.6
    assert scores.crp_mg_per_l(0.06, " MG/DL ") == 2
    assert scores.crp_mg_per_l(20, "mg/l", below_limit=True) == 2


@pytest.mark.parametrize("unit", ["nmol/L", "", "g/L", "mg"])
def test_any_other_unit_of_crp_is_refused(unit: str) -> None:
    with pytest.raises(Refused, match="mg/L or mg/dL, not in"):
        scores.crp_mg_per_l(5, unit)


@pytest.mark.parametrize("value", [-1, 1_001, nan])
def test_a_crp_outside_what_is_possible_is_refused_in_its_own_unit(value: float) -> None:
    with pytest.raises(Refused, match="from 0 to 1000 mg/dL"):
        scores.crp_mg_per_l(value, "mg/dL", below_limit=True)


def test_scores_and_rules_load_no_arrays() -> None:
    script = (
        "import sys, heeldiary.analysis.scores, heeldiary.analysis.load_rules;"
        "sys.exit('numpy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
