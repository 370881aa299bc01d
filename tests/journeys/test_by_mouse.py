"""A check-in with the mouse alone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.minutes import MinutesField
from heeldiary.ui.widgets.stepped_number import SteppedNumber
from heeldiary.ui.widgets.stepper import StepperField
from tests.builders import FRI
from tests.journeys.person import Person, on_disk


def click_at(part: QWidget, place: QPoint) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=place)


def click_cell(person: Person, key: str, value: float) -> None:
    """Click a cell, in whatever kind of row it is."""
    field = person.row(key).field
    cells = field.cells if isinstance(field, MinutesField) else field
    assert isinstance(cells, CellsField)
    click_at(cells, cells.cell_center(value))


def stepper(person: Person, key: str) -> StepperField:
    field = person.row(key).field
    assert isinstance(field, StepperField)
    return field


def answers() -> dict[str, float | None]:
    return {key: reading.number for key, reading in on_disk(FRI).items()}


def test_cells_are_clicked(person: Person) -> None:
    click_cell(person, "low_back", 0)
    click_cell(person, "under_heel_left", 10)
    click_cell(person, "stiffness_minutes", 45)
    click_cell(person, "flare_today", 2)

    assert answers() == {
        "low_back": 0,
        "under_heel_left": 10,
        "stiffness_minutes": 45,
        "flare_today": 2,
    }


def test_more_and_less_count_from_nothing(person: Person) -> None:
    person.click(person.today.sheet.parts["food"].heading)
    fish, nuts = stepper(person, "oily_fish"), stepper(person, "nuts_and_seeds")
    for _ in range(3):
        click_at(fish, fish.more.center())
    click_at(fish, fish.less.center())
    click_at(nuts, nuts.less.center())

    assert answers() == {"oily_fish": 2, "nuts_and_seeds": 0}


def test_a_weight_has_nothing_to_step_from_until_it_was_typed(person: Person) -> None:
    person.click(person.today.sheet.parts["movement"].heading)
    field = person.row("weight").field
    assert isinstance(field, SteppedNumber)
    assert not field.more.isEnabled()
    person.answer("weight", "81.5")
    person.press(Qt.Key.Key_Return)
    person.click(field.more)
    person.click(field.more)

    assert answers() == {"weight": 81.7}


def test_a_site_of_the_picture_is_clicked_and_rated(person: Person) -> None:
    picture = person.today.map
    for site in picture.sites:
        click_at(picture, picture.point_of(site.factor.key).toPoint())
        assert person.row(site.factor.key).field.hasFocus()
        click_cell(person, site.factor.key, 3)

    assert answers() == {site.factor.key: 3 for site in picture.sites}


def test_everything_clicked_is_taken_back_by_clicks(person: Person) -> None:
    click_cell(person, "low_back", 7)
    click_cell(person, "low_back", 4)
    person.click(person.window.side_bar.undo)
    assert answers() == {"low_back": 7}

    person.click(person.window.side_bar.undo)
    assert answers() == {}
