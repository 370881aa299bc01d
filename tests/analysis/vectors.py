"""Rows of the vectors: values that published formulas give, kept as tables in tests/vectors."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

VECTORS = Path(__file__).parent.parent / "vectors"
CLOSE = 1e-4
Row: TypeAlias = dict[str, str]


def each_row_of(name: str) -> Callable[..., Any]:
    """Runs a test with every row of one table, as a mapping from column to word."""
    with (VECTORS / name).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) >= 8
    numbers = [f"row {number}" for number in range(2, len(rows) + 2)]
    return pytest.mark.parametrize("row", rows, ids=numbers)


def number(word: str) -> float | None:
    """A cell of a number; an empty one is None: missing or undefined."""
    return float(word) if word else None


def numbers(row: Row, columns: Iterable[str]) -> list[float | None]:
    return [number(row[column]) for column in columns]


def given(row: Row, *columns: str) -> list[float]:
    """The cells of columns that are never empty."""
    return [float(row[column]) for column in columns]


def yes(claim: bool | None) -> str:
    """A claim as the tables write it."""
    return "" if claim is None else ("no", "yes")[claim]


def close(expected: str) -> object:
    """Equals the number of a cell within 1e-4; equals None for an empty cell."""
    return pytest.approx(float(expected), abs=CLOSE, rel=0) if expected else None
