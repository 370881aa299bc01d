"""Somebody hears the window rather than sees it: what takes the keyboard has a name."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.ui import prompts
from heeldiary.ui.actions import ROOMS
from heeldiary.ui.pages.today import TodayPage
from tests.journeys.person import Person
from tests.journeys.test_files import TABLE
from tests.started import Start

_PARTS_OF_QT = ("qt_spinbox_lineedit",)


def nameless(window: QWidget) -> list[str]:
    """What can have the keyboard and has no name that a screen reader could say."""
    return [
        f"{type(part).__name__} {part.objectName()}"
        for part in window.findChildren(QWidget)
        if takes_keyboard(part) and not said(part)
    ]


def takes_keyboard(part: QWidget) -> bool:
    return bool(
        part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.objectName() not in _PARTS_OF_QT
        and type(part) is not QScrollArea
    )


def said(part: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)).strip()


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_every_control_of_a_room_has_a_name(patient: Person, room: str) -> None:
    patient.go_to(room)
    patient.settle()

    assert nameless(patient.window) == []


@pytest.mark.parametrize("room", ["trends", "visit"])
def test_every_control_of_an_invitation_has_a_name(person: Person, room: str) -> None:
    person.go_to(room)

    assert nameless(person.window) == []


def test_the_welcome_has_names(start: Start) -> None:
    program = start()

    assert nameless(program.window) == []


def test_the_table_of_the_trends_has_names(patient: Person) -> None:
    patient.go_to("trends")
    patient.click(patient.trends.toolbar.table)

    assert nameless(patient.window) == []


def test_every_row_of_today_has_a_name_of_its_own(patient: Person) -> None:
    page: TodayPage = patient.today
    for site in page.map.sites:
        page.go_to(site.factor.key)
    assert nameless(patient.window) == []
    names = [said(row.field) for row in page.sheet.rows]
    assert len(set(names)) == len(names)


def test_the_questions_of_an_import_have_names(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, any_table = tmp_path / "ours.csv", tmp_path / "any.csv"
    ours.write_text(TABLE, "utf-8")
    any_table.write_text("When,Back\n01/02/2026,3\n02/03/2026,4\n", "utf-8")
    person.go_to("files")
    for path in (ours, any_table):
        monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_, path=path: path)
        person.click(person.files.bring.choose)
        qtbot.waitUntil(lambda: not person.files.bring.is_reading)
        person.settle()
        assert nameless(person.window) == []
