"""The page for a visit as one value: its words and what its chart draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from heeldiary import __version__
from heeldiary.analysis.circumstances import (
    NOTHING_AROUND,
    Circumstances,
    MarkKind,
    circumstances,
)
from heeldiary.analysis.series import daily, worst
from heeldiary.analysis.trend_panels import Line, Panel
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factors import BACK_SITES
from heeldiary.reports.sheet import Sheet, sheet_of
from heeldiary.reports.visit import visit_summary

_A_WEEK = 7
MOST_MEDICINES_DRAWN = 4
"""Those begun last; the list of medicines has the others."""
_HEELS_AND_STIFFNESS = ("worst_heel_left", "worst_heel_right", "stiffness_minutes")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """Everything that paper, HTML and text need; no diary is asked any more."""

    span: Span
    """The days of the chart: those of the period, and a week at least."""
    sheet: Sheet
    panels: tuple[Panel, ...]
    """What the chart draws; empty when there is nothing to draw."""
    around: Circumstances
    """Flares, medicines, visits, tests and procedures beside the panels; never notes."""


def report_of(
    diary: Diary, span: Span, *, today: date, decimal: str = ".", weight_unit: str = "kg"
) -> Report:
    """Read the period once and put it into words and panels; refuses a period of the future."""
    summary = visit_summary(diary, span, today=today, version=__version__)
    panels = _panels(diary, span)
    return Report(
        span=span if len(span) >= _A_WEEK else Span.ending(span.last, _A_WEEK),
        sheet=sheet_of(summary, decimal, weight_unit),
        panels=panels,
        around=_around(diary, span) if panels else NOTHING_AROUND,
    )


def _around(diary: Diary, span: Span) -> Circumstances:
    """What a clinic may see, and no more medicines than a page has room for."""
    found = circumstances(diary, span)
    return replace(
        found,
        marks=tuple(mark for mark in found.marks if mark.kind is not MarkKind.NOTE),
        medicines=found.medicines[-MOST_MEDICINES_DRAWN:],
    )


def _panels(diary: Diary, span: Span) -> tuple[Panel, ...]:
    """Worst heels and worst back on one axis, stiffness below; only what was recorded."""
    pain, stiffness = build_panels(diary, factors_of(diary), _HEELS_AND_STIFFNESS, span)
    lines = _recorded((*pain.lines, _back(diary, span)))
    drawn = (replace(pain, lines=lines), replace(stiffness, lines=_recorded(stiffness.lines)))
    return tuple(panel for panel in drawn if panel.lines)


def _back(diary: Diary, span: Span) -> Line:
    sites = (daily(diary.answers(site, span), span) for site in BACK_SITES)
    return Line("worst_back", "Worst back pain", worst(*sites), BACK_SITES)


def _recorded(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.series.answered)
