"""An import is listed and can be taken back whole, without what was changed since."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Edit
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.files import FilesPage
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, NOON, a_clock, a_reading
from tests.ui.files_page import OURS, bring, chooses, shown, write

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> FilesPage:
    return shown(qtbot, FilesPage(desk, look))


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(OURS, "utf-8")
    return path


def test_an_import_is_listed_with_its_day_and_count(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    said = "Import of mine.csv, 20 Nov 2026 at 12:00. Entries: 4."
    assert page.imports.texts() == [said]


def test_an_import_is_taken_back_whole_after_a_restart(
    qtbot: QtBot, desk: Desk, store: Store, look: Look, brought: Path, asked: list[str]
) -> None:
    first = shown(qtbot, FilesPage(desk, look))
    write(desk, Edit(None, a_reading("stress", 2, FRI)))
    bring(qtbot, first, brought)
    first.bring.preview.accept.click()
    desk.close()
    with Store.open(store.path, NOON) as opened:
        again = shown(qtbot, FilesPage(Desk(opened, a_clock()), look))
        _take_back_button(again).click()
        assert [r.factor for r in opened.readings()] == ["stress"]
        assert "Taken back" in again.imports.texts()
        assert len(asked) == 1


def test_what_was_changed_since_the_import_is_kept_and_told_before(
    qtbot: QtBot, page: FilesPage, desk: Desk, store: Store, brought: Path, asked: list[str]
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    imported = store.readings_on(MON)["low_back"]
    write(desk, Edit(imported, a_reading("low_back", 8, MON)))
    _take_back_button(page).click()
    question = (
        "Take back “Import of mine.csv”? Entries that go or become as before: 3. "
        "Changed since and kept: 1."
    )
    assert asked == [question]
    assert [(r.factor, r.value) for r in store.readings()] == [("low_back", 8)]


def test_without_a_yes_nothing_is_taken_back(
    qtbot: QtBot,
    page: FilesPage,
    store: Store,
    brought: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    chooses(monkeypatch, "ask", answer=False)
    _take_back_button(page).click()
    assert len(list(store.readings())) == 3


def test_an_import_of_which_nothing_is_left_is_not_taken_back(
    qtbot: QtBot, page: FilesPage, desk: Desk, store: Store, brought: Path, asked: list[str]
) -> None:
    brought.write_text("day,low_back,note\n2026-11-16,4,\n", "utf-8")
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    write(desk, Edit(store.readings_on(MON)["low_back"], a_reading("low_back", 8, MON)))
    _take_back_button(page).click()
    assert asked == []
    assert (
        page.notice.text == "All that “Import of mine.csv” brought was changed since and is kept."
    )


def test_a_taking_back_that_is_undone_can_be_done_again(
    qtbot: QtBot, page: FilesPage, desk: Desk, store: Store, brought: Path, asked: list[str]
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    _take_back_button(page).click()
    desk.undo()
    assert len(list(store.readings())) == 3
    _take_back_button(page).click()
    assert list(store.readings()) == []


def _take_back_button(page: FilesPage) -> QAbstractButton:
    number = page.desk.imports()[0].number
    button = page.imports.button(number)
    assert button is not None
    return button
