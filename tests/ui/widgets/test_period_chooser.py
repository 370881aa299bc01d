from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import FOUR_WEEKS, ONE_YEAR, THREE_MONTHS, Span
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.period_chooser import (
    ALL,
    SINCE_VISIT,
    TWO_DATES,
    PeriodChooser,
)
from tests.builders import FRI, MON, WED

RECORDED = Span(date(2020, 2, 3), WED)


@pytest.fixture
def chooser(qtbot: QtBot, look: Look) -> PeriodChooser:
    chooser = PeriodChooser(look)
    qtbot.addWidget(chooser)
    chooser.reach(RECORDED, FRI)
    return chooser


def show(field: QDateEdit, day: date) -> None:
    field.setDate(QDate(day.year, day.month, day.day))


def test_it_starts_with_three_months(chooser: PeriodChooser) -> None:
    assert chooser.span == Span.ending(FRI, THREE_MONTHS)


@pytest.mark.parametrize("days", [FOUR_WEEKS, ONE_YEAR])
def test_a_period_ends_today(chooser: PeriodChooser, days: int) -> None:
    chooser.choose(days)

    assert chooser.span == Span.ending(FRI, days)


def test_everything_goes_from_the_first_day_recorded_to_today(chooser: PeriodChooser) -> None:
    chooser.choose(ALL)

    assert chooser.span == Span(RECORDED.first, FRI)


def test_before_anything_is_recorded_everything_is_one_day(qtbot: QtBot, look: Look) -> None:
    chooser = PeriodChooser(look)
    qtbot.addWidget(chooser)
    chooser.choose(ALL)

    assert len(chooser.span) == 1


def test_the_dates_appear_when_they_are_asked_for(chooser: PeriodChooser) -> None:
    assert chooser.first.isHidden()

    chooser.choose(TWO_DATES)

    assert not chooser.first.isHidden()


def test_two_dates_begin_with_the_period_that_was_chosen(chooser: PeriodChooser) -> None:
    chooser.choose(FOUR_WEEKS)
    chooser.choose(TWO_DATES)

    assert chooser.span == Span.ending(FRI, FOUR_WEEKS)


def test_choosing_tells_once(chooser: PeriodChooser, qtbot: QtBot) -> None:
    chooser.choose(TWO_DATES)

    with qtbot.waitSignal(chooser.chosen):
        show(chooser.first, MON)
    assert chooser.span == Span(MON, FRI)


def test_a_first_day_after_the_last_takes_the_last_along(chooser: PeriodChooser) -> None:
    chooser.choose(TWO_DATES)
    show(chooser.last, MON)
    show(chooser.first, WED)

    assert chooser.span == Span(WED, WED)


def test_a_last_day_before_the_first_takes_the_first_along(chooser: PeriodChooser) -> None:
    chooser.choose(TWO_DATES)
    show(chooser.first, WED)
    show(chooser.last, MON)

    assert chooser.span == Span(MON, MON)


def test_the_future_cannot_be_chosen(chooser: PeriodChooser) -> None:
    chooser.choose(TWO_DATES)
    show(chooser.last, FRI + timedelta(days=9))

    assert chooser.span.last == FRI


def test_dates_that_were_chosen_stay_when_the_diary_changes(chooser: PeriodChooser) -> None:
    chooser.choose(TWO_DATES)
    show(chooser.first, MON)
    chooser.reach(Span(MON, FRI), FRI)

    assert chooser.span == Span(MON, FRI)


def test_the_keyboard_alone_chooses(chooser: PeriodChooser, qtbot: QtBot) -> None:
    chooser.show()
    QTest.keyClick(chooser.periods, Qt.Key.Key_Up)

    assert chooser.span == Span.ending(FRI, FOUR_WEEKS)


SINCE = Span(MON, FRI)


def test_the_days_since_the_visit_are_chosen_when_there_are_any(chooser: PeriodChooser) -> None:
    chooser.reach(RECORDED, FRI, SINCE)

    assert chooser.span == SINCE
    assert chooser.periods.currentText() == "Since the last visit"


def test_another_choice_stays_when_the_visit_comes(chooser: PeriodChooser) -> None:
    chooser.choose(FOUR_WEEKS)
    chooser.reach(RECORDED, FRI, SINCE)

    assert chooser.span == Span.ending(FRI, FOUR_WEEKS)


def test_when_the_visit_goes_it_is_three_months_again(chooser: PeriodChooser) -> None:
    chooser.reach(RECORDED, FRI, SINCE)
    chooser.reach(RECORDED, FRI, None)

    assert chooser.periods.findData(SINCE_VISIT) == -1
    assert chooser.span == Span.ending(FRI, THREE_MONTHS)


def test_the_days_since_the_visit_can_be_chosen_again(chooser: PeriodChooser) -> None:
    chooser.reach(RECORDED, FRI, SINCE)
    chooser.choose(ALL)
    chooser.reach(RECORDED, FRI, SINCE)
    chooser.choose(SINCE_VISIT)

    assert chooser.span == SINCE
