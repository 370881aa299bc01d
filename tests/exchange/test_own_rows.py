"""Rows of the owner's own that another program's names become."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.definitions import check_definition
from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Entry
from heeldiary.exchange.own_rows import OwnRows, as_own, own_key, yes_no_row

MUSIC = yes_no_row("own_daylio_music", "music")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Back (lower) pain", "own_x_back_lower_pain"),
        ("movies / tv", "own_x_movies_tv"),
        ("Größe_1", "own_x_grösse_1"),
        ("散歩", "own_x_散歩"),
        ("🍺", "own_x_u1f37a"),
    ],
)
def test_a_name_becomes_a_readable_key(name: str, key: str) -> None:
    assert own_key("x", name) == key


def test_long_names_that_differ_late_keep_different_keys() -> None:
    assert own_key("x", "a" * 60 + "b") != own_key("x", "a" * 60 + "c")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_name_has_a_key_that_a_diary_takes(name: str) -> None:
    key = own_key("x", name)
    assert key != "own_x_"
    check_definition(yes_no_row(key, "a name"))


def test_a_row_is_told_once() -> None:
    rows = OwnRows(Factors())
    assert rows.told(2, MUSIC) == (Entry(line=2, record=MUSIC),)
    assert rows.told(3, MUSIC) == ()


def test_a_row_that_the_diary_has_is_left_as_its_owner_set_it_up() -> None:
    renamed = replace(MUSIC, name="Loud music", retired=True)
    assert OwnRows(Factors([renamed])).told(2, MUSIC) == ()


def test_a_row_that_means_something_else_in_the_diary_is_told() -> None:
    scale = OwnFactor(key=MUSIC.key, name="music", measure=Kind.SCALE)
    assert OwnRows(Factors([scale])).told(2, MUSIC) == (Entry(line=2, record=MUSIC),)


def test_two_names_of_one_key_are_not_mixed() -> None:
    rows = OwnRows(Factors())
    rows.told(2, yes_no_row("own_daylio_a_b", "a b"))
    with pytest.raises(Refused, match=r"“a/b” cannot be told apart from “a b”"):
        rows.told(3, yes_no_row("own_daylio_a_b", "a/b"))


@pytest.mark.parametrize(
    "own",
    [
        MUSIC,
        OwnFactor(key="own_m", name="Mood", measure=Kind.CHOICE, maximum=1, choices=("a", "b")),
        OwnFactor(
            key="own_w",
            name="Water",
            measure=Kind.NUMBER,
            unit="l",
            maximum=5,
            step=0.5,
            direction=Direction.BETTER,
            retired=True,
        ),
    ],
)
def test_a_row_comes_back_from_the_registry_as_it_was(own: OwnFactor) -> None:
    assert as_own(own.as_factor()) == own
