from datetime import timedelta

import pytest

from heeldiary.domain.edits import Change
from heeldiary.domain.meals import meals
from heeldiary.domain.records import MealNote, Origin
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, NOON, a_clock


def a_meal(text: str = "Porridge.") -> MealNote:
    return MealNote(day=MON, text=text, recorded_at=NOON, origin=Origin.THAT_DAY)


def written(change: Change | None) -> MealNote:
    assert change is not None
    (edit,) = change.edits
    assert isinstance(edit.after, MealNote)
    return edit.after


def test_what_was_eaten_is_kept_in_own_words() -> None:
    kept = written(meals(None, FRI, "  Herring, rye bread ", a_clock()))
    assert (kept.day, kept.text, kept.origin) == (FRI, "Herring, rye bread", Origin.THAT_DAY)


def test_what_is_added_on_a_later_day_says_so() -> None:
    assert written(meals(None, MON, "Soup", a_clock())).origin is Origin.LATER


def test_the_same_words_change_nothing() -> None:
    assert meals(a_meal(), MON, "Porridge. ", a_clock()) is None
    assert meals(None, MON, "  ", a_clock()) is None


def test_an_emptied_note_goes() -> None:
    change = meals(a_meal(), MON, " ", a_clock())
    assert change is not None
    assert change.edits[0].after is None


def test_half_a_character_is_replaced() -> None:
    assert written(meals(None, FRI, "Tea\ud83d", a_clock())).text == "Tea?"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("x" * 20_001, "it holds 20000"), ("a\0b", "a character that no file can keep")],
)
def test_a_text_that_cannot_be_kept_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        meals(None, FRI, text, a_clock())


def test_tomorrow_has_no_meals_yet() -> None:
    with pytest.raises(Refused, match="in the future"):
        meals(None, FRI + timedelta(days=1), "Soup", a_clock())
