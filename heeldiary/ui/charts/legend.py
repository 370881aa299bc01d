"""The names of what is drawn, each with its line, its change and the days it stands on."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from heeldiary.analysis.circumstances import Circumstances
from heeldiary.analysis.series import weekly_mean
from heeldiary.analysis.trend_panels import Line, Panel, Style
from heeldiary.domain.days import Span, day_numbered
from heeldiary.ui.charts.panel_plot import flare_keys, strokes_of
from heeldiary.ui.charts.strokes import SAMPLE_WIDTH, Stroke
from heeldiary.ui.charts.words import last_point, means_in_words, value_in_words
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import say_date


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


class _Named(QWidget):
    """A sample of something and its name."""

    def __init__(self, name: str, stroke: Stroke, look: Look) -> None:
        super().__init__()
        label = QLabel(name)
        label.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(_Sample(stroke, look), 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, 0, 1)
        self._grid.setColumnStretch(1, 1)


class _Entry(_Named):
    """One line: sample and name, and below them its change and its days."""

    def __init__(self, line: Line, unit: str, stroke: Stroke, look: Look) -> None:
        super().__init__(line.name, stroke, look)
        self._line = line
        self._unit = "" if stroke.bars or "–" in unit or " " in unit else unit
        self._stroke = stroke
        self.detail = QLabel()
        self.detail.setObjectName("soft")
        self.detail.setWordWrap(True)
        self.detail.setFont(look.font(0.9))
        self._grid.addWidget(self.detail, 1, 1)

    def take(self, line: Line) -> None:
        self._line = line

    def show_span(self, span: Span) -> None:
        seen = self._line.series.within(span)
        if self._stroke.points:
            self.detail.setText(self._points(span, seen.answered))
            return
        days = self.tr("{answered} of {days} days").format(answered=seen.answered, days=len(span))
        self.detail.setText("\n".join(text for text in (self._change(span), days) if text))

    def _change(self, span: Span) -> str:
        """The first and the last weekly mean of the span; empty unless there are two."""
        means = weekly_mean(self._line.series.within(span)).values
        known = means[~np.isnan(means)]
        if self._stroke.bars or len(known) < 2:
            return ""
        first, last = (QLocale().toString(float(v), "f", 1) for v in (known[0], known[-1]))
        return (
            self.tr("weekly {first} → {last} {unit}")
            .format(first=first, last=last, unit=self._unit)
            .rstrip()
        )

    def _points(self, span: Span, count: int) -> str:
        """How many values there are, and the last one with its day."""
        last = last_point(self._line, span)
        if last is None:
            return self.tr("no value in these days")
        day, value = last
        said = f"{value_in_words(self._line, value, day)} {self._unit}".rstrip()
        words = self.tr("{value} on {day}\n{count} values").format(
            value=said, day=say_date(day_numbered(day)), count=count
        )
        return words if count > 1 else words.partition("\n")[0]


class LegendNotes(QWidget):
    """What a line, a mark and a strip mean; only of what there is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.with_lines = True
        self._means, self._marks, self._strips = (_soft() for _ in range(3))
        self._marks.setText(
            self.tr("Above: V visits, L laboratory values, P procedures; a dot is a note")
        )
        self._strips.setText(self.tr("Below: your medicines, a strip for each dose"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self._means, self._marks, self._strips):
            column.addWidget(label)

    def show_means(self, weeks_a_point: int) -> None:
        self._means.setText(means_in_words(weeks_a_point))
        self._means.setVisible(self.with_lines)

    def show_around(self, around: Circumstances) -> None:
        for label in (self._means, self._marks, self._strips):
            label.setFont(self._look.font(0.9))
        self._marks.setVisible(bool(around.marks))
        self._strips.setVisible(bool(around.medicines))


def _soft() -> QLabel:
    label = QLabel()
    label.setObjectName("soft")
    label.setWordWrap(True)
    return label


class Legend(QWidget):
    """Everything on the chart by name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: list[_Entry] = []
        self._flares: list[_Named] = []
        self.notes = LegendNotes(look)
        """How to read the chart; stands where there is room for it."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def details(self) -> list[str]:
        """What is said beside each line, in order."""
        return [entry.detail.text() for entry in self._entries]

    def take(self, panels: Sequence[Panel], around: Circumstances) -> None:
        """Tell of other days of the same lines."""
        lines = [line for panel in panels for line in panel.lines]
        for entry, line in zip(self._entries, lines, strict=True):
            entry.take(line)
        self._show_flares(around)

    def show_panels(self, panels: Sequence[Panel], around: Circumstances) -> None:
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [
            _Entry(line, panel.unit, stroke, self._look)
            for panel, strokes in zip(panels, strokes_of(panels, self._look), strict=True)
            for line, stroke in zip(panel.lines, strokes, strict=True)
        ]
        for place, entry in enumerate(self._entries):
            self._column.insertWidget(place, entry)
        self._column.setSpacing(self._look.px(8))
        self.notes.with_lines = any(panel.style is Style.LINE for panel in panels)
        self._show_flares(around)

    def show_span(self, span: Span, weeks_a_point: int) -> None:
        """Say how the lines changed over these days, and what a point of them is."""
        self.notes.show_means(weeks_a_point)
        for entry in self._entries:
            entry.show_span(span)

    def _show_flares(self, around: Circumstances) -> None:
        """How flares look, and what stands above and below the panels; only what there is."""
        for named in self._flares:
            self._column.removeWidget(named)
            named.hide()
            named.deleteLater()
        keys = flare_keys(around, self._look)
        self._flares = [_Named(key.name, key.stroke, self._look) for key in keys]
        for place, named in enumerate(self._flares, start=len(self._entries)):
            self._column.insertWidget(place, named)
        self.notes.show_around(around)
