"""The time line of medicines: a row each, a bar for every period, the dose written on it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from heeldiary.analysis.medication import MedicinePeriod
from heeldiary.domain.days import Span
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import plain_tip, say_date

_NAME, _BAR, _GAP, _AXIS = 22, 26, 10, 26
"""Heights at 100 % text: the name of a medicine, its bars, what is free below, the days."""
_AXIS_SIZE = 0.9
_SIDE = 6
_LEAST_BAR = 3
_LEAST_WORDS = 8
"""A dose cut shorter than this says nothing; its line of the table has it all."""
_TICK_ROOM = 84
_WEEKS_UP_TO = 100


class MedicineTimeline(QWidget):
    """Painted in lines and words, so that it reads without colour. The table beside it has all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.span = Span(date(2000, 1, 1), date(2000, 1, 1))
        self.rows: tuple[tuple[str, tuple[MedicinePeriod, ...]], ...] = ()
        self.setAccessibleName(self.tr("Time line of the medicines"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_periods(self, periods: Sequence[MedicinePeriod], span: Span) -> None:
        """Show these periods, which are in order of medicine and day."""
        self.span = span
        names: dict[str, list[MedicinePeriod]] = {}
        for period in periods:
            names.setdefault(period.medicine_id, []).append(period)
        self.rows = tuple((each[0].name, tuple(each)) for each in names.values())
        self.setAccessibleDescription(self.said)
        self.updateGeometry()
        self.update()

    @property
    def said(self) -> str:
        """The time line in a sentence."""
        count = sum(len(periods) for _, periods in self.rows)
        return self.tr(
            "From {0} to {1}; medicines: {2}, periods: {3}. The table below has them all."
        ).format(say_date(self.span.first), say_date(self.span.last), len(self.rows), count)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(400), len(self.rows) * self._row_height + self.look.px(_AXIS))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def bar(self, place: int, period: MedicinePeriod) -> QRect:
        """Where a period of the medicine in that row stands."""
        left = self._x(max(period.first, self.span.first))
        last = min(period.last or self.span.last, self.span.last)
        right = self._x(last + timedelta(days=1))
        top = place * self._row_height + self.look.px(_NAME)
        return QRect(left, top, max(right - left, _LEAST_BAR), self.look.px(_BAR))

    def axis_words(self) -> list[tuple[QRect, str]]:
        """The days below, each where it is written: all wholly in sight, none over another."""
        below = len(self.rows) * self._row_height
        metrics = QFontMetrics(self.look.font(_AXIS_SIZE))
        found: list[tuple[QRect, str]] = []
        for day in self._ticks():
            words = tick_words(day, self.span)
            wide = metrics.horizontalAdvance(words) + 2
            left = min(self._x(day) + 3, self.width() - wide)
            if not found or left > found[-1][0].right() + _SIDE:
                found.append((QRect(left, below, wide, self.look.px(_AXIS)), words))
        return found

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._paint_axis(painter)
        for place, (name, periods) in enumerate(self.rows):
            self._paint_row(painter, place, name, periods)
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    @property
    def _row_height(self) -> int:
        return self.look.px(_NAME) + self.look.px(_BAR) + self.look.px(_GAP)

    def _x(self, day: date) -> int:
        width = self.width() - 2 * _SIDE
        return _SIDE + round(width * (day - self.span.first).days / len(self.span))

    def _ticks(self) -> tuple[date, ...]:
        return ticks(self.span, max(self.width() // self.look.px(_TICK_ROOM), 2))

    def _paint_axis(self, painter: QPainter) -> None:
        below = len(self.rows) * self._row_height
        for day in self._ticks():
            x = self._x(day)
            painter.setPen(QPen(self.look.color("grid"), 1))
            painter.drawLine(x, 0, x, below)
        painter.setPen(self.look.color("text_soft"))
        painter.setFont(self.look.font(_AXIS_SIZE))
        for box, words in self.axis_words():
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(
        self, painter: QPainter, place: int, name: str, periods: Sequence[MedicinePeriod]
    ) -> None:
        top = place * self._row_height
        painter.setFont(self.look.font(strong=True))
        painter.setPen(self.look.color("text"))
        room = self.width() - 2 * _SIDE
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(_SIDE, top, room, self.look.px(_NAME)), Qt.AlignmentFlag.AlignVCenter, shown
        )
        painter.setFont(self.look.font(0.95))
        for number, period in enumerate(periods):
            self._paint_bar(painter, self.bar(place, period), period, is_filled=number % 2 == 0)

    def _paint_bar(
        self, painter: QPainter, box: QRect, period: MedicinePeriod, *, is_filled: bool
    ) -> None:
        """Neighbours differ by fill; what goes on beyond what is shown has no edge there."""
        fill = self.look.color("accent_soft" if is_filled else "surface")
        painter.fillRect(box, fill)
        painter.setPen(QPen(self.look.color("accent"), 2))
        if period.first >= self.span.first:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if period.last is not None and period.last <= self.span.last:
            painter.drawLine(box.topRight(), box.bottomRight())
        painter.setPen(self.look.color("accent_on_soft" if is_filled else "text"))
        room = box.adjusted(6, 0, -4, 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(period.label, Qt.TextElideMode.ElideRight, room.width())
        if text == period.label or len(text) >= _LEAST_WORDS:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _tip(self, point: QPoint) -> str:
        for place, (name, periods) in enumerate(self.rows):
            for period in periods:
                if self.bar(place, period).contains(point):
                    return f"{name}, {period.label}: {days_words(period.first, period.last)}"
        return ""


def days_words(first: date, last: date | None) -> str:
    """``3 Nov 2026 – 9 Nov 2026``; what goes on has no last day."""
    return f"{say_date(first)} – {say_date(last) if last else '…'}"


def ticks(span: Span, most: int) -> tuple[date, ...]:
    """First days of years, quarters, months or weeks: the finest of which so many fit at most."""
    if len(span) <= _WEEKS_UP_TO:
        mondays = tuple(day for day in span if day.isoweekday() == 1)
        if len(mondays) <= most:
            return mondays
    found = (_months(span, step) for step in (1, 3, 12, 24, 60, 120))
    return next((days for days in found if len(days) <= most), ())


def tick_words(day: date, span: Span) -> str:
    """The year alone on a long time line, month and year or the day on a short one."""
    if len(span) > 3 * 365 and day.month == 1:
        return str(day.year)
    return say_date(day) if day.day != 1 else say_date(day).removeprefix("1 ")


def _months(span: Span, step: int) -> tuple[date, ...]:
    """Every so many months, counted from a year that all of them begin in."""
    first, last = span.first.year * 12, span.last.year * 12 + 12
    firsts = (
        date(number // 12, number % 12 + 1, 1)
        for number in range(first - first % step, last)
        if number % step == 0
    )
    return tuple(day for day in firsts if day in span)
