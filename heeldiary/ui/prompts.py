"""Every dialog that asks the person something; tests put doubles in their place."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def say(parent: QWidget | None, title: str, sentence: str) -> None:
    """Tell one thing, calmly."""
    box = QMessageBox(QMessageBox.Icon.Information, title, sentence, parent=parent)
    box.exec()


def ask(parent: QWidget | None, title: str, question: str, yes: str) -> bool:
    """Ask for a yes; the answer that changes nothing is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is agree


def choose_file_to_open(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def choose_file_to_write(
    parent: QWidget | None, title: str, suggestion: str, kinds: str
) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(parent, title, suggestion, kinds)
    return Path(name) if name else None


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None
