"""What was overwritten or deleted comes back as it was."""

from dataclasses import replace

import pytest

from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.medicines import Dose, Medicine, Regimen, Schedule
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.restoring import is_as_before, restoring
from tests.builders import MON, NOON, TUE, PlainDiary, a_note, a_reading

FOUR, FIVE = a_reading(value=4.0), a_reading(value=5.0)
NAPROXEN = Medicine(id="m", name="Naproxen")
DOSE = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
REGIMEN = Regimen(
    id="r",
    medicine="m",
    first_day=MON,
    schedule=Schedule.AS_NEEDED,
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)


def test_an_overwritten_answer_comes_back() -> None:
    change = restoring(Edit(FOUR, FIVE), "Low back: 4", PlainDiary(FIVE))
    assert change is not None
    assert (change.label, change.edits) == ("Restored: Low back: 4", (Edit(FIVE, FOUR),))


def test_a_deleted_record_comes_back() -> None:
    change = restoring(Edit(a_note(), None), "Note", PlainDiary())
    assert change is not None
    assert change.edits == (Edit(None, a_note()),)


def test_what_stands_so_already_is_no_change() -> None:
    edit = Edit(FOUR, FIVE)
    assert restoring(edit, "Low back: 4", PlainDiary(FOUR)) is None
    assert is_as_before(edit, PlainDiary(FOUR))
    assert not is_as_before(edit, PlainDiary(FIVE))


def test_an_addition_has_nothing_from_before() -> None:
    with pytest.raises(Refused, match="nothing from before it"):
        restoring(Edit(None, FOUR), "Low back: 4", PlainDiary(FOUR))


def test_what_it_belongs_to_has_to_be_there() -> None:
    with pytest.raises(Refused, match="The medicine that this belongs to was deleted"):
        restoring(Edit(DOSE, None), "Naproxen: taken", PlainDiary())
    assert restoring(Edit(DOSE, None), "Naproxen: taken", PlainDiary(NAPROXEN)) is not None


def test_a_regimen_does_not_come_back_over_another() -> None:
    other = replace(REGIMEN, id="other", first_day=TUE)
    elsewhere = replace(other, medicine="x")
    with pytest.raises(Refused, match="from 2026-11-17 shares days with this one"):
        restoring(Edit(REGIMEN, None), "Naproxen", PlainDiary(NAPROXEN, other))
    assert restoring(Edit(REGIMEN, None), "N", PlainDiary(NAPROXEN, elsewhere)) is not None


MOOD = OwnFactor(key="mood", name="Mood", measure=Kind.CHOICE, maximum=0, choices=("good",))
MORE = replace(MOOD, maximum=1, choices=("good", "bad"))
GOOD, BAD = a_reading("mood", 0.0), a_reading("mood", 1.0, day=TUE)


@pytest.mark.parametrize("record", [GOOD, RowChoice(factor="mood", position=1, shown=True)])
def test_nothing_comes_back_to_a_row_that_is_gone(record: Record) -> None:
    with pytest.raises(Refused, match="mood"):
        restoring(Edit(record, None), "Mood", PlainDiary())
    assert restoring(Edit(record, None), "Mood", PlainDiary(replace(MOOD, retired=True)))


def test_a_row_does_not_come_back_without_a_word_that_an_answer_needs() -> None:
    edit = Edit(MOOD, MORE)
    assert restoring(edit, "Mood", PlainDiary(MORE, GOOD, a_reading("mood", SKIPPED)))
    with pytest.raises(Refused, match="“Mood” takes one of: good"):
        restoring(edit, "Mood", PlainDiary(MORE, GOOD, BAD))
