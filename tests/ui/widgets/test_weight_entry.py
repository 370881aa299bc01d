import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import field_for
from heeldiary.ui.widgets.stepped_number import SteppedNumber
from heeldiary.ui.widgets.weight_entry import WeightEntry

WEIGHT = CATALOGUE["weight"]


def an_entry(qtbot: QtBot, look: Look, unit: str) -> WeightEntry:
    entry = field_for(WEIGHT, look, unit)
    assert isinstance(entry, WeightEntry)
    qtbot.addWidget(entry)
    entry.show_answer(None, None)
    return entry


def typed(qtbot: QtBot, entry: WeightEntry, text: str) -> object:
    entry.line.setText(text)
    with qtbot.waitSignal(entry.given) as given:
        entry.commit()
    assert given.args is not None
    return given.args[0]


@pytest.mark.parametrize(
    ("unit", "text", "kilograms"),
    [
        ("lb", "180", 81.65),
        ("lb", "180,5", 81.87),
        ("st", "12 11", 81.19),
        ("st", "12 st 11.5", 81.42),
    ],
)
def test_what_is_typed_is_kept_in_kilograms(
    qtbot: QtBot, look: Look, unit: str, text: str, kilograms: float
) -> None:
    assert typed(qtbot, an_entry(qtbot, look, unit), text) == kilograms


@pytest.mark.parametrize(
    ("unit", "shown", "said"),
    [("lb", "176.4", "176.4 lb"), ("st", "12 st 8.4 lb", "12 st 8.4 lb")],
)
def test_what_is_kept_is_shown_in_the_chosen_unit(
    qtbot: QtBot, look: Look, unit: str, shown: str, said: str
) -> None:
    entry = an_entry(qtbot, look, unit)
    entry.show_answer(80.0, 81.0)
    assert entry.line.text() == shown
    assert entry.accessibleDescription().startswith(f"{said}; last time")
    with qtbot.assertNotEmitted(entry.given):
        entry.commit()


def test_a_step_is_a_fifth_of_a_pound(qtbot: QtBot, look: Look) -> None:
    entry = an_entry(qtbot, look, "lb")
    entry.show_answer(80.0, None)
    with qtbot.waitSignal(entry.given) as given:
        entry.more.click()
    assert given.args == [pytest.approx(80.0 + 0.2 * 0.45359237)]


@pytest.mark.parametrize("text", ["10", "2000", "heavy"])
def test_what_cannot_be_is_refused_in_the_chosen_unit(qtbot: QtBot, look: Look, text: str) -> None:
    entry = an_entry(qtbot, look, "lb")
    entry.show_answer(80.0, None)
    entry.line.setText(text)
    with qtbot.waitSignal(entry.refused) as refused:
        entry.commit()
    assert refused.args is not None
    assert text in refused.args[0]
    assert entry.line.text() == "176.4"


def test_the_letters_of_the_unit_are_typed_and_skip_nothing(qtbot: QtBot, look: Look) -> None:
    entry = an_entry(qtbot, look, "st")
    entry.show()
    with qtbot.assertNotEmitted(entry.given):
        QTest.keyClicks(entry.line, "12 st 11")
    assert entry.line.text() == "12 st 11"
    entry.line.clear()
    with qtbot.waitSignal(entry.given) as given:
        QTest.keyClick(entry.line, Qt.Key.Key_S)
    assert given.args == [SKIPPED]


def test_kilograms_need_no_conversion(qtbot: QtBot, look: Look) -> None:
    field = field_for(WEIGHT, look, "kg")
    qtbot.addWidget(field)
    assert type(field) is SteppedNumber
