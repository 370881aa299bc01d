from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from heeldiary.host.settings import load
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.settings import SettingsPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.settings_units import UnitsCard


@pytest.fixture
def keeper(tmp_path: Path) -> SettingsKeeper:
    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture
def card(qtbot: QtBot, look: Look, keeper: SettingsKeeper) -> UnitsCard:
    card = UnitsCard(look)
    qtbot.addWidget(card)
    card.use(keeper)
    card.show()
    return card


def chosen(card: UnitsCard) -> list[str]:
    return [box.currentText() for box in (card.distance, card.weight, card.length)]


def go_down(box: QComboBox) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)


def test_units_are_metric_until_others_are_chosen(card: UnitsCard) -> None:
    assert chosen(card) == ["Kilometres (km)", "Kilograms (kg)", "Millimetres (mm)"]


def test_a_unit_is_kept_at_once(card: UnitsCard, keeper: SettingsKeeper) -> None:
    for box in (card.distance, card.weight, card.weight, card.length):
        go_down(box)
    kept, _ = load(keeper.path)
    assert (kept.distance_unit, kept.weight_unit, kept.length_unit) == ("mi", "st", "in")


def test_the_units_chosen_before_are_shown(card: UnitsCard, keeper: SettingsKeeper) -> None:
    keeper.change(distance_unit="mi", weight_unit="lb", length_unit="in")
    assert chosen(card) == ["Miles (mi)", "Pounds (lb)", "Inches (in)"]


def test_without_settings_nothing_is_kept(qtbot: QtBot, look: Look) -> None:
    card = UnitsCard(look)
    qtbot.addWidget(card)
    go_down(card.distance)
    assert card.distance.currentText() == "Miles (mi)"


def test_the_units_stand_among_the_settings(
    qtbot: QtBot, desk: Desk, look: Look, keeper: SettingsKeeper
) -> None:
    keeper.change(weight_unit="st")
    page = SettingsPage(desk, look)
    qtbot.addWidget(page)
    page.use(keeper)
    assert page.units.weight.currentText() == "Stone and pounds (st)"
