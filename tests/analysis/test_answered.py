from datetime import timedelta

from heeldiary.analysis.answered import Figures
from heeldiary.analysis.series import daily
from heeldiary.domain.days import Span, number_of
from tests.builders import FRI, MON, THU, TUE, WED

WEEK = Span(MON, MON + timedelta(days=6))


def figures(*values: float, window: Span = WEEK) -> Figures:
    """The figures of a week answered with these values from Monday on."""
    answers = [(number_of(MON) + place, value) for place, value in enumerate(values)]
    return Figures.of(daily(answers, WEEK), window)


def test_figures_stand_on_answered_days_of_all_days() -> None:
    assert (figures(4, 0).answered, figures(4, 0).possible) == (2, 7)


def test_an_answered_zero_counts_and_a_blank_does_not() -> None:
    assert figures(0, 0, 6).mean == 2


def test_days_outside_the_window_do_not_count() -> None:
    assert figures(9, 1, 2, 9, window=Span(TUE, WED)).values == (1, 2)


def test_an_odd_count_has_one_middle() -> None:
    assert figures(9, 1, 4).middle == (4, 4)


def test_an_even_count_has_two_middles() -> None:
    assert figures(9, 1, 4, 5).middle == (4, 5)


def test_the_range_goes_from_the_lowest_to_the_highest_answer() -> None:
    assert figures(9, 1, 4).range == (1, 9)


def test_days_from_a_level_count_the_level_itself() -> None:
    assert figures(6, 7, 8).days_from(7) == 2


def test_a_week_is_seven_days_like_the_answered_ones() -> None:
    assert figures(30, 0, 30, 0).a_week == 105


def test_three_days_are_too_few_to_tell_a_week() -> None:
    assert figures(30, 0, 30).a_week is None


def test_without_an_answer_there_is_no_figure_and_no_zero() -> None:
    empty = figures(1, window=Span(THU, FRI))

    assert (empty.middle, empty.range, empty.mean, empty.a_week) == (None, None, None, None)
