"""Heel Diary's own CSV: one long table with everything, a day a row, and a table a kind.

The columns are described in ``docs/export.md``; the long table comes back exactly.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from heeldiary.domain.answers import factors_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.kinds import record_type
from heeldiary.domain.plain import to_plain, write_moment
from heeldiary.domain.records import DayNote, OwnFactor, Reading, Record, RowChoice, Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.exchange.files import write_text_file
from heeldiary.exchange.guard import csv_lines
from heeldiary.exchange.other_kinds import OTHER_KINDS

LONG = ("record", "day", "factor", "value", "state", "text", "recorded_at", "origin", "fields")
COMPLETE_TABLE = "diary.csv"
"""The long table's name in an exported folder."""

_READINGS = ("day", "factor", "value", "state", "recorded_at", "origin")
_NOTES = ("day", "text", "recorded_at", "origin")


def write_long(diary: Diary) -> Iterator[str]:
    """The one table that holds every record; the same diary gives the same bytes."""
    return csv_lines(LONG, _long(diary))


def write_days(diary: Diary) -> Iterator[str]:
    """A day a row, a column for each factor that has any answer or skip, and the note."""
    recorded = {reading.factor for reading in diary.readings()}
    factors = factors_of(diary)
    keys = [factor.key for factor in factors.all() if factor.key in recorded]
    columns = _distinct([*keys, *sorted(recorded.difference(keys))])
    return csv_lines(("day", *columns, "note"), _days(diary, columns, factors))


def tables(diary: Diary) -> Iterator[tuple[str, Iterator[str]]]:
    """The files of an exported folder: each name with its text."""
    factors = factors_of(diary)
    yield COMPLETE_TABLE, write_long(diary)
    yield "days.csv", write_days(diary)
    readings = (_reading_cells(reading, factors) for reading in diary.readings())
    yield "readings.csv", csv_lines(_READINGS, readings)
    yield "notes.csv", csv_lines(_NOTES, (_note_cells(note) for note in diary.notes()))
    yield "factors.csv", _table(OwnFactor.kind, diary.own_factors())
    yield "rows.csv", _table(RowChoice.kind, _choices(diary))
    for kind in OTHER_KINDS:
        records = diary.records(record_type(kind))
        if records:
            yield f"{record_type(kind).listed}.csv", _table(kind, records)


def write_folder(diary: Diary, folder: Path) -> None:
    """Write every table into the folder, each whole or not at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {folder} cannot be made ({error.strerror}).") from None
    for name, text in tables(diary):
        write_text_file(folder / name, text)


def _long(diary: Diary) -> Iterator[tuple[str, ...]]:
    factors = factors_of(diary)
    for own in diary.own_factors():
        yield ("factor", "", own.key, "", "", "", "", "", _rest(own, "key"))
    for choice in _choices(diary):
        yield ("row", "", choice.factor, "", "", "", "", "", _rest(choice, "factor"))
    for reading in diary.readings():
        day, factor, value, state, recorded_at, origin = _reading_cells(reading, factors)
        yield ("reading", day, factor, value, state, "", recorded_at, origin, "")
    for note in diary.notes():
        day, text, recorded_at, origin = _note_cells(note)
        yield ("note", day, "", "", "", text, recorded_at, origin, "")

    for kind in OTHER_KINDS:
        day = shape_of(record_type(kind)).first_day
        for record in diary.records(record_type(kind)):
            began = getattr(record, day).isoformat() if day else ""
            yield (kind, began, "", "", "", "", "", "", _rest(record))


def _table(kind: str, records: Iterable[Record]) -> Iterator[str]:
    """The records of one kind in proper columns, a field a column."""
    fields = shape_of(record_type(kind)).fields
    return csv_lines(tuple(fields), (_field_cells(record) for record in records))


def _choices(diary: Diary) -> list[RowChoice]:
    return sorted(diary.row_choices(), key=attrgetter("factor"))


def _rest(record: Record, told: str = "") -> str:
    """The fields without a column of their own, as JSON."""
    plain = to_plain(record)
    plain.pop(told, None)
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def _reading_cells(reading: Reading, factors: Factors) -> tuple[str, ...]:
    skipped = isinstance(reading.value, Skipped)
    return (
        reading.day.isoformat(),
        reading.factor,
        "" if skipped else _word(reading, factors.get(reading.factor)),
        "skipped" if skipped else "answered",
        write_moment(reading.recorded_at),
        str(reading.origin),
    )


def _note_cells(note: DayNote) -> tuple[str, ...]:
    return note.day.isoformat(), note.text, write_moment(note.recorded_at), str(note.origin)


def _field_cells(record: Record) -> tuple[str, ...]:
    """Each field in its column; what is not recorded is empty, lists and claims are JSON."""
    return tuple(_field_cell(value) for value in to_plain(record).values())


def _field_cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _word(reading: Reading, factor: Factor | None) -> str:
    """The answer in the factor's words; the bare number when it has no word for it."""
    value = float(reading.number or 0)
    if factor is not None:
        with suppress(IndexError):
            return factor.write(value)
    return str(int(value)) if value.is_integer() else repr(value)


def _distinct(keys: list[str]) -> list[str]:
    """The keys that can head a column: none reads like another, or like the day and the note."""
    columns: dict[str, str] = {}
    for key in keys:
        columns.setdefault(key.casefold(), key)
    return [key for known_as, key in columns.items() if known_as not in ("day", "note")]


def _days(diary: Diary, columns: list[str], factors: Factors) -> Iterator[list[str]]:
    notes = {note.day: note.text for note in diary.notes()}
    for day, readings in _by_day(diary, notes):
        cells = (_day_cell(readings.get(key), factors) for key in columns)
        yield [day.isoformat(), *cells, notes.get(day, "")]


def _by_day(
    diary: Diary, notes: Mapping[date, str]
) -> Iterator[tuple[date, Mapping[str, Reading]]]:
    """The days with a reading or a note, in order."""
    unwritten = iter(sorted(notes))
    waiting = next(unwritten, None)
    for day, readings in groupby(diary.readings(), key=attrgetter("day")):
        while waiting is not None and waiting <= day:
            if waiting < day:
                yield waiting, {}
            waiting = next(unwritten, None)
        yield day, {reading.factor: reading for reading in readings}
    while waiting is not None:
        yield waiting, {}
        waiting = next(unwritten, None)


def _day_cell(reading: Reading | None, factors: Factors) -> str:
    if reading is None:
        return ""
    if isinstance(reading.value, Skipped):
        return reading.value.value
    return _word(reading, factors.get(reading.factor))
