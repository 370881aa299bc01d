"""Movement: sessions as a person writes, corrects and removes them."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.movement import (
    Activity,
    Impact,
    Session,
    Surface,
)
from heeldiary.domain.records import Origin, Record
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import ChoiceEditor
from tests.builders import FRI, MON, NOON, THU, WED
from tests.moving import BOULDERING, a_session, a_shoe
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


def answer_prompt(monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> None:
    monkeypatch.setattr(prompts, "ask", lambda *_: yes)


def test_an_empty_diary_is_an_invitation_to_a_first_session(open_page: Open) -> None:
    page = open_page()
    assert page.first.isVisible()
    assert not page.sheet.isVisible()
    QTest.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert form_of(page).editors["activity"].isVisible()


def test_an_empty_diary_is_an_invitation_to_a_first_pair_too(open_page: Open) -> None:
    page = open_page()
    QTest.mouseClick(page.first_pair, Qt.MouseButton.LeftButton)
    assert form_of(page).editors["drop_mm"].isVisible()


def test_going_back_from_an_empty_form_leads_to_the_invitation(open_page: Open) -> None:
    page = open_page()
    page.open_form("session")
    QTest.mouseClick(form_of(page).back, Qt.MouseButton.LeftButton)
    assert page.form is None
    assert page.first.isVisible()


def test_a_session_is_kept_with_all_that_was_written(open_page: Open, desk: Desk) -> None:
    page = open_page(a_shoe())
    page.open_form("session")
    write(page, activity="Running", time="7.30", minutes="42,5", distance_km="8.2", effort="6")
    write(page, pain_before="0", pain_during="3", pain_after="2", shoe="Blue pair")
    write(page, surface="Trail", pace="Hills", ascent_m="120", camber="To the left")
    write(page, cadence="165", note="Rain")
    press_keep(page)
    (session,) = kept(desk, Session)
    assert (session.day, session.time, session.activity) == (FRI, "07:30", "running")
    assert (session.minutes, session.distance_km, session.effort) == (42.5, 8.2, 6)
    assert (session.pain_before, session.pain_during, session.pain_after) == (0, 3, 2)
    assert session.pain_next_morning is None
    assert (session.shoe, session.surface, session.pace) == ("h1", Surface.TRAIL, "hills")
    assert (session.ascent_m, session.camber, session.cadence) == (120, "left", 165)
    assert (session.impact, session.note) == (Impact.HIGH, "Rain")
    assert (session.recorded_at, session.origin) == (NOON, Origin.THAT_DAY)
    assert page.form is None


def test_a_session_of_an_activity_alone_is_enough(open_page: Open, desk: Desk) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="yoga")
    press_keep(page)
    (session,) = kept(desk, Session)
    assert (session.activity, session.impact, session.minutes) == ("yoga", Impact.LOW, None)


def test_a_past_day_takes_several_sessions(open_page: Open, desk: Desk) -> None:
    page = open_page()
    for minutes in ("20", "30"):
        page.open_form("session:2026-11-18")
        write(page, activity="Walking", minutes=minutes)
        press_keep(page)
    assert [(s.day, s.minutes, s.origin) for s in sorted(kept(desk, Session), key=_minutes)] == [
        (WED, 20, Origin.LATER),
        (WED, 30, Origin.LATER),
    ]


def _minutes(session: Session) -> float:
    return session.minutes or 0.0


def test_a_new_activity_is_kept_with_its_session_and_undone_with_it(
    open_page: Open, desk: Desk
) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="Fencing")
    press_keep(page)
    assert "“Fencing” is new" in said(page)
    assert kept(desk, Session) == []
    write(page, impact="High impact")
    press_keep(page)
    (activity,), (session,) = kept(desk, Activity), kept(desk, Session)
    assert (activity.name, session.activity) == ("Fencing", activity.id)
    desk.undo()
    assert (kept(desk, Activity), kept(desk, Session)) == ([], [])


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("activity", "", "Choose the activity"),
        ("activity", "x" * 201, "201 characters"),
        ("day", "31 Nov 2026", "“Day” takes a day"),
        ("day", "2026-11-21", "in the future"),
        ("time", "25:00", "“Time” takes a time of day"),
        ("minutes", "-5", "“Minutes” takes"),
        ("minutes", "1441", "“Minutes” takes"),
        ("minutes", "five", "“Minutes” takes"),
        ("distance_km", "1001", "“Distance” takes"),
        ("distance_km", "8..2", "“Distance” takes"),
        ("ascent_m", "20001", "“Ascent” takes"),
        ("cadence", "19", "“Cadence” takes"),
        ("cadence", "nan", "“Cadence” takes"),
        ("pain_next_morning", "3", "has not come yet"),
    ],
)
def test_what_a_session_cannot_hold_is_told_and_nothing_is_kept(
    open_page: Open, desk: Desk, field: str, text: str, sentence: str
) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="Running", impact="Low impact")
    write(page, **{field: text})
    press_keep(page)
    assert sentence in said(page)
    assert kept(desk, Session) == []


def test_a_note_too_long_for_a_session_is_told(open_page: Open, desk: Desk) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="Running")
    form_of(page).editors["note"].show_value("x" * 20_001)
    press_keep(page)
    assert "20001 characters" in said(page)
    assert kept(desk, Session) == []


def test_miles_are_typed_shown_and_kept_as_kilometres(
    open_page: Open, desk: Desk, keeper: SettingsKeeper
) -> None:
    keeper.change(distance_unit="mi")
    page = open_page()
    page.open_form("session")
    write(page, activity="Running", distance_km="5")
    press_keep(page)
    (session,) = kept(desk, Session)
    assert session.distance_km == pytest.approx(8.04672)
    assert cells(page.sheet.sessions.list)[1][3] == "5 mi"
    keeper.change(distance_unit="km")
    assert cells(page.sheet.sessions.list)[1][3] == "8.05 km"


def test_a_corrected_session_keeps_what_was_not_touched(
    open_page: Open, desk: Desk, keeper: SettingsKeeper
) -> None:
    keeper.change(distance_unit="mi")
    before = a_session(
        day=THU, distance_km=7.7, minutes=40.0, impact=Impact.LOW, pain_next_morning=2.0
    )
    page = open_page(before)
    choose(page.sheet.sessions.list, 1)
    write(page, minutes="45")
    press_keep(page)
    (after,) = kept(desk, Session)
    assert (after.minutes, after.distance_km, after.impact) == (45, 7.7, Impact.LOW)
    assert (after.pain_next_morning, after.id) == (2, before.id)


def test_a_session_looked_at_and_kept_as_it_was_is_no_change(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session(day=THU, minutes=40.0))
    choose(page.sheet.sessions.list, 1)
    press_keep(page)
    assert desk.undo_text == "Before"
    assert page.form is None


def test_another_activity_brings_its_own_impact(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session(day=THU))
    choose(page.sheet.sessions.list, 1)
    write(page, activity="Swimming")
    press_keep(page)
    assert [session.impact for session in kept(desk, Session)] == [Impact.LOW]


def test_the_line_of_a_week_opens_nothing(open_page: Open) -> None:
    page = open_page(a_session())
    choose(page.sheet.sessions.list, 0)
    assert page.form is None


def test_a_session_is_removed_and_comes_back_by_undo(open_page: Open, desk: Desk) -> None:
    session = a_session(day=THU, minutes=40.0)
    page = open_page(session)
    choose(page.sheet.sessions.list, 1)
    press_remove(page)
    assert kept(desk, Session) == []
    assert desk.undo_text == "Running: 40 min, 2026-11-19 removed"
    desk.undo()
    assert kept(desk, Session) == [session]


def test_a_session_gone_meanwhile_is_told_and_not_written(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session(day=THU, minutes=40.0))
    choose(page.sheet.sessions.list, 1)
    desk.undo()
    write(page, minutes="45")
    press_keep(page)
    assert said(page) != ""
    assert kept(desk, Session) == []


def test_sessions_stand_newest_first_under_the_totals_of_their_week(open_page: Open) -> None:
    page = open_page(
        BOULDERING,
        a_session("a", MON - timedelta(days=1), minutes=30.0, distance_km=5.0, effort=4.0),
        a_session("b", MON, activity="own1", minutes=60.0, pain_during=2.0),
        a_session("c", THU, activity="cycling", impact=Impact.LOW, distance_km=20.0),
    )
    assert cells(page.sheet.sessions.list) == [
        (
            *("Week of 16 Nov 2026", "sessions: 2"),
            *("60 min (recorded 1 of 2)", "20 km (recorded 1 of 2)", "", ""),
        ),
        ("    Thu 19 Nov", "Cycling", "–", "20 km", "–", "–"),
        ("    Mon 16 Nov", "Bouldering", "60 min", "–", "–", "– · 2 · – · –"),
        ("Week of 9 Nov 2026", "sessions: 1", "30 min", "5 km", "", ""),
        ("    Sun 15 Nov", "Running", "30 min", "5 km", "4", "–"),
    ]


def test_the_sessions_of_a_day_stand_by_their_time(open_page: Open) -> None:
    page = open_page(
        a_session("c", time="07:00"), a_session("a", time="18:00"), a_session("b", time="12:00")
    )
    days = [row[0].strip() for row in cells(page.sheet.sessions.list)[1:]]
    assert days == ["Fri 20 Nov, 18:00", "Fri 20 Nov, 12:00", "Fri 20 Nov, 07:00"]


def test_a_day_that_cannot_be_is_told_and_opens_nothing(open_page: Open) -> None:
    page = open_page()
    page.open_form("session:yesterday")
    assert "“yesterday” is not a day" in page.notice.text
    assert page.form is None


def test_earlier_sessions_come_in_steps_of_whole_weeks(open_page: Open) -> None:
    page = open_page(*(a_session(f"s{n:03}", FRI - timedelta(days=n)) for n in range(100)))
    at_first = len(cells(page.sheet.sessions.list))
    assert 25 <= at_first <= 40
    while page.sheet.sessions.list.more.isVisible():
        before = len(cells(page.sheet.sessions.list))
        page.sheet.sessions.list.more.click()
        assert len(cells(page.sheet.sessions.list)) > before
    weeks = {(FRI - timedelta(days=n)).isocalendar()[:2] for n in range(100)}
    assert len(cells(page.sheet.sessions.list)) == 100 + len(weeks)


def test_what_is_complete_is_kept_when_the_page_is_left(open_page: Open, desk: Desk) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="Yoga")
    page.commit()
    assert page.is_kept
    assert [session.activity for session in kept(desk, Session)] == ["yoga"]


def test_what_cannot_be_kept_stays_as_it_was_written(open_page: Open, desk: Desk) -> None:
    page = open_page()
    page.open_form("session")
    write(page, activity="Yoga", minutes="many")
    page.commit()
    assert not page.is_kept
    page.refresh()
    assert form_of(page).editors["minutes"].state() == "many"
    page.open_form("shoe")
    assert "Keep what stands in this form" in page.notice.text
    assert "minutes" in form_of(page).editors
    assert kept(desk, Session) == []


@pytest.mark.parametrize("yes", [True, False])
def test_going_back_asks_before_anything_is_lost(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    page = open_page()
    page.open_form("session")
    write(page, minutes="5")
    answer_prompt(monkeypatch, yes=yes)
    QTest.mouseClick(form_of(page).back, Qt.MouseButton.LeftButton)
    assert (page.form is None) == yes


def test_a_form_is_there_for_each_thing_to_log(open_page: Open) -> None:
    page = open_page()
    for name, field in (("session", "activity"), ("shoe", "drop_mm"), ("milestone", "day")):
        page.open_form(name)
        assert field in form_of(page).editors


def test_the_activities_of_late_are_offered_first(open_page: Open) -> None:
    page = open_page(a_session("a", MON, activity="yoga"), a_session("b", THU, activity="rowing"))
    page.open_form("session")
    activity = form_of(page).editors["activity"]
    assert isinstance(activity, ChoiceEditor)
    names = [activity.box.itemText(place) for place in range(3)]
    assert names == ["Rowing", "Yoga", "Walking"]


def test_a_page_that_was_given_no_settings_keeps_the_notes(
    qtbot: QtBot, desk: Desk, look: Look
) -> None:
    page = MovementPage(desk, look)
    qtbot.addWidget(page)
    page.sheet.notes.turned.emit("cadence", False)  # noqa: FBT003
    assert page.sheet.notes_off == ()


def test_a_refusal_of_the_diary_is_told_where_the_person_is(open_page: Open, desk: Desk) -> None:
    page = open_page(a_session())
    QTest.mouseClick(page.sheet.add_session, Qt.MouseButton.LeftButton)
    desk.refused.emit("The disk is full.")
    assert said(page) == "The disk is full."
    QTest.mouseClick(form_of(page).back, Qt.MouseButton.LeftButton)
    desk.refused.emit("The disk is full.")
    assert page.notice.text == "The disk is full."


@pytest.mark.parametrize("day", [MON, FRI])
def test_the_page_is_read_again_when_the_day_turns(open_page: Open, day: date) -> None:
    page = open_page(a_session(day=day))
    page.turn_day(THU)
    assert len(cells(page.sheet.sessions.list)) == 2
