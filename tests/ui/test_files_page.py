"""Files: a file is read, previewed, and written only when the preview is accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Edit
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.files import FilesPage
from heeldiary.ui.theme import Look
from tests.builders import MON, TUE, a_note, a_reading
from tests.ui.files_page import (
    OURS,
    bring,
    chooses,
    no_thread_runs,
    shown,
    tabbed_through,
    wait,
    write,
)

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> FilesPage:
    return shown(qtbot, FilesPage(desk, look))


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(OURS, "utf-8")
    return path


def test_nothing_is_written_before_the_preview_is_accepted(
    qtbot: QtBot, page: FilesPage, store: Store, brought: Path
) -> None:
    bring(qtbot, page, brought)
    assert page.bring.preview.isVisible()
    assert list(store.readings()) == []
    page.bring.preview.accept.click()
    values = [(r.day, r.factor, r.value) for r in store.readings()]
    assert values == [(MON, "fatigue", 3), (MON, "low_back", 4), (TUE, "low_back", 0)]


def test_a_chosen_file_is_recognised_and_named(
    qtbot: QtBot, page: FilesPage, brought: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooses(monkeypatch, "choose_file_to_open", brought)
    page.bring.choose.click()
    wait(qtbot, page)
    assert (page.bring.file.text(), page.bring.format.currentText()) == (
        "mine.csv",
        "Heel Diary CSV",
    )


def test_the_preview_tells_rows_counts_and_periods(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    assert page.bring.preview.rows.texts.rows == [
        ("Low back", "2", "–", "16 Nov 2026 to 17 Nov 2026"),
        ("Fatigue", "1", "–", "16 Nov 2026"),
        ("Notes", "1", "–", "16 Nov 2026"),
    ]


def test_every_refused_line_is_told_with_its_reason(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    assert page.bring.preview.refusals.texts.rows == [
        ("4", "“Low back” takes a whole number from 0 to 10, not “12”.")
    ]


def test_the_first_entries_are_shown_as_they_would_stand(
    qtbot: QtBot, page: FilesPage, desk: Desk, brought: Path
) -> None:
    write(desk, Edit(None, a_note("Slept badly.")))
    brought.write_text("day,low_back,note\n2026-11-16,4,\n", "utf-8")
    bring(qtbot, page, brought)
    assert page.bring.preview.entries.texts.rows == [("16 Nov 2026", "Low back", "–", "4")]


def test_a_different_answer_is_kept_unless_replacing_is_asked_for(
    qtbot: QtBot, page: FilesPage, desk: Desk, store: Store, brought: Path
) -> None:
    write(desk, Edit(None, a_reading("low_back", 9, MON)))
    bring(qtbot, page, brought)
    assert len(page.bring.preview.refusals.texts.rows) == 2
    page.bring.preview.replacing.click()
    assert len(page.bring.preview.refusals.texts.rows) == 1
    assert ("16 Nov 2026", "Low back", "9", "4") in page.bring.preview.entries.texts.rows
    page.bring.preview.accept.click()
    assert store.readings_on(MON)["low_back"].value == 4


def test_cancelling_the_preview_changes_nothing(
    qtbot: QtBot, page: FilesPage, store: Store, brought: Path
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.cancel.click()
    assert not page.bring.preview.isVisible()
    assert page.bring.outcome.text() == "mine.csv was left; nothing was changed."
    assert list(store.readings()) == []


def test_the_outcome_is_one_sentence_with_the_counts(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    said = "Brought in from mine.csv: 4. Already in the diary: 0. Refused: 1."
    assert page.bring.outcome.text() == said


def test_the_same_file_again_brings_nothing(qtbot: QtBot, page: FilesPage, brought: Path) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    bring(qtbot, page, brought)
    assert not page.bring.preview.accept.isEnabled()
    assert page.bring.preview.rows.texts.rows == []


def test_an_answer_given_meanwhile_is_seen_by_the_preview(
    qtbot: QtBot, page: FilesPage, desk: Desk, store: Store, brought: Path
) -> None:
    bring(qtbot, page, brought)
    write(desk, Edit(None, a_reading("low_back", 9, MON)))
    page.bring.preview.accept.click()
    assert store.readings_on(MON)["low_back"].value == 9


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "mine.csv is empty; nothing was imported."),
        (b"\x00\x01\x02", "mine.csv is not a text file; nothing was imported."),
        (b"day,low_back,note\n", "mine.csv holds a header and no rows; nothing was imported."),
        (b"a,b\n1,2\n", "No column of the table holds dates; nothing was imported."),
    ],
)
def test_a_bad_file_is_answered_by_one_sentence(
    qtbot: QtBot, page: FilesPage, store: Store, brought: Path, content: bytes, sentence: str
) -> None:
    brought.write_bytes(content)
    bring(qtbot, page, brought)
    assert page.notice.text == sentence
    assert not page.bring.preview.isVisible()
    assert list(store.readings()) == []


def test_another_format_can_be_chosen_and_may_not_fit(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    _read_as(qtbot, page, brought, "Heel Diary JSON")
    assert page.notice.text.startswith("mine.csv is not whole JSON")


def test_a_file_read_as_the_wrong_format_can_be_read_as_another(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    _read_as(qtbot, page, brought, "Heel Diary JSON")
    assert not page.bring.preview.isVisible()
    _choose_format(page, "Heel Diary CSV")
    wait(qtbot, page)
    assert page.bring.preview.isVisible()


def test_an_import_that_could_not_be_written_stays_to_be_tried_again(
    qtbot: QtBot, page: FilesPage, store: Store, brought: Path
) -> None:
    bring(qtbot, page, brought)
    store._raw.execute("PRAGMA query_only = 1")
    page.bring.preview.accept.click()
    store._raw.execute("PRAGMA query_only = 0")
    assert page.notice.text
    assert page.bring.preview.isVisible()
    assert list(store.readings()) == []
    page.bring.preview.accept.click()
    assert len(list(store.readings())) == 3


def test_every_bad_file_among_several_is_told(
    qtbot: QtBot, page: FilesPage, brought: Path, tmp_path: Path
) -> None:
    empty, strange = tmp_path / "empty.csv", tmp_path / "strange.pdf"
    empty.write_bytes(b"")
    strange.write_bytes(b"%PDF-1.7")
    bring(qtbot, page, empty, brought, strange)
    page.bring.preview.accept.click()
    told = page.bring.outcome.text().splitlines()
    assert [line.split()[0] for line in told] == ["empty.csv", "Brought", "strange.pdf"]


def test_several_dropped_files_follow_one_another(
    qtbot: QtBot, page: FilesPage, store: Store, brought: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("day,stress,note\n2026-11-19,2,\n", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in (brought, other)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(5, 5)
    page.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, dropped, left, none))
    wait(qtbot, page)
    assert page.bring.file.text() == "mine.csv (files that wait: 1)"
    page.bring.preview.accept.click()
    wait(qtbot, page)
    page.bring.preview.accept.click()
    assert {r.factor for r in store.readings()} == {"low_back", "fatigue", "stress"}
    assert page.bring.outcome.text().count("Brought in from") == 2


def test_only_files_can_be_dropped(page: FilesPage) -> None:
    words = QMimeData()
    words.setText("words")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, words, left, none)
    entering.ignore()
    page.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_reading_can_be_stopped(qtbot: QtBot, page: FilesPage, store: Store, brought: Path) -> None:
    page.bring.open([brought])
    page.bring.stop.click()
    qtbot.waitUntil(no_thread_runs)
    QApplication.processEvents()
    assert not page.bring.preview.isVisible()
    assert page.bring.outcome.text() == "mine.csv was left; nothing was changed."


def test_a_page_that_goes_lets_go_of_what_is_being_read(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    page.bring.open([brought])
    page.close()
    assert not page.bring.is_reading
    qtbot.waitUntil(no_thread_runs)


def test_every_input_has_a_name_and_every_button_is_high_enough(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    page.bring.preview.accept.click()
    bring(qtbot, page, brought)
    inputs = [w for w in page.findChildren(QWidget) if isinstance(w, QComboBox | QLineEdit)]
    assert all(widget.accessibleName() for widget in inputs)
    buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    assert buttons
    assert all(button.height() >= 36 for button in buttons)


def test_tab_goes_through_the_preview_from_top_to_bottom(
    qtbot: QtBot, page: FilesPage, brought: Path
) -> None:
    bring(qtbot, page, brought)
    preview = page.bring.preview
    order = [
        page.bring.format,
        preview.replacing,
        preview.rows,
        preview.entries,
        preview.refusals,
        preview.accept,
        preview.cancel,
        page.take_away.as_json,
    ]
    assert tabbed_through(qtbot, page, page.bring.choose, len(order)) == order


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_page_fits_its_width_at_double_text(
    qtbot: QtBot, page: FilesPage, look: Look, brought: Path, theme: str
) -> None:
    look.choose(theme, 200)
    page.resize(780, 640)
    bring(qtbot, page, brought)
    sheet = page.cards.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= page.cards.viewport().width()


@pytest.mark.slow
def test_a_large_file_keeps_the_window_alive(qtbot: QtBot, page: FilesPage, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    pains = [factor.key for factor in page.desk.factors().pains()][:10]
    days = [
        f"{1920 + year}-{month:02}-{day:02}"
        for year in range(100)
        for month in range(1, 11)
        for day in range(1, 11)
    ]
    lines = [",".join(["day", *pains, "note"]), *(f"{day}{',4' * 10}," for day in days)]
    large.write_text("\n".join(lines), "utf-8")
    page.bring.open([large])
    assert _turns_of_the_event_loop(page) >= 1  # none, were it read before `open` comes back
    assert "To bring in: 100000." in _texts(page.bring.preview)


def _read_as(qtbot: QtBot, page: FilesPage, path: Path, title: str) -> None:
    bring(qtbot, page, path)
    _choose_format(page, title)
    wait(qtbot, page)


def _choose_format(page: FilesPage, title: str) -> None:
    formats = page.bring.format
    formats.setCurrentIndex(formats.findText(title))
    formats.activated.emit(formats.currentIndex())


def _turns_of_the_event_loop(page: FilesPage) -> int:
    turns = 0
    while page.bring.is_reading:
        QApplication.processEvents()
        turns += 1
    return turns


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
