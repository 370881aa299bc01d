"""What an import would bring is told row by row before it is written."""

from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.exchange.preview import RowSummary, first_entries, rows_after, summarise
from tests.builders import MON, TUE, WED, PlainDiary, a_note, a_reading

OWN = OwnFactor(key="own_jaw", name="Jaw", measure=Kind.SCALE)


def test_a_row_tells_how_much_is_added_and_changed_over_which_days() -> None:
    edits = [
        Edit(None, a_reading("neck", 3, WED)),
        Edit(a_reading("neck", 3, MON), a_reading("neck", 5, MON)),
        Edit(None, a_reading("neck", 0, TUE)),
    ]
    assert summarise(edits) == [
        RowSummary(kind="reading", factor="neck", added=2, changed=1, span=Span(MON, WED))
    ]


def test_rows_and_notes_are_told_apart_in_the_order_of_the_import() -> None:
    edits = [
        Edit(None, OWN),
        Edit(None, a_reading("own_jaw", 3)),
        Edit(None, a_reading("neck", 3)),
        Edit(None, a_note()),
    ]
    told = [(row.kind, row.factor) for row in summarise(edits)]
    assert told == [("factor", ""), ("reading", "own_jaw"), ("reading", "neck"), ("note", "")]


def test_a_definition_has_no_period() -> None:
    assert summarise([Edit(None, OWN)])[0].span is None


def test_a_new_row_is_known_by_its_name_before_it_is_written() -> None:
    rows = rows_after([Edit(None, OWN)], factors_of(PlainDiary()))
    assert (rows["own_jaw"].name, rows["neck"].name) == ("Jaw", "Neck")


def test_the_first_entries_are_answers_and_notes_alone() -> None:
    answer, note = Edit(None, a_reading()), Edit(None, a_note())
    assert first_entries([Edit(None, OWN), answer, note, answer], 2) == [answer, note]
