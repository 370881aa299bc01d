"""The program as a whole: start, trouble, a second window, settings, leaving."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.app import HeelDiary
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from heeldiary.ui.pages.today import TodayPage
from tests.builders import FRI, NOON, THU
from tests.started import Start

pytestmark = pytest.mark.usefixtures("home")


def today(program: HeelDiary) -> TodayPage:
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    return page


def test_the_first_start_makes_a_diary_and_welcomes(start: Start) -> None:
    program = start()

    assert paths.diary_path().stat().st_mode & 0o777 == 0o600
    assert program.message is not None
    program.message.buttons["begin"].click()
    assert today(program).isVisible()


def test_the_welcome_is_shown_once(start: Start) -> None:
    first = start()
    assert first.message is not None
    first.message.buttons["begin"].click()
    first.window.close()

    assert start().message is None


def test_the_welcome_is_left_by_the_keyboard_alone(start: Start) -> None:
    program = start()
    assert program.message is not None
    button = program.message.buttons["begin"]
    assert program.window.focusWidget() is button

    QTest.keyClick(button, Qt.Key.Key_Return)

    assert today(program).isVisible()
    row = today(program).sheet.rows[0]
    assert row.field.hasFocus() or row.field.focusProxy() is program.window.focusWidget()


def test_an_answer_is_there_after_a_restart(start: Start) -> None:
    first = start()
    row = today(first).sheet.row("low_back")
    assert row is not None
    QTest.keyClick(row.field, Qt.Key.Key_4)
    first.window.close()

    again = today(start()).sheet.row("low_back")
    assert again is not None
    assert again.field.answer == 4


def test_what_is_being_typed_is_kept_when_the_window_closes(start: Start) -> None:
    program = start()
    assert program.message is not None
    program.message.buttons["begin"].click()
    today(program).sheet.note.setPlainText("Not finished yet")
    program.window.close()

    with Store.read(paths.diary_path()) as kept:
        note = kept.note_on(FRI)
    assert note is not None
    assert note.text == "Not finished yet"


def test_before_the_day_start_it_is_still_yesterday(start: Start) -> None:
    program = start(now=datetime(2026, 11, 20, 3, 59, tzinfo=UTC))

    assert today(program).day == THU


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty, so it is not a diary"),
        (b"My notes of last summer, in plain words. " * 9, "is not a Heel Diary file"),
    ],
)
def test_a_file_that_is_no_diary_is_told_and_left(
    start: Start, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "notes.heeldiary"
    path.write_bytes(content)

    program = start(path)

    assert program.message is not None
    assert sentence in program.message.accessibleDescription()
    assert path.read_bytes() == content
    assert program.window.desk is None


def test_a_missing_diary_is_never_answered_by_a_new_one(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "stick" / "mine.heeldiary"

    program = start(path)

    assert program.message is not None
    assert "There is no diary at" in program.message.accessibleDescription()
    assert not path.exists()


def test_a_usual_diary_that_is_gone_is_told_and_not_replaced(start: Start) -> None:
    first = start()
    assert first.message is not None
    first.message.buttons["begin"].click()
    first.window.close()
    paths.diary_path().unlink()

    program = start()

    assert program.message is not None
    assert "There is no diary at" in program.message.accessibleDescription()
    assert not paths.diary_path().exists()


def test_another_diary_can_be_opened_after_trouble(
    start: Start, tmp_path: Path, diary_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(tmp_path / "missing.heeldiary")
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_: diary_path)

    assert program.message is not None
    program.message.buttons["another"].click()

    assert program.window.desk is not None
    assert program.window.desk.path == str(diary_path)


def test_a_new_diary_can_be_made_after_trouble(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(tmp_path / "missing.heeldiary")
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: tmp_path / "new.heeldiary")

    assert program.message is not None
    program.message.buttons["new"].click()

    assert (tmp_path / "new.heeldiary").exists()
    assert program.window.desk is not None


def test_trying_again_opens_what_has_come_back(
    start: Start, tmp_path: Path, diary_path: Path
) -> None:
    path = tmp_path / "later.heeldiary"
    program = start(path)
    shutil.copy(diary_path, path)

    assert program.message is not None
    program.message.buttons["again"].click()

    assert program.window.desk is not None


def test_the_diary_opened_last_is_opened_again(start: Start, diary_path: Path) -> None:
    start(diary_path).window.close()

    program = start()

    assert program.window.desk is not None
    assert program.window.desk.path == str(diary_path)


def test_starting_again_brings_the_open_window_forward(
    start: Start, qtbot: QtBot, diary_path: Path
) -> None:
    first = start(diary_path)
    assert first._one_window is not None

    with qtbot.waitSignal(first._one_window.knocked):
        second = start(diary_path)

    assert not second.window.isVisible()
    assert first.window.isVisible()


def test_a_diary_locked_by_something_without_a_window_is_told(
    start: Start, diary_path: Path
) -> None:
    with Store.open(diary_path, NOON):
        program = start(diary_path)

    assert program.message is not None
    assert "is open in another window" in program.message.accessibleDescription()


def test_a_broken_settings_file_never_stops_the_start(
    start: Start, home: Path, said: list[str]
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text("{broken")

    program = start()

    assert program.window.desk is not None
    assert len(said) == 1
    assert "The settings file was broken; it is kept as “settings-broken.json”" in said[0]


def test_theme_text_size_and_day_start_take_effect_at_once(start: Start) -> None:
    program = start(now=datetime(2026, 11, 20, 3, 0, tzinfo=UTC))

    program.keeper.change(theme="contrast", text_percent=150, day_start_hour=0)

    assert program.look.theme.name == "contrast"
    assert program.look.text_percent == 150
    assert program.window.desk is not None
    assert program.window.desk.today() == FRI


def test_nothing_heavy_is_loaded_for_today(start: Start, diary_path: Path) -> None:
    import subprocess
    import sys

    code = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from heeldiary.app import HeelDiary

app = QApplication([])
program = HeelDiary(Path(sys.argv[1]))
program.start()
while program.window.desk is None:
    app.processEvents()
print(sorted({"numpy", "pyqtgraph", "alembic", "PySide6.QtPrintSupport"} & set(sys.modules)))
program.window.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(diary_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
