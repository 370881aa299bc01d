"""The weekly check of one day: seven questions, each kept as it is answered."""

from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from heeldiary.domain.answers import check_day
from heeldiary.domain.checks import DAYS_OF_A_CHECK, QUESTIONS, answer_check, is_open
from heeldiary.domain.days import Clock
from heeldiary.domain.factor import Factor
from heeldiary.domain.records import Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import WeeklyCheck
from heeldiary.domain.shape import shape_of
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.day_editor import DayEditor
from heeldiary.ui.widgets.form_editors import FormField
from heeldiary.ui.wording import figure, say_date


class CheckCard(Card):
    """Shows the check of a day and tells each answer as the change that keeps it."""

    answered = Signal(object)
    """The change to keep: one answer, or one that is left open again."""
    removal_asked = Signal(object)
    this_week_wanted = Signal()
    day_chosen = Signal(date)
    refused = Signal(str)

    def __init__(self, look: Look, clock: Clock) -> None:
        super().__init__(look, self.tr("This week's check"))
        self._clock = clock
        self._shown_day = clock.today()
        self._check: WeeklyCheck | None = None
        day_field = FormField("day", self.tr("Day of the check"))
        self.day = DayEditor(day_field, shape_of(WeeklyCheck).fields["day"], look, clock)
        self.back = QPushButton(self.tr("This week"))
        self.questions = tuple(AnswerRow(question, look) for question in QUESTIONS)
        self.state = QLabel()
        self.state.setObjectName("soft")
        self.state.setWordWrap(True)
        self.remove = QPushButton(self.tr("Remove this check"))
        self._lay_out()

        self.day.touched.connect(self._choose_day)
        self.back.clicked.connect(self._go_back)
        self.remove.clicked.connect(self._ask_to_remove)
        for row in self.questions:
            row.given.connect(self._take)
            row.refused.connect(self.refused)
            row.left.connect(self._go_on)

    def show_check(self, day: date, check: WeeklyCheck | None) -> None:
        """Show what is recorded for that day; nothing that is left open shows a value."""
        self._shown_day, self._check = day, check
        if self._typed_day() != day:
            with QSignalBlocker(self.day):
                self.day.show_value(day)
        for row in self.questions:
            row.show_answer(_answer(check, row.factor), None)
        is_this_week = (self._clock.today() - day).days < DAYS_OF_A_CHECK
        self._title.setText(
            self.tr("This week's check") if is_this_week else self.tr("A past check")
        )
        self.back.setVisible(not is_this_week)
        self.state.setText(self._state())
        self.remove.setVisible(check is not None)

    def begin(self) -> None:
        """Put the keyboard on the first question that is open."""
        first = next((row for row in self.questions if not row.is_answered), self.questions[0])
        first.focus()

    def commit(self) -> None:
        """Keep what was typed and is not given yet."""
        for row in self.questions:
            row.field.commit()

    def _state(self) -> str:
        """How many answers stand, and those that the cells cannot show."""
        if self._check is None:
            return self.tr("Nothing is recorded for {0}.").format(say_date(self._shown_day))
        check = self._check
        given = [question for question in QUESTIONS if not is_open(check, question)]
        said = self.tr("{0} of 7 answers are recorded for {1}.")
        parts = [said.format(len(given), say_date(self._shown_day))]
        between = self.tr("{0}: {1}.")
        parts += [
            between.format(self.tr(question.name), figure(value))
            for question in given
            if not (value := getattr(check, question.key)).is_integer()
        ]
        return " ".join(parts)

    def _take(self, question: Factor, value: Any) -> None:
        if isinstance(value, Skipped):
            self.refused.emit(self.tr("A question of the weekly check is simply left open."))
            return
        try:
            change = answer_check(self._check, question, self._shown_day, value, self._clock)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        self.answered.emit(change)

    def _go_on(self, row: AnswerRow, by: int) -> None:
        place = self.questions.index(row) + by
        if 0 <= place < len(self.questions):
            self.questions[place].focus()

    def _choose_day(self) -> None:
        """Show another day as soon as one that can be stands in the line."""
        day = self._typed_day()
        if day is None or day == self._shown_day:
            return
        try:
            check_day(day, self._clock.today())
        except Refused as refusal:
            self.refused.emit(str(refusal))
            with QSignalBlocker(self.day):
                self.day.show_value(self._shown_day)
            return
        self.commit()
        self.day_chosen.emit(day)

    def _go_back(self) -> None:
        self.commit()
        self.this_week_wanted.emit()

    def _typed_day(self) -> date | None:
        try:
            return self.day.value()
        except Refused:
            return None

    def _ask_to_remove(self) -> None:
        self.removal_asked.emit(self._check)

    def _lay_out(self) -> None:
        remark = self.tr(
            "Seven questions over the last 7 days, from 0 none to 10 the worst you can imagine. "
            "Each answer is kept as you give it; any may be left open. The words are this diary's "
            "own: this is not an official questionnaire."
        )
        about = QLabel(remark)
        about.setObjectName("soft")
        about.setWordWrap(True)
        self.add(about)
        name = QLabel(self.tr("Day of the check"))
        name.setBuddy(self.day)
        self.add(button_row(self.look, name, self.day))
        self.rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.questions:
            self.add(row)
        self.add(self.state)
        self.rows.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)


def _answer(check: WeeklyCheck | None, question: Factor) -> float | None:
    return None if check is None else getattr(check, question.key)
