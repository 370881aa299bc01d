"""Taking an import back: what it brought goes, what the owner changed since stays."""

from dataclasses import replace
from datetime import timedelta

from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor, RowChoice
from heeldiary.exchange.take_back import taking_back
from tests.builders import MON, NOON, TUE, PlainDiary, a_note, a_reading

ROPE = OwnFactor(key="rope", name="Rope", measure=Kind.COUNT)
MOOD = OwnFactor(key="mood", name="Mood", measure=Kind.CHOICE, maximum=0, choices=("good",))
MORE = OwnFactor(key="mood", name="Mood", measure=Kind.CHOICE, maximum=1, choices=("good", "bad"))


def brought(factor: str = "low_back", value: float = 4.0) -> Edit:
    return Edit(None, a_reading(factor, value, origin=Origin.IMPORTED))


def test_what_is_as_the_import_left_it_goes_back() -> None:
    note = Edit(a_note("mine"), a_note("mine\ntheirs"))
    edits = (Edit(None, ROPE), brought("rope"), note)
    diary = PlainDiary(*(edit.record for edit in edits))

    back, kept = taking_back(edits, diary)

    assert back == tuple(edit.inverted() for edit in reversed(edits))
    assert kept == 0


def test_what_was_changed_since_is_kept_and_counted() -> None:
    edits = (brought(), brought("neck"), Edit(None, a_note("theirs")))
    later = NOON + timedelta(hours=1)
    diary = PlainDiary(a_reading(value=4.0, recorded_at=later), a_note("theirs and mine"))

    assert taking_back(edits, diary) == ((), 3)


def test_a_row_that_the_owner_answers_stays() -> None:
    edits = (Edit(None, ROPE), brought("rope"))
    diary = PlainDiary(ROPE, edits[1].record, a_reading("rope", SKIPPED, day=TUE))

    assert taking_back(edits, diary) == ((edits[1].inverted(),), 1)


def test_a_row_that_goes_takes_its_place_on_today_with_it() -> None:
    place = RowChoice(factor="rope", position=2, shown=True)
    other = RowChoice(factor="neck", position=3, shown=True)
    diary = PlainDiary(ROPE, place, other)

    assert taking_back((Edit(None, ROPE),), diary) == ((Edit(place, None), Edit(ROPE, None)), 0)


def test_a_place_that_the_import_brought_is_taken_back_once() -> None:
    place = RowChoice(factor="rope", position=2, shown=True)
    edits = (Edit(None, ROPE), Edit(None, place))

    assert taking_back(edits, PlainDiary(ROPE, place)) == (
        (Edit(place, None), Edit(ROPE, None)),
        0,
    )


def test_appended_choices_stay_while_an_answer_needs_them() -> None:
    edits = (Edit(MOOD, MORE),)

    assert taking_back(edits, PlainDiary(MORE, a_reading("mood", 1.0))) == ((), 1)
    for unneeded in (a_reading("mood", 0.0), a_reading("mood", SKIPPED)):
        assert taking_back(edits, PlainDiary(MORE, unneeded)) == ((Edit(MORE, MOOD),), 0)


def test_an_import_that_brought_nothing_takes_nothing_back() -> None:
    assert taking_back((), PlainDiary(a_reading(day=MON))) == ((), 0)


def test_many_records_of_a_kind_are_held_against_the_diary_one_by_one() -> None:
    theirs = [a_note(f"Note {n}", MON - timedelta(days=n)) for n in range(200)]
    edits = tuple(Edit(None, note) for note in theirs)
    changed = replace(theirs[7], text="mine")

    back, kept = taking_back(edits, PlainDiary(*theirs[:7], changed, *theirs[8:]))

    assert (len(back), kept) == (199, 1)
    assert theirs[7] not in [edit.before for edit in back]
