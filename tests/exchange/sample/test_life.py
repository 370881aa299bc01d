"""A made-up diary looks like a life: pain, flares, holes, seasons, weekends."""

from datetime import timedelta
from itertools import pairwise
from statistics import correlation, fmean, median

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.factor import ALL_DAY
from heeldiary.domain.movement import Impact
from heeldiary.domain.records import (
    Origin,
    Skipped,
)
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from tests.exchange.sample.diaries import (
    ELSEWHERE,
    SEEDS,
    a_diary,
    answers,
    days_of,
    flares_of,
    mean_of,
    medicine_day,
    minutes,
    readings_of,
    the_span,
)


@pytest.mark.parametrize("seed", SEEDS)
def test_some_days_are_filled_in_later_but_most_the_same_evening(seed: int) -> None:
    readings = readings_of(a_diary(seed))

    later = [r.origin for r in readings].count(Origin.LATER) / len(readings)

    assert 0.02 < later < 0.15


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tenth_to_a_third_of_the_days_is_missing(seed: int) -> None:
    missing = 1 - len(days_of(a_diary(seed))) / len(the_span())

    assert 0.1 < missing < 0.33


@pytest.mark.parametrize("seed", SEEDS)
def test_weekends_are_missed_more_often_than_weekdays(seed: int) -> None:
    kept = days_of(a_diary(seed, 4))
    missed = {True: 0, False: 0}
    for day in the_span(4):
        missed[day.weekday() >= 5] += day not in kept

    assert missed[True] / 2 > 1.2 * missed[False] / 5


@pytest.mark.parametrize("seed", SEEDS)
def test_somewhere_a_month_was_forgotten(seed: int) -> None:
    days = sorted(days_of(a_diary(seed)))

    assert 25 <= max((b - a).days for a, b in pairwise(days)) <= 75


@pytest.mark.parametrize("seed", SEEDS)
def test_the_weeks_before_the_last_day_are_no_hole(seed: int) -> None:
    kept = days_of(a_diary(seed))

    assert sum(day in kept for day in Span.ending(SAMPLE_LAST_DAY, 14)) >= 9


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("site", ["low_back", "first_step_left", "achilles_insertion_right"])
def test_pain_remembers_yesterday(site: str, seed: int) -> None:
    series = answers(site, seed)
    pairs = [(v, series[d + timedelta(1)]) for d, v in series.items() if d + timedelta(1) in series]

    assert 0.4 < correlation(*zip(*pairs, strict=True)) < 0.9


@pytest.mark.parametrize("seed", SEEDS)
def test_one_heel_is_clearly_worse_than_the_other(seed: int) -> None:
    left, right = (
        fmean(answers(f"under_heel_{side}", seed).values()) for side in ("left", "right")
    )

    assert abs(left - right) > 1


@pytest.mark.parametrize("seed", SEEDS)
def test_there_are_some_flares_in_every_year(seed: int) -> None:
    assert 2 <= flares_of(seed, years=4) / 4 <= 7


@pytest.mark.parametrize("seed", SEEDS)
def test_flares_hurt_and_stiffen_more_than_other_days(seed: int) -> None:
    words = answers("flare_today", seed)
    for factor, at_least in (("night_pain", 1.0), ("stiffness_minutes", 20.0), ("fatigue", 0.5)):
        series = {day: v for day, v in answers(factor, seed).items() if day in words}
        flaring = mean_of(series, lambda day: words[day] > 0)
        assert flaring > mean_of(series, lambda day: words[day] == 0) + at_least


def test_some_flares_are_in_a_few_areas_and_some_all_over() -> None:
    assert set(answers("flare_today").values()) == {0.0, 1.0, 2.0}


@pytest.mark.parametrize("seed", SEEDS)
def test_stiffness_is_mostly_short_and_sometimes_all_day(seed: int) -> None:
    minutes = answers("stiffness_minutes", seed, 4).values()

    assert 15 <= median(minutes) <= 60
    assert fmean(minutes) > median(minutes)
    assert all(value % 5 == 0 for value in minutes)
    assert ALL_DAY in minutes


