"""The records of a diary: frozen, slotted, each with a kind and an id of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import ClassVar, Protocol, TypeAlias

from heeldiary.domain.factor import Choice, Direction, Factor, Group, Kind
from heeldiary.domain.refusal import Refused


class Record(Protocol):
    """What every record of a diary has: what it is, and what tells it from others of its kind.

    Records are frozen dataclasses; ``kinds.py`` knows them all, ``shape.py`` what they hold.
    """

    kind: ClassVar[str]
    listed: ClassVar[str]
    """What many of them are called, in files."""

    @property
    def id(self) -> str: ...


class Skipped(Enum):
    """The owner chose not to answer. Not the same as an answer, and not the same as no record."""

    SKIPPED = "skipped"


SKIPPED = Skipped.SKIPPED
Answer: TypeAlias = float | Skipped


class Origin(StrEnum):
    """Where a record came from."""

    THAT_DAY = "that_day"
    LATER = "later"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One answer: one factor on one day. What was not recorded has no Reading at all."""

    kind: ClassVar[str] = "reading"
    listed: ClassVar[str] = "readings"

    day: date
    factor: str
    value: Answer
    recorded_at: datetime
    origin: Origin

    @property
    def id(self) -> str:
        return f"{self.factor}/{self.day.isoformat()}"

    @property
    def number(self) -> float | None:
        """The value, or None when it was skipped."""
        return None if isinstance(self.value, Skipped) else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNote:
    """The owner's own words on a day; never printed unless ticked."""

    kind: ClassVar[str] = "note"
    listed: ClassVar[str] = "notes"

    day: date
    text: str
    recorded_at: datetime
    origin: Origin

    @property
    def id(self) -> str:
        return self.day.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class MealNote:
    """What the owner ate on a day, in own words."""

    kind: ClassVar[str] = "meal"
    listed: ClassVar[str] = "meals"

    day: date
    text: str
    recorded_at: datetime
    origin: Origin

    @property
    def id(self) -> str:
        return self.day.isoformat()

    def check(self) -> None:
        if not self.text.strip():
            raise Refused(f"The meals of {self.day} are empty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFactor:
    """A row that the owner (or an import) added. It is retired rather than deleted.

    In the group of food, a direction that is better is a food to include, worse one to limit. In
    the group of pain it is a site of the owner's own, rated from 0 to 10.
    """

    kind: ClassVar[str] = "factor"
    listed: ClassVar[str] = "factors"

    key: str
    name: str
    measure: Kind
    unit: str = ""
    minimum: float = 0
    maximum: float = 10
    step: float = 1
    choices: tuple[str, ...] = ()
    direction: Direction = Direction.NEUTRAL
    retired: bool = False
    group: Group = Group.OWN

    @property
    def id(self) -> str:
        return self.key

    def as_factor(self) -> Factor:
        """This row as the registry knows it."""
        return Factor(
            key=self.key,
            name=self.name,
            kind=self.measure,
            group=self.group,
            unit=self.unit,
            minimum=self.minimum,
            maximum=self.maximum,
            step=self.step,
            choices=tuple(Choice(word=word, name=word) for word in self.choices),
            direction=self.direction,
            pain=self.group is Group.PAIN,
            followed=not self.retired,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChoice:
    """The owner's choice for one row of Today: where it stands and whether it is shown."""

    kind: ClassVar[str] = "row"
    listed: ClassVar[str] = "rows"

    factor: str
    position: int
    shown: bool

    @property
    def id(self) -> str:
        return self.factor
