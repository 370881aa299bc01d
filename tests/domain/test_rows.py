from dataclasses import replace

import pytest

from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Direction, Group, Kind
from heeldiary.domain.factors import CATALOGUE, Factors
from heeldiary.domain.records import SKIPPED, Answer, OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.rows import (
    LONGEST_NAME,
    NewRow,
    add_row,
    bring_back,
    count_food,
    has_answers,
    kinds_in,
    move_row,
    remove_row,
    rename_row,
    retire_row,
    show_row,
)
from tests.builders import MON, PlainDiary, a_reading

SHIPPED = Factors()
SAUNA = OwnFactor(key="own_sauna", name="Sauna", measure=Kind.YES_NO, maximum=1)
TEA = OwnFactor(key="own_tea", name="Tea", measure=Kind.COUNT)


def chosen(change: Change | None) -> list[RowChoice]:
    assert change is not None
    return [edit.after for edit in change.edits if isinstance(edit.after, RowChoice)]


def added(change: Change | None) -> OwnFactor:
    assert change is not None
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
    row = added(add_row(SHIPPED, NewRow(name="  Sauna  visit ", kind=kind, unit=" h ")))
    assert (row.key, row.name) == ("own_sauna_visit", "Sauna visit")
    factor = Factors([row])[row.key]
    assert factor.checked(row.minimum) == row.minimum
    assert factor.checked(row.maximum) == row.maximum
    assert row.unit == ("min" if kind is Kind.MINUTES else "h")


def test_keys_are_free_and_plain() -> None:
    first = added(add_row(SHIPPED, NewRow(name="Kälte!", kind=Kind.SCALE)))
    second = added(add_row(Factors([first]), NewRow(name="Kalte", kind=Kind.SCALE)))
    third = added(add_row(SHIPPED, NewRow(name="散歩", kind=Kind.SCALE)))
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
        add_row(SHIPPED, NewRow(name=name, kind=Kind.SCALE))
    with pytest.raises(Refused, match=sentence):
        rename_row(Factors([SAUNA]), SAUNA, name)


def test_a_row_of_choices_has_its_options() -> None:
    described = NewRow(name="Shoes", kind=Kind.CHOICE, options=(" flat ", "", "with heel"))
    row = added(add_row(SHIPPED, described))
    assert (row.choices, row.maximum) == (("flat", "with heel"), 1)
    assert Factors([row])["own_shoes"].read("with heel") == 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "from 2 to 12 options, not 0"),
        (("one",), "from 2 to 12 options, not 1"),
        (tuple("abcdefghijklm"), "from 2 to 12 options, not 13"),
        (("a", "A"), "choices that read the same"),
        (("a", "Skipped"), "nor can a choice be called “skipped”"),
        (("a", "x" * 81), "at most 80 letters"),
    ],
)
def test_options_that_cannot_be_are_refused(options: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        add_row(SHIPPED, NewRow(name="Shoes", kind=Kind.CHOICE, options=options))


def test_a_unit_that_is_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="at most 12 letters"):
        add_row(SHIPPED, NewRow(name="Walk", kind=Kind.NUMBER, unit="x" * 13))


def test_a_place_of_ones_own_is_a_pain_like_any_other() -> None:
    row = added(add_row(SHIPPED, NewRow(name="Jaw", kind=Kind.SCALE, group=Group.PAIN)))
    factor = Factors([row])["own_jaw"]
    assert (factor.pain, factor.site, factor.maximum) == (True, "own_jaw", 10)
    assert row.direction is Direction.WORSE


def test_a_place_with_two_sides_is_two_rows_in_one_change() -> None:
    elbow = NewRow(name=" Elbow ", kind=Kind.SCALE, group=Group.PAIN, has_sides=True)

    change = add_row(SHIPPED, elbow)

    rows = [edit.after for edit in change.edits if isinstance(edit.after, OwnFactor)]
    assert [(row.key, row.name) for row in rows] == [
        ("own_elbow_left", "Elbow, left"),
        ("own_elbow_right", "Elbow, right"),
    ]
    assert change.label == "Row “Elbow” added"


def test_a_place_with_two_sides_is_refused_while_one_of_them_is_there() -> None:
    there = OwnFactor(key="own_e", name="elbow, RIGHT", measure=Kind.SCALE, group=Group.PAIN)
    elbow = NewRow(name="Elbow", kind=Kind.SCALE, group=Group.PAIN, has_sides=True)

    with pytest.raises(Refused, match="There is a row called “Elbow, right” already"):
        add_row(Factors([there]), elbow)


