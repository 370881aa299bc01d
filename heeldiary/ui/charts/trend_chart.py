"""The chart: panels stacked on one axis of days, moved and zoomed together."""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from heeldiary.analysis.circumstances import NOTHING_AROUND, Circumstances
from heeldiary.analysis.trend_panels import Panel
from heeldiary.domain.days import Span, day_numbered, number_of
from heeldiary.ui.charts.axes import DayAxis
from heeldiary.ui.charts.detail import weeks_a_point
from heeldiary.ui.charts.mark_row import MarkRow
from heeldiary.ui.charts.medicine_rows import MedicineRows
from heeldiary.ui.charts.panel_plot import PanelPlot, strokes_of
from heeldiary.ui.charts.strokes import lettering
from heeldiary.ui.charts.words import in_words
from heeldiary.ui.theme import Look

FEWEST_DAYS = 7
"""One cannot look closer than at a week."""
_LOWEST_PANEL = 112


class _Rows:
    """What stands above and below the panels on their axis of days."""

    def __init__(self, look: Look) -> None:
        font, color = lettering(look, 0.8), look.color("axis")
        self.marks = MarkRow(font, color)
        self.medicines = MedicineRows(font, look)
        self.days = DayAxis(font, color)

    @property
    def height(self) -> float:
        return sum(row.minimumHeight() for row in (self.marks, self.medicines, self.days))

    def take(self, around: Circumstances, whole: Span) -> None:
        self.marks.take(around.marks)
        self.medicines.take(around.medicines, whole.last)

    def show_range(self, low: float, high: float) -> None:
        for row in (self.marks, self.medicines, self.days):
            row.show_range(low, high)


