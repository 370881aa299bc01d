"""The kinds of record beside the daily check-in; what files know of them is in their classes."""

from collections.abc import Iterator, Sequence

from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import Record
from heeldiary.domain.shape import Shape, shape_of

OTHER_KINDS = tuple(kind for kind in KINDS if kind not in ("factor", "row", "reading", "note"))

REFERRED_TO = ("medicine", "shoe", "visit", "activity")
"""The kinds that records of other kinds name."""


def records_of(diary: Diary, kind: str, span: Span | None = None) -> Sequence[Record]:
    """The records of a kind, or those that fall into the span and those that these refer to."""
    if span is None:
        return diary.records(record_type(kind))
    own = diary.records(record_type(kind), span) if shape_of(record_type(kind)).first_day else ()
    held = {record.id for record in own}
    return [*own, *_referred_to(diary, kind, span, held)]


def references(record: Record) -> Iterator[tuple[str, str]]:
    """The kind and the id of each record that has to be there for this one."""
    for field in shape_of(type(record)).fields.values():
        named = getattr(record, field.name) if field.refers_to else None
        if named is not None:
            yield field.refers_to, named


def named_by(record: Record, kind: str) -> Iterator[str]:
    """The ids of the records of a kind that this one names; not all of them have to be there."""
    for field in shape_of(type(record)).fields.values():
        if field.names == kind and getattr(record, field.name) is not None:
            yield getattr(record, field.name)


def _referred_to(diary: Diary, kind: str, span: Span, held: set[str]) -> list[Record]:
    wanted = {
        record_id
        for other in OTHER_KINDS
        if _may_refer(shape_of(record_type(other)), kind)
        for record in diary.records(record_type(other), span)
        for record_id in named_by(record, kind)
        if record_id not in held
    }
    found = (diary.find(kind, record_id) for record_id in sorted(wanted))
    return [record for record in found if record is not None]


def _may_refer(shape: Shape, kind: str) -> bool:
    return any(field.names == kind for field in shape.fields.values())
