"""Beginning, changing and ending the regimens of a medicine: what was taken stays as it was."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.keeping import has_history, keep, retired
from heeldiary.domain.medicines import Medicine, Regimen
from heeldiary.domain.refusal import Refused
from heeldiary.domain.validity import check


def begin_regimen(new: Regimen, others: Iterable[Regimen], name: str, clock: Clock) -> Change:
    """The change that begins a regimen; ``others`` are the regimens of the same medicine."""
    _check_alone(new, others)
    check(new, clock.today())
    return Change(label=f"{name}: begun on {new.first_day}", edits=(Edit(None, new),))


def change_regimen(
    current: Regimen,
    new: Regimen,
    first_day: date,
    others: Iterable[Regimen],
    name: str,
    clock: Clock,
) -> Change | None:
    """The change after which ``new`` holds from that day on; the days before stay as they were.

    On the first day of the current regimen the new one takes its place, under the same id. The
    reason why the new one began is the reason why the current one ended. None when nothing changes.
    """
    if first_day < current.first_day:
        raise Refused(
            f"The change is on {first_day}, before this period begins ({current.first_day}). "
            "Nothing was changed."
        )
    new = replace(new, first_day=first_day, medicine=current.medicine)
    if first_day == current.first_day:
        return correct_regimen(current, replace(new, id=current.id), others, name, clock)
    begun = begin_regimen(new, [each for each in others if each.id != current.id], name, clock)
    if current.last_day is not None and current.last_day < first_day:
        return begun
    ended = replace(
        current, last_day=first_day - timedelta(days=1), ended_because=new.began_because
    )
    return Change(
        label=f"{name}: changed on {first_day}", edits=(Edit(current, ended), *begun.edits)
    )


def end_regimen(
    current: Regimen,
    last_day: date,
    because: str,
    others: Iterable[Regimen],
    name: str,
    clock: Clock,
) -> Change | None:
    """The change that makes this day the last one of a regimen; None when it is already."""
    ended = replace(current, last_day=last_day, ended_because=because)
    _check_alone(ended, others)
    return keep(current, ended, f"{name}: last day {last_day}", clock)


def correct_regimen(
    before: Regimen, after: Regimen, others: Iterable[Regimen], name: str, clock: Clock
) -> Change | None:
    """The change that puts right what was written wrongly, for all days of the regimen."""
    _check_alone(after, others)
    return keep(before, after, f"{name}: period from {after.first_day} put right", clock)


def remove_medicine(
    medicine: Medicine, regimens: Iterable[Regimen], diary: Diary, clock: Clock
) -> tuple[Change, bool]:
    """The change that removes a medicine, or retires it (then True) when there is a history.

    A retired medicine is not due any more: what goes on of it ends today, and what was only
    planned to begin later goes.
    """
    if not has_history(medicine, diary):
        return Change(label=f"{medicine.name} removed", edits=(Edit(medicine, None),)), False
    today = clock.today()
    edits = [Edit(each, _ended_by(each, today)) for each in regimens if _goes_beyond(each, today)]
    edits.append(Edit(medicine, retired(medicine, clock)))
    return Change(label=f"{medicine.name} retired", edits=tuple(edits)), True


def use_again(medicine: Medicine, clock: Clock) -> Change | None:
    """The change that takes a medicine back from the retired ones."""
    return keep(medicine, replace(medicine, retired=False), f"{medicine.name} in use again", clock)


def _ended_by(regimen: Regimen, today: date) -> Regimen | None:
    return None if regimen.first_day > today else replace(regimen, last_day=today)


def _goes_beyond(regimen: Regimen, today: date) -> bool:
    return regimen.last_day is None or regimen.last_day > today


def _check_alone(regimen: Regimen, others: Iterable[Regimen]) -> None:
    """Refuse two regimens of a medicine on the same day."""
    for other in others:
        is_other = other.id != regimen.id and other.medicine == regimen.medicine
        if is_other and regimen.meets(other):
            until = f"to {other.last_day}" if other.last_day else "and goes on"
            raise Refused(
                f"It would share days with the period that runs from {other.first_day} {until}. "
                "A medicine has one dose plan at a time; nothing was changed."
            )
