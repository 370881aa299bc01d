"""Beside the chart: the names of its lines, and the answers of one day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from heeldiary.ui.charts.day_card import DayCard
from heeldiary.ui.charts.legend import Legend
from heeldiary.ui.theme import Look

_WIDTH = 240
_HEIGHT_BELOW = 420
"""Names of lines that need not be scrolled inside a page that scrolls."""

_LEAST_OF_CARD = 150
"""What of a day's answers is in view at least."""


class SidePanel(QFrame):
    """Stands beside the chart, or below it where the window is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("card")
        self.legend = Legend(look)
        self.card = DayCard(look)
        self._heading = QLabel(self.tr("On the chart"))
        self._heading.setObjectName("heading")
        self._lay_out()

        # the answers have their room only after the next layout
        self._scroll.verticalScrollBar().rangeChanged.connect(self.show_card)

    def arrange(self, *, beside: bool) -> None:
        """Take the place beside the chart or below it, in the text size of now."""
        width = self._look.px(_WIDTH)
        self.setMaximumWidth(width if beside else 16_777_215)
        self.setMinimumWidth(width if beside else 0)
        self.setMinimumHeight(0 if beside else self._look.px(_HEIGHT_BELOW))
        self._heading.setFont(self._look.font(1.12, strong=True))

    def show_card(self) -> None:
        """Bring the day's answers into view where a long legend stands above them."""
        bar, seen = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        least = self._look.px(_LEAST_OF_CARD)
        if self.card.day is not None and self.card.y() + least > bar.value() + seen:
            bar.setValue(self.card.y())

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        for widget in (self._heading, self.legend, self.card, self.legend.notes):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setObjectName("side")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(4, 6, 4, 6)
        around.addWidget(scroll)
