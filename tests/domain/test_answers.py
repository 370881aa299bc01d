from datetime import date, datetime, timedelta, timezone

import pytest

from heeldiary.domain.answers import LONGEST_NOTE, answer, factors_of, note
from heeldiary.domain.edits import Edit
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED, DayNote, Origin, OwnFactor, Reading, RowChoice
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, NOON, THU, PlainDiary, a_clock, a_note, a_reading

BACK = CATALOGUE["low_back"]
NOW = a_clock()
SATURDAY = date(2026, 11, 21)


def recorded(change) -> Reading | DayNote:  # type: ignore[no-untyped-def]
    (edit,) = change.edits
    assert isinstance(edit.after, Reading | DayNote)
    return edit.after


def test_an_answer_is_a_reading_of_its_day() -> None:
    change = answer(None, BACK, FRI, 4, NOW)
    assert change is not None
    assert recorded(change) == a_reading(day=FRI, value=4.0)
    assert change.label == "Low back: 4, 2026-11-20"


def test_zero_is_an_answer() -> None:
    reading = recorded(answer(None, BACK, FRI, 0, NOW))
    assert isinstance(reading, Reading)
    assert reading.number == 0.0


def test_a_skip_is_a_reading_without_a_number() -> None:
    change = answer(None, BACK, FRI, SKIPPED, NOW)
    assert change is not None
    assert recorded(change) == a_reading(day=FRI, value=SKIPPED)
    assert change.label == "Low back: skipped, 2026-11-20"


def test_zero_after_a_skip_and_a_skip_after_zero_are_changes() -> None:
    zero, skip = a_reading(day=FRI, value=0), a_reading(day=FRI, value=SKIPPED)
    assert answer(skip, BACK, FRI, 0, NOW) is not None
    assert answer(zero, BACK, FRI, SKIPPED, NOW) is not None


def test_clearing_takes_the_answer_away() -> None:
    before = a_reading(day=FRI)
    change = answer(before, BACK, FRI, None, NOW)
    assert change is not None
    assert change.edits == (Edit(before, None),)
    assert change.label == "Low back cleared on 2026-11-20"


@pytest.mark.parametrize("value", [4.0, SKIPPED, None])
def test_the_same_answer_again_changes_nothing(value) -> None:  # type: ignore[no-untyped-def]
    before = None if value is None else a_reading(day=FRI, value=value)
    assert answer(before, BACK, FRI, value, NOW) is None


@pytest.mark.parametrize("value", [4, SKIPPED, None])
def test_a_day_that_has_not_come_is_refused(value) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused, match="2026-11-21 is in the future"):
        answer(a_reading(day=SATURDAY), BACK, SATURDAY, value, NOW)


def test_a_day_before_anybodys_diary_is_refused() -> None:
    with pytest.raises(Refused, match="1899-12-31 is too long ago"):
        answer(None, BACK, date(1899, 12, 31), 4, NOW)
    assert answer(None, BACK, date(1900, 1, 1), 4, NOW) is not None


@pytest.mark.parametrize("value", [11, -1, 4.5, float("nan")])
def test_a_value_out_of_range_is_refused(value: float) -> None:
    with pytest.raises(Refused, match="“Low back” takes a whole number from 0 to 10"):
        answer(None, BACK, FRI, value, NOW)


@pytest.mark.parametrize(
    ("hour", "day", "origin"),
    [
        (12, FRI, Origin.THAT_DAY),
        (12, THU, Origin.LATER),
        (3, THU, Origin.THAT_DAY),  # before the day-start hour it is still Thursday
        (4, THU, Origin.LATER),
    ],
)
def test_an_answer_remembers_whether_it_was_given_that_day(
    hour: int, day: date, origin: Origin
) -> None:
    clock = a_clock(NOON.replace(hour=hour))
    assert recorded(answer(None, BACK, day, 4, clock)).origin is origin


def test_before_the_day_start_hour_the_new_date_is_still_in_the_future() -> None:
    with pytest.raises(Refused, match="future"):
        answer(None, BACK, FRI, 4, a_clock(NOON.replace(hour=3)))


def test_an_answer_remembers_the_local_time_to_the_second() -> None:
    summer = timezone(timedelta(hours=2))
    clock = a_clock(datetime(2026, 11, 20, 12, 0, 1, 999_999, tzinfo=summer))
    moment = recorded(answer(None, BACK, FRI, 4, clock)).recorded_at
    assert moment.isoformat() == "2026-11-20T12:00:01+02:00"


def test_a_note_is_kept_without_the_blanks_around_it() -> None:
    change = note(None, FRI, "  slept badly\nand long \n", NOW)
    assert recorded(change) == DayNote(
        day=FRI, text="slept badly\nand long", recorded_at=NOON, origin=Origin.THAT_DAY
    )


def test_an_empty_note_takes_the_note_away() -> None:
    before = a_note(day=FRI)
    change = note(before, FRI, " \n ", NOW)
    assert change is not None
    assert change.edits == (Edit(before, None),)
    assert note(None, FRI, "", NOW) is None


def test_the_same_note_again_changes_nothing() -> None:
    assert note(a_note("long day", FRI), FRI, "long day ", NOW) is None


def test_a_note_longer_than_a_day_holds_is_refused() -> None:
    assert note(None, FRI, "x" * LONGEST_NOTE, NOW) is not None
    with pytest.raises(Refused, match=r"20001 characters.*The note was kept as it was"):
        note(a_note(day=FRI), FRI, "x" * (LONGEST_NOTE + 1), NOW)


def test_a_note_of_a_future_day_is_refused() -> None:
    with pytest.raises(Refused, match="future"):
        note(None, SATURDAY, "tomorrow", NOW)


def test_half_a_character_does_not_lose_the_note() -> None:
    kept = recorded(note(None, FRI, "good \ud83d day", NOW))
    assert isinstance(kept, DayNote)
    assert kept.text == "good ? day"


def test_a_note_never_stands_in_a_label() -> None:
    change = note(None, FRI, "secret", NOW)
    assert change is not None
    assert "secret" not in change.label


def test_the_factors_of_a_diary_are_the_catalogue_and_its_own() -> None:
    own = OwnFactor(key="tea", name="Tea", measure=CATALOGUE["berries"].kind)
    factors = factors_of(PlainDiary(own, RowChoice(factor="tea", position=0, shown=False)))
    assert "tea" in factors
    assert "low_back" in factors
    assert not factors.is_shown(factors["tea"])
