"""From what a person writes about a day's meals to the edit that keeps it."""

from datetime import date

from heeldiary.domain.answers import check_day, provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.keeping import keep
from heeldiary.domain.records import MealNote


def meals(before: MealNote | None, day: date, text: str, clock: Clock) -> Change | None:
    """The change that keeps what was eaten on a day; an empty text takes it away.

    None when nothing would change.
    """
    check_day(day, clock.today())
    text = text.strip().encode(errors="replace").decode()  # half characters cannot be kept
    if not text:
        cleared = f"Meals cleared on {day}"
        return None if before is None else Change(label=cleared, edits=(Edit(before, None),))
    if before is not None and before.text == text:
        return None
    moment, origin = provenance(day, clock)
    after = MealNote(day=day, text=text, recorded_at=moment, origin=origin)
    return keep(before, after, f"Meals, {day}", clock)
