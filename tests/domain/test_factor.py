from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.factor import ALL_DAY, Choice, Factor, Group, Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.refusal import Refused


def a_factor(kind: Kind = Kind.SCALE, **more: object) -> Factor:
    return Factor(key="mine", name="Mine", group=Group.OWN, kind=kind, **more)  # type: ignore[arg-type]


PAIN = CATALOGUE["low_back"]
STIFFNESS = CATALOGUE["stiffness_minutes"]
WEIGHT = CATALOGUE["weight"]
SLEEP = CATALOGUE["sleep_hours"]
ALCOHOL = CATALOGUE["alcohol_units"]
FLARE = CATALOGUE["flare_today"]
YES_NO = a_factor(Kind.YES_NO)
WEATHER = a_factor(
    Kind.CHOICE,
    choices=(
        Choice(word="A", name="Sunny"),
        Choice(word="a", name="Rainy"),
        Choice(word="0", name="None"),
    ),
)


@pytest.mark.parametrize(
    ("factor", "text", "value"),
    [
        (PAIN, "0", 0),
        (PAIN, " 10 ", 10),
        (PAIN, "-0", 0),
        (PAIN, "7.0", 7),
        (STIFFNESS, "All day", ALL_DAY),
        (STIFFNESS, "all_day", ALL_DAY),
        (STIFFNESS, "45", 45),
        (WEIGHT, "72.4", 72.4),
        (WEIGHT, "72,4", 72.4),
        (ALCOHOL, "1,5", 1.5),
        (YES_NO, "Yes", 1),
        (YES_NO, "0", 0),
        (YES_NO, "TRUE", 1),
        (FLARE, "few_areas", 1),
        (FLARE, "A few areas", 1),
        (WEATHER, "rainy", 1),
        (WEATHER, "a", 1),
        (WEATHER, "A", 0),
    ],
)
def test_a_text_is_read_as_its_value(factor: Factor, text: str, value: float) -> None:
    assert factor.read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "five", "nan", "inf", "-inf", "1e1", "٣", "²", "1_0", "+5", "--5", "-", "."),
        *("1.5.2", "1,5,2", "1,5.2", "11", "-1", "4.5", "all day", "5 5", "5\x00", "0x5"),
        "9" * 500,
    ],
)
def test_a_pain_rating_refuses(text: str) -> None:
    with pytest.raises(Refused, match=r"^“Low back” takes a whole number from 0 to 10, not “"):
        PAIN.read(text)


@pytest.mark.parametrize(
    ("factor", "text"),
    [
        (STIFFNESS, "721"),
        (WEIGHT, "19.9"),
        (WEIGHT, "400.1"),
        (SLEEP, "25"),
        (ALCOHOL, "1.25"),
        (YES_NO, "2"),
        (YES_NO, "maybe"),
        (FLARE, "1"),
        (FLARE, "everywhere"),
        (CATALOGUE["low_impact_minutes"], "all day"),
        (CATALOGUE["swelling_left"], "4"),
    ],
)
def test_what_a_factor_cannot_hold_is_refused(factor: Factor, text: str) -> None:
    with pytest.raises(Refused, match=f"not “{text}”"):
        factor.read(text)


def test_a_refusal_repeats_only_the_beginning_of_a_long_text() -> None:
    with pytest.raises(Refused) as refused:
        FLARE.read("x" * 10_000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("factor", "value"),
    [
        (PAIN, float("nan")),
        (PAIN, float("inf")),
        (PAIN, 10.5),
        (FLARE, 3.0),
        (FLARE, 0.5),
        (FLARE, -1.0),
        (YES_NO, 5.0),
        (YES_NO, float("nan")),
        (PAIN, None),
    ],
)
def test_a_value_that_does_not_fit_is_refused(factor: Factor, value: float | None) -> None:
    with pytest.raises(Refused):
        factor.checked(value)


def test_a_minus_zero_is_zero() -> None:
    assert PAIN.say(PAIN.checked(-0.0)) == "0"


def test_tenths_are_whole_steps_of_a_tenth() -> None:
    tenths = a_factor(Kind.COUNT, step=0.1)
    assert [tenths.checked(n / 10) for n in range(101)] == [n / 10 for n in range(101)]
    with pytest.raises(Refused):
        tenths.checked(0.35)


@given(st.sampled_from(list(CATALOGUE.values())), st.data())
def test_every_value_of_every_factor_is_read_as_it_was_written(
    factor: Factor, data: st.DataObject
) -> None:
    steps = int(factor.maximum / factor.step)
    first = int(factor.minimum / factor.step)
    value = data.draw(st.integers(first, steps)) * factor.step
    assert factor.read(factor.write(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_as_it_was_written(value: float) -> None:
    number = a_factor(Kind.NUMBER, minimum=-1.8e308, maximum=1.8e308)
    written = number.write(value)
    assert "e" not in written
    assert number.read(written) == value


@given(st.lists(st.from_regex(r"\w{1,8}", fullmatch=True), min_size=1, unique=True))
def test_every_choice_is_read_as_it_was_written(words: list[str]) -> None:
    choices = tuple(Choice(word=word, name=word[::-1]) for word in words)
    factor = a_factor(Kind.CHOICE, choices=choices)
    assert [factor.read(factor.write(n)) for n in range(len(words))] == list(range(len(words)))


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_yes_and_no_are_read_as_they_were_written(value: float) -> None:
    assert YES_NO.read(YES_NO.write(value)) == value


@given(st.text())
def test_any_text_is_a_value_or_a_refusal(text: str) -> None:
    for factor in (PAIN, STIFFNESS, WEIGHT, YES_NO, FLARE):
        with suppress(Refused):
            assert factor.checked(factor.read(text)) == factor.read(text)


@pytest.mark.parametrize(
    ("factor", "value", "said"),
    [
        (PAIN, 4, "4"),
        (STIFFNESS, 45, "45 min"),
        (STIFFNESS, ALL_DAY, "all day"),
        (CATALOGUE["low_impact_minutes"], 720, "720 min"),
        (WEIGHT, 72.4, "72.4 kg"),
        (YES_NO, 1, "yes"),
        (YES_NO, 0, "no"),
        (FLARE, 1, "a few areas"),
    ],
)
def test_a_value_is_said_with_its_unit(factor: Factor, value: float, said: str) -> None:
    assert factor.say(value) == said


def test_a_number_is_said_with_the_sign_of_the_country() -> None:
    assert WEIGHT.say(72.4, ",") == "72,4 kg"


@pytest.mark.parametrize(
    ("factor", "takes"),
    [
        (PAIN, "a whole number from 0 to 10"),
        (WEIGHT, "a number from 20 to 400 kg"),
        (ALCOHOL, "a number from 0 to 50 units"),
        (YES_NO, "one of: no, yes"),
        (FLARE, "one of: no, few_areas, all_over"),
    ],
)
def test_a_factor_says_what_it_takes(factor: Factor, takes: str) -> None:
    assert factor.takes == takes


def test_only_pain_places_are_on_the_body_picture() -> None:
    assert PAIN.site == "low_back"
    assert CATALOGUE["night_pain"].site is None


@pytest.mark.parametrize(("value", "said"), [(0.0, "0 servings"), (1.0, "1 serving")])
def test_one_of_something_is_said_as_one(value: float, said: str) -> None:
    assert CATALOGUE["berries"].say(value) == said
