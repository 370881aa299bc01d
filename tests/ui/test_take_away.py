"""The whole diary goes out as files, and where it is is told."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Edit
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.files import FilesPage
from heeldiary.ui.theme import Look
from tests.builders import MON, WED, a_note, a_reading
from tests.ui.files_page import (
    bring,
    chooses,
    plain,
    shown,
    write,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> FilesPage:
    return shown(qtbot, FilesPage(desk, look))


def test_an_exported_folder_can_be_brought_back(
    qtbot: QtBot,
    page: FilesPage,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(desk, Edit(None, a_reading("low_back", 9, MON)), Edit(None, a_note()))
    chooses(monkeypatch, "choose_folder", tmp_path)
    page.take_away.as_folder.click()
    folder = tmp_path / "Heel Diary 2026-11-20"
    assert str(folder) in plain(page.take_away.outcome.text())
    bring(qtbot, page, folder)
    assert "Already in the diary: 2." in _texts(page.bring.preview)


def test_an_export_comes_back_complete(
    page: FilesPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, Edit(None, a_reading("low_back", 9, WED)), Edit(None, a_note()))
    target = tmp_path / "out.json"
    chooses(monkeypatch, "choose_file_to_write", target)
    page.take_away.as_json.click()
    document = json.loads(target.read_text("utf-8"))
    assert (len(document["readings"]), len(document["notes"])) == (1, 1)
    assert (
        plain(page.take_away.outcome.text()) == f"Everything was written to {target}. Records: 2."
    )


def test_a_table_gets_its_suffix_when_none_was_typed(
    page: FilesPage, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, Edit(None, a_reading("low_back", 9, WED)))
    chooses(monkeypatch, "choose_file_to_write", tmp_path / "out")
    page.take_away.as_table.click()
    assert "low_back" in (tmp_path / "out.csv").read_text("utf-8")


def test_an_export_never_overwrites_the_diary(
    page: FilesPage, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.path.read_bytes()
    chooses(monkeypatch, "choose_file_to_write", store.path)
    page.take_away.as_json.click()
    assert page.notice.text.startswith("That is the diary itself")
    assert store.path.read_bytes() == before


def test_an_export_that_cannot_be_written_says_why(
    page: FilesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooses(monkeypatch, "choose_file_to_write", tmp_path / "nowhere" / "out.json")
    page.take_away.as_json.click()
    assert "there is no such folder" in page.notice.text
    assert page.take_away.outcome.text() == ""


@pytest.mark.parametrize("prompt", ["choose_file_to_open", "choose_file_to_write", "choose_folder"])
def test_a_dialog_that_is_left_changes_nothing(
    page: FilesPage, prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooses(monkeypatch, prompt, None)
    buttons = {
        "choose_file_to_open": [page.bring.choose],
        "choose_file_to_write": [page.take_away.as_json, page.take_away.as_table],
        "choose_folder": [page.take_away.as_folder],
    }
    for button in buttons[prompt]:
        button.click()
    assert (page.notice.text, page.take_away.outcome.text()) == ("", "")


def test_the_path_of_the_diary_is_shown_and_copied(page: FilesPage, store: Store) -> None:
    page.place.copy.click()
    assert page.place.shown.text().replace("\u200b", "") == str(store.path)
    assert QGuiApplication.clipboard().text() == str(store.path)


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
