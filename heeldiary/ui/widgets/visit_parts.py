"""What stands above the page for a visit, folded: the questions for it, and the appointments."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heeldiary.domain.appointments import coming_visits
from heeldiary.domain.refusal import Refused
from heeldiary.domain.visit_questions import (
    answered_questions,
    ask,
    move_question,
    open_questions,
)
from heeldiary.domain.visits import Question, Visit
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.folded import FoldedPart
from heeldiary.ui.widgets.visit_forms import appointment_name
from heeldiary.ui.widgets.visit_list import VisitList
from heeldiary.ui.widgets.visit_questions import QuestionList

QUESTIONS, APPOINTMENTS = "questions", "appointments"
_STEP = 20
_DONE_STEP = 60


class VisitParts(QWidget):
    """Two headings that say what there is; each opens its list."""

    question_chosen = Signal(str, bool)
    """The id of a question, and whether its answer is to be written down."""
    visit_chosen = Signal(str)
    """The id of an appointment; empty for a new one."""
    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self.questions: QuestionList | None = None
        self.visits: VisitList | None = None
        self._past_shown, self._done_shown = _STEP, _DONE_STEP
        self.parts = {
            QUESTIONS: FoldedPart(look, QUESTIONS, self.tr("Questions for the next visit")),
            APPOINTMENTS: FoldedPart(look, APPOINTMENTS, self.tr("Appointments")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in self.parts.values():
            column.addWidget(part)
            part.turned.connect(self._turn)

    def refresh(self) -> None:
        """Say beside the headings what there is, and show it in the lists that are open."""
        waiting = open_questions(self.desk.diary)
        coming = coming_visits(self.desk.diary, self.desk.today())
        self.parts[QUESTIONS].heading.say(self._counted(waiting))
        self.parts[APPOINTMENTS].heading.say(self._next(coming))
        if self.questions is not None:
            self._show_questions(self.questions, waiting)
        if self.visits is not None:
            self._show_visits(self.visits, coming)

    def open_part(self, name: str) -> None:
        """Open a part and put the keyboard where its work begins."""
        if not self.parts[name].is_open:
            self._turn(name, is_open=True)
        if name == QUESTIONS and self.questions is not None:
            self.questions.line.setFocus()
        elif self.visits is not None:
            self.visits.add.setFocus()

    def commit(self) -> None:
        """Add the question that was typed and not given yet."""
        if self.questions is not None:
            self.questions.give()

    @property
    def is_kept(self) -> bool:
        return self.questions is None or not self.questions.line.text().strip()

    def _turn(self, name: str, is_open: bool) -> None:
        if not is_open:
            self._close(name)
        elif name == QUESTIONS:
            self._open_questions()
        else:
            self._open_visits()
        self.refresh()

    def _open_questions(self) -> None:
        self.questions = QuestionList(self.look)
        self.questions.asked.connect(self._ask)
        self.questions.moved.connect(self._move)
        self.questions.answered.connect(self._answer)
        self.questions.chosen.connect(self._choose)
        self.questions.done.more_wanted.connect(self._show_more_done)
        self.parts[QUESTIONS].open(self.questions)

    def _open_visits(self) -> None:
        self.visits = VisitList(self.look)
        self.visits.added.connect(self._add_visit)
        self.visits.chosen.connect(self.visit_chosen)
        self.visits.more_wanted.connect(self._show_more_past)
        self.parts[APPOINTMENTS].open(self.visits)

    def _close(self, name: str) -> None:
        if name == QUESTIONS:
            self.commit()
            if not self.is_kept:
                return
            self.questions = None
        else:
            self.visits = None
        self.parts[name].close_up()

    def _show_questions(self, questions: QuestionList, waiting: Sequence[Question]) -> None:
        done = answered_questions(self.desk.diary, self._done_shown)
        questions.show_questions(waiting, done)
        read = len(self.desk.diary.newest(Question, self._done_shown))
        questions.done.can_show_more(can=read == self._done_shown)

    def _show_visits(self, visits: VisitList, coming: Sequence[Visit]) -> None:
        last_day = self.desk.today()
        # one more than is shown, and today's, which are among those to come
        until = self.desk.diary.newest(Visit, self._past_shown + 1 + len(coming), until=last_day)
        past = [visit for visit in until if visit.day < last_day]
        shown = past[: self._past_shown]
        visits.show_visits(coming, shown, are_more=len(past) > len(shown))

    def _show_more_done(self) -> None:
        self._done_shown += _DONE_STEP
        self.refresh()

    def _show_more_past(self) -> None:
        self._past_shown += _STEP
        self.refresh()

    def _ask(self, text: str) -> None:
        try:
            change = ask(text, self.desk.diary, self.desk.clock)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        if self.desk.apply(change) and self.questions is not None:
            self.questions.line.clear()
            self.questions.line.setFocus()

    def _move(self, question_id: str, by: int) -> None:
        waiting = open_questions(self.desk.diary)
        moved = next((each for each in waiting if each.id == question_id), None)
        if moved is not None:
            self.desk.apply(move_question(waiting, moved, by))

    def _answer(self, question_id: str) -> None:
        self.question_chosen.emit(question_id, True)  # noqa: FBT003 - a signal has no names

    def _choose(self, question_id: str) -> None:
        self.question_chosen.emit(question_id, False)  # noqa: FBT003

    def _add_visit(self) -> None:
        self.visit_chosen.emit("")

    def _counted(self, waiting: Sequence[Question]) -> str:
        if not waiting:
            return self.tr("none is waiting")
        return (
            self.tr("1 is waiting")
            if len(waiting) == 1
            else self.tr("{0} are waiting").format(len(waiting))
        )

    def _next(self, coming: Sequence[Visit]) -> str:
        if not coming:
            return self.tr("none is to come")
        return self.tr("next: {0}").format(appointment_name(coming[0]))
