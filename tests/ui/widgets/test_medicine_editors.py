"""The editors that only the forms of medicines have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.medicines import Dose, Medicine, Regimen
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import Step, shape_of
from heeldiary.host.medicines import read_substances
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.widgets.medicine_editors import (
    NameEditor,
    PlaceEditor,
    PlannedChoice,
    PlannedEditor,
    StepsEditor,
    SubstanceEditor,
    TimesEditor,
)
from tests.builders import FRI, MON
from tests.conftest import RESOURCES

REGIMEN = shape_of(Regimen).fields
TWO = (Step(dose=20.0, days=7), Step(dose=12.5, days=1))


@pytest.fixture
def name(qtbot: QtBot, look: Look) -> NameEditor:
    editor = NameEditor(FormField("name", "Name"), shape_of(Medicine).fields["name"], look)
    editor.substances = read_substances(RESOURCES)
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def times(qtbot: QtBot, look: Look) -> TimesEditor:
    editor = TimesEditor(FormField("times", "Times"), REGIMEN["times"], look)
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def steps(qtbot: QtBot, look: Look) -> StepsEditor:
    editor = StepsEditor(FormField("steps", "Steps"), REGIMEN["steps"], look)
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def planned(qtbot: QtBot, look: Look) -> PlannedEditor:
    editor = PlannedEditor(FormField("due_day", "Which"), shape_of(Dose).fields["due_day"], look)
    qtbot.addWidget(editor)
    return editor


def test_what_the_catalogue_knows_is_offered_while_typing(name: NameEditor) -> None:
    QTest.keyClicks(name.words.text, "prednis")

    assert name.offered == ["Prednisolone", "Prednisone"]
    assert name.value() == "prednis"


def test_an_offered_name_is_taken_with_a_click(name: NameEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(name.words.text, "napr")
    with qtbot.waitSignal(name.touched):
        QTest.mouseClick(name.offers[0], Qt.MouseButton.LeftButton)

    assert name.value() == "Naproxen"
    assert name.offered == []


def test_nothing_is_offered_before_anything_is_typed(name: NameEditor) -> None:
    assert name.offered == []
    name.show_value("Naproxen")
    assert name.offered == []


def test_the_first_of_the_substances_is_none_of_them(qtbot: QtBot, look: Look) -> None:
    shape = shape_of(Medicine).fields["substance"]
    editor = SubstanceEditor(FormField("substance", "S", words={"a": "A"}), shape, look)
    qtbot.addWidget(editor)

    assert (editor.box.itemText(0), editor.value()) == ("none of these", "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ()),
        ("8", ("08:00",)),
        ("20.30, 8:00", ("08:00", "20:30")),
        ("0730,", ("07:30",)),
    ],
)
def test_times_are_read_as_people_type_them(
    times: TimesEditor, text: str, read: tuple[str, ...]
) -> None:
    times.text.setText(text)  # type: ignore[union-attr]

    assert times.value() == read


@pytest.mark.parametrize("text", ["noon", "25:00", "8:61", "8;20"])
def test_a_time_that_cannot_be_is_refused(times: TimesEditor, text: str) -> None:
    times.text.setText(text)  # type: ignore[union-attr]

    with pytest.raises(Refused, match="“Times” takes a time of day"):
        times.value()


def test_steps_are_shown_and_read(steps: StepsEditor) -> None:
    steps.show_value(TWO)

    assert steps.value() == TWO
    steps.show_value(TWO[:1])
    assert steps.value() == TWO[:1]


def test_a_step_is_added(steps: StepsEditor, qtbot: QtBot) -> None:
    steps.show_value(TWO[:1])
    with qtbot.waitSignal(steps.touched):
        QTest.mouseClick(steps.add, Qt.MouseButton.LeftButton)
    steps.rows[1].dose.line.setText("12,5")
    steps.rows[1].days.line.setText("1")

    assert steps.value() == TWO


def test_rows_without_anything_are_no_steps(steps: StepsEditor) -> None:
    before = steps.state()
    QTest.mouseClick(steps.add, Qt.MouseButton.LeftButton)

    assert steps.value() == ()
    assert steps.state() == before


@pytest.mark.parametrize(
    ("dose", "days", "sentence"),
    [
        ("20", "", "Step 1 of the taper needs a dose and its days"),
        ("", "7", "Step 1 of the taper needs a dose and its days"),
        ("much", "7", "“Step 1: dose” takes a number"),
        ("20", "0", "“Step 1: days” takes"),
        ("20", "1.5", "“Step 1: days” takes"),
        ("-1", "7", "“Step 1: dose” takes a number"),
    ],
)
def test_a_step_that_cannot_be_is_refused(
    steps: StepsEditor, dose: str, days: str, sentence: str
) -> None:
    steps.rows[0].dose.line.setText(dose)
    steps.rows[0].days.line.setText(days)

    with pytest.raises(Refused, match=sentence):
        steps.value()


def test_a_dose_is_extra_until_a_planned_one_is_chosen(planned: PlannedEditor) -> None:
    choice = PlannedChoice("planned Mon", MON, "08:00", "id")
    planned.offer([choice], None)
    assert planned.value() is None

    planned.offer([choice], choice)
    assert (planned.value(), planned.chosen) == (MON, choice)


def test_a_choice_that_is_not_offered_is_not_chosen(planned: PlannedEditor) -> None:
    planned.offer([], PlannedChoice("planned Fri", FRI, "", "id"))

    assert planned.chosen is None


def test_what_was_typed_as_a_place_stays_when_others_are_offered(qtbot: QtBot, look: Look) -> None:
    field = FormField("site", "Where", words={"": ""}, is_free=True)
    editor = PlaceEditor(field, shape_of(Dose).fields["site"], look)
    qtbot.addWidget(editor)
    editor.show_value("belly")

    editor.offer(["thigh"], "Last time: thigh.")

    assert editor.value() == "belly"
    assert editor.remark.text() == "Last time: thigh."
    editor.show_value("thigh")
    assert editor.value() == "thigh"
