"""The records of movement: sessions, own kinds of activity, footwear, and days to count from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from heeldiary.domain.factor import Side
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import MayName, Name, Nrs, Refers, TimeOfDay, Within


class Impact(StrEnum):
    LOW = "low"
    HIGH = "high"


class Pace(StrEnum):
    EASY = "easy"
    TEMPO = "tempo"
    SPEED = "speed"
    HILLS = "hills"
    RACE = "race"


class Surface(StrEnum):
    ASPHALT = "asphalt"
    CONCRETE = "concrete"
    TRACK = "track"
    TREADMILL = "treadmill"
    GRASS = "grass"
    TURF = "turf"
    TRAIL = "trail"
    SAND = "sand"
    INDOORS = "indoors"
    WATER = "water"


class ShoeKind(StrEnum):
    RUNNING = "running"
    TRAIL = "trail"
    WALKING = "walking"
    WORK = "work"
    EVERYDAY = "everyday"
    SANDAL = "sandal"
    SPORT = "sport"
    OTHER = "other"


class Insert(StrEnum):
    NONE = "none"
    READY_MADE = "ready_made"
    CUSTOM = "custom"
    HEEL_CUP = "heel_cup"
    GEL = "gel"
    HEEL_LIFT = "heel_lift"


class MilestoneKind(StrEnum):
    """What the owner counts from."""

    LOAD_REDUCED = "load_reduced"
    EPISODE_BEGAN = "episode_began"
    WEIGHT_START = "weight_start"
    CADENCE_START = "cadence_start"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A kind of exercise that the owner added to those of the catalogue."""

    kind: ClassVar[str] = "activity"
    listed: ClassVar[str] = "activities"

    id: str
    name: Name
    impact: Impact
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoe:
    """A pair of shoes; it is retired rather than deleted."""

    kind: ClassVar[str] = "shoe"
    listed: ClassVar[str] = "shoes"

    id: str
    name: Name
    shoe_kind: ShoeKind = ShoeKind.OTHER
    drop_mm: Annotated[float | None, Within(0, 50)] = None
    stack_mm: Annotated[float | None, Within(0, 100)] = None
    insert: Insert | None = None
    heel_lift_mm: Annotated[float | None, Within(0, 50)] = None
    features: tuple[str, ...] = ()
    since: date | None = None
    km_before: Annotated[float | None, Within(0, 20_000)] = None
    """What it had run before it stood in the diary."""
    retired_on: date | None = None
    note: str = ""

    @property
    def retired(self) -> bool:
        return self.retired_on is not None

    def check(self) -> None:
        if self.since and self.retired_on and self.retired_on < self.since:
            raise Refused(f"It was put away ({self.retired_on}) before it was worn ({self.since}).")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of exercise; there may be several in a day."""

    kind: ClassVar[str] = "session"
    listed: ClassVar[str] = "sessions"

    id: str
    day: date
    time: TimeOfDay = ""
    activity: Annotated[Name, MayName("activity")]
    """The key of an activity of the catalogue, or the id of one of the owner's own."""
    impact: Impact
    minutes: Annotated[float | None, Within(0, 1_440)] = None
    effort: Nrs = None
    distance_km: Annotated[float | None, Within(0, 1_000)] = None
    ascent_m: Annotated[float | None, Within(0, 20_000)] = None
    pace: Pace | None = None
    surface: Surface | None = None
    camber: Side | None = None
    """The side to which the ground fell off."""
    cadence: Annotated[float | None, Within(20, 300)] = None
    """Steps a minute."""
    shoe: Annotated[str | None, Refers("shoe")] = None
    pain_before: Nrs = None
    pain_during: Nrs = None
    pain_after: Nrs = None
    pain_next_morning: Nrs = None
    note: str = ""
    recorded_at: datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A day that the owner counts from, with a value where there is one (a weight, a cadence)."""

    kind: ClassVar[str] = "milestone"
    listed: ClassVar[str] = "milestones"

    id: str
    day: date
    what: MilestoneKind
    value: Annotated[float | None, Within(0, 100_000)] = None
    """Kilograms for a weight, steps a minute for a cadence."""
    ended_on: date | None = None
    note: str = ""
    recorded_at: datetime
    origin: Origin

    def check(self) -> None:
        if self.ended_on is not None and self.ended_on < self.day:
            raise Refused(f"It ends ({self.ended_on}) before it begins ({self.day}).")
