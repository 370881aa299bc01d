from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Regimen, Schedule
from heeldiary.domain.movement import Pace, Session, Shoe
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import ClinicScore
from heeldiary.ui import prompts
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.day_editor import DayEditor, read_typed_day
from heeldiary.ui.widgets.form_editors import (
    ChoiceEditor,
    ClaimEditor,
    FormField,
    LineEditor,
    NrsEditor,
    NumberEditor,
    TicksEditor,
    TimeEditor,
    read_time,
)
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.wording import say_date
from tests.builders import FRI, MON, a_clock
from tests.ui.wheel import turn_wheel_over

SESSION = (
    FormField("day", "Day"),
    FormField("time", "Time"),
    FormField("activity", "Activity", words={"running": "Running", "swimming": "Swimming"}),
    FormField("minutes", "Minutes", unit="min"),
    FormField("distance_km", "Distance", unit="mi", factor=1.609344),
    FormField("effort", "Effort", hint="0 none, 10 the most"),
    FormField("pace", "Pace"),
    FormField("camber", "Slope", words={"left": "to the left", "right": "to the right"}),
    FormField("note", "Note", lines=3),
)
REGIMEN = (
    FormField("schedule", "When"),
    FormField(
        "weekdays",
        "Days",
        words={"1": "Mon", "2": "Tue"},
        shown_when=("schedule", frozenset({"weekdays"})),
    ),
    FormField("every", "Every", unit="days", shown_when=("schedule", frozenset({"every_n_days"}))),
    FormField("times", "Times"),
    FormField("last_day", "Last day", hint="goes on"),
)


@pytest.fixture(autouse=True)
def _the_country_stays() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def form(qtbot: QtBot, look: Look) -> RecordForm:
    form = RecordForm(look, Session, SESSION, a_clock())
    qtbot.addWidget(form)
    form.begin("A session", {"day": FRI, "activity": "running"})
    form.show()
    return form


@pytest.fixture
def regimen(qtbot: QtBot, look: Look) -> RecordForm:
    form = RecordForm(look, Regimen, REGIMEN, a_clock())
    qtbot.addWidget(form)
    form.begin("A regimen", {"schedule": Schedule.WEEKDAYS, "weekdays": (1,), "every": 14})
    form.show()
    return form


def line_of(form: RecordForm, name: str) -> QLineEdit:
    editor = form.editors[name]
    assert isinstance(editor, NumberEditor | TimeEditor | DayEditor)
    return editor.line


def test_what_was_not_filled_in_is_not_recorded(form: RecordForm) -> None:
    assert form.given == {
        "day": FRI,
        "time": "",
        "activity": "running",
        "minutes": None,
        "distance_km": None,
        "effort": None,
        "pace": None,
        "camber": None,
        "note": "",
    }
    assert not form.is_touched


def test_what_is_shown_is_given_back_as_it_was(form: RecordForm) -> None:
    values: dict[str, Any] = {
        "day": MON,
        "time": "08:30",
        "activity": "swimming",
        "minutes": 45.5,
        "distance_km": 10.0,
        "effort": 0.0,
        "pace": Pace.EASY,
        "camber": Side.LEFT,
        "note": "Two\nlines",
    }
    form.begin("A session", values)
    assert form.given == values
    assert line_of(form, "distance_km").text() == "6.21"
    assert not form.is_touched


