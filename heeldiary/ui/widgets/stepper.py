"""A count with − and +: nothing recorded, 0, 1, 2 ... are different things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton

from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Skipped
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_field import AnswerField
from heeldiary.ui.wording import figure


class StepperField(AnswerField):
    """+ on an unrecorded row records one step, − records none at all (0)."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self.less = _button("−", self.tr("{0}, less").format(factor.name))
        self.more = _button("+", self.tr("{0}, more").format(factor.name))
        self._figure = QLabel()
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.setMinimumWidth(look.px(64))

        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for part in (self.less, self._figure, self.more):
            layout.addWidget(part)
        layout.addStretch(1)

        self.less.clicked.connect(self.count_down)
        self.more.clicked.connect(self.count_up)

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

    def show_change(self) -> None:
        self._figure.setMinimumWidth(self.look.px(64))
        self._figure.setFont(self.look.font(strong=isinstance(self.answer, float)))
        self._figure.setText(self._shown())
        self._figure.setObjectName("" if isinstance(self.answer, float) else "soft")
        self._figure.style().polish(self._figure)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    @property
    def _count(self) -> float | None:
        return self.answer if isinstance(self.answer, float) else None

    def _give(self, count: float) -> None:
        self.given.emit(min(max(count, self.factor.minimum), self.factor.maximum))

    def _shown(self) -> str:
        if isinstance(self.answer, Skipped):
            return self.tr("skipped")
        if self.answer is not None:
            return figure(self.answer)
        return "–" if self.previous is None else self.tr("– ({0})").format(figure(self.previous))


def _button(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # + and − are keys of the field itself
    return button
