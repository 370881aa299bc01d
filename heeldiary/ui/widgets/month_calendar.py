"""A month at a glance: each day coloured by one measure, hollow when nothing was recorded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygon,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from heeldiary.domain.days import Span
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import plain_tip, say_day

_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMarks:
    """What is known of the days of a month."""

    recorded: Collection[date] = ()
    """Days on which anything was recorded."""
    shares: Mapping[date, float] = field(default_factory=dict)
    """The measure where it was answered, from 0 to 1 of what it can be."""
    figures: Mapping[date, str] = field(default_factory=dict)
    """The same in figures, for the cells."""
    said: Mapping[date, str] = field(default_factory=dict)
    """The same in words."""
    flares: Collection[date] = ()
    visits: Collection[date] = ()
    notes: Collection[date] = ()


class MonthCalendar(QWidget):
    """A cell for each day. Arrows go from day to day, Page Up and Down from month to month."""

    day_chosen = Signal(date)
    """Enter, or a click: the person wants to see that day."""
    month_wanted = Signal(date)
    """The first day of the month to be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._month = self._today = self._current = date(2000, 1, 1)
        self._marks = MonthMarks()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Calendar"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_month(self, month: date, marks: MonthMarks, today: date) -> None:
        """Show the month that begins on this day."""
        self._month, self._marks, self._today = month, marks, today
        last = span_of_month(month).last
        if not month <= self._current <= last:
            self._current = today if month <= today <= last else month
        self._describe()
        self.update()

    @property
    def current(self) -> date:
        """The day that has the keyboard."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(620), self.look.px(430))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(300), self.look.px(250))

    def cell(self, day: date) -> QRect:
        """Where the day stands."""
        place = (day - self._first).days
        return self._box(place % _DAYS, place // _DAYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(self._current + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint())
        if day is not None:
            self._current = day
            self._choose(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, not the months."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self._said(day)) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.look.font(0.9))
        painter.setPen(self.look.color("text_soft"))
        for column in range(_DAYS):
            name = QLocale().dayName((self._first + timedelta(days=column)).isoweekday(), _SHORT)
            box = self._box(column, 0)
            head = QRect(box.x(), 0, box.width(), self._head)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
        for day in span_of_month(self._month):
            self._paint_day(painter, day)
        painter.end()

    @property
    def _first(self) -> date:
        """The day in the first cell: the week's first day, as the person's country has it."""
        begins = QLocale().firstDayOfWeek().value
        return self._month - timedelta(days=(self._month.isoweekday() - begins) % _DAYS)

    @property
    def _head(self) -> int:
        return self.look.px(26)

    def _box(self, column: int, week: int) -> QRect:
        weeks = (span_of_month(self._month).last - self._first).days // _DAYS + 1
        width, height = self.width() / _DAYS, (self.height() - self._head) / weeks
        left, top = round(column * width), self._head + round(week * height)
        right, bottom = round((column + 1) * width), self._head + round((week + 1) * height)
        return QRect(left + 2, top + 2, right - left - 4, bottom - top - 4)

    def _at(self, point: QPoint) -> date | None:
        days = span_of_month(self._month)
        return next((day for day in days if self.cell(day).contains(point)), None)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box, marks = self.cell(day), self._marks
        share = marks.shares.get(day)
        fill = self.look.color("surface")
        if share is not None:
            fill = self.look.theme.ramp_color(share, 1)
        line = Qt.PenStyle.SolidLine if day in marks.recorded else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.look.color("border_strong"), 1, line))
        painter.setBrush(fill if day <= self._today else Qt.BrushStyle.NoBrush)
        if day > self._today:
            painter.setPen(QPen(self.look.color("border"), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box, 6, 6)
        ink = self.look.color("text_soft") if share is None else self.look.theme.text_on(fill)
        painter.setPen(ink)
        is_low = box.height() < self.look.px(44)
        painter.setFont(self.look.font(strong=day == self._today))
        words = box.adjusted(6, 3, -6, -3)
        painter.drawText(words, _LEFT if is_low else _TOP_LEFT, str(day.day))
        if day in self._marks.figures:
            painter.setFont(self.look.font(1.0 if is_low else 1.25, strong=True))
            painter.drawText(words, _RIGHT if is_low else _MIDDLE, self._marks.figures[day])
        self._paint_marks(painter, day, box)
        if day == self._current and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("focus"), 3))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 7, 7)

    def _paint_marks(self, painter: QPainter, day: date, box: QRect) -> None:
        """A bar for a flare, a triangle for a visit, a dot for a note: without colour."""
        share = self._marks.shares.get(day)
        fill = self.look.color("surface") if share is None else self.look.theme.ramp_color(share, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.theme.text_on(fill))
        size = max(self.look.px(6), 5)
        if day in self._marks.flares:
            bar = QRectF(box.x() + 4, box.bottom() - size + 1, box.width() - 8, size * 0.5)
            painter.drawRoundedRect(bar, 2, 2)
        right = box.right() - 5
        if day in self._marks.notes:
            painter.drawEllipse(QRectF(right - size, box.y() + 6, size, size))
            right -= size + 4
        if day in self._marks.visits:
            top, low = box.y() + 5, box.y() + 6 + size
            corners = [
                QPoint(right - size, top),
                QPoint(right, top),
                QPoint(right - size // 2, low),
            ]
            painter.drawPolygon(QPolygon(corners))

    def _go_to(self, day: date) -> None:
        self._current = max(min(day, self._today), _EARLIEST)
        first = self._current.replace(day=1)
        if first != self._month:
            self.month_wanted.emit(first)
        self._describe()
        self.update()

    def _turn(self, months: int) -> None:
        wanted = month_beside(self._month, months)
        if _EARLIEST <= wanted <= self._today:
            self._current = min(wanted, self._today)
            self.month_wanted.emit(wanted)

    def _choose(self, day: date) -> None:
        if day <= self._today:
            self.day_chosen.emit(day)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._said(self._current))

    def _said(self, day: date) -> str:
        marks = self._marks
        parts = [marks.said[day]] if day in marks.said else []
        if not parts:
            recorded = day in marks.recorded
            parts = [self.tr("recorded") if recorded else self.tr("nothing recorded")]
        for days, word in (
            (marks.flares, self.tr("flare")),
            (marks.visits, self.tr("visit")),
            (marks.notes, self.tr("note")),
        ):
            if day in days:
                parts.append(word)
        return f"{say_day(day)}: {', '.join(parts)}"


_EARLIEST = date(1900, 1, 1)
"""No diary has a day before it."""
_SHORT = QLocale.FormatType.ShortFormat
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def span_of_month(first: date) -> Span:
    """All days of the month that begins on this day."""
    return Span(first, month_beside(first, 1) - timedelta(days=1))


def month_beside(first: date, months: int) -> date:
    """The first day of the month so many months on."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
