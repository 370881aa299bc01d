"""The owner's rows of Today: which are shown, in what order, and rows of their own. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Direction, Factor, Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused

LONGEST_NAME = 80
_LIMITS: dict[Kind, tuple[float, float]] = {
    Kind.SCALE: (0, 10),
    Kind.YES_NO: (0, 1),
    Kind.COUNT: (0, 1_000),
    Kind.MINUTES: (0, 1_440),
    Kind.NUMBER: (0, 1_000_000),
}


def show_row(
    factors: Factors, choices: Sequence[RowChoice], factor: Factor, *, shown: bool
) -> Change | None:
    """The change that shows or hides one row; what was recorded in it stays."""
    before = _choice_of(choices, factor)
    place = factors.all().index(factor)
    after = RowChoice(factor=factor.key, position=before.position if before else place, shown=shown)
    if before == after or (before is None and factors.is_shown(factor) == shown):
        return None
    verb = "shown" if shown else "hidden"
    return Change(label=f"{factor.name} {verb}", edits=(Edit(before, after),))


def move_row(
    factors: Factors, choices: Sequence[RowChoice], factor: Factor, by: int
) -> Change | None:
    """The change that moves one row up (-1) or down (1) among the rows of its group."""
    order = list(factors.all())
    group = [row for row in order if row.group is factor.group]
    place = group.index(factor) + by
    if not 0 <= place < len(group):
        return None
    here, there = order.index(factor), order.index(group[place])
    order.insert(there, order.pop(here))
    edits = []
    for position, row in enumerate(order):
        before = _choice_of(choices, row)
        after = RowChoice(factor=row.key, position=position, shown=factors.is_shown(row))
        if before != after:
            edits.append(Edit(before, after))
    return Change(label=f"{factor.name} moved", edits=tuple(edits))


def add_row(factors: Factors, name: str, kind: Kind, unit: str = "") -> Change:
    """The change that adds a row of the owner's own; refuses a name that is empty or taken."""
    name = " ".join(name.split())
    if not name:
        raise Refused("A row needs a name.")
    if len(name) > LONGEST_NAME:
        raise Refused(f"The name is too long; a row's name has at most {LONGEST_NAME} letters.")
    if any(row.name.casefold() == name.casefold() for row in factors.all()):
        raise Refused(f"There is a row called “{name}” already.")
    minimum, maximum = _LIMITS[kind]
    row = OwnFactor(
        key=_free_key(factors, name),
        name=name,
        measure=kind,
        unit="min" if kind is Kind.MINUTES else unit.strip(),
        minimum=minimum,
        maximum=maximum,
        direction=Direction.NEUTRAL,
    )
    return Change(label=f"Row “{name}” added", edits=(Edit(None, row),))


def _choice_of(choices: Sequence[RowChoice], factor: Factor) -> RowChoice | None:
    return next((choice for choice in choices if choice.factor == factor.key), None)


def _free_key(factors: Factors, name: str) -> str:
    """A key that files can carry: ``own_sauna``, or ``own_sauna_2`` where that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "row")
    key, number = stem, 2
    while key in factors:
        key, number = f"{stem}_{number}", number + 1
    return key
