"""What the side bar says: up to three lines, and the room they take is always there."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.wording import plain_tip

_LINES = 3
_SIZE = 0.88


class StatusLine(QWidget):
    """Painted, so that no text, however long, moves the buttons above it or the page beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """All that was said, also what is not shown."""
        return self._text

    def say(self, text: str) -> None:
        """Show this; the tooltip and the accessible name have all of it."""
        self._text = text
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def lines(self) -> list[str]:
        """The text as it is shown; what goes beyond the last line is cut with an ellipsis."""
        starts = self._starts()
        ends = [*starts[1:_LINES], len(self._text)]
        shown = [
            self._text[start:end].strip() for start, end in zip(starts[:_LINES], ends, strict=True)
        ]
        metrics = QFontMetrics(self.look.font(_SIZE))
        return [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width()) for line in shown
        ]

    def sizeHint(self) -> QSize:
        return QSize(0, _LINES * self._line_height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self.look.font(_SIZE))
        painter.setPen(self.look.color("text_soft"))
        high = self._line_height
        for place, line in enumerate(self.lines()):
            painter.drawText(QRect(0, place * high, self.width(), high), 0, line)
        painter.end()

    @property
    def _line_height(self) -> int:
        return QFontMetrics(self.look.font(_SIZE)).lineSpacing()

    def _starts(self) -> list[int]:
        """Where each line begins; a word wider than the bar is broken."""
        layout = QTextLayout(self._text, self.look.font(_SIZE))
        layout.setTextOption(_broken_anywhere())
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            starts.append(line.textStart())
        layout.endLayout()
        return starts


def _broken_anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
