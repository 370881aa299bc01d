"""What the fields of a kind of record hold.

The one description that the storage, the files and the forms read: a new field, or a new kind of
record, is written in its class alone.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, TypeAlias, get_args, get_origin, get_type_hints

from heeldiary.domain.records import Answer, Record

LONGEST_TEXT = 20_000
LONGEST_NAME = 200


class Holds(StrEnum):
    """What one field holds."""

    TEXT = "text"
    TIME = "time"
    """A time of day such as ``08:30``; empty when it is not known."""
    WHOLE = "whole"
    NUMBER = "number"
    CLAIM = "claim"
    DAY = "day"
    MOMENT = "moment"
    WORD = "word"
    """One word of a fixed list (a StrEnum)."""
    WORDS = "words"
    NUMBERS = "numbers"
    STEPS = "steps"
    ANSWER = "answer"
    """A number, or skipped."""


@dataclass(frozen=True, slots=True)
class Within:
    """The numbers that a field takes, both ends included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Refers:
    """The field names a record of this kind by its id."""

    kind: str


@dataclass(frozen=True, slots=True)
class MayName:
    """The field names a record of this kind by its id, or something else that ships."""

    kind: str


class Says(StrEnum):
    """What else is known of a text."""

    NAME = "name"
    """One line that is never empty."""
    TIME = "time"


Name: TypeAlias = Annotated[str, Says.NAME]
TimeOfDay: TypeAlias = Annotated[str, Says.TIME]
Nrs: TypeAlias = Annotated[float | None, Within(0, 10)]
"""A numeric rating from 0, none, to 10, the worst one can imagine; None when not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a tapering dose: this dose for this many days."""

    dose: float
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShape:
    """One field of a kind of record."""

    name: str
    holds: Holds
    may_be_missing: bool
    """Whether a file may leave it out, because it has a default."""
    may_be_none: bool
    words: type[StrEnum] | None = None
    refers_to: str = ""
    """The kind of the record that has to be there."""
    names: str = ""
    """The kind of the record that it names by its id, whether that has to be there or not."""
    within: Within | None = None
    is_name: bool = False

    @property
    def title(self) -> str:
        """The field as a sentence names it."""
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The fields of a kind of record by name, in order, and which of them tell its days."""

    kind: str
    fields: Mapping[str, FieldShape]
    key: str
    """The field that tells the record from all others of its kind."""
    first_day: str
    """The field with the day it is about, or on which it begins; empty when it has none."""
    last_day: str
    """The field with the day on which it ends; empty when it is about one day, or about none."""


@cache
def shape_of(record_type: type[Record]) -> Shape:
    """The shape of a kind of record, read from its class once."""
    hints = get_type_hints(record_type, include_extras=True)
    known = fields(record_type)  # type: ignore[arg-type]  # every record is a dataclass
    shapes = {field.name: _field_shape(field, hints[field.name]) for field in known}
    named = (name for name in ("day", "first_day") if name in shapes)
    first_day = next(named, "")
    return Shape(
        kind=record_type.kind,
        fields=MappingProxyType(shapes),
        key=next((name for name in ("id", "key", "factor") if name in shapes), first_day),
        first_day=first_day,
        last_day="last_day" if "last_day" in shapes else "",
    )


def _field_shape(field: Field[Any], hint: Any) -> FieldShape:
    marks: tuple[object, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        marks = tuple(rest)
    may_be_none = isinstance(hint, UnionType) and type(None) in get_args(hint)
    if may_be_none:
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    refers_to = next((mark.kind for mark in marks if isinstance(mark, Refers)), "")
    is_word = isinstance(hint, type) and issubclass(hint, StrEnum)
    return FieldShape(
        name=field.name,
        holds=_held(hint, marks, is_word=is_word),
        may_be_missing=field.default is not MISSING,
        may_be_none=may_be_none,
        words=hint if is_word else None,
        refers_to=refers_to,
        names=next((mark.kind for mark in marks if isinstance(mark, MayName)), refers_to),
        within=next((mark for mark in marks if isinstance(mark, Within)), None),
        is_name=Says.NAME in marks,
    )


_HELD: dict[object, Holds] = {
    str: Holds.TEXT,
    int: Holds.WHOLE,
    float: Holds.NUMBER,
    bool: Holds.CLAIM,
    date: Holds.DAY,
    datetime: Holds.MOMENT,
    Answer: Holds.ANSWER,
    tuple[str, ...]: Holds.WORDS,
    tuple[int, ...]: Holds.NUMBERS,
    tuple[Step, ...]: Holds.STEPS,
}


def _held(hint: object, marks: tuple[object, ...], *, is_word: bool) -> Holds:
    if is_word:
        return Holds.WORD
    return Holds.TIME if Says.TIME in marks else _HELD[hint]
