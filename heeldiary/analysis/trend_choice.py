"""What Trends draws: a ready-made set, or lines of the owner's own choice; as one word to keep."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from heeldiary.analysis.trend_sets import TREND_SETS, find_set
from heeldiary.domain.refusal import Refused

OWN = "own"
_OWN_MARK = "own:"


@dataclass(frozen=True, slots=True)
class TrendChoice:
    """A ready-made set by its key, or ``own`` with the keys of its lines."""

    key: str = TREND_SETS[0].key
    own: tuple[str, ...] = ()

    @classmethod
    def of_lines(cls, keys: Iterable[str]) -> Self:
        return cls(OWN, tuple(keys))

    @classmethod
    def read(cls, word: str) -> Self | None:
        """The choice that was kept as this word; None when it names none."""
        if word.startswith(_OWN_MARK):
            keys = word.removeprefix(_OWN_MARK).split(",")
            return cls.of_lines(_with_commas(key) for key in keys if key)
        try:
            return cls(find_set(word).key)
        except Refused:
            return None

    @property
    def word(self) -> str:
        """The choice as a word that :meth:`read` takes again."""
        if self.key != OWN:
            return self.key
        return _OWN_MARK + ",".join(_without_commas(key) for key in self.own)

    @property
    def drawn(self) -> str | Sequence[str]:
        """What :func:`build_panels` draws: the name of a set, or keys of lines."""
        return self.own if self.key == OWN else self.key


def _without_commas(key: str) -> str:
    """A line of another score or medicine may be called anything."""
    return key.replace("%", "%25").replace(",", "%2C")


def _with_commas(word: str) -> str:
    return word.replace("%2C", ",").replace("%25", "%")
