"""Every dialog that asks the person something; tests put doubles in their place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def say(parent: QWidget | None, title: str, sentence: str) -> None:
    """Tell one thing, calmly."""
    box = _box(QMessageBox.Icon.Information, parent, title, sentence)
    box.exec()
    box.deleteLater()


def ask(parent: QWidget | None, title: str, question: str, yes: str) -> bool:
    """Ask for a yes; the answer that changes nothing is the default."""
    box = _box(QMessageBox.Icon.Question, parent, title, question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    has_agreed = box.clickedButton() is agree
    box.deleteLater()
    return has_agreed


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


def _box(icon: QMessageBox.Icon, parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(icon, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
    return box
