"""Chance that falls the same way on every platform: sums, products and exact square roots only."""

from math import sqrt
from random import Random
from typing import Self

_ROOT_OF_3 = 1.7320508075688772


class Chance(Random):
    """A seeded source of luck. Each part of the made-up life has a branch of its own."""

    def branch(self) -> Self:
        """A new source whose draws do not disturb this one's."""
        return type(self)(self.getrandbits(64))

    def happens(self, odds: float) -> bool:
        return self.random() < odds

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.random()

    def around(self, middle: float, spread: float) -> float:
        """Bell-shaped about the middle: four even draws, added by hand.

        Not sum(), which adds floats differently from Python 3.12 on.
        """
        total = self.random() + self.random() + self.random() + self.random()
        return middle + spread * _ROOT_OF_3 * (total - 2.0)

    def tally(self, tries: int, odds: float) -> int:
        """How many of the tries came off."""
        return [self.random() < odds for _ in range(tries)].count(True)

    def an_id(self) -> str:
        """An id as records have it, the same for the same seed."""
        return f"{self.getrandbits(128):032x}"

    def time_of_day(self, first: int, last: int) -> str:
        """A time such as ``08:10`` from one minute of the day to another."""
        minute = self.randint(first, last)
        return f"{minute // 60:02}:{minute % 60:02}"


class Drift:
    """A value that wanders about zero and remembers yesterday: AR(1)."""

    def __init__(self, chance: Chance, *, memory: float, spread: float) -> None:
        self._chance = chance
        self._memory = memory
        self._push = spread * sqrt(1 - memory * memory)
        self.value = 0.0

    def step(self) -> float:
        self.value = self._memory * self.value + self._chance.around(0, self._push)
        return self.value
