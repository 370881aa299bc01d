"""Delimited text as people have it: any usual encoding, delimiter and line end, columns by name."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.files import read_bytes

LARGEST_TABLE = 100_000_000
DELIMITERS = (";", ",", "\t")
_ROWS_COUNTED = 50
_LETTERS_COUNTED = 65_536
_END = "\0end"  # no text that is read holds a NUL, so this row can only be ours
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SEPARATOR_LINE = re.compile(r'"?sep=([;,|\t])"?\r?\n?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the number of its first line in the file, and its cells."""

    line: int
    cells: tuple[str, ...]
    places: Mapping[str, int] = field(repr=False, compare=False)

    def get(self, name: str) -> str:
        """The cell under that name without surrounding spaces; empty when there is none."""
        return self.exact(name).strip()

    def exact(self, name: str) -> str:
        """The cell under that name, just as it stands in the file."""
        place = self.places.get(_known_as(name))
        return "" if place is None or place >= len(self.cells) else self.cells[place]


@dataclass(frozen=True, slots=True)
class Table:
    """A read table: rows in order of the file, blank ones left out."""

    header: tuple[str, ...]
    rows: Sequence[TableRow]
    encoding: str
    delimiter: str

    def has(self, *names: str) -> bool:
        """Whether there is a column of each name; case and surrounding spaces do not matter."""
        known = {_known_as(name) for name in self.header}
        return all(_known_as(name) in known for name in names)

    def overlong(self, row: TableRow) -> bool:
        """Whether the row has words to the right of the last column: something moved in it."""
        return any(cell.strip() for cell in row.cells[len(self.header) :])


def read_table(path: Path, delimiter: str | None = None) -> Table:
    """The table in the file, or a refusal in one sentence."""
    return parse_table(read_bytes(path, LARGEST_TABLE), delimiter, name=path.name)


def parse_table(content: bytes, delimiter: str | None = None, *, name: str = "The file") -> Table:
    """The table that these bytes are."""
    text, encoding = decode(content, name)
    if not text.strip():
        raise Refused(f"{name} is empty; nothing was imported.")
    before, text, delimiter = _open(text, delimiter)
    lines = _rows(text, delimiter, before, name)
    filled = ((line, cells) for line, cells in lines if any(cell.strip() for cell in cells))
    header = _header(next(filled, (0, []))[1], name)
    places = {_known_as(column): place for place, column in enumerate(header) if column}
    rows = [TableRow(line, tuple(cells), places) for line, cells in filled]
    if not rows:
        raise Refused(f"{name} holds a header and no rows; nothing was imported.")
    return Table(header, rows, encoding, delimiter)


def decode(content: bytes, name: str = "The file") -> tuple[str, str]:
    """The text and its encoding: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or (encoding == "cp1252" and _CONTROL.search(text)):
            raise Refused(f"{name} is not a text file; nothing was imported.")
        return text, encoding
    raise Refused(
        f"The letters of {name} are in an encoding that is not known here; save it as UTF-8. "
        "Nothing was imported."
    )


def columns_of(head: bytes) -> tuple[str, ...]:
    """The column names with which a file begins, lower case; none when it is no table."""
    try:
        text, _ = decode(_first_lines(head))
        _, text, delimiter = _open(text, None)
        rows = (cells for _, cells in _rows(text, delimiter, 0, "") if any(cells))
        return tuple(_known_as(cell) for cell in next(rows, []))
    except Refused:
        return ()


def _first_lines(head: bytes) -> bytes:
    """The head without the row, or the half letter, in which it was cut off."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2]
    return head[: head.rfind(b"\n") + 1] or head


def _open(text: str, delimiter: str | None) -> tuple[int, str, str]:
    """How many lines stand before the table, the table's text, and its delimiter."""
    told = _SEPARATOR_LINE.match(text)
    if told:
        return 1, text[told.end() :], delimiter or told.group(1)
    return 0, text, delimiter or _delimiter(text)


def _delimiter(text: str) -> str:
    """The delimiter by which most rows have as many cells as the header; a comma when none has."""
    return max(DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> tuple[float, int, bool]:
    reader = csv.reader(io.StringIO(text[:_LETTERS_COUNTED], newline=""), delimiter=delimiter)
    widths = [len(row) for row in islice(reader, _ROWS_COUNTED) if any(row)]
    if not widths or widths[0] < 2:
        return 0.0, 0, delimiter == ","
    return widths.count(widths[0]) / len(widths), widths[0], delimiter == ","


def _rows(text: str, delimiter: str, before: int, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line."""
    reader = csv.reader(chain(io.StringIO(text, newline=""), [_END]), delimiter=delimiter)
    line = before + 1
    try:
        for cells in reader:
            if cells == [_END]:
                continue
            if cells and cells[-1].endswith(_END):
                raise Refused(
                    f"A quotation mark that opens in line {line} of {name} is never closed; "
                    "nothing was imported."
                )
            yield line, cells
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            f"Line {line} of {name} cannot be read as a table ({error}); nothing was imported."
        ) from None


def _header(cells: Sequence[str], name: str) -> tuple[str, ...]:
    header = [cell.strip() for cell in cells]
    while header and not header[-1]:
        header.pop()
    named = [_known_as(column) for column in header if column]
    twice = next((column for column in header if named.count(_known_as(column)) > 1), None)
    if twice is not None:
        raise Refused(f"{name} has two columns called “{twice}”; nothing was imported.")
    return tuple(header)


def _known_as(name: str) -> str:
    return name.strip().casefold()
