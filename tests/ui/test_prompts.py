import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.ui import prompts


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer_with(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """The person presses the button with these words; gives what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        assert box.textFormat() is Qt.TextFormat.PlainText
        asked.append(box.text())
        for button in box.findChildren(QPushButton):  # one that only tells makes its own later
            if button.text().strip("&") == words:
                button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


@pytest.mark.parametrize(("words", "agreed"), [("Take away", True), ("Cancel", False)])
def test_only_the_yes_is_a_yes(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, words: str, agreed: bool
) -> None:
    asked = answer_with(monkeypatch, words)
    assert prompts.ask(parent, "Row", "Take <b>tea</b> away?", "Take away") is agreed
    assert asked == ["Take <b>tea</b> away?"]


def test_a_dialog_is_freed_after_it_was_answered(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, "OK")
    prompts.say(parent, "Done", "All is kept.")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert parent.findChildren(QMessageBox) == []


@pytest.mark.parametrize(("name", "path"), [("/a/b.csv", Path("/a/b.csv")), ("", None)])
def test_a_file_not_chosen_is_none(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, path: Path | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (name, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: name)
    assert prompts.choose_file_to_open(parent, "Open", "") == path
    assert prompts.choose_file_to_write(parent, "Save", "x.csv", "") == path
    assert prompts.choose_folder(parent, "Folder") == path
