"""The owner's rows of Today: which are shown, in what order, and rows of their own. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from heeldiary.domain.definitions import check_definition
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Direction, Factor, Group, Kind, Side
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused

LONGEST_NAME = 80
LONGEST_UNIT = 12
MOST_OPTIONS = 12

OWN_GROUPS = (Group.OWN, Group.FOOD, Group.CARE, Group.PAIN)
"""The parts of Today in which a row of the owner's own can stand."""

_LIMITS: dict[Kind, tuple[float, float]] = {
    Kind.SCALE: (0, 10),
    Kind.YES_NO: (0, 1),
    Kind.COUNT: (0, 1_000),
    Kind.MINUTES: (0, 1_440),
    Kind.NUMBER: (0, 1_000_000),
}
_KINDS = {
    Group.PAIN: (Kind.SCALE,),
    Group.FOOD: (Kind.COUNT, Kind.YES_NO),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row of the owner's own as it is described before it is added."""

    name: str
    kind: Kind
    unit: str = ""
    group: Group = Group.OWN
    direction: Direction = Direction.NEUTRAL
    """Of a food: better is one to include, worse one to limit."""
    options: tuple[str, ...] = ()
    """The options of a choice, in order."""
    has_sides: bool = False
    """Left and right are two rows: different measures everywhere."""


def kinds_in(group: Group) -> tuple[Kind, ...]:
    """How a row of the owner's own in this part can be answered."""
    return _KINDS.get(group, tuple(Kind))


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
    """The change that moves one row up (-1) or down (1) among the rows of its group.

    A retired row is passed over, and is shown again where it was shown when it is brought back.
    """
    order = list(factors.all())
    group = [row for row in order if row.group is factor.group and not factors.is_retired(row)]
    if factor not in group:
        return None
    place = group.index(factor) + by
    if not 0 <= place < len(group):
        return None
    here, there = order.index(factor), order.index(group[place])
    order.insert(there, order.pop(here))
    edits = []
    for position, row in enumerate(order):
        before = _choice_of(choices, row)
        is_shown = before.shown if before else factors.is_retired(row) or row.followed
        after = RowChoice(factor=row.key, position=position, shown=is_shown)
        if before != after:
            edits.append(Edit(before, after))
    return Change(label=f"{factor.name} moved", edits=tuple(edits))


def add_row(factors: Factors, row: NewRow) -> Change:
    """The change that adds a row of the owner's own, or its left and right one; in one change.

    Refuses what no row can be.
    """
    name = _name(row.name)
    names = [f"{name}, {side}" for side in Side] if row.has_sides else [name]
    edits = tuple(Edit(None, _described(factors, row, each)) for each in names)
    return Change(label=f"Row “{name}” added", edits=edits)


def _described(factors: Factors, row: NewRow, name: str) -> OwnFactor:
    name = _free_name(factors, name)
    if row.kind not in kinds_in(row.group):
        raise Refused("A row in this part cannot be answered in this way; choose another one.")
    options = _options(row) if row.kind is Kind.CHOICE else ()
    minimum, maximum = (0, len(options) - 1) if options else _LIMITS[row.kind]
    own = OwnFactor(
        key=free_key(factors, name),
        name=name,
        measure=row.kind,
        unit="min" if row.kind is Kind.MINUTES else _unit(row.unit),
        minimum=minimum,
        maximum=maximum,
        choices=options,
        direction=Direction.WORSE if row.group is Group.PAIN else row.direction,
        group=row.group,
    )
    check_definition(own)
    return own


def rename_row(factors: Factors, own: OwnFactor, name: str) -> Change | None:
    """The change that calls a row otherwise; all that was recorded in it stays with it."""
    if " ".join(name.split()) == own.name:
        return None
    after = replace(own, name=_free_name(factors, name, but=own.key))
    label = f"Row “{own.name}” renamed to “{after.name}”"
    return Change(label=label, edits=(Edit(own, after),))


def count_food(own: OwnFactor, direction: Direction) -> Change | None:
    """The change after which a food is one to include (better), to limit (worse), or neither."""
    if own.group is not Group.FOOD:
        raise Refused(f"“{own.name}” is no food; it is not in the food score.")
    if own.direction is direction:
        return None
    after = replace(own, direction=direction)
    return Change(label=f"“{own.name}” counted otherwise", edits=(Edit(own, after),))


def bring_back(own: OwnFactor) -> Change | None:
    """The change that takes a retired row into use again, with all that was recorded in it."""
    if not own.retired:
        return None
    after = replace(own, retired=False)
    return Change(label=f"Row “{own.name}” brought back", edits=(Edit(own, after),))


def retire_row(own: OwnFactor) -> Change | None:
    """The change after which a row is not asked any more; all that was recorded in it stays."""
    if own.retired:
        return None
    after = replace(own, retired=True)
    return Change(label=f"Row “{own.name}” retired", edits=(Edit(own, after),))


def remove_row(own: OwnFactor, diary: Diary) -> tuple[Change | None, bool]:
    """The change that removes a row, or retires it (then True) when anything was recorded in it."""
    if has_answers(own, diary):
        return retire_row(own), True
    own_choice = next((c for c in diary.row_choices() if c.factor == own.key), None)
    edits = (Edit(own_choice, None),) if own_choice else ()
    label = f"Row “{own.name}” removed"
    return Change(label=label, edits=(*edits, Edit(own, None))), False


def has_answers(own: OwnFactor, diary: Diary) -> bool:
    """Whether any day holds an answer, or a skip, of this row."""
    return any(True for _ in diary.readings(None, [own.key]))


def free_key(factors: Factors, name: str) -> str:
    """A key that files can carry: ``own_sauna``, or ``own_sauna_2`` where that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "row")
    key, number = stem, 2
    while key in factors:
        key, number = f"{stem}_{number}", number + 1
    return key


def _choice_of(choices: Sequence[RowChoice], factor: Factor) -> RowChoice | None:
    return next((choice for choice in choices if choice.factor == factor.key), None)


def _name(name: str) -> str:
    """The name in one line; refused when it is empty."""
    name = " ".join(name.split()).encode(errors="replace").decode()
    if not name:
        raise Refused("A row needs a name.")
    return name


def _free_name(factors: Factors, name: str, but: str = "") -> str:
    """The name in one line; refused when it is empty, too long, or of another row."""
    name = _name(name)
    if len(name) > LONGEST_NAME:
        raise Refused(f"The name is too long; a row's name has at most {LONGEST_NAME} letters.")
    others = (row for row in factors.all() if row.key != but)
    if any(row.name.casefold() == name.casefold() for row in others):
        raise Refused(f"There is a row called “{name}” already.")
    return name


def _unit(unit: str) -> str:
    unit = " ".join(unit.split()).encode(errors="replace").decode()
    if len(unit) > LONGEST_UNIT:
        raise Refused(f"The unit is too long; it has at most {LONGEST_UNIT} letters.")
    return unit


def _options(row: NewRow) -> tuple[str, ...]:
    """The options as written, without the empty ones; a choice needs two at least."""
    options = tuple(option.strip() for option in row.options if option.strip())
    if not 2 <= len(options) <= MOST_OPTIONS:
        raise Refused(
            f"A choice needs from 2 to {MOST_OPTIONS} options, not {len(options)}; write them with "
            "commas between."
        )
    if any(len(option) > LONGEST_NAME for option in options):
        raise Refused(f"An option is too long; it has at most {LONGEST_NAME} letters.")
    return options
