"""All that a made-up person writes down beside the answers of Today and the note."""

from collections.abc import Iterator, Sequence
from datetime import date

from heeldiary.domain.medicines import Dose
from heeldiary.domain.movement import Session
from heeldiary.domain.records import Record
from heeldiary.domain.sessions import MINUTES_ROWS
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import Agenda, Evening
from heeldiary.exchange.sample.flares import Flares
from heeldiary.exchange.sample.life import Person
from heeldiary.exchange.sample.meals import Meals
from heeldiary.exchange.sample.medicines import Medicines
from heeldiary.exchange.sample.milestones import Milestones
from heeldiary.exchange.sample.movement import Movement
from heeldiary.exchange.sample.procedures import procedures
from heeldiary.exchange.sample.results import Results, WeeklyChecks
from heeldiary.exchange.sample.turning import Turning
from heeldiary.exchange.sample.visits import Visits, visit_days


class Others:
    """The other records of each evening, topic by topic."""

    def __init__(self, chance: Chance, person: Person, turning: Turning) -> None:
        plans = chance.branch()
        days = visit_days(plans, turning)
        self._movement = Movement(chance, person, turning)
        self._plans = Agenda(
            [
                *((shoe.since or turning.span.first, shoe) for shoe in self._movement.shoes.pairs),
                *procedures(plans, turning, person.worse),
            ]
        )
        self._topics = (
            self._plans,
            self._movement,
            Medicines(chance, turning),
            Milestones(chance, person, turning),
            Meals(chance),
            Flares(chance, turning),
            WeeklyChecks(chance),
            Results(chance, person, turning, days),
            Visits(chance, turning, days),
        )
        self._written: Sequence[Record] = ()

    def at_first(self) -> Iterator[Record]:
        """What stands in the diary before its first day: an activity of the owner's own."""
        yield self._movement.own

    def on(self, evening: Evening) -> Sequence[Record]:
        """The records of the evening, what is named before what names it."""
        self._written = [record for topic in self._topics for record in topic.on(evening)]
        return self._written

    @property
    def minutes_told(self) -> frozenset[str]:
        """The rows of Today that the sessions of the evening answer already."""
        sessions = [record for record in self._written if isinstance(record, Session)]
        return frozenset(MINUTES_ROWS[session.impact] for session in sessions)

    def injection(self, day: date) -> Dose | None:
        """The injection that was given on that very day, of those written on its evening."""
        given = (r for r in self._written if isinstance(r, Dose) and r.site and r.day == day)
        return next(given, None)
