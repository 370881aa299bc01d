from datetime import date, timedelta
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.analysis.nsaid import (
    NSAID_EQUIVALENTS,
    NsaidIntake,
    nsaid_by_day,
    nsaid_equivalent,
    nsaid_index,
)
from heeldiary.domain.days import Span
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, THU, TUE, WED

WEEK = Span(MON, MON + timedelta(days=6))


def took(day: date, substance: str, mg: float) -> NsaidIntake:
    return NsaidIntake(day=day, substance=substance, mg=mg)


def test_the_index_stands_on_the_recorded_days_only() -> None:
    index = nsaid_index([took(MON, "naproxen", 1000)], [MON, TUE], WEEK)

    assert index.score == 50
    assert (index.recorded, index.days) == (2, 7)


def test_a_span_without_a_recorded_day_has_no_index() -> None:
    index = nsaid_index([], [], WEEK)

    assert index.score is None
    assert (index.recorded, index.days) == (0, 7)


def test_recorded_days_without_an_intake_have_an_index_of_zero() -> None:
    assert nsaid_index([], [MON, TUE], WEEK).score == 0


def test_a_day_with_an_intake_is_a_recorded_day() -> None:
    index = nsaid_index([took(TUE, "naproxen", 1000)], [MON], WEEK)

    assert (index.score, index.recorded) == (50, 2)


def test_what_lies_outside_the_span_is_left_out() -> None:
    index = nsaid_index(
        [took(MON, "naproxen", 1000), took(TUE, "nabumetone", 500)], [MON, WED], Span(WED, FRI)
    )

    assert (index.score, index.recorded, index.days) == (0, 1, 3)
    assert index.without_equivalent == ()


def test_a_substance_without_a_published_equivalent_is_named_and_not_guessed() -> None:
    intakes = [
        took(MON, "Nimesulide", 200),
        took(MON, "nabumetone", 1000),
        took(TUE, "nabumetone", 1000),
        took(TUE, "meloxicam", 15),
    ]
    index = nsaid_index(intakes, [MON, TUE], WEEK)

    assert index.score == 50
    assert index.without_equivalent == ("nabumetone", "nimesulide")


def test_a_substance_of_which_nothing_was_taken_is_not_named() -> None:
    assert nsaid_index([took(MON, "nabumetone", 0)], [MON], WEEK).without_equivalent == ()


def test_paracetamol_and_a_little_aspirin_are_passed_over() -> None:
    intakes = [
        took(MON, "paracetamol", 4000),
        took(MON, "Acetaminophen", 500),
        took(MON, "aspirin", 100),
        took(TUE, "acetylsalicylic acid", 299),
    ]
    index = nsaid_index(intakes, [MON, TUE], WEEK)

    assert (index.score, index.without_equivalent) == (0, ())


def test_much_aspirin_of_one_day_has_no_published_equivalent() -> None:
    index = nsaid_index([took(MON, "aspirin", 150), took(MON, "aspirin", 150)], [MON], WEEK)

    assert index.without_equivalent == ("aspirin",)


def test_the_name_of_a_substance_is_read_as_people_write_it() -> None:
    assert nsaid_equivalent(" Indomethacin ") == 150
    assert nsaid_equivalent("NAPROXEN") == 1000
    assert nsaid_equivalent("nimesulide") is None


def test_days_come_in_their_order_with_zero_where_nothing_was_taken() -> None:
    by_day = nsaid_by_day(
        [took(THU, "ibuprofen", 1200), took(MON, "naproxen", 500), took(MON, "celecoxib", 200)],
        [THU, TUE],
    )

    assert list(by_day.items()) == [(MON, 100), (TUE, 0), (THU, 50)]


@pytest.mark.parametrize("mg", [-1, 100_001, nan])
def test_an_amount_that_nobody_takes_is_refused(mg: float) -> None:
    with pytest.raises(Refused, match="“naproxen” takes a number from 0 to 100000 mg"):
        nsaid_index([took(MON, "naproxen", mg)], [MON], WEEK)


@given(
    st.lists(
        st.builds(
            NsaidIntake,
            day=st.sampled_from(list(WEEK)),
            substance=st.sampled_from(sorted(NSAID_EQUIVALENTS)),
            mg=st.floats(0, 5000),
        )
    )
)
def test_one_more_intake_on_a_recorded_day_never_lowers_the_index(
    intakes: list[NsaidIntake],
) -> None:
    fewer, all_of_them = (nsaid_index(some, list(WEEK), WEEK) for some in (intakes[1:], intakes))

    assert fewer.score is not None
    assert all_of_them.score is not None
    assert 0 <= fewer.score <= all_of_them.score + 1e-9
