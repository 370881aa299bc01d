"""The factor registry: every daily measure that ships, and how they stand with the owner's own.

The form, the charts, the tables, the files and the report derive from it: a new daily measure is
one line here. A factor without a reading on a day was *not recorded* that day, which is never zero.
"""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from heeldiary.domain.factor import (
    ALL_DAY,
    Choice,
    Direction,
    Factor,
    Group,
    Kind,
    both_sides,
)
from heeldiary.domain.more_factors import CARE, LOAD, PAIN_NRS, SYMPTOMS
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused

_STIFFNESS_PRESETS = (0, 5, 10, 15, 30, 45, 60, 90, 120, 180, ALL_DAY)
_ACTIVITY_PRESETS = (0, 10, 20, 30, 45, 60, 90)


def _pain(
    key: str, name: str, *, letter: str = "", group: Group = Group.PAIN, followed: bool = False
) -> Factor:
    return Factor(
        key=key,
        name=name,
        group=group,
        letter=letter,
        pain=True,
        loinc=PAIN_NRS,
        followed=followed,
        hint="0 none, 10 the worst you can imagine",
    )


def _scale(
    key: str, name: str, hint: str, *, group: Group = Group.DAY, followed: bool = False
) -> Factor:
    return Factor(key=key, name=name, group=group, hint=hint, followed=followed)


def _sign(key: str, name: str) -> Factor:
    return Factor(key=key, name=name, group=Group.DAY, maximum=3, hint="0 none, 3 a lot")


def _activity(key: str, name: str, hint: str) -> Factor:
    return Factor(
        key=key,
        name=name,
        group=Group.MOVEMENT,
        kind=Kind.MINUTES,
        unit="min",
        maximum=1440,
        presets=_ACTIVITY_PRESETS,
        direction=Direction.NEUTRAL,
        hint=hint,
        followed=True,
    )


def _food(key: str, name: str, hint: str, *, unit: str = "servings", step: float = 1) -> Factor:
    return Factor(
        key=key,
        name=name,
        group=Group.FOOD,
        kind=Kind.COUNT,
        unit=unit,
        maximum=50,
        step=step,
        direction=Direction.NEUTRAL,
        hint=hint,
        followed=True,
    )


_MORNING = (
    *both_sides(_pain("first_step", "First-step heel pain", group=Group.MORNING, followed=True)),
    _pain("night_pain", "Night pain", group=Group.MORNING, followed=True),
    Factor(
        key="stiffness_minutes",
        name="Morning stiffness",
        group=Group.MORNING,
        kind=Kind.MINUTES,
        unit="min",
        maximum=ALL_DAY,
        presets=_STIFFNESS_PRESETS,
        hint="From waking until it is as good as it gets",
        followed=True,
    ),
    _scale(
        "stiffness_severity",
        "Morning stiffness, how bad",
        "0 none, 10 very bad",
        group=Group.MORNING,
        followed=True,
    ),
    Factor(
        key="sleep_hours",
        name="Sleep",
        group=Group.MORNING,
        kind=Kind.NUMBER,
        unit="h",
        maximum=24,
        step=0.5,
        direction=Direction.BETTER,
        followed=True,
    ),
    Factor(
        key="sleep_quality",
        name="Sleep quality",
        group=Group.MORNING,
        direction=Direction.BETTER,
        hint="0 very bad, 10 very good",
    ),
)

_SITES = (
    *both_sides(_pain("achilles_insertion", "Achilles at the heel", followed=True), "AL"),
    *both_sides(_pain("achilles_mid", "Achilles above the heel"), "DK"),
    *both_sides(_pain("under_heel", "Under the heel", followed=True), "FJ"),
    _pain("neck", "Neck", letter="N"),
    _pain("mid_back", "Mid back", letter="M"),
    _pain("low_back", "Low back", letter="B", followed=True),
    *both_sides(_pain("buttock", "Buttock"), "EI"),
    *both_sides(_pain("hip", "Hip"), "WO"),
    _pain("chest_wall", "Chest wall", letter="C"),
    *both_sides(_pain("shoulder", "Shoulder"), "QP"),
    *both_sides(_pain("knee", "Knee"), "RU"),
    _pain("other_site", "Another place", letter="X"),
)

