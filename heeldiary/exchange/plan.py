"""From what a file says to what an import would do to this diary; nothing is written here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from heeldiary.domain.answers import LONGEST_NOTE, check_day
from heeldiary.domain.days import Span
from heeldiary.domain.definitions import check_definition
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Factor
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import (
    DayNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
    Skipped,
)
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.definitions import merged, same_meaning
from heeldiary.exchange.entries import (
    Circumstances,
    Entry,
    ImportPlan,
    NoteLine,
    Refusal,
    Row,
)
from heeldiary.exchange.plan_others import plan_others
from heeldiary.exchange.tally import Tally, Told, is_first

_FARTHEST_PLACE = 1_000_000


@dataclass(slots=True)
class _Sheet:
    """The rows of the file by what they are about, in order of the file."""

    factors: list[Told[OwnFactor]] = field(default_factory=list)
    rows: list[Told[RowChoice]] = field(default_factory=list)
    readings: list[Told[Reading]] = field(default_factory=list)
    notes: list[Told[DayNote]] = field(default_factory=list)
    note_lines: list[NoteLine] = field(default_factory=list)
    others: list[Told[Record]] = field(default_factory=list)


def plan(
    rows: Iterable[Row],
    diary: Diary,
    around: Circumstances,
    *,
    title: str,
    replace: bool = False,
) -> ImportPlan:
    """What taking these rows into the diary would change.

    What the diary holds already is unchanged, what it lacks is added, and what it holds
    differently is refused and kept, unless ``replace`` is asked for.
    """
    tally = Tally(replacing=replace)
    sheet = _sort(rows, tally)
    factors, strange = _plan_factors(sheet.factors, diary, tally)
    _plan_rows(sheet.rows, diary, factors, tally)
    _plan_readings(_valid_readings(sheet.readings, factors, strange, around, tally), diary, tally)
    _plan_notes(sheet, diary, around, tally)
    plan_others(sheet.others, diary, around, tally)
    return ImportPlan(
        format_title=title,
        edits=tuple(tally.edits),
        refusals=tuple(sorted(tally.refusals, key=_line)),
        accepted=tally.accepted,
        unchanged=tally.unchanged,
    )


def _line(refusal: Refusal) -> int:
    return refusal.line


def _sort(rows: Iterable[Row], tally: Tally) -> _Sheet:
    sheet = _Sheet()
    for row in rows:
        match row:
            case Refusal():
                tally.refusals.append(row)
            case NoteLine():
                sheet.note_lines.append(row)
            case Entry(line=line, record=record):  # pragma: no branch
                _lay_down(sheet, line, record)
    return sheet


def _lay_down(sheet: _Sheet, line: int, record: Record) -> None:
    match record:
        case Reading():
            sheet.readings.append(Told(line, record))
        case DayNote():
            sheet.notes.append(Told(line, record))
        case OwnFactor():
            sheet.factors.append(Told(line, record))
        case RowChoice():
            sheet.rows.append(Told(line, record))
        case _:
            sheet.others.append(Told(line, record))


def _plan_factors(
    told: list[Told[OwnFactor]], diary: Diary, tally: Tally
) -> tuple[Factors, set[str]]:
    """The factors as they will be, and the keys under which the file means something else."""
    held = {own.key: own for own in diary.own_factors()}
    known, lines, strange = dict(held), dict[str, int](), set[str]()
    for row in told:
        own, current = row.record, known.get(row.record.key)
        try:
            _check_text(own.key, own.name, own.unit, *own.choices)
            check_definition(own)
            replacing = tally.replacing and own.key not in lines
            wanted = merged(current, own, replacing=replacing) if current else own
        except Refused as refusal:
            tally.refuse(row.line, str(refusal))
            if current is None or not same_meaning(current, own):
                strange.add(own.key)
            continue
        if wanted == current:
            tally.unchanged += 1
        else:
            tally.accepted += 1
            known[own.key] = wanted
        lines.setdefault(own.key, row.line)
    changed = (key for key in known if known[key] != held.get(key))
    tally.edits.extend(Edit(held.get(key), known[key]) for key in changed)
    return Factors(known.values(), diary.row_choices()), strange


def _plan_rows(told: list[Told[RowChoice]], diary: Diary, factors: Factors, tally: Tally) -> None:
    held = {choice.factor: choice for choice in diary.row_choices()}
    taken: dict[str, Told[RowChoice]] = {}
    for row in told:
        choice = row.record
        try:
            factor = factors[choice.factor]
            if abs(choice.position) > _FARTHEST_PLACE:
                raise Refused(f"“{factor.name}” cannot stand at place {choice.position:.6g}.")
        except Refused as refusal:
            tally.refuse(row.line, str(refusal))
            continue
        if is_first(row, taken, choice.factor, tally):
            before = held.get(choice.factor)
            if before == choice:
                tally.unchanged += 1
            elif before is None or tally.replacing:
                tally.accept(before, choice)
            else:
                shown = "shown" if before.shown else "not shown"
                tally.refuse(
                    row.line,
                    f"The row “{factor.name}” stands at place {before.position}, {shown}, in the "
                    "diary and was kept so.",
                )


def _valid_readings(
    told: list[Told[Reading]],
    factors: Factors,
    strange: set[str],
    around: Circumstances,
    tally: Tally,
) -> Mapping[str, tuple[Told[Reading], Factor]]:
    """The first reading of each factor and day that its factor can hold."""
    today = around.clock.today()
    taken: dict[str, Told[Reading]] = {}
    for row in told:
        reading = row.record
        try:
            _check_reading(reading, factors, strange, today)
        except Refused as refusal:
            tally.refuse(row.line, str(refusal))
            continue
        is_first(row, taken, reading.id, tally)
    return {key: (row, factors[row.record.factor]) for key, row in taken.items()}


def _check_reading(reading: Reading, factors: Factors, strange: set[str], today: date) -> None:
    if reading.factor in strange:
        raise Refused(f"The file's row “{reading.factor}” was not taken, nor were its answers.")
    factor = factors[reading.factor]
    check_day(reading.day, today)
    _check_moment(reading)
    if not isinstance(reading.value, Skipped):
        factor.checked(reading.value)


def _plan_readings(
    valid: Mapping[str, tuple[Told[Reading], Factor]], diary: Diary, tally: Tally
) -> None:
    if not valid:
        return
    days = [row.record.day for row, _ in valid.values()]
    keys = {row.record.factor for row, _ in valid.values()}
    held = {reading.id: reading for reading in diary.readings(Span(min(days), max(days)), keys)}
    for key, (row, factor) in valid.items():
        before, after = held.get(key), row.record
        if before is None:
            tally.accept(None, after)
        elif before.value == after.value:
            tally.unchanged += 1
        elif tally.replacing:
            tally.accept(before, after)
        else:
            tally.refuse(
                row.line,
                f"“{factor.name}” on {after.day} is {_say(before, factor)} in the diary and was "
                f"kept; the file says {_say(after, factor)}.",
            )


def _plan_notes(sheet: _Sheet, diary: Diary, around: Circumstances, tally: Tally) -> None:
    """One edit a day, whether the file brings whole notes or lines for them."""
    held = _notes_held(sheet, diary)
    after: dict[date, DayNote] = {}
    taken: dict[str, Told[DayNote]] = {}
    for row in sheet.notes:
        try:
            _check_note(row.record, around)
        except Refused as refusal:
            tally.refuse(row.line, str(refusal))
            continue
        if is_first(row, taken, row.record.id, tally):
            _take_note(row, held.get(row.record.day), after, tally)
    for line in sheet.note_lines:
        _take_line(line, after.get(line.day) or held.get(line.day), after, around, tally)
    tally.edits.extend(Edit(held.get(day), note) for day, note in sorted(after.items()))


def _notes_held(sheet: _Sheet, diary: Diary) -> dict[date, DayNote]:
    days = [row.record.day for row in sheet.notes] + [line.day for line in sheet.note_lines]
    return {note.day: note for note in diary.notes(Span(min(days), max(days)))} if days else {}


def _take_note(
    row: Told[DayNote], before: DayNote | None, after: dict[date, DayNote], tally: Tally
) -> None:
    note = row.record
    if before is not None and before.text == note.text:
        tally.unchanged += 1
    elif before is None or tally.replacing:
        tally.accepted += 1
        after[note.day] = note
    else:
        tally.refuse(
            row.line,
            f"The diary has another note on {note.day}, of {len(before.text)} characters; "
            "it was kept.",
        )


def _take_line(
    line: NoteLine,
    current: DayNote | None,
    after: dict[date, DayNote],
    around: Circumstances,
    tally: Tally,
) -> None:
    words = _lines(line.text)
    if not words or (current and f"\n{words}\n" in f"\n{_lines(current.text)}\n"):
        tally.unchanged += 1
        return
    moment = around.clock.now().replace(microsecond=0)
    text = f"{current.text}\n{words}" if current else words
    note = DayNote(day=line.day, text=text, recorded_at=moment, origin=Origin.IMPORTED)
    try:
        _check_note(note, around)
    except Refused as refusal:
        tally.refuse(line.line, str(refusal))
        return
    after[line.day] = note
    tally.accepted += 1


def _check_note(note: DayNote, around: Circumstances) -> None:
    check_day(note.day, around.clock.today())
    _check_moment(note)
    _check_text(note.text)
    if not note.text.strip():
        raise Refused(f"The note of {note.day} is empty.")
    if len(note.text) > LONGEST_NOTE:
        raise Refused(
            f"The note of {note.day} would have {len(note.text)} characters; a day holds "
            f"{LONGEST_NOTE}. The note was kept as it was."
        )


def _check_moment(record: Reading | DayNote) -> None:
    if not 1900 <= record.recorded_at.year <= 9998:
        raise Refused(f"{record.recorded_at.date()} is not a day on which this was recorded.")


def _check_text(*texts: str) -> None:
    for text in texts:
        if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise Refused("The text holds a character that no file can keep.")


def _say(reading: Reading, factor: Factor) -> str:
    if isinstance(reading.value, Skipped):
        return "skipped"
    in_words = 0 <= reading.value < len(factor.words)
    return factor.say(reading.value) if in_words or not factor.words else f"{reading.value:.10g}"


def _lines(text: str) -> str:
    """The text with one kind of line end, and nothing around it."""
    return "\n".join(text.strip().splitlines())
