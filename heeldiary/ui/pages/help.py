"""Get help now: whom to call and when. The same words always; they need no diary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card

_WIDEST = 820


class HelpPage(QScrollArea):
    """Three lists by urgency. It looks at nothing that was recorded, and nothing opens it."""

    left = Signal()
    """The person wants to go back to what was shown before."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._large: list[QLabel] = []
        self._calls: list[QLabel] = []
        self._title = self._text(self.tr("Get help now"))
        self._title.setObjectName("title")
        self.tiers = (self._first_tier(), self._second_tier(), self._third_tier())
        self.back = self._button_back()
        self.back_at_end = self._button_back()
        self.setAccessibleName(self.tr("Get help now"))
        self._lay_out()
        self.setAccessibleDescription("\n".join(label.text() for label in self._large))

        self.back.clicked.connect(self.left)
        self.back_at_end.clicked.connect(self.left)
        look.changed.connect(self.restyle)

    def begin(self) -> None:
        """Show the most urgent list; the arrow keys read on from there."""
        self.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        for label in self._large:
            label.setFont(self.look.font(1.12))
        for label in self._calls:
            label.setFont(self.look.font(1.3, strong=True))
        self._title.setFont(self.look.font(1.7, strong=True))
        self._sheet.setMaximumWidth(self.look.px(_WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.restyle()  # fonts set before the first show are lost to the style sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _first_tier(self) -> Card:
        return self._tier(
            self.tr("1 · Now"),
            self.tr("Call your local emergency number."),
            [
                self.tr("Chest pain, or trouble getting your breath."),
                self.tr(
                    "You can no longer hold your urine or stool, or pass them; the skin between "
                    "your legs is numb; a leg gets weaker and weaker."
                ),
                self.tr(
                    "A sudden pop or tearing in the calf or heel, after which you cannot push off "
                    "or stand on that leg. A tendon may have torn."
                ),
                self.tr(
                    "New, severe pain in the spine after a fall or a knock, even a minor one, when "
                    "you have had AS for long. A stiffened spine can break."
                ),
                self.tr("Vomiting blood, black stools, or swelling of the face or throat."),
            ],
            self.tr(
                "Emergency numbers differ by country, for example 112 in the European Union, 999 "
                "in the United Kingdom, 911 in the United States and Canada. The local one is that "
                "of where you are now."
            ),
        )

    def _second_tier(self) -> Card:
        return self._tier(
            self.tr("2 · Today"),
            self.tr("Be seen by somebody the same day."),
            [
                self.tr(
                    "An eye that hurts or is red, light that hurts, or a change in what you see: "
                    "an eye clinic, the same day."
                ),
                self.tr(
                    "A heel or joint that is hot, red and swollen while you have fever or feel "
                    "ill. Any fever while you are on a biologic or a JAK inhibitor."
                ),
                self.tr(
                    "One calf that is swollen, warm or red. It feels like a strained muscle and "
                    "can be a clot."
                ),
                self.tr(
                    "Heel pain that is severe, or came suddenly, and limits your walking. Pain at "
                    "one spot of a bone after a jump in how much you ran."
                ),
                self.tr(
                    "Back pain that is severe or gets worse quickly. Breathing that is painful."
                ),
            ],
        )

    def _third_tier(self) -> Card:
        return self._tier(
            self.tr("3 · In the next days"),
            self.tr("Call your clinic."),
            [
                self.tr("It gets worse although you are being treated."),
                self.tr(
                    "Pain for more than 2 to 3 weeks although you put less load on it; pain at "
                    "rest or at night; swelling that grows; numbness or tingling; a flare each "
                    "time you build the load up again."
                ),
                self.tr(
                    "Something that may be a side effect of a medicine: stomach pain, a rash, "
                    "unusual tiredness."
                ),
                self.tr(
                    "New pain in the ribs, a shoulder, a knee or a foot; diarrhoea; no appetite; "
                    "weight that you lose without meaning to."
                ),
            ],
            self.tr(
                "Sources disagree here: some advise immediate care for suspected side effects of a "
                "medicine and for any pain that keeps getting worse."
            ),
        )

    def _tier(self, heading: str, call: str, signs: Sequence[str], remark: str = "") -> Card:
        card = Card(self.look, heading)
        card.rows.setSpacing(self.look.px(10))
        self._calls.append(self._text(call))
        card.add(self._calls[-1])
        for sign in signs:
            line = QHBoxLayout()
            line.addWidget(self._text("•"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._text(sign), 1)
            card.rows.addLayout(line)
        if remark:
            card.add(self._text(remark))
        return card

    def _text(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._large.append(label)
        return label

    def _button_back(self) -> QPushButton:
        button = QPushButton(self.tr("Back"))
        button.setToolTip("Esc")
        button.setAccessibleDescription(self.tr("To what was shown before; Escape does it too"))
        return button

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for tier in self.tiers:
            column.addWidget(tier)
        always = self.tr(
            "This page is always the same: it looks at nothing that you recorded, and nothing that "
            "you record opens it. If you are worried by something that is not on it, call. The "
            "button Back and the Escape key lead to where you were."
        )
        column.addWidget(self._text(always))
        origin = QLabel(
            self.tr(
                "Put together from patient articles on AS and heel pain and from clinic handouts. "
                "The order of urgency is Heel Diary’s own; no clinician has reviewed it."
            )
        )
        origin.setObjectName("soft")
        origin.setWordWrap(True)
        column.addWidget(origin)
        column.addWidget(button_row(self.look, self.back_at_end))
        column.addStretch(1)
        self.setWidget(self._sheet)
