"""Undo and redo, over rows, days and rooms."""

from PySide6.QtCore import Qt

from heeldiary.domain.records import SKIPPED
from tests.builders import FRI, THU
from tests.journeys.person import Person, note_on_disk, on_disk

ALT = Qt.KeyboardModifier.AltModifier


def answer_three_rows_and_a_note(person: Person) -> None:
    person.answer("low_back", "4")
    person.answer("low_back", "6")
    person.answer("fatigue", "s")
    person.write_note("Rain")
    person.today.go_to("stress")


def values(person: Person) -> tuple[object, object, str | None]:
    """What is on disk; the window shows the same."""
    kept = {key: reading.value for key, reading in on_disk(FRI).items()}
    for key in ("low_back", "fatigue"):
        assert person.row(key).field.answer == kept.get(key)
    note = note_on_disk(FRI)
    assert person.today.sheet.note.toPlainText() == (note or "")
    return kept.get("low_back"), kept.get("fatigue"), note


STEPS = [
    (6, SKIPPED, "Rain"),
    (6, SKIPPED, None),
    (6, None, None),
    (4, None, None),
    (None, None, None),
]


def test_every_step_is_taken_back_and_done_again_in_order(person: Person) -> None:
    answer_three_rows_and_a_note(person)
    seen = [values(person)]
    for _ in STEPS[1:]:
        person.undo()
        seen.append(values(person))
    assert seen == STEPS
    for step in reversed(STEPS[:-1]):
        person.redo()
        assert values(person) == step


def test_what_was_answered_is_taken_back_from_another_room(person: Person) -> None:
    answer_three_rows_and_a_note(person)
    for room in ("trends", "visit", "files", "settings"):
        person.go_to(room)
        person.undo()
    person.go_to("today")

    assert values(person) == STEPS[4]
    person.go_to("trends")
    person.click(person.window.side_bar.redo)
    person.click(person.window.side_bar.redo)
    person.go_to("today")
    assert values(person) == STEPS[2]


def test_the_buttons_say_what_they_would_do(person: Person) -> None:
    bar = person.window.side_bar
    assert not bar.undo.isEnabled()
    person.answer("low_back", "4")

    assert bar.undo.toolTip() == "Low back: 4, 2026-11-20"
    person.click(bar.undo)
    assert bar.redo.toolTip() == "Low back: 4, 2026-11-20"
    assert not bar.undo.isEnabled()


def test_an_answer_of_another_day_is_taken_back_where_it_was(person: Person) -> None:
    person.press(Qt.Key.Key_Left, ALT)
    person.answer("low_back", "4")
    person.press(Qt.Key.Key_Right, ALT)
    person.answer("low_back", "5")
    person.undo()
    person.undo()

    assert on_disk(FRI) == {}
    assert on_disk(THU) == {}


def test_a_new_answer_ends_what_could_be_done_again(person: Person) -> None:
    person.answer("low_back", "4")
    person.undo()
    person.answer("fatigue", "2")

    assert not person.window.side_bar.redo.isEnabled()
    person.redo()
    assert list(on_disk(FRI)) == ["fatigue"]


def test_a_weight_is_taken_back_from_the_line_it_was_typed_in(person: Person) -> None:
    person.answer("weight", "81.5")
    person.press(Qt.Key.Key_Return)
    person.undo()
    assert on_disk(FRI) == {}

    person.redo()
    assert on_disk(FRI)["weight"].number == 81.5


def test_a_half_typed_weight_is_taken_back_in_its_line_first(person: Person) -> None:
    person.answer("low_back", "4")
    person.answer("weight", "81")
    person.undo()

    assert on_disk(FRI)["low_back"].number == 4
    assert person.row("weight").field.answer is None


def test_from_an_untouched_note_the_last_answer_is_taken_back(person: Person) -> None:
    person.answer("low_back", "4")
    person.today.sheet.note.setFocus()
    person.undo()

    assert on_disk(FRI) == {}


def test_a_hidden_row_is_taken_back_too(person: Person) -> None:
    person.go_to("settings")
    rows = person.settings.rows.list
    rows.setFocus()
    rows.setCurrentRow(1)
    name = rows.item(1).text()
    person.press(Qt.Key.Key_Space)
    person.go_to("today")
    assert name not in {row.factor.name for row in person.today.sheet.rows}

    person.undo()
    assert name in {row.factor.name for row in person.today.sheet.rows}


def test_what_was_taken_back_is_said_though_another_day_is_shown(person: Person) -> None:
    person.answer("low_back", "4")
    person.press(Qt.Key.Key_Left, ALT)
    person.undo()
    assert person.window.side_bar._status.text() == "Taken back: Low back: 4, 2026-11-20"

    person.redo()
    assert person.window.side_bar._status.text() == "Done again: Low back: 4, 2026-11-20"
