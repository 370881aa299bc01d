"""A chart in one sentence, for those who do not see it."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from heeldiary.analysis.circumstances import (
    NOTHING_AROUND,
    Circumstances,
    MarkKind,
    MedicineStrip,
)
from heeldiary.analysis.trend_panels import Line, Panel, Style
from heeldiary.domain.days import Span
from heeldiary.ui.wording import figure


def means_in_words(weeks: int) -> str:
    """What a point of a line is; said wherever lines are drawn."""
    if weeks == 1:
        return QCoreApplication.translate(
            "TrendChart", "Lines: weekly means, where 4 of 7 days were answered"
        )
    pattern = QCoreApplication.translate("TrendChart", "Lines: middle of {0} weekly means each")
    return pattern.format(weeks)


def in_words(panels: Sequence[Panel], span: Span, around: Circumstances = NOTHING_AROUND) -> str:
    """``Pain, 90 days: low back median 4, answered 61 of 90 days. The same data are in ...``"""
    parts = [_panel_in_words(panel, span) for panel in panels]
    table = QCoreApplication.translate("TrendChart", "The same data are in the table.")
    return " ".join([*parts, *_around_in_words(around.within(span)), table])


def _around_in_words(around: Circumstances) -> Iterator[str]:
    """``Medicines: Naproxen (500 mg, twice a day). Flares: 2. Days marked: visit 1, lab 3.``"""
    if around.medicines:
        pattern = QCoreApplication.translate("TrendChart", "Medicines: {0}.")
        yield pattern.format("; ".join(strip_in_words(strip) for strip in around.medicines))
    if around.flares:
        pattern = QCoreApplication.translate("TrendChart", "Stretches of flare: {0}.")
        yield pattern.format(len(around.flares))
    kinds = Counter(mark.kind for mark in around.marks)
    if kinds:
        pattern = QCoreApplication.translate("TrendChart", "Days marked: {0}.")
        yield pattern.format(", ".join(f"{name_of_mark(kind)} {kinds[kind]}" for kind in kinds))


def strip_in_words(strip: MedicineStrip) -> str:
    """``Naproxen (250 mg, daily, then 500 mg, daily)``."""
    then = QCoreApplication.translate("TrendChart", ", then ")
    return f"{strip.name} ({then.join(each.label for each in strip.periods)})"


def name_of_mark(kind: MarkKind) -> str:
    """What a day is marked for, in a sentence."""
    return {
        MarkKind.VISIT: QCoreApplication.translate("TrendChart", "visit"),
        MarkKind.LAB: QCoreApplication.translate("TrendChart", "laboratory value"),
        MarkKind.PROCEDURE: QCoreApplication.translate("TrendChart", "procedure"),
        MarkKind.NOTE: QCoreApplication.translate("TrendChart", "note"),
    }[kind]


def value_in_words(line: Line, value: float, day: int) -> str:
    """A value of a line that no row answers: to its digits, and "below" where it is a limit."""
    said = figure(value if line.digits is None else round(value, line.digits))
    return f"< {said}" if day in line.limits else said


def _panel_in_words(panel: Panel, span: Span) -> str:
    pattern = QCoreApplication.translate("TrendChart", "{title}, {days} days: {lines}.")
    said = [_line_in_words(line, panel, span) for line in panel.lines]
    lines = "; ".join([*said, *(f"{level.name} {figure(level.value)}" for level in panel.levels)])
    return pattern.format(title=panel.heading, days=len(span), lines=lines)


def _line_in_words(line: Line, panel: Panel, span: Span) -> str:
    series = line.series.within(span)
    if not series.answered:
        pattern = QCoreApplication.translate("TrendChart", "{name} not recorded")
        return pattern.format(name=line.name)
    if panel.style is Style.POINTS:
        return _points_in_words(line, span)
    pattern = QCoreApplication.translate(
        "TrendChart", "{name} median {median}, answered {answered} of {days} days"
    )
    median = float(np.nanmedian(series.values))
    return pattern.format(
        name=line.name,
        median=QLocale().toString(median, "f", 0 if median.is_integer() else 1),
        answered=series.answered,
        days=len(span),
    )


def last_point(line: Line, span: Span) -> tuple[int, float] | None:
    """The day number and the value of the last point in the span; None when there is none."""
    series = line.series.within(span)
    known = np.flatnonzero(~np.isnan(series.values))
    if not len(known):
        return None
    return int(series.days[known[-1]]), float(series.values[known[-1]])


def _points_in_words(line: Line, span: Span) -> str:
    last = last_point(line, span)
    assert last is not None
    pattern = QCoreApplication.translate("TrendChart", "{name} {count} values, the last {value}")
    value = value_in_words(line, last[1], last[0])
    return pattern.format(name=line.name, count=line.series.within(span).answered, value=value)
