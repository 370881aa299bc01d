"""The chart is opened, looked at from near and far, read as a table, saved, and left for a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.analysis.trend_sets import TREND_SETS
from heeldiary.domain.days import Span, number_of
from heeldiary.ui import prompts
from heeldiary.ui.charts.own_choice import OwnChoice
from heeldiary.ui.pages.trends import TrendsPage
from tests.builders import FRI, TUE
from tests.journeys.person import Person
from tests.reports.sheets import SEASON
from tests.started import Start

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def page(patient: Person) -> TrendsPage:
    patient.go_to("trends")
    patient.settle()
    return patient.trends


def place_of(page: TrendsPage, day: date) -> QPoint:
    """Where the day stands in the first panel."""
    box = page.chart._plots[0].box
    place: QPoint = page.chart.mapFromScene(box.mapViewToScene(QPointF(number_of(day), 5)))
    return place


def save_as(page: TrendsPage, patient: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: path)
    patient.click(page.toolbar.picture)
    assert page.notice.text == f"The picture was saved as “{path.name}”."
    return path


def test_the_first_answer_of_all_is_drawn(person: Person) -> None:
    person.go_to("trends")
    person.click(person.trends.start)
    person.answer("low_back", "4")
    person.go_to("trends")

    assert person.trends.chart.isVisible()


def test_every_set_is_drawn(page: TrendsPage, patient: Person) -> None:
    for known in TREND_SETS:
        patient.choose(page.toolbar.sets, known.name)
        assert page.chosen == known.key
        drawn = {line.key for panel in page.chart.panels for line in panel.lines}
        assert "low_back" in drawn
        assert drawn <= set(known.lines)


def test_the_set_of_the_last_time_is_drawn_again(
    page: TrendsPage, patient: Person, start: Start, qtbot: QtBot
) -> None:
    patient.choose(page.toolbar.sets, "Pain and weight")
    patient.close()
    again = Person(start(), qtbot)
    again.go_to("trends")

    assert again.trends.toolbar.sets.currentText() == "Pain and weight"


def test_lines_of_ones_own_choice_are_drawn(
    page: TrendsPage, patient: Person, qtbot: QtBot
) -> None:
    page.toolbar.sets.setFocus()
    patient.press(Qt.Key.Key_End)
    dialog = page.findChildren(OwnChoice)[0]
    qtbot.waitUntil(dialog.isVisible)
    for place in range(dialog.list.count()):
        item = dialog.list.item(place)
        wanted = item.text() in ("Alcohol", "Fatigue")
        if wanted != (item.checkState() is Qt.CheckState.Checked):
            dialog.list.setCurrentItem(item)
            QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    patient.click(dialog._draw)

    drawn = [line.key for panel in page.chart.panels for line in panel.lines]
    assert sorted(drawn) == ["alcohol_units", "fatigue"]


def test_ranges_and_dates_say_what_is_seen(page: TrendsPage, patient: Person) -> None:
    ranges = page.toolbar.ranges
    for button in ranges.buttons():
        patient.click(button)
        days = ranges.id(button) or len(SEASON)
        assert page.chart.seen == Span.ending(FRI, min(days, len(SEASON)))
    page.toolbar.first.setFocus()
    page.toolbar.first.setDate(QDate(2026, 11, 1))
    assert page.chart.seen == Span(date(2026, 11, 1), FRI)


def test_the_chart_is_moved_and_left_by_the_keyboard(page: TrendsPage, patient: Person) -> None:
    page.chart.setFocus()
    patient.press(Qt.Key.Key_Plus)
    assert len(page.chart.seen) < 90
    for _ in range(3):
        patient.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    day = page.chart.hovered
    assert day is not None
    patient.press(Qt.Key.Key_Return)

    assert patient.today.isVisible()
    assert patient.today.day == day


def test_the_table_holds_every_day_and_leads_to_it(page: TrendsPage, patient: Person) -> None:
    patient.click(page.toolbar.table)
    assert page.table.isVisible()
    assert page.days.rowCount() == len(page.chart.seen)
    page.table.setFocus()
    page.table.selectRow(3)
    page.table.setCurrentIndex(page.days.index(3, 0))
    patient.press(Qt.Key.Key_Return)

    assert patient.today.day == TUE


def test_a_click_on_a_day_opens_it_on_today(
    page: TrendsPage, patient: Person, qtbot: QtBot
) -> None:
    day = SEASON.last - timedelta(days=29)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.chart.day_clicked):
        QTest.mouseClick(page.chart.viewport(), left, none, place_of(page, day))

    assert patient.today.isVisible()
    assert patient.today.day == day
    assert patient.row("low_back").field.answer == 3


def test_an_answer_that_is_mended_is_mended_on_the_chart(page: TrendsPage, patient: Person) -> None:
    patient.window.open_day(TUE)
    patient.answer("low_back", "9")
    patient.go_to("trends")
    page.chart.show_day(TUE)

    assert "Low back: 9" in page.card.words
    patient.undo()
    assert "Low back: 3" in page.card.words


def test_the_picture_is_saved_as_png_and_as_svg(
    page: TrendsPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    png = save_as(page, patient, tmp_path / "trends.png", monkeypatch)
    svg = save_as(page, patient, tmp_path / "trends.svg", monkeypatch)

    assert QImage(str(png)).width() >= 1000
    assert QSvgRenderer(str(svg)).isValid()
    assert "Low back" in svg.read_text("utf-8")


def test_a_picture_that_cannot_be_written_is_told(
    page: TrendsPage, patient: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nowhere" / "trends.png"
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *_: path)
    patient.click(page.toolbar.picture)

    assert "nowhere" in page.notice.text
