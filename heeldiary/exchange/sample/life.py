"""A made-up person's body from day to day, before anybody writes any of it down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.exchange.sample.almanac import Almanac, Bout
from heeldiary.exchange.sample.chance import Chance, Drift

_WEEK_OF_STRESS = (0.9, 0.6, 0.4, 0.5, 0.0, -1.2, -0.8)
_RAMP_DAYS = 35
_LONG_RUN = 45
_ELSEWHERE = ("knee_right", "hip_left", "neck", "shoulder_right", "chest_wall", "other_site")
_USUAL = {
    "first_step": (4.6, 2.2),
    "achilles_insertion": (4.2, 1.8),
    "achilles_mid": (2.3, 0.6),
    "under_heel": (3.2, 1.0),
    "buttock": (2.6, 1.4),
}
_USUAL_BACK = {"night_pain": 2.8, "low_back": 4.1, "mid_back": 1.8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What stays the same through the years."""

    worse: Side
    usual: dict[str, float]
    tiredness: float
    weight: float
    relief: float
    """How many points the medicine takes off in the end."""
    keenness: float
    """How likely a planned run is run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeDay:
    """One day as it was; unrounded, and beyond 0 to 10 where words would fail."""

    day: date
    flare: Bout | None
    strength: float
    """Of the flare, in points; 0 on other days."""
    pains: dict[str, float]
    elsewhere: dict[str, float]
    """Pains at places that hurt only now and then."""
    disease: float
    stress: float
    sleep: float
    run: int
    """Minutes of running."""
    easy: int
    """Minutes of walking, swimming or cycling."""
    weight: float


def a_person(chance: Chance) -> Person:
    worse = chance.choice((Side.LEFT, Side.RIGHT))
    usual = {site: level + chance.around(0, 0.3) for site, level in _USUAL_BACK.items()}
    for site, (bad, mild) in _USUAL.items():
        for side in Side:
            level = bad if side is worse else mild
            usual[f"{site}_{side}"] = level + chance.around(0, 0.25)
    return Person(
        worse=worse,
        usual=usual,
        tiredness=chance.around(4.2, 0.5),
        weight=chance.between(66, 90),
        relief=chance.between(1.05, 1.4),
        keenness=chance.between(0.6, 0.85),
    )


def season(day: date) -> float:
    """From -1 at midsummer to 1 at midwinter, in straight lines."""
    turned = (day.timetuple().tm_yday + 10) % 365 / 365
    return abs(turned - 0.5) * 4 - 1


class Life:
    """Lives one day after the other; today is made of yesterday."""

    def __init__(self, chance: Chance, person: Person, almanac: Almanac, medicine: date) -> None:
        self._luck = chance.branch()
        self._person = person
        self._almanac = almanac
        self._medicine = medicine
        self._general = Drift(chance.branch(), memory=0.6, spread=0.9)
        self._seasons = Drift(chance.branch(), memory=0.99, spread=0.3)
        self._decades = Drift(chance.branch(), memory=0.9998, spread=0.5)
        self._stress = Drift(chance.branch(), memory=0.6, spread=1.3)
        self._weight = Drift(chance.branch(), memory=0.998, spread=2.2)
        self._own = {site: Drift(chance.branch(), memory=0.6, spread=0.7) for site in person.usual}
        self._elsewhere: dict[str, tuple[int, float]] = {}
        self._echo = (0.0, 0.0)

    def days(self, span: Span) -> Iterator[LifeDay]:
        for number in range(len(span)):
            yield self._live(span.first + timedelta(days=number))

    def _live(self, day: date) -> LifeDay:
        flare = self._almanac.year_of(day).flares.get(day)
        strength = flare.strength_on(day) if flare else 0.0
        relief = self._relief(day)
        stress = 3.6 + _WEEK_OF_STRESS[day.weekday()] + self._stress.step()
        mood = self._general.step() + self._seasons.step() + self._decades.step()
        mood += 0.12 * (stress - 3.6)
        pains = self._pains(mood, relief, flare, strength)
        run = self._run(day, strength)
        return LifeDay(
            day=day,
            flare=flare,
            strength=strength,
            pains=pains,
            elsewhere=self._pains_elsewhere(strength),
            disease=3.7 + mood + 0.9 * strength - relief,
            stress=stress,
            sleep=self._luck.around(7.3, 0.7) - 0.2 * (pains["night_pain"] - 2.8),
            run=run,
            easy=self._easy(day, strength, run),
            weight=self._person.weight + self._weight.step() + season(day) * 0.9,
        )

    def _relief(self, day: date) -> float:
        since = (day - self._medicine).days
        return self._person.relief * min(max(since, 0) / _RAMP_DAYS, 1.0)

    def _pains(
        self, mood: float, relief: float, flare: Bout | None, strength: float
    ) -> dict[str, float]:
        pains = {}
        for site, usual in self._person.usual.items():
            share = min(1.0, 0.25 + usual / 5)
            pain = usual + share * (0.8 * mood - relief) + self._own[site].step()
            if flare and (site in flare.sites or site == "night_pain"):
                pain += strength
            if site.startswith(("achilles", "first_step")):
                pain += self._echo[0]
            pains[site] = pain + self._luck.around(0, 0.3)
        return pains

    def _pains_elsewhere(self, strength: float) -> dict[str, float]:
        """A place begins to hurt now and then, and stops after some days."""
        if self._luck.happens(0.12 if strength else 0.025):
            place = self._luck.choice(_ELSEWHERE)
            self._elsewhere[place] = (self._luck.randint(2, 6), self._luck.between(1.6, 5.4))
        now = {place: level for place, (_, level) in self._elsewhere.items()}
        self._elsewhere = {
            place: (left - 1, level) for place, (left, level) in self._elsewhere.items() if left > 1
        }
        return {place: level + self._luck.around(0, 0.6) for place, level in now.items()}

    def _run(self, day: date, strength: float) -> int:
        """Today's run, which the Achilles tendons remember tomorrow and the day after."""
        minutes = 0
        weekday = day.weekday()
        planned = weekday in (1, 3, 6) and day in self._almanac.year_of(day).running
        if planned and self._luck.happens(0.1 if strength else self._person.keenness):
            long = weekday == 6
            minutes = 5 * self._luck.randint(*((9, 17) if long else (4, 8)))
        sore = min(1.4, 0.5 + (minutes - _LONG_RUN) / 40) if minutes >= _LONG_RUN else 0.0
        self._echo = (self._echo[1] + sore, 0.6 * sore)
        return minutes

    def _easy(self, day: date, strength: float, run: int) -> int:
        """A walk on most days; the pool in winter, the bicycle in summer."""
        luck = self._luck
        walk = 5 * luck.randint(2, 9) if luck.happens(0.4 if run or strength else 0.7) else 0
        if not strength and day.weekday() in (0, 2, 5) and luck.happens(0.45):
            return walk + 5 * luck.randint(*((5, 9) if season(day) > 0 else (6, 18)))
        return walk
