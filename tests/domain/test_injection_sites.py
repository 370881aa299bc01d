"""Where injections were given."""

from heeldiary.domain.factor import Side
from heeldiary.domain.injection_sites import Place, last_site, next_site
from heeldiary.domain.medicines import DoseState
from tests.builders import FRI, MON, THU, TUE, WED
from tests.medicine_records import a_dose


def test_the_last_place_of_an_injection_is_known() -> None:
    doses = [
        a_dose(WED, site="thigh", side=Side.RIGHT),
        a_dose(TUE, site="belly"),
        a_dose(THU),
        a_dose(FRI, site="arm", state=DoseState.MISSED),
    ]

    assert last_site(doses) == Place("thigh", Side.RIGHT)


def test_the_place_that_was_not_used_for_longest_comes_next() -> None:
    left, right = Place("thigh", Side.LEFT), Place("thigh", Side.RIGHT)
    doses = [
        a_dose(day, site="thigh", side=side) for day, side in ((MON, Side.LEFT), (TUE, Side.RIGHT))
    ]

    assert next_site(doses) == left
    assert next_site([*doses, a_dose(WED, site=" thigh ", side=Side.LEFT)]) == right


def test_with_one_place_there_is_nothing_to_choose() -> None:
    assert next_site([a_dose(MON, site="belly"), a_dose(TUE, site="belly")]) is None


def test_without_a_place_there_is_no_last_one() -> None:
    assert last_site([a_dose()]) is None
