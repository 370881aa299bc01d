"""How much of a series is drawn: everything near by, the peaks from far away."""

from math import ceil

import numpy as np
import numpy.typing as npt

from heeldiary.analysis.series import Numbers

Points = tuple[Numbers, Numbers]
ROOM_FOR_DOTS = 3.5
"""A day gets its own dot when it has at least this many pixels."""
ROOM_FOR_A_WEEK = 3.5
"""A week gets its own point of the line when it has at least this many pixels."""
_ROOM_FOR_A_RUN = 9.0


def weeks_a_point(per_day: float) -> int:
    """How many weeks share a point of a line at so many pixels a day; 1 while there is room."""
    week = 7 * per_day
    return 1 if week >= ROOM_FOR_A_WEEK else ceil(_ROOM_FOR_A_RUN / max(week, 1e-6))


def visible(days: npt.NDArray[np.int64], values: Numbers, low: float, high: float) -> Points:
    """The part between low and high, and one neighbour on each side so that lines run out."""
    start = max(int(np.searchsorted(days, low)) - 1, 0)
    end = int(np.searchsorted(days, high, side="right")) + 1
    return days[start:end].astype(np.float64), values[start:end]


def peaks(points: Points, per_column: int) -> Points:
    """Lowest and highest of each run of ``per_column`` points; nan only where a run is empty."""
    x, y = points
    if per_column < 2 or len(x) < 2:
        return points
    columns, middles = _columns(x, y, per_column)
    lows, highs = np.fmin.reduce(columns, axis=1), np.fmax.reduce(columns, axis=1)
    return np.repeat(middles, 2), np.column_stack((lows, highs)).ravel()


def tallest(points: Points, per_column: int) -> Points:
    """The highest of each run of ``per_column`` points, for bars."""
    x, y = points
    if per_column < 2 or len(x) < 2:
        return points
    columns, middles = _columns(x, y, per_column)
    return middles, np.fmax.reduce(columns, axis=1)


def middles(points: Points, per_column: int) -> Points:
    """The median of each run of weekly means; nan unless half of the run is known."""
    x, y = points
    if per_column < 2 or len(x) < 2:
        return points
    columns, places = _columns(x, y, per_column)
    enough = 2 * np.count_nonzero(~np.isnan(columns), axis=1) >= per_column
    medians = np.full(len(columns), np.nan)
    if enough.any():
        medians[enough] = np.nanmedian(columns[enough], axis=1)
    return places, medians


def _columns(x: Numbers, y: Numbers, per_column: int) -> Points:
    """Runs that begin at the same days wherever the view stands, so that nothing flickers."""
    step = x[1] - x[0]
    before = int(x[0] // step) % per_column
    after = -(before + len(x)) % per_column
    columns = np.pad(y, (before, after), constant_values=np.nan).reshape(-1, per_column)
    starts = x[0] - before * step + np.arange(len(columns)) * per_column * step
    return columns, starts + (per_column - 1) * step / 2
