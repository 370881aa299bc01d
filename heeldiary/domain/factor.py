"""What a factor is: something that can be answered once a day, and how it is read and said."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from heeldiary.domain.refusal import Refused

ALL_DAY = 720.0
"""Stiffness minutes that stand for "all day"; the longest typed duration is one minute less."""

_ROUNDING = 1e-9
"""How far from a whole number of steps a value may be: 0.3 is not exactly 3 times 0.1."""
_LONGEST_NUMBER = 400
"""Digits; every float can be written with fewer."""
_ONE_OF = {"servings": "serving", "units": "unit", "sets": "set"}
_LONGEST_SHOWN = 60
"""Characters of a wrong text that a refusal repeats."""


class Kind(StrEnum):
    """How a factor is answered."""

    SCALE = "scale"
    MINUTES = "minutes"
    COUNT = "count"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Group(StrEnum):
    """Where a factor stands on Today."""

    MORNING = "morning"
    PAIN = "pain"
    DAY = "day"
    MOVEMENT = "movement"
    FOOD = "food"
    BODY = "body"
    CARE = "care"
    SYMPTOMS = "symptoms"
    OWN = "own"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Direction(StrEnum):
    """What more of it means to the owner; it decides no colour and no verdict."""

    WORSE = "more_is_worse"
    BETTER = "more_is_better"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a choice factor: its word in files, its name on screen."""

    word: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One thing that can be answered once a day. Values are numbers whatever the kind:

    yes is 1 and no is 0; a choice is the place of its option, from 0.
    """

    key: str
    name: str
    group: Group
    kind: Kind = Kind.SCALE
    unit: str = ""
    minimum: float = 0
    maximum: float = 10
    step: float = 1
    side: Side | None = None
    letter: str = ""
    pain: bool = False
    presets: tuple[float, ...] = ()
    choices: tuple[Choice, ...] = ()
    direction: Direction = Direction.WORSE
    loinc: str = ""
    hint: str = ""
    followed: bool = False

    @property
    def site(self) -> str | None:
        """The place on the body picture that it belongs to."""
        return self.key if self.group is Group.PAIN else None

    @property
    def takes_whole_numbers(self) -> bool:
        return self.kind is not Kind.NUMBER and float(self.step).is_integer()

    def read(self, text: str) -> float:
        """The value that a word of a file or a typed text stands for, or a refusal."""
        word = text.strip()
        match self.kind:
            case Kind.YES_NO:
                return self._from_words(word, ("no", "yes"), ("0", "1"), ("false", "true"))
            case Kind.CHOICE:
                names = tuple(choice.name for choice in self.choices)
                return self._from_words(word, self.words, names)
            case Kind.MINUTES if self._has_all_day and word.casefold() in ("all day", "all_day"):
                return ALL_DAY
            case _:
                return self.checked(_number(word), word)

    def write(self, value: float) -> str:
        """The value as a word that :meth:`read` gives back exactly."""
        if self.words:
            return self.words[int(value)]
        number = float(value)
        # repr would write small numbers with an exponent
        return str(int(number)) if number.is_integer() else f"{Decimal(repr(number)):f}"

    def say(self, value: float, decimal: str = ".") -> str:
        """The value as a person reads it, with its unit."""
        if self.kind is Kind.YES_NO:
            return ("no", "yes")[int(value)]
        if self.kind is Kind.CHOICE:
            return self.choices[int(value)].name
        if self._has_all_day and value == ALL_DAY:
            return "all day"
        figure = f"{value:.10g}".replace(".", decimal)
        unit = _ONE_OF.get(self.unit, self.unit) if value == 1 else self.unit
        return f"{figure} {unit}" if unit else figure

    def checked(self, value: float | None, written: str = "") -> float:
        """The value itself when this factor can hold it, else a refusal that says what it takes."""
        if value is None or not self._holds(value):
            given = written or ("nothing" if value is None else f"{value:.10g}")
            raise self._refusal(given)
        return float(value) + 0.0  # a minus zero is zero

    @property
    def takes(self) -> str:
        """What it takes, in words: ``a whole number from 0 to 10``."""
        if self.words:
            return "one of: " + ", ".join(self.words)
        what = "a whole number" if self.takes_whole_numbers else "a number"
        unit = f" {self.unit}" if self.unit else ""
        return f"{what} from {self.minimum:.10g} to {self.maximum:.10g}{unit}"

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a yes/no or choice factor by value; empty for numbers."""
        if self.kind is Kind.YES_NO:
            return ("no", "yes")
        return tuple(choice.word for choice in self.choices)

    @property
    def _has_all_day(self) -> bool:
        return self.kind is Kind.MINUTES and self.maximum == ALL_DAY

    def _holds(self, value: float) -> bool:
        if self.words:
            return value in range(len(self.words))
        if not self.minimum <= value <= self.maximum:
            return False
        steps = value / self.step
        return self.kind is Kind.NUMBER or abs(math.remainder(steps, 1)) < _ROUNDING

    def _refusal(self, given: str) -> Refused:
        shown = given if len(given) <= _LONGEST_SHOWN else f"{given[:_LONGEST_SHOWN]}…"
        return Refused(f"“{self.name}” takes {self.takes}, not “{shown}”.")

    def _from_words(self, word: str, *spellings: tuple[str, ...]) -> float:
        if word in self.words:  # just as written goes before all other ways to read it
            return float(self.words.index(word))
        for words in spellings:
            folded = [spelling.casefold() for spelling in words]
            if word.casefold() in folded:
                return float(folded.index(word.casefold()))
        raise self._refusal(word)


def both_sides(factor: Factor, letters: str = "  ") -> tuple[Factor, Factor]:
    """The left and the right one: different measures everywhere."""
    left, right = (
        replace(
            factor,
            key=f"{factor.key}_{side}",
            name=f"{factor.name}, {side}",
            side=side,
            letter=letter.strip(),
        )
        for side, letter in zip(Side, letters, strict=True)
    )
    return left, right


def _number(word: str) -> float | None:
    """A plain decimal number with a point or a comma; no separators, no exponents, no NaN."""
    plain = word.replace(",", ".", 1) if "." not in word else word
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _LONGEST_NUMBER:
        return None
    return float(plain)
