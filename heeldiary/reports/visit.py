"""The values of the page for a visit: what a diary says about a period, and on how many days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.analysis.answered import Figures
from heeldiary.analysis.series import Series, daily, worst
from heeldiary.domain.appointments import since_last_visit
from heeldiary.domain.days import Span, day_numbered
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.factors import (
    BACK_SITES,
    CATALOGUE,
    FOODS_TO_INCLUDE,
    FOODS_TO_LIMIT,
    HEEL_SITES,
)
from heeldiary.domain.movement import Impact
from heeldiary.domain.refusal import Refused
from heeldiary.domain.sessions import MINUTES_ROWS, minutes_numbered
from heeldiary.domain.visit_questions import questions_for_next
from heeldiary.reports.flares import Flares, flares_of
from heeldiary.reports.results import Results, results_of
from heeldiary.reports.treatment import Treatment, treatment_of

HIGH = 7
"""Ratings from here on are counted as "time in high pain" (clinical reference, part 7)."""
LATELY_DAYS = 28
BEFORE_DAYS = 84
FEWEST_DAYS_OF_A_PLACE = 4
"""A site that is rated only when it hurts would else stand above those rated every day."""
WORST_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row of the key numbers: the highest of its factors on each day."""

    name: str
    factors: tuple[str, ...]

    @property
    def factor(self) -> Factor:
        """The one whose scale they share."""
        return CATALOGUE[self.factors[0]]


def _heel(side: str) -> Measure:
    return Measure(
        name=f"Worst heel pain, {side}", factors=tuple(f"{site}_{side}" for site in HEEL_SITES)
    )


def _one(key: str) -> Measure:
    return Measure(name=CATALOGUE[key].name, factors=(key,))


