import pytest

from heeldiary.analysis.trend_choice import OWN, TrendChoice
from heeldiary.analysis.trend_sets import TREND_SETS


def test_it_begins_with_the_first_set() -> None:
    assert TrendChoice().drawn == TREND_SETS[0].key


@pytest.mark.parametrize("word", ["pain_and_food", "Pain and food"])
def test_a_set_is_kept_as_its_key(word: str) -> None:
    choice = TrendChoice.read(word)

    assert choice is not None
    assert choice.word == "pain_and_food"


def test_own_lines_are_kept_in_their_order() -> None:
    choice = TrendChoice.read("own:weight,low_back")

    assert choice == TrendChoice(OWN, ("weight", "low_back"))


@pytest.mark.parametrize("name", ["other:pain, global", "50%2C off", "100 %"])
def test_a_line_may_be_called_anything(name: str) -> None:
    choice = TrendChoice.of_lines([name, "weight"])

    assert TrendChoice.read(choice.word) == choice


def test_a_word_that_names_no_set_is_no_choice() -> None:
    assert TrendChoice.read("pain and weather") is None
