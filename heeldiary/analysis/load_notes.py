"""Notes on load, shoes and weight as articles give them: a sentence and its source, never advice.

Each rule is in `load_rules`; here it is applied to what was recorded, and said. A note that has
nothing recorded to stand on is not there. The owner can switch each off by its name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from heeldiary.analysis.load_rules import (
    MORNING_NOTE,
    LoadChange,
    Persistence,
    ShoeStatus,
    cadence_targets,
    episode_week,
    morning_above_5,
    persistence,
    weight_goals,
)
from heeldiary.analysis.movement import PairMileage, Run, WeekLoad, change
from heeldiary.analysis.weeks import DAYS_OF_WEEK
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.domain.factors import HEEL_SITES
from heeldiary.domain.movement import Milestone, MilestoneKind, Session
from heeldiary.domain.records import Reading
from heeldiary.domain.refusal import Refused

MORNING, PERSISTENCE, EPISODE, NEXT_MORNING = (
    "morning_above_5",
    "load_reduced",
    "episode_week",
    "next_morning",
)
WEEK, LONG_RUN, SHOES, CADENCE, WEIGHT = (
    "weekly_load",
    "long_run",
    "shoe_mileage",
    "cadence",
    "weight_goals",
)
NAMES = (MORNING, NEXT_MORNING, PERSISTENCE, EPISODE, WEEK, LONG_RUN, SHOES, CADENCE, WEIGHT)
"""Every note there is, in the order in which they are shown."""

_AFTER_A_RUN = "Article on heel pain after a run, with time frames"
_AFTER_RUNNING = "Article on heel pain after running"
SOURCES: Mapping[str, str] = {
    MORNING: f"{_AFTER_A_RUN}: morning pain above 5 of 10 for a week",
    NEXT_MORNING: (
        "Silbernagel’s model of pain during loading: up to 5 while moving, back to usual on the "
        "next morning"
    ),
    PERSISTENCE: f"{_AFTER_A_RUN}: pain that goes on for 2 to 3 weeks although the load is less",
    EPISODE: f"{_AFTER_A_RUN}: a ladder of 0–2, 2–6, 6–12 and more than 12 weeks",
    WEEK: (
        f"{_AFTER_RUNNING}: the 10 % rule for weeks. Frandsen 2025 found no link between weekly "
        "change and injuries"
    ),
    LONG_RUN: "Frandsen 2025, read through secondary articles: more than 10 % above the longest",
    SHOES: f"{_AFTER_A_RUN}: 300 to 500 miles (480 to 800 km) a pair",
    CADENCE: f"{_AFTER_A_RUN}: 5 to 10 % more steps a minute",
    WEIGHT: "Patient article on AS and heel pain: 5 % and 10 % of the weight at the start",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that the diary shows and an article speaks of."""

    name: str
    sentence: str
    source: str


class Tongue(Protocol):
    """How days and measures are said; the window has the owner's units and language."""

    def day(self, day: date) -> str: ...
    def distance(self, km: float) -> str: ...
    def weight(self, kg: float) -> str: ...
    def number(self, value: float) -> str: ...


class PlainTongue:
    """Metric, with ISO days and a decimal point: for files and where nobody chose."""

    def day(self, day: date) -> str:
        return day.isoformat()

    def distance(self, km: float) -> str:
        return f"{self.number(round(km, 2))} km"

    def weight(self, kg: float) -> str:
        return f"{self.number(round(kg, 1))} kg"

    def number(self, value: float) -> str:
        return f"{value:.10g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the notes look at; each is read from the diary for the days that its note needs."""

    today: date
    readings: Sequence[Reading] = ()
    """First-step and heel pain of the last 7 days."""
    milestones: Sequence[Milestone] = ()
    week: WeekLoad | None = None
    week_before: WeekLoad | None = None
    runs: Sequence[Run] = ()
    """The runs of the last 7 days."""
    mornings_after: Sequence[Session] = ()
    """The sessions of the last 7 days."""
    pairs: Sequence[PairMileage] = ()
    """The pairs in use."""
    weight: Reading | None = None
    """The last weight."""
    activity_names: Mapping[str, str] | None = None


