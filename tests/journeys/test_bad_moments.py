"""The disk is full or read-only for a while: it is said, nothing is lost, and it goes on after."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heeldiary.ui import prompts
from tests.builders import FRI, MON, THU
from tests.journeys.person import Person, all_on_disk, note_on_disk, on_disk


@contextmanager
def nothing_can_be_written(person: Person) -> Iterator[None]:
    """As on a disk that has become read-only."""
    assert person.window.desk is not None
    raw = person.window.desk._store._raw
    raw.execute("PRAGMA query_only=ON")
    yield
    raw.execute("PRAGMA query_only=OFF")


@contextmanager
def the_disk_is_full(person: Person) -> Iterator[None]:
    """No page more than the file has now."""
    assert person.window.desk is not None
    raw = person.window.desk._store._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    before = raw.execute("PRAGMA max_page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")
    yield
    raw.execute(f"PRAGMA max_page_count={before}")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The answers to the questions to come; what is asked without one is a failure."""
    answers: list[bool] = []

    def answer(*_: object) -> bool:
        return answers.pop(0)

    monkeypatch.setattr(prompts, "ask", answer)
    return answers


def test_an_answer_that_cannot_be_written_is_not_shown_as_given(person: Person) -> None:
    person.answer("low_back", "3")
    with nothing_can_be_written(person):
        person.answer("low_back", "6")
        assert person.row("low_back").field.answer == 3
        assert "cannot be written" in person.today.notice.text
        person.answer("fatigue", "2")
        assert not person.row("fatigue").is_answered
    person.answer("low_back", "6")

    assert person.today.notice.text == ""
    assert {key: r.number for key, r in on_disk(FRI).items()} == {"low_back": 6}


def test_taking_back_waits_until_it_can_be_written(person: Person) -> None:
    person.answer("low_back", "3")
    with nothing_can_be_written(person):
        person.undo()
        assert person.row("low_back").field.answer == 3
    person.undo()
    assert on_disk(FRI) == {}

    with nothing_can_be_written(person):
        person.redo()
        assert not person.row("low_back").is_answered
    person.redo()
    assert on_disk(FRI)["low_back"].number == 3


def test_a_note_waits_where_it_was_written(person: Person) -> None:
    with nothing_can_be_written(person):
        person.write_note("Long day")
        person.press(Qt.Key.Key_Tab)
        assert "cannot be written" in person.today.notice.text
        person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert person.today.day == FRI
        person.go_to("trends")
        person.go_to("today")
        assert person.today.sheet.note.toPlainText() == "Long day"
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert person.today.day == THU
    assert note_on_disk(FRI) == "Long day"
    assert note_on_disk(THU) is None


def test_a_window_with_a_note_that_is_not_kept_asks_before_it_closes(
    person: Person, asked: list[bool]
) -> None:
    with nothing_can_be_written(person):
        person.write_note("Long day")
        asked.append(False)
        person.close()
        assert person.window.isVisible()
        assert person.window.desk is not None
    person.close()

    assert note_on_disk(FRI) == "Long day"


def test_the_owner_may_close_without_the_note(person: Person, asked: list[bool]) -> None:
    person.today.sheet.note.setPlainText("x" * 20_001)
    asked.append(True)
    person.close()

    assert not person.window.isVisible()
    assert note_on_disk(FRI) is None


def test_a_note_that_is_too_long_is_told_and_stays(person: Person) -> None:
    person.answer("low_back", "3")
    person.today.sheet.note.setPlainText("x" * 20_001)
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert person.today.notice.text.startswith("The note has 20001 characters")
    assert person.today.day == FRI
    person.today.sheet.note.setFocus()
    person.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_Backspace)
    assert len(person.today.sheet.note.toPlainText()) == 20_000
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(note_on_disk(FRI) or "") == 20_000


def test_an_import_on_a_full_disk_brings_nothing_and_can_be_tried_again(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "years.csv"
    days = [
        f"{year}-{month:02}-{day:02}"
        for year in (2024, 2025)
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    table.write_text("\n".join(["day,low_back,note", *(f"{day},4,Wet" for day in days)]), "utf-8")
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_: table)
    person.go_to("files")
    person.click(person.files.bring.choose)
    qtbot.waitUntil(lambda: not person.files.bring.is_reading)
    with the_disk_is_full(person):
        person.click(person.files.bring.preview.accept)
        assert "full" in person.files.notice.text
        assert all_on_disk() == []
    person.click(person.files.bring.preview.accept)

    assert len(all_on_disk()) == 2 * len(days)


def test_a_row_that_could_not_be_hidden_is_still_ticked(person: Person) -> None:
    person.go_to("settings")
    rows = person.settings.rows.list
    rows.setFocus()
    rows.setCurrentRow(1)
    with nothing_can_be_written(person):
        person.press(Qt.Key.Key_Space)
        assert "cannot be written" in person.settings.notice.text
        assert rows.item(1).checkState() is Qt.CheckState.Checked
    person.press(Qt.Key.Key_Space)
    assert rows.item(1).checkState() is Qt.CheckState.Unchecked


def test_settings_that_cannot_be_written_hold_until_the_window_closes(
    person: Person, home: Path, said: list[str]
) -> None:
    config = home / "config"
    config.rename(home / "elsewhere")
    config.write_text("in the way")
    person.go_to("settings")
    person.choose(person.settings.text, "150 %")

    assert person.program.look.text_percent == 150
    assert "The settings could not be written" in said[0]


def test_what_was_answered_is_on_disk_before_the_window_is_closed(person: Person) -> None:
    person.answer("low_back", "3")
    person.window.open_day(MON)
    person.answer("low_back", "5")

    assert on_disk(FRI)["low_back"].number == 3
    assert on_disk(MON)["low_back"].number == 5
