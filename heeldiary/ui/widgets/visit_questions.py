"""The questions for the next visit: added in one line, put in order, marked as answered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.visits import Question
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.record_list import RecordList, Row
from heeldiary.ui.wording import say_date

_LONGEST = 200


class QuestionList(QWidget):
    """A line to ask in, the open questions in order, and those that were answered."""

    asked = Signal(str)
    moved = Signal(str, int)
    answered = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(self.tr("A question for the next visit"))
        self.line.setPlaceholderText(self.tr("What do you want to ask?"))
        self.add = _button(self.tr("Add"), self.tr("Add this question"))
        self._none = QLabel(self.tr("Nothing is waiting to be asked."))
        self._none.setObjectName("soft")
        columns = (self.tr("Asked"), self.tr("Question"))
        title = self.tr("Questions for the next visit")
        self.waiting = RecordList(look, columns, title, has_button=False)
        self.answer = _button(self.tr("Answered…"), self.tr("The chosen question was answered"))
        self.change = _button(self.tr("Change…"), self.tr("Change the chosen question"))
        self.up = _button(self.tr("Up"), self.tr("Move the chosen question up"))
        self.down = _button(self.tr("Down"), self.tr("Move the chosen question down"))
        self._actions = button_row(look, self.answer, self.change, self.up, self.down)
        self._heading = QLabel(self.tr("Answered"))
        self._heading.setObjectName("soft")
        of_done = (*columns, self.tr("Answer"))
        self.done = RecordList(look, of_done, self.tr("Answered questions"))
        self._lay_out()

        self.add.clicked.connect(self.give)
        self.line.returnPressed.connect(self.give)
        self.answer.clicked.connect(self._give_answer)
        self.change.clicked.connect(self._open)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.waiting.chosen.connect(self.chosen)
        self.done.chosen.connect(self.chosen)

    def show_questions(self, waiting: Sequence[Question], done: Sequence[Question]) -> None:
        """Show the open ones in their order, and the answered ones."""
        self.waiting.show_rows([_waiting(question) for question in waiting])
        if waiting and not self.waiting.current:
            self.waiting.table.setCurrentIndex(self.waiting.table.texts.index(0, 0))
        self._none.setVisible(not waiting)
        for widget in (self.waiting, self._actions):
            widget.setVisible(bool(waiting))
        self.done.show_rows([_done(question) for question in done])
        for widget in (self._heading, self.done):
            widget.setVisible(bool(done))

    def give(self) -> None:
        """Hand over what stands in the line; nothing when nothing does."""
        text = self.line.text().strip()
        if text:
            self.asked.emit(text)

    def _move_up(self) -> None:
        self.moved.emit(self.waiting.current, -1)

    def _move_down(self) -> None:
        self.moved.emit(self.waiting.current, 1)

    def _give_answer(self) -> None:
        self.answered.emit(self.waiting.current)

    def _open(self) -> None:
        self.chosen.emit(self.waiting.current)

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.addWidget(self.line, 1)
        entry.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(entry)
        for part in (self._none, self.waiting, self._actions, self._heading, self.done):
            column.addWidget(part)


def _waiting(question: Question) -> Row:
    return Row(question.id, (say_date(question.day), question.text))


def _done(question: Question) -> Row:
    answer = " ".join(question.answer.split())
    return Row(question.id, (say_date(question.day), question.text, answer))


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setAutoDefault(True)
    return button
