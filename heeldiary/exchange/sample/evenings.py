"""One evening with the diary after the other, and what is written down on each."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias, TypedDict, TypeVar

from heeldiary.domain.records import Answer, Origin, Record, Skipped
from heeldiary.domain.shape import shape_of
from heeldiary.exchange.sample.check_ins import CheckIn
from heeldiary.exchange.sample.life import LifeDay

_R = TypeVar("_R", bound=Record)
_AFTER_THE_ANSWERS = timedelta(minutes=6)


class Stamp(TypedDict):
    """When a record was written down, and how."""

    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """A day that is written about, with what was answered and the day that came after."""

    life: LifeDay
    check_in: CheckIn
    said: Mapping[str, Answer]
    tomorrow: LifeDay | None
    """None for the last day of the diary."""

    @property
    def day(self) -> date:
        return self.life.day

    def number(self, factor: str) -> float | None:
        """What was answered; None when it was skipped or not recorded."""
        value = self.said.get(factor)
        return None if value is None or isinstance(value, Skipped) else value

    def stamp(self, about: date | None = None) -> Stamp:
        """The stamp of a record about that day (this one, or one before it)."""
        written = self.check_in.moment.date()
        origin = Origin.THAT_DAY if written == (about or self.day) else Origin.LATER
        return Stamp(recorded_at=self.check_in.moment + _AFTER_THE_ANSWERS, origin=origin)


UNWRITTEN = Stamp(recorded_at=datetime(1970, 1, 1, tzinfo=UTC), origin=Origin.LATER)
"""The stamp of a record that is planned, until the evening on which it is written down."""
Planned: TypeAlias = tuple[date, Record]
"""The day on which something is known, and the record of it."""


class Agenda:
    """What is known to come: each record is written on the first evening from its day on."""

    def __init__(self, planned: Iterable[Planned]) -> None:
        self._ahead = deque(sorted(planned, key=_day))

    def on(self, evening: Evening) -> Iterator[Record]:
        while self._ahead and self._ahead[0][0] <= evening.day:
            yield written(self._ahead.popleft()[1], evening)


def written(record: _R, evening: Evening) -> _R:
    """The planned record with the stamp of the evening on which it is written down."""
    shape = shape_of(type(record))
    if "recorded_at" not in shape.fields:
        return record
    stamp = evening.stamp(getattr(record, shape.first_day))
    return replace(record, **stamp)  # type: ignore[type-var]  # every record is a dataclass


def _day(planned: Planned) -> date:
    return planned[0]
