"""The fields of Today: what each key and click gives, and what is shown as recorded."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import ALL_DAY, Choice, Factor, Group, Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.widgets.answer_row import AnswerRow, field_for
from heeldiary.ui.widgets.cells import CellsField
from heeldiary.ui.widgets.minutes import MinutesField
from heeldiary.ui.widgets.number_entry import NumberEntry
from heeldiary.ui.widgets.stepped_number import SteppedNumber
from heeldiary.ui.widgets.stepper import StepperField

YES_NO = Factor(key="own_sauna", name="Sauna", group=Group.OWN, kind=Kind.YES_NO, maximum=1)
MOOD = Factor(
    key="own_mood",
    name="Mood",
    group=Group.OWN,
    kind=Kind.CHOICE,
    maximum=1,
    choices=(Choice(word="low", name="low"), Choice(word="good", name="good")),
)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[[Factor], tuple[AnswerField, list[object]]]:
    def shown(factor: Factor) -> tuple[AnswerField, list[object]]:
        field = field_for(factor, look)
        qtbot.addWidget(field)
        field.resize(700, 60)
        field.show_answer(None, None)
        field.show()
        given: list[object] = []
        field.given.connect(given.append)
        return field, given

    return shown


Show = Callable[[Factor], tuple[AnswerField, list[object]]]


def test_a_digit_answers(show: Show) -> None:
    field, given = show(CATALOGUE["low_back"])

    QTest.keyClick(field, Qt.Key.Key_0)
    QTest.keyClick(field, Qt.Key.Key_7)

    assert given == [0.0, 7.0]


def test_one_and_zero_quickly_is_ten(show: Show) -> None:
    field, given = show(CATALOGUE["low_back"])

    QTest.keyClicks(field, "10")

    assert given == [1.0, 10.0]


def test_a_digit_that_the_scale_does_not_have_is_not_taken(show: Show) -> None:
    field, given = show(CATALOGUE["swelling_left"])

    QTest.keyClicks(field, "47")

    assert given == []


def test_delete_takes_the_answer_away_and_s_skips(show: Show) -> None:
    field, given = show(CATALOGUE["fatigue"])

    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_S)

    assert given == [None, SKIPPED]


def test_an_arrow_moves_a_recorded_answer_only(show: Show) -> None:
    field, given = show(CATALOGUE["fatigue"])

    QTest.keyClick(field, Qt.Key.Key_Right)
    field.show_answer(4.0, None)
    QTest.keyClick(field, Qt.Key.Key_Right)
    field.show_answer(0.0, None)
    QTest.keyClick(field, Qt.Key.Key_Left)

    assert given == [5.0]


def test_clicking_a_cell_answers(show: Show) -> None:
    field, given = show(CATALOGUE["fatigue"])
    assert isinstance(field, CellsField)

    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.cell_center(10.0))

    assert given == [10.0]


def test_cells_wrap_where_there_is_no_room(show: Show) -> None:
    field, given = show(CATALOGUE["fatigue"])
    assert isinstance(field, CellsField)
    field.resize(200, field.heightForWidth(200))

    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.cell_center(10.0))

    assert given == [10.0]
    assert field.heightForWidth(200) > field.heightForWidth(700)


def test_the_last_answer_is_told_but_is_no_answer(show: Show) -> None:
    field, _ = show(CATALOGUE["fatigue"])

    field.show_answer(None, 6.0)

    assert field.answer is None
    assert field.accessibleDescription() == "not recorded; last time 6"


@pytest.mark.parametrize(
    ("answer", "said"), [(None, "not recorded"), (SKIPPED, "skipped"), (0.0, "0")]
)
def test_nothing_skipped_and_zero_are_told_apart(show: Show, answer: object, said: str) -> None:
    field, _ = show(CATALOGUE["fatigue"])

    field.show_answer(answer, None)  # type: ignore[arg-type]

    assert field.accessibleDescription() == said


def test_y_and_n_answer_a_yes_no_row(show: Show) -> None:
    field, given = show(YES_NO)

    QTest.keyClicks(field, "yn")

    assert given == [1.0, 0.0]


def test_a_choice_is_clicked(show: Show) -> None:
    field, given = show(MOOD)
    assert isinstance(field, CellsField)

    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.cell_center(1.0))

    assert given == [1.0]


def test_minutes_are_chosen_or_typed(show: Show) -> None:
    field, given = show(CATALOGUE["stiffness_minutes"])
    assert isinstance(field, MinutesField)

    QTest.mouseClick(field.cells, Qt.MouseButton.LeftButton, pos=field.cells.cell_center(ALL_DAY))
    QTest.keyClicks(field.cells, "3")
    QTest.keyClicks(field.entry.line, "5")
    QTest.keyClick(field.entry.line, Qt.Key.Key_Return)

    assert given == [ALL_DAY, 35.0]


def test_a_typed_number_is_given_when_it_is_left(show: Show) -> None:
    field, given = show(CATALOGUE["weight"])
    assert isinstance(field, NumberEntry)

    QTest.keyClicks(field.line, "78,4")
    field.commit()

    assert given == [78.4]


def test_text_where_a_number_belongs_is_refused_and_nothing_is_given(show: Show) -> None:
    field, given = show(CATALOGUE["weight"])
    assert isinstance(field, NumberEntry)
    refused: list[str] = []
    field.refused.connect(refused.append)

    field.line.setText("9000")
    field.commit()

    assert given == []
    assert refused == ["“Weight” takes a number from 20 to 400 kg, not “9000”."]
    assert field.line.text() == ""


def test_an_emptied_line_takes_the_answer_away(show: Show) -> None:
    field, given = show(CATALOGUE["weight"])
    assert isinstance(field, NumberEntry)
    field.show_answer(80.0, None)

    field.line.clear()
    field.commit()

    assert given == [None]


def test_a_number_steps_from_what_is_recorded(show: Show) -> None:
    field, given = show(CATALOGUE["weight"])
    assert isinstance(field, SteppedNumber)
    assert not field.more.isEnabled()
    field.show_answer(80.0, None)

    field.more.click()
    field.less.click()

    assert given == [80.1, 79.9]


def test_a_number_steps_from_the_last_answer_where_nothing_is_recorded(show: Show) -> None:
    field, given = show(CATALOGUE["sleep_hours"])
    assert isinstance(field, SteppedNumber)
    field.show_answer(None, 7.0)

    field.less.click()

    assert given == [6.5]


def test_s_skips_from_a_typed_line(show: Show) -> None:
    field, given = show(CATALOGUE["sleep_hours"])
    assert isinstance(field, NumberEntry)

    QTest.keyClick(field.line, Qt.Key.Key_S)

    assert given == [SKIPPED]
    assert field.line.text() == ""


def test_a_count_begins_at_one_step_or_at_none(show: Show) -> None:
    field, given = show(CATALOGUE["oily_fish"])
    assert isinstance(field, StepperField)

    for button in (field.more, field.less):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=button.center())

    assert given == [1.0, 0.0]


def test_a_count_goes_on_from_what_is_recorded(show: Show) -> None:
    field, given = show(CATALOGUE["alcohol_units"])
    field.show_answer(2.0, None)

    QTest.keyClicks(field, "+-4")

    assert given == [2.5, 1.5, 4.0]


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_every_field_has_a_name_and_shows_what_is_recorded(
    key: str, qtbot: QtBot, look: Look
) -> None:
    row = AnswerRow(CATALOGUE[key], look)
    qtbot.addWidget(row)

    row.show_answer(CATALOGUE[key].minimum, None)

    assert row.field.accessibleName() == CATALOGUE[key].name
    assert row.is_answered
    row.show_answer(None, CATALOGUE[key].maximum)
    assert not row.is_answered
