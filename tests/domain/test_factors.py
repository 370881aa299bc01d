import pytest

from heeldiary.domain.factor import Group, Kind, Side
from heeldiary.domain.factors import (
    BACK_SITES,
    CATALOGUE,
    FOODS_TO_INCLUDE,
    FOODS_TO_LIMIT,
    HEEL_SITES,
    Factors,
)
from heeldiary.domain.more_factors import LOAD
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused

KNITTING = OwnFactor(key="knitting", name="Knitting", measure=Kind.MINUTES, maximum=600)


def a_choice(factor: str, position: int = 0, *, shown: bool = True) -> RowChoice:
    return RowChoice(factor=factor, position=position, shown=shown)


def keys(factors: Factors) -> list[str]:
    return [factor.key for factor in factors.all()]


def test_every_factor_has_a_name_of_its_own() -> None:
    assert len({factor.name for factor in CATALOGUE.values()}) == len(CATALOGUE)
    assert all(key == factor.key for key, factor in CATALOGUE.items())


def test_every_place_has_a_letter_of_its_own_and_none_is_the_key_for_skip() -> None:
    letters = [factor.letter for factor in CATALOGUE.values() if factor.site]
    assert all(len(letter) == 1 and letter.isascii() and letter.isupper() for letter in letters)
    assert len(set(letters)) == len(letters)
    assert "S" not in letters


def test_only_places_have_letters() -> None:
    assert not [f.key for f in CATALOGUE.values() if f.letter and not f.site]


def test_no_daily_measure_of_the_catalogue_was_lost() -> None:
    groups = {group: [f for f in CATALOGUE.values() if f.group is group] for group in Group}
    counts = {group.value: len(factors) for group, factors in groups.items()}
    assert counts == {
        "morning": 7,
        "pain": 19,
        "day": 8,
        "movement": 6,
        "food": 10,
        "body": 1,
        "care": 25,
        "symptoms": 68,
        "own": 0,
    }


def test_nobody_is_asked_for_self_care_or_further_symptoms_by_default() -> None:
    further = [f for f in CATALOGUE.values() if f.group in (Group.CARE, Group.SYMPTOMS)]
    assert not [factor.key for factor in further if factor.followed]
    assert not {factor.key for factor in LOAD if factor.followed}


@pytest.mark.parametrize(
    "key",
    [
        "ice_minutes",
        "heat_minutes",
        "fascia_stretch_sets",
        "calf_stretch_sets",
        "massage_minutes",
        "rolling_minutes",
        "heel_drop_sets",
        "foot_exercise_sets",
        "night_splint_hours",
        "taping",
        "standing_hours",
        "work_hours",
        "barefoot_minutes",
    ],
)
def test_what_the_guide_links_to_can_be_recorded(key: str) -> None:
    assert key in CATALOGUE


def test_what_came_later_stands_behind_so_that_chosen_places_hold() -> None:
    assert list(CATALOGUE).index("weight") == 46


def test_left_and_right_are_measures_of_their_own() -> None:
    for site in HEEL_SITES:
        assert CATALOGUE[f"{site}_left"].side is Side.LEFT
        assert CATALOGUE[f"{site}_right"].side is Side.RIGHT


def test_the_named_lists_hold_factors_that_ship() -> None:
    assert set(BACK_SITES + FOODS_TO_INCLUDE + FOODS_TO_LIMIT) <= set(CATALOGUE)


@pytest.mark.parametrize("factor", CATALOGUE.values(), ids=lambda factor: factor.key)
def test_the_limits_and_presets_of_a_factor_are_values_that_it_takes(factor) -> None:  # type: ignore[no-untyped-def]
    for value in (factor.minimum, factor.maximum, *factor.presets):
        assert factor.checked(value) == value


def test_rows_never_moved_stand_as_in_the_catalogue_with_the_owners_own_last() -> None:
    assert keys(Factors([KNITTING])) == [*CATALOGUE, "knitting"]


def test_a_moved_row_stands_where_the_owner_put_it() -> None:
    moved = Factors([KNITTING], [a_choice("knitting", position=-1), a_choice("weight", 1)])
    # "weight" shares place 1 with a row never moved, which goes first
    first, second = list(CATALOGUE)[:2]
    assert keys(moved)[:4] == ["knitting", first, second, "weight"]


def test_today_shows_what_is_followed_unless_the_owner_chose() -> None:
    factors = Factors([], [a_choice("neck"), a_choice("night_pain", shown=False)])
    shown = {factor.key for factor in factors.shown()}
    assert "neck" in shown
    assert "night_pain" not in shown
    assert "fatigue" in shown
    assert "stress" not in shown


def test_a_retired_row_is_not_shown_even_when_it_was_chosen_once() -> None:
    retired = OwnFactor(key="old", name="Old", measure=Kind.COUNT, retired=True)
    factors = Factors([retired], [a_choice("old")])
    assert "old" in factors
    assert not factors.is_shown(factors["old"])


def test_the_own_rows_may_come_from_any_iterable() -> None:
    retired = OwnFactor(key="old", name="Old", measure=Kind.COUNT, retired=True)
    assert not Factors(iter([retired])).is_shown(retired.as_factor())


def test_an_unknown_row_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="There is no row called “nothing” in this diary"):
        Factors()["nothing"]
    assert Factors().get("nothing") is None


def test_pains_are_the_ratings_of_pain_and_nothing_else() -> None:
    pains = {factor.key for factor in Factors([KNITTING]).pains()}
    assert {"night_pain", "first_step_left", "low_back"} <= pains
    assert not pains & {"fatigue", "knitting", "stiffness_minutes"}


def test_an_own_row_is_a_factor_like_any_other() -> None:
    tea = OwnFactor(key="tea", name="Tea", measure=Kind.CHOICE, choices=("green", "black"))
    factor = Factors([tea])["tea"]
    assert factor.group is Group.OWN
    assert factor.read("black") == 1
    assert factor.followed
    with pytest.raises(Refused):
        factor.checked(2)
