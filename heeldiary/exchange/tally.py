"""What has been decided so far about the rows of a file."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from heeldiary.domain.edits import Edit
from heeldiary.domain.records import DayNote, Reading, Record
from heeldiary.domain.shape import shape_of
from heeldiary.exchange.entries import Refusal

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Told(Generic[_R]):
    """A record and the line that told it."""

    line: int
    record: _R


@dataclass(slots=True)
class Tally:
    """What has been decided so far."""

    replacing: bool
    edits: list[Edit] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    accepted: int = 0
    unchanged: int = 0

    def refuse(self, line: int, reason: str) -> None:
        self.refusals.append(Refusal(line=line, reason=reason))

    def accept(self, before: Record | None, after: Record) -> None:
        self.edits.append(Edit(before, after))
        self.accepted += 1


def is_first(row: Told[_R], taken: dict[str, Told[_R]], key: str, tally: Tally) -> bool:
    """Whether no earlier line of the file told this record; a repetition is settled here."""
    first = taken.setdefault(key, row)
    if first is row:
        return True
    if content_of(first.record) == content_of(row.record):
        tally.unchanged += 1
    else:
        tally.refuse(
            row.line, f"Line {first.line} already tells this otherwise; that line was taken."
        )
    return False


def content_of(record: Record) -> object:
    """What the record says, whenever and however it was recorded."""
    match record:
        case Reading():
            return record.value
        case DayNote():
            return record.text
        case _:
            told = ("recorded_at", "origin")
            names = (name for name in shape_of(type(record)).fields if name not in told)
            return tuple(getattr(record, name) for name in names)
