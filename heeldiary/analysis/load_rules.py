"""The rules and time frames that articles on heel pain name, as arithmetic on plain numbers.

Each is a note with its source, never advice: what is said about it stands with the screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from heeldiary.analysis.ratings import rating, settled, whole, within
from heeldiary.analysis.weeks import DAYS_OF_WEEK
from heeldiary.domain.refusal import Refused

MORNING_NOTE = "Morning heel pain has been above 5 on every recorded day of the last 7."
MORNING_LEVEL = 5.0
MORNINGS_FOR_A_NOTE = 5
FIRST_NOTE_AFTER, SECOND_NOTE_AFTER = 14, 21
"""Days since the load was reduced: the first note from the 14th on, the second after the 21st."""
KM_OF_A_MILE = 1.609344
MILES_DUE, MILES_OVER = 300.0, 500.0

_MOST_DAYS = 50_000
_MOST_KM = 100_000.0
_MOST_STEPS = 400.0
_LIGHTEST, _HEAVIEST = 20.0, 400.0


class Persistence(StrEnum):
    """Which note there is on heel pain that goes on although the load was reduced."""

    NONE = "none"
    FIRST = "consider_review"
    SECOND = "seek_review"


class Spike(StrEnum):
    """How much longer a session was than the longest of the 30 days before (Frandsen 2025)."""

    NO_REFERENCE = "no_reference"
    REFERENCE = "reference"
    SMALL = "small"
    MODERATE = "moderate"
    LARGE = "large"


class ShoeStatus(StrEnum):
    """Where a pair stands to the 300-500 miles after which articles say to replace it."""

    OK = "ok"
    DUE = "due_window"
    OVER = "over"


class WeightStage(StrEnum):
    """Which of the two goals a loss of weight has reached."""

    BELOW_5 = "below5"
    FROM_5 = "ge5"
    FROM_10 = "ge10"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadChange:
    """This week against the week before."""

    percent: float
    over_10_percent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSpike:
    """One session against the longest of the 30 days before; no percent without such a one."""

    percent: float | None
    category: Spike


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoeMileage:
    """How far a pair has gone, in miles to 2 decimals, and where that stands."""

    miles: float
    status: ShoeStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceTargets:
    """Steps a minute, 5 and 10 percent above those of now; not rounded."""

    plus_5_percent: float
    plus_10_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightGoals:
    """How much of the first weight was lost (negative: gained) and where 5 and 10 percent lie.

    All to 2 decimals; the stage goes by the unrounded loss.
    """

    loss_percent: float
    goal_5_kg: float
    goal_10_kg: float
    stage: WeightStage


def morning_above_5(mornings: Sequence[float | None]) -> bool:
    """Whether `MORNING_NOTE` holds for first-step pains 0-10 of the last 7 calendar days.

    At least 5 of 7 recorded and every recorded one above 5; None or nan is a day not recorded.
    Raises Refused unless there are seven places, and for a pain outside 0-10.
    Source: "morning pain > 5/10 for a week" of an article on running and heel pain.
    """
    if len(mornings) != DAYS_OF_WEEK:
        raise Refused(f"The rule looks at {DAYS_OF_WEEK} mornings, not {len(mornings)}.")
    recorded = [
        rating(value, "First-step pain")
        for value in mornings
        if value is not None and not isnan(value)
    ]
    return len(recorded) >= MORNINGS_FOR_A_NOTE and min(recorded) > MORNING_LEVEL


def persistence(days: int) -> Persistence:
    """The note for heel pain still recorded so many days after the owner reduced the load.

    Below 14 none, 14-21 the first, above 21 the second. Raises Refused for a negative or broken
    number of days. Source: "beyond 2-3 weeks despite down-shifting", the same article.
    """
    days = whole(days, 0, _MOST_DAYS, "Days since the load was reduced")
    if days < FIRST_NOTE_AFTER:
        return Persistence.NONE
    return Persistence.FIRST if days <= SECOND_NOTE_AFTER else Persistence.SECOND


def episode_week(days: int) -> int:
    """Which week of an episode it is, so many days after its start: days 0-6 are week 1.

    For a label on a time line only. Raises Refused for a negative or broken number of days.
    Source: the ladder of 0-2, 2-6, 6-12 and more weeks, the same article.
    """
    return whole(days, 0, _MOST_DAYS, "Days since the start") // DAYS_OF_WEEK + 1


def weekly_load_change(previous: float, this: float) -> LoadChange | None:
    """By how many percent the load of an ISO week is above that of the week before.

    Both in one unit (km or minutes, 0-100000); None when the week before was 0. More than 10
    percent, compared to 1e-9, is over. Raises Refused outside the range.
    Source: the 10 percent rule of running articles; a weekly ratio showed no link with injuries.
    """
    percent = _percent_above(
        within(previous, 0, _MOST_KM, "Last week's load"),
        within(this, 0, _MOST_KM, "This week's load"),
    )
    return None if percent is None else LoadChange(percent=percent, over_10_percent=percent > 10)


def session_spike(longest_before: float, session: float) -> SessionSpike:
    """By how many percent a session is longer than the longest of the 30 days before it.

    Both in one unit (km, 0-100000). Up to 10 percent is the reference, up to 30 small, up to 100
    moderate, above large; without a session before there is no reference. Raises Refused outside
    the range. Source: Frandsen 2025, categories as reported at second hand.
    """
    percent = _percent_above(
        within(longest_before, 0, _MOST_KM, "Longest session"),
        within(session, 0, _MOST_KM, "Session"),
    )
    return SessionSpike(percent=percent, category=_spike(percent))


def shoe_mileage(km: float) -> ShoeMileage:
    """Where a pair of shoes stands after so many km (0-100000): due from 300 to 500 miles.

    The status goes by the unrounded miles. Raises Refused outside the range.
    Source: "replace every 300-500 miles", an article on running and heel pain.
    """
    miles = settled(within(km, 0, _MOST_KM, "Mileage", "km") / KM_OF_A_MILE)
    if miles < MILES_DUE:
        status = ShoeStatus.OK
    else:
        status = ShoeStatus.DUE if miles <= MILES_OVER else ShoeStatus.OVER
    return ShoeMileage(miles=round(miles, 2), status=status)


def cadence_targets(steps_a_minute: float) -> CadenceTargets:
    """The cadence (0-400 steps a minute) plus 5 and plus 10 percent, not rounded to whole steps.

    Raises Refused outside the range. Source: "5-10 % more", an article on running and heel pain.
    """
    now = within(steps_a_minute, 0, _MOST_STEPS, "Cadence", "steps a minute")
    return CadenceTargets(plus_5_percent=settled(now * 1.05), plus_10_percent=settled(now * 1.10))


def weight_goals(start_kg: float, current_kg: float) -> WeightGoals:
    """How much of the first weight was lost, and the weights at 5 and 10 percent less; 20-400 kg.

    Raises Refused for a weight outside the range.
    Source: "5-10 % of body weight", an article on ankylosing spondylitis and heel pain.
    """
    start = within(start_kg, _LIGHTEST, _HEAVIEST, "First weight", "kg")
    now = within(current_kg, _LIGHTEST, _HEAVIEST, "Weight", "kg")
    loss = settled((start - now) / start * 100)
    return WeightGoals(
        loss_percent=round(loss, 2),
        goal_5_kg=round(settled(start * 0.95), 2),
        goal_10_kg=round(settled(start * 0.90), 2),
        stage=_stage(loss),
    )


def _percent_above(before: float, now: float) -> float | None:
    return settled((now - before) / before * 100) if settled(before) else None


def _spike(percent: float | None) -> Spike:
    if percent is None:
        return Spike.NO_REFERENCE
    if percent <= 10:
        return Spike.REFERENCE
    if percent <= 30:
        return Spike.SMALL
    return Spike.MODERATE if percent <= 100 else Spike.LARGE


def _stage(loss: float) -> WeightStage:
    if loss < 5:
        return WeightStage.BELOW_5
    return WeightStage.FROM_5 if loss < 10 else WeightStage.FROM_10
