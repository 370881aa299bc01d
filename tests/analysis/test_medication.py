"""What was planned and what was taken, in counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from heeldiary.analysis.medication import (
    Adherence,
    adherence,
    current_medicines,
    given_doses,
    milligrams,
    nsaid_days,
    nsaid_use,
    periods,
    side_effects,
)
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, DoseState, Form, Medicine, MedicineClass, Schedule
from heeldiary.domain.shape import Step
from tests.builders import FRI, MON, THU, TUE, WED
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen, a_side_effect

WEEK = Span(MON, MON + timedelta(days=6))
OWN = Medicine(id="own", name="Nabumetone", medicine_class=MedicineClass.NSAID)
NEEDED = a_regimen(schedule=Schedule.AS_NEEDED)
DAILY = a_regimen(MON)
WEEKLY = a_regimen(id="weekly", medicine="pen", schedule=Schedule.EVERY_N_DAYS, every=7, dose=40.0)


def pen_on(day: date) -> Dose:
    return a_dose(day, id=f"pen-{day}", medicine="pen", amount=40.0)


def test_the_index_is_over_the_recorded_days() -> None:
    use = nsaid_use(WEEK, [NAPROXEN], [DAILY], [a_dose(MON), a_dose(TUE, amount=1000.0)])

    assert (use.score, use.recorded, use.days) == (75, 2, 7)


def test_without_a_record_there_is_no_index() -> None:
    assert nsaid_use(WEEK, [NAPROXEN], [DAILY], []).score is None


def test_a_dose_that_was_skipped_makes_the_day_recorded() -> None:
    skipped = a_dose(TUE, state=DoseState.SKIPPED, amount=None)

    use = nsaid_use(WEEK, [NAPROXEN], [DAILY], [a_dose(MON), skipped])

    assert (use.score, use.recorded) == (25, 2)


def test_a_day_with_a_planned_anti_inflammatory_that_nobody_touched_is_not_recorded() -> None:
    use = nsaid_use(WEEK, [NAPROXEN, PEN], [DAILY], [a_dose(MON), pen_on(TUE)])

    assert (use.score, use.recorded) == (50, 1)


def test_a_day_with_one_of_two_planned_doses_untouched_is_not_recorded() -> None:
    twice = a_regimen(MON, times=("08:00", "20:00"))
    doses = [
        a_dose(MON, id="1", due_day=MON, due_time="08:00"),
        a_dose(MON, id="2", due_day=MON, due_time="20:00"),
        a_dose(TUE, id="3", due_day=TUE, due_time="08:00"),
    ]

    use = nsaid_use(WEEK, [NAPROXEN], [twice], doses)

    assert (use.score, use.recorded) == (100, 1)


def test_a_planned_dose_that_was_taken_after_midnight_makes_its_day_whole() -> None:
    twice = a_regimen(MON, last_day=MON, times=("08:00", "22:00"))
    doses = [
        a_dose(MON, id="1", due_day=MON, due_time="08:00"),
        a_dose(TUE, id="2", due_day=MON, due_time="22:00"),
    ]

    assert nsaid_days([NAPROXEN], [twice], doses) == {MON: 50, TUE: 50}


def test_a_day_on_which_other_medicines_were_recorded_has_no_intake_as_needed() -> None:
    use = nsaid_use(WEEK, [NAPROXEN, PEN], [NEEDED], [a_dose(MON), pen_on(TUE)])

    assert (use.score, use.recorded) == (25, 2)


def test_what_has_no_published_equivalent_is_named() -> None:
    use = nsaid_use(WEEK, [OWN], [], [a_dose(MON, medicine="own")])

    assert use.without_equivalent == ("nabumetone",)


def test_a_substance_is_known_by_its_own_name_too() -> None:
    typed = Medicine(id="typed", name="Ibuprofen")

    assert nsaid_days([typed], [], [a_dose(MON, medicine="typed", amount=1200.0)]) == {MON: 50}


def test_a_day_with_an_amount_that_is_not_known_is_left_out_and_counted() -> None:
    unknown = a_dose(TUE, amount=None)

    use = nsaid_use(WEEK, [NAPROXEN], [DAILY], [a_dose(MON), unknown])

    assert (use.score, use.recorded, use.unclear) == (50, 1, 1)


def test_what_was_rubbed_into_the_skin_is_not_intake() -> None:
    gel = replace(NAPROXEN, form=Form.CREAM)

    assert nsaid_days([gel], [], [a_dose(MON, amount=2.0, unit="g")]) == {MON: 0}


def test_the_index_of_a_day_adds_its_doses_up() -> None:
    doses = [a_dose(MON, time="08:00"), a_dose(MON, time="20:00")]

    assert nsaid_days([NAPROXEN], [DAILY], doses) == {MON: 100}


@pytest.mark.parametrize(
    ("amount", "unit", "mg_per_unit", "mg"),
    [
        (250.0, "mg", None, 250),
        (0.5, "g", None, 500),
        (2.0, "tablets", 250.0, 500),
        (2.0, "tablets", None, None),
        (None, "mg", 250.0, None),
        (0.0, "tablets", 250.0, 0),
    ],
)
def test_an_amount_is_counted_in_mg(
    amount: float | None, unit: str, mg_per_unit: float | None, mg: float | None
) -> None:
    medicine = replace(NAPROXEN, mg_per_unit=mg_per_unit)

    assert milligrams(a_dose(amount=amount, unit=unit), medicine) == mg


@pytest.mark.parametrize(("unit", "mg"), [("tablet", 500), ("tablets", 500), ("ml", None)])
def test_what_a_tablet_holds_is_not_what_a_millilitre_holds(unit: str, mg: float | None) -> None:
    medicine = replace(NAPROXEN, unit="tablet", mg_per_unit=250.0)

    assert milligrams(a_dose(amount=2.0, unit=unit), medicine) == mg


def test_planned_doses_are_counted_by_what_became_of_them() -> None:
    doses = [
        a_dose(MON, due_day=MON),
        a_dose(TUE, due_day=TUE, state=DoseState.MISSED),
        a_dose(WED, due_day=WED, state=DoseState.SKIPPED),
        a_dose(WED, time="22:00"),
    ]

    (count,) = adherence(Span(MON, FRI), [NAPROXEN], [DAILY], doses)

    assert count == Adherence(
        medicine_id="naproxen", name="Naproxen", planned=5, taken=1, missed=1, skipped=1
    )
    assert (count.recorded, count.not_recorded) == (3, 2)


def test_what_was_taken_later_counts_for_the_day_it_was_planned() -> None:
    late = a_dose(THU, medicine="pen", due_day=MON)

    (count,) = adherence(Span(MON, TUE), [PEN], [WEEKLY], [late])

    assert (count.planned, count.taken) == (1, 1)


def test_as_needed_has_nothing_planned() -> None:
    assert adherence(WEEK, [NAPROXEN], [NEEDED], [a_dose(MON)]) == ()


def test_medicines_are_counted_in_order_of_name() -> None:
    counts = adherence(WEEK, [PEN, NAPROXEN], [WEEKLY, DAILY], [])

    assert [count.name for count in counts] == ["Naproxen", "Pen"]


def test_injections_are_set_against_their_plan() -> None:
    doses = [
        a_dose(WED, due_day=TUE, site="thigh", side=Side.LEFT),
        a_dose(MON, due_day=TUE - timedelta(days=7)),
        a_dose(FRI),
        a_dose(THU, due_day=THU, state=DoseState.MISSED),
    ]

    assert [(one.days_late, one.site, one.side) for one in given_doses(doses)] == [
        (6, "", None),
        (1, "thigh", Side.LEFT),
    ]


def test_periods_have_a_label_and_their_days() -> None:
    (period,) = periods([PEN], [WEEKLY])

    assert (period.name, period.first, period.last, period.label) == (
        "Pen",
        MON,
        None,
        "40 mg, weekly",
    )
    assert period.medicine_class is MedicineClass.TNF


def test_periods_of_one_medicine_stay_together_the_first_begun_in_front() -> None:
    regimens = [
        a_regimen(WED, id="3"),
        a_regimen(TUE, id="2", medicine="pen", schedule=Schedule.AS_NEEDED),
        a_regimen(MON, id="1", last_day=TUE),
    ]

    assert [(p.name, p.first) for p in periods([PEN, NAPROXEN], regimens)] == [
        ("Naproxen", MON),
        ("Naproxen", WED),
        ("Pen", TUE),
    ]


def test_periods_outside_the_span_are_left_out() -> None:
    regimens = [a_regimen(MON, last_day=TUE), a_regimen(FRI)]

    assert periods([NAPROXEN], regimens, Span(WED, THU)) == ()


def test_a_period_without_its_medicine_is_left_out() -> None:
    assert periods([PEN], [DAILY]) == ()


def test_the_current_list_says_since_when_dose_and_medicine() -> None:
    regimens = [a_regimen(MON, last_day=TUE), a_regimen(WED, dose=750.0), WEEKLY]

    naproxen, pen = current_medicines([PEN, NAPROXEN], regimens, FRI)

    assert (naproxen.regimen.dose, naproxen.since, naproxen.begun) == (750.0, WED, MON)
    assert (pen.since, pen.begun) == (MON, MON)


def test_a_pause_begins_a_medicine_anew() -> None:
    regimens = [a_regimen(MON, last_day=TUE), a_regimen(THU)]

    (naproxen,) = current_medicines([NAPROXEN], regimens, FRI)

    assert naproxen.begun == THU


def test_what_has_ended_is_not_current() -> None:
    assert current_medicines([NAPROXEN], [a_regimen(MON, last_day=TUE)], WED) == ()


def test_a_retired_medicine_is_not_current_although_its_regimen_goes_on() -> None:
    retired = replace(NAPROXEN, retired=True)

    assert current_medicines([retired], [DAILY], FRI) == ()


def test_a_taper_whose_steps_are_over_is_not_current() -> None:
    steps = (Step(dose=20.0, days=2),)
    taper = a_regimen(MON, schedule=Schedule.TAPER, dose=None, steps=steps)

    assert len(current_medicines([NAPROXEN], [taper], TUE)) == 1
    assert current_medicines([NAPROXEN], [taper], WED) == ()


def test_side_effects_that_go_on_come_first_then_the_newest() -> None:
    effects = [
        a_side_effect("Ended late", WED, last_day=THU),
        a_side_effect("Goes on", MON),
        a_side_effect("Ended early", MON, last_day=TUE),
        a_side_effect("Outside", FRI),
    ]

    found = side_effects(effects, Span(MON, THU))

    assert [each.what for each in found] == ["Goes on", "Ended late", "Ended early"]
