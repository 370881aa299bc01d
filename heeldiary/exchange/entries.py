"""What the rows of a brought file say, before anybody knows whether the diary takes them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeAlias

from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Edit
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that the line of the file holds."""

    line: int
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """Words that belong into the day's note, beside what stands there already."""

    line: int
    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A line that is not taken, and why, in one plain sentence. Line 0 is the file as a whole."""

    line: int
    reason: str


Row: TypeAlias = Entry | NoteLine | Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do; nothing has been written yet.

    ``accepted`` counts the rows that the edits stand for, ``unchanged`` those that the diary
    already holds just so.
    """

    format_title: str
    edits: tuple[Edit, ...]
    refusals: tuple[Refusal, ...]
    accepted: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a reader may need besides the file: the time, and the rows that the diary knows."""

    clock: Clock
    factors: Factors
    progress: Callable[[float], None] | None = None
    """Called now and then with the part read, 0 to 1, by readers of large files."""


class Format(Protocol):
    """One kind of file. A format is a module-level object in the registry of ``formats.py``."""

    name: str
    """As typed after ``--format``."""
    title: str
    """As people call it."""

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether a file that begins with these bytes (at most 64 kB) is of this format."""
        ...

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        """What each line says. Raises Refused when the file as a whole cannot be read."""
        ...
