from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heeldiary.analysis.circumstances import Circumstances, FlareBand, circumstances
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.flares import Extent
from heeldiary.domain.movement import MilestoneKind
from heeldiary.ui.charts.marks import LineMarks, PointMarks
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.theme import Look
from tests.builders import FRI, PlainDiary, a_flare, a_reading, a_visit
from tests.medicine_records import NAPROXEN, a_regimen
from tests.moving import a_milestone
from tests.results import a_crp

WHOLE = Span.ending(FRI, 100)
SEEN = Span.ending(FRI, 20)
FEW = Span.ending(FRI, 12)
FLARED = Circumstances(flares=(FlareBand(Span(FRI, FRI), Extent.ALL_OVER),))
_NOT_INVERTED = False


@pytest.fixture
def chart(qtbot: QtBot, look: Look) -> TrendChart:
    diary = PlainDiary(
        *(a_reading("low_back", 4, day=day) for day in FEW),
        *(a_reading("stiffness_minutes", 200, day=day) for day in FEW),
        a_reading("weight", 79.5, day=FRI),
    )
    keys = ["low_back", "stiffness_minutes", "weight", "berries"]
    chart = TrendChart(look)
    qtbot.addWidget(chart)
    chart.resize(800, 600)
    chart.show()
    panels = build_panels(diary, factors_of(diary), keys, WHOLE)
    chart.show_panels(panels, WHOLE, SEEN, FLARED)
    return chart


def test_it_shows_the_days_that_it_is_given(chart: TrendChart) -> None:
    assert chart.seen == SEEN


def test_all_panels_show_the_same_days(chart: TrendChart) -> None:
    chart.show_span(Span.ending(FRI - timedelta(days=10), 30))
    ranges = {tuple(round(end, 3) for end in plot.box.viewRange()[0]) for plot in chart._plots}

    assert len(ranges) == 1


def test_a_move_tells_the_days_seen(chart: TrendChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.span_changed) as moved:
        QTest.keyClick(chart, Qt.Key.Key_PageUp)

    assert moved.args == [Span.ending(SEEN.first - timedelta(days=1), 20)]


def test_home_and_end_show_the_first_and_the_last_days(chart: TrendChart, qtbot: QtBot) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.seen == Span(WHOLE.first, WHOLE.first + timedelta(days=19))

    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.seen == SEEN


def test_one_cannot_get_lost(chart: TrendChart, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, *[Qt.Key.Key_Left] * 60):
        QTest.keyClick(chart, key)
        assert WHOLE.first <= chart.seen.first <= chart.seen.last <= WHOLE.last


def test_plus_and_minus_look_closer_and_from_further_away(chart: TrendChart, qtbot: QtBot) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.seen == Span.ending(FRI, 10)

    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.seen == WHOLE


def test_one_cannot_look_closer_than_at_a_week(chart: TrendChart, qtbot: QtBot) -> None:
    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Plus)

    assert len(chart.seen) == 7


def test_the_keyboard_moves_the_cross_hair_day_by_day(chart: TrendChart, qtbot: QtBot) -> None:
    days: list[date] = []
    chart.day_hovered.connect(days.append)
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert days == [FRI, FRI - timedelta(days=1), FRI - timedelta(days=2)]
    assert all(plot.cross_hair.isVisible() for plot in chart._plots)


def test_the_view_follows_the_cross_hair(chart: TrendChart, qtbot: QtBot) -> None:
    chart.show_day(SEEN.first)
    QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert chart.hovered == SEEN.first - timedelta(days=1)
    assert chart.hovered in chart.seen


def test_enter_chooses_the_day_under_the_cross_hair(chart: TrendChart, qtbot: QtBot) -> None:
    chart.show_day(FRI)
    with qtbot.waitSignal(chart.day_clicked) as chosen:
        QTest.keyClick(chart, Qt.Key.Key_Return)

    assert chosen.args == [FRI]


