"""What notes and the page of movement read from a diary: no more days than they need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.load_notes import Recorded, heel_factors
from heeldiary.analysis.movement import (
    DAYS_BEFORE_A_RUN,
    PairMileage,
    WeekLoad,
    iso_week,
    pair_mileage,
    runs,
    week_load,
)
from heeldiary.analysis.weeks import DAYS_OF_WEEK
from heeldiary.domain.activities import activities
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import Factor, Group, Kind, Side
from heeldiary.domain.factors import Factors
from heeldiary.domain.movement import Activity, Impact, Milestone, Session, Shoe
from heeldiary.domain.sessions import minutes_by_day

_SUMMED = (Kind.MINUTES, Kind.COUNT, Kind.NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareTotal:
    """A row of self-care over some days: on how many it was answered, and what came together."""

    factor: Factor
    recorded: int
    total: float | None
    """The sum, or the days with a yes; None for ratings and choices, which have no sum."""


def recorded_of(diary: Diary, today: date) -> Recorded:
    """What the notes of this day look at."""
    last_7 = Span.ending(today, DAYS_OF_WEEK)
    reaching_back = Span(last_7.first - timedelta(days=DAYS_BEFORE_A_RUN), today)
    sessions = diary.records(Session, reaching_back)
    heels = [factor for side in Side for factor in heel_factors(side)]
    week, week_before = two_weeks(diary, today)
    own = diary.records(Activity)
    tomorrow = today + timedelta(days=1)
    return Recorded(
        today=today,
        readings=list(diary.readings(last_7, heels)),
        milestones=[m for m in diary.records(Milestone) if m.day <= today],
        week=week,
        week_before=week_before,
        runs=runs(sessions, last_7),
        mornings_after=[session for session in sessions if session.day in last_7],
        pairs=pairs_in_use(diary),
        weight=diary.previous_answers(tomorrow, ["weight"]).get("weight"),
        activity_names={key: known.name for key, known in activities(own).items()},
    )


def two_weeks(diary: Diary, today: date) -> tuple[WeekLoad, WeekLoad]:
    """The ISO week of this day as far as it has come, and the whole one before it."""
    this = Span(iso_week(today).first, today)
    before = iso_week(this.first - timedelta(days=1))
    both = Span(before.first, this.last)
    sessions = diary.records(Session, both)
    minutes = minutes_by_impact(diary, both)
    return week_load(this, sessions, minutes), week_load(before, sessions, minutes)


def minutes_by_impact(diary: Diary, span: Span) -> Mapping[Impact, Mapping[date, float]]:
    return {impact: minutes_by_day(diary, span, impact) for impact in Impact}


def pairs_in_use(diary: Diary) -> Sequence[PairMileage]:
    """The pairs that are not retired, by name, with how far they have gone."""
    return _pairs(diary, are_retired=False)


def retired_pairs(diary: Diary) -> Sequence[PairMileage]:
    return _pairs(diary, are_retired=True)


def self_care(diary: Diary, factors: Factors, span: Span) -> Sequence[CareTotal]:
    """The rows of self-care that were answered in the span, in the owner's order."""
    rows = [factor for factor in factors.all() if factor.group is Group.CARE]
    answered: dict[str, list[float]] = {}
    for reading in diary.readings(span, [factor.key for factor in rows]):
        if reading.number is not None:
            answered.setdefault(reading.factor, []).append(reading.number)
    return [_care(factor, answered[factor.key]) for factor in rows if factor.key in answered]


def _care(factor: Factor, values: Sequence[float]) -> CareTotal:
    has_total = factor.kind in _SUMMED or factor.kind is Kind.YES_NO
    return CareTotal(factor=factor, recorded=len(values), total=sum(values) if has_total else None)


def _pairs(diary: Diary, *, are_retired: bool) -> Sequence[PairMileage]:
    pairs = [pair for pair in diary.records(Shoe) if pair.retired is are_retired]
    return [pair_mileage(pair, _sessions_in(pair, diary)) for pair in sorted(pairs, key=_by_name)]


def _sessions_in(pair: Shoe, diary: Diary) -> list[Session]:
    return [r for r in diary.referring(Shoe.kind, pair.id) if isinstance(r, Session)]


def _by_name(pair: Shoe) -> tuple[str, str]:
    return pair.name.casefold(), pair.id
