"""The owner's own rows that another program's names become: their keys, told once in a file."""

import re
import unicodedata
from zlib import crc32

from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.definitions import same_meaning
from heeldiary.exchange.entries import Entry

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST_SLUG = 40


def own_key(program: str, name: str) -> str:
    """The key for that program's name: ``own_bearable_back_lower_pain``."""
    return f"own_{program}_{_slug(name)}"


def yes_no_row(key: str, name: str) -> OwnFactor:
    return OwnFactor(key=key, name=name, measure=Kind.YES_NO, minimum=0, maximum=1)


def as_own(factor: Factor) -> OwnFactor:
    """The definition of a row that the diary already has."""
    return OwnFactor(
        key=factor.key,
        name=factor.name,
        measure=factor.kind,
        unit=factor.unit,
        minimum=factor.minimum,
        maximum=factor.maximum,
        step=factor.step,
        choices=factor.words if factor.kind is Kind.CHOICE else (),
        direction=factor.direction,
        retired=not factor.followed,
    )


class OwnRows:
    """Tells each row that a file needs once, unless the diary has it already.

    A row that its owner renamed, moved or retired in the diary is left just so.
    """

    def __init__(self, factors: Factors) -> None:
        self._factors = factors
        self._names: dict[str, str] = {}

    def told(self, line: int, row: OwnFactor) -> tuple[Entry, ...]:
        """The definition if it has to be told here; refused when another name has its key."""
        name = " ".join(row.name.casefold().split())
        first = self._names.get(row.key)
        if first is not None and first != name:
            raise Refused(f"“{row.name}” cannot be told apart from “{first}”; it was not taken.")
        self._names[row.key] = name
        if first is not None or self._is_known(row):
            return ()
        return (Entry(line=line, record=row),)

    def _is_known(self, row: OwnFactor) -> bool:
        held = self._factors.get(row.key)
        if held is None:
            return False
        return same_meaning(as_own(held), row) and len(row.choices) <= len(held.choices)


def _slug(name: str) -> str:
    """Letters and digits of any script in lower case, joined by underscores."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = _NOT_WORD.sub("_", plain).strip("_")
    if not words:
        return "_".join(f"u{ord(letter):x}" for letter in plain)[:_LONGEST_SLUG]
    if len(words) <= _LONGEST_SLUG:
        return words
    return f"{words[:_LONGEST_SLUG]}_{crc32(words.encode('utf-8')):08x}"
