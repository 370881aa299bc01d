"""A medicine is begun, changed and recorded; last week stays as it was, also after a restart."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from heeldiary.domain.medicines import Dose, DoseState, Medicine, Regimen
from heeldiary.domain.regimens import due_on
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.pages.medicines import MedicinesPage
from tests.builders import FRI, MON, THU, TUE, WED
from tests.journeys.person import Person
from tests.started import Start

LAST_WEEK = MON - timedelta(days=4)


def medicines(person: Person) -> MedicinesPage:
    page = person.go_to("medicines")
    assert isinstance(page, MedicinesPage)
    return page


def fill(person: Person, page: MedicinesPage, name: str, text: str) -> None:
    """Type a text into a line of the form, in the place of what stands there."""
    assert page.entry is not None
    editor = page.entry.editors[name]
    line = editor if isinstance(editor, QLineEdit) else editor.findChildren(QLineEdit)[0]
    line.setFocus()
    line.selectAll()
    person.spell(text)


def choose(person: Person, page: MedicinesPage, name: str, word: str) -> None:
    assert page.entry is not None
    person.choose(page.entry.editors[name].findChildren(QComboBox)[0], word)


def keep(person: Person, page: MedicinesPage) -> None:
    """Enter in a line of the form keeps it."""
    person.press(Qt.Key.Key_Return)


def begin_naproxen(person: Person) -> MedicinesPage:
    page = medicines(person)
    person.click(page.now.first)
    fill(person, page, "name", "Naproxen")
    keep(person, page)
    fill(person, page, "first_day", "2026-11-02")
    fill(person, page, "times", "8")
    fill(person, page, "dose", "500")
    keep(person, page)
    return page


def planned_on_disk(day: date) -> list[float | None]:
    with Store.read(paths.diary_path()) as kept:
        return [due.amount for due in due_on(kept.records(Regimen), day)]


def doses_on_disk() -> list[Dose]:
    with Store.read(paths.diary_path()) as kept:
        return list(kept.records(Dose))


def test_yesterdays_medicine_stays_yesterdays_medicine(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    page = begin_naproxen(person)

    person.click(page.now.medicines[0].change)
    fill(person, page, "first_day", "2026-11-18")
    fill(person, page, "dose", "250")
    keep(person, page)
    person.close()

    assert [planned_on_disk(day) for day in (LAST_WEEK, TUE, WED, FRI)] == [
        [500.0],
        [500.0],
        [250.0],
        [250.0],
    ]
    again = medicines(Person(start(), qtbot))
    again.show_part("periods")
    assert [row[1] for row in again.periods.list.table.texts.rows] == [
        "500 mg, daily at 08:00",
        "250 mg, daily at 08:00",
    ]


def test_a_dose_is_recorded_a_day_late_undone_and_done_again(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    page = begin_naproxen(person)
    person.click(page.now.medicines[0].dose)
    choose(person, page, "due_day", "planned Thu 19 Nov 08:00, 1 day late")
    fill(person, page, "time", "7.30")
    keep(person, page)
    (dose,) = doses_on_disk()
    assert (dose.day, dose.due_day, dose.due_time, dose.time) == (FRI, THU, "08:00", "07:30")
    assert (dose.state, dose.amount) == (DoseState.TAKEN, 500.0)

    person.undo()
    assert doses_on_disk() == []
    person.redo()
    person.close()

    assert doses_on_disk() == [dose]
    again = medicines(Person(start(), qtbot))
    again.show_part("doses")
    assert again.doses.list.table.texts.rows[0][4] == "taken, planned Thu 19 Nov, 1 day late"


def test_the_same_planned_dose_is_recorded_once(person: Person) -> None:
    page = begin_naproxen(person)
    for _ in range(2):
        person.click(page.now.medicines[0].dose)
        fill(person, page, "time", "8.10")
        keep(person, page)

    assert [dose.due_day for dose in doses_on_disk()].count(FRI) == 1


def test_a_medicine_with_a_history_stays_when_it_is_removed(person: Person) -> None:
    page = begin_naproxen(person)
    person.click(page.now.medicines[0].details)
    assert page.entry is not None
    person.click(page.entry.remove)

    assert "retired instead of removed" in page.notice.text
    with Store.read(paths.diary_path()) as kept:
        (medicine,) = kept.records(Medicine)
        (regimen,) = kept.records(Regimen)
    assert (medicine.retired, regimen.last_day) == (True, FRI)


def test_a_form_that_is_begun_waits_while_another_room_is_open(person: Person) -> None:
    page = begin_naproxen(person)
    page.open_form("side_effect")
    assert page.entry is not None
    page.entry.editors["strength"].setFocus()
    person.press(Qt.Key.Key_4)
    person.go_to("today")
    medicines(person)

    assert page.entry is not None
    assert page.entry.editors["strength"].value() == 4
    fill(person, page, "what", "Stomach ache")
    person.go_to("today")
    assert page.entry is None
