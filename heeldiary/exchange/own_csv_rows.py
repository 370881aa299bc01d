"""Reading Heel Diary's own CSV back: the long table, and the table of a day a row."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from heeldiary.domain.days import read_day
from heeldiary.domain.factor import Factor
from heeldiary.domain.plain import Plain, from_plain, write_moment
from heeldiary.domain.records import SKIPPED, DayNote, Origin, OwnFactor, Reading, Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.exchange.entries import Circumstances, Entry, Refusal, Row
from heeldiary.exchange.guard import unguarded
from heeldiary.exchange.other_kinds import OTHER_KINDS
from heeldiary.exchange.own_csv import LONG
from heeldiary.exchange.tables import Table, TableRow, columns_of, read_table

_FIRST_DAY = re.compile(rb'[\r\n]"?[0-9]{4}-[0-9]{2}-[0-9]{2}')
_OVERLONG = "This row has more cells than the table has columns; something moved in it."


class _OwnCsv:
    """Our own CSV as a format that can be imported."""

    name = "heeldiary-csv"
    title = "Heel Diary CSV"

    def recognises(self, head: bytes, path: Path) -> bool:  # noqa: ARG002
        """The long table by its columns; the one of days by its first and last, and its days."""
        columns = columns_of(head)
        is_long = set(LONG).issubset(columns)
        return is_long or (_is_wide(columns) and _FIRST_DAY.search(head) is not None)

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        table = read_table(path)
        if table.has(*LONG):
            return _long(table, around)
        if _is_wide(tuple(column.casefold() for column in table.header)):
            return _wide(table, around)
        raise Refused(f"{path.name} is not a table of Heel Diary; nothing was imported.")


FORMAT = _OwnCsv()


def _is_wide(columns: tuple[str, ...]) -> bool:
    return columns[:1] == ("day",) and columns[-1:] == ("note",)


def _long(table: Table, around: Circumstances) -> Iterator[Row]:
    own = _own_factors(table)
    for row in table.rows:
        try:
            if table.overlong(row):
                raise Refused(_OVERLONG)
            yield Entry(line=row.line, record=_record(row, own, around))
        except Refused as refusal:
            yield Refusal(line=row.line, reason=str(refusal))


def _own_factors(table: Table) -> Mapping[str, Factor]:
    """The owner's rows that the table defines, wherever they stand in it."""
    factors = {}
    for row in table.rows:
        if _cell(row, "record") == OwnFactor.kind:
            try:
                own = _other(row, OwnFactor.kind, "key")
            except Refused:
                continue
            assert isinstance(own, OwnFactor)
            factors[own.key] = own.as_factor()
    return factors


def _record(row: TableRow, own: Mapping[str, Factor], around: Circumstances) -> Record:
    match _cell(row, "record"):
        case "reading":
            key = _cell(row, "factor")
            value = _value(row, own.get(key) or around.factors[key])
            return from_plain("reading", {"factor": key, "value": value} | _told(row, around))
        case "note":
            text = unguarded(row.exact("text"))
            return from_plain("note", {"text": text} | _told(row, around))
        case "factor":
            return _other(row, "factor", "key")
        case "row":
            return _other(row, "row", "factor")
        case kind:
            record = from_plain(kind, _fields(row) if kind in OTHER_KINDS else {})
            _check_day(row, record)
            return record


def _told(row: TableRow, around: Circumstances) -> Plain:
    """The day, and when and how it was told; a row typed by hand was imported now."""
    now = write_moment(around.clock.now())
    return {
        "day": _cell(row, "day"),
        "recorded_at": _cell(row, "recorded_at") or now,
        "origin": _cell(row, "origin") or Origin.IMPORTED,
    }


def _other(row: TableRow, kind: str, key: str) -> Record:
    """A record that keeps its fields as JSON, beside the column that names it."""
    return from_plain(kind, _fields(row) | {key: _cell(row, "factor")})


def _check_day(row: TableRow, record: Record) -> None:
    """Refuse a row that was edited in one of the two cells with its day, but not in the other."""
    told, name = _cell(row, "day"), shape_of(type(record)).first_day
    if told and name and told != str(getattr(record, name)):
        raise Refused(
            f"The cell “day” says {told[:60]}, and “{name}” in the cell “fields” says "
            f"{getattr(record, name)}; change both."
        )


def _fields(row: TableRow) -> Plain:
    try:
        fields = json.loads(row.exact("fields"), object_pairs_hook=_object)
    except (ValueError, RecursionError):
        raise Refused("The cell “fields” is not JSON.") from None
    if not isinstance(fields, dict):
        raise Refused("The cell “fields” does not hold fields.")
    return fields


def _object(pairs: list[tuple[str, Any]]) -> Plain:
    whole = dict(pairs)
    if len(whole) < len(pairs):
        raise Refused("The cell “fields” says one of its fields twice.")
    return whole


def _value(row: TableRow, factor: Factor) -> float | str:
    word, state = _cell(row, "value"), _cell(row, "state").casefold()
    if state == SKIPPED.value and not word:
        return SKIPPED.value
    if state not in ("", "answered") or not word:
        raise Refused(
            f"“{factor.name}” has the value “{word}” and the state “{state}”; "
            "it takes a value that is answered, or none that is skipped."
        )
    return factor.read(word)


def _wide(table: Table, around: Circumstances) -> Iterator[Row]:
    columns = {column: unguarded(column) for column in table.header[1:-1] if column}
    for key in columns.values():
        if key not in around.factors:
            reason = f"There is no row called “{key}” in this diary; its column was left out."
            yield Refusal(line=1, reason=reason)
    known = {
        column: factor for column, key in columns.items() if (factor := around.factors.get(key))
    }
    for row in table.rows:
        try:
            if table.overlong(row):
                raise Refused(_OVERLONG)
            yield from _day(row, known, around)
        except Refused as refusal:
            yield Refusal(line=row.line, reason=str(refusal))


def _day(row: TableRow, known: Mapping[str, Factor], around: Circumstances) -> Iterator[Row]:
    day, moment = read_day(_cell(row, "day")), around.clock.now().replace(microsecond=0)
    for column, factor in known.items():
        word = _cell(row, column)
        if not word:
            continue
        try:
            value = SKIPPED if word.casefold() == SKIPPED.value else factor.read(word)
        except Refused as refusal:
            yield Refusal(line=row.line, reason=str(refusal))
            continue
        reading = Reading(
            day=day,
            factor=factor.key,
            value=value,
            recorded_at=moment,
            origin=Origin.IMPORTED,
        )
        yield Entry(line=row.line, record=reading)
    text = unguarded(row.exact("note"))
    if text.strip():
        note = DayNote(day=day, text=text, recorded_at=moment, origin=Origin.IMPORTED)
        yield Entry(line=row.line, record=note)


def _cell(row: TableRow, name: str) -> str:
    return unguarded(row.get(name))
