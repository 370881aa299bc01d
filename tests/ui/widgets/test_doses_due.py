"""The medicines of a day on Today: recorded in one click, cleared in one, never by themselves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, DoseState, Form, Medicine, Regimen, Schedule
from heeldiary.domain.records import Origin, Record
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.dose_details import DoseDetails
from heeldiary.ui.widgets.doses_due import DosesDue
from tests.builders import FRI, MON, THU, TUE, WED
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen

IBUPROFEN = Medicine(id="ibuprofen", name="Ibuprofen", form=Form.TABLET)
EACH_DAY = a_regimen(times=("08:00",))
INJECTED = a_regimen(
    id="weekly", medicine="pen", dose=40.0, schedule=Schedule.WEEKDAYS, weekdays=(5,)
)
NEEDED = a_regimen(
    id="needed",
    medicine="ibuprofen",
    dose=400.0,
    schedule=Schedule.AS_NEEDED,
    daily_limit=1200.0,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> TodayPage:
    page = TodayPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1100, 820)
    return page


def keep_all(desk: Desk, records: Iterable[Record]) -> None:
    desk.apply(Change(label="before", edits=tuple(Edit(None, record) for record in records)))


def shown(page: TodayPage, *regimens: Regimen) -> DosesDue:
    """Today, in a diary with these regimens."""
    keep_all(page.desk, (NAPROXEN, PEN, IBUPROFEN, *regimens))
    page.show()
    assert page.parts.doses is not None
    return page.parts.doses


def press(doses: DosesDue, place: int, word: str) -> None:
    """Click a button of the line at this place."""
    QApplication.processEvents()
    line = list(doses.lines.values())[place]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.center_of(word))


def asked(doses: DosesDue) -> DoseDetails:
    assert doses.details is not None
    return doses.details


def kept(store: Store) -> Dose:
    (dose,) = store.records(Dose)
    return dose


def state(doses: DosesDue, place: int = 0) -> str:
    return list(doses.lines.values())[place].state


def words(doses: DosesDue, place: int = 0) -> list[str]:
    return [action.word for action in list(doses.lines.values())[place].doable]


def test_a_retired_medicine_is_not_offered(page: TodayPage) -> None:
    retired = replace(IBUPROFEN, id="retired", retired=True)
    keep_all(page.desk, (retired, replace(EACH_DAY, id="open", medicine="retired")))

    assert len(shown(page, EACH_DAY).lines) == 1


def test_a_diary_without_medicines_shows_nothing_of_them(page: TodayPage) -> None:
    page.show()
    assert page.parts.doses is None


def test_an_untouched_dose_is_not_recorded(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    assert state(doses) == "not recorded"
    page.show_day(THU)
    page.show_day(FRI)

    assert list(store.records(Dose)) == []


def test_a_dose_is_taken_in_one_click(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "taken")

    dose = kept(store)
    assert (dose.state, dose.day, dose.due_day) == (DoseState.TAKEN, FRI, FRI)
    assert (dose.time, dose.due_time, dose.amount) == ("12:00", "08:00", 500)
    assert state(doses) == "taken at 12:00, 500 mg"


def test_a_recorded_dose_is_cleared_in_one_click(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "taken")
    press(doses, 0, "clear")

    assert list(store.records(Dose)) == []
    assert state(doses) == "not recorded"


def test_a_missed_dose_is_said_to_be_missed(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "missed")

    assert (kept(store).state, kept(store).amount) == (DoseState.MISSED, None)
    assert words(doses) == ["clear"]


def test_a_dose_is_skipped_with_its_reason(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "skip")
    QTest.keyClicks(asked(doses).reason, "Infection")
    QTest.keyClick(asked(doses).reason, Qt.Key.Key_Return)

    assert (kept(store).state, kept(store).reason) == (DoseState.SKIPPED, "Infection")
    assert state(doses) == "skipped, Infection"
    assert doses.details is None


@pytest.mark.parametrize(
    ("time", "amount", "expected"),
    [
        ("8:05", "250", ("08:05", 250)),
        ("08.05", "12,5", ("08:05", 12.5)),
        ("", "", ("", 500)),
        ("23:59", "0", ("23:59", 0)),
    ],
)
def test_a_dose_is_taken_at_another_time(
    page: TodayPage, store: Store, time: str, amount: str, expected: tuple[str, float]
) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, time)
    QTest.keyClicks(asked(doses).amount, amount)
    QTest.mouseClick(asked(doses).keep, Qt.MouseButton.LeftButton)

    assert (kept(store).time, kept(store).amount) == expected


@pytest.mark.parametrize(
    ("time", "amount", "sentence"),
    [
        ("25:00", "", "is not a time of day"),
        ("noon", "", "is not a time of day"),
        ("08:00", "two", "“two” is not an amount"),
        ("08:00", "-1", "“-1” is not an amount"),
        ("08:00", "1e5", "“1e5” is not an amount"),
        ("08:00", "100001", "“100001” is not an amount"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_recorded(
    page: TodayPage, store: Store, time: str, amount: str, sentence: str
) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, time)
    QTest.keyClicks(asked(doses).amount, amount)
    QTest.mouseClick(asked(doses).keep, Qt.MouseButton.LeftButton)

    assert sentence in page.notice.text
    assert list(store.records(Dose)) == []
    assert asked(doses).time.text() == time[:5]


def test_what_was_typed_of_a_dose_is_kept_when_another_day_is_shown(
    page: TodayPage, store: Store
) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, "07:15")
    page.show_day(THU)

    assert (kept(store).day, kept(store).time) == (FRI, "07:15")


def test_a_day_stays_while_what_was_typed_of_a_dose_cannot_be_kept(
    page: TodayPage, store: Store
) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, "7h")
    page.show_day(THU)

    assert page.day == FRI
    assert asked(doses).time.text() == "7h"
    assert "is not a time of day" in page.notice.text
    assert list(store.records(Dose)) == []


def test_fields_that_were_only_opened_record_nothing(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "skip")
    page.show_day(THU)

    assert page.day == THU
    assert list(store.records(Dose)) == []


def test_back_records_nothing(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "skip")
    QTest.mouseClick(asked(doses).back, Qt.MouseButton.LeftButton)

    assert doses.details is None
    assert list(store.records(Dose)) == []


def test_a_past_day_is_filled_in_without_a_time(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    page.show_day(TUE)
    press(doses, 0, "taken")

    assert (kept(store).day, kept(store).time, kept(store).origin) == (TUE, "", Origin.LATER)
    page.show_day(FRI)
    assert state(doses) == "not recorded"


def test_a_day_before_the_regimen_has_no_medicines(page: TodayPage) -> None:
    doses = shown(page, EACH_DAY)
    page.show_day(date(2026, 11, 1))

    assert doses.isHidden()


def test_the_keyboard_alone_records_and_clears(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    line = next(iter(doses.lines.values()))
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Right)
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleDescription() == "not recorded; Missed"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert kept(store).state is DoseState.MISSED
    assert line.accessibleDescription() == "missed; Clear"

    QTest.keyClick(line, Qt.Key.Key_Space)
    assert list(store.records(Dose)) == []


TWICE_A_DAY = a_regimen(times=("08:00", "20:00"))


@pytest.mark.parametrize("word", ["taken", "missed"])
def test_the_keyboard_goes_on_to_the_next_dose_that_waits(page: TodayPage, word: str) -> None:
    doses = shown(page, TWICE_A_DAY, NEEDED)
    page.activateWindow()
    press(doses, 0, word)
    second = list(doses.lines.values())[1]

    assert page.focusWidget() is second
    assert second.accessibleDescription() == "not recorded; Taken now"


def test_the_keyboard_goes_on_after_the_reason_is_kept(page: TodayPage) -> None:
    doses = shown(page, TWICE_A_DAY)
    press(doses, 0, "skip")
    QTest.keyClick(asked(doses).reason, Qt.Key.Key_Return)

    assert page.focusWidget() is list(doses.lines.values())[1]


def test_after_the_last_dose_the_keyboard_goes_on_below(page: TodayPage) -> None:
    doses = shown(page, TWICE_A_DAY, NEEDED)
    press(doses, 1, "taken")

    assert page.focusWidget() is page.sheet.parts["movement"].heading


def test_an_as_needed_dose_is_not_taken_twice_by_one_more_enter(page: TodayPage) -> None:
    doses = shown(page, NEEDED)
    press(doses, 0, "taken")

    assert page.focusWidget() is page.sheet.parts["movement"].heading


def test_the_keyboard_goes_on_after_an_injection_without_a_place(page: TodayPage) -> None:
    doses = shown(page, INJECTED)
    press(doses, 0, "taken")
    QTest.mouseClick(asked(doses).back, Qt.MouseButton.LeftButton)

    assert page.focusWidget() is page.sheet.parts["movement"].heading


def test_back_puts_the_keyboard_on_the_dose_that_still_waits(page: TodayPage) -> None:
    doses = shown(page, TWICE_A_DAY)
    press(doses, 0, "at")
    QTest.mouseClick(asked(doses).back, Qt.MouseButton.LeftButton)

    assert page.focusWidget() is next(iter(doses.lines.values()))


def test_a_dose_pressed_twice_in_a_row_is_recorded_once(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    QApplication.processEvents()
    line = next(iter(doses.lines.values()))
    place = line.center_of("taken")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=place)

    assert kept(store).state is DoseState.TAKEN


def test_undo_takes_a_dose_back(page: TodayPage, store: Store, desk: Desk) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "taken")
    assert desk.undo_text == "Naproxen: taken, 2026-11-20"
    desk.undo()

    assert state(doses) == "not recorded"


def test_an_injection_asks_where_and_marks_the_place_not_used_for_longest(
    page: TodayPage, store: Store, desk: Desk
) -> None:
    doses = shown(page, INJECTED)
    places = (("thigh", Side.LEFT, MON), ("thigh", Side.RIGHT, TUE), ("belly", None, WED))
    for site, side, day in places:
        keep_all(desk, [a_dose(day, id=f"d{day}", medicine="pen", site=site, side=side)])
    press(doses, 0, "taken")

    details = asked(doses)
    offered = [details.site.itemText(place) for place in range(details.site.count())]
    assert offered == ["belly", "thigh, right", "thigh, left (longest ago)"]
    assert details.site.currentText() == ""
    details.site.setCurrentIndex(2)
    details.site.activated.emit(2)
    QTest.mouseClick(details.keep, Qt.MouseButton.LeftButton)
    last = store.newest(Dose, 1)[0]
    assert (last.site, last.side, last.time) == ("thigh", Side.LEFT, "12:00")


def test_a_place_of_ones_own_is_typed(page: TodayPage, store: Store) -> None:
    doses = shown(page, INJECTED)
    press(doses, 0, "taken")
    details = asked(doses)
    details.site.setEditText(" upper arm ")
    details.side.setCurrentIndex(2)
    QTest.mouseClick(details.keep, Qt.MouseButton.LeftButton)

    assert (kept(store).site, kept(store).side) == ("upper arm", Side.RIGHT)
    assert state(doses) == "taken at 12:00, 40 mg, upper arm, right"
    assert words(doses) == ["clear", "where"]


def test_an_injection_at_another_time_asks_where_too(page: TodayPage, store: Store) -> None:
    doses = shown(page, INJECTED)
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, "07:30")
    QTest.keyClick(asked(doses).time, Qt.Key.Key_Return)
    assert asked(doses).word == "where"
    asked(doses).site.setEditText("thigh")
    QTest.mouseClick(asked(doses).keep, Qt.MouseButton.LeftButton)

    assert (kept(store).time, kept(store).site) == ("07:30", "thigh")


def test_an_injection_without_a_place_stays_taken(page: TodayPage, store: Store) -> None:
    doses = shown(page, INJECTED)
    press(doses, 0, "taken")
    QTest.mouseClick(asked(doses).back, Qt.MouseButton.LeftButton)

    assert (kept(store).state, kept(store).site) == (DoseState.TAKEN, "")


def test_a_late_dose_waits_and_says_how_late(page: TodayPage, store: Store) -> None:
    late = a_regimen(id="late", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(3,))
    doses = shown(page, late)
    assert state(doses) == "not recorded, due Wed 18 Nov, 2 days late"
    press(doses, 0, "taken")

    assert (kept(store).day, kept(store).due_day) == (FRI, WED)


def test_as_needed_doses_are_added_up_beside_the_limit(page: TodayPage, store: Store) -> None:
    doses = shown(page, NEEDED)
    assert state(doses) == "nothing recorded; the most in a day that you set is 1200 mg"
    press(doses, 0, "taken")
    press(doses, 0, "at")
    QTest.keyClicks(asked(doses).time, "15:30")
    QTest.keyClicks(asked(doses).amount, "200")
    QTest.keyClick(asked(doses).amount, Qt.Key.Key_Return)

    assert state(doses).startswith("600 mg taken in 2 doses")
    assert sorted(dose.time for dose in store.records(Dose)) == ["12:00", "15:30"]
    assert all(dose.due_day is None for dose in store.records(Dose))


def test_a_dose_without_an_amount_is_told_beside_the_sum(page: TodayPage, desk: Desk) -> None:
    doses = shown(page, NEEDED)
    keep_all(desk, [a_dose(FRI, medicine="ibuprofen", amount=None)])

    assert state(doses).startswith("doses taken: 1, without an amount")
    press(doses, 0, "taken")
    assert state(doses).startswith("400 mg taken in 2 doses, 1 of them not in the sum")


def test_a_dose_that_was_late_says_on_its_own_day_when_it_was_taken(page: TodayPage) -> None:
    late = a_regimen(id="late", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(4,))
    doses = shown(page, late)
    assert state(doses) == "not recorded, due Thu 19 Nov, one day late"
    press(doses, 0, "taken")
    page.show_day(THU)

    assert "on Fri 20 Nov" in state(doses)


def test_a_reason_that_is_too_long_to_keep_is_told(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    press(doses, 0, "skip")
    asked(doses).reason.setMaxLength(30_000)
    asked(doses).reason.setText("x" * 20_001)
    QTest.mouseClick(asked(doses).keep, Qt.MouseButton.LeftButton)

    assert "“Reason” has 20001 characters" in page.notice.text
    assert list(store.records(Dose)) == []


def test_the_last_as_needed_dose_is_cleared(page: TodayPage, store: Store) -> None:
    doses = shown(page, NEEDED)
    press(doses, 0, "taken")
    press(doses, 0, "clear")

    assert list(store.records(Dose)) == []
    assert words(doses) == ["taken", "at"]


def test_the_first_medicine_appears_on_today(page: TodayPage, desk: Desk) -> None:
    page.show()
    keep_all(desk, (NAPROXEN, EACH_DAY))

    assert page.parts.doses is not None
    assert page.parts.doses.isVisible()


def test_a_write_that_is_refused_leaves_the_dose_as_it_was(page: TodayPage, store: Store) -> None:
    doses = shown(page, EACH_DAY)
    store._raw.execute("PRAGMA query_only=ON")
    press(doses, 0, "taken")

    assert state(doses) == "not recorded"
    assert "cannot be written" in page.notice.text


@pytest.mark.parametrize("width", [640, 1100])
def test_every_button_is_in_sight(page: TodayPage, width: int) -> None:
    doses = shown(page, EACH_DAY, INJECTED, NEEDED)
    page.resize(width, 700)
    QApplication.processEvents()
    for line in doses.lines.values():
        for action in line.doable:
            assert line.rect().contains(line.center_of(action.word))


def test_nothing_is_written_before_a_button_is_pressed(store: Store, page: TodayPage) -> None:
    shown(page, EACH_DAY, NEEDED)
    (before,) = store.changes(Source.OWNER)
    assert before.label == "before"


@pytest.mark.parametrize("word", ["at", "skip", "taken"])
def test_the_fields_of_a_dose_fit_a_small_window_at_double_text(
    page: TodayPage, look: Look, word: str
) -> None:
    look.choose("light", 200)
    doses = shown(page, INJECTED)
    page.resize(780, 700)
    press(doses, 0, word)
    QApplication.processEvents()

    assert asked(doses).width() <= page.sheet.viewport().width()
    for field in asked(doses).findChildren(QWidget):
        if field.isVisible():
            assert field.mapTo(asked(doses), field.rect().topRight()).x() <= asked(doses).width()
