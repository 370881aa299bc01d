"""Reading a table whose columns somebody has said what they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import SKIPPED, Answer, Origin, OwnFactor, Reading
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import (
    DateOrder,
    DecimalSign,
    is_unknown,
    owners_day,
    read_date_time,
    read_number,
)
from heeldiary.exchange.entries import Circumstances, Entry, NoteLine, Refusal, Row
from heeldiary.exchange.own_rows import OwnRows
from heeldiary.exchange.tables import Table, TableRow
from heeldiary.exchange.units import as_measured, units_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTarget:
    """Where the words of one column go: a row of the diary, a new row, or the day's note.

    ``unit`` is the unit of the column's numbers; None means that nobody has said it yet.
    """

    column: str
    factor: str | None = None
    own: OwnFactor | None = None
    note: bool = False
    unit: str | None = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How a table is to be read. What is None has to be asked before it can be."""

    date_column: str
    date_order: DateOrder | None
    decimal: DecimalSign | None
    targets: tuple[ColumnTarget, ...]
    skip_word: str = "skipped"


def rows(table: Table, mapping: Mapping, around: Circumstances) -> Iterator[Row]:
    """What each row of the table says under that mapping, everything in it decided."""
    decimal = mapping.decimal
    if mapping.date_order is None or decimal is None:
        raise Refused("Say first how days and numbers are written in the table.")
    columns = [_Column(target, around.factors, decimal, mapping) for target in mapping.targets]
    return _rows(table, mapping.date_column, _Days(table, mapping, around), columns, around)


def _rows(
    table: Table,
    date_column: str,
    days: "_Days",
    columns: "list[_Column]",
    around: Circumstances,
) -> Iterator[Row]:
    own = OwnRows(around.factors)
    for column in columns:
        if column.target.own is not None:
            yield from own.told(1, column.target.own)
    for row in table.rows:
        try:
            if table.overlong(row):
                raise Refused("This row has more cells than the table has columns.")
            day = days.of(row.get(date_column))
        except Refused as refusal:
            yield Refusal(line=row.line, reason=str(refusal))
            continue
        for column in columns:
            yield from column.said(row, day, around)


class _Days:
    """The owner's days of the date column; times that are all midnight say nothing."""

    def __init__(self, table: Table, mapping: Mapping, around: Circumstances) -> None:
        assert mapping.date_order is not None
        self._order: DateOrder = mapping.date_order
        self._around = around
        moments = (self._moment(row.get(mapping.date_column)) for row in table.rows)
        self._has_times = any(isinstance(m, datetime) and m.time() != time() for m in moments)

    def of(self, word: str) -> date:
        if is_unknown(word):
            raise Refused("This row has no date.")
        moment = read_date_time(word, self._order)
        if isinstance(moment, datetime) and not self._has_times:
            return moment.date()
        clock = self._around.clock
        return owners_day(moment, clock.now(), clock.day_start_hour)

    def _moment(self, word: str) -> date | None:
        try:
            return read_date_time(word, self._order)
        except Refused:
            return None


class _Column:
    """One column with its target, ready to be read."""

    def __init__(
        self, target: ColumnTarget, factors: Factors, decimal: DecimalSign, mapping: Mapping
    ) -> None:
        self.target = target
        self._decimal: DecimalSign = decimal
        self._skip_word = mapping.skip_word.casefold()
        self._factor = _factor(target, factors)
        if self._factor is not None and target.unit is None:
            raise Refused(
                f"The column “{target.column}” does not say its unit; say which of "
                f"{', '.join(units_of(self._factor))} it is (--unit)."
            )

    def said(self, row: TableRow, day: date, around: Circumstances) -> Iterator[Row]:
        """What the cell says; nothing when it is blank."""
        word = row.get(self.target.column)
        if is_unknown(word):
            return
        if self._factor is None:
            yield NoteLine(line=row.line, day=day, text=word)
            return
        try:
            value = self._value(word, self._factor)
        except Refused as refusal:
            yield Refusal(line=row.line, reason=str(refusal))
            return
        moment = around.clock.now().replace(microsecond=0)
        reading = Reading(
            day=day,
            factor=self._factor.key,
            value=value,
            recorded_at=moment,
            origin=Origin.IMPORTED,
        )
        yield Entry(line=row.line, record=reading)

    def _value(self, word: str, factor: Factor) -> Answer:
        if word.casefold() == self._skip_word:
            return SKIPPED
        if factor.words:
            return factor.read(word)
        unit = self.target.unit or factor.unit
        return factor.checked(
            as_measured(word, unit, factor, lambda number: read_number(number, self._decimal)),
            word,
        )


def _factor(target: ColumnTarget, factors: Factors) -> Factor | None:
    if target.note:
        return None
    if target.own is not None:
        return target.own.as_factor()
    return factors[target.factor or target.column]
