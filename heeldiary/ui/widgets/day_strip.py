"""The last days at a glance: each coloured by its worst pain, hollow when nothing was recorded."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.wording import figure, say_short_day

_NARROWEST = 16
"""The least width of a day, in pixels."""


class DayStrip(QWidget):
    """One cell a day, oldest first. A day with answers but no pain rating has a dot."""

    day_chosen = Signal(date)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._days: Sequence[date] = ()
        self._worst: Mapping[date, float | None] = {}
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("The last {0} days").format(14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_days(
        self, days: Sequence[date], worst: Mapping[date, float | None], chosen: date
    ) -> None:
        """Show these days; ``worst`` holds the recorded ones, None where no pain was rated."""
        self._days, self._worst, self._chosen = days, worst, chosen
        self.setAccessibleDescription("; ".join(self._said(day) for day in days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._count * self.look.px(20) + 4, self.look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._count * _NARROWEST + 4, self.look.px(40))

    def cell(self, day: date) -> QRect:
        place = self._days.index(day)
        return QRect(2 + place * self._pitch, 4, self._pitch - 4, self.height() - 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._at(round(event.position().x()))
        if day is not None:
            self.day_chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or self._chosen not in self._days:
            super().keyPressEvent(event)
            return
        place = self._days.index(self._chosen) + by
        if 0 <= place < len(self._days):
            self.day_chosen.emit(self._days[place])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._said(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for day in self._days:
            self._paint_day(painter, day)
        painter.end()

    @property
    def _count(self) -> int:
        return max(len(self._days), 14)

    @property
    def _pitch(self) -> int:
        return min(self.look.px(20), max((self.width() - 4) // self._count, _NARROWEST))

    def _at(self, x: int) -> date | None:
        place = (x - 2) // self._pitch
        return self._days[place] if 0 <= place < len(self._days) else None

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self.cell(day)
        worst = self._worst.get(day)
        if worst is not None:
            painter.setPen(QPen(self.look.color("border_strong"), 1))
            painter.setBrush(self.look.theme.ramp_color(worst))
        else:
            line = Qt.PenStyle.SolidLine if day in self._worst else Qt.PenStyle.DashLine
            painter.setPen(QPen(self.look.color("hollow"), 1, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if day in self._worst and worst is None:
            painter.setBrush(self.look.color("hollow"))
            painter.drawEllipse(box.center(), 2, 2)
        if day == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("focus" if self.hasFocus() else "text"), 2))
            painter.drawRoundedRect(box.adjusted(-1, -2, 1, 2), 5, 5)

    def _said(self, day: date) -> str:
        if day not in self._worst:
            said = self.tr("nothing recorded")
        else:
            worst = self._worst[day]
            said = (
                self.tr("no pain rating")
                if worst is None
                else self.tr("worst pain {0}").format(figure(worst))
            )
        return f"{say_short_day(day)}: {said}"