@pytest.mark.parametrize("seed", SEEDS)
def test_pain_is_a_little_lower_some_weeks_after_the_medicine_began(seed: int) -> None:
    started = medicine_day(seed)
    quiet = {day for day, word in answers("flare_today", seed).items() if not word}
    series = {day: v for day, v in answers("low_back", seed).items() if day in quiet}
    before = mean_of(series, lambda day: day < started)
    after = mean_of(series, lambda day: (day - started).days > 35)

    assert 0.6 < before - after < 2.2


@pytest.mark.parametrize("seed", SEEDS)
def test_the_medicine_begins_at_about_sixty_percent_of_the_way(seed: int) -> None:
    gone = (medicine_day(seed) - the_span().first).days / len(the_span())

    assert gone == pytest.approx(0.6, abs=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_running_has_seasons(seed: int) -> None:
    running = minutes(Impact.HIGH, seed)

    assert mean_of(running, lambda day: day.month in (4, 5, 8)) > 4
    assert mean_of(running, lambda day: day.month in (11, 12, 1, 2)) == 0


def test_the_worse_achilles_is_a_little_sorer_the_day_after_a_long_run() -> None:
    runs = minutes(Impact.HIGH, 1, 10)
    sore = max(
        (answers(f"achilles_insertion_{side}", 1, 10) for side in ("left", "right")),
        key=lambda series: fmean(series.values()),
    )
    rises = [sore[d + timedelta(1)] - sore[d] for d, m in runs.items() if m >= 50 and d in sore
             and d + timedelta(1) in sore]  # fmt: skip

    assert len(rises) > 50
    assert 0.2 < fmean(rises) < 1.5


@pytest.mark.parametrize("factor", ["alcohol_units", "sugar_and_sweets"])
def test_weekends_show_at_the_table(factor: str) -> None:
    series = answers(factor)

    assert mean_of(series, lambda day: day.weekday() in (4, 5)) > 1.2 * mean_of(
        series, lambda day: day.weekday() < 4
    )


def test_stress_is_lower_on_saturdays_than_on_mondays() -> None:
    stress = answers("stress")
    monday = mean_of(stress, lambda day: day.weekday() == 0)

    assert monday > mean_of(stress, lambda day: day.weekday() == 5) + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_weight_is_taken_about_twice_a_week_and_moves_slowly(seed: int) -> None:
    weights = answers("weight", seed)

    assert 1 < len(weights) / len(the_span()) * 7 < 2.2
    assert all(abs(b - a) < 3 for a, b in pairwise(weights.values()))
    assert len(set(weights.values())) > 20


@pytest.mark.parametrize("seed", SEEDS)
def test_zeros_skips_and_blanks_are_all_there(seed: int) -> None:
    readings = readings_of(a_diary(seed))
    skips = [r for r in readings if isinstance(r.value, Skipped)]
    reached = len(answers("low_back", seed))

    assert sum(value == 0 for value in answers("high_impact_minutes", seed).values()) > 200
    assert 0.002 < len(skips) / len(readings) < 0.03
    assert reached < len(days_of(readings))


def test_other_places_hurt_now_and_then() -> None:
    for site in ELSEWHERE:
        assert 0 < len(answers(site, 1, 6)) < 0.15 * len(days_of(a_diary(1, 6)))


def test_forty_years_stay_plausible_in_every_decade() -> None:
    pain = answers("low_back", 1, 40)
    for decade in range(4):
        first = the_span(40).first + timedelta(days=3652 * decade)
        years = Span(first, first + timedelta(days=3600))
        values = [value for day, value in pain.items() if day in years]
        assert len(values) > 2500
        assert 1.5 < fmean(values) < 6.5
        assert len(set(values)) >= 7
