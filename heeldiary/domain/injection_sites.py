"""Where injections were given, and which place was not used for longest."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, DoseState


class Place(NamedTuple):
    """Where an injection was given."""

    site: str
    side: Side | None


def last_site(doses: Iterable[Dose]) -> Place | None:
    """Where the last injection was given; None when no dose says where."""
    used = _last_used(doses)
    return max(used, key=used.__getitem__) if used else None


def next_site(doses: Iterable[Dose]) -> Place | None:
    """Of the places that the owner has used, the one that was not used for longest.

    A plain reading of the owner's own list. None while there is only one place to choose from.
    """
    used = _last_used(doses)
    return min(used, key=used.__getitem__) if len(used) > 1 else None


def _last_used(doses: Iterable[Dose]) -> Mapping[Place, tuple[date, str]]:
    used: dict[Place, tuple[date, str]] = {}
    for dose in doses:
        if dose.state is DoseState.TAKEN and dose.site.strip():
            place, moment = Place(dose.site.strip(), dose.side), (dose.day, dose.time)
            used[place] = max(moment, used.get(place, moment))
    return used
