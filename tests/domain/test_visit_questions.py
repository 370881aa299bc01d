from datetime import timedelta

import pytest

from heeldiary.domain.edits import Change
from heeldiary.domain.refusal import Refused
from heeldiary.domain.visit_questions import (
    answer_question,
    answered_questions,
    ask,
    ask_again,
    change_question,
    move_question,
    open_questions,
    questions_for_next,
)
from heeldiary.domain.visits import Question
from tests.builders import FRI, MON, PlainDiary, a_clock, a_question, a_visit

FIRST = a_question("First?", "a", position=0)
SECOND = a_question("Second?", "b", position=1)
THIRD = a_question("Third?", "c", position=2)


def texts(questions: list[Question]) -> list[str]:
    return [question.text for question in questions]


def only(change: Change | None) -> Question:
    assert change is not None
    (edit,) = change.edits
    assert isinstance(edit.after, Question)
    return edit.after


def test_a_question_is_added_at_the_end() -> None:
    added = only(ask("  What about\nswimming? ", PlainDiary(FIRST, SECOND), a_clock()))

    assert (added.text, added.position, added.day) == ("What about swimming?", 2, FRI)


def test_the_first_question_stands_first() -> None:
    assert only(ask("First?", PlainDiary(), a_clock())).position == 0


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_question_without_words_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="needs words"):
        ask(text, PlainDiary(), a_clock())


def test_a_question_longer_than_a_line_is_refused() -> None:
    with pytest.raises(Refused, match="has 201 characters"):
        ask("x" * 201, PlainDiary(), a_clock())


def test_open_questions_stand_in_the_owners_order() -> None:
    closed = a_question("Closed?", "d", closed=True)

    assert texts(open_questions(PlainDiary(THIRD, closed, FIRST, SECOND))) == [
        "First?",
        "Second?",
        "Third?",
    ]


def test_a_question_is_for_the_next_visit() -> None:
    assert texts(questions_for_next(PlainDiary(FIRST, a_visit(FRI)), FRI)) == ["First?"]


def test_a_question_that_names_a_later_visit_waits() -> None:
    later = a_visit(FRI + timedelta(days=30), "later")
    diary = PlainDiary(a_visit(FRI), later, FIRST, a_question("Then?", "d", visit="later"))

    assert texts(questions_for_next(diary, FRI)) == ["First?"]
    assert texts(questions_for_next(diary, later.day)) == ["First?", "Then?"]


def test_a_question_that_was_not_answered_is_carried_over() -> None:
    diary = PlainDiary(a_visit(MON), a_question("Still?", visit="v"), a_visit(FRI, "next"))

    assert texts(questions_for_next(diary, FRI)) == ["Still?"]


def test_a_question_moves_down() -> None:
    diary = PlainDiary(FIRST, SECOND, THIRD)
    change = move_question(open_questions(diary), FIRST, 1)

    assert change is not None
    moved = PlainDiary(THIRD, *(edit.record for edit in change.edits))
    assert texts(open_questions(moved)) == ["Second?", "First?", "Third?"]


@pytest.mark.parametrize(("question", "by"), [(FIRST, -1), (THIRD, 1)])
def test_at_an_end_a_question_stays(question: Question, by: int) -> None:
    assert move_question([FIRST, SECOND, THIRD], question, by) is None


def test_questions_of_one_place_can_be_ordered() -> None:
    twins = [a_question("A?", "a"), a_question("B?", "b")]

    change = move_question(twins, twins[1], -1)
    assert change is not None
    assert [(edit.record.id, edit.record.position) for edit in change.edits] == [("a", 1)]  # type: ignore[attr-defined]


def test_an_answer_closes_a_question_at_its_visit() -> None:
    closed = only(answer_question(FIRST, " Yes, twice a week. ", a_visit(MON), a_clock()))

    assert (closed.answer, closed.closed, closed.visit) == ("Yes, twice a week.", True, "v")


def test_a_question_may_be_closed_without_words() -> None:
    closed = only(answer_question(FIRST, "", None, a_clock()))

    assert (closed.answer, closed.closed, closed.visit) == ("", True, None)


def given(question: Question, **changes: object) -> dict[str, object]:
    """What a form of this question gives."""
    names = ("text", "answer", "closed", "visit")
    return {name: getattr(question, name) for name in names} | changes


def test_a_form_that_changed_nothing_is_no_change() -> None:
    assert change_question(FIRST, given(FIRST), PlainDiary(FIRST), a_clock()) is None


def test_a_form_changes_the_words() -> None:
    changed = only(change_question(FIRST, given(FIRST, text=" And? "), PlainDiary(), a_clock()))

    assert changed.text == "And?"


def test_a_form_closes_at_the_latest_visit() -> None:
    diary = PlainDiary(FIRST, a_visit(MON), a_visit(FRI + timedelta(days=9), "later"))
    changes = given(FIRST, text="Else?", answer="Yes.", closed=True)
    change = change_question(FIRST, changes, diary, a_clock())

    closed = only(change)
    assert (closed.text, closed.answer, closed.visit) == ("Else?", "Yes.", "v")
    assert change is not None
    assert change.edits[0].before == FIRST


def test_a_form_with_empty_words_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be empty"):
        change_question(FIRST, given(FIRST, text=" "), PlainDiary(), a_clock())


def test_a_question_asked_again_keeps_its_answer() -> None:
    closed = a_question("Then?", closed=True, answer="Not yet.", visit="v")

    again = only(ask_again(closed, a_clock()))
    assert (again.closed, again.answer, again.visit) == (False, "Not yet.", None)


def test_answered_questions_are_listed() -> None:
    closed = a_question("Then?", "z", closed=True)

    assert answered_questions(PlainDiary(FIRST, closed), 10) == [closed]