def notes(recorded: Recorded, off: Iterable[str] = (), tongue: Tongue | None = None) -> list[Note]:
    """The notes that what was recorded gives, without those that are switched off."""
    spoken = PlainTongue() if tongue is None else tongue
    unwanted = set(off)
    return [
        Note(name=name, sentence=sentence, source=SOURCES[name])
        for name in NAMES
        if name not in unwanted
        for sentence in _said(name, recorded, spoken)
    ]


def _said(name: str, recorded: Recorded, tongue: Tongue) -> list[str]:
    """The sentences of one note; none where its rule has no answer for what was recorded."""
    try:
        return list(_SENTENCES[name](recorded, tongue))
    except Refused:
        return []


def heel_factors(side: Side) -> tuple[str, ...]:
    """The rows that say whether this heel hurts."""
    return (f"first_step_{side}", *(f"{site}_{side}" for site in HEEL_SITES))


def _morning(recorded: Recorded, tongue: Tongue) -> Iterator[str]:  # noqa: ARG001
    days = Span.ending(recorded.today, DAYS_OF_WEEK)
    for side in Side:
        by_day = {r.day: r.number for r in recorded.readings if r.factor == f"first_step_{side}"}
        mornings = [by_day.get(day) for day in days]
        if morning_above_5(mornings):
            count = sum(morning is not None for morning in mornings)
            yield f"{side.capitalize()} heel: {MORNING_NOTE} Recorded {count} of 7."


