"""Records as plain values (text, numbers, lists) and back: what the journal and the files hold."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, get_type_hints

from heeldiary.domain.days import read_day
from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.records import RECORD_TYPES, SKIPPED, Answer, Origin, Record, Skipped
from heeldiary.domain.refusal import Refused

Plain: TypeAlias = dict[str, Any]

_TYPES: dict[str, type[Any]] = {record.kind: record for record in RECORD_TYPES}


def to_plain(record: Record) -> Plain:
    """The record's fields by name, as JSON can hold them."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def from_plain(kind: str, values: Mapping[str, Any]) -> Record:
    """The record of that kind; refuses an unknown kind, a missing, unknown or wrong field."""
    record_type = _TYPES.get(kind)
    if record_type is None:
        raise Refused(f"“{kind}” is not a kind of record that this version knows.")
    hints, known = _shape(kind)
    unknown = set(values) - set(known)
    if unknown:
        raise Refused(f"A {kind} has no field “{min(unknown)}”.")
    given = {name: _read(kind, name, hints[name], values[name]) for name in known if name in values}
    for name, field in known.items():
        if name not in given and field.default is MISSING:
            raise Refused(f"A {kind} needs the field “{name}”.")
    record: Record = record_type(**given)
    return record


@cache
def _shape(kind: str) -> tuple[dict[str, Any], dict[str, Field[Any]]]:
    """The types and the fields of a kind of record; large files ask for them once a record."""
    record_type = _TYPES[kind]
    return get_type_hints(record_type), {field.name: field for field in fields(record_type)}


def write_moment(moment: datetime) -> str:
    """Local time with its offset, to the second: ``2026-11-20T08:14:03+01:00``."""
    return moment.isoformat(timespec="seconds")


def read_moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None or not 1900 <= moment.year < 9999:
        raise ValueError("a time needs its offset, and a year that a diary can have")
    zone = fixed_offset(int(offset.total_seconds()) // 60)
    return moment.astimezone(zone).replace(microsecond=0)


def fixed_offset(minutes: int) -> timezone:
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _plain(value: object) -> object:
    match value:
        case Skipped():
            return SKIPPED.value
        case datetime():
            return write_moment(value)
        case date():
            return value.isoformat()
        case StrEnum():
            return str(value)
        case tuple():
            return list(value)
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _read(kind: str, name: str, hint: object, value: object) -> object:
    try:
        return _READERS[hint](value)
    except (ValueError, TypeError, KeyError, OverflowError):
        shown = str(value)[:60].encode(errors="replace").decode()
        raise Refused(f"The field “{name}” of a {kind} cannot be “{shown}”.") from None


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a character (a lone surrogate) cannot be kept in a file
    return value


def _read_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    number = float(value)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError
    return number


def _read_whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _read_claim(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read_answer(value: object) -> Answer:
    return SKIPPED if value == SKIPPED.value else _read_number(value)


def _read_words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError
    return tuple(_read_text(word) for word in value)


def _read_date(value: object) -> date:
    return read_day(_read_text(value))


def _read_time(value: object) -> datetime:
    return read_moment(_read_text(value))


_READERS: dict[object, Callable[[Any], object]] = {
    str: _read_text,
    int: _read_whole,
    float: _read_number,
    bool: _read_claim,
    date: _read_date,
    datetime: _read_time,
    Answer: _read_answer,
    tuple[str, ...]: _read_words,
    Kind: Kind,
    Direction: Direction,
    Origin: Origin,
}
