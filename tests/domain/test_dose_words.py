"""Doses and schedules in words."""

from typing import Any

import pytest

from heeldiary.domain.dose_words import (
    CLASS_NAMES,
    STATE_NAMES,
    amount_words,
    dose_words,
    late_words,
    limit_words,
    regimen_words,
    schedule_words,
    short_words,
)
from heeldiary.domain.medicines import DoseState, MedicineClass, Schedule
from heeldiary.domain.shape import Step
from tests.medicine_records import a_regimen

TAPER = a_regimen(
    schedule=Schedule.TAPER,
    dose=None,
    times=("08:00",),
    steps=(Step(dose=20.0, days=7), Step(dose=12.5, days=7), Step(dose=5.0, days=1)),
)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "daily"),
        ({"times": ("08:00",)}, "daily at 08:00"),
        ({"times": ("20:00", "08:00")}, "twice a day at 08:00 and 20:00"),
        (
            {"times": ("08:00", "14:00", "20:00")},
            "3 times a day at 08:00, 14:00 and 20:00",
        ),
        ({"schedule": Schedule.WEEKDAYS, "weekdays": (1,)}, "weekly on Monday"),
        ({"schedule": Schedule.WEEKDAYS, "weekdays": (4, 1)}, "on Monday and Thursday"),
        ({"schedule": Schedule.WEEKDAYS, "weekdays": tuple(range(1, 8))}, "daily"),
        ({"schedule": Schedule.EVERY_N_DAYS, "every": 1}, "daily"),
        ({"schedule": Schedule.EVERY_N_DAYS, "every": 14}, "every 2 weeks"),
        ({"schedule": Schedule.EVERY_N_DAYS, "every": 10}, "every 10 days"),
        ({"schedule": Schedule.AS_NEEDED, "times": ("08:00",)}, "as needed"),
    ],
)
def test_a_schedule_is_said_in_words(fields: dict[str, Any], words: str) -> None:
    assert schedule_words(a_regimen(**fields)) == words


def test_a_dose_has_its_amount_and_unit() -> None:
    assert dose_words(a_regimen(dose=12.5), ",") == "12,5 mg"


def test_a_dose_that_was_not_recorded_is_not_said() -> None:
    assert regimen_words(a_regimen(dose=None)) == "daily"


def test_an_amount_without_a_unit_is_a_figure() -> None:
    assert amount_words(2.0, "") == "2"


def test_a_taper_is_said_step_by_step() -> None:
    assert dose_words(TAPER) == "20 mg for 7 days, then 12.5 mg for 7 days, then 5 mg for 1 day"


def test_under_a_chart_a_taper_is_short() -> None:
    assert short_words(TAPER) == "20 to 5 mg, taper"


def test_under_a_chart_the_times_are_left_out() -> None:
    assert short_words(a_regimen(times=("08:00", "20:00"))) == "500 mg, twice a day"


def test_a_limit_is_the_owners() -> None:
    regimen = a_regimen(schedule=Schedule.AS_NEEDED, dose=1.0, unit="tablet", daily_limit=4.0)

    assert limit_words(regimen) == "at most 4 tablets a day as you set it"
    assert regimen_words(regimen) == "1 tablet, as needed, at most 4 tablets a day as you set it"


def test_a_limit_says_nothing_for_a_planned_dose() -> None:
    assert limit_words(a_regimen(daily_limit=4.0)) == ""


@pytest.mark.parametrize(
    ("days", "words"), [(0, ""), (1, "1 day late"), (3, "3 days late"), (-1, "1 day early")]
)
def test_days_late_are_said(days: int, words: str) -> None:
    assert late_words(days) == words


def test_every_class_and_state_has_a_name() -> None:
    assert set(CLASS_NAMES) == set(MedicineClass)
    assert set(STATE_NAMES) == set(DoseState)


@pytest.mark.parametrize(
    ("every", "said"),
    [
        (1, "daily"),
        (7, "weekly"),
        (10, "every 10 days"),
        (28, "every 4 weeks"),
        (56, "every 8 weeks"),
    ],
)
def test_whole_weeks_between_doses_are_said_as_weeks(every: int, said: str) -> None:
    assert schedule_words(a_regimen(schedule=Schedule.EVERY_N_DAYS, every=every)) == said


def test_a_pause_in_a_taper_is_no_dose_of_zero() -> None:
    steps = (Step(dose=10.0, days=7), Step(dose=0.0, days=2), Step(dose=5.0, days=1))
    taper = a_regimen(schedule=Schedule.TAPER, dose=None, steps=steps)

    assert dose_words(taper) == "10 mg for 7 days, then none for 2 days, then 5 mg for 1 day"
