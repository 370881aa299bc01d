"""Get help now: the same page from everywhere, with a diary and without one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from heeldiary.ui.actions import ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.pages.help import HelpPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.message import Message
from tests.started import Start


@pytest.fixture
def window(qtbot: QtBot, look: Look, tmp_path: Path) -> MainWindow:
    """A window in which no diary is open."""
    window = MainWindow(look, SettingsKeeper(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def shown_help(window: MainWindow) -> HelpPage | None:
    pages = [page for page in window.findChildren(HelpPage) if page.isVisible()]
    return pages[0] if pages else None


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_one_key_opens_it_from_every_room_and_one_leads_back(
    window: MainWindow, desk: Desk, room: str
) -> None:
    window.put_in(desk)
    window.open_room(room)
    before = QApplication.focusWidget()

    press(window, Qt.Key.Key_F1)
    assert shown_help(window)
    assert not any(button.isChecked() for button in window.side_bar.buttons.values())

    press(window, Qt.Key.Key_Escape)
    assert shown_help(window) is None
    assert window.page(room).isVisible()
    assert window.side_bar.buttons[room].isChecked()
    assert QApplication.focusWidget() is before


def test_it_opens_where_no_diary_is_open(window: MainWindow) -> None:
    assert not window.side_bar.buttons["today"].isEnabled()

    QTest.mouseClick(window.side_bar.help, Qt.MouseButton.LeftButton)

    assert shown_help(window)


def test_it_opens_from_the_welcome_and_leads_back_to_it(start: Start, qtbot: QtBot) -> None:
    program = start()
    message = program.message
    assert message

    program.window.actions_by_name["help"].trigger()
    page = shown_help(program.window)
    assert page
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)

    assert message.isVisible()
    assert shown_help(program.window) is None


def test_it_opens_beside_a_damaged_diary_and_leads_back(start: Start, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.heeldiary"
    damaged.write_bytes(b"no diary at all" * 400)
    program = start(damaged)
    message = program.message
    assert message

    QTest.mouseClick(program.window.side_bar.help, Qt.MouseButton.LeftButton)
    assert shown_help(program.window)
    press(program.window, Qt.Key.Key_Escape)

    assert message.isVisible()


def test_a_diary_that_opens_does_not_take_it_away(window: MainWindow, desk: Desk) -> None:
    window.open_help()

    window.put_in(desk)
    assert shown_help(window)

    window.leave_help()
    assert window.page("today").isVisible()


def test_what_is_wrong_with_a_diary_waits_behind_it(window: MainWindow, look: Look) -> None:
    window.open_help()
    trouble = Message(look, "Trouble", ["It is torn."], [("again", "Try again")])

    window.show_instead(trouble)
    assert shown_help(window)

    window.leave_help()
    assert trouble.isVisible()
    assert trouble.buttons["again"].hasFocus()


def test_where_nothing_is_open_yet_it_stays(window: MainWindow) -> None:
    window.open_help()

    press(window, Qt.Key.Key_Escape)

    assert shown_help(window)


@pytest.mark.parametrize("which", ["back", "back_at_end"])
def test_both_of_its_buttons_lead_back(window: MainWindow, desk: Desk, which: str) -> None:
    window.put_in(desk)
    window.open_help()
    page = shown_help(window)
    assert page

    getattr(page, which).click()

    assert shown_help(window) is None


def test_asking_twice_leads_back_to_the_room_all_the_same(window: MainWindow, desk: Desk) -> None:
    window.put_in(desk)
    window.open_room("settings")
    window.open_help()
    window.open_help()

    window.leave_help()

    assert window.page("settings").isVisible()


def test_a_room_is_chosen_from_it(window: MainWindow, desk: Desk) -> None:
    window.put_in(desk)
    window.open_help()

    QTest.mouseClick(window.side_bar.buttons["today"], Qt.MouseButton.LeftButton)

    assert shown_help(window) is None
    assert window.page("today").isVisible()


def test_a_note_being_typed_is_kept_when_help_is_asked_for(window: MainWindow, desk: Desk) -> None:
    from heeldiary.ui.pages.today import TodayPage

    window.put_in(desk)
    today = window.page("today")
    assert isinstance(today, TodayPage)
    today.sheet.note.setPlainText("Something tore")

    window.open_help()

    kept = desk.diary.note_on(desk.today())
    assert kept is not None
    assert kept.text == "Something tore"


def test_the_arrow_keys_read_on(window: MainWindow) -> None:
    window.resize(1024, 600)
    window.open_help()
    page = shown_help(window)
    assert page
    QApplication.processEvents()

    press(window, Qt.Key.Key_PageDown)

    assert page.verticalScrollBar().value() > 0


def test_the_tiers_are_told_by_words_in_their_order(qtbot: QtBot, look: Look) -> None:
    page = HelpPage(look)
    qtbot.addWidget(page)
    said = page.accessibleDescription()

    calls = ["Call your local emergency number.", "the same day.", "Call your clinic."]
    places = [said.index(call) for call in calls]

    assert places == sorted(places)
    assert "differ by country" in said
    assert "some advise immediate care for suspected side effects" in said


@pytest.mark.parametrize(
    ("tier", "sign"),
    [
        (0, "Chest pain"),
        (0, "between your legs is numb"),
        (0, "pop or tearing"),
        (0, "after a fall"),
        (0, "black stools"),
        (1, "eye clinic"),
        (1, "Any fever while you are on a biologic"),
        (1, "One calf"),
        (1, "Breathing that is painful"),
        (2, "although you are being treated"),
        (2, "2 to 3 weeks"),
        (2, "side effect"),
        (2, "diarrhoea"),
    ],
)
def test_every_sign_stands_in_its_tier(qtbot: QtBot, look: Look, tier: int, sign: str) -> None:
    page = HelpPage(look)
    qtbot.addWidget(page)

    found = [
        place
        for place, card in enumerate(page.tiers)
        if any(sign in label.text() for label in card.findChildren(QLabel))
    ]

    assert found == [tier]


def test_at_twice_the_text_size_nothing_is_cut_off_at_the_side(
    window: MainWindow, look: Look
) -> None:
    look.choose("light", 200)
    window.resize(1024, 700)
    window.open_help()
    QApplication.processEvents()
    page = shown_help(window)

    assert page
    assert page.horizontalScrollBar().maximum() == 0
