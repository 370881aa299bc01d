import pytest

from heeldiary.domain.edits import Change, Edit, Source
from tests.builders import TUE, a_note, a_reading

FOUR, FIVE = a_reading(value=4), a_reading(value=5)


def test_an_edit_is_about_something() -> None:
    with pytest.raises(ValueError, match="a before or an after"):
        Edit(None, None)


@pytest.mark.parametrize("after", [a_reading(day=TUE), a_reading("neck"), a_note()])
def test_an_edit_is_about_one_record(after) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="one record"):
        Edit(FOUR, after)


def test_an_edits_record_is_the_one_afterwards_or_the_one_removed() -> None:
    assert Edit(FOUR, FIVE).record == FIVE
    assert Edit(FOUR, None).record == FOUR
    assert Edit(None, FIVE).record == FIVE


def test_an_edit_inverted_twice_is_itself() -> None:
    edit = Edit(FOUR, FIVE)
    assert edit.inverted() == Edit(FIVE, FOUR)
    assert edit.inverted().inverted() == edit


def test_a_change_is_inverted_from_its_end() -> None:
    first, second = Edit(None, a_note()), Edit(FOUR, FIVE)
    back = Change(label="Both", edits=(first, second)).inverted("Undone: Both", takes_back=7)
    assert back.edits == (Edit(FIVE, FOUR), Edit(a_note(), None))
    assert back.label == "Undone: Both"
    assert back.takes_back == 7


def test_an_import_undone_is_not_one_more_import() -> None:
    brought = Change(label="Import", edits=(Edit(None, FOUR),), source=Source.IMPORT)
    assert brought.inverted("Undone: Import").source is Source.TAKE_BACK
