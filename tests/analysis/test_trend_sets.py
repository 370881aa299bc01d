import pytest
from numpy import nan

from heeldiary.analysis.trend_panels import Panel, Style
from heeldiary.analysis.trend_sets import (
    TREND_SETS,
    build_panels,
    find_set,
)
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import SKIPPED, OwnFactor, Record
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, TUE, WED, PlainDiary, a_reading
from tests.results import a_crp, a_full_check

WEEK = Span(MON, FRI)


def panels_of(choice: str | list[str], *records: Record) -> tuple[Panel, ...]:
    diary = PlainDiary(*records)
    return build_panels(diary, factors_of(diary), choice, WEEK)


def headings(choice: str | list[str], *records: Record) -> list[str]:
    return [panel.heading for panel in panels_of(choice, *records)]


@pytest.mark.parametrize("name", ["pain_and_food", "Pain and food", " PAIN AND FOOD"])
def test_a_set_is_found_by_its_key_and_by_its_readable_name(name: str) -> None:
    assert find_set(name).key == "pain_and_food"


def test_an_unknown_set_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refused, match="pain_and_weight"):
        find_set("pain and weather")


@pytest.mark.parametrize("name", [known.key for known in TREND_SETS])
def test_every_ready_made_set_begins_with_pain(name: str) -> None:
    first = panels_of(name)[0]

    assert first.title == "Pain"
    assert (first.minimum, first.maximum) == (0, 10)


def test_the_sides_of_the_heels_are_different_lines() -> None:
    pain = panels_of(
        "pain_and_weight", a_reading("under_heel_left", 6), a_reading("achilles_mid_left", 2)
    )[0]
    worst = {line.key: line.series.values for line in pain.lines}

    assert worst["worst_heel_left"] == pytest.approx([6, nan, nan, nan, nan], nan_ok=True)
    assert worst["worst_heel_right"] == pytest.approx([nan] * 5, nan_ok=True)


def test_stiffness_ends_at_two_hours_but_keeps_its_values() -> None:
    stiffness = panels_of(["stiffness_minutes"], a_reading("stiffness_minutes", 720))[0]

    assert stiffness.maximum == 120
    assert stiffness.lines[0].series.values[0] == 720


def test_ratings_share_a_panel_of_four_at_most() -> None:
    sites = ["neck", "mid_back", "low_back", "hip_left", "hip_right"]
    panels = panels_of(sites)

    assert [len(panel.lines) for panel in panels] == [2, 3]


def test_pain_and_other_ratings_have_panels_of_their_own() -> None:
    assert headings(["neck", "low_back", "fatigue", "stress"]) == ["Pain, 0–10", "Ratings, 0–10"]


def test_minutes_and_counts_are_bars_and_weight_is_a_line() -> None:
    styles = [p.style for p in panels_of(["high_impact_minutes", "berries", "weight"])]

    assert styles == [Style.BARS, Style.BARS, Style.LINE]


def test_a_panel_of_one_line_bears_its_name() -> None:
    assert headings(["low_back", "weight"]) == ["Low back, 0–10", "Weight, kg"]


def test_the_owners_own_rows_can_be_drawn() -> None:
    sauna = OwnFactor(key="sauna", name="Sauna", measure=Kind.YES_NO, maximum=1)

    assert headings(["sauna"], sauna) == ["Sauna, 0 no, 1 yes"]


def test_a_line_chosen_twice_is_drawn_once() -> None:
    assert len(panels_of(["low_back", "low_back"])[0].lines) == 1


def test_an_unknown_line_is_refused() -> None:
    with pytest.raises(Refused, match="no row called"):
        panels_of(["left_wing"])


def test_a_day_of_food_is_the_sum_of_what_was_answered() -> None:
    records = [
        a_reading("berries", 2),
        a_reading("oily_fish", 1),
        a_reading("berries", 0, day=TUE),
        a_reading("berries", SKIPPED, day=WED),
    ]
    food = panels_of(["foods_to_include"], *records)[0]

    assert food.lines[0].series.values == pytest.approx([3, 0, nan, nan, nan], nan_ok=True)


def test_of_the_scores_a_set_draws_those_that_there_are() -> None:
    drawn = headings("scores_and_labs", a_full_check(), a_crp(5.0))

    assert drawn == ["Pain, 0–10", "BASDAI-type (app wording), 0–10", "ASDAS-CRP", "CRP, mg/L"]


def test_pain_and_food_has_one_line_of_food_and_its_parts() -> None:
    assert headings("pain_and_food")[1:] == [
        "Food score, servings to include minus to limit",
        "Foods to include, servings",
        "Foods to limit, servings",
    ]
