from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.checks import NO_WEEKDAY
from heeldiary.host.settings import load
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.settings import SettingsPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.settings_check import CheckDayCard

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def keeper(tmp_path: Path) -> SettingsKeeper:
    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture
def card(qtbot: QtBot, look: Look, keeper: SettingsKeeper) -> CheckDayCard:
    card = CheckDayCard(look)
    qtbot.addWidget(card)
    card.use(keeper)
    card.show()
    return card


def test_the_chosen_day_is_shown(card: CheckDayCard) -> None:
    assert card.weekday.currentText() == "Monday"


def test_another_day_is_kept_at_once(card: CheckDayCard, keeper: SettingsKeeper) -> None:
    card.weekday.setFocus()
    QTest.keyClick(card.weekday, Qt.Key.Key_Down)

    assert card.weekday.currentText() == "Tuesday"
    assert load(keeper.path)[0].check_weekday == 2


def test_who_does_not_want_to_be_asked_is_not(card: CheckDayCard, keeper: SettingsKeeper) -> None:
    QTest.keyClick(card.weekday, Qt.Key.Key_End)

    assert card.weekday.currentText() == "Not asked for"
    assert keeper.settings.check_weekday == NO_WEEKDAY


def test_a_day_chosen_elsewhere_is_shown(card: CheckDayCard, keeper: SettingsKeeper) -> None:
    keeper.change(check_weekday=7)

    assert card.weekday.currentText() == "Sunday"


def test_the_settings_have_the_day_of_the_check(
    qtbot: QtBot, desk: Desk, look: Look, keeper: SettingsKeeper
) -> None:
    keeper.change(check_weekday=5)
    page = SettingsPage(desk, look)
    qtbot.addWidget(page)
    page.use(keeper)

    assert page.check_day.weekday.currentText() == "Friday"
