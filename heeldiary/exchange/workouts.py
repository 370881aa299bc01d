"""Minutes of activity by impact, from workouts that several devices may have recorded at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from heeldiary.domain.days import Clock
from heeldiary.exchange.entries import Entry, Refusal, Row
from heeldiary.exchange.imported import imported_reading

_LOW = "low_impact_minutes"
_HIGH = "high_impact_minutes"

_LOW_IMPACT = """
Archery Barre Bowling Cooldown CoreTraining CrossCountrySkiing Curling Cycling Elliptical
EquestrianSports Fishing Flexibility FunctionalStrengthTraining Golf HandCycling Hiking
MindAndBody PaddleSports Pilates PreparationAndRecovery Rowing Sailing Swimming TaiChi
TraditionalStrengthTraining UnderwaterDiving Walking WaterFitness WheelchairWalkPace Yoga
"""
_HIGH_IMPACT = """
AmericanFootball AustralianFootball Badminton Baseball Basketball CrossTraining Cricket Gymnastics
Handball HighIntensityIntervalTraining Hockey JumpRope Kickboxing Lacrosse Pickleball Racquetball
Rugby Running Soccer Softball Squash StepTraining SwimBikeRun Tennis TrackAndField Volleyball
"""

IMPACT: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_LOW_IMPACT.split(), _LOW) | dict.fromkeys(_HIGH_IMPACT.split(), _HIGH)
)
"""The row that the minutes of an activity count into; an activity not named here is not guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One workout: the owner's day, how long it took without pauses, and when it was."""

    line: int
    day: date
    activity: str
    source: str
    minutes: float
    start: datetime
    end: datetime


def minutes_by_impact(workouts: Iterable[Workout], clock: Clock) -> Iterator[Row]:
    """One entry a day and impact with the day's minutes; what two devices recorded counts once."""
    days: dict[date, list[Workout]] = {}
    for workout in workouts:
        days.setdefault(workout.day, []).append(workout)
    for day in sorted(days):
        kept: list[Workout] = []
        for workout in sorted(days[day], key=lambda w: (-w.minutes, w.line)):
            longer = next((other for other in kept if _is_the_same(workout, other)), None)
            if longer is None:
                kept.append(workout)
            else:
                yield Refusal(line=workout.line, reason=_recorded_twice(workout, longer))
        yield from _totals(day, kept, clock)


def _totals(day: date, workouts: Iterable[Workout], clock: Clock) -> Iterator[Row]:
    together: dict[str, list[Workout]] = {}
    for workout in workouts:
        together.setdefault(IMPACT[workout.activity], []).append(workout)
    for factor, those in sorted(together.items()):
        line = min(workout.line for workout in those)
        minutes = round(sum(workout.minutes for workout in those))
        if minutes:
            reading = imported_reading(day, factor, float(minutes), clock)
            yield Entry(line=line, record=reading)
        else:
            reason = f"The activity of {day} lasted less than half a minute; it was not taken."
            yield Refusal(line=line, reason=reason)


def _is_the_same(workout: Workout, longer: Workout) -> bool:
    """Whether two sources recorded one workout: more than half of the shorter is in the other."""
    shared = min(workout.end, longer.end) - max(workout.start, longer.start)
    shorter = min(workout.end - workout.start, longer.end - longer.start)
    return workout.source != longer.source and shared > max(shorter / 2, timedelta())


def _recorded_twice(workout: Workout, longer: Workout) -> str:
    return (
        f"“{longer.source}” recorded a longer workout at the same time (line {longer.line}); "
        f"the {workout.minutes:.0f} minutes of “{workout.source}” were not added to it."
    )
