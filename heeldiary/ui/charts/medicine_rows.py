"""Below the panels: a row for each medicine, its periods as strips on the same axis of days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from heeldiary.analysis.circumstances import MedicineStrip
from heeldiary.domain.days import number_of
from heeldiary.ui.charts.axes import AxisStrip
from heeldiary.ui.theme import Look

MOST_ROWS = 8
_HEIGHT = 1.45
"""Of a row, in lines of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPeriod:
    """A period in pixels: where its strip begins and ends, and the room for its words."""

    left: float
    right: float
    label: str
    room: float
    begins: bool
    """Whether its first day is in view; else the strip comes from before."""
    ends: bool


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """The periods of one medicine that are in view."""

    name: str
    periods: Sequence[PlacedPeriod]


def placed_row(
    strip: MedicineStrip, low: float, high: float, width: float, last_day: date
) -> PlacedRow:
    """The periods between two day numbers; what goes on reaches to the last day."""
    per_day = width / (high - low)
    ends = [
        (
            max(number_of(each.first) - 0.5, low),
            min(number_of(each.last or max(last_day, each.first)) + 0.5, high),
            each,
        )
        for each in strip.periods
    ]
    seen = [(left, right, each) for left, right, each in ends if right > left]
    nexts = [left for left, _, _ in seen[1:]] + [high]
    placed = [
        PlacedPeriod(
            left=(left - low) * per_day,
            right=(right - low) * per_day,
            label=each.label,
            room=(after - left) * per_day,
            begins=number_of(each.first) - 0.5 >= low,
            ends=each.last is not None and number_of(each.last) + 0.5 <= high,
        )
        for (left, right, each), after in zip(seen, nexts, strict=False)
    ]
    return PlacedRow(strip.name, placed)


class MedicineRows(AxisStrip):
    """As many rows as medicines in view; none takes no room."""

    def __init__(self, font: QFont, look: Look) -> None:
        super().__init__(font, look.color("text"))
        self._fill = look.color("accent_soft")
        self._edge = QPen(look.color("border_strong"), look.px(1))
        self._low, self._high = 0.0, 1.0
        self._last_day = date(1970, 1, 1)
        self._strips: Sequence[MedicineStrip] = ()
        self._seen: Sequence[MedicineStrip] = ()
        self._take_height(0)  # the layout would give it room as long as no height is said

    @property
    def height(self) -> float:
        """What the rows in view need."""
        rows = len(self._seen) if len(self._seen) <= MOST_ROWS else MOST_ROWS + 1
        return rows * _HEIGHT * self._metrics.height()

    def take(self, strips: Sequence[MedicineStrip], last_day: date) -> None:
        """Show these medicines from now on; what goes on reaches to the last day."""
        self._strips, self._last_day = strips, last_day
        self.show_range(self._low, self._high)

    def show_range(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self._seen = [strip for strip in self._strips if self._placed(strip).periods]
        if self.height != self.minimumHeight():
            self._take_height(self.height)
        self.update()

    def rows(self) -> list[PlacedRow]:
        """What is drawn, row by row, those begun last where there are too many."""
        return [self._placed(strip) for strip in self._seen[-MOST_ROWS:]]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        self._begin(painter)
        tall = _HEIGHT * self._metrics.height()
        rows = self.rows()
        for place, row in enumerate(rows):
            for period in row.periods:
                self._draw_strip(painter, period, place * tall, tall)
            for at, words in words_with_room(row, self._metrics.elidedText, self.text_width):
                baseline = place * tall + (tall + self._metrics.ascent()) / 2 - 0.06 * tall
                painter.setPen(self._color)
                painter.drawText(QPointF(at, baseline), words)
        hidden = len(self._seen) - len(rows)
        if hidden:
            words = QCoreApplication.translate("TrendChart", "and {0} more, begun earlier")
            painter.drawText(QPointF(0, len(rows) * tall + tall * 0.75), words.format(hidden))

    def _placed(self, strip: MedicineStrip) -> PlacedRow:
        width = max(self.size().width(), 1.0)
        return placed_row(strip, self._low, self._high, width, self._last_day)

    def _draw_strip(self, painter: QPainter, period: PlacedPeriod, top: float, tall: float) -> None:
        """A strip; its ends are closed where it begins or ends within the view."""
        box = QRectF(period.left, top + 0.1 * tall, period.right - period.left, 0.8 * tall)
        painter.fillRect(box, self._fill)
        painter.setPen(self._edge)
        painter.drawLine(QLineF(box.topLeft(), box.topRight()))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        if period.begins:
            painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
        if period.ends:
            painter.drawLine(QLineF(box.topRight(), box.bottomRight()))


def words_with_room(
    row: PlacedRow,
    elided: Callable[[str, Qt.TextElideMode, float], str],
    text_width: Callable[[str], float],
) -> Iterator[tuple[float, str]]:
    """The words of a row and where they begin: on the strip, else behind it, else before it.

    Where they have room nowhere they are shortened to the widest of the three, or left out. The
    name of the medicine stands once, with the first label that has room.
    """
    pad, least = text_width("n") / 2, text_width("nnnn")
    name, taken = f"{row.name}, ", 0.0
    for period in row.periods:
        words = f"{name}{period.label}".rstrip(", ")
        wide = text_width(words)
        rooms = (
            (period.left, period.right - period.left - 2 * pad),
            (period.right, period.left + period.room - period.right - 2 * pad),
            (max(taken, period.left - wide - 2 * pad), period.left - taken - 2 * pad),
        )
        at, room = next((each for each in rooms if each[1] >= wide), max(rooms, key=_room))
        if room >= min(least, wide):
            yield at + pad, elided(words, Qt.TextElideMode.ElideRight, room + 1)
            name = ""
        taken = max(period.right, at + pad + min(wide, room) if room >= least else 0.0)


def _room(place: tuple[float, float]) -> float:
    return place[1]
