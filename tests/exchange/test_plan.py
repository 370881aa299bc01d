"""What an import would do: added, unchanged, or refused with the line and the reason."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heeldiary.domain.answers import LONGEST_NOTE, factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import SKIPPED, DayNote, Origin, OwnFactor, Record, RowChoice
from heeldiary.exchange.entries import (
    Circumstances,
    Entry,
    ImportPlan,
    NoteLine,
    Refusal,
    Row,
)
from heeldiary.exchange.plan import plan
from tests.builders import FRI, MON, NOON, TUE, WED, PlainDiary, a_clock, a_note, a_reading

MOOD = OwnFactor(key="mood", name="Mood", measure=Kind.CHOICE, maximum=1, choices=("awful", "good"))
GREATER_MOOD = OwnFactor(
    key="mood", name="Mood", measure=Kind.CHOICE, maximum=2, choices=("awful", "good", "rad")
)
ROPE = OwnFactor(key="rope", name="Rope skipping", measure=Kind.COUNT, maximum=5000)


def planned(diary: PlainDiary, *rows: Row | Record, replace: bool = False) -> ImportPlan:
    """The plan for these rows; a bare record is the line of its place, from 1."""
    given = [
        row if isinstance(row, Entry | NoteLine | Refusal) else Entry(line=line, record=row)
        for line, row in enumerate(rows, start=1)
    ]
    around = Circumstances(clock=a_clock(), factors=factors_of(diary))
    return plan(given, diary, around, title="Test", replace=replace)


def reasons(result: ImportPlan) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in result.refusals]


def after(diary: PlainDiary, result: ImportPlan) -> PlainDiary:
    """The diary with the plan carried out."""
    records = {(r.kind, r.id): r for r in diary._records.values()}
    records.update({(e.record.kind, e.record.id): e.record for e in result.edits})
    return PlainDiary(*records.values())


def test_what_the_diary_lacks_is_added() -> None:
    reading = a_reading(value=0.0)

    result = planned(PlainDiary(), reading)

    assert result.edits == (Edit(None, reading),)
    assert (result.accepted, result.unchanged, result.refusals) == (1, 0, ())
    assert result.format_title == "Test"


def test_what_the_diary_holds_is_unchanged_whoever_recorded_it() -> None:
    earlier = NOON - timedelta(days=3)
    diary = PlainDiary(
        a_reading(recorded_at=earlier), a_reading("neck", SKIPPED), a_note(), MOOD, a_row()
    )

    result = planned(
        diary,
        a_reading(origin=Origin.IMPORTED),
        a_reading("neck", SKIPPED, origin=Origin.LATER),
        DayNote(day=MON, text=a_note().text, recorded_at=earlier, origin=Origin.IMPORTED),
        MOOD,
        a_row(),
    )

    assert result.edits == ()
    assert (result.accepted, result.unchanged, result.refusals) == (0, 5, ())


def test_what_the_diary_holds_differently_is_kept() -> None:
    diary = PlainDiary(
        a_reading(value=0.0), a_reading("flare_today", 1.0), a_note("mine"), a_row(), ROPE
    )

    result = planned(
        diary,
        a_reading(value=SKIPPED),
        a_reading("flare_today", 2.0),
        a_note("theirs"),
        a_row(7),
        OwnFactor(key="rope", name="Jumping rope", measure=Kind.COUNT, maximum=5000),
    )

    assert result.edits == ()
    assert reasons(result) == [
        (1, "“Low back” on 2026-11-16 is 0 in the diary and was kept; the file says skipped."),
        (
            2,
            (
                "“Was today a flare for you?” on 2026-11-16 is a few areas in the diary and was "
                "kept; the file says all over."
            ),
        ),
        (3, "The diary has another note on 2026-11-16, of 4 characters; it was kept."),
        (4, "The row “Low back” stands at place 3, shown, in the diary and was kept so."),
        (
            5,
            (
                "The row “Rope skipping” is set up differently in the diary "
                "(“Rope skipping”, 0 to 5000) and was kept so."
            ),
        ),
    ]


def test_what_the_diary_holds_differently_is_replaced_when_that_is_asked_for() -> None:
    before: list[Record] = [a_reading(value=0.0), a_note("mine"), a_row(), ROPE]
    renamed = OwnFactor(key="rope", name="Jumping rope", measure=Kind.COUNT, maximum=5000)
    wanted: list[Record] = [a_reading(value=SKIPPED), a_note("theirs"), a_row(7), renamed]

    result = planned(PlainDiary(*before), *wanted, replace=True)

    assert set(result.edits) == {Edit(old, new) for old, new in zip(before, wanted, strict=True)}
    assert (result.accepted, result.refusals) == (4, ())


def a_row(position: int = 3) -> RowChoice:
    return RowChoice(factor="low_back", position=position, shown=True)


def test_of_two_lines_about_the_same_the_first_is_taken() -> None:
    result = planned(
        PlainDiary(),
        a_reading(value=4.0),
        a_reading(value=4.0, origin=Origin.LATER),
        a_reading(value=5.0),
        a_note("one"),
        a_note("one"),
        a_note("two"),
        a_row(),
        a_row(),
        a_row(4),
    )

    assert (result.accepted, result.unchanged) == (3, 3)
    assert reasons(result) == [
        (3, "Line 1 already tells this otherwise; that line was taken."),
        (6, "Line 4 already tells this otherwise; that line was taken."),
        (9, "Line 7 already tells this otherwise; that line was taken."),
    ]


def test_a_line_that_was_refused_does_not_stand_before_a_good_one() -> None:
    result = planned(PlainDiary(), a_reading(value=11.0), a_reading(value=5.0))

    assert result.edits == (Edit(None, a_reading(value=5.0)),)
    assert [line for line, _ in reasons(result)] == [1]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (a_reading(value=11.0), "“Low back” takes a whole number from 0 to 10, not “11”."),
        (a_reading(value=4.5), "“Low back” takes a whole number from 0 to 10, not “4.5”."),
        (a_reading("nose"), "There is no row called “nose” in this diary."),
        (a_reading(day=FRI + timedelta(days=1)), "2026-11-21 is in the future"),
        (a_reading(day=date(1899, 12, 31)), "too long ago"),
        (a_reading(recorded_at=datetime(1, 1, 1, tzinfo=UTC)), "0001-01-01 is not a day on which"),
        (a_note(day=FRI + timedelta(days=1)), "2026-11-21 is in the future"),
        (a_note("x" * (LONGEST_NOTE + 1)), "would have 20001 characters; a day holds 20000"),
        (a_note(" \n"), "The note of 2026-11-16 is empty."),
        (a_note("nul\0"), "a character that no file can keep"),
        (a_note("half \ud800"), "a character that no file can keep"),
        (RowChoice(factor="nose", position=1, shown=True), "There is no row called “nose”"),
        (a_row(10**30), "“Low back” cannot stand at place 1e+30."),
    ],
)
def test_what_no_diary_can_hold_is_refused_with_its_line(record: Record, sentence: str) -> None:
    result = planned(PlainDiary(), a_reading("neck"), record)

    assert result.accepted == 1
    [(line, reason)] = reasons(result)
    assert line == 2
    assert sentence in reason


def test_a_row_of_the_files_own_may_stand_after_its_answers() -> None:
    answer = a_reading("mood", 1.0)

    result = planned(PlainDiary(), answer, RowChoice(factor="mood", position=1, shown=True), MOOD)

    assert result.edits[0] == Edit(None, MOOD)
    assert Edit(None, answer) in result.edits
    assert (result.accepted, result.refusals) == (3, ())


@pytest.mark.parametrize("value", [2.0, 0.5])
def test_a_choice_that_has_no_word_is_refused(value: float) -> None:
    loose = OwnFactor(
        key="mood", name="Mood", measure=Kind.CHOICE, step=0.5, choices=("awful", "good")
    )

    result = planned(PlainDiary(), loose, a_reading("mood", value))

    assert reasons(result) == [(2, f"“Mood” takes one of: awful, good, not “{value:g}”.")]


def test_appended_choices_are_a_change() -> None:
    result = planned(PlainDiary(MOOD), GREATER_MOOD, a_reading("mood", 2.0))

    assert result.edits[0] == Edit(MOOD, GREATER_MOOD)
    assert result.accepted == 2


def test_choices_appended_meanwhile_stay() -> None:
    result = planned(PlainDiary(GREATER_MOOD), MOOD, a_reading("mood", 0.0))

    assert (result.accepted, result.unchanged, result.refusals) == (1, 1, ())


def test_choices_may_grow_within_one_file() -> None:
    result = planned(PlainDiary(), MOOD, GREATER_MOOD)

    assert result.edits == (Edit(None, GREATER_MOOD),)


def test_a_retired_row_stays_retired() -> None:
    retired = OwnFactor(
        key="rope", name="Rope skipping", measure=Kind.COUNT, maximum=5000, retired=True
    )

    result = planned(PlainDiary(retired), ROPE, replace=True)

    assert (result.edits, result.unchanged) == ((), 1)


def test_a_row_that_means_something_else_is_refused_with_its_answers() -> None:
    turned = OwnFactor(
        key="mood", name="Mood", measure=Kind.CHOICE, maximum=1, choices=("good", "awful")
    )

    for replace in (False, True):
        result = planned(PlainDiary(MOOD), turned, a_reading("mood", 1.0), replace=replace)
        assert result.edits == ()
        assert reasons(result) == [
            (
                1,
                (
                    "The row “Mood” is one of: awful, good in the diary and was kept; "
                    "the file has one of: good, awful."
                ),
            ),
            (2, "The file's row “mood” was not taken, nor were its answers."),
        ]


def test_answers_to_a_row_with_another_name_are_still_taken() -> None:
    renamed = OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, maximum=5000)

    result = planned(PlainDiary(renamed), ROPE, a_reading("rope", 100.0))

    assert result.accepted == 1
    assert [line for line, _ in reasons(result)] == [1]


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (OwnFactor(key="weight", name="Weight", measure=Kind.COUNT), "every diary has"),
        (OwnFactor(key=" ", name="Rope", measure=Kind.COUNT), "needs a key"),
        (OwnFactor(key="a/b", name="Rope", measure=Kind.COUNT), "needs a key"),
        (OwnFactor(key="rope", name="", measure=Kind.COUNT), "needs a key"),
        (OwnFactor(key="rope", name="R" * 201, measure=Kind.COUNT), "at most 200 characters"),
        (OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, step=0), "no answer can be kept"),
        (OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, step=1e-320), "no answer can be"),
        (OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, maximum=1e300), "no answer can be"),
        (
            OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, minimum=11),
            "no answer can be kept",
        ),
        (OwnFactor(key="rope", name="Rope", measure=Kind.CHOICE), "needs choices"),
        (
            OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, choices=("a", "b")),
            "needs choices when it is a choice, and only then",
        ),
        (
            OwnFactor(key="rope", name="Rope", measure=Kind.CHOICE, choices=("a", "A")),
            "choices that read the same",
        ),
        (
            OwnFactor(key="rope", name="Rope", measure=Kind.CHOICE, choices=("a", "Skipped")),
            "choices that read the same",
        ),
        (OwnFactor(key="rope", name="R\0pe", measure=Kind.COUNT), "no file can keep"),
    ],
)
def test_a_row_that_could_hold_nothing_is_refused(own: OwnFactor, sentence: str) -> None:
    result = planned(PlainDiary(), own, a_reading(own.key, 80.0))

    assert result.edits == ()
    assert sentence in result.refusals[0].reason
    assert result.refusals[1].reason.endswith("was not taken, nor were its answers.")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (OwnFactor(key="rope", name="Rope", measure=Kind.YES_NO), "the file has yes or no."),
        (OwnFactor(key="rope", name="Rope", measure=Kind.NUMBER, unit="m"), "a number in m."),
        (OwnFactor(key="rope", name="Rope", measure=Kind.MINUTES), "the file has minutes."),
    ],
)
def test_the_refusal_says_what_the_file_has(own: OwnFactor, said: str) -> None:
    [(_, reason)] = reasons(planned(PlainDiary(ROPE), own))

    assert reason.startswith("The row “Rope skipping” is a count in the diary and was kept")
    assert reason.endswith(said)


def test_the_refusal_says_that_a_row_differs_by_its_retirement() -> None:
    retired = OwnFactor(
        key="rope", name="Rope skipping", measure=Kind.COUNT, maximum=5000, retired=True
    )
    held = OwnFactor(key="rope", name="Rope", measure=Kind.COUNT, maximum=50, retired=True)

    assert len(planned(PlainDiary(ROPE), retired).refusals) == 1
    assert "0 to 50, retired) and was kept so" in planned(PlainDiary(held), ROPE).refusals[0].reason


def test_a_value_without_a_word_in_the_diary_is_still_told() -> None:
    diary = PlainDiary(MOOD, a_reading("mood", 7.0))

    [(_, reason)] = reasons(planned(diary, a_reading("mood", 1.0)))

    assert reason == "“Mood” on 2026-11-16 is 7 in the diary and was kept; the file says good."


def test_lines_of_notes_are_added_to_the_note_of_the_day() -> None:
    diary = PlainDiary(a_note("My own words."))

    result = planned(
        diary,
        NoteLine(line=5, day=MON, text="Swam.  "),
        NoteLine(line=6, day=TUE, text="Ran."),
        NoteLine(line=7, day=MON, text="Slept\r\nwell."),
    )

    assert [(e.before, e.after.text) for e in result.edits if isinstance(e.after, DayNote)] == [
        (a_note("My own words."), "My own words.\nSwam.\nSlept\nwell."),
        (None, "Ran."),
    ]
    assert all(
        (e.after.origin, e.after.recorded_at) == (Origin.IMPORTED, NOON)
        for e in result.edits
        if isinstance(e.after, DayNote)
    )
    assert result.accepted == 3


def test_a_line_that_the_note_holds_already_is_unchanged() -> None:
    diary = PlainDiary(a_note("Swam.\r\nSlept\r\nwell.\nRan."))

    result = planned(
        diary,
        NoteLine(line=1, day=MON, text="Slept\nwell."),
        NoteLine(line=2, day=MON, text="Ran."),
        NoteLine(line=3, day=MON, text="  "),
    )

    assert (result.edits, result.unchanged) == ((), 3)


def test_part_of_a_line_is_not_the_line() -> None:
    result = planned(PlainDiary(a_note("Swam far.")), NoteLine(line=1, day=MON, text="Swam"))

    assert result.accepted == 1


def test_a_line_for_which_the_note_has_no_room_is_refused() -> None:
    diary = PlainDiary(a_note("x" * (LONGEST_NOTE - 5)))

    result = planned(
        diary,
        NoteLine(line=1, day=MON, text="too long"),
        NoteLine(line=2, day=MON, text="fits"),
        NoteLine(line=3, day=FRI + timedelta(days=1), text="tomorrow"),
    )

    assert result.accepted == 1
    assert [line for line, _ in reasons(result)] == [1, 3]


def test_whole_notes_and_lines_of_one_day_are_one_edit() -> None:
    result = planned(
        PlainDiary(),
        NoteLine(line=1, day=MON, text="a line"),
        Entry(line=2, record=a_note("whole")),
    )

    [edit] = result.edits
    assert isinstance(edit.after, DayNote)
    assert edit.after.text == "whole\na line"
    assert result.accepted == 2


def test_refusals_of_the_reader_are_passed_on_in_order_of_lines() -> None:
    told = Refusal(line=9, reason="no day")

    result = planned(PlainDiary(), told, Entry(line=3, record=a_reading(value=99.0)))

    assert [line for line, _ in reasons(result)] == [3, 9]


def test_the_same_file_twice_changes_nothing() -> None:
    rows: list[Row | Record] = [
        MOOD,
        a_row(),
        a_reading("mood", 1.0),
        a_reading(value=SKIPPED),
        NoteLine(line=5, day=WED, text="one"),
        NoteLine(line=6, day=WED, text="two"),
    ]
    diary = after(PlainDiary(), planned(PlainDiary(), *rows))

    again = planned(diary, *rows)

    assert (again.edits, again.refusals, again.unchanged) == ((), (), 6)


class CountingDiary(PlainDiary):
    """Counts how often its readings are asked for."""

    asked = 0

    def readings(self, span=None, factors=None):  # type: ignore[no-untyped-def]
        self.asked += 1
        return super().readings(span, factors)


def test_the_diarys_readings_are_asked_for_once() -> None:
    days = list(Span(MON - timedelta(days=400), MON))
    diary = CountingDiary(*(a_reading(day=day) for day in days))

    result = planned(diary, *(a_reading(day=day) for day in days))

    assert result.unchanged == len(days)
    assert diary.asked == 1
