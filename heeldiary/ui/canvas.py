"""Text and rules on paper, in points from the top left; without a painter it only measures."""

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPen

from heeldiary.domain.refusal import Refused
from heeldiary.ui.theme import FAMILY

FINENESS = 10
"""Units of the painter in one point: fonts have whole units, and a tenth of a point is enough."""
LEADING = 1.28
_SMALLEST = 5.0
_LIGATURES = ("liga", "clig", "dlig", "calt")


class Canvas:
    """Sets lines of text at a scale. Words stay searchable: no ligatures, one font, embedded."""

    def __init__(self, painter: QPainter | None = None, scale: float = 1.0) -> None:
        if FAMILY not in QFontDatabase.families():
            raise Refused(
                "The program's own font is missing, so the page would be blank; nothing was "
                "written. Please install Heel Diary again."
            )
        self._painter = painter
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self.scale = scale

    def font(self, size: float, *, strong: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(max(round(size * self.scale * FINENESS), 1))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in _LIGATURES:
            font.setFeature(QFont.Tag(feature), 0)
        return font

    def leading(self, size: float) -> float:
        """From one line of that size to the next, in points."""
        return size * self.scale * LEADING

    def width(self, text: str, size: float, *, strong: bool = False) -> float:
        known = self._metrics.get((size, strong))
        if known is None:  # a font takes longer to make than a word to measure
            known = self._metrics[size, strong] = QFontMetricsF(self.font(size, strong=strong))
        return known.horizontalAdvance(text) / FINENESS

    def fitting(self, text: str, size: float, room: float, *, strong: bool = False) -> float:
        """The size, or the smaller one at which the text has room."""
        while size > _SMALLEST and self.width(text, size, strong=strong) > room:
            size -= 0.25
        return size

    def wrapped(self, text: str, size: float, room: float) -> list[str]:
        """The text in lines of at most that width, broken at spaces."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def text(
        self,
        x: float,
        top: float,
        text: str,
        size: float,
        *,
        strong: bool = False,
        row: float = 0,
    ) -> None:
        """One line of text below ``top``; ``row`` is the size that sets its base line."""
        if self._painter is None or not text:
            return
        self._painter.setFont(self.font(size, strong=strong))
        baseline = top + (row or size) * self.scale
        self._painter.drawText(QPointF(x * FINENESS, baseline * FINENESS), text)

    def text_to(self, right: float, top: float, text: str, size: float) -> None:
        """One line of text that ends at ``right``."""
        self.text(right - self.width(text, size), top, text, size)

    def paragraph(
        self, x: float, top: float, text: str, size: float, room: float, indent: float = 0
    ) -> float:
        """A wrapped text, its later lines indented; gives where it ends."""
        lines = self.wrapped(text, size, room - indent)
        for place, line in enumerate(lines):
            self.text(x + (indent if place else 0), top, line, size)
            top += self.leading(size)
        return top

    def rule(self, left: float, right: float, y: float, color: QColor, width: float = 0.5) -> None:
        if self._painter is not None:
            self._painter.setPen(QPen(color, width * FINENESS))
            self._painter.drawLine(
                QLineF(left * FINENESS, y * FINENESS, right * FINENESS, y * FINENESS)
            )
            self._painter.setPen(QColor("black"))
