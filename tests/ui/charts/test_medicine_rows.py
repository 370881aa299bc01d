from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from heeldiary.analysis.circumstances import MedicineStrip, circumstances
from heeldiary.domain.days import Span, number_of
from heeldiary.domain.medicines import Medicine
from heeldiary.ui.charts.medicine_rows import (
    MOST_ROWS,
    MedicineRows,
    PlacedPeriod,
    PlacedRow,
    placed_row,
    words_with_room,
)
from heeldiary.ui.charts.strokes import lettering
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary
from tests.medicine_records import NAPROXEN, a_regimen

LOW, HIGH = number_of(MON) - 0.5, number_of(FRI) + 0.5
BEFORE = MON - timedelta(days=40)


def strip_of(*periods: tuple[date, date | None]) -> MedicineStrip:
    regimens = (a_regimen(first, last_day=last) for first, last in periods)
    around = circumstances(PlainDiary(NAPROXEN, *regimens), Span(BEFORE, FRI))
    return around.medicines[0]


def row_of(*periods: tuple[date, date | None]) -> PlacedRow:
    return placed_row(strip_of(*periods), LOW, HIGH, 500, FRI)


def test_a_strip_has_the_days_of_its_period() -> None:
    (period,) = row_of((TUE, WED)).periods

    assert (period.left, period.right) == pytest.approx((100, 300))
    assert (period.begins, period.ends) == (True, True)


def test_what_goes_on_is_open_at_the_last_day() -> None:
    (period,) = row_of((TUE, None)).periods

    assert period.right == pytest.approx(500)
    assert not period.ends


def test_what_began_before_the_view_is_open_at_its_beginning() -> None:
    (period,) = row_of((BEFORE, TUE)).periods

    assert period.left == 0
    assert not period.begins


def test_a_period_out_of_view_is_not_placed() -> None:
    assert row_of((BEFORE, BEFORE)).periods == []


def words(row: PlacedRow) -> list[tuple[float, str]]:
    def elided(text: str, mode: Qt.TextElideMode, room: float) -> str:
        fits = len(text) * 10 <= room
        return text if fits else text[: int(room / 10) - 1] + "…"

    width: Callable[[str], float] = lambda text: 10.0 * len(text)  # noqa: E731
    return list(words_with_room(row, elided, width))


def placed(left: float, right: float, after: float, label: str = "5 mg") -> PlacedPeriod:
    return PlacedPeriod(
        left=left, right=right, label=label, room=after - left, begins=True, ends=True
    )


def test_words_stand_on_a_strip_that_has_room() -> None:
    assert words(PlacedRow("Abc", [placed(0, 200, 200)])) == [(5, "Abc, 5 mg")]


def test_words_stand_behind_a_short_strip() -> None:
    assert words(PlacedRow("Abc", [placed(0, 20, 300)])) == [(25, "Abc, 5 mg")]


def test_words_stand_before_a_strip_at_the_end() -> None:
    ((at, said),) = words(PlacedRow("Abc", [placed(280, 300, 300)]))

    assert said == "Abc, 5 mg"
    assert at + 90 < 280


def test_the_name_stands_once() -> None:
    row = PlacedRow("Abc", [placed(0, 200, 200), placed(200, 400, 400, "9 mg")])

    assert [said for _, said in words(row)] == ["Abc, 5 mg", "9 mg"]


def test_the_name_stands_with_the_first_words_that_have_room() -> None:
    row = PlacedRow("Abc", [placed(0, 10, 10), placed(10, 300, 300, "9 mg")])

    assert [said for _, said in words(row)] == ["Abc, 9 mg"]


def test_words_with_little_room_are_shortened() -> None:
    assert [said for _, said in words(PlacedRow("Abcdefgh", [placed(0, 80, 80)]))] == ["Abcdef…"]


def test_words_of_neighbours_do_not_overlap() -> None:
    row = PlacedRow("Abc", [placed(100, 110, 120), placed(120, 125, 400, "9 mg")])
    (first, said), (second, _) = words(row)

    assert first + 10 * len(said) <= second


@pytest.fixture
def rows(qapp: QApplication, look: Look) -> MedicineRows:
    rows = MedicineRows(lettering(look), look)
    rows.resize(500, 100)
    return rows


def test_only_medicines_in_view_have_a_row(rows: MedicineRows) -> None:
    rows.take([strip_of((BEFORE, BEFORE)), strip_of((THU, None))], FRI)
    rows.show_range(LOW, HIGH)
    assert len(rows.rows()) == 1
    assert rows.minimumHeight() == rows.height > 0

    rows.show_range(number_of(BEFORE) + 1, number_of(MON))
    assert rows.rows() == []
    assert rows.minimumHeight() == 0


def test_of_too_many_medicines_those_begun_last_are_drawn(rows: MedicineRows) -> None:
    medicines = [Medicine(id=f"m{n}", name=f"Medicine {n}") for n in range(MOST_ROWS + 3)]
    regimens = [
        a_regimen(BEFORE + timedelta(days=n), id=f"r{n}", medicine=each.id)
        for n, each in enumerate(medicines)
    ]
    around = circumstances(PlainDiary(*medicines, *regimens), Span(BEFORE, FRI))
    rows.take(around.medicines, FRI)
    rows.show_range(LOW, HIGH)

    assert [row.name for row in rows.rows()][-1] == f"Medicine {MOST_ROWS + 2}"
    assert len(rows.rows()) == MOST_ROWS
