import pytest

from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import CATALOGUE, Factors
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import LONGEST_NAME, add_row, move_row, show_row

SHIPPED = Factors()


def chosen(change: Change | None) -> list[RowChoice]:
    assert change is not None
    return [edit.after for edit in change.edits if isinstance(edit.after, RowChoice)]


def added(change: Change) -> OwnFactor:
    (edit,) = change.edits
    assert isinstance(edit.after, OwnFactor)
    return edit.after


def test_a_row_shown_stays_where_it_stands() -> None:
    change = show_row(SHIPPED, [], CATALOGUE["neck"], shown=True)
    after = Factors([], chosen(change))
    assert after.is_shown(CATALOGUE["neck"])
    assert after.all() == SHIPPED.all()
    assert change is not None
    assert change.label == "Neck shown"


def test_a_row_hidden_that_was_moved_keeps_its_place() -> None:
    before = RowChoice(factor="neck", position=3, shown=True)
    change = show_row(Factors([], [before]), [before], CATALOGUE["neck"], shown=False)
    assert chosen(change) == [RowChoice(factor="neck", position=3, shown=False)]


def test_a_row_that_is_shown_already_changes_nothing() -> None:
    assert show_row(SHIPPED, [], CATALOGUE["low_back"], shown=True) is None
    held = RowChoice(factor="neck", position=3, shown=True)
    assert show_row(Factors([], [held]), [held], CATALOGUE["neck"], shown=True) is None


def test_a_row_moves_among_the_rows_of_its_group() -> None:
    after = Factors([], chosen(move_row(SHIPPED, [], CATALOGUE["berries"], -1)))
    keys = [row.key for row in after.all()]
    assert keys.index("berries") + 1 == keys.index("nuts_and_seeds")
    assert [row.key for row in after.shown()] != [row.key for row in SHIPPED.shown()]
    assert set(after.shown()) == set(SHIPPED.shown())


def test_a_row_moved_up_and_down_again_stands_as_before() -> None:
    up = chosen(move_row(SHIPPED, [], CATALOGUE["berries"], -1))
    moved = Factors([], up)
    down = {choice.factor: choice for choice in up}
    for choice in chosen(move_row(moved, up, CATALOGUE["berries"], 1)):
        down[choice.factor] = choice
    assert Factors([], down.values()).all() == SHIPPED.all()


@pytest.mark.parametrize(("row", "by"), [("oily_fish", -1), ("alcohol_units", 1), ("weight", 1)])
def test_a_row_does_not_leave_its_group(row: str, by: int) -> None:
    assert move_row(SHIPPED, [], CATALOGUE[row], by) is None


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CHOICE])
def test_a_row_of_ones_own_takes_its_limits(kind: Kind) -> None:
    row = added(add_row(SHIPPED, "  Sauna  visit ", kind, " h "))
    assert (row.key, row.name) == ("own_sauna_visit", "Sauna visit")
    factor = Factors([row])[row.key]
    assert factor.checked(row.minimum) == row.minimum
    assert factor.checked(row.maximum) == row.maximum
    assert row.unit == ("min" if kind is Kind.MINUTES else "h")


def test_keys_are_free_and_plain() -> None:
    first = added(add_row(SHIPPED, "Kälte!", Kind.SCALE))
    second = added(add_row(Factors([first]), "Kalte", Kind.SCALE))
    third = added(add_row(SHIPPED, "散歩", Kind.SCALE))
    assert [first.key, second.key, third.key] == ["own_kalte", "own_kalte_2", "own_row"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("  ", "A row needs a name"),
        ("x" * (LONGEST_NAME + 1), "at most 80 letters"),
        ("low BACK", "There is a row called “low BACK” already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        add_row(SHIPPED, name, Kind.SCALE)
