import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Edit
from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from tests.builders import a_note, a_reading
from tests.storage.changes import adding


class CountingPage(Page):
    """A page that counts what it was asked to do."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.refreshed = 0
        self.heard: list[tuple[Edit, ...]] = []

    def refresh(self) -> None:
        self.refreshed += 1

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        self.heard.append(edits)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look) -> CountingPage:
    page = CountingPage(desk, look)
    qtbot.addWidget(page)
    return page


def test_a_page_reads_the_diary_when_it_is_first_shown(page: CountingPage) -> None:
    assert page.refreshed == 0
    page.show()
    assert page.refreshed == 1


def test_a_page_shown_again_reads_only_when_something_was_edited(page: CountingPage) -> None:
    page.show()
    page.hide()
    page.show()
    assert page.refreshed == 1
    page.hide()
    page.desk.apply(adding(a_note()))
    page.desk.apply(adding(a_reading()))
    assert page.refreshed == 1
    page.show()
    assert page.refreshed == 2
    assert page.heard == []


def test_a_page_in_sight_hears_the_edits(page: CountingPage) -> None:
    page.show()
    change = adding(a_note())
    page.desk.apply(change)
    assert page.heard == [change.edits]


def test_a_new_look_is_taken_over_at_once_or_when_shown(page: CountingPage, look: Look) -> None:
    look.choose("dark", 100)
    page.show()
    assert page.refreshed == 1
    look.choose("light", 200)
    assert page.refreshed == 2
