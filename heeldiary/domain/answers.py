"""From what a person answers to the edits that record it; the clock is an argument."""

from datetime import date, datetime

from heeldiary.domain.days import Clock, day_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import Answer, DayNote, Origin, Reading, Skipped
from heeldiary.domain.refusal import Refused

LONGEST_NOTE = 20_000


def factors_of(diary: Diary) -> Factors:
    """The factors of this diary: the catalogue and its owner's own, in the owner's order."""
    return Factors(diary.own_factors(), diary.row_choices())


def check_day(day: date, today: date) -> None:
    """Refuse a day that has not come yet, or that is before anybody's diary."""
    if day > today:
        raise Refused(f"{day} is in the future; only today and past days can be recorded.")
    if day.year < 1900:
        raise Refused(f"{day} is too long ago for a diary.")


def answer(
    before: Reading | None, factor: Factor, day: date, value: Answer | None, clock: Clock
) -> Change | None:
    """The change that records a value, a skip, or (for None) takes the answer away.

    None when nothing would change.
    """
    check_day(day, clock.today())
    if value is None:
        return _removal(before, f"{factor.name} cleared on {day}")
    if not isinstance(value, Skipped):
        value = factor.checked(value)
    if before is not None and before.value == value:
        return None
    moment, origin = provenance(day, clock)
    after = Reading(day=day, factor=factor.key, value=value, recorded_at=moment, origin=origin)
    said = "skipped" if isinstance(value, Skipped) else factor.say(value)
    return Change(label=f"{factor.name}: {said}, {day}", edits=(Edit(before, after),))


def note(before: DayNote | None, day: date, text: str, clock: Clock) -> Change | None:
    """The change that keeps the day's note; an empty text takes the note away."""
    check_day(day, clock.today())
    text = text.strip().encode(errors="replace").decode()  # half characters cannot be kept
    if len(text) > LONGEST_NOTE:
        raise Refused(
            f"The note has {len(text)} characters; a day holds {LONGEST_NOTE}. "
            "The note was kept as it was."
        )
    if not text:
        return _removal(before, f"Note cleared on {day}")
    if before is not None and before.text == text:
        return None
    moment, origin = provenance(day, clock)
    after = DayNote(day=day, text=text, recorded_at=moment, origin=origin)
    return Change(label=f"Note, {day}", edits=(Edit(before, after),))


def _removal(before: Reading | DayNote | None, label: str) -> Change | None:
    return None if before is None else Change(label=label, edits=(Edit(before, None),))


def provenance(day: date, clock: Clock) -> tuple[datetime, Origin]:
    """When something about this day is recorded now, and whether that is the day itself."""
    moment = clock.now().replace(microsecond=0)
    same_day = day_of(moment, clock.day_start_hour) == day
    return moment, Origin.THAT_DAY if same_day else Origin.LATER
