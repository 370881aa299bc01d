"""Heel Diary's own JSON: everything, one record a line; described in ``docs/export.md``."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from heeldiary.domain.days import Span, read_day
from heeldiary.domain.diary import Diary
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.plain import Plain, from_plain, to_plain
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Circumstances, Entry, Refusal, Row
from heeldiary.exchange.files import read_bytes
from heeldiary.exchange.other_kinds import OTHER_KINDS, records_of

LARGEST_JSON = 300_000_000
VERSION = 2
_ALWAYS = ("factors", "rows", "readings", "notes")
"""The lists that stand in every document; those of other kinds only when they hold a record."""
_HEAD = ("format", "version", "first_day", "last_day")
_MARK = re.compile(r'(?:[^"{}\n]|"(?:[^"\\]|\\.)*+")*+([{}\n])')


def write_json(diary: Diary, span: Span | None = None) -> Iterator[str]:
    """The diary as text; with a span what falls into it, and what its records refer to.

    The same diary gives the same bytes.
    """
    days = span or diary.recorded_span()
    yield '{\n  "format": "heeldiary",\n'
    yield f'  "version": {VERSION},\n'
    yield f'  "first_day": {json.dumps(days and days.first.isoformat())},\n'
    yield f'  "last_day": {json.dumps(days and days.last.isoformat())}'
    yield from _written("factors", diary.own_factors())
    yield from _written("rows", () if span else sorted(diary.row_choices(), key=_factor))
    yield from _written("readings", diary.readings(span))
    yield from _written("notes", diary.notes(span))
    for kind in OTHER_KINDS:
        records = records_of(diary, kind, span)
        if records:
            yield from _written(record_type(kind).listed, records)
    yield "\n}\n"


def _factor(choice: Any) -> str:
    return str(choice.factor)


def _written(name: str, records: Iterable[Record]) -> Iterator[str]:
    yield f',\n  "{name}": ['
    sign = "\n    "
    for record in records:
        plain = json.dumps(to_plain(record), ensure_ascii=False, allow_nan=False)
        yield f"{sign}{plain}"
        sign = ",\n    "
    yield "\n  ]" if "," in sign else "]"


class _OwnJson:
    """Our own JSON as a format that can be imported."""

    name = "heeldiary-json"
    title = "Heel Diary JSON"

    def recognises(self, head: bytes, path: Path) -> bool:  # noqa: ARG002
        """Every file that begins as a JSON object; what is not ours is refused when read."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:  # noqa: ARG002
        text = _text(read_bytes(path, LARGEST_JSON), path.name)
        return _rows(text, path.name)


FORMAT = _OwnJson()


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{name} is not UTF-8 text; nothing was imported.") from None


def _rows(text: str, name: str) -> Iterator[Row]:
    document = _document(text, name)
    lines = _lines_of_records(text)
    kinds = _kinds_by_list()
    for listed in document:
        for values in document[listed] if listed in kinds else ():
            yield _row(next(lines), kinds[listed], values)


def _kinds_by_list() -> dict[str, str]:
    return {record_type(kind).listed: kind for kind in KINDS}


def _row(line: int, kind: str, values: Plain) -> Row:
    try:
        return Entry(line=line, record=from_plain(kind, values))
    except Refused as refusal:
        return Refusal(line=line, reason=str(refusal))


def _lines_of_records(text: str) -> Iterator[int]:
    """The line on which each object within the document begins, whatever the layout."""
    line, depth = 1, 0
    for found in _MARK.finditer(text):  # pragma: no branch
        match found.group(1):
            case "\n":
                line += 1
            case "}":
                depth -= 1
            case _:
                depth += 1
                if depth == 2:
                    yield line


def _document(text: str, name: str) -> dict[str, Any]:
    """The document, if it is one of ours: its lists hold objects, and nothing is said twice."""
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Refused(
            f"{name} is not whole JSON: line {error.lineno}, {error.msg.lower()}. "
            "Nothing was imported."
        ) from None
    except ValueError:
        raise Refused(f"{name} holds a number that is too long; nothing was imported.") from None
    except RecursionError:
        raise Refused(f"{name} is nested too deeply; nothing was imported.") from None
    if not isinstance(document, dict) or document.get("format") != "heeldiary":
        raise Refused(f"{name} is JSON, but not of Heel Diary; nothing was imported.")
    _check_version(document.get("version"), name)
    _check_parts(document, name)
    return document


def _object(pairs: list[tuple[str, Any]]) -> Plain:
    whole = dict(pairs)
    if len(whole) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(f"One record says “{twice[:60]}” twice; nothing was imported.")
    return whole


def _no_number(word: str) -> NoReturn:
    raise Refused(f"“{word}” is not a number; nothing was imported.")


def _check_version(version: object, name: str) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refused(f"{name} does not say which version of the format it is.")
    if version > VERSION:
        raise Refused(
            f"{name} was written by a newer Heel Diary (format {version}, known up to {VERSION}); "
            "nothing was imported."
        )


def _check_parts(document: dict[str, Any], name: str) -> None:
    lists = _kinds_by_list()
    missing = {*_HEAD, *_ALWAYS} - set(document)
    unknown = set(document) - {*_HEAD, *lists}
    if unknown or missing:
        what = f"“{min(unknown)[:60]}”, which is not known" if unknown else f"no “{min(missing)}”"
        raise Refused(f"{name} has {what}; nothing was imported.")
    for listed in lists.keys() & document.keys():
        records = document[listed]
        if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
            raise Refused(f"“{listed}” of {name} is not a list of records; nothing was imported.")
    for end in ("first_day", "last_day"):
        if document[end] is not None:
            read_day(str(document[end]))
