from heeldiary.analysis.trend_panels import Level
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.analysis.weight_levels import weight_levels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.movement import MilestoneKind
from tests.builders import FRI, MON, TUE, PlainDiary
from tests.moving import a_milestone

START = MilestoneKind.WEIGHT_START


def test_without_a_start_there_is_no_level() -> None:
    assert weight_levels(PlainDiary(a_milestone(MilestoneKind.OWN, MON, 80))) == ()


def test_the_newest_start_has_lines_5_and_10_percent_below() -> None:
    diary = PlainDiary(a_milestone(START, MON, 90), a_milestone(START, TUE, 80))

    assert weight_levels(diary) == (
        Level(80, "start"),
        Level(76, "5 % less"),
        Level(72, "10 % less"),
    )


def test_a_start_that_was_ended_has_no_levels() -> None:
    assert weight_levels(PlainDiary(a_milestone(START, MON, 80, ended_on=TUE))) == ()


def test_a_start_that_nobody_weighs_has_no_levels() -> None:
    assert weight_levels(PlainDiary(a_milestone(START, MON, 3))) == ()


def test_the_levels_are_drawn_in_the_panel_of_weight_alone() -> None:
    diary = PlainDiary(a_milestone(START, MON, 80))
    panels = build_panels(diary, factors_of(diary), ["low_back", "weight"], Span(MON, FRI))

    assert [len(panel.levels) for panel in panels] == [0, 3]
