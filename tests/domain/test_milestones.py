from datetime import timedelta
from typing import Any

import pytest

from heeldiary.domain.milestones import NAMES, keep_milestone
from heeldiary.domain.movement import Milestone, MilestoneKind
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, NOON, THU, a_clock
from tests.moving import a_milestone

LATER = a_clock(NOON + timedelta(hours=2))


def kept(what: MilestoneKind, **values: Any) -> Milestone:
    change = keep_milestone(what, values, a_clock())
    assert change is not None
    milestone = change.edits[0].after
    assert isinstance(milestone, Milestone)
    return milestone


def test_every_kind_has_a_name() -> None:
    assert set(NAMES) == set(MilestoneKind)


def test_a_day_is_kept_with_when_it_was_typed() -> None:
    milestone = kept(MilestoneKind.LOAD_REDUCED, day=MON)
    assert (milestone.what, milestone.day) == (MilestoneKind.LOAD_REDUCED, MON)
    assert (milestone.origin, milestone.recorded_at) == (Origin.LATER, NOON)


@pytest.mark.parametrize(
    ("what", "value"), [(MilestoneKind.WEIGHT_START, 80.5), (MilestoneKind.CADENCE_START, 165.0)]
)
def test_a_weight_and_a_cadence_have_a_value(what: MilestoneKind, value: float) -> None:
    assert kept(what, day=FRI, value=value).value == value


@pytest.mark.parametrize("what", [MilestoneKind.WEIGHT_START, MilestoneKind.CADENCE_START])
@pytest.mark.parametrize("value", [None, 19.9, 401.0])
def test_a_value_that_cannot_be_counted_from_is_refused(
    what: MilestoneKind, value: float | None
) -> None:
    with pytest.raises(Refused, match="nothing was kept"):
        kept(what, day=FRI, value=value)


def test_a_refused_weight_is_told_in_kilograms() -> None:
    with pytest.raises(Refused, match=r"from 20 to 400 kg, not 408\.2;"):
        kept(MilestoneKind.WEIGHT_START, day=FRI, value=408.23313)


def test_a_day_of_ones_own_needs_words() -> None:
    with pytest.raises(Refused, match="what it was"):
        kept(MilestoneKind.OWN, day=FRI, note="  ")
    assert kept(MilestoneKind.OWN, day=FRI, note="New desk").note == "New desk"


def test_a_day_in_the_future_is_refused() -> None:
    with pytest.raises(Refused, match="in the future"):
        kept(MilestoneKind.EPISODE_BEGAN, day=FRI + timedelta(days=1))


def test_what_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused, match="before it begins"):
        kept(MilestoneKind.EPISODE_BEGAN, day=FRI, ended_on=THU)


def test_a_day_left_as_it_was_is_no_change() -> None:
    before = a_milestone(MilestoneKind.EPISODE_BEGAN, MON)
    assert keep_milestone(MilestoneKind.EPISODE_BEGAN, {"day": MON}, LATER, before) is None


def test_a_corrected_day_stays_the_same_one() -> None:
    before = a_milestone(MilestoneKind.EPISODE_BEGAN, MON)
    change = keep_milestone(MilestoneKind.EPISODE_BEGAN, {"day": THU}, LATER, before)
    assert change is not None
    after = change.edits[0].after
    assert isinstance(after, Milestone)
    assert (after.id, after.day) == (before.id, THU)
    assert change.label == "An episode began, 2026-11-19"
