"""The shoes of a made-up person: bought, worn in turns, and worn out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from heeldiary.domain.movement import Insert, Shoe, ShoeKind
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.turning import Turning

_COLOURS = ("Blue", "Grey", "Red", "Green", "Black", "Yellow", "White", "Orange")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    """One place on the shoe rack: the pair that stands there is replaced when it is worn out."""

    kind: ShoeKind
    name: str
    lasts: tuple[int, int]
    """Days from one pair to the next, at least and at most."""
    begins: float
    """The share of the diary that is gone when the first one comes."""
    drop_mm: float
    stack_mm: float | None = None
    insert: Insert | None = None
    features: tuple[str, ...] = ()


_RACK = (
    _Model(
        kind=ShoeKind.RUNNING,
        name="runners",
        lasts=(420, 620),
        begins=0.0,
        drop_mm=10.0,
        stack_mm=34.0,
        features=("cushioned", "wide toe box"),
    ),
    _Model(
        kind=ShoeKind.TRAIL,
        name="trail shoes",
        lasts=(500, 800),
        begins=0.1,
        drop_mm=8.0,
        stack_mm=30.0,
        features=("soft heel counter",),
    ),
    _Model(
        kind=ShoeKind.WALKING,
        name="walking shoes",
        lasts=(450, 700),
        begins=0.0,
        drop_mm=9.0,
        insert=Insert.CUSTOM,
    ),
    _Model(
        kind=ShoeKind.WORK,
        name="office shoes",
        lasts=(600, 900),
        begins=0.0,
        drop_mm=12.0,
        insert=Insert.HEEL_CUP,
    ),
)


class Footwear:
    """Which pair stands on the rack on a day."""

    def __init__(self, luck: Chance, turning: Turning) -> None:
        self.pairs = [pair for model in _RACK for pair in _pairs(luck, turning, model)]

    def worn(self, day: date, kinds: Iterable[ShoeKind]) -> list[Shoe]:
        """The pairs of these kinds that are in use on a day."""
        return [pair for pair in self.pairs if pair.shoe_kind in kinds and _is_worn(pair, day)]


def _pairs(luck: Chance, turning: Turning, model: _Model) -> Iterator[Shoe]:
    """Each pair until the day on which the next one takes its place."""
    since, last = turning.part(model.begins), turning.span.last
    is_first = model.begins == 0
    while since <= last:
        until = since + timedelta(days=luck.randint(*model.lasts))
        yield Shoe(
            id=luck.an_id(),
            name=f"{luck.choice(_COLOURS)} {model.name}, {since.year}",
            shoe_kind=model.kind,
            drop_mm=model.drop_mm,
            stack_mm=model.stack_mm,
            insert=model.insert,
            heel_lift_mm=6.0 if model.insert is Insert.CUSTOM else None,
            features=model.features,
            since=since,
            km_before=float(luck.randint(9, 32) * 10) if is_first else 0.0,
            retired_on=until if until <= last else None,
            note=luck.choice(("", "", "Rubbed at first.", "Second pair of this kind.")),
        )
        since, is_first = until, False


def _is_worn(pair: Shoe, day: date) -> bool:
    assert pair.since is not None
    return pair.since <= day and (pair.retired_on is None or day < pair.retired_on)
