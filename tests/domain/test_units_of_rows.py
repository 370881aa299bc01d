from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import SKIPPED, OwnFactor, Reading, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.units_of_rows import (
    begin_series,
    convert_row,
    converted,
    last_conversions,
)
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_reading

WALK = OwnFactor(key="own_walk", name="Walk", measure=Kind.NUMBER, unit="mi", maximum=1_000)
PLACE = RowChoice(factor="own_walk", position=7, shown=False)
TO_KM = 1.609344


def answered(*values: float) -> PlainDiary:
    days = (MON, TUE, WED, THU, FRI)
    readings = [a_reading("own_walk", v, d) for v, d in zip(values, days, strict=False)]
    return PlainDiary(WALK, *readings)


def the_row(change: Change | None) -> OwnFactor:
    assert change is not None
    row = change.edits[0].after
    assert isinstance(row, OwnFactor)
    return row


def numbers(change: Change | None) -> list[float | None]:
    assert change is not None
    after = [edit.after for edit in change.edits]
    return [record.number for record in after if isinstance(record, Reading)]


def test_every_answer_is_converted_with_the_unit() -> None:
    change = convert_row(WALK, "km", TO_KM, answered(1, 10))
    assert numbers(change) == [1.609344, 16.09344]
    assert (the_row(change).unit, the_row(change).maximum) == ("km", 1609.344)
    assert change is not None
    assert change.label == "“Walk” from mi to km, 2 answers converted"


def test_a_converted_answer_keeps_when_it_was_given() -> None:
    before = a_reading("own_walk", 2, MON)
    change = convert_row(WALK, "km", TO_KM, PlainDiary(WALK, before))
    assert change is not None
    after = change.edits[1].after
    assert isinstance(after, Reading)
    assert (after.day, after.recorded_at, after.origin) == (
        before.day,
        before.recorded_at,
        before.origin,
    )


def test_a_skip_and_a_zero_stay_what_they_are() -> None:
    change = convert_row(WALK, "km", TO_KM, PlainDiary(WALK, a_reading("own_walk", SKIPPED)))
    assert numbers(change) == []
    assert numbers(convert_row(WALK, "km", TO_KM, answered(0))) == []


def test_a_row_without_answers_just_changes_its_unit() -> None:
    change = convert_row(WALK, "km", 1, answered())
    assert change is not None
    assert len(change.edits) == 1
    assert the_row(change).unit == "km"


def test_the_same_unit_changes_nothing() -> None:
    assert convert_row(WALK, "mi", 1, answered(3)) is None


@pytest.mark.parametrize(("unit", "said"), [("mi", "still “mi”"), ("", "still empty")])
def test_answers_are_not_multiplied_in_the_same_unit(unit: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        convert_row(replace(WALK, unit=unit), unit, 2, answered(3))


@given(st.floats(0, 1_000), st.floats(0.001, 1_000))
def test_what_was_in_range_is_in_range_afterwards(value: float, factor: float) -> None:
    change = convert_row(WALK, "x", factor, answered(value))
    row = the_row(change)
    for number in numbers(change):
        assert number is not None
        assert row.as_factor().checked(number) == number


def test_the_last_three_answers_are_shown_before_they_are_converted() -> None:
    shown = last_conversions(WALK, 2, answered(1, 2, 3, 4), FRI)
    assert shown == [(THU, 4, 8), (WED, 3, 6), (TUE, 2, 4)]
    assert last_conversions(WALK, 2, answered(1), FRI) == [(MON, 1, 2)]
    assert last_conversions(WALK, 2, answered(), FRI) == []


def test_an_answer_of_today_is_among_them() -> None:
    assert last_conversions(WALK, 2, answered(1, 2, 3, 4, 5), FRI)[0] == (FRI, 5, 10)


@pytest.mark.parametrize("factor", [0, -1, float("nan"), float("inf"), 1e-7, 1e7])
def test_a_factor_that_cannot_be_is_refused(factor: float) -> None:
    with pytest.raises(Refused, match="The factor is a number above 0"):
        convert_row(WALK, "km", factor, answered(1))


def test_numbers_too_large_to_keep_are_refused() -> None:
    wide = OwnFactor(key="own_wide", name="Wide", measure=Kind.NUMBER, maximum=1e12)
    with pytest.raises(Refused, match="too large"):
        convert_row(wide, "x", 10, PlainDiary())


def test_only_a_number_has_a_unit_to_change() -> None:
    tea = OwnFactor(key="own_tea", name="Tea", measure=Kind.COUNT)
    with pytest.raises(Refused, match="not a number with a unit"):
        convert_row(tea, "cups", 1, PlainDiary())


def test_a_long_unit_is_refused() -> None:
    with pytest.raises(Refused, match="at most 12 letters"):
        convert_row(WALK, "x" * 13, 1, PlainDiary())


def test_a_new_series_leaves_the_old_one_retired_under_its_name() -> None:
    diary = PlainDiary(WALK, PLACE, a_reading("own_walk", 3, MON))
    old, new, place = begin_series(WALK, "km", Factors([WALK]), diary, FRI).edits
    assert isinstance(old.after, OwnFactor)
    assert isinstance(new.after, OwnFactor)
    assert (old.after.name, old.after.unit) == ("Walk (until 2026-11-20)", "mi")
    assert old.after.retired
    assert (new.after.key, new.after.name, new.after.unit) == ("own_walk_2", "Walk", "km")
    assert not new.after.retired
    assert place.after == RowChoice(factor="own_walk_2", position=7, shown=False)


def test_two_series_that_end_on_a_day_have_two_names() -> None:
    ended = OwnFactor(key="own_w", name=f"Walk (until {FRI})", measure=Kind.NUMBER)
    change = begin_series(WALK, "km", Factors([WALK, ended]), PlainDiary(WALK), FRI)
    assert the_row(change).name == "Walk (until 2026-11-20) 2"


def test_a_long_name_has_room_for_its_last_day() -> None:
    long = OwnFactor(key="own_long", name="x" * 80, measure=Kind.NUMBER, unit="mi")
    assert len(the_row(begin_series(long, "km", Factors([long]), PlainDiary(), FRI)).name) <= 80


def test_a_new_series_in_the_same_unit_is_refused() -> None:
    with pytest.raises(Refused, match="the same unit"):
        begin_series(WALK, "mi", Factors([WALK]), PlainDiary(), FRI)


def test_conversion_leaves_no_dust() -> None:
    assert converted(0.1, 3) == 0.3
