"""From what a form gives to the change that keeps it; the clock is an argument."""

from dataclasses import replace
from typing import Any, TypeVar

from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import Record
from heeldiary.domain.shape import shape_of
from heeldiary.domain.validity import check

_R = TypeVar("_R", bound=Record)


def new_id() -> str:
    """An id that no other record has, on this computer or another."""
    from uuid import uuid4  # not before the first record that needs one

    return uuid4().hex


def keep(before: Record | None, after: Record, label: str, clock: Clock) -> Change | None:
    """The change that adds a record or puts it in the place of what it was; None when it is that.

    Refused when a rule of the record or of one of its fields forbids it.
    """
    if before == after:
        return None
    check(after, clock.today())
    return Change(label=label, edits=(Edit(before, after),))


def remove(record: _R, label: str, diary: Diary, clock: Clock) -> tuple[Change, bool]:
    """The change that removes a record, or retires it (then True) when others name it.

    A medicine, a pair of shoes or an activity with a history stays, for what refers to it.
    """
    if not has_history(record, diary):
        return Change(label=label, edits=(Edit(record, None),)), False
    return Change(label=label, edits=(Edit(record, retired(record, clock)),)), True


def has_history(record: Record, diary: Diary) -> bool:
    """Whether any other record names this one."""
    return any(True for _ in diary.referring(record.kind, record.id))


def retired(record: _R, clock: Clock) -> _R:
    """The record as no longer in use: it is not offered any more, and all of it stays."""
    fields = shape_of(type(record)).fields
    changes: dict[str, Any] = {"retired": True}
    if "retired_on" in fields:
        changes = {"retired_on": clock.today()}
    return replace(record, **changes)  # type: ignore[type-var]  # every record is a dataclass
