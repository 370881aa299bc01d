"""Appointments past and to come, and the days since the last one. Pure."""

from dataclasses import replace
from datetime import date, timedelta

from heeldiary.domain.days import THREE_MONTHS, Clock, Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.keeping import keep
from heeldiary.domain.visits import Question, Visit

_FAR_AHEAD = date(9999, 12, 31)


def last_visit(diary: Diary, today: date) -> Visit | None:
    """The latest appointment before today: today's is still the next one."""
    return next(iter(diary.newest(Visit, 1, until=today - timedelta(days=1))), None)


def coming_visits(diary: Diary, today: date) -> list[Visit]:
    """The appointments of today and later, the next one first."""
    coming = diary.records(Visit, Span(today, _FAR_AHEAD))
    return sorted(coming, key=lambda visit: (visit.day, visit.time or "24", visit.id))


def next_visit(diary: Diary, today: date) -> Visit | None:
    return next(iter(coming_visits(diary, today)), None)


def since_last_visit(diary: Diary, today: date) -> Span | None:
    """From the day after the last visit to today; None without a visit in the diary."""
    last = last_visit(diary, today)
    return None if last is None else Span(last.day + timedelta(days=1), today)


def usual_period(diary: Diary, today: date) -> Span:
    """The days that a summary is about unless others are asked for: since the last visit.

    Without a visit in the diary they are the last three months.
    """
    return since_last_visit(diary, today) or Span.ending(today, THREE_MONTHS)


def keep_visit(before: Visit | None, visit: Visit, clock: Clock) -> Change | None:
    """The change that keeps an appointment as it is given; None when nothing would change."""
    return keep(before, visit, f"Visit on {visit.day}", clock)


def remove_visit(visit: Visit, diary: Diary) -> Change:
    """The change that removes an appointment; the questions that name it stay, without it."""
    freed = (
        Edit(question, replace(question, visit=None))
        for question in diary.referring("visit", visit.id)
        if isinstance(question, Question)
    )
    return Change(label=f"Visit on {visit.day} removed", edits=(*freed, Edit(visit, None)))
