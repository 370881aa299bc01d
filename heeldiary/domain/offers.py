"""What Today offers when it is due, at most two things: calm lines, nothing that waits or insists.

What a line is about is imported only when the diary holds something of it.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from heeldiary.domain.checks import DAYS_OF_A_CHECK, NO_WEEKDAY, check_due
from heeldiary.domain.days import FOUR_WEEKS, Span
from heeldiary.domain.diary import Diary

if TYPE_CHECKING:
    from heeldiary.domain.flare_offers import FlareOffer
    from heeldiary.domain.visits import Visit

SOON = timedelta(days=7)
"""How long before a visit it is told."""


class Offers(NamedTuple):
    """What is due on a day; None for what is not."""

    flare: "FlareOffer | None" = None
    visit: "Visit | None" = None
    check: date | None = None
    """The day on which the weekly check fell due."""


def offers_on(diary: Diary, today: date, weekday: int) -> Offers:
    """What is due today; a flare goes before a visit, and a visit before the weekly check."""
    flare = _flare(diary, today)
    visit = visit_soon(diary, today)
    is_room = (flare is None) or (visit is None)
    return Offers(flare, visit, _check(diary, today, weekday) if is_room else None)


def visit_soon(diary: Diary, today: date) -> "Visit | None":
    """The next visit, when it is at most a week away."""
    soon = Span(today, today + SOON)
    if not diary.days_of("visit", soon):
        return None
    from heeldiary.domain.visits import Visit

    return min(diary.records(Visit, soon), key=_when, default=None)


def _flare(diary: Diary, today: date) -> "FlareOffer | None":
    if not any(value for _, value in diary.answers("flare_today", Span.ending(today, FOUR_WEEKS))):
        return None
    from heeldiary.domain.flare_offers import flare_offered

    return flare_offered(diary, today)


def _check(diary: Diary, today: date, weekday: int) -> date | None:
    """The weekly check is about seven days: it is not offered before the diary has had them."""
    if weekday == NO_WEEKDAY:
        return None
    recorded = diary.recorded_span()
    is_young = recorded is None or (today - recorded.first).days < DAYS_OF_A_CHECK - 1
    return None if is_young else check_due(diary, today, weekday)


def _when(visit: "Visit") -> tuple[date, str]:
    return visit.day, visit.time