def _persistence(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    reduced = _standing(recorded, MilestoneKind.LOAD_REDUCED)
    if reduced is None:
        return
    days = (recorded.today - reduced.day).days
    stage = persistence(days)
    heels = _painful_heels(recorded, Span.ending(recorded.today, DAYS_OF_WEEK))
    if stage is Persistence.NONE or not heels:
        return
    weeks = "more than 3 weeks" if stage is Persistence.SECOND else "2 to 3 weeks"
    yield (
        f"Heel pain ({heels}) was still recorded in the last 7 days, {days} days ({weeks}) after "
        f"you marked that you reduced the load on {tongue.day(reduced.day)}."
    )


def _episode(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    began = _standing(recorded, MilestoneKind.EPISODE_BEGAN)
    if began is None:
        return
    week = episode_week((recorded.today - began.day).days)
    yield f"Week {week} since you marked the start on {tongue.day(began.day)}."


def _next_morning(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    answered = [
        session
        for session in recorded.mornings_after
        if session.pain_during is not None and session.pain_next_morning is not None
    ]
    if not answered:
        return
    last = max(answered, key=lambda session: (session.day, session.time, session.id))
    name = (recorded.activity_names or {}).get(last.activity, last.activity)
    usual = "" if last.pain_before is None else f", {tongue.number(last.pain_before)} before it"
    yield (
        f"{name}, {tongue.day(last.day)}: pain {tongue.number(last.pain_during or 0.0)} while "
        f"moving, {tongue.number(last.pain_next_morning or 0.0)} on the next morning{usual}."
    )


def _week(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    if recorded.week is None or recorded.week_before is None:
        return
    now, before = recorded.week.run_km, recorded.week_before.run_km
    changed = change(before, now)
    if changed is None or now.value is None or before.value is None:
        return
    yield (
        f"Runs of this week so far: {tongue.distance(now.value)} ({_recorded(now.recorded, now.of)}"
        f"); of the week before: {tongue.distance(before.value)} "
        f"({_recorded(before.recorded, before.of)}).{_against(recorded.week, changed, tongue)}"
    )


def _against(week: WeekLoad, changed: LoadChange, tongue: Tongue) -> str:
    """How much more; what is less, only of a whole week: the others may still become more."""
    is_over = len(week.span) == DAYS_OF_WEEK
    is_said = is_over or changed.percent > 0
    return f" That is {_percent(changed.percent, tongue)}." if is_said else ""


def _long_run(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    held = [run for run in recorded.runs if run.spike.percent is not None]
    if not held:
        return
    last = max(held, key=lambda run: (run.session.day, run.session.time, run.session.id))
    percent = _percent(last.spike.percent or 0.0, tongue)
    yield (
        f"The run of {tongue.day(last.session.day)} was "
        f"{tongue.distance(last.session.distance_km or 0.0)}, the longest of the 30 days before "
        f"{tongue.distance(last.longest_before)}: {percent}."
    )


def _shoes(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    for pair in recorded.pairs:
        status = None if pair.mileage is None else pair.mileage.status
        if pair.km.value is not None and status in _AT_MILES:
            yield f"{pair.shoe.name}: {tongue.distance(pair.km.value)}, {_AT_MILES[status]}."


_AT_MILES = {
    ShoeStatus.DUE: "in the range of 300 to 500 miles that an article names",
    ShoeStatus.OVER: "beyond the 300 to 500 miles that an article names",
}


def _cadence(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    start = _standing(recorded, MilestoneKind.CADENCE_START)
    if start is None or start.value is None:
        return
    targets = cadence_targets(start.value)
    yield (
        f"From {tongue.number(start.value)} steps a minute on {tongue.day(start.day)}, 5 to 10 % "
        f"more is {round(targets.plus_5_percent)} to {round(targets.plus_10_percent)}."
    )


def _weight(recorded: Recorded, tongue: Tongue) -> Iterator[str]:
    start = _standing(recorded, MilestoneKind.WEIGHT_START)
    if start is None or start.value is None:
        return
    last = recorded.weight
    is_since = last is not None and last.number is not None and last.day >= start.day
    now = last.number if is_since and last is not None else None
    goals = weight_goals(start.value, start.value if now is None else now)
    lines = (
        f"From {tongue.weight(start.value)} on {tongue.day(start.day)}, 5 % less is "
        f"{tongue.weight(goals.goal_5_kg)} and 10 % less is {tongue.weight(goals.goal_10_kg)}."
    )
    if now is None or last is None:
        yield lines
        return
    changed = _percent(-goals.loss_percent, tongue)
    yield f"{lines} On {tongue.day(last.day)}: {tongue.weight(now)}, {changed}."


_SENTENCES: Mapping[str, Callable[[Recorded, Tongue], Iterator[str]]] = {
    MORNING: _morning,
    NEXT_MORNING: _next_morning,
    PERSISTENCE: _persistence,
    EPISODE: _episode,
    WEEK: _week,
    LONG_RUN: _long_run,
    SHOES: _shoes,
    CADENCE: _cadence,
    WEIGHT: _weight,
}


def _standing(recorded: Recorded, what: MilestoneKind) -> Milestone | None:
    """The newest day of this kind that has not ended."""
    those = [m for m in recorded.milestones if m.what is what and m.day <= recorded.today]
    newest = max(those, key=lambda milestone: (milestone.day, milestone.id), default=None)
    if newest is None or (newest.ended_on is not None and newest.ended_on <= recorded.today):
        return None
    return newest


def _painful_heels(recorded: Recorded, days: Span) -> str:
    """The heels in which pain above zero was recorded on these days: ``left, right``."""
    hurting = {
        r.factor for r in recorded.readings if r.day in days and r.number is not None and r.number
    }
    return ", ".join(side for side in Side if hurting & set(heel_factors(side)))


def _recorded(count: int, of: int) -> str:
    return f"distance recorded for {count} of {of}"


def _percent(percent: float, tongue: Tongue) -> str:
    rounded = round(percent, 1)
    if not rounded:
        return "as much"
    return f"{tongue.number(abs(rounded))} % {'more' if rounded > 0 else 'less'}"
