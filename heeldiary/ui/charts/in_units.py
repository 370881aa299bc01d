"""Panels in the units that the owner chose; what is kept and analysed stays metric."""

from collections.abc import Iterable
from dataclasses import replace

from heeldiary.analysis.score_lines import FASCIA_LINES
from heeldiary.analysis.series import Series
from heeldiary.analysis.trend_panels import Level, Line, Panel
from heeldiary.analysis.weight_levels import WEIGHT
from heeldiary.domain.units import METRIC_OF
from heeldiary.ui.units import SHOWN_DECIMALS, Units


def in_units(panels: Iterable[Panel], units: Units) -> tuple[Panel, ...]:
    """The same panels, weight and measured thickness in these units."""
    return tuple(_in_units(panel, units) for panel in panels)


def _in_units(panel: Panel, units: Units) -> Panel:
    keys = {line.key for line in panel.lines}
    if keys == {WEIGHT} and units.weight != "kg":
        return _converted(panel, units.weight)
    if keys <= FASCIA_LINES and units.length != "mm":
        return _converted(panel, units.length)
    return panel


def _converted(panel: Panel, unit: str) -> Panel:
    metric = METRIC_OF[unit]
    levels = (Level(level.value / metric, level.name) for level in panel.levels)
    lines = tuple(_line(line, metric, SHOWN_DECIMALS[unit]) for line in panel.lines)
    return replace(panel, unit=unit, lines=lines, levels=tuple(levels))


def _line(line: Line, metric: float, digits: int) -> Line:
    series = Series(line.series.first, line.series.values / metric)
    return replace(line, series=series, digits=digits)
