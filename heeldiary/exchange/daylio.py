"""Daylio's export: a mood by its word, activities that were there, and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from types import MappingProxyType

from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.cells import owners_day, read_date_time
from heeldiary.exchange.entries import Circumstances, Entry, NoteLine, Refusal, Row
from heeldiary.exchange.imported import imported_reading
from heeldiary.exchange.own_rows import OwnRows, as_own, own_key, yes_no_row
from heeldiary.exchange.tables import Table, TableRow, columns_of, read_table

_MOOD = "own_daylio_mood"
_DEFAULT_MOODS = ("awful", "bad", "meh", "good", "rad")
_MOOD_ROW = OwnFactor(
    key=_MOOD,
    name="Mood (Daylio)",
    measure=Kind.CHOICE,
    maximum=len(_DEFAULT_MOODS) - 1,
    choices=_DEFAULT_MOODS,
    direction=Direction.NEUTRAL,
)
_WORDS = MappingProxyType({"note_title": "", "note": "", "scales": "Scales: "})
"""The columns whose words go into the day's note, and what stands before them there."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A line of the file with its time and the owner's day that it belongs to."""

    row: TableRow
    moment: datetime
    day: date

    @property
    def line(self) -> int:
        return self.row.line

    @property
    def mood(self) -> str:
        return self.row.get("mood")


class Daylio:
    """The format of Daylio's CSV, with or without the newer column of scales."""

    name = "daylio"
    title = "Daylio"

    def recognises(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 the columns tell
        return {"full_date", "mood", "activities"} <= set(columns_of(head))

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        table = read_table(path)
        if not table.has("full_date", "mood"):
            raise Refused(
                f"{path.name} has no columns “full_date” and “mood”; nothing was imported."
            )
        written: list[_Written] = []
        for row in table.rows:
            try:
                written.append(_written(row, table, around))
            except Refused as refused:
                yield Refusal(line=row.line, reason=str(refused))
        yield from _moods([entry for entry in written if entry.mood], around)
        yield from _others(written, around)


FORMAT = Daylio()


def _written(row: TableRow, table: Table, around: Circumstances) -> _Written:
    if table.overlong(row):
        raise Refused("The line has more cells than the header has columns.")
    if not any(row.get(name) for name in ("mood", "activities", *_WORDS)):
        raise Refused("The line says neither a mood nor an activity, and has no note.")
    moment = read_date_time(f"{row.get('full_date')} {row.get('time')}")
    day = owners_day(moment, around.clock.now(), around.clock.day_start_hour)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return _Written(row, moment.replace(tzinfo=None), day)


def _moods(written: list[_Written], around: Circumstances) -> Iterator[Row]:
    """The last mood of each day; an earlier one that differs is refused and says so."""
    if not written:
        return
    mood_row = _mood_row(written, around.factors)
    yield from OwnRows(around.factors).told(min(entry.line for entry in written), mood_row)
    values = {word.casefold(): float(place) for place, word in enumerate(mood_row.choices)}
    last = _last_of_each_day(written)
    for entry in written:
        chosen = last[entry.day]
        value = values[entry.mood.casefold()]
        if value == values[chosen.mood.casefold()]:
            yield Entry(
                line=entry.line, record=imported_reading(entry.day, _MOOD, value, around.clock)
            )
        else:
            yield Refusal(
                line=entry.line,
                reason=f"The day's last mood “{chosen.mood}” was taken for {entry.day} "
                f"(line {chosen.line}), not “{entry.mood}”.",
            )


def _last_of_each_day(written: list[_Written]) -> Mapping[date, _Written]:
    """By time; of two at the same minute the upper line, as Daylio writes the newest first."""
    last: dict[date, _Written] = {}
    for entry in sorted(written, key=lambda entry: (entry.moment, -entry.line)):
        last[entry.day] = entry
    return last


def _mood_row(written: list[_Written], factors: Factors) -> OwnFactor:
    """The mood's choices: those that the diary has, then the file's other words by name.

    The place of a word is what a reading holds, so words are only ever appended.
    """
    held = factors.get(_MOOD)
    row = as_own(held) if held and held.kind is Kind.CHOICE else _MOOD_ROW
    known = {word.casefold() for word in row.choices}
    new: dict[str, str] = {}
    for entry in written:
        if entry.mood.casefold() not in known:
            new.setdefault(entry.mood.casefold(), entry.mood)
    choices = (*row.choices, *(new[word] for word in sorted(new)))
    return OwnFactor(
        key=row.key,
        name=row.name,
        measure=Kind.CHOICE,
        unit=row.unit,
        maximum=len(choices) - 1,
        choices=choices,
        direction=row.direction,
        retired=row.retired,
    )


def _others(written: list[_Written], around: Circumstances) -> Iterator[Row]:
    """Activities and notes of every line, whichever line's mood was taken."""
    rows = OwnRows(around.factors)
    for entry in written:
        names = (name.strip() for name in entry.row.get("activities").split("|"))
        for name in dict.fromkeys(filter(None, names)):
            yield from _activity(entry, name, rows, around)
        for column, before in _WORDS.items():
            if words := entry.row.get(column):
                yield NoteLine(line=entry.line, day=entry.day, text=before + words)


def _activity(entry: _Written, name: str, rows: OwnRows, around: Circumstances) -> Iterator[Row]:
    """Yes for an activity that was there; of one that was not, nothing is known."""
    key = own_key("daylio", name)
    if key == _MOOD:
        key += "_activity"
    try:
        yield from rows.told(entry.line, yes_no_row(key, name))
    except Refused as refused:
        yield Refusal(line=entry.line, reason=str(refused))
        return
    yield Entry(line=entry.line, record=imported_reading(entry.day, key, 1.0, around.clock))
