from dataclasses import replace

import pytest

from heeldiary.domain.definitions import check_definition
from heeldiary.domain.factor import Group, Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused

JAW = OwnFactor(key="own_jaw", name="Jaw", measure=Kind.SCALE, group=Group.PAIN)


def test_a_place_that_hurts_is_rated_from_0_to_10() -> None:
    check_definition(JAW)
    for wrong in (replace(JAW, maximum=5), replace(JAW, measure=Kind.COUNT)):
        with pytest.raises(Refused, match="rated from 0 to 10"):
            check_definition(wrong)


def test_a_row_that_every_diary_has_is_kept_as_it_is() -> None:
    with pytest.raises(Refused, match="every diary has"):
        check_definition(replace(JAW, key="low_back"))
