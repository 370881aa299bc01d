from typing import Any

import pytest

from heeldiary.domain.edits import Edit
from heeldiary.domain.footwear import keep_shoe
from heeldiary.domain.keeping import remove
from heeldiary.domain.movement import Insert, Shoe
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, PlainDiary, a_clock
from tests.moving import a_session, a_shoe


def test_a_pair_is_kept_with_what_is_known_of_it() -> None:
    change = keep_shoe({"name": "Blue", "drop_mm": 8.0, "insert": Insert.GEL}, a_clock())
    assert change is not None
    shoe = change.edits[0].after
    assert isinstance(shoe, Shoe)
    assert (shoe.name, shoe.drop_mm, shoe.insert, shoe.stack_mm) == ("Blue", 8, Insert.GEL, None)
    assert change.label == "Shoes: Blue"


def test_a_corrected_pair_stays_the_same_one() -> None:
    before = a_shoe()
    change = keep_shoe({"name": "Blue pair", "since": MON}, a_clock(), before)
    assert change is not None
    assert change.edits == (Edit(before, a_shoe(since=MON)),)


def test_a_pair_left_as_it_was_is_no_change() -> None:
    assert keep_shoe({"name": "Blue pair"}, a_clock(), a_shoe()) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("drop_mm", -1.0),
        ("drop_mm", 51.0),
        ("stack_mm", 101.0),
        ("heel_lift_mm", 50.5),
        ("km_before", 20_001.0),
        ("since", FRI.replace(day=21)),
        ("retired_on", FRI.replace(day=21)),
        ("note", "x" * 20_001),
    ],
)
def test_a_pair_that_cannot_be_is_refused(field: str, value: Any) -> None:
    with pytest.raises(Refused):
        keep_shoe({"name": "Blue", field: value}, a_clock())


def test_a_pair_is_not_retired_before_it_was_worn() -> None:
    with pytest.raises(Refused, match="before it was worn"):
        keep_shoe({"name": "Blue", "since": FRI, "retired_on": MON}, a_clock())


def test_a_pair_with_sessions_is_retired_rather_than_removed() -> None:
    pair = a_shoe()
    change, is_retired = remove(pair, "x", PlainDiary(pair, a_session(shoe="h1")), a_clock())
    assert is_retired
    assert change.edits == (Edit(pair, a_shoe(retired_on=FRI)),)
