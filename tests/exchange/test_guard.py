"""Cells that no spreadsheet runs, and that come back as they were."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.exchange.guard import csv_lines, guarded, unguarded


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "'", "''", "-", "-cmd"]
)
def test_a_cell_that_could_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "-7.5", "0", "-1e-07", "plain", " =1", "it's"])
def test_a_cell_that_is_harmless_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


def test_an_apostrophe_that_guards_nothing_is_the_owners() -> None:
    assert unguarded("'tis fine") == "'tis fine"


@given(st.text(max_size=20) | st.text("='+-@\t\r1", max_size=6))
def test_every_cell_comes_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in tuple("=+@\t\r")


def test_lines_end_as_the_standard_says() -> None:
    lines = list(csv_lines(("day", "=note"), [("2026-11-16", 'two\r\n"lines", or')]))

    assert lines == ["day,'=note\r\n", '2026-11-16,"two\r\n""lines"", or"\r\n']


@given(st.lists(st.lists(st.text("a,\"';\r\n\t=-", max_size=5), min_size=2, max_size=2)))
def test_every_table_is_read_back_by_any_reader(rows: list[list[str]]) -> None:
    text = "".join(csv_lines(("one", "two"), rows))

    read = list(csv.reader(io.StringIO(text, newline="")))

    assert [[unguarded(cell) for cell in row] for row in read[1:]] == rows
