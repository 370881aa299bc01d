"""A calm page in place of a room: a heading, some words, and what can be done now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.wording import breakable


class Message(QScrollArea):
    """``chosen`` carries the name of the button that was pressed."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, heading: str, words: Sequence[str], choices: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card(look, heading)
        card.setMaximumWidth(look.px(680))
        card.rows.setSpacing(look.px(12))
        for paragraph in words:
            label = QLabel(breakable(paragraph))
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.add(label)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join(words))
        self.buttons = {name: self._button(name, text) for name, text in choices}
        card.add(button_row(look, *self.buttons.values()))

        sheet = QWidget()
        middle = QHBoxLayout()  # an alignment would give the card the height of unbroken lines
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(sheet)
        outer.setContentsMargins(36, 48, 36, 36)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(sheet)
        self._first = next(iter(self.buttons.values()))
        self._first.setObjectName("primary")

    def begin(self) -> None:
        """Put the keyboard on the first button; it can be there only once the message is shown."""
        self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("choice", name)
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.chosen.emit(sender.property("choice"))
