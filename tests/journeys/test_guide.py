"""Reading about something and recording it; and help from wherever one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from heeldiary.ui.actions import ROOMS
from heeldiary.ui.pages.guide import GuidePage
from heeldiary.ui.pages.help import HelpPage
from tests.builders import FRI
from tests.journeys.person import Person, on_disk


def the_guide(person: Person) -> GuidePage:
    page = person.go_to("guide")
    assert isinstance(page, GuidePage)
    return page


def test_what_was_read_about_is_recorded_by_keyboard_alone(person: Person) -> None:
    guide = the_guide(person)
    person.spell("weight")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Tab)
    assert guide.text.hasFocus()
    person.press(Qt.Key.Key_Tab)
    assert guide.log_buttons[0].hasFocus()

    person.press(Qt.Key.Key_Return)

    assert person.today.isVisible()
    person.spell("71.5")
    person.press(Qt.Key.Key_Return)
    assert on_disk(FRI)["weight"].value == 71.5


def test_a_row_that_is_not_followed_appears_when_a_topic_leads_to_it(person: Person) -> None:
    assert person.today.sheet.row("stress") is None
    guide = the_guide(person)
    guide.open_topic("32-stress-and-sleep")

    guide.log_buttons[0].menu().actions()[0].trigger()

    assert person.focused is person.row("stress").field
    person.spell("6")
    assert on_disk(FRI)["stress"].value == 6


def test_a_topic_leads_to_another_room_by_its_form(person: Person) -> None:
    guide = the_guide(person)
    guide.open_topic("60-when-to-call")

    person.click(guide.log_buttons[0])

    assert person.visit.isVisible()


def test_back_in_the_guide_the_topic_is_still_open(person: Person) -> None:
    guide = the_guide(person)
    guide.open_topic("31-weight")
    person.click(guide.log_buttons[0])

    person.go_to("guide")

    assert guide.text.toPlainText().startswith("Weight\n")


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_one_key_shows_whom_to_call_and_one_leads_back(patient: Person, room: str) -> None:
    page = patient.go_to(room)

    patient.press(Qt.Key.Key_F1)
    assert isinstance(patient.focused, HelpPage)
    patient.press(Qt.Key.Key_Escape)

    assert page.isVisible()
    assert QApplication.focusWidget() is not None
