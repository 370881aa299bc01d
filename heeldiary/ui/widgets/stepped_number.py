"""A number that is typed, with a step less and a step more beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from heeldiary.domain.factor import Factor
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.number_entry import NumberEntry


class SteppedNumber(NumberEntry):
    """The steps go from what is recorded, else from the last answer, which stands in the line.

    A first weight or night is typed: there is nothing yet to step from.
    """

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
        start = self._start
        self.less.setEnabled(start is not None and start != self.factor.minimum)
        self.more.setEnabled(start is not None and start != self.factor.maximum)

    @property
    def step(self) -> float:
        """How much one step changes what is kept."""
        return self.factor.step

    def _go_down(self) -> None:
        self._step(-self.step)

    def _go_up(self) -> None:
        self._step(self.step)

    @property
    def _start(self) -> float | None:
        return self.answer if isinstance(self.answer, float) else self.previous

    def _step(self, by: float) -> None:
        if self._start is not None:
            value = round(self._start + by, 6)
            self.given.emit(min(max(value, self.factor.minimum), self.factor.maximum))


def step_button(sign: str, name: str) -> QToolButton:
    """A button for the mouse alone: the keyboard types or steps in the field itself."""
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
