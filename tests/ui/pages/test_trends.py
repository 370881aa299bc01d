import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import THREE_MONTHS, Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import Extent
from heeldiary.domain.movement import MilestoneKind
from heeldiary.domain.records import SKIPPED, Record
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from heeldiary.ui.charts.own_choice import OwnChoice
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.pages.trends import TrendsPage
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, NOON, a_flare, a_note, a_reading, a_visit
from tests.medicine_records import NAPROXEN, a_dose, a_regimen
from tests.moving import a_milestone, a_session
from tests.results import a_crp, a_full_check

DAYS = Span.ending(FRI, 200)


def write(store: Store, *records: Record) -> None:
    edits = tuple(Edit(None, record) for record in records)
    store.apply(Change(label="Some days", edits=edits), NOON)


def opened(desk: Desk, look: Look, qtbot: QtBot) -> TrendsPage:
    page = TrendsPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    return page


@pytest.fixture
def page(desk: Desk, store: Store, look: Look, qtbot: QtBot) -> TrendsPage:
    """The page of a diary of 200 days of low back pain."""
    write(store, *(a_reading("low_back", day.day % 9, day=day) for day in DAYS))
    write(store, a_reading("weight", 79.5, day=FRI), a_reading("neck", SKIPPED, day=FRI))
    write(store, a_note("Calf felt tight.", day=FRI))
    return opened(desk, look, qtbot)


def lines(page: TrendsPage) -> list[str]:
    return [line.key for panel in page.chart.panels for line in panel.lines]


def test_an_empty_diary_invites_to_a_first_step(desk: Desk, look: Look, qtbot: QtBot) -> None:
    page = opened(desk, look, qtbot)

    assert not page.chart.isVisible()
    with qtbot.waitSignal(page.day_chosen) as chosen:
        page.start.click()
    assert chosen.args == [FRI]


def test_the_first_answer_turns_the_invitation_into_a_chart(
    desk: Desk, look: Look, qtbot: QtBot
) -> None:
    page = opened(desk, look, qtbot)
    desk.apply(Change(label="First", edits=(Edit(None, a_reading(day=FRI)),)))

    assert page.chart.isVisible()
    assert page.chart.seen == Span.ending(FRI, 14)


def test_it_opens_on_pain_and_stiffness_of_three_months(page: TrendsPage) -> None:
    assert page.chosen == "pain_and_stiffness"
    assert page.chart.seen == Span.ending(FRI, THREE_MONTHS)
    assert page.toolbar.ranges.checkedId() == THREE_MONTHS


@pytest.mark.parametrize(("days", "shown"), [(14, 14), (30, 30), (90, 90), (365, 200), (0, 200)])
def test_a_range_shows_the_days_up_to_today(page: TrendsPage, days: int, shown: int) -> None:
    page.toolbar.ranges.button(days).click()

    assert page.chart.seen == Span.ending(FRI, shown)


def test_any_span_can_be_chosen_by_its_days(page: TrendsPage) -> None:
    page.toolbar.first.setDate(QDate(2026, 10, 1))
    page.toolbar.last.setDate(QDate(2026, 10, 31))

    assert page.chart.seen == Span(date(2026, 10, 1), date(2026, 10, 31))


def test_the_shown_days_follow_the_zoom(page: TrendsPage) -> None:
    QTest.keyClick(page.chart, Qt.Key.Key_Plus)

    seen = page.chart.seen
    assert page.toolbar.first.date() == QDate(seen.first.year, seen.first.month, seen.first.day)
    assert page.toolbar.ranges.checkedId() == -1


def test_a_set_is_chosen_from_the_list(page: TrendsPage, qtbot: QtBot) -> None:
    place = page.toolbar.sets.findText("Pain and weight")
    with qtbot.waitSignal(page.set_chosen) as chosen:
        page.toolbar.sets.activated.emit(place)

    assert chosen.args == ["pain_and_weight"]
    assert "weight" in lines(page)


def test_another_set_keeps_the_days(page: TrendsPage) -> None:
    page.show_last(14)
    page.choose_set("Pain and food")

    assert page.chart.seen == Span.ending(FRI, 14)


