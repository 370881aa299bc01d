"""What a made-up person does for heel and back by themselves, as it is answered on Today."""

from collections.abc import Iterator
from datetime import date

from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.life import LifeDay
from heeldiary.exchange.sample.turning import Turning

CARE_ROWS = (
    "ice_minutes",
    "heat_minutes",
    "calf_stretch_sets",
    "heel_drop_sets",
    "rolling_minutes",
    "night_splint_hours",
)
"""The rows that are followed."""
_BAD_HEEL = 5.0


class Care:
    """Heel drops in blocks of weeks, ice after runs, heat in flares, a splint that was tried."""

    def __init__(self, chance: Chance, turning: Turning) -> None:
        self._luck = chance.branch()
        self._turning = turning

    def about(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        """The answers of a day; most rows are answered only when there was something to say."""
        luck = self._luck
        heel = max(life.pains["achilles_insertion_left"], life.pains["achilles_insertion_right"])
        if luck.happens(0.5 if life.run or heel > _BAD_HEEL else 0.05):
            yield "ice_minutes", 5.0 * luck.randint(0 if heel < _BAD_HEEL else 2, 4)
        if luck.happens(0.5 if life.flare else 0.06):
            yield "heat_minutes", 5.0 * luck.randint(2, 6)
        if luck.happens(0.35):
            yield "calf_stretch_sets", float(luck.randint(0, 4))
        if self._in_block(life.day) and luck.happens(0.6):
            yield "heel_drop_sets", float(luck.choice((0, 2, 3, 3, 3, 6)))
        if luck.happens(0.12):
            yield "rolling_minutes", 5.0 * luck.randint(0, 2)
        if self._tries_splint(life.day) and luck.happens(0.8):
            yield "night_splint_hours", luck.randint(0, 14) / 2

    def _in_block(self, day: date) -> bool:
        """Twelve weeks of every half year."""
        return (day - self._turning.span.first).days % 182 < 84

    def _tries_splint(self, day: date) -> bool:
        gone = (day - self._turning.part(0.4)).days
        return 0 <= gone < 45
