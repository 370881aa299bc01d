"""What the owner's flares add up to over a span, and the bands that charts lay behind them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from heeldiary.domain.days import Span, day_numbered, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.flare_offers import FLARE_ANSWER
from heeldiary.domain.flares import Extent, Flare


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareTotals:
    """The flares that have any day in the span. One that is open is counted to its last day."""

    span: Span
    count: int
    days: int
    """Days of the span that belong to a flare."""
    few_areas: int
    all_over: int
    lengths: tuple[int, ...]
    """Days of each flare, whole, in order of day."""
    gaps: tuple[int, ...]
    """Days from the end of each flare to the beginning of the next."""
    is_open: bool

    @property
    def median_length(self) -> float | None:
        return median(self.lengths) if self.lengths else None

    @property
    def median_gap(self) -> float | None:
        return median(self.gaps) if self.gaps else None


def flare_totals(flares: Iterable[Flare], span: Span) -> FlareTotals:
    """Add up the flares of a span; what lies outside it is left out. Raises nothing."""
    told = sorted((flare for flare in flares if _is_in(flare, span)), key=_first_day)
    spans = [flare_span(flare, span) for flare in told]
    return FlareTotals(
        span=span,
        count=len(told),
        days=sum(len(_inside(days, span)) for days in spans),
        few_areas=sum(flare.extent is Extent.FEW_AREAS for flare in told),
        all_over=sum(flare.extent is Extent.ALL_OVER for flare in told),
        lengths=tuple(map(len, spans)),
        gaps=tuple(_gap(before, after) for before, after in pairwise(spans)),
        is_open=any(flare.last_day is None for flare in told),
    )


def flare_span(flare: Flare, span: Span) -> Span:
    """The days of a flare; one that is open reaches to the last day of the span."""
    return Span(flare.first_day, flare.last_day or max(span.last, flare.first_day))


def flare_bands(diary: Diary, span: Span) -> tuple[Span, ...]:
    """Runs of days in the span that are a flare in the owner's word, in order.

    The days of the flares that are kept, whatever was answered on them, and elsewhere the days
    answered as one. Bands that touch are one. Raises nothing.
    """
    days = {day for day, value in diary.answers(FLARE_ANSWER, span) if value > 0}
    for flare in diary.records(Flare, span):
        inside = _inside(flare_span(flare, span), span)
        days.update(range(number_of(inside.first), number_of(inside.last) + 1))
    return tuple(_runs(sorted(days)))


def answered_runs(diary: Diary, span: Span) -> tuple[Span, ...]:
    """Runs of days in the span answered as a flare, in order. Raises nothing."""
    return tuple(_runs([day for day, value in diary.answers(FLARE_ANSWER, span) if value > 0]))


def _runs(days: Sequence[int]) -> Iterator[Span]:
    """Days in a row, as spans."""
    breaks = [place for place in range(1, len(days)) if days[place] - days[place - 1] > 1]
    for start, end in pairwise((0, *breaks, len(days)) if days else ()):
        yield Span(day_numbered(days[start]), day_numbered(days[end - 1]))


def _gap(before: Span, after: Span) -> int:
    """None at all where flares of two diaries brought together share days."""
    return max((after.first - before.last).days - 1, 0)


def _is_in(flare: Flare, span: Span) -> bool:
    return flare.first_day <= span.last and (flare.last_day or span.last) >= span.first


def _inside(days: Span, span: Span) -> Span:
    return Span(max(days.first, span.first), min(days.last, span.last))


def _first_day(flare: Flare) -> int:
    return number_of(flare.first_day)
