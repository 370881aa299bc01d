from dataclasses import replace

import pytest

from heeldiary.domain.edits import Edit
from heeldiary.domain.keeping import keep, new_id, remove
from heeldiary.domain.medicines import Dose, Medicine
from heeldiary.domain.movement import Impact, Session, Shoe
from heeldiary.domain.records import Origin
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, NOON, PlainDiary, a_clock

NAPROXEN = Medicine(id="m", name="Naproxen")
DOSE = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
SHOE = Shoe(id="h", name="Blue pair")
RUN = Session(
    id="s",
    day=MON,
    activity="running",
    impact=Impact.HIGH,
    shoe="h",
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)


def test_a_record_is_kept_with_its_label() -> None:
    change = keep(None, NAPROXEN, "Naproxen added", a_clock())
    assert change is not None
    assert (change.label, change.edits) == ("Naproxen added", (Edit(None, NAPROXEN),))


def test_what_did_not_change_is_no_change() -> None:
    assert keep(NAPROXEN, NAPROXEN, "Nothing", a_clock()) is None


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be empty"):
        keep(NAPROXEN, replace(NAPROXEN, name=""), "Renamed", a_clock())


def test_what_nobody_names_is_removed() -> None:
    change, is_retired = remove(NAPROXEN, "Away", PlainDiary(NAPROXEN), a_clock())
    assert (change.edits, is_retired) == ((Edit(NAPROXEN, None),), False)


def test_a_medicine_with_a_history_is_retired() -> None:
    change, is_retired = remove(NAPROXEN, "Away", PlainDiary(NAPROXEN, DOSE), a_clock())
    assert (change.edits, is_retired) == (
        (Edit(NAPROXEN, replace(NAPROXEN, retired=True)),),
        True,
    )


def test_a_pair_of_shoes_with_a_history_is_retired_today() -> None:
    change, is_retired = remove(SHOE, "Away", PlainDiary(SHOE, RUN), a_clock())
    assert (change.edits, is_retired) == ((Edit(SHOE, replace(SHOE, retired_on=FRI)),), True)


def test_ids_are_never_the_same() -> None:
    assert len({new_id() for _ in range(100)}) == 100
