"""A chart in one sentence, for those who do not see it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from heeldiary.analysis.trend_panels import Line, Panel
from heeldiary.domain.days import Span


def means_in_words(weeks: int) -> str:
    """What a point of a line is; said wherever lines are drawn."""
    if weeks == 1:
        return QCoreApplication.translate(
            "TrendChart", "Lines: weekly means, where 4 of 7 days were answered"
        )
    pattern = QCoreApplication.translate("TrendChart", "Lines: middle of {0} weekly means each")
    return pattern.format(weeks)


def in_words(panels: Sequence[Panel], span: Span) -> str:
    """``Pain, 90 days: low back median 4, answered 61 of 90 days. The same data are in ...``"""
    parts = [_panel_in_words(panel, span) for panel in panels]
    table = QCoreApplication.translate("TrendChart", "The same data are in the table.")
    return " ".join([*parts, table])


def _panel_in_words(panel: Panel, span: Span) -> str:
    pattern = QCoreApplication.translate("TrendChart", "{title}, {days} days: {lines}.")
    lines = "; ".join(_line_in_words(line, span) for line in panel.lines)
    return pattern.format(title=panel.heading, days=len(span), lines=lines)


def _line_in_words(line: Line, span: Span) -> str:
    series = line.series.within(span)
    if not series.answered:
        pattern = QCoreApplication.translate("TrendChart", "{name} not recorded")
        return pattern.format(name=line.name)
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
