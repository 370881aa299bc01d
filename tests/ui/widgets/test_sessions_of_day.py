"""The sessions of a day as Today shows them, and the morning after those of the day before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.movement import Impact, Session
from heeldiary.domain.records import Record
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.sessions_of_day import SessionsOfDay
from tests.builders import FRI, THU, WED
from tests.moving import BOULDERING, a_session

RUN = a_session(
    "run", THU, time="18:00", minutes=40.0, distance_km=8.04672, effort=5.0, pain_during=2.0
)
SWIM = a_session("swim", THU, time="07:30", activity="swimming", impact=Impact.LOW)


def keep(desk: Desk, *records: Record) -> None:
    desk.apply(Change(label="test", edits=tuple(Edit(None, record) for record in records)))


def kept_run(desk: Desk) -> Session:
    found = desk.diary.find("session", "run")
    assert isinstance(found, Session)
    return found


def asked(part: SessionsOfDay) -> list[str]:
    """The ids of the sessions after which the morning is asked for."""
    return [row.factor.key for row in part.mornings]


@pytest.fixture
def part(qtbot: QtBot, desk: Desk, look: Look, in_english: None) -> SessionsOfDay:
    part = SessionsOfDay(desk, look)
    qtbot.addWidget(part)
    part.resize(700, 300)
    part.show()
    return part


def test_a_day_without_sessions_says_so(part: SessionsOfDay) -> None:
    part.show_day(FRI)
    assert part.none.isVisible()
    assert not part.lines.isVisible()
    assert asked(part) == []


def test_sessions_are_short_lines_in_the_order_of_the_day(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, BOULDERING, RUN, SWIM, a_session("wall", THU, activity="own1"))
    part.show_day(THU)
    assert part.lines.text().splitlines() == [
        "07:30 · Swimming",
        "18:00 · Running · 40 min · 8.05 km · effort 5",
        "Bouldering",
    ]


def test_distances_are_in_the_chosen_unit_and_follow_it(
    desk: Desk, part: SessionsOfDay, tmp_path: Path
) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    keeper.change(distance_unit="mi")
    keep(desk, RUN)
    part.use(keeper)
    part.show_day(THU)
    assert "5 mi" in part.lines.text()
    keeper.change(distance_unit="km")
    assert "8.05 km" in part.lines.text()


def test_adding_a_session_is_asked_of_the_window(qtbot: QtBot, part: SessionsOfDay) -> None:
    part.show_day(WED)
    with qtbot.waitSignal(part.add_wanted):
        QTest.mouseClick(part.add, Qt.MouseButton.LeftButton)
    assert part.day == WED


def test_the_morning_after_is_asked_on_the_next_day_alone(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, RUN)
    part.show_day(THU)
    assert asked(part) == []
    part.show_day(FRI)
    assert [row.factor.name for row in part.mornings] == ["Pain on the morning after: Running"]
    assert part.mornings[0].field.answer is None


def test_the_morning_after_is_kept_by_a_digit_and_stays_to_be_corrected(
    desk: Desk, part: SessionsOfDay
) -> None:
    keep(desk, RUN)
    part.show_day(FRI)
    QTest.keyClick(part.mornings[0].field, Qt.Key.Key_0)
    assert kept_run(desk).pain_next_morning == 0
    assert part.mornings[0].field.answer == 0
    QTest.keyClick(part.mornings[0].field, Qt.Key.Key_3)
    assert kept_run(desk).pain_next_morning == 3
    QTest.keyClick(part.mornings[0].field, Qt.Key.Key_Delete)
    assert kept_run(desk).pain_next_morning is None


def test_a_morning_answered_before_is_not_asked_again(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, RUN, SWIM)
    part.show_day(FRI)
    QTest.keyClick(part.mornings[1].field, Qt.Key.Key_4)
    part.show_day(WED)
    part.show_day(FRI)
    assert asked(part) == ["swim"]


def test_up_and_down_go_from_one_morning_to_the_next(
    desk: Desk, part: SessionsOfDay, qtbot: QtBot
) -> None:
    keep(desk, RUN, SWIM)
    part.show_day(FRI)
    part.activateWindow()
    first, second = (row.field for row in part.mornings)
    first.setFocus()
    for key, field in (
        (Qt.Key.Key_Down, second),
        (Qt.Key.Key_Down, second),
        (Qt.Key.Key_Up, first),
    ):
        QTest.keyClick(part.focusWidget(), key)
        assert part.focusWidget() is field


def test_the_morning_after_cannot_be_skipped(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, RUN)
    part.show_day(FRI)
    QTest.keyClick(part.mornings[0].field, Qt.Key.Key_S)
    assert kept_run(desk) == RUN


def test_an_answer_undone_is_not_shown_any_more(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, RUN)
    part.show_day(FRI)
    QTest.keyClick(part.mornings[0].field, Qt.Key.Key_4)
    desk.undo()
    assert part.mornings[0].field.answer is None


def test_a_session_that_is_gone_takes_its_question_along(desk: Desk, part: SessionsOfDay) -> None:
    keep(desk, RUN)
    part.show_day(FRI)
    desk.undo()
    assert asked(part) == []


def test_a_morning_that_has_not_come_is_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, part: SessionsOfDay
) -> None:
    keep(desk, a_session("run", FRI))
    part.show_day(FRI.replace(day=21))
    with qtbot.waitSignal(part.refused) as refused:
        QTest.keyClick(part.mornings[0].field, Qt.Key.Key_4)
    assert "has not come yet" in str(refused.args)
    assert kept_run(desk).pain_next_morning is None
