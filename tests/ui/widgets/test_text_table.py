"""Tables of words in little room: they wrap first, and scroll where that is not enough."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.text_table import TextTable

HEADINGS = ("", "This week", "Last week", "Change")
ROW = ("Low impact", "145 min (3 of 5 days)", "190 min (7 of 7 days)", "−23.7 %")


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> TextTable:
    look.choose("light", 200)
    table = TextTable(look, "Weeks", HEADINGS)
    qtbot.addWidget(table)
    return table


def shown(table: TextTable, width: int) -> list[int]:
    """The widths of its columns in this much room."""
    table.show_rows([ROW])
    table.resize(width, table.height())
    table.show()
    QApplication.processEvents()
    return [table.columnWidth(n) for n in range(4)]


def test_where_there_is_room_nothing_wraps(table: TextTable) -> None:
    widths = shown(table, 2000)

    assert all(widths[n] >= table.sizeHintForColumn(n) for n in range(4))
    assert sum(widths) == table.viewport().width()


def test_in_less_room_the_words_wrap_and_no_column_is_lost(table: TextTable) -> None:
    widths = shown(table, 900)

    assert table.horizontalScrollBar().maximum() == 0
    assert sum(widths) == table.viewport().width()
    assert widths[1] < table.sizeHintForColumn(1)
    assert table.rowHeight(0) > 2 * table.fontMetrics().height()


@pytest.mark.parametrize("width", [300, 900, 2000])
def test_no_heading_is_cut(table: TextTable, width: int) -> None:
    widths = shown(table, width)

    needed = [table.horizontalHeader().sectionSizeHint(n) for n in range(4)]
    assert all(has >= needs for has, needs in zip(widths, needed, strict=True))


def test_in_the_least_room_the_table_scrolls_to_its_last_column(table: TextTable) -> None:
    widths = shown(table, 300)

    assert table.horizontalScrollBar().maximum() == sum(widths) - table.viewport().width()
