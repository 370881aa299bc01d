"""What the words of movement are called on screen, and how its sums and notes are said."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from heeldiary.analysis.load_notes import (
    CADENCE,
    EPISODE,
    LONG_RUN,
    MORNING,
    NEXT_MORNING,
    PERSISTENCE,
    SHOES,
    WEEK,
    WEIGHT,
)
from heeldiary.analysis.load_rules import ShoeStatus
from heeldiary.analysis.movement import Total
from heeldiary.domain.activities import KnownActivity
from heeldiary.domain.factor import Side
from heeldiary.domain.footwear import FEATURES
from heeldiary.domain.movement import (
    Impact,
    Insert,
    Milestone,
    MilestoneKind,
    Pace,
    ShoeKind,
    Surface,
)
from heeldiary.ui.units import Units
from heeldiary.ui.wording import figure, say_date

DASH = "–"
"""What stands where nothing was recorded."""


class OwnersTongue:
    """Says days and measures in notes in the owner's units and language."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def day(self, day: date) -> str:
        return say_date(day)

    def distance(self, km: float) -> str:
        return self._units.say_distance(km)

    def weight(self, kg: float) -> str:
        return self._units.say_weight(kg)

    def number(self, value: float) -> str:
        return figure(value)


def say_total(total: Total, said: str) -> str:
    """``95 min (recorded 2 of 3)``; a dash when nothing was recorded."""
    if total.value is None:
        return DASH
    if total.recorded == total.of:
        return said
    return _tr("{0} (recorded {1} of {2})").format(said, total.recorded, total.of)


def say_minutes(minutes: float | None) -> str:
    return DASH if minutes is None else f"{figure(minutes)} min"


def note_titles() -> dict[str, str]:
    """The notes by name, as one chooses among them."""
    return {
        MORNING: _tr("Morning heel pain above 5"),
        NEXT_MORNING: _tr("Pain while moving and on the next morning"),
        PERSISTENCE: _tr("Heel pain that goes on after the load was reduced"),
        EPISODE: _tr("Week of the episode"),
        WEEK: _tr("Runs of this week and of the week before"),
        LONG_RUN: _tr("A run and the longest of the 30 days before"),
        SHOES: _tr("Mileage of shoes"),
        CADENCE: _tr("Cadence, 5 to 10 % more"),
        WEIGHT: _tr("Weight, 5 % and 10 % less"),
    }


def shoe_statuses() -> dict[ShoeStatus, str]:
    """Where a pair stands to the range of 300 to 500 miles, which stays in miles."""
    return {
        ShoeStatus.OK: _tr("below 300 miles"),
        ShoeStatus.DUE: _tr("from 300 to 500 miles"),
        ShoeStatus.OVER: _tr("above 500 miles"),
    }


def impacts() -> dict[str, str]:
    return {Impact.LOW: _tr("Low impact"), Impact.HIGH: _tr("High impact")}


def sides() -> dict[str, str]:
    return {Side.LEFT: _tr("To the left"), Side.RIGHT: _tr("To the right")}


def paces() -> dict[str, str]:
    return {
        Pace.EASY: _tr("Easy"),
        Pace.TEMPO: _tr("Tempo"),
        Pace.SPEED: _tr("Speed"),
        Pace.HILLS: _tr("Hills"),
        Pace.RACE: _tr("Race"),
    }


def surfaces() -> dict[str, str]:
    return {
        Surface.ASPHALT: _tr("Asphalt"),
        Surface.CONCRETE: _tr("Concrete"),
        Surface.TRACK: _tr("Track"),
        Surface.TREADMILL: _tr("Treadmill"),
        Surface.GRASS: _tr("Grass"),
        Surface.TURF: _tr("Artificial turf"),
        Surface.TRAIL: _tr("Trail"),
        Surface.SAND: _tr("Sand"),
        Surface.INDOORS: _tr("Indoors"),
        Surface.WATER: _tr("Water"),
    }


def shoe_kinds() -> dict[str, str]:
    return {
        ShoeKind.RUNNING: _tr("Running"),
        ShoeKind.TRAIL: _tr("Trail"),
        ShoeKind.WALKING: _tr("Walking"),
        ShoeKind.WORK: _tr("Work"),
        ShoeKind.EVERYDAY: _tr("Everyday"),
        ShoeKind.SANDAL: _tr("Sandal"),
        ShoeKind.SPORT: _tr("Sport"),
        ShoeKind.OTHER: _tr("Another kind"),
    }


def inserts() -> dict[str, str]:
    return {
        Insert.NONE: _tr("None"),
        Insert.READY_MADE: _tr("Ready-made insole"),
        Insert.CUSTOM: _tr("Insole made to measure"),
        Insert.HEEL_CUP: _tr("Heel cup"),
        Insert.GEL: _tr("Gel pad"),
        Insert.HEEL_LIFT: _tr("Heel lift"),
    }


def features() -> dict[str, str]:
    return {feature: feature.capitalize() for feature in FEATURES}


def milestone_kinds() -> dict[MilestoneKind, str]:
    return {
        MilestoneKind.LOAD_REDUCED: _tr("Load reduced"),
        MilestoneKind.EPISODE_BEGAN: _tr("An episode began"),
        MilestoneKind.WEIGHT_START: _tr("Weight to count from"),
        MilestoneKind.CADENCE_START: _tr("Cadence to count from"),
        MilestoneKind.OWN: _tr("A day of your own"),
    }


def say_milestone_value(milestone: Milestone, units: Units) -> str:
    if milestone.value is None:
        return ""
    if milestone.what is MilestoneKind.WEIGHT_START:
        return units.say_weight(milestone.value)
    if milestone.what is MilestoneKind.CADENCE_START:
        return _tr("{0} steps a minute").format(figure(milestone.value))
    return figure(milestone.value)


def offered(known: Iterable[KnownActivity], recent: Iterable[str], current: str) -> dict[str, str]:
    """Activities to choose from, by key: those of late first; the one in use is always there."""
    by_key = {a.key: a.name for a in known if a.is_offered or a.key == current}
    first = {key: by_key[key] for key in recent if key in by_key}
    return {**first, **by_key}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Movement", text)
