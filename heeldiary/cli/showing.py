"""show: all that is recorded on one day, in lines."""

from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from heeldiary.cli import speech
from heeldiary.cli.recording import say_answer
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.answers import factors_of
from heeldiary.domain.checks import QUESTIONS
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.dose_words import late_words, regimen_words
from heeldiary.domain.factors import Factors
from heeldiary.domain.kinds import record_type
from heeldiary.domain.medicines import Dose, Regimen
from heeldiary.domain.movement import Session
from heeldiary.domain.records import Reading, Record
from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.sessions import MINUTES_ROWS
from heeldiary.domain.shape import FieldShape, Holds, shape_of
from heeldiary.exchange.other_kinds import OTHER_KINDS
from heeldiary.exchange.own_json import write_json
from heeldiary.reports.record_words import RecordWords

_MORE = {
    "session": (
        "time",
        "impact",
        "effort",
        "ascent_m",
        "pace",
        "surface",
        "camber",
        "cadence",
        "shoe",
        "pain_before",
        "pain_during",
        "pain_after",
        "pain_next_morning",
        "note",
    ),
    "side_effect": ("note",),
    "procedure": ("given_by", "note"),
    "milestone": ("ended_on", "note"),
    "flare": ("sites", "cause", "helped", "note"),
    "clinic_score": ("note",),
    "lab_result": ("reference_low", "reference_high", "laboratory", "note"),
    "finding": ("text", "document"),
    "visit": ("time", "purpose", "decisions", "said"),
    "question": ("answer",),
    "meal": ("text",),
}
"""The fields that are said beside the line of a record; own words where the line cuts them."""


def show_command(asked: Namespace, around: Surroundings) -> None:
    """Show the day to the person, or as the JSON of ``docs/export.md``."""
    day = around.day(asked.day)
    with around.reading(asked.diary) as store:
        if asked.json:
            speech.say_json(write_json(store, Span(day, day)))
            return
        for line in _lines(store, day):
            speech.say(line)


def _lines(diary: Diary, day: date) -> Iterator[str]:
    factors, held, note = factors_of(diary), diary.readings_on(day), diary.note_on(day)
    others = list(_others(diary, day))
    if not held and note is None and all(isinstance(other, Regimen) for other in others):
        yield f"Nothing is recorded on {day}."
    else:
        yield f"{day}"
    yield from _answers(factors, held)
    if held or note is not None:
        yield from _blank(factors, {*held, *_told_by_sessions(others)})
    if note is not None:
        yield f"Note: {note.text}"
    words = RecordWords(diary, factors)
    for other in others:
        yield from _said(other, day, words, diary)


def _answers(factors: Factors, held: Mapping[str, Reading]) -> Iterator[str]:
    """The day's answers in the owner's order."""
    for factor in factors.all():
        if factor.key in held:
            yield f"{factor.name}: {say_answer(factor, held[factor.key].value)}"
    for key in sorted(key for key in held if key not in factors):
        yield f"{key}: {held[key].value} (a row this diary does not know)"


def _blank(factors: Factors, told: Collection[str]) -> Iterator[str]:
    """Which of the followed rows were not recorded."""
    blank = [factor.name for factor in factors.shown() if factor.key not in told]
    if blank:
        yield f"Not recorded: {'; '.join(blank)}"


def _told_by_sessions(records: Iterable[Record]) -> Iterator[str]:
    """The rows of minutes that sessions of the day answer."""
    for record in records:
        if isinstance(record, Session) and record.minutes is not None:
            yield MINUTES_ROWS[record.impact]


def _others(diary: Diary, day: date) -> Iterator[Record]:
    """What else is about the day, or about a period that it falls into; doses by their time."""
    for kind in OTHER_KINDS:
        kept_in = record_type(kind)
        if shape_of(kept_in).first_day:
            records = diary.records(kept_in, Span(day, day))
            yield from sorted(records, key=_time_of) if kept_in is Dose else records


def _time_of(record: Record) -> str:
    time: str = getattr(record, "time", "") or getattr(record, "due_time", "")
    return time


def _said(record: Record, day: date, words: RecordWords, diary: Diary) -> Iterator[str]:
    line = _line(record, words, diary)
    yield f"{line}{_period(record)}"
    match record:
        case WeeklyCheck():
            yield from _questions(record)
        case Dose():
            yield from _planned(record)
        case Regimen():
            yield from _reasons(record, day)
        case _:
            yield from _more(record, line, diary)


def _more(record: Record, line: str, diary: Diary) -> Iterator[str]:
    """What the line leaves out: own words each in a line, the rest in one."""
    fields, short = shape_of(type(record)).fields, []
    for name in _MORE.get(record.kind, ()):
        field, value = fields[name], _value(record, fields[name], diary)
        in_own_words = field.holds in (Holds.TEXT, Holds.WORDS) and not field.refers_to
        if value and not in_own_words:
            short.append(f"{field.title.lower()} {value}")
        elif value and " ".join(value.split()) not in line:
            yield f"  {field.title}: {value}"
    if short:
        yield f"  {', '.join(short)}"


def _planned(dose: Dose) -> Iterator[str]:
    """When it was due, where that is not when it was taken."""
    if dose.due_day is not None and dose.due_day != dose.day:
        yield f"  planned for {dose.due_day}, {late_words((dose.day - dose.due_day).days)}"
    elif dose.due_time and not dose.time:
        yield f"  planned at {dose.due_time}"


def _reasons(regimen: Regimen, day: date) -> Iterator[str]:
    """On the first day why it began, on the last why it ended."""
    if regimen.began_because and day == regimen.first_day:
        yield f"  Began because: {regimen.began_because}"
    if regimen.ended_because and day == regimen.last_day:
        yield f"  Ended because: {regimen.ended_because}"


def _line(record: Record, words: RecordWords, diary: Diary) -> str:
    """As everywhere; of a regimen its whole plan."""
    if not isinstance(record, Regimen):
        return words.say(record)
    medicine = diary.find("medicine", record.medicine)
    name = getattr(medicine, "name", record.medicine)
    return ": ".join(part for part in (name, regimen_words(record)) if part)


def _period(record: Record) -> str:
    """Nothing for what is about the day alone."""
    shape = shape_of(type(record))
    if not shape.last_day:
        return ""
    first, last = getattr(record, shape.first_day), getattr(record, shape.last_day)
    return f" (since {first})" if last is None else f" ({first} to {last})"


def _questions(check: WeeklyCheck) -> Iterator[str]:
    for question in QUESTIONS:
        value: float | None = getattr(check, question.key)
        yield f"  {question.name}: {'left open' if value is None else question.say(value)}"


def _value(record: Record, field: FieldShape, diary: Diary) -> str:
    """The field in words; empty where it was not recorded."""
    value = getattr(record, field.name)
    if value is None:
        return ""
    if field.refers_to:
        return str(getattr(diary.find(field.refers_to, value), "name", value))
    if field.holds is Holds.NUMBER:
        return f"{value:.10g}"
    if field.holds is Holds.WORDS:
        return "; ".join(_name_of(word, diary) for word in value)
    return str(value)


def _name_of(key: str, diary: Diary) -> str:
    factor = factors_of(diary).get(key)
    return factor.name if factor else key
