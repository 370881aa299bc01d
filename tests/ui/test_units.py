import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from heeldiary.domain.refusal import Refused
from heeldiary.host.settings import Settings
from heeldiary.ui.units import Units

METRIC = Units()
BRITISH = Units(distance="mi", weight="st", length="in")
AMERICAN = Units(distance="mi", weight="lb", length="in")


@pytest.fixture(autouse=True)
def _in_english(in_english: None) -> None:
    """Every figure here has a decimal point."""


def test_units_are_those_of_the_settings() -> None:
    settings = Settings(distance_unit="mi", weight_unit="st", length_unit="in")
    assert Units.of(settings) == BRITISH
    assert Units.of(Settings()) == METRIC


@pytest.mark.parametrize(
    ("units", "said"),
    [(METRIC, "8.05 km"), (BRITISH, "5 mi")],
)
def test_a_distance_is_shown_in_the_chosen_unit(units: Units, said: str) -> None:
    assert units.say_distance(8.04672) == said


@pytest.mark.parametrize(
    ("units", "said"),
    [(METRIC, "81.5 kg"), (AMERICAN, "179.7 lb"), (BRITISH, "12 st 11.7 lb")],
)
def test_a_weight_is_shown_in_the_chosen_unit(units: Units, said: str) -> None:
    assert units.say_weight(81.5) == said


def test_almost_a_stone_more_is_a_stone_more() -> None:
    assert BRITISH.say_weight(13 * 6.35029318 - 0.0001) == "13 st 0 lb"


@pytest.mark.parametrize(("units", "said"), [(METRIC, "8 mm"), (BRITISH, "0.31 in")])
def test_a_small_length_is_shown_in_the_chosen_unit(units: Units, said: str) -> None:
    assert units.say_length(8) == said


def test_figures_have_the_persons_decimal_sign() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert METRIC.say_distance(5.25) == "5,25 km"


@pytest.mark.parametrize(
    ("units", "typed", "km"),
    [
        (METRIC, "5.25", 5.25),
        (METRIC, " 5,25 ", 5.25),
        (METRIC, "0", 0),
        (METRIC, "3 mi", 4.828032),
        (BRITISH, "5", 8.04672),
        (BRITISH, "5 KM", 5),
    ],
)
def test_a_distance_is_read_in_the_chosen_unit(units: Units, typed: str, km: float) -> None:
    assert units.read_distance(typed) == km


@pytest.mark.parametrize(
    ("units", "typed", "kg"),
    [
        (METRIC, "81,5", 81.5),
        (AMERICAN, "180", 81.646627),
        (AMERICAN, "81 kg", 81),
        (BRITISH, "12 st 11.5 lb", 81.419830),
        (BRITISH, "12 11,5", 81.419830),
        (BRITISH, "12 stone 11", 81.193034),
        (BRITISH, "12.5", 79.378665),
        (METRIC, "12 st 11", 81.193034),
    ],
)
def test_a_weight_is_read_in_the_chosen_unit(units: Units, typed: str, kg: float) -> None:
    assert units.read_weight(typed) == pytest.approx(kg, abs=1e-6)


def test_a_length_is_read_in_the_chosen_unit() -> None:
    assert METRIC.read_length("8,5") == 8.5
    assert BRITISH.read_length("0.5") == 12.7


@pytest.mark.parametrize(
    "typed",
    ["", "far", "5.2.1", "-5", "1e3", "nan", "5 kg", "5 5", "٥", "12 11", "x" * 100, "9" * 50],
)
def test_what_is_no_distance_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(Refused, match="is not a number of km") as refusal:
        METRIC.read_distance(typed)
    assert len(str(refusal.value)) < 140


def test_two_numbers_are_no_kilograms() -> None:
    with pytest.raises(Refused):
        METRIC.read_weight("12 11")


@given(st.floats(0, 1000), st.sampled_from([METRIC, BRITISH, AMERICAN]))
def test_what_is_shown_is_read_as_nearly_the_same(value: float, units: Units) -> None:
    assert units.read_distance(units.say_distance(value)) == pytest.approx(value, abs=0.01)
    assert units.read_weight(units.say_weight(value)) == pytest.approx(value, abs=0.06)
    assert units.read_length(units.say_length(value)) == pytest.approx(value, abs=0.13)
