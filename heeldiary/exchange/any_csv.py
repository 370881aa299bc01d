"""Any table with a date and a measure: what its columns are is suggested, never guessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import (
    DATE_ORDERS,
    DateOrder,
    DecimalSign,
    is_unknown,
    read_date_time,
    say_order,
)
from heeldiary.exchange.entries import Circumstances, Refusal, Row
from heeldiary.exchange.mapped import ColumnTarget, Mapping, rows
from heeldiary.exchange.tables import Table, read_table
from heeldiary.exchange.units import unit_in, units_of, without_unit

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATES = ("date", "day", "datum", "tag", "date time", "datetime", "timestamp", "observation date")
NOTE = "note"
"""What stands for the day's note where the owner says what a column is."""
_NOTES = frozenset(("note", "notes", "comment", "comments", "remark", "remarks", "text"))
_KNOWN_AS = MappingProxyType(
    {
        "body weight": "weight",
        "bodyweight": "weight",
        "gewicht": "weight",
        "hours slept": "sleep_hours",
        "slept": "sleep_hours",
        "sleep duration": "sleep_hours",
        "stiffness": "stiffness_minutes",
        "tiredness": "fatigue",
        "back pain": "low_back",
        "low back pain": "low_back",
        "lower back pain": "low_back",
        "neck pain": "neck",
        "alcohol": "alcohol_units",
    }
)
_WITH_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_WITH_POINT = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}([,.][0-9]{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the owner said on the command line about a table."""

    date_order: DateOrder | None = None
    decimal: DecimalSign | None = None
    unit: str | None = None
    date_column: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Columns and their factors (or ``NOTE``); once there are any, the others are left out."""


class DateReading(NamedTuple):
    """One way to read a date column: the order, an example of it, and how many rows it fits."""

    order: DateOrder
    example: str
    fits: int


def suggest(table: Table, factors: Factors, told: Told | None = None) -> Mapping:
    """The mapping that the names and the cells speak for; refused when no column is usable."""
    told = told or Told()
    date_column = _told_date_column(table, told) or _date_column(table)
    targets = _told_targets(table, told, factors) or tuple(
        target
        for column in table.header
        if column and column != date_column
        if (target := _target(column, factors, told.unit)) is not None
    )
    if date_column is None or not targets:
        names = ", ".join(f"“{column}”" for column in table.header if column)
        what = "a date" if date_column is None else "a measure of the diary"
        raise Refused(f"None of the columns is known as {what}: {names}. Nothing was imported.")
    return Mapping(
        date_column=date_column,
        date_order=told.date_order or _order(table, date_column),
        decimal=told.decimal or _decimal(table, targets),
        targets=targets,
    )


def _told_date_column(table: Table, told: Told) -> str | None:
    """The column of days that the owner named; refused when no day stands in it."""
    if told.date_column is None:
        return None
    column = _in_header(table, told.date_column)
    if not date_orders(table, column):
        raise Refused(f"No cell of “{column}” can be read as a day. Nothing was imported.")
    return column


def _told_targets(table: Table, told: Told, factors: Factors) -> tuple[ColumnTarget, ...]:
    return tuple(
        _told_target(_in_header(table, column), key, factors, told.unit)
        for column, key in told.columns
    )


def _told_target(column: str, key: str, factors: Factors, unit: str | None) -> ColumnTarget:
    if key == NOTE:
        return ColumnTarget(column=column, note=True)
    return ColumnTarget(column=column, factor=key, unit=_unit(column, factors[key], unit))


def _in_header(table: Table, column: str) -> str:
    """The column as the header spells it, or a refusal that lists the columns."""
    for known in table.header:
        if known and known.casefold() == column.strip().casefold():
            return known
    names = ", ".join(f"“{known}”" for known in table.header if known)
    raise Refused(f"There is no column “{column}”, only {names}. Nothing was imported.")


def unused(table: Table, mapping: Mapping) -> tuple[str, ...]:
    """The columns that the mapping leaves out."""
    used = {mapping.date_column, *(target.column for target in mapping.targets)}
    return tuple(column for column in table.header if column and column not in used)


def date_orders(table: Table, column: str) -> list[DateReading]:
    """Every order in which some of the dates can be read, the one that fits most rows first."""
    words = [word for row in table.rows if not is_unknown(word := row.get(column))]
    readings = []
    for order in DATE_ORDERS:
        examples = [example for word in words if (example := _read_as(word, order))]
        if examples:
            readings.append(DateReading(order, examples[0], len(examples)))
    return sorted(readings, key=_fits, reverse=True)


def check_decided(table: Table, mapping: Mapping) -> None:
    """Refuse a mapping in which something is open, saying what and which option decides it."""
    if mapping.date_order is None:
        readings = date_orders(table, mapping.date_column)
        ways = " or ".join(f"{r.example} ({say_order(r.order)})" for r in readings)
        options = " or ".join(f"--date-order {r.order}" for r in readings)
        raise Refused(
            f"The dates in “{mapping.date_column}” can be read in more than one way: {ways}. "
            f"Say which: {options}. Nothing was imported."
        )
    if mapping.decimal is None:
        raise Refused(
            "The commas in the numbers can be decimal or thousands signs. "
            "Say which sign is the decimal one: --decimal , or --decimal . "
            "Nothing was imported."
        )


def _fits(reading: DateReading) -> int:
    return reading.fits


def _read_as(word: str, order: DateOrder) -> str:
    try:
        day = read_date_time(word, order)
    except Refused:
        return ""
    return f"{word} is {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _order(table: Table, column: str) -> DateOrder | None:
    """The order that fits more rows than any other; None when two fit as many."""
    readings = date_orders(table, column)
    if len(readings) > 1 and readings[0].fits == readings[1].fits:
        return None
    return readings[0].order


def _date_column(table: Table) -> str | None:
    """The column of dates, by its name or else by its cells."""
    named = [column for name in _DATES for column in table.header if _words(column) == name]
    for column in named:
        if date_orders(table, column):
            return column
    return next(
        (column for column in table.header if column and _mostly_dates(table, column)), None
    )


def _mostly_dates(table: Table, column: str) -> bool:
    readings = date_orders(table, column)
    filled = sum(not is_unknown(row.get(column)) for row in table.rows)
    return bool(readings) and readings[0].fits * 2 > filled


def _target(column: str, factors: Factors, unit: str | None) -> ColumnTarget | None:
    if _words(column) in _NOTES:
        return ColumnTarget(column=column, note=True)
    factor = factors.get(column) or _named(column, factors.all())
    if factor is None:
        return None
    return ColumnTarget(column=column, factor=factor.key, unit=_unit(column, factor, unit))


def _unit(column: str, factor: Factor, said: str | None) -> str | None:
    """The unit that the column tells; our own key means our own unit; None has to be asked."""
    if column == factor.key or not units_of(factor):
        return factor.unit
    known = units_of(factor)
    return next((unit for unit in (unit_in(column), said) if unit in known), None)


def _named(column: str, factors: Sequence[Factor]) -> Factor | None:
    names = {_words(column), without_unit(column)}
    keys = {_KNOWN_AS.get(name) for name in names}
    for factor in factors:
        if factor.key in keys or names & {_words(factor.key), _words(factor.name)}:
            return factor
    plain = without_unit(column)
    return next((f for f in factors if plain and plain == without_unit(f.key)), None)


def _words(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _decimal(table: Table, targets: Sequence[ColumnTarget]) -> DecimalSign | None:
    """The sign that the numbers show; None when it could as well part thousands."""
    words = [row.get(t.column) for row in table.rows for t in targets if not t.note]
    commas = [word for word in words if _WITH_COMMA.fullmatch(word)]
    points = [word for word in words if _WITH_POINT.fullmatch(word)]
    if not commas:
        return "."
    if points or all(_THOUSANDS.fullmatch(word) for word in commas):
        return None
    return ","


class AnyCsv:
    """Any table as a format; what cannot be known for sure must be told."""

    name = "csv"
    title = "Table (CSV)"

    def __init__(self, told: Told | None = None, mapping: Mapping | None = None) -> None:
        self._told = told
        self._mapping = mapping

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether it looks like a text table; the last format that is tried."""
        suffix = path.suffix.casefold() in (".csv", ".tsv", ".txt", "")
        return suffix and head.lstrip()[:1] not in (b"<", b"{", b"[", b"%")

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        table = read_table(path)
        if self._mapping is not None:
            return rows(table, self._mapping, around)
        mapping = suggest(table, around.factors, self._told)
        check_decided(table, mapping)
        return _with_unused(unused(table, mapping), rows(table, mapping, around))


FORMAT = AnyCsv()


def _with_unused(columns: tuple[str, ...], told: Iterator[Row]) -> Iterator[Row]:
    if columns:
        names = ", ".join(f"“{column}”" for column in columns)
        yield Refusal(line=1, reason=f"No row of the diary is known for {names}; left out.")
    yield from told
