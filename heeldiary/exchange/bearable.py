"""Bearable's export: one line a symptom, mood, factor, sleep or note, each under its category.

Symptoms keep Bearable's own scale of 0 to 4 in rows of their own; they are not stretched to 0-10.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import is_unknown, read_date, read_number
from heeldiary.exchange.entries import Circumstances, Entry, NoteLine, Refusal, Row
from heeldiary.exchange.imported import imported_reading
from heeldiary.exchange.own_rows import OwnRows, own_key, yes_no_row
from heeldiary.exchange.tables import Table, TableRow, columns_of, read_table
from heeldiary.exchange.weigh_ins import kilograms

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WRITTEN_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.ASCII)
_STRENGTHS = MappingProxyType({"none": 0, "mild": 1, "moderate": 2, "severe": 3, "unbearable": 4})
_WITH_STRENGTH = re.compile(rf"(.+?)\s*\(({'|'.join(_STRENGTHS)})\)", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)
_AMOUNT = re.compile(r"[^\d.,]*([\d.,]+)\s*([a-z]+)\)?", re.IGNORECASE | re.ASCII)

_LEVELS = MappingProxyType({"mood": "Mood", "energy": "Energy", "sleep quality": "Sleep quality"})
_NOTES = MappingProxyType(
    {"food diary": "Food: ", "gratitudes": "Gratitude: ", "gratitude": "Gratitude: ", "notes": ""}
)
_NO_PLACE = MappingProxyType(
    {
        "meds/supplements": "Medicine doses are not part of this version's import.",
        "bowel movements": "Bowel movements have no place in the diary yet.",
    }
)


@dataclass(frozen=True, slots=True)
class _Level:
    """A strength that a line gives to a row of the diary, which holds the worst of a day."""

    line: int
    day: date
    row: OwnFactor
    value: float

    @property
    def badness(self) -> float:
        return -self.value if self.row.direction is Direction.BETTER else self.value


class Bearable:
    """The format of Bearable's CSV: of 2021, and with the newer column ``date formatted``."""

    name = "bearable"
    title = "Bearable"

    def recognises(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 the columns tell
        return {"category", "rating/amount", "detail"} <= set(columns_of(head))

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        table = read_table(path)
        if not table.has("category", "rating/amount", "detail") or not (
            table.has("date") or table.has("date formatted")
        ):
            raise Refused(
                f"{path.name} lacks one of the columns “date”, “category”, “rating/amount” and "
                "“detail”; nothing was imported."
            )
        reading = _Reading(table, around, OwnRows(around.factors))
        for row in table.rows:
            yield from reading.line(row)
        yield from _worst_of_each_day(reading.levels, around)


FORMAT = Bearable()


@dataclass(slots=True)
class _Reading:
    """One pass over a table."""

    table: Table
    around: Circumstances
    rows: OwnRows
    levels: list[_Level] = field(default_factory=list)

    def line(self, row: TableRow) -> Iterator[Row]:
        """What the line says, its note included; or why it is refused."""
        try:
            if self.table.overlong(row):
                raise Refused("The line has more cells than the header has columns.")
            day = _day(row)
        except Refused as refused:
            yield Refusal(line=row.line, reason=str(refused))
            return
        try:
            yield from self._told(row, day)
        except Refused as refused:
            yield Refusal(line=row.line, reason=str(refused))
        if not is_unknown(row.get("notes")):
            yield NoteLine(line=row.line, day=day, text=row.get("notes"))

    def _told(self, row: TableRow, day: date) -> Iterator[Row]:
        category = row.get("category").casefold()
        if category in _NO_PLACE:
            raise Refused(_NO_PLACE[category])
        if category in _LEVELS:
            yield from self._level(row, day, _LEVELS[category])
        elif category in _NOTES:
            yield from _note(row, day, _NOTES[category])
        elif category in _TELLERS:
            yield from _TELLERS[category](self, row, day)
        else:
            raise Refused(f"The category “{row.get('category')}” is not known here.")

    def symptoms(self, row: TableRow, day: date) -> Iterator[Row]:
        names, ratings = _values(row.get("detail")), _values(row.get("rating/amount"))
        if not names:
            raise Refused("The line names no symptom.")
        alone = len(ratings) == len(names)
        for place, written in enumerate(names):
            try:
                name, strength = _strength(written, ratings[place] if alone else "")
                yield from self._take(row.line, day, _symptom_row(name), strength)
            except Refused as refused:
                yield Refusal(line=row.line, reason=str(refused))

    def factors(self, row: TableRow, day: date) -> Iterator[Row]:
        """Yes for what was there; of what was not, nothing is known."""
        names = _values(row.get("detail"))
        if not names:
            raise Refused("The line names no factor.")
        if _is_zero(row.get("rating/amount")):
            raise Refused("The amount is 0; only what was there is taken.")
        for name in names:
            if name.casefold().endswith("(none)"):
                yield Refusal(line=row.line, reason=f"“{name}” was not there that day.")
                continue
            key = own_key("bearable_factor", name)
            yield from self._tell(row.line, yes_no_row(key, name))
            yield self._entry(row, day, key, 1.0)

    def sleep(self, row: TableRow, day: date) -> Iterator[Row]:
        found = _HOURS.fullmatch(row.get("rating/amount"))
        if found is None:
            raise Refused(
                f"“{row.get('rating/amount')}” is not a time asleep in hours and minutes (7:30)."
            )
        hours = round(int(found[1]) + int(found[2]) / 60, 2)
        yield self._entry(row, day, "sleep_hours", hours)

    def measurement(self, row: TableRow, day: date) -> Iterator[Row]:
        """A weight that says its unit; no other measurement has a place in the diary."""
        detail, amount = row.get("detail"), row.get("rating/amount")
        if "weight" not in detail.casefold():
            raise Refused(f"The measurement “{detail}” has no place in the diary yet.")
        yield self._entry(row, day, "weight", _weight(detail, amount))

    def _level(self, row: TableRow, day: date, name: str) -> Iterator[Row]:
        words = ", ".join(_values(row.get("detail")))
        if words:
            yield NoteLine(line=row.line, day=day, text=f"{name}: {words}")
        amount = row.get("rating/amount")
        if not is_unknown(amount):
            yield from self._take(row.line, day, _level_row(name), read_number(amount))
        elif not words:
            raise Refused("The line says no strength.")

    def _take(self, line: int, day: date, row: OwnFactor, value: float) -> Iterator[Row]:
        value = row.as_factor().checked(value)
        yield from self._tell(line, row)
        self.levels.append(_Level(line, day, row, value))

    def _tell(self, line: int, row: OwnFactor) -> tuple[Entry, ...]:
        return self.rows.told(line, row)

    def _entry(self, row: TableRow, day: date, factor: str, value: float) -> Entry:
        reading = imported_reading(day, factor, value, self.around.clock)
        return Entry(line=row.line, record=reading)


_Teller: TypeAlias = Callable[[_Reading, TableRow, date], Iterator[Row]]

_TELLERS: MappingProxyType[str, _Teller] = MappingProxyType(
    {
        "symptom": _Reading.symptoms,
        "factors": _Reading.factors,
        "sleep": _Reading.sleep,
        "health measurements": _Reading.measurement,
    }
)


def _worst_of_each_day(levels: list[_Level], around: Circumstances) -> Iterator[Row]:
    """The worst strength of each row and day; a lesser one is refused and says so."""
    worst: dict[tuple[date, str], _Level] = {}
    for level in levels:
        held = worst.setdefault((level.day, level.row.key), level)
        if level.badness > held.badness:
            worst[level.day, level.row.key] = level
    for level in levels:
        taken = worst[level.day, level.row.key]
        if level.value == taken.value:
            reading = imported_reading(level.day, level.row.key, level.value, around.clock)
            yield Entry(line=level.line, record=reading)
        else:
            yield Refusal(
                line=level.line,
                reason=f"“{level.row.name}” was {taken.value:g} at its worst on {level.day} "
                f"(line {taken.line}), and that was taken.",
            )


def _day(row: TableRow) -> date:
    """From both columns of dates; refused when they name two days."""
    written, formatted = row.get("date"), row.get("date formatted")
    days = {_any_date(word) for word in (written, formatted) if word}
    if not days:
        raise Refused("The line has no date.")
    if len(days) > 1:
        raise Refused(f"The line names two days, “{written}” and “{formatted}”.")
    return days.pop()


def _any_date(word: str) -> date:
    """``5th Jan 2022`` or ``2022-01-05``."""
    found = _WRITTEN_DAY.fullmatch(word.casefold())
    if found is None:
        return read_date(word)
    months = (place for place, name in enumerate(_MONTHS, 1) if name.startswith(found[2]))
    try:
        return date(int(found[3]), next(months, 0), int(found[1]))
    except ValueError:
        raise Refused(f"“{word}” is not a day.") from None


def _values(cell: str) -> list[str]:
    """The values that are joined in one cell, without blanks and the literal None."""
    values = (value.strip() for value in cell.split("|"))
    return [value for value in values if not is_unknown(value)]


def _strength(written: str, rating: str) -> tuple[str, float]:
    """The symptom's name and its strength, which may be told as number, as word, or as both."""
    found = _WITH_STRENGTH.fullmatch(written)
    name = found[1] if found else written
    told = {float(_STRENGTHS[found[2].casefold()])} if found else set()
    if rating:
        told.add(read_number(rating))
    if not told:
        raise Refused(f"The line says no strength of “{name}”.")
    if len(told) > 1:
        raise Refused(f"The strength of “{written}” is also written as {rating}.")
    return name, told.pop()


def _symptom_row(name: str) -> OwnFactor:
    return OwnFactor(
        key=own_key("bearable", name),
        name=f"{name} (Bearable 0–4)",
        measure=Kind.SCALE,
        minimum=0,
        maximum=4,
        direction=Direction.WORSE,
    )


def _level_row(name: str) -> OwnFactor:
    """Bearable's files do not say how far these scales reach; 0 to 10 holds all of them."""
    return OwnFactor(
        key=own_key("bearable_level", name),
        name=f"{name} (Bearable, lowest of the day)",
        measure=Kind.NUMBER,
        minimum=0,
        maximum=10,
        direction=Direction.BETTER,
    )


def _note(row: TableRow, day: date, before: str) -> Iterator[Row]:
    words = ", ".join(_values(row.get("detail")))
    if words:
        yield NoteLine(line=row.line, day=day, text=before + words)
    elif is_unknown(row.get("notes")):
        raise Refused("The line holds no words.")


def _is_zero(amount: str) -> bool:
    try:
        return read_number(amount) == 0
    except Refused:
        return False


def _weight(detail: str, amount: str) -> float:
    """From ``70.5 kg`` in either cell, or from ``70.5`` beside ``Weight (kg)``."""
    for cell in (amount, detail):
        if found := _AMOUNT.fullmatch(cell):
            return kilograms(read_number(found[1]), found[2])
    unit = re.search(r"\(([a-z]+)\)", detail, re.IGNORECASE)
    if unit is None:
        raise Refused("The weight does not say its unit; it was not taken.")
    return kilograms(read_number(amount), unit[1])