def middle_of(chart: TrendChart, day: date) -> QPoint:
    box = chart._plots[0].box
    scene = box.mapViewToScene(QPointF((day - date(1970, 1, 1)).days, 5))
    place: QPoint = chart.mapFromScene(scene)
    return place


def test_a_click_chooses_the_day_under_the_mouse(chart: TrendChart, qtbot: QtBot) -> None:
    day = FRI - timedelta(days=5)
    with qtbot.waitSignal(chart.day_clicked) as chosen:
        QTest.mouseClick(
            chart.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            middle_of(chart, day),
        )

    assert chosen.args == [day]


def test_the_cross_hair_follows_the_mouse(chart: TrendChart, qtbot: QtBot) -> None:
    day = FRI - timedelta(days=7)
    with qtbot.waitSignal(chart.day_hovered) as hovered:
        QTest.mouseMove(chart.viewport(), middle_of(chart, day))

    assert hovered.args == [day]


def turn_wheel(chart: TrendChart, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(middle_of(chart, FRI - timedelta(days=10)))
    event = QWheelEvent(
        place,
        chart.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        _NOT_INVERTED,
    )
    QApplication.sendEvent(chart.viewport(), event)


def test_the_wheel_zooms_all_panels(chart: TrendChart) -> None:
    turn_wheel(chart, Qt.KeyboardModifier.NoModifier)

    assert len(chart.seen) < len(SEEN)


def test_on_a_page_that_scrolls_only_the_wheel_with_control_zooms(chart: TrendChart) -> None:
    chart.zooms_by_bare_wheel = False
    turn_wheel(chart, Qt.KeyboardModifier.NoModifier)
    assert chart.seen == SEEN

    turn_wheel(chart, Qt.KeyboardModifier.ControlModifier)
    assert len(chart.seen) < len(SEEN)


def test_a_screen_reader_is_told_the_chart_in_a_sentence(chart: TrendChart) -> None:
    spoken = QAccessible.queryAccessibleInterface(chart)

    assert spoken.text(QAccessible.Text.Name) == "Chart of the trends"
    said = spoken.text(QAccessible.Text.Description)
    assert "Low back, 0–10, 20 days: Low back median 4, answered 12 of 20 days." in said
    assert "Berries not recorded" in said
    assert said.endswith("The same data are in the table.")


def lines_of(chart: TrendChart, panel: int) -> LineMarks:
    marks = chart._plots[panel]._marks[0]
    assert isinstance(marks, LineMarks)
    return marks


def test_stiffness_above_two_hours_is_marked_at_the_top(chart: TrendChart) -> None:
    marks = lines_of(chart, 1)
    over_x, over_y = marks._over.getData()

    assert len(over_x) == len(FEW)
    assert set(over_y) == {120}


def test_a_blank_day_is_a_gap_and_not_a_dot(chart: TrendChart) -> None:
    dots_x, _ = lines_of(chart, 0)._dots.getData()

    assert len(dots_x) == len(FEW)


def test_far_away_there_are_never_thousands_of_dots(qtbot: QtBot, look: Look) -> None:
    years = Span.ending(FRI, 4000)
    diary = PlainDiary(*(a_reading("low_back", 4, day=day) for day in years))
    chart = TrendChart(look)
    qtbot.addWidget(chart)
    chart.resize(800, 600)
    chart.show()
    chart.show_panels(build_panels(diary, factors_of(diary), ["low_back"], years), years, years)
    marks = lines_of(chart, 0)

    assert not marks._dots.isVisible()
    assert len(marks._daily.getData()[0]) < 2000


def test_far_away_a_line_has_few_points_and_keeps_its_dashes(qtbot: QtBot, look: Look) -> None:
    years = Span.ending(FRI, 8000)
    diary = PlainDiary(
        *(a_reading(key, 4, day=day) for day in years for key in ("neck", "knee_left"))
    )
    chart = TrendChart(look)
    qtbot.addWidget(chart)
    chart.resize(800, 600)
    chart.show()
    panels = build_panels(diary, factors_of(diary), ["neck", "knee_left"], years)
    chart.show_panels(panels, years, years)
    knee = chart._plots[0]._marks[1]
    assert isinstance(knee, LineMarks)

    assert chart.weeks_a_point > 1
    assert 10 < len(knee._weekly.getData()[0]) < 150
    assert knee._weekly.opts["pen"].dashPattern()


def day_width(chart: TrendChart) -> float:
    assert chart._rows is not None
    return chart._rows.days.text_width("20 Nov")


def test_text_and_colours_follow_the_look(chart: TrendChart, look: Look) -> None:
    before = day_width(chart)
    look.choose("dark", 200)
    chart.restyle()

    assert day_width(chart) == pytest.approx(2 * before, rel=0.1)
    assert chart.backgroundBrush().color() == look.color("surface")
    assert chart.seen == SEEN


def chart_of(diary: PlainDiary, choice: str | list[str], look: Look, qtbot: QtBot) -> TrendChart:
    chart = TrendChart(look)
    qtbot.addWidget(chart)
    chart.resize(800, 600)
    chart.show()
    panels = build_panels(diary, factors_of(diary), choice, WHOLE)
    chart.show_panels(panels, WHOLE, SEEN, circumstances(diary, WHOLE))
    chart.grab()
    return chart


def test_scores_are_points_hollow_below_the_limit(qtbot: QtBot, look: Look) -> None:
    diary = PlainDiary(a_crp(4.0, FRI, below_limit=True), a_crp(9.0, FRI - timedelta(days=5)))
    marks = chart_of(diary, ["score:crp"], look, qtbot)._plots[0]._marks[0]
    assert isinstance(marks, PointMarks)

    assert marks._values_of.getData()[1].tolist() == [9]
    assert marks._limits_of.getData()[1].tolist() == [4]


def test_the_start_of_a_weight_is_in_view_with_its_lines(qtbot: QtBot, look: Look) -> None:
    start = a_milestone(MilestoneKind.WEIGHT_START, WHOLE.first, 90)
    diary = PlainDiary(start, a_reading("weight", 85, day=FRI))
    chart = chart_of(diary, ["weight"], look, qtbot)
    bottom, top = chart._plots[0].box.viewRange()[1]

    assert "Weight median 85, answered 1 of 20 days; start 90; 5 % less 85" in (
        chart.accessibleDescription()
    )
    assert bottom < 81
    assert top > 90


def test_medicines_visits_and_flares_are_said_in_the_description(qtbot: QtBot, look: Look) -> None:
    diary = PlainDiary(
        NAPROXEN, a_regimen(FRI), a_visit(FRI), a_flare(FRI, FRI), a_reading(day=FRI)
    )
    said = chart_of(diary, ["low_back"], look, qtbot).accessibleDescription()

    assert "Medicines: Naproxen (500 mg, daily)." in said
    assert "Stretches of flare: 1." in said
    assert "Days marked: visit 1." in said


def test_points_are_said_with_the_last_one(qtbot: QtBot, look: Look) -> None:
    diary = PlainDiary(a_crp(9.0, SEEN.first), a_crp(4.0, FRI, below_limit=True))
    said = chart_of(diary, ["score:crp"], look, qtbot).accessibleDescription()

    assert "CRP 2 values, the last < 4" in said


def test_other_days_of_the_same_lines_keep_where_one_looks(chart: TrendChart) -> None:
    boxes = [plot.box for plot in chart._plots]
    diary = PlainDiary(a_reading("low_back", 9, day=FRI))
    keys = ["low_back", "stiffness_minutes", "weight", "berries"]
    chart.take(build_panels(diary, factors_of(diary), keys, WHOLE), Circumstances())

    assert [plot.box for plot in chart._plots] == boxes
    assert chart.seen == SEEN
    assert lines_of(chart, 0)._dots.getData()[1].tolist() == [9]
    assert "low back median 9" in chart.accessibleDescription().lower()
