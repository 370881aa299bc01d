"""Fitbit's weight log: ``Id,Date,WeightKg,WeightPounds,Fat,BMI,IsManualReport,LogId``."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import is_unknown, owners_day, read_date_time, read_number
from heeldiary.exchange.entries import Circumstances, Refusal, Row
from heeldiary.exchange.tables import Table, TableRow, columns_of, read_table
from heeldiary.exchange.weigh_ins import WeighIn, first_of_each_day, kilograms

_WEIGHTS = (("WeightKg", "kg"), ("WeightPounds", "lb"))


class Fitbit:
    """The format of Fitbit's ``weightLogInfo`` table; its days are written as in the USA."""

    name = "fitbit"
    title = "Fitbit weight"

    def recognises(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 the columns tell
        columns = set(columns_of(head))
        return "date" in columns and not columns.isdisjoint({"weightkg", "weightpounds"})

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        table = read_table(path)
        _check(table, path.name)
        weigh_ins: list[WeighIn] = []
        for row in table.rows:
            try:
                weigh_ins.append(_weigh_in(row, table, around))
            except Refused as refused:
                yield Refusal(line=row.line, reason=str(refused))
        yield from first_of_each_day(weigh_ins, around.clock)


FORMAT = Fitbit()


def _check(table: Table, name: str) -> None:
    """Refuse a table without a date or a weight, and one that mixes people."""
    if not table.has("Date") or not any(table.has(column) for column, _ in _WEIGHTS):
        raise Refused(
            f"{name} has no columns “Date” and “WeightKg” or “WeightPounds”; nothing was imported."
        )
    people = {row.get("Id") for row in table.rows} - {""}
    if len(people) > 1:
        raise Refused(
            f"{name} holds the weights of {len(people)} people (by “Id”), and a diary is about "
            "one; nothing was imported."
        )


def _weigh_in(row: TableRow, table: Table, around: Circumstances) -> WeighIn:
    if table.overlong(row):
        raise Refused("The line has more cells than the header has columns.")
    moment = _moment(row.get("Date"))
    return WeighIn(
        line=row.line,
        day=owners_day(moment, around.clock.now(), around.clock.day_start_hour),
        moment=moment if isinstance(moment, datetime) else datetime.combine(moment, time()),
        kilograms=_kilograms(row),
    )


def _moment(word: str) -> date | datetime:
    """The written day; a time of exactly midnight is how a table says that it has no time."""
    moment = read_date_time(word, "ymd" if word[:4].isdigit() else "mdy")
    if not isinstance(moment, datetime):
        return moment
    moment = moment.replace(tzinfo=None)
    return moment if moment.time() != time() else moment.date()


def _kilograms(row: TableRow) -> float:
    for column, unit in _WEIGHTS:
        if not is_unknown(row.get(column)):
            return kilograms(read_number(row.get(column)), unit)
    raise Refused("The line says no weight.")
