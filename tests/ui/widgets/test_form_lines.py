"""Short lines of forms keep room for what is typed in them, at any text size."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.shape import FieldShape, Holds, shape_of
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.day_editor import DayEditor
from heeldiary.ui.widgets.form_editors import Editor, FormField, NumberEditor, TimeEditor
from tests.builders import a_clock


def assert_fits_after_the_text_grew(qtbot: QtBot, look: Look, editor: Editor) -> None:
    """What stands in the line is seen whole, also where the text grew while it was shown."""
    (line,) = editor.findChildren(QLineEdit)
    qtbot.addWidget(editor)
    editor.show()
    QApplication.processEvents()
    look.choose("light", 200)
    QApplication.processEvents()

    needed = line.fontMetrics().horizontalAdvance(line.text())
    assert line.width() >= needed + 2 * look.px(8) + 4


def test_a_day_is_seen_whole(qtbot: QtBot, look: Look, in_english: None) -> None:
    shape = shape_of(WeeklyCheck).fields["day"]
    editor = DayEditor(FormField("day", "Day of the check"), shape, look, a_clock())
    editor.show_value(date(2026, 11, 20))

    assert_fits_after_the_text_grew(qtbot, look, editor)


def test_a_time_is_seen_whole(qtbot: QtBot, look: Look) -> None:
    editor = TimeEditor(FormField("time", "Time"), a_clock())
    editor.show_value("21:15")

    assert_fits_after_the_text_grew(qtbot, look, editor)


def test_a_number_is_seen_whole(qtbot: QtBot, look: Look, in_english: None) -> None:
    shape = FieldShape(name="km", holds=Holds.NUMBER, may_be_missing=True, may_be_none=True)
    editor = NumberEditor(FormField("km", "Distance", unit="km"), shape, look)
    editor.show_value(1234.56)

    assert_fits_after_the_text_grew(qtbot, look, editor)
