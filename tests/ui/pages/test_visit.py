from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import FOUR_WEEKS, Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.refusal import Refused
from heeldiary.ui import printing, prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.visit import VisitPage
from heeldiary.ui.paper import Paper, VisitPaper
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.period_chooser import TWO_DATES
from tests.builders import FRI, MON, a_note, a_reading
from tests.reports.sheets import a_season
from tests.ui.pdf import ReadPdf


@pytest.fixture
def empty_page(desk: Desk, look: Look, qtbot: QtBot) -> VisitPage:
    page = VisitPage(desk, look)
    qtbot.addWidget(page)
    page.resize(784, 700)
    page.show()
    page.begin()
    return page


@pytest.fixture
def page(desk: Desk, look: Look, qtbot: QtBot) -> VisitPage:
    """The page of a diary of ninety days."""
    edits = tuple(Edit(None, reading) for reading in a_season().readings())
    assert desk.apply(Change(label="A season", edits=edits))
    page = VisitPage(desk, look)
    qtbot.addWidget(page)
    page.resize(784, 700)
    page.show()
    page.begin()
    return page


def answer_file_dialog(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Choose this path in the next dialog; gives what the dialog suggested."""
    suggested: list[str] = []

    def choose(parent: QWidget, title: str, suggestion: str, kinds: str) -> Path | None:
        suggested.append(suggestion)
        return path

    monkeypatch.setattr(prompts, "choose_file_to_write", choose)
    return suggested


def test_an_empty_diary_is_an_invitation(empty_page: VisitPage, qtbot: QtBot) -> None:
    assert empty_page.start_button.isVisible()
    assert not empty_page.print_button.isVisible()

    with qtbot.waitSignal(empty_page.day_chosen) as chosen:
        QTest.keyClick(empty_page.start_button, Qt.Key.Key_Space)
    assert chosen.args == [FRI]


def test_the_first_answer_brings_the_page(empty_page: VisitPage) -> None:
    change = Change(label="Low back: 4", edits=(Edit(None, a_reading(day=MON)),))
    empty_page.desk.apply(change)

    assert empty_page.print_button.isVisible()
    assert "answers on 1 of 90 days" in empty_page.shown.report.sheet.covered


def test_the_page_starts_with_the_last_three_months(page: VisitPage) -> None:
    assert page.shown.report.span == Span.ending(FRI, 90)


def test_another_period_is_shown_at_once(page: VisitPage) -> None:
    page.period.choose(FOUR_WEEKS)

    assert "of 28 days" in page.shown.report.sheet.covered


def test_an_edit_is_seen_on_the_page(page: VisitPage) -> None:
    before = page.shown.report.sheet.covered
    page.desk.undo()

    assert not page.print_button.isVisible()
    page.desk.redo()
    assert page.shown.report.sheet.covered == before


def test_the_preview_is_drawn(page: VisitPage) -> None:
    picture = page.preview.grab().toImage()
    colors = {
        picture.pixelColor(x, y).lightness()
        for x in range(60, picture.width() - 60, 3)
        for y in range(40, picture.height() - 40, 3)
    }

    assert len(colors) > 5


def test_a_screen_reader_gets_the_words_of_the_page(page: VisitPage) -> None:
    seen = QAccessible.queryAccessibleInterface(page.preview)

    assert seen.text(QAccessible.Text.Name) == "The page as it is printed"
    assert "Worst heel pain, left" in seen.text(QAccessible.Text.Description)


def test_every_control_has_a_name(page: VisitPage) -> None:
    page.period.choose(TWO_DATES)
    controls = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    ours = [w for w in controls if w.isVisible() and w.metaObject().className() != "QScrollArea"]
    nameless = [
        w
        for w in ours
        if not (w.accessibleName() or (isinstance(w, QPushButton) and w.text()))
        and w.objectName() != "qt_spinbox_lineedit"
    ]

    assert len(ours) >= 9
    assert nameless == []


def test_tab_reaches_everything_in_reading_order(page: VisitPage, qtbot: QtBot) -> None:
    wanted = [
        page.period.periods,
        page.papers,
        page.print_button,
        page.pdf_button,
        page.html_button,
        page.copy_button,
        page.preview,
    ]
    with qtbot.waitActive(page):
        page.activateWindow()
    page.begin()
    reached = [page.focusWidget()]
    for _ in wanted[1:]:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())

    assert reached == wanted


def test_a_pdf_is_saved_as_it_is_shown(
    page: VisitPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    suggested = answer_file_dialog(monkeypatch, tmp_path / "for the clinic")
    page.papers.setCurrentIndex(page.papers.findData(Paper.LETTER.value))
    page.papers.activated.emit(1)
    QTest.keyClick(page.pdf_button, Qt.Key.Key_Space)

    assert suggested == ["visit-2026-11-20.pdf"]
    assert ReadPdf(tmp_path / "for the clinic.pdf").size == (612, 792)
    assert page.notice.text == "The page was saved as “for the clinic.pdf”."


def test_html_is_saved(
    page: VisitPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer_file_dialog(monkeypatch, tmp_path / "visit.html")
    QTest.keyClick(page.html_button, Qt.Key.Key_Space)

    assert "<table>" in (tmp_path / "visit.html").read_text("utf-8")


def test_a_dialog_that_is_left_saves_nothing(
    page: VisitPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file_dialog(monkeypatch, None)
    page.pdf_button.click()

    assert page.notice.text == ""


def test_a_place_that_cannot_be_written_is_told(
    page: VisitPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file_dialog(monkeypatch, tmp_path / "nowhere" / "visit.pdf")
    page.pdf_button.click()

    assert "no such folder" in page.notice.text


def test_the_page_is_copied_as_text(page: VisitPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.copy_button, Qt.Key.Key_Space)

    assert QGuiApplication.clipboard().text().startswith("Summary for rheumatology visit\n")
    assert "copied" in page.notice.text


def test_printing_prints_what_is_shown(page: VisitPage, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[VisitPaper] = []

    def print_it(paper: VisitPaper, parent: QWidget) -> bool:
        printed.append(paper)
        return True

    monkeypatch.setattr(printing, "print_with_dialog", print_it)
    page.print_button.click()

    assert printed == [page.shown]
    assert "sent to the printer" in page.notice.text


def test_leaving_the_print_dialog_says_nothing(
    page: VisitPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(paper: VisitPaper, parent: QWidget) -> bool:
        return False

    monkeypatch.setattr(printing, "print_with_dialog", leave)
    page.print_button.click()

    assert page.notice.text == ""


def test_a_printer_that_refuses_is_told(page: VisitPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(paper: VisitPaper, parent: QWidget) -> bool:
        raise Refused("“Lobby” does not take the page; nothing was printed.")

    monkeypatch.setattr(printing, "print_with_dialog", refuse)
    page.print_button.click()

    assert page.notice.text == "“Lobby” does not take the page; nothing was printed."


def test_the_paper_is_remembered(page: VisitPage, tmp_path: Path) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    page.papers.setCurrentIndex(page.papers.findData(Paper.LETTER.value))
    page.papers.activated.emit(1)

    assert SettingsKeeper(tmp_path / "settings.json").settings.paper == "letter"
    assert page.shown.paper is Paper.LETTER


def test_a_paper_chosen_in_the_settings_is_taken(page: VisitPage, tmp_path: Path) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    for chosen in ("letter", "a4"):
        keeper.change(paper=chosen)
        assert page.shown.paper.value == chosen


def test_a_hidden_page_takes_the_paper_when_it_is_seen(page: VisitPage, tmp_path: Path) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    page.hide()
    keeper.change(paper="letter")
    page.show()

    assert page.shown.paper is Paper.LETTER


def test_a_private_note_is_nowhere_on_the_page(page: VisitPage) -> None:
    page.desk.apply(Change(label="Note", edits=(Edit(None, a_note("a private word", FRI)),)))

    assert "private word" not in page.preview.accessibleDescription()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_text_size(
    page: VisitPage, look: Look, theme: str, percent: int, qtbot: QtBot
) -> None:
    look.choose(theme, percent)
    page.period.choose(TWO_DATES)
    QApplication.processEvents()
    controls = [page.period.first, page.period.last, page.papers, page.copy_button, page.preview]

    cut = [
        widget.accessibleName()
        for widget in controls
        if widget.mapTo(page, QPoint(widget.width(), 0)).x() > page.width()
        or widget.width() < widget.minimumSizeHint().width()
    ]
    assert cut == []
