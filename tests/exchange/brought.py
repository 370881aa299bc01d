"""Brought files made short: what a format says of a text, and of a second import of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from heeldiary.domain.answers import factors_of
from heeldiary.domain.records import OwnFactor, Reading
from heeldiary.exchange.entries import (
    Circumstances,
    Entry,
    Format,
    ImportPlan,
    NoteLine,
    Refusal,
    Row,
)
from heeldiary.exchange.plan import plan
from tests.builders import PlainDiary, a_clock


def around(diary: PlainDiary | None = None) -> Circumstances:
    return Circumstances(clock=a_clock(), factors=factors_of(diary or PlainDiary()))


def readings(rows: Sequence[Row]) -> list[tuple[int, date, str, object]]:
    """Line, day, factor and value of every reading."""
    return [
        (row.line, row.record.day, row.record.factor, row.record.value)
        for row in rows
        if isinstance(row, Entry) and isinstance(row.record, Reading)
    ]


def definitions(rows: Sequence[Row]) -> list[OwnFactor]:
    return [
        row.record for row in rows if isinstance(row, Entry) and isinstance(row.record, OwnFactor)
    ]


def refusals(rows: Sequence[Row]) -> dict[int, str]:
    return {row.line: row.reason for row in rows if isinstance(row, Refusal)}


def notes(rows: Sequence[Row]) -> list[tuple[int, date, str]]:
    return [(row.line, row.day, row.text) for row in rows if isinstance(row, NoteLine)]


def imported_twice(form: Format, path: Path) -> tuple[ImportPlan, ImportPlan]:
    """The plans of the first import into an empty diary, and of the same again."""
    empty = PlainDiary()
    first = plan(form.rows(path, around()), empty, around(), title=form.title)
    filled = PlainDiary(*(edit.after for edit in first.edits if edit.after is not None))
    known = around(filled)
    return first, plan(form.rows(path, known), filled, known, title=form.title)
