"""What many tests of storage begin with."""

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record


def adding(*records: Record) -> Change:
    return Change(label="Added", edits=tuple(Edit(None, record) for record in records))