def test_a_number_is_read_in_the_unit_that_is_shown(form: RecordForm) -> None:
    line_of(form, "distance_km").setText("2")
    line_of(form, "minutes").setText("30,5")
    assert form.given["distance_km"] == pytest.approx(3.218688)
    assert form.given["minutes"] == 30.5
    assert form.is_touched


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("minutes", "long", "“Minutes” takes a number from 0 to 1440 min, not “long”"),
        ("minutes", "-1", "“Minutes” takes a number"),
        ("distance_km", "1e9", "“Distance” takes a number from 0 to 621.3711922 mi"),
        ("time", "25:00", "“Time” takes a time of day such as 08:30, not “25:00”"),
        ("day", "", "“Day” takes a day such as"),
        ("day", "31.2.2026", "not “31.2.2026”"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(
    qtbot: QtBot, form: RecordForm, name: str, text: str, sentence: str
) -> None:
    line_of(form, name).setText(text)
    with pytest.raises(Refused, match=sentence.replace("(", r"\(")):
        _ = form.given
    with qtbot.assertNotEmitted(form.kept):
        QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert line_of(form, name).text() == text


def test_tab_goes_through_the_whole_form(form: RecordForm) -> None:
    form.activateWindow()
    line_of(form, "day").setFocus()
    reached = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    for name in ("Day: calendar", "Time", "Distance (mi)", "Slope", "Note"):
        assert name in reached


def test_a_number_that_cannot_be_missing_is_asked_for(qtbot: QtBot, look: Look) -> None:
    form = RecordForm(look, ClinicScore, (FormField("value", "Total"),), a_clock())
    qtbot.addWidget(form)
    form.begin("A total", {})
    with pytest.raises(Refused, match="“Total” takes a number"):
        _ = form.given


def test_enter_in_a_line_keeps_and_escape_goes_back(qtbot: QtBot, form: RecordForm) -> None:
    with qtbot.waitSignal(form.kept):
        QTest.keyClick(line_of(form, "minutes"), Qt.Key.Key_Return)
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form, Qt.Key.Key_Escape)


