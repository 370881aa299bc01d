"""The injections of a made-up person: where, on which side, and some of them days late."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, DoseState, Regimen, Schedule
from heeldiary.domain.regimens import DueDose, dose_id, due_on
from heeldiary.exchange.sample.chance import Chance
from heeldiary.exchange.sample.evenings import UNWRITTEN, Evening, written

_PLACES = (
    ("thigh", Side.LEFT),
    ("thigh", Side.RIGHT),
    ("belly", Side.LEFT),
    ("belly", Side.RIGHT),
)
_WHY_LATE = ("Had a cold, waited", "The pen was not there yet", "On the road", "")


class _Plan(NamedTuple):
    """A planned injection, and the day on which it is given or left out."""

    day: date
    due: DueDose
    state: DoseState
    reason: str


class Injections:
    """Given on the planned day mostly, now and then up to three days late, seldom left out."""

    def __init__(self, chance: Chance, regimens: Iterable[Regimen]) -> None:
        self._luck = chance.branch()
        self._regimens = [r for r in regimens if r.schedule is Schedule.EVERY_N_DAYS]
        self._seen: date | None = None
        self._waiting: list[_Plan] = []
        self._given = 0

    def on(self, evening: Evening) -> Iterator[Dose]:
        """What was given since the last evening, in order of the planned days."""
        self._look_ahead(evening.day)
        for plan in [plan for plan in self._waiting if plan.day <= evening.day]:
            self._waiting.remove(plan)
            yield written(self._dose(plan), evening)

    def _look_ahead(self, day: date) -> None:
        """Plan what fell due since the last evening; a few are never written down."""
        next_day = self._seen + timedelta(days=1) if self._seen else day
        while next_day <= day:
            for due in due_on(self._regimens, next_day):
                is_first = due.due_day == due.regimen.first_day
                if is_first or self._luck.happens(0.96):
                    self._waiting.append(self._plan(due, on_time=is_first))
            next_day += timedelta(days=1)
        self._seen = day

    def _plan(self, due: DueDose, *, on_time: bool) -> _Plan:
        if not on_time and self._luck.happens(0.2):
            late = self._luck.randint(1, 3)
            reason = self._luck.choice(_WHY_LATE)
            return _Plan(due.due_day + timedelta(days=late), due, DoseState.TAKEN, reason)
        if not on_time and self._luck.happens(0.03):
            return _Plan(due.due_day, due, DoseState.SKIPPED, "Fever, asked the clinic")
        return _Plan(due.due_day, due, DoseState.TAKEN, "")

    def _dose(self, plan: _Plan) -> Dose:
        due, taken = plan.due, plan.state is DoseState.TAKEN
        site, side = _PLACES[self._given % len(_PLACES)]
        self._given += taken
        return Dose(
            id=dose_id(due),
            medicine=due.medicine_id,
            day=plan.day,
            due_day=due.due_day,
            due_time=due.due_time,
            state=plan.state,
            amount=due.amount if taken else None,
            unit=due.unit,
            time=self._luck.time_of_day(16 * 60, 17 * 60 + 55) if taken else "",
            site=site if taken else "",
            side=side if taken else None,
            reason=plan.reason,
            **UNWRITTEN,
        )
