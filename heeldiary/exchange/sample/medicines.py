"""What a made-up person writes down of medicines: regimens, doses, and what the medicines did."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from heeldiary.domain.medicines import Dose, DoseState, Regimen, Schedule, SideEffect
from heeldiary.domain.records import Record
from heeldiary.domain.regimens import DueDose, dose_id, due_on, regimens_on
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Agenda, Evening, Planned
from heeldiary.exchange.sample.injections import Injections
from heeldiary.exchange.sample.regimens import Course, courses, prednisolone
from heeldiary.exchange.sample.turning import Turning

_WHY_SKIPPED = (
    "Stomach off",
    "Nothing hurt this morning",
    "Wine in the evening",
    "Blood test in the morning",
    "",
)
_WHY_MISSED = ("Forgot", "The box was at the office", "Was out all day", "")
_BAD_PAIN = 6
_SIDE_EFFECTS = (
    # substance, days from its first one on, for how many days, what, how strong, in own words
    ("naproxen", 20, 9, "Heartburn", 4.0, "Better with something in the stomach."),
    ("sulfasalazine", 16, 52, "Nausea", 6.0, "Every morning, until noon."),
    ("sulfasalazine", 30, 12, "Headache", 3.0, ""),
    ("adalimumab", 14, 3, "Red patch where it was injected", 2.0, "Coin-sized, itched."),
    ("secukinumab", 9, 5, "Runny nose, sore throat", 3.0, ""),
    ("prednisolone", 4, 8, "Slept badly", 5.0, "Wide awake at three."),
)


class Medicines:
    """Regimens when they begin; doses on most evenings, but by no means on all."""

    def __init__(self, chance: Chance, turning: Turning) -> None:
        self._luck = chance.branch()
        self._plans = chance.branch()
        self._turning = turning
        known = [course for course in courses(self._plans, turning) if course.regimens]
        self._regimens = [regimen for course in known for regimen in course.regimens]
        self._injections = Injections(chance, self._regimens)
        self._agenda = Agenda(_planned_of(known, self._plans))
        self._taper = Agenda(())
        self._had_taper = False

    def on(self, evening: Evening) -> Iterator[Record]:
        yield from self._agenda.on(evening)
        yield from self._taper_on(evening)
        current = regimens_on(self._regimens, evening.day)
        if not evening.check_in.hasty and self._luck.happens(0.8):
            for due in due_on(current, evening.day):
                if due.regimen.schedule is not Schedule.EVERY_N_DAYS:
                    yield self._dose(due, evening)
        yield from self._injections.on(evening)
        for regimen in current:
            if regimen.schedule is Schedule.AS_NEEDED:
                yield from self._as_needed(regimen, evening)

    def _taper_on(self, evening: Evening) -> Iterator[Record]:
        """One taper, from the day after a flare has lasted for two days."""
        flare = evening.life.flare
        if flare is not None and not self._had_taper and self._is_bad_enough(evening):
            self._had_taper = True
            course = prednisolone(self._plans, evening.day + timedelta(days=1))
            self._regimens.extend(course.regimens)
            self._taper = Agenda(_planned_of([course], self._plans))
        yield from self._taper.on(evening)

    def _is_bad_enough(self, evening: Evening) -> bool:
        flare, day = evening.life.flare, evening.day
        assert flare is not None
        lasted = (day - flare.first).days >= 2
        late = day >= self._turning.part(0.7)
        return lasted and day >= self._turning.part(0.35) and (flare.all_over or late)

    def _dose(self, due: DueDose, evening: Evening) -> Dose:
        state, reason = self._became()
        taken = state is DoseState.TAKEN
        return Dose(
            id=dose_id(due),
            medicine=due.medicine_id,
            day=evening.day,
            due_day=due.due_day,
            due_time=due.due_time,
            state=state,
            amount=due.amount if taken else None,
            unit=due.unit,
            time=self._about(due.due_time) if taken and self._luck.happens(0.7) else "",
            reason=reason,
            **evening.stamp(),
        )

    def _became(self) -> tuple[DoseState, str]:
        """Taken nearly always; else missed, or skipped on purpose."""
        throw = self._luck.random()
        if throw < 0.035:
            return DoseState.MISSED, self._luck.choice(_WHY_MISSED)
        if throw < 0.06:
            return DoseState.SKIPPED, self._luck.choice(_WHY_SKIPPED)
        return DoseState.TAKEN, ""

    def _about(self, time: str) -> str:
        """A few minutes before or after the time that was planned."""
        minute = int(time[:2]) * 60 + int(time[3:])
        return self._luck.time_of_day(minute - 15, minute + 25)

    def _as_needed(self, regimen: Regimen, evening: Evening) -> Iterator[Dose]:
        pain = max((evening.number(key) or 0.0 for key in ("low_back", "night_pain")), default=0.0)
        odds = 0.5 if evening.life.flare or pain >= _BAD_PAIN else 0.05
        if not self._luck.happens(odds):
            return
        times = sorted(self._luck.time_of_day(6 * 60, 17 * 60) for _ in range(self._how_often()))
        for time in times:
            yield Dose(
                id=self._luck.an_id(),
                medicine=regimen.medicine,
                day=evening.day,
                amount=(regimen.dose or 0.0) * self._luck.choice((1, 1, 2)),
                unit=regimen.unit,
                time=time,
                reason=self._luck.choice(("", "", "Back", "Heel", "Could not sit any longer")),
                **evening.stamp(),
            )

    def _how_often(self) -> int:
        return 2 if self._luck.happens(0.25) else 1


def _planned_of(known: Iterable[Course], luck: Chance) -> Iterator[Planned]:
    """Each medicine before its regimens, and what it did on the last day of that."""
    for course in known:
        begun = course.regimens[0].first_day
        yield begun, course.medicine
        for regimen in course.regimens:
            yield regimen.first_day, regimen
        for effect in _side_effects(course, luck):
            assert effect.last_day is not None
            yield effect.last_day, effect


def _side_effects(course: Course, luck: Chance) -> Iterator[SideEffect]:
    """Soon after the medicine began; of naproxen now and then again after a change of its dose."""
    medicine = course.medicine
    for substance, after, days, what, strength, note in _SIDE_EFFECTS:
        if substance != medicine.substance:
            continue
        for place, regimen in enumerate(course.regimens):
            if place and (substance != "naproxen" or not luck.happens(0.2)):
                continue
            first = regimen.first_day + timedelta(days=after)
            yield SideEffect(
                id=luck.an_id(),
                first_day=first,
                last_day=first + timedelta(days=days - 1),
                medicine=medicine.id,
                what=what,
                strength=strength,
                note=note,
                **UNWRITTEN,
            )
