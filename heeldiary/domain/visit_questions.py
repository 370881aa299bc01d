"""Questions that the owner collects for a visit: asked, ordered, answered. Pure.

A question belongs to the next visit unless it names another that is still to come; what was not
answered is carried over to the one after.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from heeldiary.domain.answers import provenance
from heeldiary.domain.appointments import coming_visits
from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.keeping import keep, new_id
from heeldiary.domain.refusal import Refused
from heeldiary.domain.visits import Question, Visit

_LOOKED_AT = 300
"""The newest questions; one still open below so many later ones has been forgotten."""


def open_questions(diary: Diary) -> list[Question]:
    """The questions without an answer, in the owner's order."""
    found = (question for question in diary.newest(Question, _LOOKED_AT) if not question.closed)
    return sorted(found, key=_place)


def questions_for_next(diary: Diary, today: date) -> list[Question]:
    """The open questions of the next visit: not those that name one after it."""
    later = {visit.id for visit in coming_visits(diary, today)[1:]}
    return [question for question in open_questions(diary) if question.visit not in later]


def answered_questions(diary: Diary, count: int) -> list[Question]:
    """The answered ones among so many of the newest, the latest first."""
    return [question for question in diary.newest(Question, count) if question.closed]


def ask(text: str, diary: Diary, clock: Clock) -> Change:
    """The change that adds a question at the end; an empty one is refused."""
    text = " ".join(text.split())
    if not text:
        raise Refused("A question needs words. Nothing was added.")
    day = clock.today()
    moment, origin = provenance(day, clock)
    question = Question(
        id=new_id(),
        day=day,
        text=text,
        position=1 + max((asked.position for asked in open_questions(diary)), default=-1),
        recorded_at=moment,
        origin=origin,
    )
    change = keep(None, question, f"Question: {_short(text)}", clock)
    assert change is not None
    return change


def move_question(questions: Sequence[Question], question: Question, by: int) -> Change | None:
    """The change that moves a question up (-1) or down (1) among these; None at the end."""
    order = list(questions)
    here = order.index(question)
    if not 0 <= here + by < len(order):
        return None
    order.insert(here + by, order.pop(here))
    edits = tuple(
        Edit(before, replace(before, position=place))
        for place, before in enumerate(order)
        if before.position != place
    )
    return Change(label=f"Question moved: {_short(question.text)}", edits=edits)


def answer_question(
    question: Question,
    answer: str,
    visit: Visit | None,
    clock: Clock,
    before: Question | None = None,
) -> Change | None:
    """The change that closes a question, with what was answered and at which visit.

    ``before`` is the question as it stands in the diary, when it was changed at the same time.
    """
    closed = replace(
        question, answer=answer.strip(), closed=True, visit=visit.id if visit else question.visit
    )
    return keep(before or question, closed, f"Answered: {_short(question.text)}", clock)


def change_question(
    question: Question, given: Mapping[str, Any], diary: Diary, clock: Clock
) -> Change | None:
    """The change that a form of a question gives, by field name; None when nothing would change.

    What is closed without a visit of its own was answered at the latest one.
    """
    text = " ".join(given["text"].split())
    changed = replace(question, **{**given, "text": text})
    if changed.closed and not question.closed:
        latest = next(iter(diary.newest(Visit, 1, until=clock.today())), None)
        return answer_question(changed, changed.answer, latest, clock, before=question)
    return keep(question, changed, f"Question: {_short(text)}", clock)


def ask_again(question: Question, clock: Clock) -> Change | None:
    """The change that opens an answered question; its answer stays with it."""
    again = replace(question, closed=False, visit=None)
    return keep(question, again, f"Asked again: {_short(question.text)}", clock)


def _place(question: Question) -> tuple[int, date, str]:
    return question.position, question.day, question.id


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"
