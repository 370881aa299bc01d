"""Every line that a diary can lay on the axis of days: where its values come from, how it looks.

Lines are named by a key: a factor's own, a made one's (``food_score``), a score's
(``score:basdai_app``) or a medicine's (``doses:`` and its id).
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from heeldiary.analysis.food import food_scores, food_signs
from heeldiary.analysis.line_source import LineSource
from heeldiary.analysis.medicine_lines import DOSES_MARK, NSAID_INDEX, MedicineLines
from heeldiary.analysis.score_lines import SCORE_MARK, ScoreLines
from heeldiary.analysis.series import Series, daily, total, worst
from heeldiary.analysis.trend_panels import Frame, Style
from heeldiary.analysis.weight_levels import WEIGHT
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factor import ALL_DAY, Factor, Kind
from heeldiary.domain.factors import (
    CATALOGUE,
    FOODS_TO_INCLUDE,
    FOODS_TO_LIMIT,
    HEEL_SITES,
    Factors,
)
from heeldiary.domain.movement import Milestone, Session
from heeldiary.domain.refusal import Refused
from heeldiary.domain.sessions import MINUTES_ROWS, minutes_numbered

LINES_IN_A_PANEL = 4
STIFFNESS_DRAWN = 120.0
"""Minutes at which the stiffness axis ends; longer ones get a mark (ASDAS question 6 ends there)"""
FOOD_SCORE = "food_score"

_SCORE_OF_FOOD = Frame("Food score", "servings to include minus to limit", None, None, Style.LINE)
_IMPACTS = {row: impact for impact, row in MINUTES_ROWS.items()}
_KINDS = {row: frozenset((Session.kind,)) for row in _IMPACTS} | {
    WEIGHT: frozenset((Milestone.kind,))
}
_SESSIONS_LOOKED_AT = 200
_HEELS = {
    f"worst_heel_{side}": (
        f"Worst heel pain, {side}",
        tuple(f"{site}_{side}" for site in HEEL_SITES),
    )
    for side in ("left", "right")
}
_FOODS = {
    "foods_to_include": ("Foods to include", FOODS_TO_INCLUDE),
    "foods_to_limit": ("Foods to limit", FOODS_TO_LIMIT),
}


class Lines:
    """The lines of one diary; nothing is read before a line of it is asked for."""

    def __init__(self, diary: Diary, factors: Factors) -> None:
        self._diary = diary
        self._factors = factors
        self._scores = ScoreLines(diary)
        self._medicines = MedicineLines(diary)

    def __getitem__(self, key: str) -> LineSource:
        """The line with this key, or a refusal."""
        found = self.get(key)
        if found is None:
            raise Refused(f"There is no row called “{key}” in this diary.")
        return found

    def get(self, key: str) -> LineSource | None:
        """The line with this key; None when this diary has none."""
        if key.startswith(SCORE_MARK):
            return self._scores.find(key)
        if key == NSAID_INDEX or key.startswith(DOSES_MARK):
            return self._medicines.find(key)
        if key == FOOD_SCORE:
            return self._food_score()
        factor = self._factors.get(key)
        return self._made(key) if factor is None else self._of_factor(factor)

    def offered(self, until: date) -> Iterator[LineSource]:
        """Every line that has a value on some day before that one, the made ones first."""
        factors = [factor.key for factor in self._factors.all()]
        recorded = set(self._diary.previous_answers(until, factors))
        newest = self._diary.newest(Session, _SESSIONS_LOOKED_AT, until)
        recorded |= {MINUTES_ROWS[each.impact] for each in newest}
        for key in (*_HEELS, FOOD_SCORE, *_FOODS, *factors):
            source = self[key]
            if recorded.intersection(source.parts):
                yield source
        yield from self._scores.offered()
        yield from self._medicines.offered()

    def _of_factor(self, factor: Factor) -> LineSource:
        impact = _IMPACTS.get(factor.key)
        read = self._answers if impact is None else self._minutes
        return LineSource(
            key=factor.key,
            name=factor.name,
            frame=frame_of(factor),
            read=partial(read, factor.key),
            parts=(factor.key,),
            kinds=_KINDS.get(factor.key, frozenset()),
        )

    def _made(self, key: str) -> LineSource | None:
        if key in _HEELS:
            return self._made_of(key, *_HEELS[key], worst)
        if key in _FOODS:
            return self._made_of(key, *_FOODS[key], total)
        return None

    def _made_of(
        self, key: str, name: str, parts: tuple[str, ...], made_by: Callable[..., Series]
    ) -> LineSource:
        """A line made of several factors, drawn like the first of them."""
        return LineSource(
            key=key,
            name=name,
            frame=frame_of(CATALOGUE[parts[0]], name),
            read=partial(self._put_together, parts, made_by),
            parts=parts,
        )

    def _food_score(self) -> LineSource:
        return LineSource(
            key=FOOD_SCORE,
            name=_SCORE_OF_FOOD.title,
            frame=_SCORE_OF_FOOD,
            read=self._scores_of_food,
            parts=tuple(food_signs(self._factors)),
        )

    def _answers(self, key: str, span: Span) -> Series:
        return daily(self._diary.answers(key, span), span)

    def _minutes(self, key: str, span: Span) -> Series:
        return daily(minutes_numbered(self._diary, span, _IMPACTS[key]), span)

    def _put_together(
        self, parts: tuple[str, ...], made_by: Callable[..., Series], span: Span
    ) -> Series:
        return made_by(*(self._answers(part, span) for part in parts))

    def _scores_of_food(self, span: Span) -> Series:
        return daily(food_scores(self._diary, self._factors, span), span)


def frame_of(factor: Factor, name: str = "") -> Frame:
    """The panel that the answers of a factor belong into."""
    name = name or factor.name
    match factor.kind:
        case Kind.SCALE:
            title = "Pain" if factor.pain else "Ratings"
            low, high = factor.minimum, factor.maximum
            return Frame(title, f"{low:g}–{high:g}", low, high, Style.LINE, LINES_IN_A_PANEL)
        case Kind.MINUTES if factor.maximum == ALL_DAY:
            return Frame(name, factor.unit, 0, STIFFNESS_DRAWN, Style.LINE)
        case Kind.NUMBER:
            return Frame(name, factor.unit, None, None, Style.LINE)
        case Kind.YES_NO | Kind.CHOICE:
            return Frame(name, _meaning(factor), 0, factor.maximum, Style.BARS)
        case _:
            return Frame(name, factor.unit, 0, None, Style.BARS)


def _meaning(factor: Factor) -> str:
    """What the heights of a bar stand for: ``0 no, 1 yes``."""
    names = [factor.say(value) for value in range(int(factor.maximum) + 1)]
    return ", ".join(f"{value} {name}" for value, name in enumerate(names))