def test_the_set_is_remembered(
    page: TrendsPage, desk: Desk, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    page.choose_set("own:weight,low_back")

    again = TrendsPage(desk, look)
    qtbot.addWidget(again)
    again.use(SettingsKeeper(tmp_path / "settings.json"))
    again.show()
    assert lines(again) == ["weight", "low_back"]


@pytest.mark.parametrize("word", ["", "pain and weather", "own:", "own:left_wing"])
def test_a_remembered_set_that_is_not_known_changes_nothing(page: TrendsPage, word: str) -> None:
    page.choose_set(word)

    assert page.chosen == "pain_and_stiffness"


def own_choice(page: TrendsPage) -> OwnChoice:
    page.toolbar.sets.activated.emit(page.toolbar.sets.findData("own"))
    return page.findChildren(OwnChoice)[0]


def names(dialog: OwnChoice) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_only_lines_with_answers_are_offered(page: TrendsPage) -> None:
    dialog = own_choice(page)

    assert "Low back" in names(dialog)
    assert "Weight" in names(dialog)
    assert "Neck" not in names(dialog)
    dialog.reject()


def test_a_choice_of_ones_own_is_drawn(page: TrendsPage) -> None:
    dialog = own_choice(page)
    for row, name in enumerate(names(dialog)):
        wanted = name == "Weight"
        dialog.list.item(row).setCheckState(
            Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        )
    dialog.accept()

    assert lines(page) == ["weight"]
    assert page.chosen == "own:weight"


def test_the_day_under_the_cross_hair_is_told_in_words(page: TrendsPage) -> None:
    page.chart.show_day(FRI)

    said = page.card.words.splitlines()
    assert "Low back: 2" in said
    assert "Neck: skipped" in said
    assert "“Calf felt tight.”" in said


def test_what_was_done_and_taken_on_the_day_is_told(page: TrendsPage, store: Store) -> None:
    write(store, NAPROXEN, a_regimen(MON), a_dose(FRI), a_visit(FRI), a_session(minutes=30.0))
    page.chart.show_day(FRI)

    said = page.card.words.splitlines()
    assert said[0] == "Visit"
    assert "Running: 30 min" in said
    assert "Naproxen: taken, 500 mg" in said
    assert said[-1] == "Medicines then: Naproxen, 500 mg, daily"


def test_the_answers_of_a_day_come_into_view_below_a_long_legend(page: TrendsPage) -> None:
    sites = "low_back,neck,mid_back,buttock_left,buttock_right,hip_left,hip_right,chest_wall"
    page.resize(1100, 700)
    page.choose_set(f"own:{sites},fatigue,stress,night_pain,under_heel_left")
    QApplication.processEvents()
    page.chart.show_day(FRI)
    QApplication.processEvents()

    viewport = page.view.side._scroll.viewport()
    top = page.card.mapTo(viewport, QPoint(0, 0)).y()
    assert 0 <= top < viewport.height() - 100


def test_how_flares_look_is_told_by_their_extent(page: TrendsPage, desk: Desk) -> None:
    flare = a_flare(MON, FRI, extent=Extent.ALL_OVER)
    desk.apply(Change(label="Flare", edits=(Edit(None, flare),)))

    named = [label.text() for label in page.legend.findChildren(QLabel)]
    assert "flare, all over" in named
    assert "flare, a few areas" not in named


def test_a_score_is_told_with_its_day(page: TrendsPage, store: Store) -> None:
    write(store, a_crp(9.0, MON), a_crp(12.0, FRI))
    page.choose_set("own:score:crp,score:esr")

    assert lines(page) == ["score:crp"]
    assert page.legend.details == ["12 mg/L on 20 Nov 2026\n2 values"]


def test_a_day_without_answers_says_so(page: TrendsPage, desk: Desk) -> None:
    reading = desk.diary.readings_on(DAYS.first)["low_back"]
    desk.apply(Change(label="Gone", edits=(Edit(reading, None),)))
    page.show_last(0)
    page.chart.show_day(DAYS.first + timedelta(days=0))

    assert page.card.words == "Nothing was recorded on this day."


def test_the_day_can_be_opened(page: TrendsPage, qtbot: QtBot) -> None:
    page.chart.show_day(FRI)
    with qtbot.waitSignal(page.day_chosen) as chosen:
        page.card._open.click()

    assert chosen.args == [FRI]


def test_every_line_says_on_how_many_days_it_stands(page: TrendsPage) -> None:
    page.choose_set("own:low_back,weight")
    back, weight = page.legend.details

    assert back.endswith("90 of 90 days")
    assert "→" in back
    assert weight == "1 of 90 days"


def test_an_edit_of_what_is_drawn_is_drawn(page: TrendsPage, desk: Desk) -> None:
    page.choose_set("own:weight")
    desk.apply(
        Change(label="New", edits=(Edit(None, a_reading("weight", 80, day=FRI - timedelta(3))),))
    )

    assert page.legend.details == ["2 of 90 days"]


def test_an_edit_of_something_else_reads_nothing_again(page: TrendsPage, desk: Desk) -> None:
    before = page.chart.panels
    desk.apply(Change(label="New", edits=(Edit(None, a_reading("fatigue", 3, day=FRI)),)))

    assert page.chart.panels is before


@pytest.fixture
def long_page(desk: Desk, store: Store, look: Look, qtbot: QtBot) -> TrendsPage:
    """The page of a diary of five years with an answer on the first and on the last day."""
    first = FRI - timedelta(days=5 * 365)
    write(store, a_reading("low_back", 8, day=first), a_reading("low_back", 4, day=FRI))
    write(store, a_visit(first + timedelta(days=2)))
    page = opened(desk, look, qtbot)
    page.choose_set("own:low_back")
    return page


def test_only_days_around_those_seen_are_read(long_page: TrendsPage) -> None:
    assert len(long_page.chart.panels[0].lines[0].series) < 400


def test_days_that_are_moved_to_are_read(long_page: TrendsPage) -> None:
    boxes = [plot.box for plot in long_page.chart._plots]
    QTest.keyClick(long_page.chart, Qt.Key.Key_Home)

    assert long_page.legend.details == ["1 of 90 days"]
    assert "low back median 8" in long_page.chart.accessibleDescription().lower()
    assert "visit 1" in long_page.chart.accessibleDescription()
    assert [plot.box for plot in long_page.chart._plots] == boxes


def drag(page: TrendsPage, start: int, end: int) -> None:
    """Press the left button at one place in the first panel, let it go at another."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    y = page.chart._plots[0].box.sceneBoundingRect().center().y()
    moves = [(QEvent.Type.MouseMove, x, none, left) for x in range(start, end, 30)]
    for kind, x, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        *moves,
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        place = QPointF(x, y)
        everywhere = page.chart.viewport().mapToGlobal(place)
        event = QMouseEvent(
            kind, place, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(page.chart.viewport(), event)


def test_one_drags_on_while_more_days_are_read(
    long_page: TrendsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(pg.CONFIG_OPTIONS, "mouseRateLimit", -1)  # every move counts, at once
    before = long_page.chart.panels[0].lines[0].series.first
    for _ in range(6):
        drag(long_page, 150, 650)

    assert long_page.chart.seen.last < before
    assert long_page.chart.panels[0].lines[0].series.first < long_page.chart.seen.first


def test_from_far_away_all_days_are_read(long_page: TrendsPage) -> None:
    long_page.show_last(0)

    assert long_page.legend.details == ["2 of 1826 days"]


def test_a_session_is_drawn_with_its_minutes(page: TrendsPage, desk: Desk) -> None:
    page.choose_set("pain_and_exercise")
    session = a_session(minutes=30.0)
    desk.apply(Change(label="Run", edits=(Edit(None, session),)))

    assert page.legend.details[-2:] == ["1 of 90 days", "0 of 90 days"]


def test_a_first_score_adds_its_panel(page: TrendsPage, desk: Desk) -> None:
    page.choose_set("scores_and_labs")
    desk.apply(Change(label="Check", edits=(Edit(None, a_full_check(FRI)),)))

    assert lines(page)[-1] == "score:basdai_app"


def test_a_weight_to_count_from_is_drawn(page: TrendsPage, desk: Desk) -> None:
    page.choose_set("own:weight")
    start = a_milestone(MilestoneKind.WEIGHT_START, FRI, 80)
    desk.apply(Change(label="Start", edits=(Edit(None, start),)))

    assert [level.value for level in page.chart.panels[0].levels] == [80, 76, 72]


def test_weight_is_drawn_in_the_chosen_unit(page: TrendsPage, desk: Desk, tmp_path: Path) -> None:
    start = a_milestone(MilestoneKind.WEIGHT_START, FRI, 80)
    desk.apply(Change(label="Start", edits=(Edit(None, start),)))
    keeper = SettingsKeeper(tmp_path / "settings.json")
    page.use(keeper)
    page.choose_set("own:weight")
    keeper.change(weight_unit="lb")

    (panel,) = page.chart.panels
    assert panel.heading == "Weight, lb"
    assert panel.levels[0].value == pytest.approx(176.37, abs=0.01)
    page.toolbar.table.click()
    assert page.days.data(page.days.index(0, 1)) == "175.3"


def test_a_first_session_turns_the_invitation_into_a_chart(
    desk: Desk, look: Look, qtbot: QtBot
) -> None:
    page = opened(desk, look, qtbot)
    desk.apply(Change(label="Run", edits=(Edit(None, a_session(minutes=30.0)),)))

    assert page.chart.isVisible()


def test_one_can_look_at_old_scores_and_come_back(page: TrendsPage, store: Store) -> None:
    write(store, a_crp(9.0, date(2009, 3, 2)))
    page.choose_set("scores_and_labs")
    page.show_last(0)
    assert page.chart.seen == Span(date(2009, 3, 2), FRI)
    page.chart.show_span(Span(date(2009, 3, 2), date(2009, 6, 1)))

    page.choose_set("pain_and_weight")
    assert page.chart.seen == Span.ending(FRI, THREE_MONTHS)


def test_an_edit_keeps_the_days_and_the_cross_hair(page: TrendsPage, desk: Desk) -> None:
    page.show_last(30)
    page.chart.show_day(FRI)
    desk.apply(Change(label="New", edits=(Edit(None, a_reading("night_pain", 3, day=FRI)),)))

    assert page.chart.seen == Span.ending(FRI, 30)
    assert page.chart.hovered == FRI
    assert "Night pain: 3" in page.card.words


def test_the_table_takes_the_place_of_the_chart_and_gives_it_back(page: TrendsPage) -> None:
    page.toolbar.table.click()
    assert page.table.isVisible()
    assert not page.chart.isVisible()
    assert page.days.rowCount() == THREE_MONTHS

    page.toolbar.table.click()
    assert page.chart.isVisible()


def test_the_table_follows_the_range(page: TrendsPage) -> None:
    page.toolbar.table.click()
    page.toolbar.ranges.button(14).click()

    assert page.days.rowCount() == 14


@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_a_picture_is_saved_as_its_name_says(
    page: TrendsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: bytes
) -> None:
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *asked: tmp_path / name)
    page.toolbar.picture.click()

    assert (tmp_path / name).read_bytes().startswith(begins)
    assert name in page.notice.text


def test_a_picture_that_cannot_be_saved_is_told(
    page: TrendsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *asked: tmp_path / "no" / "a.png")
    page.toolbar.picture.click()

    assert "could not be written" in page.notice.text


def test_a_picture_that_is_not_wanted_after_all_is_not_made(
    page: TrendsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "choose_file_to_write", lambda *asked: None)
    page.toolbar.picture.click()

    assert page.notice.text == ""


INPUTS = (QAbstractButton, QComboBox, QAbstractSpinBox, TrendChart)


def is_named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text)


def test_everything_that_takes_the_keyboard_has_a_name(page: TrendsPage) -> None:
    inputs = [w for w in page.findChildren(QWidget) if isinstance(w, INPUTS) and w.isVisible()]
    own = [w for w in inputs if not w.objectName().startswith("qt_")]

    assert len(own) > 8
    assert [w for w in own if not is_named(w)] == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_large_text_in_a_small_window_is_not_cut(page: TrendsPage, look: Look, theme: str) -> None:
    page.resize(780, 700)
    look.choose(theme, 200)

    for button in page.toolbar.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width()
            corner = button.mapTo(page, button.rect().topRight())
            assert corner.x() <= page.width()


def test_nothing_of_the_chart_is_imported_before_trends_is_opened() -> None:
    words = (
        "import sys, heeldiary.ui.main_window, heeldiary.ui.pages.today;"
        "print([m for m in ('numpy', 'pyqtgraph') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"


def test_days_that_are_gone_give_way_to_the_last_three_months(
    desk: Desk, store: Store, look: Look, qtbot: QtBot
) -> None:
    old = a_reading("low_back", 3, day=FRI - timedelta(days=900))
    write(store, old, a_reading("low_back", 3, day=FRI))
    page = opened(desk, look, qtbot)
    page.chart.show_span(Span(old.day, old.day + timedelta(days=20)))
    desk.apply(Change(label="Gone", edits=(Edit(old, None),)))

    assert page.chart.seen == Span.ending(FRI, 14)
