"""Records of movement made short: each builder shows only what matters to the test."""

from datetime import date
from typing import Any

from heeldiary.domain.movement import Activity, Impact, Milestone, MilestoneKind, Session, Shoe
from heeldiary.domain.records import Origin
from tests.builders import FRI, NOON

BOULDERING = Activity(id="own1", name="Bouldering", impact=Impact.HIGH)


def a_session(session_id: str = "x1", day: date = FRI, **fields: Any) -> Session:
    """A session; a run unless told otherwise."""
    values: dict[str, Any] = {"activity": "running", "impact": Impact.HIGH, **fields}
    return Session(id=session_id, day=day, recorded_at=NOON, origin=Origin.THAT_DAY, **values)


def a_shoe(shoe_id: str = "h1", name: str = "Blue pair", **fields: Any) -> Shoe:
    return Shoe(id=shoe_id, name=name, **fields)


def a_milestone(
    what: MilestoneKind, day: date, value: float | None = None, **fields: Any
) -> Milestone:
    name = fields.pop("milestone_id", f"{what}-{day}")
    return Milestone(
        id=name, day=day, what=what, value=value, recorded_at=NOON, origin=Origin.LATER, **fields
    )
