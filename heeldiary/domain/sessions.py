"""Sessions of exercise: from what is given to the record, and what those of a day add up to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from heeldiary.domain.activities import activities, key_of, name_of, own_activity
from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock, Span, day_numbered
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import keep, new_id
from heeldiary.domain.movement import Activity, Impact, Session
from heeldiary.domain.records import Reading
from heeldiary.domain.refusal import Refused

MINUTES_ROWS = MappingProxyType(
    {Impact.LOW: "low_impact_minutes", Impact.HIGH: "high_impact_minutes"}
)
"""The row of Today that asks for a day's minutes of this impact as one answer."""

_NEXT_DAY = timedelta(days=1)


def session(
    values: Mapping[str, Any],
    clock: Clock,
    own: Iterable[Activity] = (),
    before: Session | None = None,
) -> Session:
    """The session with these values by field name: a new one, or ``before`` as it is corrected.

    Without an impact it has the usual one of its activity. Refused for a morning that is to come.
    """
    given = dict(values)
    day: date = given["day"]
    if given.get("impact") is None:
        given["impact"] = _usual_impact(given["activity"], own)
    if given.get("pain_next_morning") is not None:
        _check_morning(day, clock)
    moment, origin = provenance(day, clock)
    return Session(id=before.id if before else new_id(), recorded_at=moment, origin=origin, **given)


def keep_session(
    after: Session, clock: Clock, own: Iterable[Activity] = (), before: Session | None = None
) -> Change | None:
    """The change that keeps a session; None when nothing that the owner gave is another."""
    if before and before == replace(after, recorded_at=before.recorded_at, origin=before.origin):
        return None
    return keep(before, after, label_of(after, own), clock)


def session_change(
    values: Mapping[str, Any],
    clock: Clock,
    own: Sequence[Activity] = (),
    before: Session | None = None,
) -> Change | None:
    """The change that keeps what a form gives; a new name becomes an activity of the owner's own.

    Refused without an activity, and for a new one without its impact.
    """
    words = str(values["activity"]).strip()
    if not words:
        raise Refused("Choose the activity, or write one of your own; nothing was kept.")
    is_as_before = before is not None and before.activity == words
    key = words if is_as_before else key_of(words, own)
    if key is not None:
        after = session({**values, "activity": key}, clock, own, before)
        return keep_session(after, clock, own, before)
    if values.get("impact") is None:
        raise Refused(f"“{words}” is new: choose its impact, low or high; nothing was kept.")
    added = own_activity(words, values["impact"], own, clock)
    assert added is not None
    activity = added.edits[0].record
    after = session({**values, "activity": activity.id}, clock, own, before)
    kept = keep(before, after, f"{words}, {after.day}", clock)
    assert kept is not None
    return replace(kept, edits=(*added.edits, *kept.edits))


def label_of(session: Session, own: Iterable[Activity] = ()) -> str:
    """What a change of this session is called: ``Running: 40 min, 2026-11-20``."""
    minutes = "" if session.minutes is None else f": {session.minutes:.10g} min"
    return f"{name_of(session.activity, own)}{minutes}, {session.day}"


def next_morning_asked(sessions: Iterable[Session], today: date) -> list[Session]:
    """Those of yesterday's sessions after which the pain of this morning is not recorded."""
    yesterday = today - _NEXT_DAY
    return [s for s in sessions if s.day == yesterday and s.pain_next_morning is None]


def answer_next_morning(session: Session, value: float | None, clock: Clock) -> Change | None:
    """The change that records the pain of the morning after; None takes the answer away.

    When the session itself was recorded, and how, stays. Refused before that morning has come.
    """
    _check_morning(session.day, clock)
    label = f"Pain on the morning after, {session.day}"
    return keep(session, replace(session, pain_next_morning=value), label, clock)


def minutes_of_day(
    sessions: Iterable[Session], readings: Mapping[str, Reading], impact: Impact
) -> float | None:
    """A day's minutes of this impact; None when they were not recorded.

    The one rule: the sum of the day's sessions of that impact where any has its minutes, else the
    day's answer to the row of Today. They are never added up: the answer may count the sessions.
    """
    minutes = [s.minutes for s in sessions if s.impact is impact and s.minutes is not None]
    if minutes:
        return sum(minutes)
    answered = readings.get(MINUTES_ROWS[impact])
    return None if answered is None else answered.number


def minutes_by_day(diary: Diary, span: Span, impact: Impact) -> dict[date, float]:
    """The minutes of this impact for each day that has them, by :func:`minutes_of_day`."""
    return {day_numbered(day): value for day, value in minutes_numbered(diary, span, impact)}


def minutes_numbered(diary: Diary, span: Span, impact: Impact) -> Sequence[tuple[int, float]]:
    """The same as (day number, minutes), in order of day, for charts of many years."""
    sums: dict[int, float] = {}
    for day, minutes in diary.numbers(Session, "minutes", span, impact=impact):
        sums[day] = sums.get(day, 0.0) + minutes
    answered = dict(diary.answers(MINUTES_ROWS[impact], span))
    return sorted((answered | sums).items())


def _usual_impact(activity: str, own: Iterable[Activity]) -> Impact:
    known = activities(own).get(activity)
    if known is None:
        raise Refused("This activity is not known; choose its impact, or another activity.")
    return known.impact


def _check_morning(day: date, clock: Clock) -> None:
    if clock.today() <= day:
        raise Refused("The morning after this session has not come yet; its pain was not kept.")
