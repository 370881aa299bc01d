"""What is recorded of medicines, in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from heeldiary.analysis.medication import NsaidUse
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import DoseState, Schedule
from heeldiary.domain.regimens import AsNeeded, as_needed_on, next_due
from heeldiary.ui.widgets.medicine_words import (
    as_needed_words,
    dose_row,
    earlier_row,
    next_words,
    nsaid_words,
    place_words,
    side_effect_row,
)
from tests.builders import FRI, MON, TUE, WED
from tests.medicine_records import NAPROXEN, a_dose, a_regimen, a_side_effect

pytestmark = pytest.mark.usefixtures("in_english")

NEEDED = a_regimen(schedule=Schedule.AS_NEEDED, unit="tablet", daily_limit=4.0)
NAMES = {"naproxen": "Naproxen"}
USE = NsaidUse(score=43.214, recorded=22, days=28, without_equivalent=(), unclear=0)


def today(regimen: object = NEEDED, *amounts: float | None, unit: str = "tablet") -> AsNeeded:
    doses = [a_dose(FRI, id=str(n), amount=amount, unit=unit) for n, amount in enumerate(amounts)]
    (day,) = as_needed_on([regimen], doses, FRI)  # type: ignore[list-item]
    return day


def test_doses_as_needed_stand_beside_the_limit_of_the_owner() -> None:
    assert as_needed_words(today(NEEDED, 2.0, 1.0)) == (
        "Today: 3 of at most 4 tablets, as you set it"
    )


def test_without_a_limit_only_the_sum_is_said() -> None:
    assert as_needed_words(today(replace(NEEDED, daily_limit=None), 1.0)) == "Today: 1 tablet"


def test_a_day_without_a_dose_is_not_recorded() -> None:
    assert as_needed_words(today()) == "Today: no dose recorded"


def test_what_is_not_in_the_sum_is_said() -> None:
    assert "(without 1 of no amount or another unit)" in as_needed_words(today(NEEDED, 2.0, None))


def test_the_next_dose_has_its_day_and_time() -> None:
    waits = next_due([a_regimen(times=("08:00",))], [], FRI)

    assert next_words(waits) == "Next due: Fri 20 Nov 08:00"


def test_a_dose_that_waits_is_late() -> None:
    waits = next_due([a_regimen(schedule=Schedule.WEEKDAYS, weekdays=(1,))], [], WED)

    assert next_words(waits) == "Planned Mon 16 Nov, 2 days late"


def test_without_a_plan_nothing_is_due() -> None:
    assert next_words(None) == ""


def test_the_index_says_on_how_many_days_it_stands() -> None:
    assert nsaid_words(USE) == "NSAID use index: 43.2 (recorded 22 of 28 days)"


def test_an_index_that_is_not_recorded_is_not_zero() -> None:
    use = replace(USE, score=None, recorded=0)

    assert nsaid_words(use) == "NSAID use index: not recorded (0 of 28 days)"


def test_a_number_has_the_decimal_sign_of_the_country() -> None:
    QLocale.setDefault(QLocale("de_DE"))

    assert "43,2" in nsaid_words(USE)
    assert dose_row(a_dose(amount=12.5), NAMES).cells[3] == "12,5 mg"


def test_what_is_not_recorded_of_a_dose_is_a_dash() -> None:
    missed = a_dose(MON, amount=None, state=DoseState.MISSED)

    assert dose_row(missed, NAMES).cells == (
        "16 Nov 2026",
        "–",
        "Naproxen",
        "–",
        "missed",
        "–",
        "–",
    )


def test_a_side_effect_that_goes_on_has_no_last_day() -> None:
    cells = side_effect_row(a_side_effect(strength=0.0), NAMES).cells

    assert cells[1:4] == ("Naproxen", "0", "16 Nov 2026 – …")


def test_a_medicine_of_earlier_says_how_it_ended() -> None:
    last = a_regimen(MON, last_day=TUE, ended_because="rash")

    assert earlier_row(NAPROXEN, last).cells[-2:] == ("16 Nov 2026 – 17 Nov 2026", "rash")
    assert earlier_row(replace(NAPROXEN, retired=True), None).cells[-2:] == ("–", "retired")


def test_a_place_has_its_side() -> None:
    assert place_words("thigh", Side.RIGHT) == "thigh, right"
    assert place_words("belly", None) == "belly"
