"""The kinds of exercise that ship, each with its usual impact, and the owner's own beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.keeping import has_history, keep, new_id, retired
from heeldiary.domain.movement import Activity, Impact
from heeldiary.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class KnownActivity:
    """A kind of exercise as it is offered: its key in a session, its name, its usual impact."""

    key: str
    name: str
    impact: Impact
    is_offered: bool = True


_LOW = (
    ("walking", "Walking"),
    ("nordic_walking", "Nordic walking"),
    ("hiking", "Hiking"),
    ("cycling", "Cycling"),
    ("stationary_bike", "Stationary bike"),
    ("swimming", "Swimming"),
    ("water_aerobics", "Water aerobics"),
    ("rowing", "Rowing"),
    ("elliptical", "Elliptical trainer"),
    ("yoga", "Yoga"),
    ("pilates", "Pilates"),
    ("tai_chi", "Tai chi"),
    ("stretching", "Stretching"),
    ("strength", "Strength and core"),
    ("physiotherapy", "Physiotherapy"),
    ("home_programme", "Home programme"),
    ("dancing", "Dancing"),
    ("gardening", "Gardening"),
)
_HIGH = (
    ("running", "Running"),
    ("hill_running", "Hill running"),
    ("speedwork", "Speedwork"),
    ("jumping", "Jumping, skipping rope"),
    ("football", "Football"),
    ("field_sport", "Another field sport"),
    ("tennis", "Tennis"),
    ("badminton", "Badminton"),
    ("basketball", "Basketball"),
    ("court_sport", "Another court sport"),
    ("interval_training", "Interval training"),
    ("triathlon", "Triathlon"),
)
CATALOGUE = MappingProxyType(
    {
        key: KnownActivity(key, name, impact)
        for impact, those in ((Impact.LOW, _LOW), (Impact.HIGH, _HIGH))
        for key, name in those
    }
)
"""Every kind of exercise that ships, by key, low impact before high."""

RUNS = frozenset({"running", "hill_running", "speedwork"})
"""What counts as a run where a run is held against the longest of the 30 days before."""


def activities(own: Iterable[Activity] = ()) -> dict[str, KnownActivity]:
    """The catalogue, then the owner's own by name; a retired one is known but not offered."""
    known = dict(CATALOGUE)
    for activity in sorted(own, key=_by_name):
        known[activity.id] = KnownActivity(
            activity.id, activity.name, activity.impact, is_offered=not activity.retired
        )
    return known


def name_of(key: str, own: Iterable[Activity] = ()) -> str:
    """The name of an activity; the key itself where no such activity is known."""
    found = activities(own).get(key)
    return key if found is None else found.name


def key_of(words: str, own: Iterable[Activity] = ()) -> str | None:
    """The key of the activity that is called so, or has this key; None when there is none."""
    known = activities(own)
    if words in known:
        return words
    name = words.strip().casefold()
    return next((a.key for a in known.values() if a.name.casefold() == name), None)


def own_activity(
    name: str, impact: Impact, own: Iterable[Activity], clock: Clock, before: Activity | None = None
) -> Change | None:
    """The change that adds an activity of the owner's own, or renames it; a name stands once.

    One that was retired is offered again.
    """
    name = name.strip()
    others = [
        known for known in activities(own).values() if before is None or known.key != before.id
    ]
    if any(known.name.casefold() == name.casefold() for known in others):
        raise Refused(f"There is an activity called “{name}” already; nothing was added.")
    if before is None:
        return keep(None, Activity(id=new_id(), name=name, impact=impact), f"{name} added", clock)
    after = replace(before, name=name, impact=impact, retired=False)
    return keep(before, after, f"{name} changed", clock)


def remove_activity(activity: Activity, diary: Diary, clock: Clock) -> tuple[Change, bool]:
    """The change that removes an activity, or retires it (then True) when sessions name it."""
    if has_history(activity, diary):
        edit = Edit(activity, retired(activity, clock))
        return Change(label=f"{activity.name} retired", edits=(edit,)), True
    return Change(label=f"{activity.name} removed", edits=(Edit(activity, None),)), False


def _by_name(activity: Activity) -> tuple[str, str]:
    return activity.name.casefold(), activity.id
