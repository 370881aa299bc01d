"""Hours slept from stretches of sleep that several devices may have recorded at the same time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from heeldiary.domain.days import Clock
from heeldiary.exchange.entries import Entry, Refusal, Row
from heeldiary.exchange.imported import imported_reading

SAME_SLEEP = timedelta(hours=3)
"""Awake for less than this, and then asleep again, is still the same sleep."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Asleep from start to end, as one source recorded it; the times carry their offsets."""

    line: int
    source: str
    start: datetime
    end: datetime


class Stretches:
    """Gathers stretches, joining those of one source that follow on without a gap.

    Watches write a line for each phase of sleep; joined, years of nights stay small in memory.
    """

    def __init__(self) -> None:
        self._gathered: list[Stretch] = []
        self._latest: dict[str, int] = {}

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._gathered)

    def add(self, stretch: Stretch) -> None:
        place = self._latest.get(stretch.source)
        before = None if place is None else self._gathered[place]
        if place is not None and before and before.start <= stretch.start <= before.end:
            until = max(before.end, stretch.end)
            self._gathered[place] = Stretch(before.line, before.source, before.start, until)
        else:
            self._latest[stretch.source] = len(self._gathered)
            self._gathered.append(stretch)


@dataclass(slots=True)
class _Night:
    """What one source recorded for the day on which the sleeper woke."""

    source: str
    line: int
    woke: datetime
    asleep: timedelta

    @property
    def day(self) -> date:
        return self.woke.date()

    @property
    def hours(self) -> float:
        return round(self.asleep.total_seconds() / 3600, 2)


def hours_by_night(stretches: Iterable[Stretch], clock: Clock) -> Iterator[Row]:
    """One entry a night, from the source that recorded the most sleep; sources never add up.

    The day is the calendar day of waking. Stretches of one source that overlap count once.
    """
    by_day: dict[date, list[_Night]] = {}
    for night in _nights(stretches):
        by_day.setdefault(night.day, []).append(night)
    for day in sorted(by_day):
        nights = sorted(by_day[day], key=lambda night: (-night.asleep, night.line))
        possible = [night for night in nights if night.hours <= 24]
        yield from (_impossible(night) for night in nights if night.hours > 24)
        yield from _chosen(possible, clock)


def _chosen(nights: list[_Night], clock: Clock) -> Iterator[Row]:
    for night in nights:
        if night is nights[0]:
            slept = imported_reading(night.day, "sleep_hours", night.hours, clock)
            yield Entry(line=night.line, record=slept)
        else:
            yield Refusal(line=night.line, reason=_other_source(night, nights[0]))


def _nights(stretches: Iterable[Stretch]) -> Iterable[_Night]:
    """The sleeps of each source, those that end on the same day taken together."""
    nights: dict[tuple[date, str], _Night] = {}
    for sleep in _sleeps(stretches):
        night = nights.setdefault((sleep.day, sleep.source), sleep)
        if night is not sleep:
            night.asleep += sleep.asleep
            night.line = min(night.line, sleep.line)
    return nights.values()


def _sleeps(stretches: Iterable[Stretch]) -> Iterator[_Night]:
    """Stretches of one source joined to whole sleeps, the time awake in between not counted."""
    sleep: _Night | None = None
    for stretch in sorted(stretches, key=lambda s: (s.source, s.start, s.end)):
        if sleep and sleep.source == stretch.source and stretch.start - sleep.woke < SAME_SLEEP:
            _prolong(sleep, stretch)
            continue
        if sleep:
            yield sleep
        asleep = stretch.end - stretch.start
        sleep = _Night(stretch.source, stretch.line, stretch.end, asleep)
    if sleep:
        yield sleep


def _prolong(sleep: _Night, stretch: Stretch) -> None:
    sleep.line = min(sleep.line, stretch.line)
    if stretch.end > sleep.woke:
        sleep.asleep += stretch.end - max(stretch.start, sleep.woke)
        sleep.woke = stretch.end


def _other_source(night: _Night, chosen: _Night) -> str:
    return (
        f"The sleep of {night.day} was taken from “{chosen.source}” (line {chosen.line}), "
        f"which recorded more; what “{night.source}” recorded was not added to it."
    )


def _impossible(night: _Night) -> Refusal:
    reason = f"{night.hours:g} hours of sleep for {night.day} cannot be; they were not taken."
    return Refusal(line=night.line, reason=reason)
