"""Flares as the page for a visit has them, in the owner's own word: values, then words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from heeldiary.analysis.answered import Figures
from heeldiary.analysis.flares import FlareTotals, answered_runs, flare_span, flare_totals
from heeldiary.analysis.series import Series, daily, worst
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factors import BACK_SITES, HEEL_SITES
from heeldiary.domain.flare_offers import FLARE_ANSWER
from heeldiary.domain.flares import Extent, Flare
from heeldiary.reports.words import Words, say_days, say_span, shortened

_T = TypeVar("_T")

LATEST_FLARES = 4
_A_FEW_AREAS, _ALL_OVER = 1.0, 2.0
_LONGEST_CAUSE = 50
_PLACES = (
    ("left heel", tuple(f"{site}_left" for site in HEEL_SITES)),
    ("right heel", tuple(f"{site}_right" for site in HEEL_SITES)),
    ("back", BACK_SITES),
)
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareTold:
    """One flare that is kept, or a run of days that were answered as one."""

    span: Span
    is_open: bool = False
    days_all_over: int = 0
    """Of a run of answers; a flare that is kept has its extent."""
    extent: Extent | None = None
    worst: float | None
    worst_places: tuple[str, ...]
    """Where it was that bad: more than one place when they were equally bad."""
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flares:
    """The owner's own word on flares in the period."""

    few_areas: int
    all_over: int
    """Days answered as one."""
    answered: int
    possible: int
    totals: FlareTotals
    """Of the flares that are kept."""
    runs: int
    """Runs of days answered as one."""
    median_run: float | None
    latest: tuple[FlareTold, ...]
    """The last few, newest first: those that are kept or, without any, the runs."""


def flares_of(diary: Diary, span: Span) -> Flares:
    """The flares that are kept in the period, and the days answered as one."""
    answers = [value for _, value in diary.answers(FLARE_ANSWER, span)]
    kept = diary.records(Flare, span)
    runs = answered_runs(diary, span)
    return Flares(
        few_areas=answers.count(_A_FEW_AREAS),
        all_over=answers.count(_ALL_OVER),
        answered=len(answers),
        possible=len(span),
        totals=flare_totals(kept, span),
        runs=len(runs),
        median_run=median(map(len, runs)) if runs else None,
        latest=tuple(_kept(diary, _newest(kept), span) if kept else _runs(diary, _newest(runs))),
    )


def _newest(told: Sequence[_T]) -> Sequence[_T]:
    return told[: -LATEST_FLARES - 1 : -1]


def _kept(diary: Diary, flares: Iterable[Flare], span: Span) -> Iterator[FlareTold]:
    factors = factors_of(diary)
    for flare in flares:
        sites = [found.name for site in flare.sites if (found := factors.get(site))]
        yield FlareTold(
            span=flare_span(flare, span),
            is_open=flare.last_day is None,
            extent=flare.extent,
            worst=flare.worst,
            worst_places=tuple(sites),
            cause=flare.cause,
        )


def _runs(diary: Diary, runs: Iterable[Span]) -> Iterator[FlareTold]:
    for run in runs:
        peaks = [
            (value, place)
            for place, sites in _PLACES
            for value in Figures.of(_series(diary, sites, run), run).values[-1:]
        ]
        highest = max((value for value, _ in peaks), default=None)
        answers = [value for _, value in diary.answers(FLARE_ANSWER, run)]
        yield FlareTold(
            span=run,
            days_all_over=answers.count(_ALL_OVER),
            worst=highest,
            worst_places=tuple(place for value, place in peaks if value == highest and value > 0),
        )


def _series(diary: Diary, factors: Iterable[str], span: Span) -> Series:
    return worst(*(daily(diary.answers(factor, span), span) for factor in factors))


def flare_lines(flares: Flares, words: Words) -> tuple[str, ...]:
    told = (_told(flare, words) for flare in flares.latest)
    if flares.totals.count:
        return (_count(flares.totals, words), *_answers(flares), *told)
    if not flares.answered:
        return ("“Was today a flare?” was not answered in this period.",)
    if flares.median_run is None:
        return (f"No flare on any {_stands_on(flares)}.",)
    return (*_answers(flares), _run_count(flares, words), *told)


def _count(totals: FlareTotals, words: Words) -> str:
    """``3 flares on 14 of 90 days, median 4 days, 23 days between; 2 in a few areas, ...``."""
    count = "1 flare" if totals.count == 1 else f"{totals.count} flares"
    parts = [f"median {_days(totals.median_length or 0, words)}"]
    if totals.median_gap is not None:
        parts.append(f"{_days(totals.median_gap, words)} between")
    if totals.is_open:
        parts.append("one goes on")
    return (
        f"{count} on {totals.days} of {say_days(len(totals.span))}, {', '.join(parts)}; "
        f"{totals.few_areas} in a few areas, {totals.all_over} all over."
    )


def _days(count: float, words: Words) -> str:
    figure = words.figure(count)
    return f"{figure} day" if figure == "1" else f"{figure} days"


def _answers(flares: Flares) -> Iterator[str]:
    """What was answered day by day; nothing where nothing was."""
    if flares.answered:
        few, all_over = say_days(flares.few_areas), say_days(flares.all_over)
        # what is kept has said the days of the period already
        of = f"of {flares.answered} answered" if flares.totals.count else _stands_on(flares)
        yield f"A few areas on {few}, all over on {all_over} {of}."


def _stands_on(flares: Flares) -> str:
    return f"of {flares.answered} answered ({say_days(flares.possible)} in all)"


def _run_count(flares: Flares, words: Words) -> str:
    if flares.runs == 1:
        return "One run of flare days:"
    shown = len(flares.latest)
    which = "" if shown == flares.runs else f"; last {shown}"
    length = _days(flares.median_run or 0, words)
    return f"{flares.runs} runs of flare days, median {length}{which}:"


def _told(flare: FlareTold, words: Words) -> str:
    when = f"{say_span(flare.span)}: {say_days(len(flare.span))}"
    return f"{when}{_spread(flare)}, {_worst(flare, words)}{_cause(flare)}"


def _spread(flare: FlareTold) -> str:
    if flare.extent is not None:
        going_on = ", goes on" if flare.is_open else ""
        extent = "all over" if flare.extent is Extent.ALL_OVER else "a few areas"
        return f"{going_on}, {extent}"
    return f", all over on {flare.days_all_over}" if flare.days_all_over else ""


def _worst(flare: FlareTold, words: Words) -> str:
    places = flare.worst_places[:_MOST_PLACES]
    more = len(flare.worst_places) - len(places)
    named = (*places, f"{more} more") if more else places
    where = f" ({'; '.join(named)})" if named else ""
    if flare.worst is None:
        return f"{'no pain answered' if flare.extent is None else 'worst not said'}{where}"
    return f"worst {words.figure(flare.worst)}{where}"


def _cause(flare: FlareTold) -> str:
    cause = shortened(flare.cause, _LONGEST_CAUSE)
    return f"; set off, it seemed, by: {cause}" if cause else ""
