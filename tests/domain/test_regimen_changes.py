"""A change of dose begins a new period; what was taken before stays as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.medicines import Regimen
from heeldiary.domain.refusal import Refused
from heeldiary.domain.regimen_changes import (
    begin_regimen,
    change_regimen,
    correct_regimen,
    end_regimen,
    remove_medicine,
    use_again,
)
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_clock
from tests.medicine_records import NAPROXEN, a_dose, a_regimen

CURRENT = a_regimen(MON)
MORE = a_regimen(MON, id="more", dose=750.0, began_because="Too stiff")


def changed(first_day: object = WED, current: Regimen = CURRENT, new: Regimen = MORE) -> Change:
    change = change_regimen(current, new, first_day, [current], "Naproxen", a_clock())  # type: ignore[arg-type]
    assert change is not None
    return change


def test_a_regimen_is_begun() -> None:
    change = begin_regimen(CURRENT, (), "Naproxen", a_clock())

    assert change == Change(label="Naproxen: begun on 2026-11-16", edits=(Edit(None, CURRENT),))


def test_a_change_ends_one_period_and_begins_the_next_in_one() -> None:
    before, after = (edit.after for edit in changed().edits)

    assert before == replace(CURRENT, last_day=TUE, ended_because="Too stiff")
    assert after == replace(MORE, first_day=WED)


def test_a_change_on_the_first_day_takes_the_place_of_the_period() -> None:
    (edit,) = changed(MON).edits

    assert edit == Edit(CURRENT, replace(MORE, id=CURRENT.id))


def test_a_change_before_the_period_is_refused() -> None:
    with pytest.raises(Refused, match="before this period begins"):
        changed(MON - timedelta(days=1))


def test_a_change_after_a_period_that_has_ended_leaves_it_alone() -> None:
    ended = replace(CURRENT, last_day=TUE)

    (edit,) = changed(THU, ended).edits

    assert edit.before is None


def test_a_change_within_a_period_with_an_end_ends_it_sooner() -> None:
    ended = replace(CURRENT, last_day=FRI)

    assert changed(WED, ended).edits[0].after == replace(
        CURRENT, last_day=TUE, ended_because="Too stiff"
    )


def test_a_change_to_the_same_changes_nothing() -> None:
    assert change_regimen(CURRENT, CURRENT, MON, [CURRENT], "Naproxen", a_clock()) is None


def test_a_change_that_would_run_into_a_later_period_is_refused() -> None:
    later = a_regimen(FRI)
    current = replace(CURRENT, last_day=THU)

    with pytest.raises(Refused, match="the period that runs from 2026-11-20 and goes on"):
        change_regimen(current, MORE, WED, [current, later], "Naproxen", a_clock())


def test_a_regimen_beside_another_of_the_same_medicine_is_refused() -> None:
    other = replace(CURRENT, last_day=WED)

    with pytest.raises(Refused, match="from 2026-11-16 to 2026-11-18"):
        begin_regimen(a_regimen(TUE), [other], "Naproxen", a_clock())


def test_a_regimen_beside_one_of_another_medicine_is_begun() -> None:
    assert begin_regimen(a_regimen(TUE), [replace(CURRENT, medicine="pen")], "N", a_clock()).edits


def test_a_schedule_that_never_falls_due_is_refused() -> None:
    with pytest.raises(Refused, match="takes a number from 1 to 366"):
        begin_regimen(a_regimen(every=0), (), "Naproxen", a_clock())


def test_a_regimen_is_ended_with_its_reason() -> None:
    change = end_regimen(CURRENT, WED, "Stomach", [CURRENT], "Naproxen", a_clock())

    assert change == Change(
        label="Naproxen: last day 2026-11-18",
        edits=(Edit(CURRENT, replace(CURRENT, last_day=WED, ended_because="Stomach")),),
    )


def test_a_regimen_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="before it begins"):
        end_regimen(CURRENT, MON - timedelta(days=1), "", [CURRENT], "Naproxen", a_clock())


def test_a_regimen_does_not_go_on_into_the_next() -> None:
    ended = replace(CURRENT, last_day=TUE)

    with pytest.raises(Refused, match="share days"):
        end_regimen(ended, THU, "", [ended, a_regimen(WED)], "Naproxen", a_clock())


def test_a_wrong_period_is_put_right() -> None:
    right = replace(CURRENT, dose=250.0)

    change = correct_regimen(CURRENT, right, [CURRENT], "Naproxen", a_clock())

    assert change is not None
    assert change.edits == (Edit(CURRENT, right),)


def test_a_period_is_not_put_right_into_another() -> None:
    late = a_regimen(THU)

    with pytest.raises(Refused, match="share days"):
        correct_regimen(late, replace(late, first_day=MON), [late, CURRENT], "N", a_clock())


def test_a_medicine_without_a_history_is_removed() -> None:
    change, is_retired = remove_medicine(NAPROXEN, (), PlainDiary(NAPROXEN), a_clock())

    assert (change.edits, is_retired) == ((Edit(NAPROXEN, None),), False)


def test_a_medicine_with_doses_is_retired() -> None:
    diary = PlainDiary(NAPROXEN, a_dose())

    change, is_retired = remove_medicine(NAPROXEN, (), diary, a_clock())

    assert (change.edits, is_retired) == ((Edit(NAPROXEN, replace(NAPROXEN, retired=True)),), True)


def test_retiring_a_medicine_ends_what_goes_on_and_drops_what_was_only_planned() -> None:
    old, now, later = (
        a_regimen(MON, last_day=TUE),
        a_regimen(WED, last_day=FRI + timedelta(days=9)),
        a_regimen(FRI + timedelta(days=10)),
    )
    diary = PlainDiary(NAPROXEN, old, now, later)

    change, _ = remove_medicine(NAPROXEN, (old, now, later), diary, a_clock())

    assert change.edits[:-1] == (Edit(now, replace(now, last_day=FRI)), Edit(later, None))


def test_a_retired_medicine_is_used_again() -> None:
    change = use_again(replace(NAPROXEN, retired=True), a_clock())

    assert change is not None
    assert change.edits[0].after == NAPROXEN
