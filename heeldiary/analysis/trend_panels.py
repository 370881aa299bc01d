"""What a chart draws, as values: lines in panels that share a scale."""

from dataclasses import dataclass
from enum import StrEnum

from heeldiary.analysis.series import Series


class Style(StrEnum):
    """How a panel draws its days."""

    LINE = "line"
    BARS = "bars"
    POINTS = "points"
    """Markers alone: what lies between two of them is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One measure of a panel. ``parts`` are the factors that it is made of."""

    key: str
    name: str
    series: Series
    parts: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    """The kinds of records, beside answers, that it is made of."""
    digits: int | None = None
    """To how many digits its values are said; None says them as they are."""
    limits: frozenset[int] = frozenset()
    """Day numbers whose value was reported as "below" it."""


@dataclass(frozen=True, slots=True)
class Level:
    """A value to hold the days against, drawn across the panel."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a panel is before it has lines; lines of the same frame share one."""

    title: str
    unit: str
    minimum: float | None
    maximum: float | None
    style: Style
    room: int = 1
    """How many lines it takes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panel:
    """Measures that share one value axis; an end that is None follows the values."""

    title: str
    unit: str
    minimum: float | None
    maximum: float | None
    style: Style
    lines: tuple[Line, ...]
    levels: tuple[Level, ...] = ()

    @property
    def heading(self) -> str:
        gap = " " if self.title.endswith("?") else ", "
        return f"{self.title}{gap}{self.unit}" if self.unit else self.title
