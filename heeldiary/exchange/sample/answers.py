"""What a made-up person answers about a day: rounded, skipped now and then, left out in places."""

from collections.abc import Iterator
from datetime import date

from heeldiary.domain.factor import ALL_DAY, Side
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED, Answer
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.life import LifeDay, Person, season

_FOOD_ODDS = {
    "oily_fish": (1, 0.22),
    "nuts_and_seeds": (2, 0.3),
    "berries": (2, 0.25),
    "leafy_greens": (3, 0.35),
    "whole_grains": (4, 0.4),
    "processed_meat": (2, 0.28),
    "fried_food": (2, 0.2),
    "refined_grains": (4, 0.35),
}
_SELDOM_SKIPPED = frozenset({"weight", "flare_today", "low_impact_minutes"})
_FIRST_ANSWERED = ("first_step_left", "first_step_right", "stiffness_minutes", "low_back")


class Answers:
    """The answers of each day that is answered at all, in the order of Today."""

    def __init__(
        self, chance: Chance, person: Person, begun: dict[str, date], ended: dict[str, date]
    ) -> None:
        self._luck = chance.branch()
        self._person = person
        self._begun = begun
        self._ended = ended

    def about(self, life: LifeDay, *, hasty: bool) -> dict[str, Answer]:
        """Each answer by factor; a hasty check-in holds the first rows and little more."""
        return {
            key: self._said(key, value)
            for key, value in self._felt(life)
            if self._followed(key, life.day) and self._reached(key, hasty)
        }

    def _followed(self, key: str, day: date) -> bool:
        begun, ended = self._begun.get(key), self._ended.get(key)
        return (begun is None or day >= begun) and (ended is None or day < ended)

    def _reached(self, key: str, hasty: bool) -> bool:
        if hasty and key not in _FIRST_ANSWERED:
            return self._luck.happens(0.3)
        return self._luck.happens(0.985)

    def _said(self, key: str, value: float) -> Answer:
        odds = 0.03 if key == "alcohol_units" else 0.007
        if key not in _SELDOM_SKIPPED and self._luck.happens(odds):
            return SKIPPED
        return float(value)

    def _felt(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        yield from self._morning(life)
        yield from self._sites(life)
        yield from self._over_the_day(life)
        yield from self._signs(life)
        yield "low_impact_minutes", life.easy
        yield "high_impact_minutes", life.run
        if self._luck.happens(0.78):
            yield from self._food(life.day)
        if life.day.weekday() in (0, 3) and self._luck.happens(0.85):
            yield "weight", round(life.weight + self._luck.around(0, 0.35), 1)
        yield from self._own_rows(life)

    def _morning(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        stiff = life.disease + self._luck.around(0, 0.6) + 0.3 * life.strength
        for key in ("first_step_left", "first_step_right", "night_pain"):
            yield key, _scale(life.pains[key])
        yield "stiffness_minutes", self._stiffness_minutes(stiff)
        yield "stiffness_severity", _scale(stiff + 0.3)
        yield "sleep_hours", _half(min(max(life.sleep, 2.0), 11.0))
        rest = 5.6 + life.sleep - 7.3 - 0.35 * (life.pains["night_pain"] - 2.8)
        yield "sleep_quality", _scale(rest + self._luck.around(0, 0.8))

    def _stiffness_minutes(self, stiff: float) -> float:
        """Skewed: mostly under an hour, now and then three, and all day in a bad flare."""
        if stiff > 7.5 and self._luck.happens(0.25):
            return ALL_DAY
        level = max(stiff, 0.0)
        return 5 * round(min(0.55 * level * level, 48))

    def _sites(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        for key, pain in life.pains.items():
            mild_mid = key == f"achilles_mid_{_other(self._person.worse)}"
            if CATALOGUE[key].site and not mild_mid:
                yield key, _scale(pain)
        for key, pain in life.elsewhere.items():
            yield key, max(1, _scale(pain))

    def _over_the_day(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        tired = self._person.tiredness + 0.5 * (life.disease - 3.7) - 0.5 * (life.sleep - 7.3)
        yield "fatigue", _scale(tired + self._luck.around(0, 0.6))
        yield "disease_felt", _scale(life.disease + self._luck.around(0, 0.4))
        yield "stress", _scale(life.stress)
        yield "flare_today", 0 if life.flare is None else self._flare_word(life)

    def _flare_word(self, life: LifeDay) -> int:
        assert life.flare is not None
        return 2 if life.flare.all_over and life.strength > 1.8 else 1

    def _signs(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        """Swelling and warmth are looked at in flares, and written as 0 only now and then."""
        for side in Side:
            worse = side is self._person.worse
            swollen = life.flare and f"achilles_insertion_{side}" in life.flare.sites
            if not swollen and not self._luck.happens(0.3 if worse else 0.1):
                continue
            level = (life.strength if swollen else 0.0) * (0.75 if worse else 0.4)
            yield f"swelling_{side}", min(3, _scale(level))
            yield f"warmth_{side}", min(3, _scale(level - 0.5))

    def _food(self, day: date) -> Iterator[tuple[str, float]]:
        weekend = day.weekday() >= 4
        for key, (tries, odds) in _FOOD_ODDS.items():
            yield key, self._luck.tally(tries, odds + (0.08 if weekend else 0.0))
        sweet = 0.3 + (0.15 if weekend else 0.0) + (0.15 if day.month == 12 else 0.0)
        yield "sugar_and_sweets", self._luck.tally(4, sweet)
        out = self._luck.happens(0.65 if day.weekday() in (4, 5) else 0.17)
        yield "alcohol_units", self._luck.randint(2, 10 if weekend else 5) / 2 if out else 0

    def _own_rows(self, life: LifeDay) -> Iterator[tuple[str, float]]:
        luck = self._luck
        warm = 0.06 if life.flare else 0.3 if season(life.day) > 0 else 0.1
        yield "sauna", int(life.day.weekday() in (2, 5) and luck.happens(2 * warm))
        yield "jaw_pain", _scale(life.disease - 2.9 + luck.around(0, 0.7))
        at_work = life.day.weekday() < 5
        yield "hours_on_my_feet", _half(max(0.5, luck.around(3.5 if at_work else 5, 1.2)))
        yield "ginger_tea", int(luck.happens(0.4))


def _other(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def _scale(felt: float) -> int:
    return min(max(round(felt), 0), 10)


def _half(amount: float) -> float:
    return round(amount * 2) / 2
