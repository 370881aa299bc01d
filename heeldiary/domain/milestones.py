"""Days that the owner counts from: which of them need a value, and the change that keeps one."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from heeldiary.domain.answers import provenance
from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import keep, new_id
from heeldiary.domain.movement import Milestone, MilestoneKind
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import Within

VALUES = MappingProxyType(
    {MilestoneKind.WEIGHT_START: Within(20, 400), MilestoneKind.CADENCE_START: Within(20, 300)}
)
"""The days that need a value, and what it may be: kilograms, steps a minute."""

_UNITS = MappingProxyType(
    {MilestoneKind.WEIGHT_START: "kg", MilestoneKind.CADENCE_START: "steps a minute"}
)
NAMES = MappingProxyType(
    {
        MilestoneKind.LOAD_REDUCED: "Load reduced",
        MilestoneKind.EPISODE_BEGAN: "An episode began",
        MilestoneKind.WEIGHT_START: "Weight to count from",
        MilestoneKind.CADENCE_START: "Cadence to count from",
        MilestoneKind.OWN: "A day of your own",
    }
)


def keep_milestone(
    what: MilestoneKind, values: Mapping[str, Any], clock: Clock, before: Milestone | None = None
) -> Change | None:
    """The change that keeps a day to count from, with its values by field name."""
    moment, origin = provenance(values["day"], clock)
    after = Milestone(
        id=before.id if before else new_id(),
        what=what,
        recorded_at=moment,
        origin=origin,
        **values,
    )
    if before and before == replace(after, recorded_at=before.recorded_at, origin=before.origin):
        return None
    _check(after)
    return keep(before, after, f"{NAMES[what]}, {after.day}", clock)


def _check(milestone: Milestone) -> None:
    name, takes = NAMES[milestone.what], VALUES.get(milestone.what)
    if takes is not None and milestone.value is None:
        raise Refused(f"“{name}” needs the value to count from; nothing was kept.")
    if takes is not None and not takes.low <= (milestone.value or 0.0) <= takes.high:
        unit = _UNITS[milestone.what]
        raise Refused(
            f"“{name}” takes a number from {takes.low:g} to {takes.high:g} {unit}, "
            f"not {milestone.value:.4g}; nothing was kept."
        )
    if milestone.what is MilestoneKind.OWN and not milestone.note.strip():
        raise Refused("Write what it was, so that you know the day again; nothing was kept.")
