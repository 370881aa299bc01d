"""The weekly check: its seven questions, what an answer changes, and when it is due."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from heeldiary.domain.answers import check_day, provenance
from heeldiary.domain.days import Clock, Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import ALL_DAY, Factor, Group, Kind

if TYPE_CHECKING:  # not before the first check is asked for
    from heeldiary.domain.diary import Diary
    from heeldiary.domain.results import WeeklyCheck

NO_WEEKDAY = 0
"""Chosen by who does not want to be asked for the weekly check."""
DAYS_OF_A_CHECK = 7
"""A check is about so many days."""

_NEAR = timedelta(days=3)
"""A check so many days before its weekday, or any day after it, stands for that week."""

_PRESETS = (0.0, 5.0, 10.0, 15.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, ALL_DAY)


def _rating(field: str, name: str) -> Factor:
    return Factor(key=field, name=name, group=Group.DAY)


QUESTIONS: tuple[Factor, ...] = (
    _rating("tiredness", "Tiredness"),
    _rating("axial_pain", "Neck, back or hip pain"),
    _rating("joint_pain", "Pain or swelling in other joints"),
    _rating("tenderness", "Soreness when touched or pressed"),
    _rating("stiffness", "Morning stiffness: how strong"),
    Factor(
        key="stiffness_minutes",
        name="Morning stiffness: how long (minutes)",
        group=Group.DAY,
        kind=Kind.MINUTES,
        unit="min",
        maximum=ALL_DAY,
        presets=_PRESETS,
    ),
    _rating("disease_activity", "How active has your spondyloarthritis been?"),
)
"""In this diary's own words; the key of each is the field of `WeeklyCheck` that it answers."""


def is_open(check: "WeeklyCheck", question: Factor) -> bool:
    """Whether this question was left open."""
    return getattr(check, question.key) is None


def open_questions(check: "WeeklyCheck") -> Sequence[Factor]:
    """The questions that were left open, in order."""
    return tuple(question for question in QUESTIONS if is_open(check, question))


def answer_check(
    before: "WeeklyCheck | None", question: Factor, day: date, value: float | None, clock: Clock
) -> Change | None:
    """The change that records one answer of a day's check, or (for None) leaves it open again.

    A check without any answer is removed. None when nothing would change.
    """
    check_day(day, clock.today())
    if value is not None:
        value = question.checked(value)
    if (None if before is None else getattr(before, question.key)) == value:
        return None
    after = _answered(before, question, day, value, clock)
    said = "left open" if value is None else question.say(value)
    return Change(label=f"{question.name}: {said}, check of {day}", edits=(Edit(before, after),))


def check_due(diary: "Diary", today: date, weekday: int) -> date | None:
    """The owner's weekday (1 Monday to 7 Sunday) on or before today, when its check is still due.

    A check of a day about it, or after it, stands for its week: one given late leaves the next on
    its weekday. None for `NO_WEEKDAY`.
    """
    if weekday == NO_WEEKDAY:
        return None
    due = today - timedelta(days=(today.isoweekday() - weekday) % DAYS_OF_A_CHECK)
    return None if diary.days_of("weekly_check", Span(due - _NEAR, today)) else due


def _answered(
    before: "WeeklyCheck | None", question: Factor, day: date, value: float | None, clock: Clock
) -> "WeeklyCheck | None":
    from heeldiary.domain.results import WeeklyCheck

    moment, origin = provenance(day, clock)
    start = before or WeeklyCheck(day=day, recorded_at=moment, origin=origin)
    changes = {question.key: value, "recorded_at": moment, "origin": origin}
    after: WeeklyCheck = replace(start, **changes)  # type: ignore[arg-type]  # of mixed types
    return None if len(open_questions(after)) == len(QUESTIONS) else after
