"""Made-up diaries, made once, and questions about them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from statistics import fmean
from typing import TypeVar

from heeldiary.domain.days import Span
from heeldiary.domain.factors import Factors
from heeldiary.domain.movement import Impact
from heeldiary.domain.records import (
    DayNote,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
from heeldiary.domain.sessions import minutes_by_day
from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records
from heeldiary.exchange.sample import notes as sample_notes
from tests.builders import PlainDiary

_R = TypeVar("_R", bound=Record)
SEEDS = range(1, 5)
ELSEWHERE = ("knee_right", "hip_left", "neck", "shoulder_right", "chest_wall", "other_site")
Answers = dict[date, float]


@cache
def a_diary(seed: int = 1, years: float = 2) -> Sequence[Record]:
    return tuple(sample_records(years=years, seed=seed, last_day=SAMPLE_LAST_DAY))


def the_span(years: float = 2) -> Span:
    return Span.ending(SAMPLE_LAST_DAY, round(years * 365.25))


def all_of(kind: type[_R], seed: int = 1, years: float = 2) -> list[_R]:
    """The records of one kind, in the order in which they were made."""
    return [record for record in a_diary(seed, years) if isinstance(record, kind)]


def readings_of(records: Iterable[Record]) -> list[Reading]:
    return [r for r in records if isinstance(r, Reading)]


def notes_of(records: Iterable[Record]) -> list[DayNote]:
    return [r for r in records if isinstance(r, DayNote)]


def factors_of(records: Sequence[Record]) -> Factors:
    return Factors(
        [r for r in records if isinstance(r, OwnFactor)],
        [r for r in records if isinstance(r, RowChoice)],
    )


def days_of(records: Iterable[Record]) -> set[date]:
    return {r.day for r in readings_of(records)}


@cache
def answers(factor: str, seed: int = 1, years: float = 2) -> Answers:
    readings = readings_of(a_diary(seed, years))
    return {r.day: r.number for r in readings if r.factor == factor and r.number is not None}


@cache
def minutes(impact: Impact, seed: int = 1, years: float = 2) -> Answers:
    """A day's minutes, from its sessions or from its answer."""
    return minutes_by_day(PlainDiary(*a_diary(seed, years)), the_span(years), impact)


def mean_of(series: Answers, where: Callable[[date], bool]) -> float:
    return fmean(value for day, value in series.items() if where(day))


def medicine_day(seed: int) -> date:
    return next(n.day for n in notes_of(a_diary(seed)) if n.text == sample_notes.MEDICINE_STARTED)


def flares_of(seed: int, years: float) -> int:
    """Runs of days marked as a flare; a gap of a week begins another."""
    marked = [day for day, word in answers("flare_today", seed, years).items() if word]
    return 1 + [(b - a).days > 7 for a, b in pairwise(marked)].count(True)
