"""A window that stays open while the owner's day ends."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.records import Origin
from tests.builders import FRI, THU
from tests.journeys.person import Person, note_on_disk, on_disk
from tests.started import Start, Time

SAT = date(2026, 11, 21)
EVENING = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def time() -> Time:
    return Time(EVENING)


@pytest.fixture
def person(start: Start, qtbot: QtBot, time: Time) -> Person:
    return Person(start(time=time), qtbot)


def come_back(person: Person, qtbot: QtBot) -> None:
    """Go to another window and come back to this one."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    person.window.activateWindow()
    qtbot.waitUntil(person.window.isActiveWindow)
    other.close()


def a_minute_passes(person: Person, time: Time) -> None:
    time.go_on(minutes=1)
    person.window._day_watch.timeout.emit()


def test_the_next_morning_the_window_starts_the_new_day(
    person: Person, qtbot: QtBot, time: Time
) -> None:
    person.answer("low_back", "4")
    time.go_on(hours=10)
    come_back(person, qtbot)

    assert person.today.day == SAT
    assert person.today.notice.text == "Today is Saturday 21 November 2026 now."
    assert not person.row("low_back").is_answered
    person.answer("low_back", "6")
    assert on_disk(FRI)["low_back"].number == 4
    assert on_disk(SAT)["low_back"].number == 6
    assert on_disk(SAT)["low_back"].origin is Origin.THAT_DAY


def test_what_was_typed_in_the_evening_stays_with_the_evening(
    person: Person, qtbot: QtBot, time: Time
) -> None:
    person.answer("weight", "81.5")
    person.today.sheet.note.setPlainText("Half a sentence")
    time.go_on(hours=10)
    come_back(person, qtbot)

    assert on_disk(FRI)["weight"].number == 81.5
    assert note_on_disk(FRI) == "Half a sentence"
    assert person.today.sheet.note.toPlainText() == ""
    assert on_disk(SAT) == {}


def test_after_midnight_it_is_the_same_day_until_it_ends(
    person: Person, qtbot: QtBot, time: Time
) -> None:
    time.go_on(hours=5)
    come_back(person, qtbot)

    person.answer("low_back", "4")
    assert person.today.day == FRI
    assert on_disk(FRI)["low_back"].origin is Origin.THAT_DAY


def test_an_answer_goes_to_the_day_that_is_shown(person: Person, time: Time) -> None:
    time.go_on(hours=10)
    person.answer("low_back", "4")

    assert person.today.day == FRI
    assert on_disk(FRI)["low_back"].origin is Origin.LATER
    assert person.today.bar.back.isVisible()


def test_a_check_in_is_not_interrupted_when_the_day_ends(person: Person, time: Time) -> None:
    time.go_on(hours=5, minutes=59)
    person.answer("low_back", "4")
    for _ in range(3):
        a_minute_passes(person, time)
        assert person.today.day == FRI
    time.go_on(minutes=10)
    a_minute_passes(person, time)
    assert person.today.day == SAT


def test_a_window_never_left_goes_on_to_the_new_day_by_itself(person: Person, time: Time) -> None:
    time.go_on(hours=10)
    a_minute_passes(person, time)

    assert person.today.day == SAT


def test_a_past_day_that_is_filled_in_stays(person: Person, qtbot: QtBot, time: Time) -> None:
    person.click(person.today.bar.previous)
    time.go_on(hours=10)
    come_back(person, qtbot)

    assert person.today.day == THU
    person.click(person.today.bar.back)
    assert person.today.day == SAT


def test_another_room_and_back_shows_the_new_day(person: Person, time: Time) -> None:
    person.answer("low_back", "4")
    person.go_to("trends")
    assert person.trends.chart.seen.last == FRI
    time.go_on(hours=10)
    person.go_to("visit")
    person.go_to("trends")
    person.go_to("today")

    assert person.today.day == SAT
    assert person.trends.chart.seen.last == SAT
    assert person.visit.shown.report.span.last == SAT


def test_an_earlier_start_of_the_day_is_taken_over_at_once(person: Person, time: Time) -> None:
    time.go_on(hours=5)
    person.go_to("settings")
    person.choose(person.settings.hour, "00:00")
    person.go_to("today")

    assert person.today.day == SAT


def test_a_later_start_of_the_day_leaves_no_day_of_the_future(person: Person, time: Time) -> None:
    time.go_on(hours=7)
    person.go_to("today")
    assert person.today.day == SAT
    person.go_to("settings")
    person.choose(person.settings.hour, "06:00")
    person.go_to("today")

    assert person.today.day == FRI


def test_a_note_that_could_not_be_kept_holds_the_page_on_its_day(
    person: Person, qtbot: QtBot, time: Time
) -> None:
    assert person.window.desk is not None
    raw = person.window.desk._store._raw
    raw.execute("PRAGMA query_only=ON")
    person.write_note("Long day")
    time.go_on(hours=10)
    come_back(person, qtbot)

    assert person.today.day == FRI
    assert "This day stays open" in person.today.notice.text
    raw.execute("PRAGMA query_only=OFF")
    person.click(person.today.bar.back)
    assert person.today.day == SAT
    assert note_on_disk(FRI) == "Long day"


def test_the_window_looks_at_the_clock_only_while_a_diary_is_open(person: Person) -> None:
    assert person.window._day_watch.isActive()
    person.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not person.window._day_watch.isActive()
