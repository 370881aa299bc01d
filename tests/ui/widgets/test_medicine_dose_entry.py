"""The form of a dose follows the medicine's own plan, and never writes over what was typed."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import Dose, DoseState, Schedule
from heeldiary.domain.refusal import Refused
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.medicine_dose_entry import DoseEntry
from heeldiary.ui.widgets.medicine_editors import PlaceEditor
from tests.builders import FRI, MON, THU, TUE, WED
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen
from tests.ui.medicine_page import put, write

WEEKLY = a_regimen(
    id="weekly", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(1,), dose=40.0
)
TABLETS = a_regimen(MON, dose=2.0, unit="tablet", times=("08:00", "20:00"))


@pytest.fixture(autouse=True)
def _diary(desk: Desk, in_english: None) -> None:
    put(desk, NAPROXEN, PEN, WEEKLY, TABLETS)


@pytest.fixture
def entry(qtbot: QtBot, desk: Desk, look: Look) -> DoseEntry:
    return opened(qtbot, DoseEntry(desk, look, medicine="naproxen"))


def opened(qtbot: QtBot, entry: DoseEntry) -> DoseEntry:
    qtbot.addWidget(entry)
    entry.show()
    return entry


def labels(entry: DoseEntry) -> list[str]:
    return [choice.label for choice in entry.planned.choices]


def the_dose(entry: DoseEntry) -> Dose:
    change = entry.change()
    assert change is not None
    (edit,) = change.edits
    assert isinstance(edit.after, Dose)
    return edit.after


def test_the_plan_of_the_medicine_is_filled_in(entry: DoseEntry) -> None:
    assert (entry.given["amount"], entry.given["unit"]) == (2.0, "tablet")


def test_the_first_dose_of_the_day_that_is_open_is_meant(entry: DoseEntry, desk: Desk) -> None:
    chosen = entry.planned.chosen

    assert chosen is not None
    assert (chosen.due_day, chosen.due_time) == (FRI, "08:00")


def test_the_doses_of_the_day_before_can_be_chosen(entry: DoseEntry) -> None:
    assert labels(entry) == [
        "planned Fri 20 Nov 08:00",
        "planned Fri 20 Nov 20:00",
        "planned Thu 19 Nov 08:00, 1 day late",
        "planned Thu 19 Nov 20:00, 1 day late",
    ]


def test_what_is_recorded_is_not_offered_again(qtbot: QtBot, desk: Desk, look: Look) -> None:
    put(desk, a_dose(FRI, due_day=FRI, due_time="08:00"))

    entry = opened(qtbot, DoseEntry(desk, look, medicine="naproxen"))

    assert labels(entry)[0] == "planned Fri 20 Nov 20:00"


def test_another_medicine_brings_its_own_plan(entry: DoseEntry) -> None:
    write(entry, medicine="Pen")

    assert (entry.given["amount"], entry.given["unit"]) == (40.0, "mg")
    assert labels(entry) == ["planned Mon 16 Nov, 4 days late"]


def test_an_amount_that_was_typed_stays(entry: DoseEntry) -> None:
    write(entry, amount="1")

    write(entry, medicine="Pen")

    assert (entry.given["amount"], entry.given["unit"]) == (1.0, "tablet")


def test_another_day_has_its_own_planned_doses(entry: DoseEntry) -> None:
    write(entry, day="2026-11-17")

    assert labels(entry)[0] == "planned Tue 17 Nov 08:00"
    assert the_dose(entry).due_day == TUE


def test_while_the_day_cannot_be_read_those_of_today_are_offered(entry: DoseEntry) -> None:
    write(entry, day="then")

    assert labels(entry)[0] == "planned Fri 20 Nov 08:00"


def test_a_missed_dose_has_the_unit_of_its_plan(entry: DoseEntry) -> None:
    write(entry, state="missed")

    dose = the_dose(entry)
    assert (dose.state, dose.amount, dose.unit) == (DoseState.MISSED, None, "tablet")


def test_a_record_of_a_plan_that_is_gone_keeps_what_it_was_planned_for(
    qtbot: QtBot, desk: Desk, look: Look
) -> None:
    old = a_dose(WED, id="old", due_day=MON, due_time="06:00", amount=1.0, unit="tablet")
    put(desk, old)

    entry = opened(qtbot, DoseEntry(desk, look, old))
    write(entry, reason="found in an old note")

    dose = the_dose(entry)
    assert (dose.id, dose.due_day, dose.due_time) == ("old", MON, "06:00")
    assert labels(entry)[0] == "planned Mon 16 Nov 06:00, 2 days late"


def test_a_dose_of_another_medicine_was_not_planned_for_this_one(
    qtbot: QtBot, desk: Desk, look: Look
) -> None:
    wrong = a_dose(FRI, id="wrong", due_day=FRI, due_time="08:00")
    put(desk, wrong)
    entry = opened(qtbot, DoseEntry(desk, look, wrong))

    write(entry, medicine="Pen")

    assert labels(entry) == ["planned Mon 16 Nov, 4 days late"]
    assert the_dose(entry).due_day is None


def test_an_extra_dose_stays_one_when_it_is_corrected(qtbot: QtBot, desk: Desk, look: Look) -> None:
    extra = a_dose(THU, id="extra")
    put(desk, extra)
    entry = opened(qtbot, DoseEntry(desk, look, extra))

    write(entry, amount="250")

    assert the_dose(entry).due_day is None


def test_places_used_before_are_offered_as_the_owner_wrote_them(
    qtbot: QtBot, desk: Desk, look: Look
) -> None:
    weeks = [MON - timedelta(days=7 * n) for n in range(1, 4)]
    sides = (Side.LEFT, Side.RIGHT, Side.LEFT)
    put(
        desk,
        *(
            a_dose(day, medicine="pen", site="thigh", side=side)
            for day, side in zip(weeks, sides, strict=True)
        ),
    )

    entry = opened(qtbot, DoseEntry(desk, look, medicine="pen"))

    place = entry.editors["site"]
    assert isinstance(place, PlaceEditor)
    assert place.remark.text() == "Last time: thigh, left. Longest not used: thigh, right."
    assert place.value() == ""


def test_a_tablet_has_no_place(entry: DoseEntry) -> None:
    assert not entry.editors["site"].isVisible()
    write(entry, medicine="Pen")
    assert entry.editors["site"].isVisible()


def test_a_place_that_was_recorded_of_a_tablet_stays(qtbot: QtBot, desk: Desk, look: Look) -> None:
    odd = a_dose(THU, id="odd", site="under the tongue")
    put(desk, odd)
    entry = opened(qtbot, DoseEntry(desk, look, odd))

    write(entry, amount="250")

    assert the_dose(entry).site == "under the tongue"


def test_without_any_medicine_no_dose_is_kept(qtbot: QtBot, desk: Desk, look: Look) -> None:
    desk.undo()
    entry = opened(qtbot, DoseEntry(desk, look))

    with pytest.raises(Refused, match="no medicine yet"):
        entry.change()
