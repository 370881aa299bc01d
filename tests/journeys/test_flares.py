"""A flare is answered, offered, kept, told, ended, taken back, and there after a restart."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.pages.flares import FlaresPage
from tests.builders import FRI, THU, WED
from tests.journeys.person import Person
from tests.started import Start

pytestmark = pytest.mark.usefixtures("in_english")

ALT = Qt.KeyboardModifier.AltModifier


def flares_on_disk() -> list[Flare]:
    with Store.read(paths.diary_path()) as kept:
        return list(kept.records(Flare))


def flares(person: Person) -> FlaresPage:
    page = person.go_to("flares")
    assert isinstance(page, FlaresPage)
    return page


def answer_two_days(person: Person) -> None:
    """All over yesterday with a sore heel, a few areas today."""
    person.answer("flare_today", "1")
    person.press(Qt.Key.Key_Left, ALT)
    person.answer("flare_today", "2")
    person.answer("under_heel_left", "8")
    assert set(answered(person)) == {THU, FRI}


def answered(person: Person) -> list[object]:
    with Store.read(paths.diary_path()) as kept:
        return [reading.day for reading in kept.readings(factors=["flare_today"])]


def test_a_flare_is_kept_told_and_ended_and_is_there_after_a_restart(
    person: Person, start: Start, qtbot: QtBot
) -> None:
    answer_two_days(person)
    assert flares_on_disk() == []
    page = flares(person)
    assert person.focused is page.offer_card.yes
    person.press(Qt.Key.Key_Return)
    (flare,) = flares_on_disk()
    assert (flare.first_day, flare.last_day, flare.extent) == (THU, None, Extent.ALL_OVER)
    assert (flare.sites, flare.worst) == (("under_heel_left",), 8)

    page.list.table.setFocus()
    page.list.table.selectRow(0)
    page.list.table.doubleClicked.emit(page.list.table.texts.index(0, 0))
    assert page.form is not None
    page.form.editors["cause"].setFocus()
    person.spell("A long drive")
    person.click(page.form.keep)
    assert flares_on_disk()[0].cause == "A long drive"

    person.click(page.open_card.over)
    assert flares_on_disk()[0].last_day == FRI
    person.undo()
    assert flares_on_disk()[0].last_day is None
    person.redo()
    person.close()

    again = flares(Person(start(), qtbot))
    assert [row[0] for row in again.list.table.texts.rows] == ["19 Nov 2026 to 20 Nov 2026"]
    assert not again.offer_card.isVisible()


def test_a_no_stays_a_no_after_a_restart(person: Person, start: Start, qtbot: QtBot) -> None:
    answer_two_days(person)
    person.click(flares(person).offer_card.no)
    person.close()

    again = Person(start(), qtbot)
    assert not flares(again).offer_card.isVisible()
    assert flares_on_disk() == []
    with Store.read(paths.diary_path()) as kept:
        assert [said.first_day for said in kept.records(DeclinedFlare)] == [THU]


def test_a_form_that_was_left_open_is_kept_with_the_room(person: Person) -> None:
    page = flares(person)
    person.click(page.first)
    assert page.form is not None
    page.form.editors["first_day"].setFocus()
    page.form.editors["first_day"].show_value(WED)
    page.form.editors["cause"].setFocus()
    person.spell("The cold")
    person.go_to("today")

    (flare,) = flares_on_disk()
    assert (flare.first_day, flare.cause) == (WED, "The cold")
