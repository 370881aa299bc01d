"""When doses fall due, what waits, and what became of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.medicines import Dose, DoseState, Regimen, Schedule
from heeldiary.domain.records import Origin
from heeldiary.domain.regimens import (
    DueDose,
    as_needed_on,
    dose_id,
    doses_around,
    due_on,
    extra_dose,
    free_dose_id,
    in_use,
    matched,
    next_due,
    next_due_day,
    planned_on,
    record_dose,
    regimens_on,
    waiting,
)
from heeldiary.domain.shape import Step
from heeldiary.domain.validity import check
from tests.builders import FRI, MON, NOON, THU, TUE, WED, PlainDiary, a_clock
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen

SUN = MON - timedelta(days=1)
WEEKLY = a_regimen(id="weekly", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(1,))
CURRENT = a_regimen()
TAPER = a_regimen(
    schedule=Schedule.TAPER, dose=None, steps=(Step(dose=20.0, days=2), Step(dose=10.0, days=1))
)


def due_days(regimen: Regimen, days: int = 15) -> list[int]:
    """On which days from its first one a regimen plans a dose."""
    each = (regimen.first_day + timedelta(days=number) for number in range(days))
    return [number for number, day in enumerate(each) if due_on((regimen,), day)]


def the_due(regimen: Regimen, day: date) -> DueDose:
    (due,) = due_on((regimen,), day)
    return due


def given_on(day: date, regimen: Regimen = WEEKLY, planned: date = MON) -> Dose:
    return record_dose(the_due(regimen, planned), DoseState.TAKEN, a_clock(), day=day)


def test_a_regimen_without_times_is_due_once_a_day() -> None:
    due = the_due(a_regimen(), TUE)

    assert (due.due_time, due.amount, due.unit) == ("", 500.0, "mg")


def test_a_regimen_is_due_at_each_of_its_times_in_order() -> None:
    due = due_on((a_regimen(times=("20:00", "08:00")),), TUE)

    assert [each.due_time for each in due] == ["08:00", "20:00"]


def test_doses_of_several_medicines_come_by_time() -> None:
    due = due_on(
        (a_regimen(times=("20:00",)), a_regimen(id="b", medicine="pen", times=("08:00",))), TUE
    )

    assert [each.medicine_id for each in due] == ["pen", "naproxen"]


def test_nothing_is_due_before_the_first_day_and_after_the_last() -> None:
    regimen = a_regimen(TUE, last_day=WED)

    assert [bool(due_on((regimen,), day)) for day in (MON, TUE, WED, THU)] == [
        False,
        True,
        True,
        False,
    ]


def test_the_regimens_of_a_day_are_those_that_hold_on_it() -> None:
    old, now = a_regimen(MON, last_day=TUE), a_regimen(WED)

    assert regimens_on((old, now), TUE) == (old,)


def test_a_regimen_by_weekdays_is_due_on_those() -> None:
    regimen = a_regimen(schedule=Schedule.WEEKDAYS, weekdays=(1, 4))

    assert due_days(regimen) == [0, 3, 7, 10, 14]


def test_every_two_weeks_counts_from_the_first_day() -> None:
    regimen = a_regimen(TUE, schedule=Schedule.EVERY_N_DAYS, every=14)

    assert due_days(regimen, 30) == [0, 14, 28]


def test_as_needed_is_never_due() -> None:
    assert due_days(a_regimen(schedule=Schedule.AS_NEEDED)) == []


def test_a_taper_goes_down_by_its_steps_and_ends() -> None:
    doses = [due_on((TAPER,), day) for day in (MON, TUE, WED, THU)]

    assert [[each.amount for each in due] for due in doses] == [[20.0], [20.0], [10.0], []]


def test_a_step_without_a_dose_is_a_pause() -> None:
    paused = replace(TAPER, steps=(Step(dose=0.0, days=2), Step(dose=10.0, days=1)))

    assert due_days(paused) == [2]


def test_a_taper_without_a_last_day_does_not_hold_after_its_steps() -> None:
    assert regimens_on((TAPER,), WED) == (TAPER,)
    assert regimens_on((TAPER,), THU) == ()


def test_every_two_days_counts_over_a_leap_day_and_the_end_of_a_year() -> None:
    leap = a_regimen(date(2028, 2, 27), schedule=Schedule.EVERY_N_DAYS, every=2)
    year = a_regimen(date(2027, 12, 31), schedule=Schedule.EVERY_N_DAYS, every=2)

    assert due_on((leap,), date(2028, 2, 29))
    assert due_on((leap,), date(2028, 3, 2))
    assert not due_on((leap,), date(2028, 3, 1))
    assert due_on((year,), date(2028, 1, 2))


def test_a_regimen_of_one_day_is_due_on_it_alone() -> None:
    regimen = a_regimen(TUE, last_day=TUE, schedule=Schedule.EVERY_N_DAYS, every=14)

    assert [bool(due_on((regimen,), day)) for day in (MON, TUE, WED)] == [False, True, False]


def test_a_retired_medicine_is_not_due_although_its_regimen_goes_on() -> None:
    retired = replace(NAPROXEN, retired=True)

    assert in_use((CURRENT, WEEKLY), (retired, PEN)) == (WEEKLY,)


def test_what_a_retired_medicine_was_planned_for_with_an_end_stays() -> None:
    ended = replace(CURRENT, last_day=TUE)

    assert in_use((ended,), (replace(NAPROXEN, retired=True),)) == (ended,)


def test_a_regimen_whose_medicine_is_not_known_is_not_due() -> None:
    assert in_use((CURRENT,), ()) == ()


def test_the_next_due_day_is_today_or_later() -> None:
    assert next_due_day(WEEKLY, TUE) == MON + timedelta(days=7)


def test_a_regimen_that_begins_later_is_next_due_on_its_first_day() -> None:
    assert next_due_day(a_regimen(FRI), MON) == FRI


def test_a_taper_that_has_ended_is_not_due_again() -> None:
    assert next_due_day(TAPER, THU) is None


def test_the_next_dose_is_todays_while_it_is_not_recorded() -> None:
    found = next_due((a_regimen(times=("08:00", "20:00")),), (), FRI)

    assert found is not None
    assert (found.due.due_day, found.due.due_time) == (FRI, "08:00")


def test_after_todays_dose_the_next_one_is_tomorrows() -> None:
    regimen = a_regimen()

    found = next_due((regimen,), (given_on(FRI, regimen, FRI),), FRI)

    assert found is not None
    assert found.due.due_day == FRI + timedelta(days=1)


def test_what_is_late_is_next() -> None:
    found = next_due((WEEKLY,), (), WED)

    assert found is not None
    assert (found.due.due_day, found.days_late) == (MON, 2)


def test_the_next_dose_can_be_of_the_regimen_to_come() -> None:
    now, then = a_regimen(MON, last_day=FRI), a_regimen(FRI + timedelta(days=3), dose=250.0)

    found = next_due((now, then), (given_on(FRI, now, FRI),), FRI)

    assert found is not None
    assert (found.due.due_day, found.due.amount) == (then.first_day, 250.0)


def test_as_needed_has_no_next_dose() -> None:
    assert next_due((a_regimen(schedule=Schedule.AS_NEEDED),), (), FRI) is None


def test_one_planned_dose_has_one_id() -> None:
    changed = a_regimen(id="another", dose=250.0)

    assert dose_id(the_due(a_regimen(), TUE)) == dose_id(the_due(changed, TUE))


def test_two_planned_doses_have_two_ids() -> None:
    morning, evening = due_on((a_regimen(times=("08:00", "20:00")),), TUE)

    assert dose_id(morning) != dose_id(evening)


def test_the_longest_id_of_a_medicine_still_gives_an_id_that_can_be_kept() -> None:
    dose = given_on(MON, a_regimen(medicine="m" * 200))

    check(dose, FRI)


def test_a_record_put_down_to_another_dose_leaves_room_for_its_first_one() -> None:
    regimen = a_regimen()
    first = given_on(MON, regimen)
    moved = replace(first, day=TUE, due_day=TUE)

    free = free_dose_id(the_due(regimen, MON), PlainDiary(moved))

    assert free != first.id
    again = record_dose(the_due(regimen, MON), DoseState.TAKEN, a_clock(), day=MON, free_id=free)
    assert again.id == free


def test_a_planned_dose_keeps_its_one_id_where_it_is_free() -> None:
    regimen = a_regimen()
    first = given_on(MON, regimen)

    assert free_dose_id(the_due(regimen, MON), PlainDiary()) == first.id
    assert free_dose_id(the_due(regimen, MON), PlainDiary(first)) == first.id


def test_a_dose_that_was_taken_has_the_planned_amount() -> None:
    dose = record_dose(the_due(a_regimen(), TUE), DoseState.TAKEN, a_clock(), day=TUE, time="08:10")

    assert (dose.amount, dose.unit, dose.due_day, dose.time) == (500.0, "mg", TUE, "08:10")


def test_a_dose_that_was_missed_has_no_amount() -> None:
    dose = record_dose(the_due(a_regimen(), TUE), DoseState.MISSED, a_clock(), day=TUE)

    assert (dose.amount, dose.state) == (None, DoseState.MISSED)


def test_a_dose_recorded_on_its_day_says_so() -> None:
    dose = record_dose(the_due(a_regimen(), FRI), DoseState.TAKEN, a_clock(), day=FRI)

    assert (dose.recorded_at, dose.origin) == (NOON, Origin.THAT_DAY)


def test_a_dose_that_was_brought_from_elsewhere_keeps_its_id() -> None:
    brought = a_dose(TUE, id="from-elsewhere", due_day=TUE)

    dose = record_dose(
        the_due(a_regimen(), TUE), DoseState.SKIPPED, a_clock(), day=TUE, before=brought
    )

    assert dose.id == "from-elsewhere"


def test_an_extra_dose_was_not_planned() -> None:
    regimen = a_regimen(schedule=Schedule.AS_NEEDED, unit="tablet")

    dose = extra_dose(NAPROXEN, regimen, 2.0, "21:00", FRI, a_clock())

    assert (dose.due_day, dose.amount, dose.unit, dose.time) == (None, 2.0, "tablet", "21:00")


def test_an_extra_dose_without_a_regimen_has_the_unit_of_the_medicine() -> None:
    assert extra_dose(PEN, None, None, "", FRI, a_clock()).unit == "mg"


def test_a_dose_that_nobody_touched_waits_without_a_record() -> None:
    (one,) = waiting((a_regimen(),), (), FRI)

    assert (one.due.due_day, one.dose, one.days_late) == (FRI, None, 0)


def test_a_daily_dose_does_not_wait_for_another_day() -> None:
    assert [one.due.due_day for one in waiting((a_regimen(),), (), FRI)] == [FRI]


def test_a_weekly_injection_that_is_not_recorded_waits() -> None:
    (one,) = waiting((WEEKLY,), (), WED)

    assert (one.due.due_day, one.dose, one.days_late) == (MON, None, 2)


def test_it_waits_until_the_next_planned_day() -> None:
    every_other = a_regimen(medicine="pen", schedule=Schedule.EVERY_N_DAYS, every=2)

    assert [one.due.due_day for one in waiting((every_other,), (), WED)] == [WED]


def test_it_does_not_wait_once_the_regimen_has_ended() -> None:
    assert waiting((replace(WEEKLY, last_day=TUE),), (), WED) == ()


def test_an_injection_that_was_given_on_its_day_does_not_wait() -> None:
    assert waiting((WEEKLY,), (given_on(MON),), WED) == ()


def test_an_injection_that_was_given_late_is_shown_on_the_day_it_was_given() -> None:
    late = given_on(WED)

    (one,) = waiting((WEEKLY,), (late,), WED)

    assert (one.dose, one.days_late) == (late, 2)


def test_an_injection_that_was_given_after_the_next_planned_day_is_shown_on_that_day() -> None:
    tuesday = TUE + timedelta(days=7)
    late = given_on(tuesday)

    shown = waiting((WEEKLY,), (late,), tuesday)

    assert [(one.due.due_day, one.dose, one.days_late) for one in shown] == [
        (MON, late, 8),
        (MON + timedelta(days=7), None, 1),
    ]


def test_an_injection_that_was_given_late_is_shown_although_a_new_plan_began_that_day() -> None:
    late = given_on(WED)
    old = replace(WEEKLY, last_day=TUE)
    new = a_regimen(WED, id="new", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(3,))

    shown = waiting((new,), (late,), WED)

    assert [one.dose for one in shown] == [late, None]
    assert [one.dose for one in waiting((old, new), (late,), WED)] == [late, None]


def test_on_its_own_day_it_is_shown_how_late_it_was_given() -> None:
    (one,) = waiting((WEEKLY,), (given_on(WED),), MON)

    assert one.days_late == 2


def test_an_injection_that_was_given_early_is_early() -> None:
    (one,) = waiting((WEEKLY,), (given_on(SUN),), MON)

    assert one.days_late == -1


def test_an_injection_that_was_missed_does_not_wait_any_more() -> None:
    missed = record_dose(the_due(WEEKLY, MON), DoseState.MISSED, a_clock(), day=MON)

    assert waiting((WEEKLY,), (missed,), WED) == ()


def test_an_extra_dose_does_not_stand_for_a_planned_one() -> None:
    (one,) = waiting((a_regimen(),), (a_dose(FRI),), FRI)

    assert one.dose is None


def test_what_was_recorded_before_the_times_were_changed_still_counts() -> None:
    taken = a_dose(TUE, due_day=TUE, due_time="08:00")
    due = due_on((a_regimen(times=("09:00", "21:00")),), TUE)

    assert [dose for _, dose in matched(due, (taken,))] == [taken, None]


def test_doses_of_a_day_without_days_between_are_asked_for_around_it() -> None:
    span = doses_around((a_regimen(),), FRI)

    assert span.first <= THU
    assert span.last == FRI + timedelta(days=1)


def test_doses_of_a_monthly_infusion_are_asked_for_from_its_last_day_on() -> None:
    monthly = a_regimen(MON - timedelta(days=20), schedule=Schedule.EVERY_N_DAYS, every=28)

    span = doses_around((monthly,), MON)

    assert monthly.first_day in span
    assert MON + timedelta(days=28) in span


def test_doses_as_needed_are_summed_beside_the_limit_that_the_owner_set() -> None:
    regimen = a_regimen(schedule=Schedule.AS_NEEDED, unit="tablet", daily_limit=4.0)
    doses = [
        a_dose(TUE, unit="tablet", amount=2.0, time="08:00"),
        a_dose(TUE, unit="tablet", amount=1.0, time="12:00"),
        a_dose(TUE, unit="mg", amount=500.0, time="13:00"),
        a_dose(TUE, unit="tablet", amount=9.0, state=DoseState.SKIPPED, time="14:00"),
        a_dose(WED, unit="tablet", amount=4.0),
    ]

    (day,) = as_needed_on((regimen, WEEKLY), doses, TUE)

    assert (day.taken, day.doses, day.without_amount, day.limit) == (3.0, 3, 1, 4.0)


SCHEDULES = st.one_of(
    st.builds(
        a_regimen,
        st.dates(MON - timedelta(days=60), MON),
        schedule=st.just(Schedule.EVERY_N_DAYS),
        every=st.integers(1, 30),
    ),
    st.builds(
        a_regimen,
        st.dates(MON - timedelta(days=60), MON),
        schedule=st.just(Schedule.WEEKDAYS),
        weekdays=st.sets(st.integers(1, 7), min_size=1).map(tuple),
    ),
)


@given(SCHEDULES, st.integers(0, 60))
def test_what_is_recorded_late_is_seen_on_that_day_and_within_the_days_asked(
    regimen: Regimen, later: int
) -> None:
    day = regimen.first_day + timedelta(days=later)
    shown = waiting((regimen,), (), day)

    for one in shown:
        dose = record_dose(one.due, DoseState.TAKEN, a_clock(), day=day)
        assert dose.day in doses_around((regimen,), one.due.due_day)
        assert [again.dose for again in waiting((regimen,), (dose,), day)].count(dose) == 1


@pytest.mark.parametrize("schedule", list(Schedule))
def test_every_schedule_answers_for_every_day(schedule: Schedule) -> None:
    regimen = a_regimen(schedule=schedule, weekdays=(2,), every=3, steps=TAPER.steps)

    assert all(
        due.due_day >= MON
        for day in range(20)
        for due in due_on((regimen,), MON + timedelta(days=day - 5))
    )


@pytest.mark.parametrize("schedule", list(Schedule))
@pytest.mark.parametrize("times", [(), ("08:00",), ("08:00", "20:00")])
def test_as_many_doses_are_planned_as_fall_due(schedule: Schedule, times: tuple[str, ...]) -> None:
    regimen = a_regimen(
        schedule=schedule, times=times, weekdays=(2,), every=3, steps=TAPER.steps, last_day=FRI
    )

    for day in (MON + timedelta(days=number - 2) for number in range(12)):
        assert planned_on(regimen, day) == len(due_on((regimen,), day))
