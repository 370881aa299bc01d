"""The guide: topics by section, a search, and what is read beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.guide import GuidePage
from heeldiary.ui.theme import Look
from tests.builders import a_reading
from tests.storage.changes import adding


@pytest.fixture
def page(desk: Desk, look: Look, qtbot: QtBot) -> GuidePage:
    """The guide of an empty diary in a wide window, with the keyboard in the search field."""
    page = GuidePage(desk, look)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.begin()
    return page


@pytest.fixture
def narrow(page: GuidePage) -> GuidePage:
    page.resize(560, 700)
    return page


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def read(page: GuidePage) -> str:
    return page.text.toPlainText()


def listed(page: GuidePage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_every_topic_stands_under_its_section(page: GuidePage) -> None:
    assert page.list.names == list(page.topics)
    assert listed(page)[:2] == ["Heel and back", "The heel and where it hurts"]


def test_the_first_topic_is_open_with_its_sources_at_the_foot(page: GuidePage) -> None:
    assert read(page).startswith("The heel and where it hurts\n")
    assert "Sources\nPatient article on AS and heel pain" in read(page)


def test_the_text_follows_the_keyboard_through_the_topics(page: GuidePage) -> None:
    press(Qt.Key.Key_Down)
    assert page.list.hasFocus()

    press(Qt.Key.Key_Down)

    assert read(page).startswith("Enthesitis and the heel\n")
    assert page.text.accessibleName() == "Topic: Enthesitis and the heel"


def test_the_keyboard_passes_over_the_headings(page: GuidePage) -> None:
    page.open_topic("06-flares")
    page.list.setFocus()

    press(Qt.Key.Key_Down)

    assert read(page).startswith("Cold and heat\n")


def test_what_is_found_says_where(page: GuidePage) -> None:
    QTest.keyClicks(page.search_field, "flare")

    assert page.list.names[0] == "06-flares"
    assert listed(page)[0].splitlines()[1] == "in the title"
    assert any("in the text: " in words for words in listed(page))


def test_what_is_read_stays_while_one_searches(page: GuidePage) -> None:
    QTest.keyClicks(page.search_field, "sulfasalazine")

    assert read(page).startswith("The heel and where it hurts\n")


def test_enter_opens_the_first_that_was_found(page: GuidePage) -> None:
    QTest.keyClicks(page.search_field, "shoes inserts")

    press(Qt.Key.Key_Return)

    assert read(page).startswith("Shoes, inserts and heel lifts\n")
    assert page.list.hasFocus()


def test_a_search_without_a_hit_says_so(page: GuidePage) -> None:
    QTest.keyClicks(page.search_field, "zebra")

    assert page.nothing.isVisible()
    assert page.nothing.text() == "No topic has “zebra” in it."
    assert not page.list.isVisible()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    assert page.search_field.hasFocus()


def test_escape_gives_all_topics_back(page: GuidePage) -> None:
    QTest.keyClicks(page.search_field, "zebra")

    press(Qt.Key.Key_Escape)

    assert page.list.names == list(page.topics)
    assert not page.nothing.isVisible()


def test_a_disagreement_is_framed(page: GuidePage) -> None:
    page.open_topic("10-cold-and-heat")

    html = page.text.toHtml()

    assert "<table" in html
    assert "Sources disagree." in html


def test_the_text_leads_nowhere_outside(page: GuidePage) -> None:
    assert not page.text.openExternalLinks()
    assert not page.text.openLinks()
    for name in page.topics:
        page.open_topic(name)
        assert "href" not in page.text.toHtml()


def test_a_single_thing_is_logged_by_a_button(page: GuidePage, qtbot: QtBot) -> None:
    page.open_topic("31-weight")
    (button,) = page.log_buttons
    assert button.text() == "Log this: Weight"

    with qtbot.waitSignal(page.log_wanted) as wanted:
        button.setFocus()
        press(Qt.Key.Key_Space)

    assert wanted.args == ["weight"]


def test_several_things_are_logged_from_a_list(page: GuidePage, qtbot: QtBot) -> None:
    page.open_topic("32-stress-and-sleep")
    (button,) = page.log_buttons
    actions = button.menu().actions()
    assert [action.text() for action in actions] == ["Stress", "Fatigue", "Sleep", "Sleep quality"]

    with qtbot.waitSignal(page.log_wanted) as wanted:
        actions[1].trigger()

    assert wanted.args == ["fatigue"]


def test_the_form_of_a_room_is_logged_by_its_name(page: GuidePage, qtbot: QtBot) -> None:
    page.open_topic("60-when-to-call")
    (button,) = page.log_buttons

    with qtbot.waitSignal(page.log_wanted) as wanted:
        button.click()

    assert button.text() == "Log this: A question for the visit"
    assert wanted.args == ["visit/question"]


def test_what_this_window_cannot_record_is_not_offered(page: GuidePage) -> None:
    assert page._name_of("no_such_factor") == ""
    assert page._name_of("no_such_room/form") == ""
    assert page._name_of("visit/no_such_form") == ""


def test_a_narrow_page_shows_the_topics_or_the_one_that_is_open(narrow: GuidePage) -> None:
    assert narrow.list.isVisible()
    assert not narrow.text.isVisible()

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert not narrow.text.isVisible()
    press(Qt.Key.Key_Return)

    assert read(narrow).startswith("Enthesitis and the heel\n")
    assert narrow.text.hasFocus()
    assert not narrow.list.isVisible()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_narrow_page_leads_back_to_the_topics(narrow: GuidePage, by_key: bool) -> None:
    narrow.open_topic("30-food")

    if by_key:
        press(Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(narrow.all_topics, Qt.MouseButton.LeftButton)

    assert narrow.list.isVisible()
    assert narrow.list.hasFocus()
    assert narrow.list.chosen == "30-food"


def test_an_open_topic_takes_the_keyboard_when_the_room_is_opened_again(
    narrow: GuidePage,
) -> None:
    narrow.open_topic("30-food")
    narrow.list.setFocus()

    narrow.begin()

    assert narrow.text.hasFocus()


def test_a_topic_stays_where_it_was_read_up_to_while_something_is_recorded(
    page: GuidePage,
) -> None:
    page.open_topic("60-when-to-call")
    page.text.verticalScrollBar().setValue(100)
    place = page.text.verticalScrollBar().value()
    assert place > 0

    page.desk.apply(adding(a_reading()))
    page.hide()
    page.show()

    assert page.text.verticalScrollBar().value() == place


def test_a_new_look_sets_the_topic_anew(page: GuidePage, look: Look) -> None:
    look.choose("dark", 200)
    QApplication.processEvents()

    assert look.color("accent_on_soft").name() in page.text.toHtml()
    assert page.text.font().pointSizeF() > 20


@pytest.mark.parametrize("percent", [100, 200])
def test_no_topic_is_cut_off_at_the_side(page: GuidePage, look: Look, percent: int) -> None:
    page.resize(770, 640)
    look.choose("light", percent)
    for name in page.topics:
        page.open_topic(name)
        QApplication.processEvents()
        assert page.text.horizontalScrollBar().maximum() == 0
        assert page.width() == 770
