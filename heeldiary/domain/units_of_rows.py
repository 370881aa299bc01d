"""Another unit for a row that was answered already: convert every answer, or begin a new series.

A unit never changes under old values: 5 km would become 5 miles.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor, Reading, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import LONGEST_NAME, LONGEST_UNIT, free_key

_LARGEST_FACTOR = 1e6
_FARTHEST = 1e12


def convert_row(own: OwnFactor, unit: str, factor: float, diary: Diary) -> Change | None:
    """The change that gives a row another unit and multiplies all its answers by a factor."""
    _check(own, unit, factor)
    if unit == own.unit:
        _check_same_unit(own, factor)
        return None
    readings = [
        reading for reading in diary.readings(None, [own.key]) if reading.number is not None
    ]
    edits = [Edit(each, _converted_reading(each, factor)) for each in readings]
    ends = (converted(own.minimum, factor), converted(own.maximum, factor))
    if max(abs(end) for end in ends) > _FARTHEST:
        raise Refused("With this factor the row would hold numbers that are too large.")
    after = replace(own, unit=unit, minimum=ends[0], maximum=ends[1])
    said = f"“{own.name}” from {own.unit or 'no unit'} to {unit or 'no unit'}"
    label = f"{said}, {len(edits)} answers converted"
    return Change(label=label, edits=(Edit(own, after), *(e for e in edits if e.before != e.after)))


def last_conversions(
    own: OwnFactor, factor: float, diary: Diary, today: date, count: int = 3
) -> Sequence[tuple[date, float, float]]:
    """The newest answers with what they would become: (day, before, after), newest first."""
    found: list[tuple[date, float, float]] = []
    day = today + timedelta(days=1)
    while len(found) < count:
        last = diary.previous_answers(day, [own.key]).get(own.key)
        if last is None or last.number is None:
            break
        found.append((last.day, last.number, converted(last.number, factor)))
        day = last.day
    return found


def begin_series(own: OwnFactor, unit: str, factors: Factors, diary: Diary, today: date) -> Change:
    """The change that retires a row under its name and begins a new one in another unit."""
    _check(own, unit, 1)
    if unit == own.unit:
        raise Refused("The new series has the same unit as the old one; nothing was changed.")
    old = replace(own, name=_ended_name(own, factors, today), retired=True)
    new = replace(own, key=free_key(factors, own.name), unit=unit)
    choice = next((each for each in diary.row_choices() if each.factor == own.key), None)
    edits = [Edit(own, old), Edit(None, new)]
    if choice is not None:
        place = RowChoice(factor=new.key, position=choice.position, shown=choice.shown)
        edits.append(Edit(None, place))
    label = f"“{own.name}” begun anew in {unit or 'no unit'}"
    return Change(label=label, edits=tuple(edits))


def converted(value: float, factor: float) -> float:
    """The value in the other unit, without the dust of floating point."""
    return float(f"{value * factor:.10g}")


def _converted_reading(reading: Reading, factor: float) -> Reading:
    assert reading.number is not None
    return replace(reading, value=converted(reading.number, factor))


def _check_same_unit(own: OwnFactor, factor: float) -> None:
    """The same unit needs no change; other numbers in it would be wrong ones."""
    if factor != 1:
        said = f"still “{own.unit}”" if own.unit else "still empty"
        raise Refused(
            f"The unit is {said}, and a factor other than 1 needs another unit; nothing was "
            "changed."
        )


def _check(own: OwnFactor, unit: str, factor: float) -> None:
    if own.measure is not Kind.NUMBER:
        raise Refused(f"“{own.name}” is not a number with a unit; its unit stays.")
    if len(unit) > LONGEST_UNIT:
        raise Refused(f"The unit is too long; it has at most {LONGEST_UNIT} letters.")
    if not math.isfinite(factor) or not 1 / _LARGEST_FACTOR <= factor <= _LARGEST_FACTOR:
        raise Refused(
            "The factor is a number above 0, for example 0.4536 from pounds to kilograms; nothing "
            "was changed."
        )


def _ended_name(own: OwnFactor, factors: Factors, today: date) -> str:
    """Its name with its last day; numbered where that name is taken."""
    names = {factor.name.casefold() for factor in factors.all()}
    ending = f" (until {today})"
    name = own.name[: LONGEST_NAME - len(ending) - 4] + ending
    tried, number = name, 2
    while tried.casefold() in names:
        tried, number = f"{name} {number}", number + 1
    return tried
