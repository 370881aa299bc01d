"""The days from which a made-up person counts: a weight, a cadence, a load that was reduced."""

from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.movement import Milestone, MilestoneKind
from heeldiary.domain.records import Record
from heeldiary.exchange.sample.almanac import heel
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Agenda, Evening, Planned
from heeldiary.exchange.sample.life import Person
from heeldiary.exchange.sample.turning import Turning

_BETWEEN = timedelta(days=240)
"""At least so long from one reduced load to the next."""


class Milestones:
    """Two that are planned, one of the owner's own, and one in each bad spell of the heel."""

    def __init__(self, chance: Chance, person: Person, turning: Turning) -> None:
        self._luck = chance.branch()
        self._heel = heel(person.worse)
        self._last = turning.span.last
        self._weigh_from: date | None = turning.part(0.08)
        self._again_from = turning.part(0.15)
        self._agenda = Agenda(_planned(self._luck, turning))

    def on(self, evening: Evening) -> Iterator[Record]:
        yield from self._agenda.on(evening)
        weight = evening.number("weight")
        if self._weigh_from and evening.day >= self._weigh_from and weight is not None:
            self._weigh_from = None
            yield self._begun(evening, MilestoneKind.WEIGHT_START, weight)
        if self._is_bad(evening):
            self._again_from = evening.day + _BETWEEN
            yield from self._reduced(evening)

    def _is_bad(self, evening: Evening) -> bool:
        """The third day or later of a flare in the worse heel."""
        flare, day = evening.life.flare, evening.day
        if flare is None or day < self._again_from or (day - flare.first).days < 2:
            return False
        return self._heel[0] in flare.sites

    def _begun(self, evening: Evening, what: MilestoneKind, value: float) -> Milestone:
        identity = self._luck.an_id()
        return Milestone(id=identity, day=evening.day, what=what, value=value, **evening.stamp())

    def _reduced(self, evening: Evening) -> Iterator[Milestone]:
        """The load was reduced for some weeks, in an episode that had begun with the flare."""
        flare = evening.life.flare
        assert flare is not None
        ended = evening.day + timedelta(days=self._luck.randint(16, 34))
        ended_on = ended if ended <= self._last else None
        yield Milestone(
            id=self._luck.an_id(),
            day=flare.first,
            what=MilestoneKind.EPISODE_BEGAN,
            ended_on=ended_on,
            **evening.stamp(flare.first),
        )
        yield Milestone(
            id=self._luck.an_id(),
            day=evening.day,
            what=MilestoneKind.LOAD_REDUCED,
            ended_on=ended_on,
            note="No running, the bicycle instead.",
            **evening.stamp(),
        )


def _planned(luck: Chance, turning: Turning) -> Iterator[Planned]:
    cadence, mattress = turning.part(0.3), turning.part(0.55)
    yield (
        cadence,
        Milestone(
            id=luck.an_id(),
            day=cadence,
            what=MilestoneKind.CADENCE_START,
            value=161.0,
            note="Counted on the canal path.",
            **UNWRITTEN,
        ),
    )
    yield (
        mattress,
        Milestone(
            id=luck.an_id(),
            day=mattress,
            what=MilestoneKind.OWN,
            note="New mattress",
            **UNWRITTEN,
        ),
    )