@pytest.mark.parametrize("way", ["back", "escape"])
def test_what_was_typed_goes_only_after_a_yes(
    qtbot: QtBot, form: RecordForm, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    answers, asked = [False, True], []

    def answer(_parent: object, _title: str, question: str, _yes: str) -> bool:
        asked.append(question)
        return answers.pop(0)

    def go_back() -> None:
        if way == "back":
            form.back.click()
        else:
            QTest.keyClick(line_of(form, "minutes"), Qt.Key.Key_Escape)

    monkeypatch.setattr(prompts, "ask", answer)
    line_of(form, "minutes").setText("45")
    with qtbot.assertNotEmitted(form.left):
        go_back()
    assert (line_of(form, "minutes").text(), form.is_touched) == ("45", True)
    with qtbot.waitSignal(form.left):
        go_back()
    assert not form.is_touched
    assert len(asked) == 2


def test_what_is_wrong_is_said_as_it_was_typed(form: RecordForm) -> None:
    line_of(form, "minutes").setText("<b>1</b>")
    form.try_to_keep()
    shown = [label.textFormat() for label in form.findChildren(QLabel) if "<b>" in label.text()]
    assert shown == [Qt.TextFormat.PlainText]


@pytest.mark.parametrize("value", range(11))
def test_a_click_on_a_figure_rates(form: RecordForm, value: int) -> None:
    effort = form.editors["effort"]
    assert isinstance(effort, NrsEditor)
    place = effort.cells.cell_center(value)
    QTest.mouseClick(effort.cells, Qt.MouseButton.LeftButton, pos=place)
    assert form.given["effort"] == value
    assert isinstance(form.given["effort"], float)
    QTest.mouseClick(effort.cells, Qt.MouseButton.LeftButton, pos=place)
    assert form.given["effort"] is None


def test_a_rating_pressed_again_is_taken_away(form: RecordForm) -> None:
    effort = form.editors["effort"]
    assert isinstance(effort, NrsEditor)
    effort.cells.given.emit(7.0)
    assert form.given["effort"] == 7.0
    assert form.is_touched
    effort.cells.given.emit(7.0)
    assert form.given["effort"] is None


def test_only_the_fields_of_the_chosen_word_are_shown_and_given(regimen: RecordForm) -> None:
    assert regimen.editors["weekdays"].isVisible()
    assert not regimen.editors["every"].isVisible()
    assert regimen.given["weekdays"] == (1,)
    assert regimen.given["every"] == 1
    schedule = regimen.editors["schedule"]
    assert isinstance(schedule, ChoiceEditor)
    schedule.box.setCurrentIndex(schedule.box.findData("every_n_days"))
    assert regimen.editors["every"].isVisible()
    assert regimen.given["every"] == 14
    assert regimen.given["weekdays"] == ()


def test_a_whole_number_takes_no_part_of_one(regimen: RecordForm) -> None:
    regimen.begin("A regimen", {"schedule": Schedule.EVERY_N_DAYS, "every": 14})
    for text, sentence in (("1.5", "a whole number from 1 to 366 days"), ("", "takes a whole")):
        line_of(regimen, "every").setText(text)
        with pytest.raises(Refused, match=sentence):
            _ = regimen.given
    line_of(regimen, "every").setText("7")
    assert regimen.given["every"] == 7


def test_words_without_an_offer_are_typed_with_commas(regimen: RecordForm) -> None:
    times = regimen.editors["times"]
    assert isinstance(times, LineEditor)
    assert isinstance(times.text, QLineEdit)
    times.text.setText("08:00, 20:00,")
    assert regimen.given["times"] == ("08:00", "20:00")


def test_a_day_that_may_be_open_is_left_empty(regimen: RecordForm) -> None:
    assert regimen.given["last_day"] is None


def test_a_word_that_is_not_offered_any_more_stays(qtbot: QtBot, look: Look) -> None:
    offered = (FormField("activity", "Activity", words={"running": "Running"}),)
    form = RecordForm(look, Session, offered, a_clock())
    qtbot.addWidget(form)
    form.begin("A session", {"activity": "own-1"})
    assert form.given == {"activity": "own-1"}
    form.begin("A session", {"activity": "running"})
    assert box_of(form, "activity").findData("own-1") < 0


def test_another_word_may_be_typed_where_that_is_free(qtbot: QtBot, look: Look) -> None:
    offered = (FormField("activity", "Activity", words={"running": "Running"}, is_free=True),)
    form = RecordForm(look, Session, offered, a_clock())
    qtbot.addWidget(form)
    form.begin("A session", {})
    activity = form.editors["activity"]
    assert isinstance(activity, ChoiceEditor)
    activity.box.setEditText("Rope")
    assert form.given == {"activity": "Rope"}
    activity.box.setCurrentIndex(0)
    assert form.given == {"activity": "running"}
    form.begin("A session", {"activity": "Rope"})
    assert (form.given, form.is_touched) == ({"activity": "Rope"}, False)


def test_ticks_keep_the_words_that_are_not_offered(qtbot: QtBot, look: Look) -> None:
    lines = (FormField("features", "Features", words={"rocker": "Rocker"}), FormField("id", "Id"))
    form = RecordForm(look, Shoe, lines, a_clock())
    qtbot.addWidget(form)
    form.begin("A pair", {"features": ("red",)})
    ticks = form.editors["features"]
    assert isinstance(ticks, TicksEditor)
    ticks.ticks["rocker"].setChecked(True)
    assert form.given["features"] == ("rocker", "red")


def test_a_claim_is_a_tick(qtbot: QtBot, look: Look) -> None:
    from heeldiary.domain.results import LabResult

    form = RecordForm(look, LabResult, (FormField("below_limit", "Below the limit"),), a_clock())
    qtbot.addWidget(form)
    form.begin("A result", {})
    claim = form.editors["below_limit"]
    assert isinstance(claim, ClaimEditor)
    claim.tick.click()
    assert form.given == {"below_limit": True}


def test_now_fills_in_the_time(form: RecordForm) -> None:
    time = form.editors["time"]
    assert isinstance(time, TimeEditor)
    time.now.click()
    assert form.given["time"] == "12:00"


@pytest.mark.parametrize(
    "text", ["12 5", ":30", "8.5", "24", "8:60", "12345", "a", "-8", "8:00:00"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="takes a time of day such as 08:30"):
        read_time(text, "Time")


@pytest.mark.parametrize("text", ["8", "8 00", "8:00", "8.00", "0800", "800", "08:00", "8: 00"])
def test_a_time_is_read_as_people_type_it(text: str) -> None:
    assert read_time(text, "Time") == "08:00"


def test_the_days_beside_are_one_click_away(form: RecordForm) -> None:
    day = form.editors["day"]
    assert isinstance(day, DayEditor)
    day.earlier.click()
    assert form.given["day"] == date(2026, 11, 19)
    day.later.click()
    assert form.given["day"] == FRI
    day.line.setText("nonsense")
    day.later.click()
    assert form.given["day"] == date(2026, 11, 21)


def test_a_day_is_chosen_in_the_calendar(form: RecordForm) -> None:
    day = form.editors["day"]
    assert isinstance(day, DayEditor)
    calendar = day.fill_menu()
    assert calendar.selectedDate().toPython() == FRI
    calendar.setSelectedDate(calendar.selectedDate().addDays(-4))
    calendar.clicked.emit(calendar.selectedDate())
    assert form.given["day"] == MON


@pytest.mark.parametrize("text", ["2026-11-16", "16 Nov 2026", "16 November 2026", "16/11/2026"])
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    assert read_typed_day(text, "Day") == MON


def test_tab_leaves_a_note_of_several_lines(form: RecordForm) -> None:
    note = form.editors["note"]
    assert isinstance(note, LineEditor)
    assert isinstance(note.text, QPlainTextEdit)
    assert note.text.tabChangesFocus()


def test_every_part_of_a_form_has_a_name(form: RecordForm, regimen: RecordForm) -> None:
    for shown in (form, regimen):
        for part in shown.findChildren(QWidget):
            takes_keyboard = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible()
            if takes_keyboard and part.focusProxy() is None:
                assert part.accessibleName() or getattr(part, "text", str)(), part


def test_it_can_be_removed_only_when_it_is_there(qtbot: QtBot, form: RecordForm) -> None:
    assert not form.remove.isVisible()
    form.begin("A session", {"day": FRI, "activity": "running"}, removable=True)
    with qtbot.waitSignal(form.removed):
        form.remove.click()


@pytest.fixture
def free(qtbot: QtBot, look: Look) -> RecordForm:
    offered = {"running": "Running", "rowing": "Rowing"}
    lines = (FormField("activity", "Activity", words=offered, is_free=True),)
    form = RecordForm(look, Session, lines, a_clock())
    qtbot.addWidget(form)
    form.begin("A session", {})
    form.show()
    return form


def box_of(form: RecordForm, name: str) -> QComboBox:
    editor = form.editors[name]
    assert isinstance(editor, ChoiceEditor)
    return editor.box


@pytest.mark.parametrize(("typed", "given"), [("Ro", "Ro"), ("RUNNING", "running"), ("r", "r")])
def test_what_is_typed_stays_as_it_is_typed(free: RecordForm, typed: str, given: str) -> None:
    box = box_of(free, "activity")
    box.setFocus()
    box.setEditText("")
    QTest.keyClicks(box, typed)
    assert free.given == {"activity": given}
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert free.given == {"activity": given}
    assert box.count() == 2


def test_the_wheel_changes_nothing_while_the_form_is_scrolled(
    form: RecordForm, regimen: RecordForm
) -> None:
    for shown in (form, regimen):
        before = shown.given
        for part in shown.findChildren(QWidget):
            if part.isVisible() and not isinstance(part, QPlainTextEdit):
                part.setFocus()
                is_taken = turn_wheel_over(part)
                assert shown.given == before, part
                assert not (is_taken and isinstance(part, QComboBox))  # the form scrolls


@pytest.mark.parametrize("name", ["minutes", "day", "time", "note"])
def test_ctrl_z_goes_on_to_the_diary_when_nothing_typed_is_left(
    form: RecordForm, name: str
) -> None:
    part = form.editors[name].focusProxy()
    assert part is not None
    undo = (QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    goes_on = QKeyEvent(*undo)
    QApplication.sendEvent(part, goes_on)
    assert not goes_on.isAccepted()
    QTest.keyClicks(part, "7")
    stays = QKeyEvent(*undo)
    QApplication.sendEvent(part, stays)
    assert stays.isAccepted()


def test_what_nobody_touched_is_given_back_to_the_last_sign(
    qtbot: QtBot, look: Look, form: RecordForm, regimen: RecordForm
) -> None:
    note = "Two\r\nlines,\u00a0and a space "
    form.begin("A session", {"day": FRI, "activity": "running", "note": note})
    assert form.given["note"] == note
    regimen.begin("A regimen", {"schedule": Schedule.WEEKDAYS, "weekdays": (2, 1, 1)})
    assert regimen.given["weekdays"] == (2, 1, 1)
    pair = RecordForm(look, Shoe, (FormField("features", "Features"),), a_clock())
    qtbot.addWidget(pair)
    pair.begin("A pair", {"features": ("red, with blue", "wide")})
    assert pair.given["features"] == ("red, with blue", "wide")
    assert [each for each in (form, regimen, pair) if each.is_touched] == []


def test_a_long_number_is_not_shortened(form: RecordForm) -> None:
    form.begin("A session", {"day": FRI, "activity": "running", "minutes": 1234.5678901234567})
    assert form.given["minutes"] == 1234.5678901234567
    assert not form.is_touched


def test_numbers_times_and_days_are_read_in_the_figures_of_the_country(form: RecordForm) -> None:
    QLocale.setDefault(QLocale("ar_EG"))
    form.begin("A session", {"day": FRI, "activity": "running", "minutes": 30.5})
    assert line_of(form, "minutes").text() == "30٫5"
    line_of(form, "minutes").setText("٣١٫٥")
    line_of(form, "time").setText("٨:٣٠")
    line_of(form, "day").setText("١٦/١١/٢٠٢٦")
    assert (form.given["minutes"], form.given["time"], form.given["day"]) == (31.5, "08:30", MON)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_there_is_no_day_beyond_the_first_and_the_last(form: RecordForm, text: str) -> None:
    day = form.editors["day"]
    assert isinstance(day, DayEditor)
    day.line.setText(text)
    for step in (day.earlier, day.later, day.earlier):
        step.click()
    assert day.line.text()


@pytest.mark.parametrize(
    "text", ["20.11.2026", "20.11.26", "20. Nov. 2026", "20 nov 2026", "20. November 2026"]
)
def test_a_day_is_read_as_people_type_it_in_german(text: str) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert read_typed_day(text, "Day") == FRI


@pytest.mark.parametrize(
    "text", ["11/20/26", "Nov 20, 2026", "November 20 2026", "20 Nov 2026", "11-20-2026"]
)
def test_a_day_is_read_as_people_type_it_in_american(text: str) -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert read_typed_day(text, "Day") == FRI


@pytest.mark.parametrize(
    "text",
    ["20.11", "20.11.226", "32.11.2026", "20 N 2026", "20 Ju 2026", "20 11 Nov", "Nov", "1 2 3 4"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    with pytest.raises(Refused, match="takes a day such as"):
        read_typed_day(text, "Day")


@pytest.mark.parametrize("country", ["de_DE", "en_US", "fr_FR", "ja_JP", "ar_EG", "fa_IR", "th_TH"])
def test_the_day_that_is_shown_is_read_back(form: RecordForm, country: str) -> None:
    QLocale.setDefault(QLocale(country))
    for month in range(1, 13):
        assert read_typed_day(say_date(date(2026, month, 2)), "Day") == date(2026, month, 2)
