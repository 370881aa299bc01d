"""Movement: shoes, days to count from, own activities."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Group, Kind
from heeldiary.domain.movement import (
    Activity,
    Insert,
    Milestone,
    MilestoneKind,
    Session,
    Shoe,
)
from heeldiary.domain.records import OwnFactor, Record
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import ChoiceEditor
from tests.builders import FRI, MON, THU, TUE, a_reading
from tests.moving import BOULDERING, a_milestone, a_session, a_shoe
from tests.ui.movement_page import (
    cells,
    choose,
    form_of,
    kept,
    open_movement,
    press_keep,
    press_remove,
    said,
    write,
)

pytestmark = pytest.mark.usefixtures("in_english")

Open = Callable[..., MovementPage]


@pytest.fixture
def keeper(tmp_path: Path) -> SettingsKeeper:
    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk, look: Look, keeper: SettingsKeeper) -> Open:
    def opened(*records: Record) -> MovementPage:
        page = open_movement(desk, look, keeper, *records)
        qtbot.addWidget(page)
        return page

    return opened


def test_a_pair_is_kept_in_the_units_that_were_chosen(
    open_page: Open, desk: Desk, keeper: SettingsKeeper
) -> None:
    keeper.change(distance_unit="mi", length_unit="in")
    page = open_page()
    page.open_form("shoe")
    write(page, name="Blue", shoe_kind="Trail", km_before="310", drop_mm="0,4", insert="Gel pad")
    write(page, heel_lift_mm="0.25", stack_mm="1", note="Rubs")
    press_keep(page)
    (pair,) = kept(desk, Shoe)
    assert pair.km_before == pytest.approx(498.89664)
    assert (pair.drop_mm, pair.heel_lift_mm, pair.stack_mm) == pytest.approx((10.16, 6.35, 25.4))
    assert (pair.shoe_kind, pair.insert, pair.since) == ("trail", Insert.GEL, FRI)
    (row,) = cells(page.sheet.shoes.list)
    assert row == (
        *("Blue", "20 Nov 2026", "310 mi", "from 300 to 500 miles"),
        "Trail, Gel pad, drop 0.4 in, lift 0.25 in",
    )


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", "", "cannot be empty"),
        ("since", "tomorrow", "“Worn since” takes a day"),
        ("since", "2026-11-21", "in the future"),
        ("km_before", "20001", "“Had run before” takes"),
        ("drop_mm", "51", "“Drop” takes"),
        ("stack_mm", "-1", "“Stack under the heel” takes"),
        ("heel_lift_mm", "a", "“Heel lift” takes"),
        ("retired_on", "2026-11-16", "before it was worn"),
    ],
)
def test_what_a_pair_cannot_hold_is_told_and_nothing_is_kept(
    open_page: Open, desk: Desk, field: str, text: str, sentence: str
) -> None:
    page = open_page()
    page.open_form("shoe")
    write(page, name="Blue")
    write(page, **{field: text})
    press_keep(page)
    assert sentence in said(page)
    assert kept(desk, Shoe) == []


def test_a_pair_with_sessions_is_retired_and_says_so(open_page: Open, desk: Desk) -> None:
    page = open_page(a_shoe(), a_session(shoe="h1", distance_km=5.0))
    choose(page.sheet.shoes.list, 0)
    press_remove(page)
    assert kept(desk, Shoe) == [a_shoe(retired_on=FRI)]
    assert "“Blue pair” stands in sessions, so it was retired" in page.notice.text
    assert cells(page.sheet.shoes.list) == []
    QTest.mouseClick(page.sheet.shoes.retired, Qt.MouseButton.LeftButton)
    assert cells(page.sheet.shoes.list)[0][3] == "retired on 20 Nov 2026"
    page.open_form("session")
    shoes = form_of(page).editors["shoe"]
    assert isinstance(shoes, ChoiceEditor)
    assert shoes.box.findText("Blue pair") < 0


def test_a_pair_without_sessions_is_removed(open_page: Open, desk: Desk) -> None:
    page = open_page(a_shoe())
    choose(page.sheet.shoes.list, 0)
    press_remove(page)
    assert kept(desk, Shoe) == []
    assert page.notice.text == ""


def test_a_retired_pair_stays_in_its_sessions(open_page: Open, desk: Desk) -> None:
    page = open_page(a_shoe(retired_on=MON), a_session(day=THU, shoe="h1"))
    choose(page.sheet.sessions.list, 1)
    write(page, minutes="10")
    press_keep(page)
    assert [session.shoe for session in kept(desk, Session)] == ["h1"]


def test_the_pairs_worn_of_late_are_named(open_page: Open) -> None:
    page = open_page(
        a_shoe(), a_shoe("h2", "Trail"), a_session("a", shoe="h2"), a_session("b", THU)
    )
    assert page.sheet.shoes.rotation.text() == (
        "Worn in the last 14 days: Trail (recorded for 1 of 2 sessions)."
    )


def mark(page: MovementPage, name: str) -> None:
    """Choose a kind of day from the menu."""
    actions = page.sheet.milestones.kinds.actions()
    next(action for action in actions if action.text() == name).trigger()


def test_a_weight_to_count_from_is_typed_in_stones(
    open_page: Open, desk: Desk, keeper: SettingsKeeper
) -> None:
    keeper.change(weight_unit="st")
    page = open_page(a_session())
    mark(page, "Weight to count from")
    write(page, value="12 st 8")
    press_keep(page)
    (start,) = kept(desk, Milestone)
    assert start.what is MilestoneKind.WEIGHT_START
    assert start.value == pytest.approx(79.832257)
    assert cells(page.sheet.milestones.list)[0][2] == "12 st 8 lb"
    choose(page.sheet.milestones.list, 0)
    write(page, note="Scales at home")
    press_keep(page)
    (again,) = kept(desk, Milestone)
    assert (again.value, again.note) == (start.value, "Scales at home")


@pytest.mark.parametrize("text", ["", "heavy", "5", "401", "12 11"])
def test_a_weight_that_cannot_be_is_told_and_nothing_is_kept(
    open_page: Open, desk: Desk, text: str
) -> None:
    page = open_page(a_session())
    mark(page, "Weight to count from")
    write(page, value=text)
    press_keep(page)
    assert said(page) != ""
    assert kept(desk, Milestone) == []


@pytest.mark.parametrize("text", ["", "301", "19,5", "fast"])
def test_a_cadence_that_cannot_be_is_told_and_nothing_is_kept(
    open_page: Open, desk: Desk, text: str
) -> None:
    page = open_page(a_session())
    mark(page, "Cadence to count from")
    write(page, value=text)
    press_keep(page)
    assert said(page) != ""
    assert kept(desk, Milestone) == []


def test_days_of_every_kind_are_marked_ended_and_removed(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session())
    mark(page, "Cadence to count from")
    write(page, value="165")
    press_keep(page)
    mark(page, "An episode began")
    write(page, day="2026-11-16", ended_on="2026-11-19")
    press_keep(page)
    page.open_form("milestone")
    press_keep(page)
    mark(page, "A day of your own")
    press_keep(page)
    assert "what it was" in said(page)
    write(page, note="New desk")
    press_keep(page)
    found = sorted(kept(desk, Milestone), key=lambda milestone: milestone.what)
    assert [(m.what, m.day, m.ended_on, m.value) for m in found] == [
        (MilestoneKind.CADENCE_START, FRI, None, 165),
        (MilestoneKind.EPISODE_BEGAN, MON, THU, None),
        (MilestoneKind.LOAD_REDUCED, FRI, None, None),
        (MilestoneKind.OWN, FRI, None, None),
    ]
    assert "165 steps a minute" in [row[2] for row in cells(page.sheet.milestones.list)]
    for _ in range(4):
        choose(page.sheet.milestones.list, 0)
        press_remove(page)
    assert kept(desk, Milestone) == []


def test_a_chosen_line_is_opened_by_a_button(open_page: Open) -> None:
    page = open_page(a_session(), a_shoe(), a_milestone(MilestoneKind.EPISODE_BEGAN, MON))
    assert not page.sheet.activities.list.open.isVisible()
    shoes = page.sheet.shoes
    QTest.mouseClick(shoes.list.open, Qt.MouseButton.LeftButton)
    assert page.form is None  # nothing is chosen yet
    shoes.list.table.setCurrentIndex(shoes.list.table.texts.index(0, 0))
    QTest.mouseClick(shoes.list.open, Qt.MouseButton.LeftButton)
    assert "drop_mm" in form_of(page).editors


def test_earlier_days_come_in_steps(open_page: Open) -> None:
    days = [FRI - timedelta(days=n) for n in range(60)]
    page = open_page(*(a_milestone(MilestoneKind.OWN, day, note="x") for day in days))
    shown = [len(cells(page.sheet.milestones.list))]
    while page.sheet.milestones.list.more.isVisible():
        page.sheet.milestones.list.more.click()
        shown.append(len(cells(page.sheet.milestones.list)))
    assert shown == [8, 58, 60]


def test_a_weight_taken_out_of_its_day_is_asked_for(open_page: Open, desk: Desk) -> None:
    start = a_milestone(MilestoneKind.WEIGHT_START, MON, 80.0)
    page = open_page(start)
    choose(page.sheet.milestones.list, 0)
    write(page, value="")
    press_keep(page)
    assert "needs the value" in said(page)
    assert kept(desk, Milestone) == [start]


def test_what_is_gone_meanwhile_is_told_when_it_is_removed(open_page: Open, desk: Desk) -> None:
    page = open_page(a_shoe())
    choose(page.sheet.shoes.list, 0)
    desk.undo()
    press_remove(page)
    assert said(page) != ""


def test_pairs_are_added_from_their_list(open_page: Open) -> None:
    page = open_page(a_session())
    QTest.mouseClick(page.sheet.shoes.add_pair, Qt.MouseButton.LeftButton)
    assert "drop_mm" in form_of(page).editors


def test_self_care_of_yes_and_no_and_of_ratings_has_no_sum(open_page: Open) -> None:
    tape = OwnFactor(key="own_t", name="Tape", measure=Kind.YES_NO, maximum=1, group=Group.CARE)
    grip = OwnFactor(key="own_g", name="Grip", measure=Kind.SCALE, group=Group.CARE)
    page = open_page(
        *(a_session(), tape, grip),
        *(a_reading("own_t", 1, MON), a_reading("own_t", 0, TUE), a_reading("own_g", 3, TUE)),
    )
    assert list(page.sheet.care.table.texts.rows) == [
        ("Grip", "1 of 5 days", "–"),
        ("Tape", "2 of 5 days", "yes on 1"),
    ]


def test_a_note_on_two_heels_has_one_switch(open_page: Open) -> None:
    page = open_page(
        a_session(),
        *(
            a_reading(f"first_step_{side}", 7, FRI - timedelta(days=n))
            for side in ("left", "right")
            for n in range(6)
        ),
    )
    words = [label.text() for label in page.sheet.notes.findChildren(QLabel)]
    assert sum("has been above 5 on every recorded day" in text for text in words) == 2
    assert list(page.sheet.notes.switches) == ["morning_above_5"]


def test_a_value_that_no_form_shows_stays(open_page: Open, desk: Desk) -> None:
    page = open_page(a_milestone(MilestoneKind.OWN, MON, 7.0, note="Steps"))
    assert cells(page.sheet.milestones.list)[0][2] == "7"
    choose(page.sheet.milestones.list, 0)
    write(page, note="Flights of stairs ")
    press_keep(page)
    assert [milestone.value for milestone in kept(desk, Milestone)] == [7]


def test_an_activity_of_ones_own_is_added_renamed_and_removed(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session())
    QTest.mouseClick(page.sheet.activities.add_activity, Qt.MouseButton.LeftButton)
    write(page, name="running", impact="Low impact")
    press_keep(page)
    assert "There is an activity called “running” already" in said(page)
    write(page, name="Aikido")
    press_keep(page)
    choose(page.sheet.activities.list, 0)
    write(page, name="Judo", impact="High impact")
    press_keep(page)
    assert cells(page.sheet.activities.list) == [("Judo", "High impact", "")]
    choose(page.sheet.activities.list, 0)
    press_remove(page)
    assert kept(desk, Activity) == []


def test_an_activity_with_sessions_is_retired_and_can_be_offered_again(
    open_page: Open, desk: Desk
) -> None:
    page = open_page(BOULDERING, a_session(activity="own1"))
    choose(page.sheet.activities.list, 0)
    press_remove(page)
    assert "“Bouldering” stands in sessions, so it was retired" in page.notice.text
    assert cells(page.sheet.activities.list) == [("Bouldering", "High impact", "retired")]
    assert cells(page.sheet.sessions.list)[1][1] == "Bouldering"
    choose(page.sheet.activities.list, 0)
    assert not form_of(page).remove.isVisible()
    press_keep(page)
    assert kept(desk, Activity) == [BOULDERING]
