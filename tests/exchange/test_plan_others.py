"""Records beside the daily check-in: added, unchanged, or refused with the reason."""

from dataclasses import replace

import pytest

from heeldiary.domain.edits import Edit
from heeldiary.domain.medicines import Dose, DoseState, Medicine, Regimen, Schedule
from heeldiary.domain.movement import Activity, Impact, Session
from heeldiary.domain.records import Origin, Record
from heeldiary.exchange.entries import Entry, ImportPlan
from heeldiary.exchange.plan import plan
from heeldiary.exchange.take_back import taking_back
from tests.builders import FRI, MON, NOON, TUE, WED, PlainDiary
from tests.exchange.whole_diaries import OTHERS, around

MEDICINE = Medicine(id="m", name="Naproxen")
DOSE = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
REGIMEN = Regimen(
    id="r",
    medicine="m",
    first_day=MON,
    last_day=TUE,
    schedule=Schedule.TIMES_A_DAY,
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)


def planned(diary: PlainDiary, *records: Record, replacing: bool = False) -> ImportPlan:
    rows = [Entry(line=line, record=record) for line, record in enumerate(records, 1)]
    return plan(rows, diary, around(diary), title="A file", replace=replacing)


def reasons(result: ImportPlan) -> list[str]:
    return [refusal.reason for refusal in result.refusals]


def test_what_the_diary_lacks_is_added_whatever_the_order() -> None:
    result = planned(PlainDiary(), *reversed(OTHERS))
    assert (result.accepted, result.refusals) == (len(OTHERS), ())


def test_what_the_diary_holds_is_unchanged() -> None:
    result = planned(PlainDiary(*OTHERS), *OTHERS)
    assert (result.edits, result.unchanged) == ((), len(OTHERS))


def test_when_it_was_recorded_makes_no_difference() -> None:
    later = replace(DOSE, origin=Origin.IMPORTED)
    assert planned(PlainDiary(MEDICINE, DOSE), later).unchanged == 1


def test_what_differs_is_kept_unless_it_is_to_be_replaced() -> None:
    diary, missed = PlainDiary(MEDICINE, DOSE), replace(DOSE, state=DoseState.MISSED)
    kept = planned(diary, missed)
    assert reasons(kept) == ["The dose of 2026-11-16 is different in the diary and was kept so."]
    (edit,) = planned(diary, missed, replacing=True).edits
    assert (edit.before, edit.after) == (DOSE, missed)


def test_a_record_that_cannot_be_is_refused() -> None:
    result = planned(PlainDiary(MEDICINE), replace(DOSE, amount=-1.0))
    assert reasons(result) == ["“Amount” takes a number from 0 to 100000, not -1."]


def test_a_record_told_twice_is_taken_once() -> None:
    result = planned(PlainDiary(MEDICINE), DOSE, DOSE, replace(DOSE, amount=5.0))
    assert (result.accepted, result.unchanged) == (1, 1)
    assert reasons(result) == ["Line 1 already tells this otherwise; that line was taken."]


def test_a_record_that_names_one_that_is_nowhere_is_refused() -> None:
    assert reasons(planned(PlainDiary(), DOSE)) == [
        "The medicine that the dose of 2026-11-16 names is neither in the file nor in the diary."
    ]


@pytest.mark.parametrize("held", [(MEDICINE, REGIMEN), (MEDICINE,)])
def test_regimens_that_share_days_are_not_both_taken(held: tuple[Record, ...]) -> None:
    other = replace(REGIMEN, id="other", first_day=TUE, last_day=FRI)
    after = replace(REGIMEN, id="after", first_day=WED, last_day=FRI)
    result = planned(PlainDiary(*held), REGIMEN, other, after)
    assert reasons(result) == [
        "The regimen of 2026-11-17 shares days with the one from 2026-11-16, which was kept."
    ]


def test_a_medicine_that_the_owner_used_since_stays_when_the_import_goes() -> None:
    edits = planned(PlainDiary(), MEDICINE, REGIMEN).edits
    back, kept = taking_back(edits, PlainDiary(MEDICINE, REGIMEN, DOSE))
    assert [(edit.before, edit.after) for edit in back] == [(REGIMEN, None)]
    assert kept == 1


def test_a_regimen_that_is_kept_as_it_is_keeps_its_days() -> None:
    shorter = replace(REGIMEN, last_day=MON)
    other = replace(REGIMEN, id="other", first_day=TUE, last_day=FRI)
    diary = PlainDiary(MEDICINE, REGIMEN)
    assert reasons(planned(diary, shorter, other)) == [
        "The regimen of 2026-11-16 is different in the diary and was kept so.",
        "The regimen of 2026-11-17 shares days with the one from 2026-11-16, which was kept.",
    ]
    assert planned(diary, shorter, other, replacing=True).accepted == 2


def test_what_cannot_be_again_as_it_was_stays_when_the_import_goes() -> None:
    other = Medicine(id="other", name="Ibuprofen")
    changed = replace(DOSE, medicine="other")
    edits = planned(PlainDiary(MEDICINE, DOSE), other, changed, replacing=True).edits
    back, kept = taking_back(edits, PlainDiary(other, changed))
    assert (back, kept) == ((), 2)
    back, kept = taking_back(edits, PlainDiary(MEDICINE, other, changed))
    assert kept == 0
    assert {edit.after for edit in back} == {None, DOSE}


def test_a_regimen_does_not_go_back_to_days_that_another_has_since() -> None:
    shorter = replace(REGIMEN, last_day=MON)
    other = replace(REGIMEN, id="other", first_day=TUE)
    edits = (Edit(REGIMEN, shorter),)
    assert taking_back(edits, PlainDiary(MEDICINE, shorter, other)) == ((), 1)
    brought = (*edits, Edit(None, other))
    assert taking_back(brought, PlainDiary(MEDICINE, shorter, other))[1] == 0


def test_a_kind_of_exercise_that_a_session_of_the_owner_names_stays() -> None:
    rope = Activity(id="rope", name="Rope", impact=Impact.HIGH)
    session = Session(
        id="s",
        day=MON,
        activity="rope",
        impact=Impact.HIGH,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
    edits = (Edit(None, rope),)
    assert taking_back(edits, PlainDiary(rope, session)) == ((), 1)
    assert taking_back((*edits, Edit(None, session)), PlainDiary(rope, session))[1] == 0