def test_a_food_of_ones_own_says_whether_to_include_it() -> None:
    described = NewRow(
        name="Lentils", kind=Kind.COUNT, group=Group.FOOD, direction=Direction.BETTER
    )
    row = added(add_row(SHIPPED, described))
    assert (row.group, row.direction) == (Group.FOOD, Direction.BETTER)


@pytest.mark.parametrize(("group", "kind"), [(Group.PAIN, Kind.COUNT), (Group.FOOD, Kind.MINUTES)])
def test_not_every_row_fits_every_part(group: Group, kind: Kind) -> None:
    assert kind not in kinds_in(group)
    with pytest.raises(Refused, match="cannot be answered in this way"):
        add_row(SHIPPED, NewRow(name="Jaw", kind=kind, group=group))


def test_a_food_is_counted_otherwise_from_then_on() -> None:
    lentils = OwnFactor(key="own_lentils", name="Lentils", measure=Kind.COUNT, group=Group.FOOD)
    counted = added(count_food(lentils, Direction.BETTER))
    assert counted == replace(lentils, direction=Direction.BETTER)
    assert count_food(counted, Direction.BETTER) is None
    with pytest.raises(Refused, match="is no food"):
        count_food(SAUNA, Direction.WORSE)


def test_a_renamed_row_keeps_its_key_and_so_its_answers() -> None:
    row = added(rename_row(Factors([SAUNA]), SAUNA, " Steam  bath "))
    assert (row.key, row.name) == ("own_sauna", "Steam bath")
    assert rename_row(Factors([SAUNA]), SAUNA, "Sauna ") is None


def test_a_row_may_be_written_otherwise_under_its_own_name() -> None:
    assert added(rename_row(Factors([SAUNA]), SAUNA, "SAUNA")).name == "SAUNA"


def test_a_row_is_retired_and_brought_back_as_it_was() -> None:
    retired = added(retire_row(SAUNA))
    assert not Factors([retired]).is_shown(retired.as_factor())
    assert retire_row(retired) is None
    assert added(bring_back(retired)) == SAUNA
    assert bring_back(SAUNA) is None


def test_a_row_without_answers_is_removed_with_its_place() -> None:
    place = RowChoice(factor="own_sauna", position=3, shown=True)
    change, is_retired = remove_row(SAUNA, PlainDiary(SAUNA, place, a_reading("own_tea", 1)))
    assert change is not None
    assert [(edit.before, edit.after) for edit in change.edits] == [(place, None), (SAUNA, None)]
    assert not is_retired


@pytest.mark.parametrize("value", [0.0, SKIPPED])
def test_a_row_with_answers_is_retired_instead(value: Answer) -> None:
    diary = PlainDiary(SAUNA, a_reading("own_sauna", value, MON))
    change, is_retired = remove_row(SAUNA, diary)
    assert has_answers(SAUNA, diary)
    assert is_retired
    assert added(change).retired


def test_a_retired_row_is_shown_again_when_it_is_brought_back() -> None:
    retired = replace(SAUNA, key="own_a", retired=True)
    own = [retired, TEA, replace(TEA, key="own_z", name="Z")]
    moved = chosen(move_row(Factors(own), [], TEA.as_factor(), 1))
    back = Factors([replace(retired, retired=False), *own[1:]], moved)
    assert back.is_shown(back["own_a"])


def test_a_row_passes_over_a_retired_one() -> None:
    first = OwnFactor(key="own_a", name="A", measure=Kind.COUNT)
    between = OwnFactor(key="own_b", name="B", measure=Kind.COUNT, retired=True)
    last = OwnFactor(key="own_c", name="C", measure=Kind.COUNT)
    factors = Factors([first, between, last])
    moved = chosen(move_row(factors, [], factors["own_c"], -1))
    after = Factors([first, between, last], moved)
    assert [row.key for row in after.shown() if row.group is Group.OWN] == ["own_c", "own_a"]
    assert {c.factor: c.shown for c in moved}.get("own_b", True)
    assert move_row(factors, [], factors["own_b"], -1) is None


def test_a_row_that_every_diary_has_cannot_be_taken_over_by_an_own_one() -> None:
    fake = OwnFactor(key="low_back", name="Something else", measure=Kind.COUNT, retired=True)
    factors = Factors([fake])
    assert factors["low_back"] == CATALOGUE["low_back"]
    assert factors.is_shown(CATALOGUE["low_back"])
