"""Food, from the first count to what is there after a restart."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Direction, Group
from heeldiary.domain.records import MealNote, OwnFactor
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.widgets.meal_field import FoodOfDay
from tests.builders import FRI
from tests.journeys.person import Person, on_disk
from tests.started import Start


def food_of(person: Person) -> FoodOfDay:
    """The part below the foods; opened by its heading when it is folded."""
    part = person.today.sheet.parts["food"]
    if not part.is_open:
        part.heading.setFocus()
        person.press(Qt.Key.Key_Space)
    assert person.today.parts.food is not None
    return person.today.parts.food


def meals_on_disk() -> list[str]:
    with Store.read(paths.diary_path()) as kept:
        return [meal.text for meal in kept.records(MealNote)]


def add_food(person: Person, name: str, in_score: str) -> None:
    person.go_to("settings")
    form = person.settings.rows.form
    person.choose(form.part, "Food and drink")
    person.choose(form.kind, "a count")
    person.choose(form.food, in_score)
    form.name.setFocus()
    person.spell(name)
    person.click(form.add)
    person.go_to("today")


def test_counts_meals_and_score_are_there_after_a_restart(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    food = food_of(person)
    person.answer("oily_fish", "2")
    person.answer("fried_food", "1")
    food.meals.setFocus()
    person.spell('Herring, "chips"')
    person.close()

    assert meals_on_disk() == ['Herring, "chips"']
    again = food_of(Person(start(), qtbot))
    assert again.score.text() == "Food score of the day: 1"
    assert again.meals.toPlainText() == 'Herring, "chips"'


def test_a_meal_is_taken_back_like_any_answer(person: Person) -> None:
    food = food_of(person)
    food.meals.setFocus()
    person.spell("Soup")
    person.press(Qt.Key.Key_Tab)
    assert meals_on_disk() == ["Soup"]
    person.click(person.window.side_bar.undo)

    assert meals_on_disk() == []
    assert food.meals.toPlainText() == ""


@pytest.mark.parametrize(
    ("in_score", "direction", "score"),
    [
        ("to include", Direction.BETTER, "3"),
        ("to limit", Direction.WORSE, "−3"),
        ("neither", Direction.NEUTRAL, "not recorded"),
    ],
)
def test_a_food_of_ones_own_is_in_the_score_as_its_owner_says(
    person: Person, in_score: str, direction: Direction, score: str
) -> None:
    add_food(person, "Lentils", in_score)
    food = food_of(person)
    person.answer("own_lentils", "3")

    with Store.read(paths.diary_path()) as kept:
        (own,) = kept.records(OwnFactor)
    assert (own.group, own.direction) == (Group.FOOD, direction)
    assert on_disk(FRI)["own_lentils"].number == 3
    assert food.score.text() == f"Food score of the day: {score}"


def test_food_is_asked_for_once_it_was_opened(person: Person, start: Start, qtbot: QtBot) -> None:
    assert person.today.sheet.row("berries") is None
    food_of(person)
    person.close()

    assert Person(start(), qtbot).row("berries").isVisible()


def test_a_food_is_counted_otherwise_later(person: Person) -> None:
    add_food(person, "Lentils", "to include")
    food = food_of(person)
    person.answer("own_lentils", "3")
    person.go_to("settings")
    rows = person.settings.rows
    (lentils,) = rows.list.findItems("Lentils", Qt.MatchFlag.MatchExactly)
    rows.list.setCurrentItem(lentils)
    rows.tools.food.setCurrentIndex(1)
    rows.tools.food.activated.emit(1)
    person.go_to("today")

    assert food.score.text() == "Food score of the day: −3"
