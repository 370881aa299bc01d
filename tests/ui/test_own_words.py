"""What the owner wrote is shown as it was written, however much it looks like markup."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.domain.shape import Holds, shape_of
from heeldiary.ui.actions import ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, a_note, a_reading
from tests.exchange.whole_diaries import OTHERS, OWN
from tests.medicine_records import PEN, a_regimen

WRITTEN = "<b>mine</b>"
OWNERS = {"name", "note", "text", "detail", "place", "clinician", "purpose", "said", "answer"}
OWNERS |= {"began_because", "ended_because", "given_by", "decisions", "laboratory", "site", "what"}
OWNERS |= {"cause", "helped", "document", "reason"}
PEN_IN_USE = replace(PEN, id="pen2")
FORMS = (
    *("medicines/dose", "medicines/side_effect", "movement/session", "movement/shoe"),
    *("flares/flare", "scores/lab", "scores/score", "visit/visit"),
)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, look: Look, tmp_path: Path) -> MainWindow:
    """A window on a diary in which every name and every note looks like markup."""
    window = MainWindow(look, SettingsKeeper(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    readings = (a_reading(day=MON), a_reading(day=FRI))
    records = (*OWN, *OTHERS, *readings, a_note(), PEN_IN_USE, a_regimen(medicine="pen2"))
    edits = tuple(Edit(None, marked(record)) for record in records)
    assert desk.apply(Change(label=WRITTEN, edits=edits))
    window.put_in(desk)
    window.resize(1024, 700)
    window.show()
    return window


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_no_room_takes_the_owners_words_for_markup(window: MainWindow, room: str) -> None:
    window.open_room(room)
    QApplication.processEvents()
    assert taken_for_markup(window.page(room)) == []


@pytest.mark.parametrize("part", ["doses", "events", "periods"])
def test_no_part_of_medicines_takes_them_for_markup(window: MainWindow, part: str) -> None:
    window.open_room("medicines")
    page = window.page("medicines")
    page.show_part(part)  # type: ignore[attr-defined]  # of MedicinesPage
    assert taken_for_markup(page) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_form_takes_them_for_markup(window: MainWindow, form: str) -> None:
    room, _, name = form.partition("/")
    window.open_room(room)
    page = window.page(room)
    page.open_form(name)
    QApplication.processEvents()
    assert taken_for_markup(page) == []


def marked(record: Record) -> Record:
    """The record with markup in each field that holds the owner's own words."""
    shapes = shape_of(type(record)).fields
    words = {
        field.name: WRITTEN
        for field in fields(record)  # type: ignore[arg-type]  # every record is a dataclass
        if field.name in OWNERS and shapes[field.name].holds is Holds.TEXT
    }
    return replace(record, **words)  # type: ignore[type-var]


def taken_for_markup(page: QWidget) -> list[str]:
    """The labels and the tooltips that would show the words without their signs."""
    found = [
        label.text()
        for label in page.findChildren(QLabel)
        if WRITTEN in label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    found += [part.toolTip() for part in page.findChildren(QWidget) if WRITTEN in part.toolTip()]
    for view in page.findChildren(QTableView):
        found += [tip for tip in tips_of(view) if WRITTEN in tip]
    return found


def tips_of(view: QAbstractItemView) -> Iterator[str]:
    model: QAbstractItemModel = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