MEASURES = (
    _heel("left"),
    _heel("right"),
    _one("first_step_left"),
    _one("first_step_right"),
    Measure(name="Worst back pain", factors=BACK_SITES),
    _one("night_pain"),
    _one("stiffness_minutes"),
    _one("stiffness_severity"),
    _one("fatigue"),
    _one("disease_felt"),
    _one("sleep_hours"),
)
_SIGNS = ("swelling_left", "swelling_right", "warmth_left", "warmth_right")
_ELSEWHERE = (
    "eye_pain",
    "eye_redness",
    "vision_change",
    "painful_breathing",
    "chest_pain",
    "rash",
    "fever",
    "stomach_pain",
    "diarrhoea",
    "appetite_loss",
)
"""Eyes, chest, skin, gut and fever: asked of everybody with spondyloarthritis."""
_SITES = tuple(key for key, factor in CATALOGUE.items() if factor.group is Group.PAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A measure lately and in the weeks before."""

    measure: Measure
    lately: Figures
    before: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One factor over one span."""

    name: str
    unit: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something that was answered with yes, and when it was so last."""

    name: str
    days: int
    answered: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The first and the last weighing of the period."""

    first_day: date
    first: float
    last_day: date
    last: float
    answered: int
    possible: int

    @property
    def percent(self) -> float:
        return 100 * (self.last - self.first) / self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """Everything that the page says, before it is put into words."""

    span: Span
    lately: Span
    before: Span
    printed_on: date
    version: str
    is_since_last_visit: bool
    """Whether the period begins on the day after the last visit."""
    questions: tuple[str, ...]
    """What the owner wants to ask, in the owner's order."""
    days_recorded: int
    begins: date | None
    """The diary's first day, when that is inside the windows or the period."""
    measures: tuple[Compared, ...]
    never_recorded: tuple[str, ...]
    """Measures without an answer in either window."""
    worst_places: tuple[Counted, ...]
    elsewhere: tuple[Happened, ...]
    """Complaints beyond back and heels that were answered with yes."""
    treatment: Treatment
    results: Results
    flares: Flares
    activities: tuple[Compared, ...]
    foods_to_include: tuple[Counted, ...]
    foods_to_limit: tuple[Counted, ...]
    signs: tuple[Counted, ...]
    weight: Weight | None


def visit_summary(diary: Diary, span: Span, *, today: date, version: str) -> VisitSummary:
    """Sum up the period: its last 4 weeks against the 12 weeks before them.

    Reads only the days of the period and of those two windows, however long the diary is.
    """
    if span.last > today:
        raise Refused(
            f"The period ends on {span.last}, which has not come yet; today is {today}. "
            "No summary was made."
        )
    lately = Span(max(span.first, span.last - timedelta(days=LATELY_DAYS - 1)), span.last)
    before = Span.ending(lately.first - timedelta(days=1), BEFORE_DAYS)
    compared = tuple(_compared(diary, measure, lately, before) for measure in MEASURES)
    return VisitSummary(
        span=span,
        lately=lately,
        before=before,
        printed_on=today,
        version=version,
        is_since_last_visit=_is_since_last_visit(diary, span, today),
        questions=tuple(question.text for question in questions_for_next(diary, today)),
        days_recorded=len(diary.days_recorded(span)),
        begins=_beginning(diary, Span(min(span.first, before.first), span.last)),
        measures=tuple(row for row in compared if _was_recorded(row)),
        never_recorded=tuple(row.measure.name for row in compared if not _was_recorded(row)),
        worst_places=_worst_places(diary, lately),
        elsewhere=tuple(_elsewhere(diary, span)),
        treatment=treatment_of(diary, span, lately, before),
        results=results_of(diary, span),
        flares=flares_of(diary, span),
        activities=_activities(diary, lately, before),
        foods_to_include=_counted(diary, FOODS_TO_INCLUDE, span),
        foods_to_limit=_counted(diary, FOODS_TO_LIMIT, span),
        signs=_counted(diary, _SIGNS, span),
        weight=_weight(diary, span),
    )


def _is_since_last_visit(diary: Diary, span: Span, today: date) -> bool:
    since = since_last_visit(diary, today)
    return since is not None and since.first == span.first


def _compared(diary: Diary, measure: Measure, lately: Span, before: Span) -> Compared:
    series = _series(diary, measure.factors, Span(before.first, lately.last))
    return Compared(
        measure=measure, lately=Figures.of(series, lately), before=Figures.of(series, before)
    )


def _series(diary: Diary, factors: Iterable[str], span: Span) -> Series:
    """The highest answer to any of the factors, day by day."""
    return worst(*(daily(diary.answers(factor, span), span) for factor in factors))


def _was_recorded(row: Compared) -> bool:
    return bool(row.lately.answered or row.before.answered)


def _beginning(diary: Diary, looked_at: Span) -> date | None:
    recorded = diary.recorded_span()
    return recorded.first if recorded is not None and recorded.first in looked_at else None


def _counted(diary: Diary, factors: Iterable[str], span: Span) -> tuple[Counted, ...]:
    """The factors with any answer in the span, in their order."""
    found = [(CATALOGUE[key], Figures.of(_series(diary, [key], span), span)) for key in factors]
    return tuple(
        Counted(name=factor.name, unit=factor.unit, figures=figures)
        for factor, figures in found
        if figures.answered
    )


def _worst_places(diary: Diary, lately: Span) -> tuple[Counted, ...]:
    """The sites with the highest medians; none always 0, none answered on a few days only."""
    sites = [
        site
        for site in _counted(diary, _SITES, lately)
        if site.figures.values[-1] > 0 and site.figures.answered >= FEWEST_DAYS_OF_A_PLACE
    ]
    return tuple(sorted(sites, key=_how_bad, reverse=True)[:WORST_PLACES])


def _how_bad(site: Counted) -> tuple[float, float, int]:
    low, high = site.figures.middle or (0, 0)
    return low + high, site.figures.values[-1], site.figures.answered


def _elsewhere(diary: Diary, span: Span) -> Iterator[Happened]:
    for key in _ELSEWHERE:
        answers = diary.answers(key, span)
        days = [day for day, value in answers if value > 0]
        if days:
            last = day_numbered(days[-1])
            name = CATALOGUE[key].name
            yield Happened(name=name, days=len(days), answered=len(answers), last=last)


def _activities(diary: Diary, lately: Span, before: Span) -> tuple[Compared, ...]:
    """Minutes by impact: of the day's sessions, or of its answer where it has none."""
    both = Span(before.first, lately.last)
    rows = []
    for impact in Impact:
        series = daily(minutes_numbered(diary, both, impact), both)
        figures = Figures.of(series, lately), Figures.of(series, before)
        measure = _one(MINUTES_ROWS[impact])
        rows.append(Compared(measure=measure, lately=figures[0], before=figures[1]))
    return tuple(row for row in rows if _was_recorded(row))


def _weight(diary: Diary, span: Span) -> Weight | None:
    answers = diary.answers("weight", span)
    if not answers:
        return None
    (first_day, first), (last_day, last) = answers[0], answers[-1]
    return Weight(
        first_day=day_numbered(first_day),
        first=first,
        last_day=day_numbered(last_day),
        last=last,
        answered=len(answers),
        possible=len(span),
    )
