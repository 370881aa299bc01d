"""What a person does on the page of medicines, for its tests."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.medicines import MedicinesPage
from heeldiary.ui.widgets.day_editor import DayEditor
from heeldiary.ui.widgets.form_editors import (
    ChoiceEditor,
    Editor,
    LineEditor,
    NrsEditor,
    NumberEditor,
    TicksEditor,
    TimeEditor,
)
from heeldiary.ui.widgets.medicine_editors import NameEditor, PlannedEditor, StepsEditor
from heeldiary.ui.widgets.medicine_entry import Entry


def put(desk: Desk, *records: Record) -> None:
    """Records that are in the diary already."""
    edits = tuple(Edit(None, record) for record in records)
    assert desk.apply(Change(label="before", edits=edits))


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def the_entry(page: MedicinesPage) -> Entry:
    assert page.entry is not None
    return page.entry


def write(entry: Entry, **fields: str) -> None:
    """Type or choose what a person would, field by field."""
    for name, text in fields.items():
        _write(entry, name, text)


def keep(page: MedicinesPage) -> None:
    click(the_entry(page).keep)


def what_is_wrong(entry: Entry) -> str:
    return entry._wrong.text()


def _write(entry: Entry, name: str, text: str) -> None:
    editor = entry.editors[name]
    for kind, type_into in _WRITERS.items():
        if isinstance(editor, kind):
            type_into(editor, text)
            return
    raise AssertionError(f"nothing can be written into {name}")


def _type_line(editor: NumberEditor | TimeEditor | DayEditor, text: str) -> None:
    editor.line.setText(text)


def _type_words(editor: LineEditor, text: str) -> None:
    if isinstance(editor.text, QPlainTextEdit):
        editor.text.setPlainText(text)
    else:
        editor.text.clear()
        QTest.keyClicks(editor.text, text)


def _type_name(editor: NameEditor, text: str) -> None:
    _type_words(editor.words, text)


def _choose(editor: ChoiceEditor, text: str) -> None:
    place = editor.box.findText(text)
    if editor.box.isEditable() and place < 0:
        editor.box.setEditText(text)
    else:
        assert place >= 0, f"{text} is not offered"
        editor.box.setCurrentIndex(place)


def _tick(editor: TicksEditor, text: str) -> None:
    for word in text.split():
        editor.ticks[word].setChecked(True)


def _rate(editor: NrsEditor, text: str) -> None:
    editor.cells.given.emit(float(text))


def _choose_planned(editor: PlannedEditor, text: str) -> None:
    place = [choice.label for choice in editor.choices].index(text)
    editor.box.setCurrentIndex(place)
    editor.box.activated.emit(place)


def _type_steps(editor: StepsEditor, text: str) -> None:
    for place, step in enumerate(text.split(", ")):
        if place == len(editor.rows):
            click(editor.add)
        dose, days = step.split("x")
        editor.rows[place].dose.line.setText(dose)
        editor.rows[place].days.line.setText(days)


_WRITERS: dict[type[Editor], Callable[[Any, str], None]] = {
    NumberEditor: _type_line,
    TimeEditor: _type_line,
    DayEditor: _type_line,
    LineEditor: _type_words,
    NameEditor: _type_name,
    ChoiceEditor: _choose,
    TicksEditor: _tick,
    NrsEditor: _rate,
    PlannedEditor: _choose_planned,
    StepsEditor: _type_steps,
}
