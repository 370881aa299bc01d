from heeldiary.analysis.food import food_score, food_scores, food_signs
from heeldiary.domain.days import Span, number_of
from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.factors import FOODS_TO_INCLUDE, FOODS_TO_LIMIT, Factors
from heeldiary.domain.records import SKIPPED, OwnFactor
from tests.builders import FRI, MON, TUE, WED, PlainDiary, a_reading

SHIPPED = Factors()
LENTILS = OwnFactor(
    key="own_lentils",
    name="Lentils",
    measure=Kind.COUNT,
    group=Group.FOOD,
    direction=Direction.BETTER,
)
CRISPS = OwnFactor(
    key="own_crisps",
    name="Crisps",
    measure=Kind.YES_NO,
    maximum=1,
    group=Group.FOOD,
    direction=Direction.WORSE,
)
TEA = OwnFactor(key="own_tea", name="Tea", measure=Kind.COUNT, group=Group.FOOD)
RATED = OwnFactor(
    key="own_meal",
    name="Meal",
    measure=Kind.SCALE,
    group=Group.FOOD,
    direction=Direction.BETTER,
)
SAUNA = OwnFactor(key="own_sauna", name="Sauna", measure=Kind.COUNT, direction=Direction.BETTER)


def test_servings_to_include_less_servings_to_limit() -> None:
    answers = {"oily_fish": 1.0, "leafy_greens": 2.0, "fried_food": 1.0, "alcohol_units": 0.5}
    assert food_score(answers, SHIPPED) == 1.5


def test_a_day_without_food_has_no_score() -> None:
    assert food_score({}, SHIPPED) is None
    assert food_score({"low_back": 4.0, "oily_fish": SKIPPED}, SHIPPED) is None


def test_a_day_of_nothing_but_zeros_is_a_zero() -> None:
    assert food_score({"berries": 0.0}, SHIPPED) == 0


def test_own_foods_count_by_their_direction() -> None:
    factors = Factors([LENTILS, CRISPS, TEA, RATED])
    answers = {"own_lentils": 3.0, "own_crisps": 1.0, "own_tea": 4.0, "own_meal": 9.0}
    assert food_score(answers, factors) == 2
    assert food_score({"own_tea": 4.0, "own_meal": 9.0}, factors) is None


def test_only_foods_are_in_the_score() -> None:
    signs = food_signs(Factors([SAUNA]))
    assert {key for key, sign in signs.items() if sign > 0} == set(FOODS_TO_INCLUDE)
    assert {key for key, sign in signs.items() if sign < 0} == set(FOODS_TO_LIMIT)


def test_the_line_has_the_recorded_days_alone() -> None:
    diary = PlainDiary(
        a_reading("oily_fish", 2, MON),
        a_reading("fried_food", 3, MON),
        a_reading("berries", 1, WED),
        a_reading("alcohol_units", SKIPPED, TUE),
        a_reading("low_back", 4, TUE),
    )
    assert food_scores(diary, SHIPPED, Span(MON, FRI)) == [
        (number_of(MON), -1),
        (number_of(WED), 1),
    ]


def test_days_outside_the_span_are_not_in_it() -> None:
    diary = PlainDiary(a_reading("berries", 1, MON))
    assert food_scores(diary, SHIPPED, Span(TUE, FRI)) == []
