"""What is seen in any table before anybody has said which column is what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from heeldiary.domain.factors import Factors
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import DateReading, date_orders, suggest
from heeldiary.exchange.cells import DecimalSign, is_unknown
from heeldiary.exchange.mapped import Mapping as TableMapping
from heeldiary.exchange.tables import Table

_ROWS_LOOKED_AT = 200
_EXAMPLES = 3
_LONGEST_EXAMPLE = 40
_WITH_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The columns that hold dates, each with the ways to read it; examples of every column.

    ``decimal`` is None when both signs are possible.
    """

    table: Table
    dates: Mapping[str, Sequence[DateReading]]
    examples: Mapping[str, Sequence[str]]
    suggested: TableMapping | None
    decimal: DecimalSign | None

    @property
    def date_column(self) -> str:
        """The column that most probably holds the dates."""
        return self.suggested.date_column if self.suggested else next(iter(self.dates))


def look_at(table: Table, factors: Factors) -> Findings:
    """What the wizard begins with; refused when no column holds dates."""
    top = replace(table, rows=table.rows[:_ROWS_LOOKED_AT])
    columns = [column for column in table.header if column]
    dates = {column: date_orders(table, column) for column in columns if date_orders(top, column)}
    if not dates:
        raise Refused("No column of the table holds dates; nothing was imported.")
    suggested = _suggested(table, factors)
    return Findings(
        table=table,
        dates=dates,
        examples={column: _examples(table, column) for column in columns},
        suggested=suggested,
        decimal=suggested.decimal if suggested else _decimal(table),
    )


def is_sure(readings: Sequence[DateReading]) -> bool:
    """Whether one order of the dates fits more rows than any other."""
    return len(readings) == 1 or readings[0].fits > readings[1].fits


def _suggested(table: Table, factors: Factors) -> TableMapping | None:
    try:
        return suggest(table, factors)
    except Refused:
        return None


def _decimal(table: Table) -> DecimalSign | None:
    cells = (cell.strip() for row in table.rows for cell in row.cells)
    return None if any(_WITH_COMMA.fullmatch(cell) for cell in cells) else "."


def _examples(table: Table, column: str) -> Sequence[str]:
    """The first different cells that say something, cut where they are long."""
    words = (row.get(column) for row in table.rows)
    filled = dict.fromkeys(islice((w for w in words if not is_unknown(w)), _ROWS_LOOKED_AT))
    return [_short(word) for word in islice(filled, _EXAMPLES)]


def _short(word: str) -> str:
    plain = " ".join(word.split())
    return plain if len(plain) <= _LONGEST_EXAMPLE else f"{plain[:_LONGEST_EXAMPLE]}…"