class TrendChart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows panels over days. Dragging, wheel and keys move it; a click chooses a day."""

    day_hovered = Signal(date)
    day_clicked = Signal(date)
    span_changed = Signal(object)
    """The span of days that is seen now."""

    def __init__(
        self, look: Look, *, with_keys: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._with_keys = with_keys
        self._plots: list[PanelPlot] = []
        self._is_built = False
        self._panels: Sequence[Panel] = ()
        self._around = NOTHING_AROUND
        self._rows: _Rows | None = None
        self._whole = Span(date(1970, 1, 1), date(1970, 1, 7))
        self._seen = self._whole
        self._hovered: date | None = None
        self.zooms_by_bare_wheel = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chart of the trends"))
        self.scene().sigMouseMoved.connect(self._follow_mouse)
        self.scene().sigMouseClicked.connect(self._choose_clicked_day)

    @property
    def panels(self) -> Sequence[Panel]:
        return self._panels

    @property
    def seen(self) -> Span:
        """The days that are seen now."""
        return self._seen

    @property
    def hovered(self) -> date | None:
        """The day under the cross-hair."""
        return self._hovered

    @property
    def weeks_a_point(self) -> int:
        """Of how many weekly means each point of a line is the middle; 1 near by."""
        if not self._plots:
            return 1
        return weeks_a_point(self._plots[0].box.width() / len(self._seen))

    @property
    def least_height(self) -> int:
        """The height below which the panels could not be read."""
        panels = self._look.px(_LOWEST_PANEL) * max(len(self._plots), 1)
        beside = 0.0 if self._rows is None else self._rows.height
        return panels + round(beside) + self._look.px(16)

    def show_panels(
        self,
        panels: Sequence[Panel],
        whole: Span,
        seen: Span,
        around: Circumstances = NOTHING_AROUND,
    ) -> None:
        """Draw these panels; one can move within ``whole`` and sees ``seen`` at first."""
        self._panels, self._whole, self._around = panels, whole, around
        self._build(seen)

    def take(self, panels: Sequence[Panel], around: Circumstances) -> None:
        """Draw other days of the same lines; where one looks, and what one drags, stays."""
        self._panels, self._around = panels, around
        for plot, panel in zip(self._plots, panels, strict=True):
            plot.take(panel, around)
        if self._rows is not None:
            self._rows.take(around, self._whole)
        self._draw()
        self._describe()

    def restyle(self) -> None:
        """Draw everything again in the theme and text size of now."""
        self._build(self._seen)

    def show_span(self, span: Span) -> None:
        """Show these days, or as many of them as there are."""
        if not self._plots:
            return
        low, high = number_of(span.first) - 0.5, number_of(span.last) + 0.5
        self._plots[0].box.setXRange(low, high, padding=0)
        self._draw()

    def show_day(self, day: date) -> None:
        """Put the cross-hair on a day."""
        self._hovered = day
        for plot in self._plots:
            plot.cross_hair.setPos(number_of(day))
            plot.cross_hair.show()
        self.day_hovered.emit(day)

    def lay_out(self) -> None:
        """Give every panel its place now rather than at the next turn of the event loop."""
        self.ci.layout.activate()
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._plots and self._press(Qt.Key(event.key()), event.modifiers()):
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # the press is the chart's, whether it drags, clicks or does nothing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; on a page that scrolls only with Ctrl held."""
        if self.zooms_by_bare_wheel or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _build(self, seen: Span) -> None:
        self._is_built = False
        self.ci.clear()
        self._hovered = None
        self.setBackground(self._look.color("surface"))
        self.ci.layout.setContentsMargins(*(self._look.px(n) for n in (4, 8, 8, 2)))
        self.ci.layout.setVerticalSpacing(self._look.px(8))
        self.ci.layout.setHorizontalSpacing(0)
        strokes = strokes_of(self._panels, self._look)
        self._plots = [
            PanelPlot(
                panel,
                row,
                self._around,
                self._look,
                with_keys=self._with_keys,
                is_first=panel is self._panels[0],
            )
            for panel, row in zip(self._panels, strokes, strict=True)
        ]
        self._rows = _Rows(self._look)
        self._rows.take(self._around, self._whole)
        self.ci.addItem(self._rows.marks, 0, 1)
        for row, plot in enumerate(self._plots, start=1):
            self.ci.addItem(plot.axis, row, 0)
            self.ci.addItem(plot.box, row, 1)
            self.ci.layout.setRowStretchFactor(row, 3 if row == 1 else 2)
            self._link(plot.box)
        self.ci.addItem(self._rows.medicines, len(self._plots) + 1, 1)
        self.ci.addItem(self._rows.days, len(self._plots) + 2, 1)
        # the layout shrank to its first item while the others were still to come
        self.ci.setGeometry(QRectF(self.viewport().rect()))
        self.ci.layout.activate()
        self._is_built = True
        self.setAccessibleDescription("")
        self.show_span(seen)

    def _link(self, box: pg.ViewBox) -> None:
        low, high = number_of(self._whole.first) - 0.5, number_of(self._whole.last) + 0.5
        high = max(high, low + FEWEST_DAYS)
        box.setLimits(xMin=low, xMax=high, minXRange=FEWEST_DAYS, maxXRange=high - low)
        if box is not self._plots[0].box:
            box.setXLink(self._plots[0].box)
        else:
            box.sigXRangeChanged.connect(self._draw)
        box.sigResized.connect(self._draw)

    def _draw(self, *_: object) -> None:
        if not self._is_built or self._rows is None:
            return
        low, high = self._plots[0].box.viewRange()[0]
        for plot in self._plots:
            plot.draw(low, high)
        self._rows.show_range(low, high)
        seen = Span(day_numbered(ceil(low)), day_numbered(max(floor(high), ceil(low))))
        if seen != self._seen or not self.accessibleDescription():
            self._seen = seen
            self._describe()
            self.span_changed.emit(seen)

    def _describe(self) -> None:
        self.setAccessibleDescription(in_words(self._panels, self._seen, self._around))

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        days = len(self._seen)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and key in _STEPS:
            self._step(1 if _STEPS[key] > 0 else -1)
        elif key in _STEPS:
            self._move(round(days * _STEPS[key]) or (1 if _STEPS[key] > 0 else -1))
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(-len(self._whole) if key == Qt.Key.Key_Home else len(self._whole))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            self.day_clicked.emit(self._hovered)
        else:
            return False
        return True

    def _step(self, days: int) -> None:
        """Move the cross-hair; the view follows where it would leave it."""
        if self._hovered is None:
            self.show_day(self._seen.last)
            return
        number = number_of(self._hovered) + days
        day = day_numbered(
            min(max(number, number_of(self._whole.first)), number_of(self._whole.last))
        )
        if day not in self._seen:
            self._move(days)
        self.show_day(day)

    def _move(self, days: int) -> None:
        low = number_of(self._seen.first) + days
        room = number_of(self._whole.last) - len(self._seen) + 1
        first = max(min(low, room), number_of(self._whole.first))
        self.show_span(Span.ending(day_numbered(first + len(self._seen) - 1), len(self._seen)))

    def _zoom(self, factor: float) -> None:
        """Look closer or from further away; the cross-hair, or else the last day, stays put."""
        days = min(max(round(len(self._seen) * factor), FEWEST_DAYS), len(self._whole))
        still = number_of(self._hovered or self._seen.last)
        share = (number_of(self._seen.last) - still) / max(len(self._seen) - 1, 1)
        last = min(still + round(share * (days - 1)), number_of(self._whole.last))
        last = max(last, number_of(self._whole.first) + days - 1)
        self.show_span(Span.ending(day_numbered(last), days))

    def _day_at(self, place: QPointF) -> date | None:
        for plot in self._plots:
            if plot.box.sceneBoundingRect().contains(place):
                number = round(plot.box.mapSceneToView(place).x())
                day = day_numbered(number)
                return day if day in self._whole else None
        return None

    def _follow_mouse(self, place: QPointF) -> None:
        day = self._day_at(place)
        if day is not None and day != self._hovered:
            self.show_day(day)

    def _choose_clicked_day(self, click: object) -> None:
        day = self._day_at(click.scenePos())  # type: ignore[attr-defined]
        if day is not None:
            self.day_clicked.emit(day)


_STEPS = {
    Qt.Key.Key_Left: -0.125,
    Qt.Key.Key_Right: 0.125,
    Qt.Key.Key_PageUp: -1.0,
    Qt.Key.Key_PageDown: 1.0,
}
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Equal: 0.5, Qt.Key.Key_Minus: 2.0}
