"""Scores and labs, as a person uses them: a check, a laboratory value, corrections, a restart."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heeldiary.domain.results import ClinicScore, Instrument, LabResult, LabTest, WeeklyCheck
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from heeldiary.ui.pages.scores import ScoresPage
from tests.builders import FRI, NOON
from tests.journeys.person import Person
from tests.journeys.test_names import nameless
from tests.started import Start

pytestmark = pytest.mark.usefixtures("in_english")


def scores(person: Person) -> ScoresPage:
    page = person.window.page("scores")
    assert isinstance(page, ScoresPage)
    return page


def checks_on_disk() -> list[WeeklyCheck]:
    with Store.read(paths.diary_path()) as kept:
        return list(kept.records(WeeklyCheck))


def labs_on_disk() -> list[LabResult]:
    with Store.read(paths.diary_path()) as kept:
        return list(kept.records(LabResult))


def answer_all(person: Person) -> None:
    """Answer the seven questions with the keyboard alone, from the first one on."""
    person.spell("4")
    for keys in ("5", "2", "3", "6"):
        person.press(Qt.Key.Key_Down)
        person.spell(keys)
    person.press(Qt.Key.Key_Down)
    person.spell("45")
    person.press(Qt.Key.Key_Down)
    person.spell("10")


def add_crp(person: Person, value: str) -> None:
    page = scores(person)
    person.click(page.sheet.labs.add_button)
    person.press(Qt.Key.Key_Tab)
    for _ in range(2):
        person.press(Qt.Key.Key_Tab)
    person.spell(value)
    person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.spell("mg/L")
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_check_by_keyboard_alone_and_its_score(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    answer_all(person)

    (check,) = checks_on_disk()
    assert (check.day, check.tiredness, check.axial_pain, check.joint_pain) == (FRI, 4, 5, 2)
    assert (check.tenderness, check.stiffness, check.stiffness_minutes) == (3, 6, 45)
    assert check.disease_activity == 10
    assert (
        scores(person)
        .sheet.newest.basdai.text()
        .startswith("BASDAI-type score (app wording): 3.8, check of 20 Nov 2026.")
    )


def test_a_laboratory_value_by_keyboard_makes_an_asdas(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    answer_all(person)
    add_crp(person, "8,5")

    (lab,) = labs_on_disk()
    assert (lab.test, lab.value, lab.unit, lab.day) == (LabTest.CRP, 8.5, "mg/L", FRI)
    assert scores(person).sheet.newest.crp.text().startswith("ASDAS-CRP 3.37, high disease")


def test_what_was_answered_is_there_after_a_restart(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    person.spell("4")
    person.close()

    later = Person(start(now=NOON + timedelta(days=2)), qtbot)
    later.go_to("scores")
    page = scores(later)
    assert page.sheet.check.questions[0].field.answer == 4.0
    assert page.sheet.check.questions[1].field.hasFocus()


def test_answers_and_removals_are_undone(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    person.spell("4")
    person.press(Qt.Key.Key_Down)
    person.spell("5")
    person.click(scores(person).sheet.check.remove)
    assert checks_on_disk() == []

    person.undo()
    assert [check.axial_pain for check in checks_on_disk()] == [5.0]
    person.undo()
    assert [check.axial_pain for check in checks_on_disk()] == [None]
    person.redo()
    assert [check.axial_pain for check in checks_on_disk()] == [5.0]


def test_a_total_half_written_stays_while_another_room_is_looked_at(person: Person) -> None:
    person.go_to("scores")
    page = scores(person)
    person.click(page.add_score)
    person.choose(page.form.editors["instrument"].box, "BASFI")  # type: ignore[union-attr]
    person.go_to("trends")
    person.go_to("scores")
    assert page.form is not None
    assert not page.is_kept

    page.form.editors["value"].setFocus()
    person.spell("3.4")
    person.go_to("trends")
    with Store.read(paths.diary_path()) as kept:
        (score,) = kept.records(ClinicScore)
    assert (score.instrument, score.value) == (Instrument.BASFI, 3.4)


def test_the_form_of_a_guide_topic_is_opened_from_elsewhere(person: Person) -> None:
    person.window.log("scores/lab")
    assert scores(person).form is not None

    person.press(Qt.Key.Key_Escape)
    person.window.log("scores/check")
    assert scores(person).sheet.check.questions[0].field.hasFocus()


def test_scores_go_out_with_the_export(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    answer_all(person)
    person.go_to("files")
    path = tmp_path / "all.json"
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: path)
    person.click(person.files.take_away.as_json)

    (check,) = json.loads(path.read_text("utf-8"))["weekly_checks"]
    assert (check["day"], check["axial_pain"]) == ("2026-11-20", 5)


def test_a_laboratory_value_is_corrected_by_keyboard(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    add_crp(person, "85")
    table = scores(person).sheet.labs.list.table
    table.setFocus()
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Return)
    form = scores(person).form
    assert form is not None
    form.editors["value"].setFocus()
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.spell("8.5")
    person.press(Qt.Key.Key_Return)

    assert [lab.value for lab in labs_on_disk()] == [8.5]
    assert scores(person).form is None


def test_every_control_of_the_room_and_its_forms_has_a_name(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    answer_all(person)
    add_crp(person, "8")
    assert nameless(person.window) == []
    for name in ("lab", "score", "finding"):
        scores(person).open_form(name)
        assert nameless(person.window) == []
        person.press(Qt.Key.Key_Escape)


def test_wrong_values_are_told_and_the_room_goes_on(person: Person) -> None:
    person.go_to("scores")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Up)
    add_crp(person, "20000")

    form = scores(person).form
    assert form is not None
    assert labs_on_disk() == []
    form.editors["value"].setFocus()
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.spell("20")
    person.press(Qt.Key.Key_Return)
    assert [lab.value for lab in labs_on_disk()] == [20.0]
