"""Movement: the week beside the last, self-care, and the notes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heeldiary.domain.movement import (
    Impact,
    MilestoneKind,
)
from heeldiary.domain.records import Record
from heeldiary.host.settings import load
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, THU, TUE, WED, a_reading
from tests.moving import a_milestone, a_session, a_shoe
from tests.ui.movement_page import (
    open_movement,
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


def test_a_note_is_switched_off_and_on_again(open_page: Open, keeper: SettingsKeeper) -> None:
    page = open_page(a_milestone(MilestoneKind.CADENCE_START, MON, 165.0))
    notes = page.sheet.notes
    assert not notes.none.isVisible()
    QTest.mouseClick(notes.switches["cadence"], Qt.MouseButton.LeftButton)
    assert load(keeper.path)[0].notes_off == ("cadence",)
    assert notes.none.isVisible()
    assert notes.switches["cadence"].accessibleName() == "Show again: Cadence, 5 to 10 % more"
    QTest.mouseClick(notes.switches["cadence"], Qt.MouseButton.LeftButton)
    assert load(keeper.path)[0].notes_off == ()
    assert notes.switches["cadence"].text() == "Switch off"


def test_notes_speak_in_the_owners_units(open_page: Open, keeper: SettingsKeeper) -> None:
    keeper.change(weight_unit="lb", distance_unit="mi")
    page = open_page(
        a_milestone(MilestoneKind.WEIGHT_START, MON, 80.0),
        a_shoe(km_before=804.6),
        a_reading("weight", 78, THU),
    )
    words = " ".join(label.text() for label in page.sheet.notes.findChildren(QLabel))
    assert "From 176.4 lb on 16 Nov 2026, 5 % less is 167.6 lb" in words
    assert "Blue pair: 499.96 mi" in words


def test_a_name_with_markup_is_shown_as_it_is(open_page: Open) -> None:
    page = open_page(a_shoe(name="<b>B&G</b>", km_before=600.0))
    words = " ".join(label.text() for label in page.sheet.notes.findChildren(QLabel))
    assert "&lt;b&gt;B&amp;G&lt;/b&gt;: 600 km" in words


def test_this_week_stands_beside_the_last(open_page: Open) -> None:
    page = open_page(
        a_session("a", MON - timedelta(days=7), minutes=40.0, distance_km=10.0),
        a_session("b", TUE, minutes=50.0, distance_km=9.0),
        a_session("c", WED, activity="yoga", impact=Impact.LOW),
        a_reading("low_impact_minutes", 0, MON),
    )
    assert list(page.sheet.week.table.texts.rows) == [
        ("Sessions", "2", "1", ""),
        ("Low impact", "0 min (1 of 5 days)", "–", "–"),
        ("High impact", "50 min (1 of 5 days)", "40 min (1 of 7 days)", "+25 %"),
        ("Distance", "9 km (recorded 1 of 2)", "10 km", "–"),
        ("Distance of runs", "9 km", "10 km", "–"),
        ("Days with movement", "2 of 5", "1 of 7", ""),
        ("Days answered with none", "1 of 5", "0 of 7", ""),
        ("Days not recorded", "2 of 5", "6 of 7", ""),
    ]


def test_the_longest_run_of_30_days_is_named(open_page: Open) -> None:
    page = open_page(
        a_session("a", FRI - timedelta(days=30), distance_km=20.0),
        a_session("b", FRI - timedelta(days=29), distance_km=12.0),
    )
    assert (
        page.sheet.week.longest.text() == "Longest run of the last 30 days: 12 km, on 22 Oct 2026."
    )


def test_the_weeks_self_care_is_a_plain_table(open_page: Open) -> None:
    page = open_page(
        a_session(),
        a_reading("ice_minutes", 15, MON),
        a_reading("ice_minutes", 10, TUE),
        a_reading("ice_minutes", 60, MON - timedelta(days=1)),
    )
    assert page.sheet.care.isVisible()
    assert list(page.sheet.care.table.texts.rows) == [("Ice", "2 of 5 days", "25 min")]


def test_without_self_care_there_is_no_table_of_it(open_page: Open) -> None:
    assert not open_page(a_session()).sheet.care.isVisible()
