"""Above the panels: a tick for each visit, laboratory value and procedure, a dot for each note."""

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from heeldiary.analysis.circumstances import DayMark, MarkKind
from heeldiary.domain.days import number_of
from heeldiary.ui.charts.axes import AxisStrip

_ROOM_FOR_A_NOTE = 1.2
"""Notes have their dots from so many pixels a day on; from further away they are too many."""
_LABELS = {MarkKind.VISIT: "Visit", MarkKind.LAB: "Lab", MarkKind.PROCEDURE: "Procedure"}


def label_of(kind: MarkKind) -> str:
    """What a mark of this kind is called on the chart; a note is a dot without a word."""
    return QCoreApplication.translate("TrendChart", _LABELS.get(kind, ""))


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark with its place in pixels and as much of its name as there is room for."""

    x: float
    label: str


def placed_marks(
    marks: Iterable[DayMark],
    low: float,
    high: float,
    width: float,
    text_width: Callable[[str], float],
) -> list[PlacedMark]:
    """The marks between two day numbers: with a word, a letter, or nothing but a tick."""
    per_day = width / (high - low)
    by_day = groupby((m for m in marks if low < number_of(m.day) < high), key=_day)
    ticks = [((day - low) * per_day, sorted(m.kind for m in on)) for day, on in by_day]
    words = [" + ".join(label_of(kind) for kind in kinds) for _, kinds in ticks]
    places = [x for x, _ in ticks]
    if not all(labels := _with_room(places, words, range(len(ticks)), width, text_width)):
        letters = ["+".join(label_of(kind)[:1] for kind in kinds) for _, kinds in ticks]
        # visits are named first: where room is short they are what one looks for
        order = sorted(range(len(ticks)), key=lambda at: MarkKind.VISIT not in ticks[at][1])
        labels = _with_room(places, letters, order, width, text_width)
    return [PlacedMark(x, label) for x, label in zip(places, labels, strict=True)]


def _with_room(
    places: Sequence[float],
    labels: Sequence[str],
    order: Iterable[int],
    width: float,
    text_width: Callable[[str], float],
) -> list[str]:
    """The labels that leave those before them in the order alone; the others are empty."""
    found = [""] * len(labels)
    wide = {label: text_width(label) for label in set(labels)}
    gap = text_width("n")
    taken = [(-gap, -gap), (width + gap, width + gap)]
    for place in order:
        ends = left, right = _ends(places[place], wide[labels[place]], width)
        at = bisect(taken, ends)
        if taken[at - 1][1] + gap <= left and right + gap <= taken[at][0]:
            found[place] = labels[place]
            taken.insert(at, ends)
    return found


def _ends(x: float, wide: float, width: float) -> tuple[float, float]:
    """Where a word centred on x begins and ends, kept within the width."""
    left = min(max(x - wide / 2, 0.0), width - wide)
    return left, left + wide


class MarkRow(AxisStrip):
    """One row of marks; it takes no room while there are none."""

    def __init__(self, font: QFont, color: QColor) -> None:
        super().__init__(font, color)
        self._low, self._high = 0.0, 1.0
        self._ticks: Sequence[DayMark] = ()
        self._notes: Sequence[float] = ()

    def take(self, marks: Sequence[DayMark]) -> None:
        """Show these marks from now on."""
        self._ticks = [mark for mark in marks if mark.kind is not MarkKind.NOTE]
        self._notes = [number_of(mark.day) for mark in marks if mark.kind is MarkKind.NOTE]
        self._take_height(1.35 * self._metrics.height() if marks else 0.0)
        self.update()

    def show_range(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self.update()

    def placed(self) -> list[PlacedMark]:
        return placed_marks(
            self._ticks, self._low, self._high, self.size().width(), self.text_width
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._begin(painter)
        size, line = self.size(), self._metrics.height()
        tick = 0.3 * line
        placed = self.placed()
        top, bottom = size.height() - tick, size.height()
        painter.drawLines([QLineF(mark.x, top, mark.x, bottom) for mark in placed])
        for mark in placed:
            if not mark.label:
                continue
            wide = self.text_width(mark.label)
            left = _ends(mark.x, wide, size.width())[0]
            painter.drawText(QPointF(left, self._metrics.ascent()), mark.label)
        painter.setBrush(self._color)
        per_day = size.width() / (self._high - self._low)
        middle, radius = size.height() - tick / 2, 0.09 * line
        for day in self._notes if per_day >= _ROOM_FOR_A_NOTE else ():
            if self._low < day < self._high:
                place = QPointF((day - self._low) * per_day, middle)
                painter.drawEllipse(place, radius, radius)


def _day(mark: DayMark) -> int:
    return number_of(mark.day)
