"""Reading a brought file away from the diary: whole, row by row, and so that it can be stopped."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from heeldiary.domain.factors import Factors
from heeldiary.exchange.entries import Circumstances, Format, Row
from heeldiary.exchange.files import unreadable
from heeldiary.exchange.findings import Findings, look_at
from heeldiary.exchange.mapped import Mapping, rows
from heeldiary.exchange.tables import Table, read_table

_ROWS_BETWEEN_LOOKS = 500

GoOn = Callable[[], None]
"""Called now and then; raises when nobody waits for the file any more."""


def read_file(path: Path, form: Format, around: Circumstances, go_on: GoOn) -> Sequence[Row]:
    """Everything the lines of the file say."""
    try:
        return _all_of(form.rows(path, around), go_on)
    except OSError as error:
        raise unreadable(path, error) from None


def read_mapped(
    table: Table, mapping: Mapping, around: Circumstances, go_on: GoOn
) -> Sequence[Row]:
    """Everything the rows of the table say under that mapping."""
    return _all_of(rows(table, mapping, around), go_on)


def find_columns(path: Path, factors: Factors, go_on: GoOn) -> Findings:
    """The table in the file, and what is seen in it."""
    table = read_table(path)
    go_on()
    return look_at(table, factors)


def _all_of(told: Iterable[Row], go_on: GoOn) -> Sequence[Row]:
    taken: list[Row] = []
    for row in told:
        taken.append(row)
        if len(taken) % _ROWS_BETWEEN_LOOKS == 0:
            go_on()
    return taken
