"""The day's food in one number: what the owner wants to include, less what to limit.

It is the plain sum of what was recorded, not a measure of health; evidence for diet in axial
spondyloarthritis is inconclusive.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import Direction, Factor, Group, Kind
from heeldiary.domain.factors import FOODS_TO_INCLUDE, FOODS_TO_LIMIT, Factors
from heeldiary.domain.records import Answer, Skipped

_COUNTED = (Kind.COUNT, Kind.NUMBER, Kind.YES_NO)
_SIGNS = {Direction.BETTER: 1, Direction.WORSE: -1}


def food_signs(factors: Factors) -> Mapping[str, int]:
    """1 for each food to include and -1 for each to limit, by key; others are not in it.

    A food of the owner's own counts by its direction, also when it is retired: its past days stay.
    """
    own = {factor.key: _sign(factor) for factor in factors.all()}
    shipped = dict.fromkeys(FOODS_TO_INCLUDE, 1) | dict.fromkeys(FOODS_TO_LIMIT, -1)
    return {key: sign for key, sign in (own | shipped).items() if sign}


def food_score(answers: Mapping[str, Answer], factors: Factors) -> float | None:
    """Servings to include minus servings to limit, of what was recorded on one day.

    A yes counts as one serving. None when no such food was recorded: that is no score of 0.
    """
    signs = food_signs(factors)
    recorded = [
        signs[key] * value
        for key, value in answers.items()
        if key in signs and not isinstance(value, Skipped)
    ]
    return sum(recorded) if recorded else None


def food_scores(diary: Diary, factors: Factors, span: Span) -> Sequence[tuple[int, float]]:
    """The score of each day on which a food was recorded, as (day number, value) in order of day.

    Like :meth:`Diary.answers`, so that a series can be made of it.
    """
    scores: dict[int, float] = defaultdict(float)
    for key, sign in food_signs(factors).items():
        for day, value in diary.answers(key, span):
            scores[day] += sign * value
    return sorted(scores.items())


def _sign(factor: Factor) -> int:
    is_counted = factor.group is Group.FOOD and factor.kind in _COUNTED
    return _SIGNS.get(factor.direction, 0) if is_counted else 0
