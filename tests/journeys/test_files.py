"""Data comes in with a preview, is seen in every room, goes again whole, and comes out complete."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.ui import prompts
from tests.builders import MON, TUE, WED
from tests.journeys.person import Person, all_on_disk, note_on_disk, on_disk
from tests.started import Start

pytestmark = pytest.mark.usefixtures("in_english")

TABLE = """day,low_back,fatigue,note
2026-11-16,4,3,"Long day, sore"
2026-11-17,0,skipped,
2026-11-18,12,1,
2026-11-31,2,2,
2026-12-24,5,5,From the future
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table that is chosen whenever a file to open is asked for."""
    path = tmp_path / "old tracker.csv"
    path.write_text(TABLE, "utf-8")
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_: path)
    return path


def choose_file(person: Person, qtbot: QtBot) -> None:
    person.go_to("files")
    bring = person.files.bring
    person.click(bring.choose)
    qtbot.waitUntil(lambda: not bring.is_reading)


def take_out(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Export the whole diary as JSON."""
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: path)
    person.go_to("files")
    person.click(person.files.take_away.as_json)
    return path.read_bytes()


def test_a_table_is_previewed_and_its_wrong_lines_are_told(
    person: Person, qtbot: QtBot, table: Path
) -> None:
    choose_file(person, qtbot)

    preview = person.files.bring.preview
    assert preview.isVisible()
    assert {line for line, _ in preview.refusals.texts.rows} == {"4", "5", "6"}
    assert preview.rows.texts.rows[0] == ("Low back", "2", "–", "16 Nov 2026 to 17 Nov 2026")
    assert all_on_disk() == []


def test_what_was_brought_in_stands_in_every_room(
    person: Person, qtbot: QtBot, table: Path
) -> None:
    choose_file(person, qtbot)
    person.click(person.files.bring.preview.accept)

    person.window.open_day(MON)
    assert person.row("low_back").field.answer == 4
    assert person.today.sheet.note.toPlainText() == "Long day, sore"
    person.go_to("trends")
    person.click(person.trends.toolbar.table)
    days = person.trends.days
    place = days._headings.index("Low back") + 1
    shown = {day: days.index(days.row_of(day), place).data() for day in (MON, TUE, WED)}
    assert shown == {MON: "4", TUE: "0", WED: "–"}
    person.go_to("visit")
    assert "3 of 90 days" in person.visit.preview.accessibleDescription()


def test_an_import_is_taken_back_whole_after_a_restart(
    person: Person, start: Start, qtbot: QtBot, table: Path, asked: list[str]
) -> None:
    person.answer("stress", "2")
    choose_file(person, qtbot)
    person.click(person.files.bring.preview.accept)
    person.window.open_day(TUE)
    person.answer("low_back", "9")
    person.close()

    again = Person(start(), qtbot)
    again.go_to("files")
    number = again.window.desk.imports()[0].number if again.window.desk else 0
    button = again.files.imports.button(number)
    assert button is not None
    again.files.cards.ensureWidgetVisible(button)
    again.click(button)
    assert "Changed since and kept: 1." in asked[0]
    assert on_disk(MON) == {}
    assert note_on_disk(MON) is None
    assert {key: r.value for key, r in on_disk(TUE).items()} == {"low_back": 9}
    again.undo()
    assert on_disk(MON)["low_back"].value == 4


def test_the_same_file_a_second_time_changes_nothing(
    person: Person, qtbot: QtBot, table: Path
) -> None:
    choose_file(person, qtbot)
    person.click(person.files.bring.preview.accept)
    before = all_on_disk()
    choose_file(person, qtbot)

    assert not person.files.bring.preview.accept.isEnabled()
    assert all_on_disk() == before


def test_an_export_brought_into_a_new_diary_comes_out_equal(
    start: Start, qtbot: QtBot, tmp_path: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Person(start(), qtbot)
    choose_file(first, qtbot)
    first.click(first.files.bring.preview.accept)
    first.go_to("settings")
    rows = first.settings.rows
    rows.name.setFocus()
    first.spell("Sauna")
    first.choose(rows.kind, "yes or no")
    first.click(rows.add)
    first.go_to("today")
    first.answer("own_sauna", "y")
    first.answer("low_back", "s")
    first.write_note("Hot.")
    written = take_out(first, tmp_path / "whole.json", monkeypatch)

    new = tmp_path / "new.heeldiary"
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: new)
    first.program.make_new()
    assert first.window.desk is not None
    assert first.window.desk.path == str(new)
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_: tmp_path / "whole.json")
    choose_file(first, qtbot)
    first.click(first.files.bring.preview.accept)
    assert take_out(first, tmp_path / "again.json", monkeypatch) == written


def test_the_window_can_be_closed_while_a_file_is_read(person: Person, table: Path) -> None:
    person.go_to("files")
    person.click(person.files.bring.choose)
    person.close()

    assert all_on_disk() == []


def test_an_answer_given_between_preview_and_acceptance_is_kept(
    person: Person, qtbot: QtBot, table: Path
) -> None:
    choose_file(person, qtbot)
    person.window.open_day(MON)
    person.answer("low_back", "9")
    person.go_to("files")
    person.click(person.files.bring.preview.accept)

    assert on_disk(MON)["low_back"].value == 9
