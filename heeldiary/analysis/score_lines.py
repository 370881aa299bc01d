"""Scores, laboratory values and measured thickness as lines: each origin one of its own.

They are few, so all of the diary's are read at once; a chart draws them as points.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType

from heeldiary.analysis.line_source import LineSource
from heeldiary.analysis.score_series import ScoreOrigin, ScoreSeries, score_series
from heeldiary.analysis.series import Series, daily
from heeldiary.analysis.trend_panels import Frame, Style
from heeldiary.domain.days import Span, number_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck

SCORE_MARK = "score:"
_ROOM = 4
_OF_TEN = Frame("Scores", "0–10", 0, 10, Style.POINTS, _ROOM)
_ASDAS = Frame("ASDAS", "", 0, None, Style.POINTS, _ROOM)
_FASCIA = Frame("Plantar fascia thickness", "mm", 0, None, Style.POINTS, _ROOM)
_FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "basdai_app": _OF_TEN,
        "basdai_clinic": _OF_TEN,
        "basfi": _OF_TEN,
        "basg_week": _OF_TEN,
        "basg_six_months": _OF_TEN,
        "asdas_crp": _ASDAS,
        "asdas_esr": _ASDAS,
        "asdas_crp_clinic": _ASDAS,
        "asdas_esr_clinic": _ASDAS,
        "asas_hi": Frame("ASAS Health Index", "0–17", 0, 17, Style.POINTS),
        "ffi": Frame("Foot Function Index", "0–100", 0, 100, Style.POINTS),
        "crp": Frame("CRP", "mg/L", 0, None, Style.POINTS),
        "esr": Frame("ESR", "mm/h", 0, None, Style.POINTS),
        "fascia_left": _FASCIA,
        "fascia_right": _FASCIA,
        "fascia_no_side": _FASCIA,
    }
)
FASCIA_LINES = frozenset(f"{SCORE_MARK}fascia_{side}" for side in ("left", "right", "no_side"))
SCORE_KINDS = frozenset(kind.kind for kind in (WeeklyCheck, ClinicScore, LabResult, Finding))
_DIGITS = 2


class ScoreLines:
    """The lines of scores that a diary has; read when one is asked for."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def find(self, key: str) -> LineSource | None:
        """The line with this key; None when the diary has no value of it."""
        found = self._by_key.get(key.removeprefix(SCORE_MARK))
        return None if found is None else _source(found)

    def offered(self) -> Iterator[LineSource]:
        return (_source(series) for series in self._by_key.values())

    @cached_property
    def _by_key(self) -> Mapping[str, ScoreSeries]:
        made = score_series(
            self._diary.records(WeeklyCheck),
            self._diary.records(ClinicScore),
            self._diary.records(LabResult),
            self._diary.records(Finding),
        )
        return {series.key: series for series in made}


def _source(found: ScoreSeries) -> LineSource:
    like = _FRAMES.get(found.key)
    is_exact = found.origin in (ScoreOrigin.LABORATORY, ScoreOrigin.IMAGING)
    return LineSource(
        key=SCORE_MARK + found.key,
        name=found.label,
        frame=like or Frame(found.label, found.unit, None, None, Style.POINTS),
        read=partial(_values, found),
        kinds=SCORE_KINDS,
        digits=None if is_exact else _DIGITS,
        limits=frozenset(number_of(p.day) for p in found.points if p.is_below_limit),
    )


def _values(found: ScoreSeries, span: Span) -> Series:
    return daily([(number_of(point.day), point.value) for point in found.points], span)
