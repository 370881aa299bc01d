"""The sessions of a made-up person: what was done, in which shoes, and how the heel took it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from heeldiary.domain.factor import Side
from heeldiary.domain.movement import Activity, Impact, Pace, Session, Shoe, ShoeKind, Surface
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import Evening
from heeldiary.exchange.sample.footwear import Footwear
from heeldiary.exchange.sample.life import Person, season
from heeldiary.exchange.sample.turning import Turning

_HARD = frozenset({Pace.TEMPO, Pace.SPEED, Pace.HILLS})
_LONG_RUN = 45
_RUNNERS = (ShoeKind.RUNNING, ShoeKind.TRAIL)
_WALKERS = (ShoeKind.WALKING, ShoeKind.WORK)
_PATHS = (Surface.ASPHALT, Surface.GRASS, Surface.TRAIL, Surface.CONCRETE)
_NOTES = ("", "", "", "", "With the group.", "Stiff at first, then it went.", "Rain.")


class _Form(NamedTuple):
    """How an activity is done."""

    effort: tuple[int, int]
    kmh: float | None = None
    surface: Surface | None = None


_FORMS = {
    "walking": _Form((1, 4), 4.6),
    "hiking": _Form((3, 6), 3.8, Surface.TRAIL),
    "cycling": _Form((2, 6), 17.0, Surface.ASPHALT),
    "stationary_bike": _Form((3, 6), None, Surface.INDOORS),
    "swimming": _Form((3, 6), 1.9, Surface.WATER),
    "water_aerobics": _Form((2, 5), None, Surface.WATER),
    "yoga": _Form((1, 4), None, Surface.INDOORS),
    "strength": _Form((3, 6), None, Surface.INDOORS),
    "home_programme": _Form((1, 3), None, Surface.INDOORS),
}
_IN_WINTER = ("swimming", "swimming", "yoga", "strength", "stationary_bike", "water_aerobics")
_IN_SUMMER = ("cycling", "cycling", "swimming", "hiking", "yoga")
_SHORT = ("walking", "walking", "walking", "walking", "yoga", "home_programme")


class Movement:
    """Sessions on the evenings on which they are written down one by one."""

    def __init__(self, chance: Chance, person: Person, turning: Turning) -> None:
        self._luck = chance.branch()
        self._worse = person.worse
        self._quicker_from = turning.part(0.3)
        self._own_from = turning.part(0.15)
        self.shoes = Footwear(self._luck, turning)
        self.own = Activity(id=self._luck.an_id(), name="Stand-up paddling", impact=Impact.LOW)

    def on(self, evening: Evening) -> Iterator[Session]:
        """The sessions of the day; on some days there are only the minutes of Today."""
        life = evening.life
        if evening.check_in.hasty or not self._luck.happens(0.7):
            return
        if life.run:
            yield self._run(life.run, evening)
        if life.easy >= 50:
            walk = 5 * self._luck.randint(2, 4)
            yield self._easy("walking", walk, evening)
            yield self._easy(self._longer(evening.day), life.easy - walk, evening)
        elif life.easy:
            yield self._easy(self._luck.choice(_SHORT), life.easy, evening)

    def _longer(self, day: date) -> str:
        if season(day) > 0:
            return self._luck.choice(_IN_WINTER)
        if day >= self._own_from and day.weekday() == 5 and self._luck.happens(0.4):
            return self.own.id
        return self._luck.choice(_IN_SUMMER)

    def _run(self, minutes: int, evening: Evening) -> Session:
        luck = self._luck
        pace = luck.choice((Pace.EASY, Pace.EASY, Pace.EASY, Pace.TEMPO, Pace.HILLS, Pace.SPEED))
        load = (pace in _HARD) + (minutes >= _LONG_RUN)
        surface = luck.choice(_PATHS)
        return Session(
            id=luck.an_id(),
            day=evening.day,
            time=luck.time_of_day(6 * 60, 17 * 60),
            activity="running",
            impact=Impact.HIGH,
            minutes=float(minutes),
            effort=float(min(10, 3 + 2 * load + luck.randint(0, 2))),
            distance_km=round(minutes / luck.between(5.9, 7.1), 1),
            ascent_m=float(10 * luck.randint(4, 18)) if pace is Pace.HILLS else None,
            pace=pace,
            surface=surface,
            camber=luck.choice(tuple(Side)) if surface is Surface.ASPHALT else None,
            cadence=self._cadence(evening.day),
            shoe=self._shoe(evening.day, surface),
            **self._pains(evening, load),
            note=luck.choice(_NOTES),
            **evening.stamp(),
        )

    def _easy(self, activity: str, minutes: int, evening: Evening) -> Session:
        luck = self._luck
        form = _FORMS.get(activity, _Form((2, 5), None, Surface.WATER))
        pair = self._walking_pair(evening.day) if activity in ("walking", "hiking") else None
        told = luck.happens(0.5)
        return Session(
            id=luck.an_id(),
            day=evening.day,
            time=luck.time_of_day(7 * 60, 17 * 60) if luck.happens(0.6) else "",
            activity=activity,
            impact=Impact.LOW,
            minutes=float(minutes),
            effort=float(luck.randint(*form.effort)) if luck.happens(0.8) else None,
            distance_km=round(minutes * form.kmh / 60, 1) if form.kmh and told else None,
            surface=form.surface,
            shoe=pair.id if pair else None,
            pain_during=_scale(self._heel(evening) * 0.7) if told else None,
            **evening.stamp(),
        )

    def _pains(self, evening: Evening, load: int) -> dict[str, float | None]:
        """Each is asked for and not always answered; the morning is that of the next day."""
        heel, luck = self._heel(evening), self._luck
        during = heel * 0.6 + 0.5 * load + luck.around(0, 0.5)
        pains = {
            "pain_before": _scale(heel * 0.7 + luck.around(0, 0.4)),
            "pain_during": _scale(during),
            "pain_after": _scale(during + 0.4 + 0.5 * load),
            "pain_next_morning": self._next_morning(evening, load),
        }
        return {name: pain if luck.happens(0.85) else None for name, pain in pains.items()}

    def _next_morning(self, evening: Evening, load: int) -> float | None:
        if evening.tomorrow is None:
            return None
        return _scale(evening.tomorrow.pains[f"first_step_{self._worse}"] + 0.5 * load)

    def _heel(self, evening: Evening) -> float:
        return max(evening.life.pains[f"achilles_insertion_{self._worse}"], 0.0)

    def _cadence(self, day: date) -> float | None:
        """Slower at first; from the milestone on a little quicker."""
        if not self._luck.happens(0.7):
            return None
        usual = 168 if day >= self._quicker_from else 161
        return float(usual + self._luck.randint(-3, 3))

    def _shoe(self, day: date, surface: Surface) -> str | None:
        kinds = (ShoeKind.TRAIL,) if surface is Surface.TRAIL else (ShoeKind.RUNNING,)
        pairs = self.shoes.worn(day, kinds) or self.shoes.worn(day, _RUNNERS)
        return self._luck.choice(pairs).id if pairs else None

    def _walking_pair(self, day: date) -> Shoe | None:
        pairs = self.shoes.worn(day, _WALKERS)
        return self._luck.choice(pairs) if pairs and self._luck.happens(0.8) else None


def _scale(felt: float) -> float:
    return float(min(max(round(felt), 0), 10))
