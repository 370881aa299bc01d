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
        self._openers: dict[QPushButton, tuple[RecordList, str]] = {}
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

    def opening(self, rows: RecordList, form: str) -> QPushButton:
        """A button that opens the chosen line of a list, for whom a double click is hard."""
        button = QPushButton(self.tr("Open the chosen line"))
        button.setAccessibleName(f"{rows.table.accessibleName()}: {button.text()}")
        self._openers[button] = (rows, form)
        rows.chosen.connect(self._open_row)
        button.clicked.connect(self._open_chosen)
        return button

    def show_openers(self) -> None:
        """Offer to open a line where there is one."""
        for button, (rows, _) in self._openers.items():
            button.setVisible(rows.table.texts.rowCount() > 0)

    def _open_row(self, record_id: str) -> None:
        """A double click, or Enter, on a line of a list."""
        sender = self.sender()
        form = next(form for rows, form in self._openers.values() if rows is sender)
        self.wanted.emit(form, record_id)

    def _open_chosen(self) -> None:
        rows, form = self._openers[self.sender()]  # type: ignore[index]  # one of the buttons
        if rows.current:
            self.wanted.emit(form, rows.current)
        else:
            rows.table.setFocus()

    def _ask(self) -> None:
        button = self.sender()
        assert button is not None
        self.wanted.emit(button.property("form"), button.property("about"))


def soft(text: str = "") -> QLabel:
    """Words in the soft colour, on as many lines as they need."""
    label = QLabel(text)
    label.setObjectName("soft")
    label.setWordWrap(True)
    return label
