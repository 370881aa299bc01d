"""The painted time line of medicines: rows, bars, days, and what it says."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from heeldiary.analysis.medication import periods
from heeldiary.domain.days import Span
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.medicine_timeline import MedicineTimeline, tick_words, ticks
from tests.builders import FRI, MON, TUE, WED
from tests.medicine_records import NAPROXEN, PEN, a_regimen

WEEK = Span(MON, MON + timedelta(days=6))
REGIMENS = (
    a_regimen(MON, last_day=TUE),
    a_regimen(WED, dose=250.0),
    a_regimen(FRI, id="pen", medicine="pen", dose=40.0),
)


@pytest.fixture
def timeline(qtbot: QtBot, look: Look, in_english: None) -> MedicineTimeline:
    line = MedicineTimeline(look)
    qtbot.addWidget(line)
    line.resize(712, 200)
    line.show_periods(periods([NAPROXEN, PEN], REGIMENS), WEEK)
    return line


def test_each_medicine_has_a_row(timeline: MedicineTimeline) -> None:
    assert [(name, len(held)) for name, held in timeline.rows] == [("Naproxen", 2), ("Pen", 1)]


def test_the_height_follows_the_rows(timeline: MedicineTimeline) -> None:
    before = timeline.sizeHint().height()
    timeline.show_periods(timeline.rows[0][1], WEEK)

    assert timeline.sizeHint().height() < before


def test_a_bar_is_as_long_as_its_days(timeline: MedicineTimeline) -> None:
    (_, (first, second)), _ = timeline.rows

    assert timeline.bar(0, first).width() == 200
    assert timeline.bar(0, second).left() == timeline.bar(0, first).left() + 200
    assert timeline.bar(0, second).width() == 500


def test_a_bar_is_never_too_thin_to_see(timeline: MedicineTimeline) -> None:
    first = timeline.rows[0][1][0]
    timeline.show_periods([first], Span(date(1990, 1, 1), FRI))

    assert timeline.bar(0, first).width() >= 3


def test_the_time_line_is_said_in_a_sentence(timeline: MedicineTimeline) -> None:
    assert timeline.accessibleDescription() == (
        "From 16 Nov 2026 to 22 Nov 2026; medicines: 2, periods: 3. The table below has them all."
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("days", [7, 90, 365, 14_600])
def test_it_is_painted_in_every_theme_and_length(
    timeline: MedicineTimeline, look: Look, theme: str, days: int
) -> None:
    look.choose(theme, 200)
    timeline.show_periods(periods([NAPROXEN, PEN], REGIMENS), Span.ending(FRI, days))

    image = timeline.grab().toImage()

    colours = {image.pixelColor(x, 60).name() for x in range(0, image.width(), 2)}
    assert len(colours) > 1


def test_what_began_before_what_is_shown_has_no_edge_on_the_left(
    timeline: MedicineTimeline,
) -> None:
    def left_edge(first_day: date) -> str:
        (period,) = periods([NAPROXEN], [a_regimen(first_day)])
        timeline.show_periods([period], WEEK)
        box = timeline.bar(0, period)
        return timeline.grab().toImage().pixelColor(box.left(), box.bottom() - 4).name()

    assert left_edge(MON) == timeline.look.color("accent").name()
    assert left_edge(MON - timedelta(days=1)) == timeline.look.color("accent_soft").name()


def test_pointing_at_a_bar_says_what_it_is(timeline: MedicineTimeline) -> None:
    timeline.show()
    bar = timeline.bar(0, timeline.rows[0][1][0])
    where = timeline.mapToGlobal(bar.center())

    QApplication.sendEvent(timeline, QHelpEvent(QEvent.Type.ToolTip, bar.center(), where))

    assert "Naproxen, 500 mg, daily: 16 Nov 2026 – 17 Nov 2026" in QToolTip.text()
    assert timeline._tip(QPoint(0, 0)) == ""


@pytest.mark.parametrize(
    ("days", "first", "words"),
    [
        (28, date(2026, 10, 26), "26 Oct 2026"),
        (200, date(2026, 6, 1), "Jun 2026"),
        (5 * 365, date(2022, 1, 1), "2022"),
        (40 * 365, date(1990, 1, 1), "1990"),
    ],
)
def test_the_days_below_are_as_fine_as_there_is_room(
    in_english: None, days: int, first: date, words: str
) -> None:
    span = Span.ending(FRI, days)
    found = ticks(span, 8)

    assert found[0] == first
    assert 1 < len(found) <= 8
    assert tick_words(found[0], span) == words


def test_without_room_there_are_no_days_below() -> None:
    assert ticks(Span(date(1700, 1, 1), FRI), 2) == ()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("days", [7, 28, 41, 90, 200, 365, 14_600])
def test_the_days_below_are_in_sight_and_apart(
    timeline: MedicineTimeline, look: Look, percent: int, days: int
) -> None:
    look.choose("light", percent)
    for last in (FRI, date(2026, 10, 2), date(2026, 1, 1)):
        timeline.show_periods(periods([NAPROXEN, PEN], REGIMENS), Span.ending(last, days))
        boxes = [box for box, _ in timeline.axis_words()]

        assert boxes
        assert boxes[0].left() >= 0
        assert boxes[-1].right() < timeline.width()
        for one, other in pairwise(boxes):
            assert one.right() < other.left()
