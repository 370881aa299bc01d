"""What is due at the head of Today: lines that can be answered, put off, or left alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import DeclinedFlare, Flare
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.visits import Visit
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.action_line import ActionLine
from tests.builders import FRI, NOON, THU, WED, a_reading

TUESDAY = FRI + timedelta(days=4)
VISIT = Visit(
    id="v",
    day=TUESDAY,
    time="09:30",
    clinician="Dr. Amsel",
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)
LONG_AGO = a_reading(day=FRI - timedelta(days=7))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, tmp_path: Path, in_english: None) -> TodayPage:
    page = TodayPage(desk, look)
    qtbot.addWidget(page)
    page.use(SettingsKeeper(tmp_path / "settings.json"))
    page.resize(1100, 820)
    return page


def shown(page: TodayPage, *records: Record) -> dict[str, ActionLine]:
    """The lines of Today in a diary with these records."""
    page.desk.apply(Change(label="x", edits=tuple(Edit(None, record) for record in records)))
    page.show()
    assert page.parts.offers is not None
    return page.parts.offers.lines


def press(page: TodayPage, key: str, word: str) -> None:
    assert page.parts.offers is not None
    QApplication.processEvents()
    line = page.parts.offers.lines[key]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.center_of(word))


def test_nothing_stands_there_while_nothing_is_due(page: TodayPage) -> None:
    page.show()
    assert page.parts.offers is None


def test_days_answered_as_a_flare_are_kept_as_one_after_a_yes(
    page: TodayPage, store: Store
) -> None:
    flared = [a_reading("flare_today", 1, day) for day in (WED, THU)]
    lines = shown(page, *flared)
    assert lines["flare"].name == (
        "You answered “flare” from Wed 18 Nov to Thu 19 Nov. Keep it as a flare?"
    )
    assert list(store.records(Flare)) == []
    press(page, "flare", "yes")

    (flare,) = store.records(Flare)
    assert flare.first_day == WED
    assert page.parts.offers is not None
    assert page.parts.offers.isHidden()


def test_a_no_is_remembered(page: TodayPage, store: Store) -> None:
    shown(page, a_reading("flare_today", 1, THU))
    press(page, "flare", "no")

    assert list(store.records(Flare)) == []
    assert [said.first_day for said in store.records(DeclinedFlare)] == [THU]
    page.refresh()
    assert page.parts.offers is not None
    assert page.parts.offers.isHidden()


def test_a_yes_is_undone_like_any_change(page: TodayPage, store: Store, desk: Desk) -> None:
    lines = shown(page, a_reading("flare_today", 2, THU))
    press(page, "flare", "yes")
    desk.undo()

    assert list(store.records(Flare)) == []
    assert page.parts.offers is not None
    assert list(page.parts.offers.lines) == list(lines) == ["flare"]


def test_the_answer_of_today_is_offered_at_once(page: TodayPage) -> None:
    page.show()
    page.go_to("flare_today")
    row = page.sheet.row("flare_today")
    assert row is not None
    QTest.keyClicks(row.field, "1")

    assert page.parts.offers is not None
    assert "flare" in page.parts.offers.lines
    assert page.window().focusWidget() is row.field


def test_a_visit_is_told_with_its_day(page: TodayPage, qtbot: QtBot) -> None:
    lines = shown(page, VISIT)
    assert lines["visit"].name == "Your visit: Tuesday 24 November 2026 09:30, Dr. Amsel."
    with qtbot.waitSignal(page.log_wanted) as wanted:
        press(page, "visit", "visit/question")

    assert wanted.args == ["visit/question"]


def test_the_weekly_check_leads_to_its_form(page: TodayPage, qtbot: QtBot) -> None:
    shown(page, LONG_AGO)
    with qtbot.waitSignal(page.log_wanted) as wanted:
        press(page, "check", "scores/check")

    assert wanted.args == ["scores/check"]


def test_what_is_put_off_does_not_come_again_today(page: TodayPage) -> None:
    shown(page, LONG_AGO, VISIT)
    press(page, "check", "later")
    page.refresh()

    assert page.parts.offers is not None
    assert list(page.parts.offers.lines) == ["visit"]


def test_a_past_day_offers_nothing(page: TodayPage) -> None:
    shown(page, VISIT)
    page.show_day(THU)

    assert page.parts.offers is not None
    assert page.parts.offers.isHidden()
    page.show_day(FRI)
    assert page.parts.offers.isVisible()
