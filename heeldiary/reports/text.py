"""The page for a visit as plain text, for a message to the clinic. Needs no window and no Qt."""

from collections.abc import Iterator
from pathlib import Path

from heeldiary.exchange.files import write_text_file
from heeldiary.reports.report import Report
from heeldiary.reports.sheet import (
    CHANGE,
    GLANCE,
    HIGH_DAYS,
    QUESTIONS,
    RULED_LINES,
    Cells,
    Row,
    Section,
    Sheet,
)

_RULE = "_" * 60


def page_text(sheet: Sheet) -> str:
    """The sheet without the chart; one line a measure, which any message field keeps."""
    return "\n".join(_lines(sheet)) + "\n"


def write_text(report: Report, path: Path) -> None:
    """Write the text of the report, whole or not at all; refuses where nothing can be written."""
    write_text_file(path, [page_text(report.sheet)])


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.title, sheet.covered, sheet.origin, sheet.printed, "")
    yield QUESTIONS
    yield from (f"- {question}" for question in sheet.questions)
    yield from [_RULE] * (0 if sheet.questions else RULED_LINES)
    if sheet.changed is not None:
        yield from _section(sheet.changed)
    yield from ("", GLANCE, f"Now: {sheet.lately}", f"Before: {sheet.before}")
    for row in sheet.rows:
        yield from _row(row)
    yield from sheet.remarks
    for section in sheet.sections:
        yield from _section(section)
    yield from ("", sheet.method, sheet.disclaimer)


def _row(row: Row) -> Iterator[str]:
    yield f"- {row.name}"
    yield f"  now: {_cells(row.lately)}"
    yield f"  before: {_cells(row.before)}"
    yield f"  {CHANGE.lower()}: {row.change}"


def _cells(cells: Cells) -> str:
    high = f", {HIGH_DAYS}: {cells.high_days}" if cells.high_days else ""
    return f"median {cells.median}, range {cells.range}{high}, answered {cells.answered} days"


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.title)
    yield from (f"- {line}" for line in section.lines)
