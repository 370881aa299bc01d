"""Every change of a diary is a tuple of edits with a label in the owner's words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from heeldiary.domain.records import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """The addition (no before), change, or removal (no after) of one record."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        sides = [record for record in (self.before, self.after) if record is not None]
        if not sides:
            raise ValueError("an edit needs a before or an after")
        if len({(type(record), record.id) for record in sides}) != 1:
            raise ValueError("an edit is about one record")

    @property
    def record(self) -> Record:
        """The record as it is afterwards, or as it was when it is removed."""
        record = self.after or self.before
        assert record is not None
        return record

    def inverted(self) -> Self:
        return type(self)(self.after, self.before)


class Source(StrEnum):
    """What brought a change about."""

    OWNER = "owner"
    IMPORT = "import"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Edits that stand or fall together."""

    label: str
    edits: tuple[Edit, ...]
    source: Source = Source.OWNER
    takes_back: int | None = None

    def inverted(self, label: str, takes_back: int | None = None) -> Self:
        """What takes this change back; ``takes_back`` is its number in the journal.

        It is never an import itself, or an import undone would be listed as one more import.
        """
        edits = tuple(edit.inverted() for edit in reversed(self.edits))
        return type(self)(label=label, edits=edits, source=Source.TAKE_BACK, takes_back=takes_back)
