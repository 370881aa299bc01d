"""The optional parts of Today: folded until they are opened, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.records import MealNote, OwnFactor, RowChoice
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.theme import Look
from tests.builders import FRI, NOON, THU, a_reading


@pytest.fixture
def keeper(qtbot: QtBot, tmp_path: Path) -> SettingsKeeper:
    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, keeper: SettingsKeeper) -> TodayPage:
    page = TodayPage(desk, look)
    qtbot.addWidget(page)
    page.use(keeper)
    page.resize(1100, 820)
    page.show()
    page.begin()
    return page


def heading(page: TodayPage, name: str) -> str:
    return page.sheet.parts[name].heading.accessibleDescription()


def press(page: TodayPage, name: str) -> None:
    QTest.mouseClick(page.sheet.parts[name].heading, Qt.MouseButton.LeftButton)


def meal_on_disk(store: Store) -> str | None:
    found = store.find("meal", FRI.isoformat())
    return found.text if isinstance(found, MealNote) else None


def test_the_optional_parts_are_folded_and_their_rows_not_made(page: TodayPage) -> None:
    assert [name for name, part in page.sheet.parts.items() if part.is_open] == []
    groups = {row.factor.group for row in page.sheet.rows}
    assert groups == {Group.MORNING, Group.PAIN, Group.DAY}


def test_who_answers_six_questions_sees_six_rows(page: TodayPage, desk: Desk) -> None:
    six = ("first_step_left", "night_pain", "low_back", "stiffness_minutes", "fatigue", "weight")
    choices = [
        RowChoice(factor=factor.key, position=place, shown=factor.key in six)
        for place, factor in enumerate(desk.factors().all())
    ]
    desk.apply(Change(label="six", edits=tuple(Edit(None, choice) for choice in choices)))
    press(page, "movement")

    assert {row.factor.key for row in page.sheet.rows} == set(six)


def test_a_part_is_opened_and_folded_by_its_heading(page: TodayPage) -> None:
    press(page, "food")
    assert page.sheet.row("berries") is not None
    press(page, "food")
    assert page.sheet.row("berries") is None


def test_a_part_is_opened_by_the_keyboard(page: TodayPage) -> None:
    part = page.sheet.parts["food"].heading
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Space)

    assert page.sheet.row("berries") is not None
    assert part.hasFocus()


def test_what_was_opened_and_folded_is_remembered(
    page: TodayPage, keeper: SettingsKeeper, desk: Desk, look: Look, qtbot: QtBot
) -> None:
    press(page, "food")
    press(page, "care")
    press(page, "care")
    assert (keeper.settings.unfolded, keeper.settings.folded) == (("food",), ("care",))

    again = TodayPage(desk, look)
    qtbot.addWidget(again)
    again.use(SettingsKeeper(keeper.path))
    again.show()
    assert again.sheet.parts["food"].is_open
    assert not again.sheet.parts["care"].is_open


def test_a_part_with_answers_is_open_on_their_day(page: TodayPage, desk: Desk) -> None:
    eaten = a_reading("berries", 2, THU)
    desk.apply(Change(label="x", edits=(Edit(None, eaten),)))

    page.show_day(THU)
    assert page.sheet.parts["food"].is_open
    page.show_day(FRI)
    assert not page.sheet.parts["food"].is_open


def test_a_part_that_its_owner_folded_stays_folded_with_answers(
    page: TodayPage, desk: Desk
) -> None:
    desk.apply(Change(label="x", edits=(Edit(None, a_reading("berries", 2, FRI)),)))
    press(page, "food")

    page.show_day(THU)
    page.show_day(FRI)
    assert not page.sheet.parts["food"].is_open
    assert heading(page, "food") == "1 of 10 answered; folded"


def test_a_part_does_not_close_under_the_hands(page: TodayPage) -> None:
    page.go_to("weight")
    line = page.window().focusWidget()
    assert line is not None
    QTest.keyClicks(line, "80")
    page.commit()
    row = page.sheet.row("weight")
    assert row is not None
    row.field.given.emit(None)

    assert page.sheet.parts["movement"].is_open


def test_the_heading_tells_how_many_rows_are_answered(page: TodayPage) -> None:
    press(page, "food")
    row = page.sheet.row("berries")
    assert row is not None
    QTest.keyClick(row.field, Qt.Key.Key_3)

    assert heading(page, "food") == "1 of 10 answered; open"


def test_a_row_of_self_care_that_is_asked_for_opens_its_part(page: TodayPage) -> None:
    page.go_to("ice_minutes")

    row = page.sheet.row("ice_minutes")
    assert row is not None
    assert row.isAncestorOf(page.window().focusWidget())
    press(page, "care")
    assert page.sheet.row("ice_minutes") is None


def test_self_care_leads_to_the_choice_of_rows(page: TodayPage, qtbot: QtBot) -> None:
    press(page, "care")
    choose = page.sheet.parts["care"].findChild(type(page.bar.back), "")
    assert choose is not None
    with qtbot.waitSignal(page.log_wanted) as wanted:
        QTest.mouseClick(choose, Qt.MouseButton.LeftButton)

    assert wanted.args == ["settings/rows"]


def test_the_day_has_a_food_score_of_what_was_recorded(page: TodayPage, desk: Desk) -> None:
    lentils = OwnFactor(
        key="own_lentils",
        name="Lentils",
        measure=Kind.COUNT,
        maximum=50,
        group=Group.FOOD,
        direction=Direction.BETTER,
    )
    desk.apply(Change(label="row", edits=(Edit(None, lentils),)))
    press(page, "food")
    assert page.parts.food is not None
    assert page.parts.food.score.text() == "Food score of the day: not recorded"

    for key, count in (("own_lentils", "2"), ("fried_food", "3")):
        row = page.sheet.row(key)
        assert row is not None
        QTest.keyClicks(row.field, count)
    assert page.parts.food.score.text() == "Food score of the day: −1"
    assert page.parts.food.rule.text() == page.parts.food.score.toolTip()


def test_the_meals_of_the_day_are_kept_when_they_are_left(page: TodayPage, store: Store) -> None:
    press(page, "food")
    assert page.parts.food is not None
    page.parts.food.meals.setPlainText("Herring, rye bread")
    assert not page.is_kept

    page.show_day(THU)
    assert meal_on_disk(store) == "Herring, rye bread"
    assert page.parts.food.meals.toPlainText() == ""
    page.show_day(FRI)
    assert page.parts.food.meals.toPlainText() == "Herring, rye bread"


def test_meals_half_written_survive_folding_and_new_rows(
    page: TodayPage, store: Store, desk: Desk
) -> None:
    press(page, "food")
    assert page.parts.food is not None
    page.parts.food.meals.setPlainText("Soup")
    row = OwnFactor(key="own_tea", name="Tea", measure=Kind.COUNT, group=Group.FOOD)
    store.apply(Change(label="row", edits=(Edit(None, row),)), NOON)
    desk._factors = None
    page.refresh()
    assert page.parts.food.meals.toPlainText() == "Soup"
    press(page, "food")

    assert meal_on_disk(store) == "Soup"


def test_meals_that_cannot_be_kept_are_told(page: TodayPage, store: Store) -> None:
    press(page, "food")
    assert page.parts.food is not None
    page.parts.food.meals.setPlainText("x" * 20_001)
    page.commit()

    assert "it holds 20000" in page.notice.text
    assert meal_on_disk(store) is None
    assert not page.is_kept


def test_a_session_is_wanted_from_movement(page: TodayPage, qtbot: QtBot) -> None:
    press(page, "movement")
    assert page.parts.sessions is not None
    with qtbot.waitSignal(page.log_wanted) as wanted:
        QTest.mouseClick(page.parts.sessions.add, Qt.MouseButton.LeftButton)

    assert wanted.args == ["movement/session"]


@pytest.mark.parametrize("width", [640, 1100])
def test_no_part_is_wider_than_the_page(page: TodayPage, width: int) -> None:
    for name in page.sheet.parts:
        press(page, name)
    page.resize(width, 700)
    QApplication.processEvents()

    for part in page.sheet.parts.values():
        assert part.is_open
        assert part.width() <= page.sheet.viewport().width()
