"""What the parts of the page of medicines have in common: cards that scroll, and what they ask."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.record_list import RecordList


class MedicineTab(QScrollArea):
    """A part of the page. It reads the diary in ``refresh``, and asks the page for forms."""

    wanted = Signal(str, str)
    """The form that the person wants, and the id of what it is about; empty for something new."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self._forms_of: dict[RecordList, str] = {}
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        self.cards = QVBoxLayout(sheet)
        self.cards.setContentsMargins(0, 6, 6, 6)
        self.cards.setSpacing(12)
        self.setWidget(sheet)

    def refresh(self) -> None:
        """Read what is shown here and show it."""

    def begin(self) -> None:
        """Put the keyboard where the work here begins."""

    def asking(self, text: str, form: str, about: str = "") -> QPushButton:
        """A button that asks for a form."""
        button = QPushButton(text)
        button.setProperty("form", form)
        button.setProperty("about", about)
        button.clicked.connect(self._ask)
        return button

    def opening(self, rows: RecordList, form: str) -> RecordList:
        """The list, whose rows open in this form."""
        self._forms_of[rows] = form
        rows.chosen.connect(self._open_row)
        return rows

    def _open_row(self, record_id: str) -> None:
        form = self._forms_of[self.sender()]  # type: ignore[index]  # one of the lists
        self.wanted.emit(form, record_id)

    def _ask(self) -> None:
        button = self.sender()
        assert button is not None
        self.wanted.emit(button.property("form"), button.property("about"))


def soft(text: str = "") -> QLabel:
    """Words in the soft colour, on as many lines as they need."""
    label = QLabel(text)
    label.setObjectName("soft")
    label.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
    label.setWordWrap(True)
    return label
