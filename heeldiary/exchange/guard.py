"""Cells that no spreadsheet runs as a formula, and that come back as they were."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

_GUARD = "'"
_RUNS = ("=", "+", "-", "@", "\t", "\r", _GUARD)
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it when a spreadsheet might run it.

    A plain negative number needs none; a cell that begins with an apostrophe gets a second one.
    """
    runs = cell.startswith(_RUNS) and not _PLAIN_NUMBER.fullmatch(cell)
    return _GUARD + cell if runs else cell


def unguarded(cell: str) -> str:
    """What :func:`guarded` was given."""
    return cell[1:] if cell[:1] == _GUARD and cell[1:].startswith(_RUNS) else cell


class _Handed:
    """A file for the csv writer that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The table line by line as RFC 4180 has it: commas, CRLF, quotes where they are needed."""
    writer = csv.writer(_Handed(), lineterminator="\r\n")
    yield str(writer.writerow([guarded(cell) for cell in header]))
    for row in rows:
        yield str(writer.writerow([guarded(cell) for cell in row]))
