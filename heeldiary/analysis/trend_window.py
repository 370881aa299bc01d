"""Which days a chart reads: those that are seen and some around them, not all of forty years."""

from datetime import timedelta

from heeldiary.domain.days import Span

_LEAST_AROUND = 120
_ALL_FROM = 1_200
"""Who sees so many days wants them all next."""


def days_to_read(seen: Span, whole: Span) -> Span:
    """The days seen, and as many on either side, so that one can move before more are read.

    They begin with a Monday or with the whole, so that no week is cut.
    """
    if len(seen) >= _ALL_FROM:
        return whole
    around = timedelta(days=max(len(seen), _LEAST_AROUND))
    first = seen.first - around
    first -= timedelta(days=first.weekday())
    return Span(max(first, whole.first), min(seen.last + around, whole.last))


def holds(read: Span, seen: Span) -> bool:
    """Whether all that is seen was read."""
    return read.first <= seen.first and seen.last <= read.last
