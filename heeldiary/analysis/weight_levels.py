"""The weight that the owner counts from, and the lines 5 and 10 % below it."""

from heeldiary.analysis.load_rules import weight_goals
from heeldiary.analysis.trend_panels import Level
from heeldiary.domain.diary import Diary
from heeldiary.domain.movement import Milestone, MilestoneKind
from heeldiary.domain.refusal import Refused

WEIGHT = "weight"


def weight_levels(diary: Diary) -> tuple[Level, ...]:
    """The newest start in kg and its two lines; empty while no start is set, or after its end."""
    starts = [
        each.value
        for each in diary.records(Milestone)
        if each.what is MilestoneKind.WEIGHT_START and each.ended_on is None
    ]
    start = starts[-1] if starts else None
    if start is None:
        return ()
    try:
        goals = weight_goals(start, start)
    except Refused:  # brought in by another program; no person weighs that
        return ()
    return (
        Level(start, "start"),
        Level(goals.goal_5_kg, "5 % less"),
        Level(goals.goal_10_kg, "10 % less"),
    )
