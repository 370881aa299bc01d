"""The page of movement as a person uses it: lines typed, buttons pressed, rows opened."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from heeldiary.domain.diary import RecordT
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.movement import MovementPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.form_editors import ChoiceEditor
from heeldiary.ui.widgets.record_form import RecordForm
from heeldiary.ui.widgets.record_list import RecordList


def open_movement(desk: Desk, look: Look, keeper: SettingsKeeper, *records: Record) -> MovementPage:
    """The page of a diary with these records."""
    if records:
        edits = tuple(Edit(None, record) for record in records)
        assert desk.apply(Change(label="Before", edits=edits))
    page = MovementPage(desk, look)
    page.use(keeper)
    page.resize(900, 700)
    page.show()
    page.begin()
    return page


def form_of(page: MovementPage) -> RecordForm:
    assert page.form is not None
    assert page.form.isVisible()
    return page.form


def write(page: MovementPage, **fields: str) -> None:
    """Type into the lines of the form, answer its cells, choose from its lists by name."""
    for name, text in fields.items():
        editor = form_of(page).editors[name]
        line = editor.focusProxy()
        assert line is not None
        if isinstance(editor, ChoiceEditor) and not editor.box.isEditable():
            editor.box.setCurrentText(text)
            assert editor.box.currentText() == text
        elif isinstance(line, QComboBox):
            line.clearEditText()
            QTest.keyClicks(line, text)
        else:
            if isinstance(line, QLineEdit):
                line.clear()
            QTest.keyClicks(line, text)


def press_keep(page: MovementPage) -> None:
    QTest.mouseClick(form_of(page).keep, Qt.MouseButton.LeftButton)


def press_remove(page: MovementPage) -> None:
    QTest.mouseClick(form_of(page).remove, Qt.MouseButton.LeftButton)


def said(page: MovementPage) -> str:
    """What the form says is wrong."""
    found = [label for label in form_of(page).findChildren(QLabel, "danger") if label.isVisible()]
    return " ".join(label.text() for label in found)


def kept(desk: Desk, kind: type[RecordT]) -> list[RecordT]:
    return list(desk.diary.records(kind))


def cells(records: RecordList) -> list[tuple[str, ...]]:
    return list(records.table.texts.rows)


def choose(records: RecordList, place: int) -> None:
    """Put the keyboard on a row and press Enter."""
    records.table.setFocus()
    records.table.setCurrentIndex(records.table.texts.index(place, 0))
    QTest.keyClick(records.table, Qt.Key.Key_Return)
