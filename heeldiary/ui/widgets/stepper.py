"""A count with − and +: nothing recorded, 0, 1, 2 ... are different things."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.wording import figure

_MARGIN = 4


class StepperField(AnswerField):
    """+ on an unrecorded row records one step, − records none at all (0). One painted widget:

    ten rows of real buttons would double what Today has to build at the start.
    """

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.more.right() + 1 + _MARGIN, self._height + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def less(self) -> QRect:
        """Where − is."""
        return QRect(_MARGIN, _MARGIN, self.look.px(44), self._height)

    @property
    def more(self) -> QRect:
        """Where + is."""
        return QRect(self._count_box.right() + 1, _MARGIN, self.look.px(44), self._height)

    def count_up(self) -> None:
        self._give((self._count or 0.0) + self.factor.step)

    def count_down(self) -> None:
        self._give((self._count or 0.0) - self.factor.step)

    def take_key(self, event: QKeyEvent) -> bool:
        text = event.text()
        if text in ("+", "="):
            self.count_up()
        elif text == "-":
            self.count_down()
        elif text.isascii() and text.isdigit():
            self._give(float(text))
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.more.contains(point):
            self.count_up()
        elif self.less.contains(point):
            self.count_down()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, sign in ((self.less, "−"), (self.more, "+")):
            self._paint_button(painter, box, sign)
        is_answered = isinstance(self.answer, float)
        painter.setFont(self.look.font(strong=is_answered))
        painter.setPen(self.look.color("text" if is_answered else "text_soft"))
        painter.drawText(self._count_box, Qt.AlignmentFlag.AlignCenter, self._shown())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.color("focus"), 2))
            around = self.less.united(self.more)
            painter.drawRoundedRect(around.adjusted(-3, -3, 3, 3), 8, 8)
        painter.end()

    @property
    def _height(self) -> int:
        return self.look.px(34)

    @property
    def _count_box(self) -> QRect:
        return QRect(self.less.right() + 1, _MARGIN, self.look.px(76), self._height)

    @property
    def _count(self) -> float | None:
        return self.answer if isinstance(self.answer, float) else None

    def _paint_button(self, painter: QPainter, box: QRect, sign: str) -> None:
        painter.setBrush(self.look.color("surface"))
        painter.setPen(QPen(self.look.color("border"), 1))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(self.look.color("text"))
        painter.setFont(self.look.font(1.1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    def _give(self, count: float) -> None:
        self.given.emit(min(max(count, self.factor.minimum), self.factor.maximum))

    def _shown(self) -> str:
        if isinstance(self.answer, Skipped):
            return self.tr("skipped")
        if self.answer is not None:
            return figure(self.answer)
        return "–" if self.previous is None else self.tr("– ({0})").format(figure(self.previous))
