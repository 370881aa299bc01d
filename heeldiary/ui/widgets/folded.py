"""A part of Today that is folded: its heading opens it, and only then is it built."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look

_HEIGHT = 40
_SIGN = 26
_GAP = 12
_TITLE, _REMARK = 1.12, 1.0


class FoldHeading(QAbstractButton):
    """The name of the part, what stands in it, and a sign that turns. One painted widget."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look = look
        self.title = title
        self.remark = ""
        self.is_open = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)

    def say(self, remark: str) -> None:
        """Show beside the name what stands in the part."""
        self.remark = remark
        state = self.tr("open") if self.is_open else self.tr("folded")
        self.setAccessibleDescription(f"{remark}; {state}" if remark else state)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        title, remark = self._widths()
        lines = 1 if self._fits_one_line(title, remark) else 2
        return QSize(self.look.px(_SIGN) + title, self.look.px(_HEIGHT) * lines)

    def minimumSizeHint(self) -> QSize:
        title, remark = self._widths()
        return QSize(self.look.px(_SIGN) + min(title, remark), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title, remark = self._widths()
        height = self.look.px(_HEIGHT)
        self._paint_sign(painter, height)
        left = self.look.px(_SIGN)
        painter.setFont(self.look.font(_TITLE, strong=True))
        painter.setPen(self.look.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, self.width() - left, height), middle, self.title)
        painter.setFont(self.look.font(_REMARK))
        painter.setPen(self.look.color("text_soft"))
        below = QRect(left, height, self.width() - left, height)
        if self._fits_one_line(title, remark):
            beside = left + title + self.look.px(_GAP)
            below = QRect(beside, 0, self.width() - beside, height)
        painter.drawText(below, middle, self.remark)
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_sign(self, painter: QPainter, height: int) -> None:
        """A triangle that points to the name while the part is folded, and down while it is not."""
        x, y, half = self.look.px(10), height // 2, self.look.px(5)
        ends = ((-half, -half), (-half, half), (half, 0))
        if self.is_open:
            ends = ((-half, -half), (half, -half), (0, half))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("text_soft"))
        sign = QPolygon([QRect(x + dx, y + dy, 1, 1).topLeft() for dx, dy in ends])
        painter.drawPolygon(sign)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _widths(self) -> tuple[int, int]:
        title = QFontMetrics(self.look.font(_TITLE, strong=True)).horizontalAdvance(self.title)
        return title, QFontMetrics(self.look.font(_REMARK)).horizontalAdvance(self.remark)

    def _fits_one_line(self, title: int, remark: int) -> bool:
        if not self.remark:
            return True
        return self.look.px(_SIGN) + title + self.look.px(_GAP) + remark <= self.width()


class FoldedPart(QFrame):
    """A heading, and below it what belongs to the part while it is open."""

    turned = Signal(str, bool)
    """The name of the part, and whether the person opened it."""

    def __init__(self, look: Look, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = name
        self.heading = FoldHeading(look, title)
        self.body: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(18, 4, 18, 4)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.heading)

        self.heading.clicked.connect(self._turn)

    @property
    def is_open(self) -> bool:
        return self.body is not None

    def open(self, body: QWidget) -> None:
        """Show this below the heading."""
        self.close_up()
        self.body = body
        self._rows.addWidget(body)
        if self.isVisible():
            body.show()  # not only when the events come to it: the keyboard may go there at once
        self._rows.setContentsMargins(18, 4, 18, 14)
        self._tell()

    def close_up(self) -> None:
        """Take away what stands below the heading."""
        if self.body is not None:
            self.body.hide()
            self.body.deleteLater()
            self._rows.removeWidget(self.body)
            self.body = None
        self._rows.setContentsMargins(18, 4, 18, 4)
        self._tell()

    def _tell(self) -> None:
        self.heading.is_open = self.is_open
        self.heading.say(self.heading.remark)

    def _turn(self) -> None:
        self.turned.emit(self.name, not self.is_open)
