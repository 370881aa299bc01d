from datetime import timedelta

from PySide6.QtWidgets import QApplication

from heeldiary.analysis.circumstances import DayMark, MarkKind
from heeldiary.domain.days import Span, number_of
from heeldiary.ui.charts.mark_row import MarkRow, placed_marks
from heeldiary.ui.charts.strokes import lettering
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, TUE

LOW, HIGH = number_of(MON) - 1, number_of(FRI) + 1
VISIT, LAB, PROCEDURE = MarkKind.VISIT, MarkKind.LAB, MarkKind.PROCEDURE


def labels(*marks: DayMark, width: float) -> list[str]:
    placed = placed_marks(marks, LOW, HIGH, width, lambda text: 10.0 * len(text))
    return [mark.label for mark in placed]


def test_without_marks_nothing_is_placed() -> None:
    assert labels(width=300) == []


def test_where_there_is_room_marks_are_named_by_a_word() -> None:
    assert labels(DayMark(MON, VISIT), DayMark(FRI, LAB), width=600) == ["Visit", "Lab"]


def test_with_less_room_all_are_named_by_a_letter() -> None:
    marks = (DayMark(MON, PROCEDURE), DayMark(TUE, VISIT))

    assert labels(*marks, width=180) == ["P", "V"]


def test_where_there_is_no_room_the_visit_is_named() -> None:
    marks = (DayMark(MON, LAB), DayMark(TUE, VISIT))

    assert labels(*marks, width=60) == ["", "V"]


def test_marks_of_one_day_share_a_tick() -> None:
    assert labels(DayMark(MON, VISIT), DayMark(MON, LAB), width=600) == ["Lab + Visit"]


def test_days_out_of_view_have_no_tick() -> None:
    assert labels(DayMark(MON - timedelta(days=3), VISIT), width=600) == []


def test_the_row_takes_no_room_without_marks(qapp: QApplication, look: Look) -> None:
    row = MarkRow(lettering(look), look.color("axis"))
    row.take([DayMark(FRI, VISIT)])
    assert row.minimumHeight() > 0

    row.take([])
    assert row.minimumHeight() == row.maximumHeight() == 0


def test_a_note_has_no_tick(qapp: QApplication, look: Look) -> None:
    row = MarkRow(lettering(look), look.color("axis"))
    row.resize(500, 20)
    row.take([DayMark(day, MarkKind.NOTE) for day in Span(MON, FRI)])
    row.show_range(LOW, HIGH)

    assert row.placed() == []
