"""The names of what is drawn, each with its line, its change and the days it stands on."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from heeldiary.analysis.series import weekly_mean
from heeldiary.analysis.trend_panels import Line, Panel, Style
from heeldiary.domain.days import Span
from heeldiary.ui.charts.panel_plot import strokes_of
from heeldiary.ui.charts.strokes import SAMPLE_WIDTH, Stroke
from heeldiary.ui.charts.words import means_in_words
from heeldiary.ui.theme import Look


class _Sample(QWidget):
    """A short piece of a line as it is on the chart."""

    def __init__(self, stroke: Stroke, look: Look) -> None:
        super().__init__()
        self._stroke = stroke
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(SAMPLE_WIDTH), self._look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        box = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        self._stroke.draw_sample(QPainter(self), box, self._look.px(2))


class _Entry(QWidget):
    """One line: sample and name, and below them its change and its days."""

    def __init__(self, line: Line, unit: str, stroke: Stroke, look: Look) -> None:
        super().__init__()
        self._line = line
        self._unit = "" if stroke.bars or "–" in unit else unit
        self._weekly = not stroke.bars
        name = QLabel(line.name)
        name.setWordWrap(True)
        self.detail = QLabel()
        self.detail.setObjectName("soft")
        self.detail.setFont(look.font(0.9))

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(0)
        grid.addWidget(_Sample(stroke, look), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1)
        grid.addWidget(self.detail, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_span(self, span: Span) -> None:
        seen = self._line.series.within(span)
        days = self.tr("{answered} of {days} days").format(answered=seen.answered, days=len(span))
        self.detail.setText("\n".join(text for text in (self._change(span), days) if text))

    def _change(self, span: Span) -> str:
        """The first and the last weekly mean of the span; empty unless there are two."""
        means = weekly_mean(self._line.series.within(span)).values
        known = means[~np.isnan(means)]
        if not self._weekly or len(known) < 2:
            return ""
        first, last = (QLocale().toString(float(v), "f", 1) for v in (known[0], known[-1]))
        return (
            self.tr("weekly {first} → {last} {unit}")
            .format(first=first, last=last, unit=self._unit)
            .rstrip()
        )


class Legend(QWidget):
    """Everything on the chart by name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: list[_Entry] = []
        self._means = QLabel()
        self._means.setObjectName("soft")
        self._means.setWordWrap(True)
        self._flares = QLabel(self.tr("Shaded: days you called a flare"))
        self._flares.setObjectName("soft")
        self._flares.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._means)
        self._column.addWidget(self._flares)

    @property
    def details(self) -> list[str]:
        """What is said beside each line, in order."""
        return [entry.detail.text() for entry in self._entries]

    def show_panels(self, panels: Sequence[Panel], *, with_flares: bool) -> None:
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.deleteLater()
        self._entries = [
            _Entry(line, panel.unit, stroke, self._look)
            for panel, strokes in zip(panels, strokes_of(panels, self._look), strict=True)
            for line, stroke in zip(panel.lines, strokes, strict=True)
        ]
        for place, entry in enumerate(self._entries):
            self._column.insertWidget(place, entry)
        self._column.setSpacing(self._look.px(8))
        self._means.setFont(self._look.font(0.9))
        self._means.setVisible(any(panel.style is Style.LINE for panel in panels))
        self._flares.setFont(self._look.font(0.9))
        self._flares.setVisible(with_flares)

    def show_span(self, span: Span, weeks_a_point: int) -> None:
        """Say how the lines changed over these days, and what a point of them is."""
        self._means.setText(means_in_words(weeks_a_point))
        for entry in self._entries:
            entry.show_span(span)
