from datetime import date

import pytest

from heeldiary.analysis.answered import Figures
from heeldiary.domain.days import Span
from heeldiary.domain.factors import CATALOGUE
from heeldiary.reports.words import Words, say_day, say_days, say_span

PAIN = CATALOGUE["low_back"]
STIFFNESS = CATALOGUE["stiffness_minutes"]
WALK = CATALOGUE["low_impact_minutes"]
ENGLISH = Words()


def figures(*values: float) -> Figures:
    return Figures(tuple(sorted(values)), 28)


def test_a_day_is_said_the_same_on_every_machine() -> None:
    assert say_day(date(2026, 3, 1)) == "1 Mar 2026"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 9, 1), date(2026, 11, 20), "1 Sep – 20 Nov 2026"),
        (date(2026, 9, 14), date(2026, 9, 18), "14–18 Sep 2026"),
        (date(2025, 9, 1), date(2026, 9, 20), "1 Sep 2025 – 20 Sep 2026"),
        (date(2026, 9, 1), date(2026, 9, 1), "1 Sep 2026"),
    ],
)
def test_a_span_names_each_month_and_year_once(first: date, last: date, said: str) -> None:
    assert say_span(Span(first, last)) == said


def test_one_day_is_not_one_days() -> None:
    assert (say_days(0), say_days(1), say_days(2)) == ("0 days", "1 day", "2 days")


@pytest.mark.parametrize(
    ("value", "said"), [(4, "4"), (4.5, "4.5"), (4.04, "4"), (-0.04, "0"), (-1.25, "−1.2")]
)
def test_a_figure_has_no_needless_places(value: float, said: str) -> None:
    assert ENGLISH.figure(value) == said


def test_a_figure_has_the_readers_decimal_sign() -> None:
    assert Words(",").figure(4.5) == "4,5"


def test_whole_tens_keep_their_zero() -> None:
    assert ENGLISH.figure(120, 0) == "120"


@pytest.mark.parametrize(("value", "said"), [(1, "+1"), (0.04, "0"), (0, "0"), (-2, "−2")])
def test_a_change_carries_its_sign(value: float, said: str) -> None:
    assert ENGLISH.signed(value) == said


def test_a_median_lies_half_way_between_the_middle_answers() -> None:
    assert ENGLISH.median(figures(3, 4), PAIN) == "3.5"


def test_a_median_of_nothing_is_a_dash() -> None:
    assert (ENGLISH.median(figures(), PAIN), ENGLISH.range(figures(), PAIN)) == ("–", "–")


def test_nothing_lies_half_way_between_an_hour_and_all_day() -> None:
    assert ENGLISH.median(figures(60, 720), STIFFNESS) == "60 to all day"


def test_all_day_is_said_as_all_day() -> None:
    assert ENGLISH.median(figures(720, 720), STIFFNESS) == "all day"


def test_a_range_up_to_all_day_says_so() -> None:
    assert ENGLISH.range(figures(10, 720), STIFFNESS) == "10 to all day"


def test_a_range_of_one_value_is_that_value() -> None:
    assert ENGLISH.range(figures(5, 5), PAIN) == "5"


def test_720_minutes_of_walking_are_720_minutes() -> None:
    assert ENGLISH.median(figures(720), WALK) == "720"


def test_the_change_is_the_difference_of_the_medians() -> None:
    assert ENGLISH.change(figures(3, 4), figures(5), PAIN) == "−1.5"


@pytest.mark.parametrize("other", [figures(), figures(720)])
def test_no_change_is_reckoned_with_a_blank_or_all_day(other: Figures) -> None:
    assert ENGLISH.change(figures(30), other, STIFFNESS) == "–"


@pytest.mark.parametrize(
    ("unit", "said", "lost"),
    [("kg", "80 kg", "−2 kg"), ("lb", "176.4 lb", "−4.4 lb"), ("st", "12 st 8.4 lb", "−4.4 lb")],
)
def test_a_weight_is_said_in_the_unit_that_was_chosen(unit: str, said: str, lost: str) -> None:
    words = Words(".", unit)
    assert words.weight(80.0) == said
    assert words.weight_change(-2.0) == lost
