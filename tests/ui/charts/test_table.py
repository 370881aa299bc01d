from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from heeldiary.analysis.circumstances import circumstances
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.records import SKIPPED, Reading, Record
from heeldiary.ui.charts.table import DayTable, DayTableView
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_flare, a_reading, a_visit
from tests.results import a_crp, a_full_check

WEEK = Span(MON, FRI)


class CountingDiary(PlainDiary):
    """Counts how many days it was asked for."""

    asked = 0

    def readings_on(self, day: date) -> Mapping[str, Reading]:
        self.asked += 1
        return super().readings_on(day)


@pytest.fixture
def diary() -> CountingDiary:
    return CountingDiary(
        a_reading("low_back", 4, day=MON),
        a_reading("low_back", 0, day=TUE),
        a_reading("low_back", SKIPPED, day=WED),
        a_reading("weight", 79.5, day=FRI),
        a_reading("stiffness_minutes", 720, day=FRI),
    )


@pytest.fixture
def table(diary: CountingDiary) -> DayTable:
    table = DayTable()
    factors = factors_of(diary)
    keys = ["low_back", "weight", "stiffness_minutes"]
    table.show(build_panels(diary, factors, keys, WEEK), WEEK, diary, factors)
    return table


def column(table: DayTable, place: int) -> list[str]:
    return [table.data(table.index(row, place)) for row in range(table.rowCount())]


def test_the_newest_day_comes_first(table: DayTable) -> None:
    assert table.day_at(0) == FRI
    assert column(table, 0)[-1].endswith("2026")
    assert table.row_of(THU) == 1


def test_not_recorded_skipped_and_zero_are_three_things(table: DayTable) -> None:
    assert column(table, 1) == ["–", "–", "skipped", "0", "4"]


def test_values_are_said_as_everywhere(table: DayTable) -> None:
    assert column(table, 2)[0].endswith("kg")
    assert column(table, 3)[0] == "all day"


def test_columns_are_named_with_their_unit(table: DayTable) -> None:
    headings = [table.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]

    assert headings == ["Day", "Low back", "Weight, kg", "Morning stiffness, min"]


def test_the_model_keeps_the_rules_of_models(table: DayTable) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert tester.model() is table
    assert table.rowCount(table.index(0, 0)) == 0
    assert table.data(QModelIndex()) is None


def test_forty_years_are_looked_up_only_where_they_are_seen(qtbot: QtBot, look: Look) -> None:
    diary = CountingDiary(a_reading("low_back", 4, day=FRI))
    years = Span.ending(FRI, 14_610)
    factors = factors_of(diary)
    days = DayTable()
    view = DayTableView(look, days)
    qtbot.addWidget(view)
    view.resize(500, 400)
    days.show(build_panels(diary, factors, ["low_back"], years), years, diary, factors)
    view.fit()
    view.show()
    view.grab()

    assert days.rowCount() == 14_610
    assert 0 < diary.asked < 100


def test_enter_chooses_the_day_of_the_row(qtbot: QtBot, look: Look, table: DayTable) -> None:
    view = DayTableView(look, table)
    qtbot.addWidget(view)
    view.show()
    view.setCurrentIndex(table.index(1, 0))
    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [THU]


def told(*records: Record, keys: tuple[str, ...]) -> DayTable:
    diary = PlainDiary(*records)
    factors, table = factors_of(diary), DayTable()
    panels = build_panels(diary, factors, keys, WEEK)
    table.show(panels, WEEK, diary, factors, circumstances(diary, WEEK))
    return table


def test_scores_are_said_to_their_digits_and_a_limit_as_one() -> None:
    check = a_full_check(FRI, tiredness=4.0, axial_pain=4.0)
    table = told(check, a_crp(3.0, MON, below_limit=True), keys=("score:basdai_app", "score:crp"))

    assert column(table, 1)[0] == "4.6"
    assert column(table, 2)[-1] == "< 3"


def test_the_last_column_says_what_else_a_day_was() -> None:
    table = told(a_visit(MON), a_flare(MON, TUE), keys=("low_back",))

    assert table.headerData(2, Qt.Orientation.Horizontal) == "Also"
    assert column(table, 2) == ["", "", "", "flare", "visit, flare"]


def test_without_anything_else_there_is_no_last_column(table: DayTable) -> None:
    assert table.columnCount() == 4
