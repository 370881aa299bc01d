"""Rows of one's own, from the first to the last day of their use."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.records import OwnFactor
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.widgets.own_row_tools import OwnRowTools
from tests.builders import FRI
from tests.journeys.person import Person, on_disk
from tests.started import Start

ALT = Qt.KeyboardModifier.AltModifier


def fill(person: Person, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    person.spell(text)


def add(person: Person, name: str, kind: str, part: str = "Your own rows", unit: str = "") -> None:
    person.go_to("settings")
    form = person.settings.rows.form
    person.choose(form.part, part)
    person.choose(form.kind, kind)
    fill(person, form.name, name)
    if unit:
        fill(person, form.unit, unit)
    person.click(form.add)


def choose(person: Person, name: str) -> None:
    """Choose a row in the list of Settings."""
    person.go_to("settings")
    rows = person.settings.rows.list
    (item,) = rows.findItems(name, Qt.MatchFlag.MatchExactly)
    rows.setCurrentItem(item)


def kept_rows() -> dict[str, OwnFactor]:
    with Store.read(paths.diary_path()) as kept:
        return {row.key: row for row in kept.own_factors()}


def names(person: Person) -> list[str]:
    person.settings.refresh()
    rows = person.settings.rows.list
    return [rows.item(place).text() for place in range(rows.count())]


def test_a_row_is_renamed_and_keeps_its_answers(person: Person) -> None:
    add(person, "Sauna", "a count")
    person.go_to("today")
    person.answer("own_sauna", "3")
    choose(person, "Sauna")
    tools = person.settings.rows.tools
    person.click(tools.rename)
    fill(person, tools.name, "Steam bath")
    person.press(Qt.Key.Key_Return)
    person.go_to("today")

    assert person.row("own_sauna").factor.name == "Steam bath"
    assert on_disk(FRI)["own_sauna"].number == 3


@pytest.mark.parametrize("name", [" ", "Fatigue"])
def test_a_name_that_cannot_be_is_told_and_the_old_one_stays(person: Person, name: str) -> None:
    add(person, "Sauna", "a count")
    choose(person, "Sauna")
    tools = person.settings.rows.tools
    person.click(tools.rename)
    fill(person, tools.name, name)
    person.click(tools.keep_name)

    assert person.settings.rows.notice.text
    assert kept_rows()["own_sauna"].name == "Sauna"


def test_a_row_without_answers_is_removed(person: Person) -> None:
    add(person, "Sauna", "yes or no")
    choose(person, "Sauna")
    person.click(person.settings.rows.tools.remove)

    assert kept_rows() == {}
    assert "Sauna" not in names(person)
    person.undo()
    assert "own_sauna" in kept_rows()


def test_a_row_with_answers_is_retired_and_says_so(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    add(person, "Sauna", "yes or no")
    person.go_to("today")
    person.answer("own_sauna", "y")
    choose(person, "Sauna")
    person.click(person.settings.rows.tools.remove)

    said = "“Sauna” has answers, so it was retired; all of them stay."
    assert person.settings.rows.notice.text == said
    assert kept_rows()["own_sauna"].retired
    assert on_disk(FRI)["own_sauna"].number == 1
    person.go_to("today")
    person.press(Qt.Key.Key_Left, ALT)
    assert person.today.sheet.row("own_sauna") is None
    person.close()

    again = Person(start(), qtbot)
    choose(again, "Sauna")
    again.click(again.settings.rows.tools.bring_back)
    again.go_to("today")
    assert again.row("own_sauna").field.answer == 1


def test_a_row_is_retired_by_its_button_and_taken_back(person: Person) -> None:
    add(person, "Sauna", "yes or no")
    choose(person, "Sauna")
    person.click(person.settings.rows.tools.retire)

    assert kept_rows()["own_sauna"].retired
    assert names(person)[-2:] == ["Retired", "Sauna"]
    person.undo()
    assert not kept_rows()["own_sauna"].retired


@pytest.mark.parametrize("unit", ["mi", ""])
def test_a_new_series_needs_another_unit(person: Person, unit: str) -> None:
    add(person, "Walk", "a number with a unit", unit=unit)
    person.go_to("today")
    person.answer("own_walk", "2")
    person.press(Qt.Key.Key_Return)
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    person.click(tools.begin_anew)

    assert "the same unit" in person.settings.rows.notice.text
    assert list(kept_rows()) == ["own_walk"]


def test_a_hidden_row_of_ones_own_loses_nothing(person: Person) -> None:
    add(person, "Sauna", "a count")
    person.go_to("today")
    person.answer("own_sauna", "2")
    choose(person, "Sauna")
    person.settings.rows.list.setFocus()
    person.press(Qt.Key.Key_Space)
    person.go_to("today")
    person.press(Qt.Key.Key_Left, ALT)

    assert person.today.sheet.row("own_sauna") is None
    assert on_disk(FRI)["own_sauna"].number == 2


def test_a_unit_is_changed_with_all_answers(person: Person) -> None:
    add(person, "Walk", "a number with a unit", unit="mi")
    person.go_to("today")
    person.answer("own_walk", "2")
    person.press(Qt.Key.Key_Return)
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    fill(person, tools.unit, "km")
    fill(person, tools.factor, "1,609344")
    assert tools.preview.text().endswith(": 2 mi becomes 3.218688 km")
    assert on_disk(FRI)["own_walk"].number == 2
    person.click(tools.convert)

    assert on_disk(FRI)["own_walk"].number == 3.218688
    assert kept_rows()["own_walk"].unit == "km"
    person.undo()
    assert on_disk(FRI)["own_walk"].number == 2
    assert kept_rows()["own_walk"].unit == "mi"


@pytest.mark.parametrize("factor", ["", "0", "-2", "two", "1e3", "9999999"])
def test_a_factor_that_cannot_be_changes_nothing(person: Person, factor: str) -> None:
    add(person, "Walk", "a number with a unit", unit="mi")
    person.go_to("today")
    person.answer("own_walk", "2")
    person.press(Qt.Key.Key_Return)
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    fill(person, tools.unit, "km")
    fill(person, tools.factor, factor)
    person.click(tools.convert)

    assert "factor" in person.settings.rows.notice.text
    assert on_disk(FRI)["own_walk"].number == 2
    assert kept_rows()["own_walk"].unit == "mi"


def answered_walk(person: Person) -> OwnRowTools:
    """A walk of 2 miles, chosen in the list, with the fields of its unit open."""
    add(person, "Walk", "a number with a unit", unit="mi")
    person.go_to("today")
    person.answer("own_walk", "2")
    person.press(Qt.Key.Key_Return)
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    return tools


def is_in_sight(part: QWidget) -> bool:
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def test_answers_are_converted_by_enter_in_the_factor(person: Person) -> None:
    tools = answered_walk(person)
    fill(person, tools.unit, "km")
    fill(person, tools.factor, "2")
    person.press(Qt.Key.Key_Return)

    assert on_disk(FRI)["own_walk"].number == 4
    assert kept_rows()["own_walk"].unit == "km"


def test_what_was_typed_for_another_unit_stays(person: Person) -> None:
    tools = answered_walk(person)
    fill(person, tools.unit, "km")
    fill(person, tools.factor, "1.6")
    person.click(tools.change_unit)
    person.click(tools.rename)
    person.click(tools.change_unit)
    assert (tools.unit.text(), tools.factor.text()) == ("km", "1.6")

    choose(person, "Fatigue")
    choose(person, "Walk")
    person.click(tools.change_unit)
    assert (tools.unit.text(), tools.factor.text()) == ("mi", "")


def test_answers_are_not_multiplied_within_their_unit(person: Person) -> None:
    tools = answered_walk(person)
    fill(person, tools.factor, "2")
    person.press(Qt.Key.Key_Return)

    assert "still “mi”" in person.settings.rows.notice.text
    assert on_disk(FRI)["own_walk"].number == 2


def test_a_refusal_is_seen_where_the_unit_is_changed(person: Person, qtbot: QtBot) -> None:
    person.window.resize(1024, 700)
    tools = answered_walk(person)
    qtbot.waitUntil(lambda: is_in_sight(tools.convert))
    fill(person, tools.factor, "abc")
    person.click(tools.convert)

    qtbot.waitUntil(lambda: is_in_sight(person.settings.rows.notice))
    assert "“abc” is not a factor" in person.settings.rows.notice.text
    fill(person, tools.unit, "km")
    fill(person, tools.factor, "2")
    person.click(tools.convert)
    assert person.settings.rows.notice.text == ""


def test_an_added_row_is_chosen_and_told(person: Person, qtbot: QtBot) -> None:
    person.window.resize(1024, 700)
    person.go_to("settings")
    rows = person.settings.rows
    fill(person, rows.wanted, "stretch")
    add(person, "Jaw", "0 to 10")

    chosen = rows.list.currentItem()
    assert chosen.text() == "Jaw"
    assert rows.list.viewport().rect().contains(rows.list.visualItemRect(chosen))
    assert rows.notice.text.startswith("Row added: “Jaw”.")
    qtbot.waitUntil(lambda: is_in_sight(rows.notice))


def test_both_sides_of_an_added_place_are_told(person: Person) -> None:
    person.go_to("settings")
    form = person.settings.rows.form
    person.choose(form.part, "A place that hurts")
    person.choose(form.sides, "left and right, two rows")
    fill(person, form.name, "Elbow")
    person.press(Qt.Key.Key_Return)

    assert "“Elbow, left” and “Elbow, right”" in person.settings.rows.notice.text
    assert person.settings.rows.list.currentItem().text() == "Elbow, left"


def test_a_unit_is_changed_by_beginning_a_new_series(person: Person) -> None:
    add(person, "Walk", "a number with a unit", unit="mi")
    person.go_to("today")
    person.answer("own_walk", "2")
    person.press(Qt.Key.Key_Return)
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    fill(person, tools.unit, "km")
    person.click(tools.begin_anew)

    rows = kept_rows()
    assert (rows["own_walk"].name, rows["own_walk"].unit) == ("Walk (until 2026-11-20)", "mi")
    assert rows["own_walk"].retired
    assert (rows["own_walk_2"].name, rows["own_walk_2"].unit) == ("Walk", "km")
    assert on_disk(FRI)["own_walk"].number == 2
    person.go_to("today")
    person.press(Qt.Key.Key_Left, ALT)
    assert person.row("own_walk_2").factor.unit == "km"
    assert person.today.sheet.row("own_walk") is None


def test_a_unit_without_answers_is_just_changed(person: Person) -> None:
    add(person, "Walk", "a number with a unit", unit="mi")
    choose(person, "Walk")
    tools = person.settings.rows.tools
    person.click(tools.change_unit)
    assert not tools.begin_anew.isVisible()
    fill(person, tools.unit, "km")
    person.click(tools.convert)

    assert kept_rows()["own_walk"].unit == "km"


def test_a_place_of_ones_own_is_rated_and_told_under_the_picture(person: Person) -> None:
    add(person, "Jaw", "0 to 10", part="A place that hurts")
    person.go_to("today")
    assert person.today.elsewhere.text() == "Jaw –"
    person.answer("own_jaw", "6")

    assert person.today.elsewhere.text() == "Jaw 6"
    assert person.row("own_jaw").factor.pain
    assert "worst pain 6" in person.today.bar.strip.accessibleDescription()


def test_a_choice_of_ones_own_is_answered(person: Person) -> None:
    person.go_to("settings")
    form = person.settings.rows.form
    person.choose(form.kind, "one of several options")
    fill(person, form.name, "Mattress")
    fill(person, form.options, "hard, soft")
    person.click(form.add)
    person.go_to("today")
    person.answer("own_mattress", "1")

    assert kept_rows()["own_mattress"].choices == ("hard", "soft")
    assert on_disk(FRI)["own_mattress"].number == 1


def test_a_choice_with_one_option_is_refused(person: Person) -> None:
    person.go_to("settings")
    form = person.settings.rows.form
    person.choose(form.kind, "one of several options")
    fill(person, form.name, "Mattress")
    fill(person, form.options, "hard,")
    person.click(form.add)

    assert "from 2 to 12 options" in person.settings.rows.notice.text
    assert kept_rows() == {}
    assert form.options.text() == "hard,"


def test_rows_are_found_by_a_word(person: Person) -> None:
    person.go_to("settings")
    rows = person.settings.rows
    fill(person, rows.wanted, "stretch")

    found = [rows.list.item(n) for n in range(rows.list.count())]
    shown = [item.text() for item in found if not item.isHidden()]
    assert shown == ["Self-care", "Fascia stretch", "Calf stretch"]


def test_self_care_is_chosen_from_today(person: Person) -> None:
    person.click(person.today.sheet.parts["care"].heading)
    choose_rows = person.today.sheet.parts["care"].findChild(type(person.today.bar.back))
    assert choose_rows is not None
    person.click(choose_rows)
    assert person.settings.isVisible()
    assert person.focused is person.settings.rows.wanted
    (ice,) = person.settings.rows.list.findItems("Ice", Qt.MatchFlag.MatchExactly)
    ice.setCheckState(Qt.CheckState.Checked)
    person.go_to("today")

    person.answer("ice_minutes", "15")
    person.press(Qt.Key.Key_Return)
    assert on_disk(FRI)["ice_minutes"].number == 15
