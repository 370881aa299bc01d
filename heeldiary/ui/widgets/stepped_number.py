"""A number that is typed, with a step less and a step more beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from heeldiary.domain.factor import Factor
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.number_entry import NumberEntry


class SteppedNumber(NumberEntry):
    """The steps go from what is recorded; where nothing is, there is nothing to step from."""

    def __init__(self, factor: Factor, look: Look) -> None:
        super().__init__(factor, look)
        self.less = step_button("−", self.tr("{0}, less").format(factor.name))
        self.more = step_button("+", self.tr("{0}, more").format(factor.name))
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(0, self.less)
        layout.insertWidget(2, self.more)
        self.less.clicked.connect(self._go_down)
        self.more.clicked.connect(self._go_up)

    def show_change(self) -> None:
        super().show_change()
        has_value = isinstance(self.answer, float)
        self.less.setEnabled(has_value and self.answer != self.factor.minimum)
        self.more.setEnabled(has_value and self.answer != self.factor.maximum)

    def _go_down(self) -> None:
        self._step(-self.factor.step)

    def _go_up(self) -> None:
        self._step(self.factor.step)

    def _step(self, by: float) -> None:
        if isinstance(self.answer, float):
            value = round(self.answer + by, 6)
            self.given.emit(min(max(value, self.factor.minimum), self.factor.maximum))


def step_button(sign: str, name: str) -> QToolButton:
    """A button for the mouse alone: the keyboard types or steps in the field itself."""
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
