"""What sessions and shoes add up to: weeks, the longest run of 30 days, mileage, rotation.

Everything stands on what was recorded: a session without a distance adds none, and says so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.load_rules import (
    LoadChange,
    SessionSpike,
    ShoeMileage,
    session_spike,
    shoe_mileage,
    weekly_load_change,
)
from heeldiary.analysis.weeks import DAYS_OF_WEEK
from heeldiary.domain.activities import RUNS
from heeldiary.domain.days import Span
from heeldiary.domain.movement import Impact, Session, Shoe

DAYS_BEFORE_A_RUN = 30
"""How far back a run is held against the longest one."""
DAYS_OF_ROTATION = 14
MOST_IN_A_WEEK = 100_000.0
"""Minutes or km that the rule takes; nobody moves so much."""
_FARTHEST = 100_000.0
"""The km that the rule for shoes takes; a pair that is said to have gone farther is beyond all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum and what it stands on; None when nothing of it was recorded, which is not 0."""

    value: float | None
    recorded: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """An ISO week, Monday to Sunday, as it was recorded; the week of today ends today."""

    span: Span
    sessions: int
    minutes: Mapping[Impact, Total]
    """The minutes by impact; recorded on so many of the week's days."""
    km: Total
    """The distance of all sessions; recorded for so many of them."""
    run_km: Total
    """The distance of the runs alone."""
    days_moved: int
    """Days with a session, or with minutes above zero."""
    days_rested: int
    """Days whose minutes were answered with zero alone, without a session."""

    @property
    def days_not_recorded(self) -> int:
        return len(self.span) - self.days_moved - self.days_rested


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run held against the longest of the 30 days before."""

    session: Session
    longest_before: float
    """In km; 0 when no run with a distance was recorded in those days."""
    spike: SessionSpike


@dataclass(frozen=True, slots=True, kw_only=True)
class PairMileage:
    """How far a pair has gone: what it had run before, and the sessions that name it."""

    shoe: Shoe
    km: Total
    """Recorded for so many of its sessions; with what it had run before where that is known."""
    mileage: ShoeMileage | None
    """None when no distance was recorded at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """Which pairs were worn in the last 14 days, the most worn first."""

    span: Span
    pairs: tuple[str, ...]
    recorded: int
    """Of so many sessions the pair was recorded."""
    of: int


def iso_week(day: date) -> Span:
    """The Monday to Sunday that the day is in."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=DAYS_OF_WEEK - 1))


def week_load(
    week: Span, sessions: Iterable[Session], minutes: Mapping[Impact, Mapping[date, float]]
) -> WeekLoad:
    """What a week adds up to, from its sessions and its minutes by impact and day.

    The minutes are those of `domain.sessions.minutes_by_day`, which has the rule for days with
    both sessions and an answer; days and sessions outside the week are passed over.
    """
    within = [session for session in sessions if session.day in week]
    by_impact = {impact: _in_week(days, week) for impact, days in minutes.items()}
    moved = {session.day for session in within}
    answered: set[date] = set()
    for days in by_impact.values():
        answered |= days.keys()
        moved |= {day for day, value in days.items() if value > 0}
    return WeekLoad(
        span=week,
        sessions=len(within),
        minutes={impact: _total(days.values(), len(week)) for impact, days in by_impact.items()},
        km=distance(within),
        run_km=distance(session for session in within if session.activity in RUNS),
        days_moved=len(moved),
        days_rested=len(answered - moved),
    )


def change(before: Total, now: Total) -> LoadChange | None:
    """This week's total against that of the week before; None unless both were recorded."""
    if before.value is None or now.value is None:
        return None
    if max(before.value, now.value) > MOST_IN_A_WEEK:
        return None
    return weekly_load_change(before.value, now.value)


def distance(sessions: Iterable[Session]) -> Total:
    """The km of these sessions together, and for how many of them it was recorded."""
    all_of_them = list(sessions)
    km = [session.distance_km for session in all_of_them if session.distance_km is not None]
    return _total(km, len(all_of_them))


def runs(sessions: Iterable[Session], span: Span) -> list[Run]:
    """The runs of the span that have a distance, in order, each against the 30 days before it.

    The sessions must reach back 30 days before the span. What was run earlier on the same day is
    not among the days before.
    """
    with_km = [s for s in sessions if s.activity in RUNS and s.distance_km is not None]
    return [_held_against(session, with_km) for session in with_km if session.day in span]


def longest_run(sessions: Iterable[Session], span: Span) -> Session | None:
    """The longest run of the span by distance, the newest of several; None without a distance."""
    held = [
        session
        for session in sessions
        if session.activity in RUNS and session.distance_km is not None and session.day in span
    ]
    return max(held, key=lambda run: (run.distance_km or 0.0, run.day), default=None)


def pair_mileage(shoe: Shoe, sessions: Iterable[Session]) -> PairMileage:
    """How far a pair has gone in these sessions that name it, and before."""
    run = distance(sessions)
    parts = [km for km in (shoe.km_before, run.value) if km is not None]
    total = Total(value=sum(parts) if parts else None, recorded=run.recorded, of=run.of)
    return PairMileage(
        shoe=shoe,
        km=total,
        mileage=None if total.value is None else shoe_mileage(min(total.value, _FARTHEST)),
    )


def rotation(sessions: Iterable[Session], today: date) -> Rotation:
    """The pairs worn in the 14 days up to today, by how many sessions name them."""
    span = Span.ending(today, DAYS_OF_ROTATION)
    within = [session for session in sessions if session.day in span]
    worn: dict[str, int] = {}
    for session in within:
        if session.shoe is not None:
            worn[session.shoe] = worn.get(session.shoe, 0) + 1
    pairs = sorted(worn, key=lambda pair: (-worn[pair], pair))
    return Rotation(span=span, pairs=tuple(pairs), recorded=sum(worn.values()), of=len(within))


def _held_against(session: Session, others: Sequence[Session]) -> Run:
    days_before = Span.ending(session.day - timedelta(days=1), DAYS_BEFORE_A_RUN)
    before = [other.distance_km or 0.0 for other in others if other.day in days_before]
    longest = max(before, default=0.0)
    spike = session_spike(longest, session.distance_km or 0.0)
    return Run(session=session, longest_before=longest, spike=spike)


def _in_week(days: Mapping[date, float], week: Span) -> dict[date, float]:
    return {day: value for day, value in days.items() if day in week}


def _total(values: Collection[float], of: int) -> Total:
    return Total(value=sum(values) if values else None, recorded=len(values), of=of)
