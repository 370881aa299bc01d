"""What a factor is: something that can be answered once a day, and how it is read and said."""

from dataclasses import dataclass
from enum import StrEnum

from heeldiary.domain.refusal import Refused

ALL_DAY = 720.0
"""Stiffness minutes that stand for "all day"; the longest typed duration is one minute less."""


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
                names = tuple(choice.name.casefold() for choice in self.choices)
                return self._from_words(word, self.words, names)
            case Kind.MINUTES if word.casefold() in ("all day", "all_day"):
                return self.checked(ALL_DAY, word)
            case _:
                return self.checked(_number(word), word)

    def write(self, value: float) -> str:
        """The value as a word that :meth:`read` gives back exactly."""
        if self.words:
            return self.words[int(value)]
        return str(int(value)) if float(value).is_integer() else repr(float(value))

    def say(self, value: float, decimal: str = ".") -> str:
        """The value as a person reads it, with its unit."""
        if self.kind is Kind.YES_NO:
            return ("no", "yes")[int(value)]
        if self.kind is Kind.CHOICE:
            return self.choices[int(value)].name
        if self.kind is Kind.MINUTES and value == ALL_DAY == self.maximum:
            return "all day"
        figure = f"{value:.10g}".replace(".", decimal)
        return f"{figure} {self.unit}" if self.unit else figure

    def checked(self, value: float | None, written: str = "") -> float:
        """The value itself when this factor can hold it, else a refusal that says what it takes."""
        in_range = value is not None and self.minimum <= value <= self.maximum
        if value is None or not in_range or not self._fits_step(value):
            given = written or ("nothing" if value is None else f"{value:.10g}")
            raise Refused(f"“{self.name}” takes {self.takes}, not “{given}”.")
        return float(value)

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

    def _fits_step(self, value: float) -> bool:
        if self.kind is Kind.NUMBER:
            return True
        return (value / self.step).is_integer()

    def _from_words(self, word: str, *spellings: tuple[str, ...]) -> float:
        for words in spellings:
            if word.casefold() in words:
                return float(words.index(word.casefold()))
        for place, own in enumerate(self.words):
            if own.casefold() == word.casefold():
                return float(place)
        raise Refused(f"“{self.name}” takes {self.takes}, not “{word}”.")


def _number(word: str) -> float | None:
    """A plain decimal number with a point or a comma; no separators, no exponents, no NaN."""
    plain = word.replace(",", ".", 1) if "." not in word else word
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 15:
        return None
    return float(plain)
