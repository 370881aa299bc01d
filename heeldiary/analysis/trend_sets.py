"""What Trends lays on one time axis: the ready-made sets, and panels for any choice of lines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from heeldiary.analysis.series import Series, daily, total, worst
from heeldiary.domain.days import Span, day_numbered
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import ALL_DAY, Factor, Kind
from heeldiary.domain.factors import (
    CATALOGUE,
    FOODS_TO_INCLUDE,
    FOODS_TO_LIMIT,
    HEEL_SITES,
    Factors,
)
from heeldiary.domain.refusal import Refused

LINES_IN_A_PANEL = 4
STIFFNESS_DRAWN = 120.0
"""Minutes at which the stiffness axis ends; longer ones get a mark (ASDAS question 6 ends there)"""


class Style(StrEnum):
    """How a panel draws its days."""

    LINE = "line"
    BARS = "bars"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One measure of a panel. ``parts`` are the factors that it is made of."""

    key: str
    name: str
    series: Series
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panel:
    """Measures that share one value axis; an end that is None follows the values."""

    title: str
    unit: str
    minimum: float | None
    maximum: float | None
    style: Style
    lines: tuple[Line, ...]

    @property
    def heading(self) -> str:
        gap = " " if self.title.endswith("?") else ", "
        return f"{self.title}{gap}{self.unit}" if self.unit else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSet:
    """A ready-made choice of lines; ``key`` is its word on the command line."""

    key: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Derived:
    """A line made of several factors, drawn like the first of them."""

    name: str
    parts: tuple[str, ...]
    made_by: Callable[..., Series]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a panel is before it has lines."""

    title: str
    unit: str
    minimum: float | None
    maximum: float | None
    style: Style
    room: int


_DERIVED: Mapping[str, _Derived] = MappingProxyType(
    {
        f"worst_heel_{side}": _Derived(
            name=f"Worst heel pain, {side}",
            parts=tuple(f"{site}_{side}" for site in HEEL_SITES),
            made_by=worst,
        )
        for side in ("left", "right")
    }
    | {
        "foods_to_include": _Derived(
            name="Foods to include", parts=FOODS_TO_INCLUDE, made_by=total
        ),
        "foods_to_limit": _Derived(name="Foods to limit", parts=FOODS_TO_LIMIT, made_by=total),
    }
)
DERIVED_LINES = tuple(_DERIVED)
"""The keys of the lines that are made of several factors."""

_PAINS = ("worst_heel_left", "worst_heel_right", "low_back")

TREND_SETS = (
    TrendSet(
        key="pain_and_stiffness",
        name="Pain and stiffness",
        lines=(*_PAINS, "night_pain", "stiffness_minutes", "stiffness_severity"),
    ),
    TrendSet(
        key="pain_and_food",
        name="Pain and food",
        lines=(*_PAINS, "foods_to_include", "foods_to_limit"),
    ),
    TrendSet(
        key="pain_and_exercise",
        name="Pain and exercise",
        lines=(*_PAINS, "high_impact_minutes", "low_impact_minutes"),
    ),
    TrendSet(key="pain_and_weight", name="Pain and weight", lines=(*_PAINS, "weight")),
)


def find_set(name: str) -> TrendSet:
    """The ready-made set with this key or readable name, in any case; or a refusal."""
    wanted = name.strip().casefold()
    for known in TREND_SETS:
        if wanted in (known.key, known.name.casefold()):
            return known
    names = ", ".join(known.key for known in TREND_SETS)
    raise Refused(f"There is no set of trends called “{name}”; there are: {names}.")


def name_of(key: str, factors: Factors) -> str:
    """The readable name of a line: a factor's or a derived one's."""
    derived = _DERIVED.get(key)
    return derived.name if derived else factors[key].name


def parts_of(key: str) -> tuple[str, ...]:
    """The factors that a line is made of."""
    derived = _DERIVED.get(key)
    return derived.parts if derived else (key,)


def build_panels(
    diary: Diary, factors: Factors, choice: str | Sequence[str], span: Span
) -> tuple[Panel, ...]:
    """The panels of a ready-made set (its name) or of any lines (their keys), over the span.

    Lines that share a scale share a panel, four at most; minutes, counts, weight and the like have
    a panel each. Panels come in the order of their first lines. Refuses an unknown name or key.
    """
    keys = find_set(choice).lines if isinstance(choice, str) else tuple(dict.fromkeys(choice))
    framed: dict[_Frame, list[str]] = {}
    for key in keys:
        framed.setdefault(_frame(key, factors), []).append(key)
    return tuple(
        _panel(frame, [_line(diary, factors, key, span) for key in some])
        for frame, together in framed.items()
        for some in _batches(together, frame.room)
    )


def flare_spells(diary: Diary, span: Span) -> tuple[Span, ...]:
    """Runs of days that the owner called a flare (a few areas, or all over)."""
    flared = [day for day, value in diary.answers("flare_today", span) if value >= 1]
    if not flared:
        return ()
    days = np.array(flared)
    breaks = np.flatnonzero(np.diff(days) > 1)
    firsts = days[np.concatenate(([0], breaks + 1))]
    lasts = days[np.concatenate((breaks, [len(days) - 1]))]
    ends = zip(firsts.tolist(), lasts.tolist(), strict=True)
    return tuple(Span(day_numbered(first), day_numbered(last)) for first, last in ends)


def _line(diary: Diary, factors: Factors, key: str, span: Span) -> Line:
    parts = parts_of(key)
    series = [daily(diary.answers(part, span), span) for part in parts]
    derived = _DERIVED.get(key)
    made = derived.made_by(*series) if derived else series[0]
    return Line(key, name_of(key, factors), made, parts)


def _panel(frame: _Frame, lines: Sequence[Line]) -> Panel:
    return Panel(
        title=frame.title if len(lines) > 1 else lines[0].name,
        unit=frame.unit,
        minimum=frame.minimum,
        maximum=frame.maximum,
        style=frame.style,
        lines=tuple(lines),
    )


def _frame(key: str, factors: Factors) -> _Frame:
    """The panel that a line belongs into."""
    like = CATALOGUE[parts_of(key)[0]] if key in _DERIVED else factors[key]
    name = name_of(key, factors)
    match like.kind:
        case Kind.SCALE:
            title = "Pain" if like.pain else "Ratings"
            scale = f"{like.minimum:g}–{like.maximum:g}"
            return _Frame(title, scale, like.minimum, like.maximum, Style.LINE, LINES_IN_A_PANEL)
        case Kind.MINUTES if like.maximum == ALL_DAY:
            return _Frame(name, like.unit, 0, STIFFNESS_DRAWN, Style.LINE, 1)
        case Kind.NUMBER:
            return _Frame(name, like.unit, None, None, Style.LINE, 1)
        case Kind.YES_NO | Kind.CHOICE:
            return _Frame(name, _meaning(like), 0, like.maximum, Style.BARS, 1)
        case _:
            return _Frame(name, like.unit, 0, None, Style.BARS, 1)


def _meaning(factor: Factor) -> str:
    """What the heights of a bar stand for: ``0 no, 1 yes``."""
    names = [factor.say(value) for value in range(int(factor.maximum) + 1)]
    return ", ".join(f"{value} {name}" for value, name in enumerate(names))


def _batches(keys: Sequence[str], room: int) -> Iterator[Sequence[str]]:
    """As few panels as have room, none of them with a lonely rest."""
    count = -(-len(keys) // room)
    for place in range(count):
        yield keys[place * len(keys) // count : (place + 1) * len(keys) // count]
