"""The owner's own words in records of every kind: what a search looks through."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from heeldiary.domain.records import Record
from heeldiary.domain.shape import shape_of

WRITTEN: dict[str, tuple[str, ...]] = {
    "note": ("text",),
    "meal": ("text",),
    "medicine": ("name", "note"),
    "regimen": ("began_because", "ended_because"),
    "dose": ("reason",),
    "side_effect": ("what", "note"),
    "procedure": ("detail", "given_by", "note"),
    "activity": ("name",),
    "shoe": ("name", "note"),
    "session": ("note",),
    "milestone": ("note",),
    "flare": ("cause", "helped", "note"),
    "clinic_score": ("name", "note"),
    "lab_result": ("name", "words", "laboratory", "note"),
    "finding": ("text", "document"),
    "visit": ("clinician", "place", "purpose", "decisions", "said"),
    "question": ("text", "answer"),
}
"""The fields with words of the owner's, by kind of record."""

_WORD = re.compile(r"\w+")
_FIRST_MARK, _LAST_MARK = "\u0300", "\u036f"
"""The accents that can follow any letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record in whose words something was found."""

    kind: str
    record_id: str
    day: date | None
    """None for what is about no day, such as a medicine."""
    text: str


def writing_of(record: Record) -> str:
    """All that the owner wrote in a record; empty when that is nothing."""
    written = (str(getattr(record, name)).strip() for name in WRITTEN.get(record.kind, ()))
    return unicodedata.normalize("NFC", "\n".join(text for text in written if text))


def day_of_writing(record: Record) -> date | None:
    """The day that the record is about, or on which it begins."""
    name = shape_of(type(record)).first_day
    day: date | None = getattr(record, name) if name else None
    return day


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for, in small letters and without the accents of Latin ones."""
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """As the index of words folds: a letter of another script is what it is, signs and all."""
    return "".join(_plain(letter) for letter in unicodedata.normalize("NFC", text.lower()))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    if _FIRST_MARK <= letter <= _LAST_MARK:
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() and base.isalpha() else letter


def excerpt(text: str, looked_for: str, room: int = 90) -> str:
    """The part of a text, in one line, where the first of the words stands."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    plain = _folded(line)
    places = [place for word in words_of(looked_for) if (place := plain.find(word)) >= 0]
    first = max(min(places, default=0) - room // 3, 0)
    cut = line[first : first + room].strip()
    return f"{'…' if first else ''}{cut}{'…' if first + room < len(line) else ''}"