_DAY = (
    _scale("fatigue", "Fatigue", "0 none, 10 very severe", followed=True),
    _scale("disease_felt", "How active the disease felt", "0 not, 10 very", followed=True),
    _scale("stress", "Stress", "0 none, 10 very high"),
    *both_sides(_sign("swelling", "Heel swelling")),
    *both_sides(_sign("warmth", "Heel warmth")),
    Factor(
        key="flare_today",
        name="Was today a flare for you?",
        group=Group.DAY,
        kind=Kind.CHOICE,
        maximum=2,
        choices=(
            Choice(word="no", name="no"),
            Choice(word="few_areas", name="a few areas"),
            Choice(word="all_over", name="all over"),
        ),
        followed=True,
    ),
)

_MOVEMENT = (
    _activity("low_impact_minutes", "Low-impact activity", "Swimming, cycling, walking, yoga"),
    _activity(
        "high_impact_minutes", "High-impact activity", "Running, jumping, hills, court sports"
    ),
)

_FOOD = (
    _food("oily_fish", "Oily fish", "Salmon, sardines, mackerel"),
    _food("nuts_and_seeds", "Nuts and seeds", "Walnuts, flax, chia"),
    _food("berries", "Berries", ""),
    _food("leafy_greens", "Leafy greens", "Spinach, kale"),
    _food("whole_grains", "Whole grains", "Oats, brown rice, quinoa"),
    _food("sugar_and_sweets", "Sugar and sweets", ""),
    _food("processed_meat", "Processed meat", "Bacon, sausage"),
    _food("fried_food", "Fried food", ""),
    _food("refined_grains", "Refined grains", "White bread, white rice"),
    _food("alcohol_units", "Alcohol", "", unit="units", step=0.5),
)

_BODY = (
    Factor(
        key="weight",
        name="Weight",
        group=Group.BODY,
        kind=Kind.NUMBER,
        unit="kg",
        minimum=20,
        maximum=400,
        step=0.1,
        direction=Direction.NEUTRAL,
        loinc="29463-7",
        followed=True,
    ),
)

_FIRST = (*_MORNING, *_SITES, *_DAY, *_MOVEMENT, *_FOOD, *_BODY)
"""The measures of the first version, in the order of Today."""

CATALOGUE = MappingProxyType({factor.key: factor for factor in (*_FIRST, *CARE, *LOAD, *SYMPTOMS)})
"""Every factor that ships, by key. What comes later is put last: a place that an owner chose for a
row counts from the first one."""

HEEL_SITES = ("achilles_insertion", "achilles_mid", "under_heel")
"""The sites of one heel, without the side."""

BACK_SITES = ("neck", "mid_back", "low_back", "buttock_left", "buttock_right")

FOODS_TO_INCLUDE = ("oily_fish", "nuts_and_seeds", "berries", "leafy_greens", "whole_grains")
FOODS_TO_LIMIT = (
    "sugar_and_sweets",
    "processed_meat",
    "fried_food",
    "refined_grains",
    "alcohol_units",
)


class Factors:
    """The factors of one diary: the catalogue and the owner's own, in the owner's order."""

    def __init__(self, own: Iterable[OwnFactor] = (), choices: Iterable[RowChoice] = ()) -> None:
        # a row that every diary has is what it is, whatever a file once called so
        own = tuple(factor for factor in own if factor.key not in CATALOGUE)
        self._by_key = {**CATALOGUE, **{factor.key: factor.as_factor() for factor in own}}
        self._retired = {factor.key for factor in own if factor.retired}
        self._choices = {choice.factor: choice for choice in choices}

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Factor:
        """The factor with this key, or a refusal."""
        try:
            return self._by_key[key]
        except KeyError:
            raise Refused(f"There is no row called “{key}” in this diary.") from None

    def get(self, key: str) -> Factor | None:
        return self._by_key.get(key)

    def all(self) -> Sequence[Factor]:
        """Every factor in the owner's order; rows never moved keep the catalogue's order."""
        places = {key: place for place, key in enumerate(self._by_key)}
        return sorted(self._by_key.values(), key=lambda factor: self._place(factor, places))

    def shown(self) -> Sequence[Factor]:
        """The rows that the owner follows on Today; a retired one is not among them."""
        return [factor for factor in self.all() if self.is_shown(factor)]

    def is_shown(self, factor: Factor) -> bool:
        if factor.key in self._retired:
            return False
        choice = self._choices.get(factor.key)
        return choice.shown if choice else factor.followed

    def is_retired(self, factor: Factor) -> bool:
        """Whether it is a row of the owner's own that is no longer in use."""
        return factor.key in self._retired

    def pains(self) -> Sequence[Factor]:
        return [factor for factor in self.all() if factor.pain]

    def _place(self, factor: Factor, places: dict[str, int]) -> tuple[int, int]:
        choice = self._choices.get(factor.key)
        return (choice.position if choice else places[factor.key], places[factor.key])
