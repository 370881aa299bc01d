"""Records as plain values (text, numbers, lists) and back: what the journal and the files hold."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, TypeAlias

from heeldiary.domain.days import read_day
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import SKIPPED, Answer, Record, Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import FieldShape, Holds, Step, shape_of

Plain: TypeAlias = dict[str, Any]


def to_plain(record: Record) -> Plain:
    """The record's fields by name, as JSON can hold them."""
    return {name: _plain(getattr(record, name)) for name in shape_of(type(record)).fields}


def from_plain(kind: str, values: Mapping[str, Any]) -> Record:
    """The record of that kind; refuses an unknown kind, a missing, unknown or wrong field."""
    if kind not in KINDS:
        raise Refused(f"“{kind}” is not a kind of record that this version knows.")
    kept_in = record_type(kind)
    known = shape_of(kept_in).fields
    unknown = set(values) - set(known)
    if unknown:
        raise Refused(f"A {kind} has no field “{min(unknown)}”.")
    given = {name: _read(kind, known[name], values[name]) for name in known if name in values}
    for name, field in known.items():
        if name not in given and not field.may_be_missing:
            raise Refused(f"A {kind} needs the field “{name}”.")
    return kept_in(**given)


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
            return [_plain(each) for each in value]
        case float() if value.is_integer():
            return int(value)
        case Step():
            return {"dose": _plain(value.dose), "days": value.days}
        case _:
            return value


def _read(kind: str, field: FieldShape, value: object) -> object:
    if value is None and field.may_be_none:
        return None
    try:
        if field.words is not None:
            return field.words(_read_text(value))
        return _READERS[field.holds](value)
    except (ValueError, TypeError, KeyError, OverflowError):
        shown = str(value)[:60].encode(errors="replace").decode()
        raise Refused(f"The field “{field.name}” of a {kind} cannot be “{shown}”.") from None


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
    return tuple(_read_text(word) for word in _listed(value))


def _read_numbers(value: object) -> tuple[int, ...]:
    return tuple(_read_whole(number) for number in _listed(value))


def _read_steps(value: object) -> tuple[Step, ...]:
    return tuple(_read_step(step) for step in _listed(value))


def _read_step(value: object) -> Step:
    if not isinstance(value, dict) or set(value) != {"dose", "days"}:
        raise TypeError
    return Step(dose=_read_number(value["dose"]), days=_read_whole(value["days"]))


def _listed(value: object) -> list[object] | tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError
    return value


def _read_date(value: object) -> date:
    return read_day(_read_text(value))


def _read_time(value: object) -> datetime:
    return read_moment(_read_text(value))


_READERS: dict[Holds, Callable[[Any], object]] = {
    Holds.TEXT: _read_text,
    Holds.TIME: _read_text,
    Holds.WHOLE: _read_whole,
    Holds.NUMBER: _read_number,
    Holds.CLAIM: _read_claim,
    Holds.DAY: _read_date,
    Holds.MOMENT: _read_time,
    Holds.ANSWER: _read_answer,
    Holds.WORDS: _read_words,
    Holds.NUMBERS: _read_numbers,
    Holds.STEPS: _read_steps,
}
