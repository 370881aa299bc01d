"""The records of flares: the owner's own word, never computed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from heeldiary.domain.records import Origin
from heeldiary.domain.shape import Nrs


class Extent(StrEnum):
    FEW_AREAS = "few_areas"
    ALL_OVER = "all_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flare:
    """A spell that the owner calls a flare; open while it has no last day."""

    kind: ClassVar[str] = "flare"
    listed: ClassVar[str] = "flares"

    id: str
    first_day: date
    last_day: date | None = None
    extent: Extent = Extent.FEW_AREAS
    sites: tuple[str, ...] = ()
    """The keys of the sites that hurt."""
    worst: Nrs = None
    cause: str = ""
    """What the owner thinks set it off."""
    helped: str = ""
    note: str = ""
    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclinedFlare:
    """The owner was offered a flare from the answers that begin on this day, and said no."""

    kind: ClassVar[str] = "declined_flare"
    listed: ClassVar[str] = "declined_flares"

    first_day: date
    recorded_at: datetime
    origin: Origin

    @property
    def id(self) -> str:
        return self.first_day.isoformat()
