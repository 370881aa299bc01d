"""The page of medicines: what is taken, in periods; doses; what followed; a time line."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Form,
    Medicine,
    MedicineClass,
    Procedure,
    ProcedureKind,
    Regimen,
    Route,
    Schedule,
    SideEffect,
)
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.shape import Step
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.medicines import MedicinesPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.medicine_editors import SubstanceEditor
from heeldiary.ui.widgets.medicine_entry import MedicineEntry
from heeldiary.ui.widgets.medicine_regimen_entry import RegimenEntry
from heeldiary.ui.widgets.record_list import FIRST, STEP
from tests.builders import FRI, MON, NOON, THU, TUE, WED, a_reading
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen, a_side_effect
from tests.ui.medicine_page import click, keep, put, the_entry, what_is_wrong, write

_R = TypeVar("_R", bound=Record)

WEEKLY = a_regimen(
    id="weekly", medicine="pen", schedule=Schedule.WEEKDAYS, weekdays=(1,), dose=40.0
)
SHOCK_WAVE = Procedure(
    id="wave", day=MON, what=ProcedureKind.SHOCK_WAVE, recorded_at=NOON, origin=Origin.LATER
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, in_english: None) -> MedicinesPage:
    page = MedicinesPage(desk, look)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page


@pytest.fixture
def taking(page: MedicinesPage) -> MedicinesPage:
    """Naproxen, 500 mg a day since Monday."""
    put(page.desk, NAPROXEN, a_regimen(MON))
    return page


def all_of(page: MedicinesPage, kind: type[_R]) -> list[_R]:
    return list(page.desk.diary.records(kind))


def the(page: MedicinesPage, kind: type[_R]) -> _R:
    (record,) = all_of(page, kind)
    return record


def test_an_empty_diary_invites_to_add_a_medicine(page: MedicinesPage) -> None:
    assert page.now.invitation.isVisible()
    assert not page.now.add.isVisible()

    click(page.now.first)

    assert isinstance(page.entry, MedicineEntry)


def test_a_medicine_of_the_catalogue_brings_its_class_and_no_dose(page: MedicinesPage) -> None:
    page.open_form("medicine")
    write(the_entry(page), name="Naproxen")
    keep(page)

    medicine = the(page, Medicine)
    assert (medicine.substance, medicine.medicine_class) == ("naproxen", MedicineClass.NSAID)
    assert medicine.form is Form.TABLET
    assert the_entry(page).editors["dose"].value() is None


def test_a_medicine_in_own_words_is_kept_as_it_was_written(page: MedicinesPage) -> None:
    page.open_form("medicine")
    write(the_entry(page), name="Grandma's drops", form="Liquid", unit="spoon", note="on sugar")
    keep(page)

    medicine = the(page, Medicine)
    assert (medicine.name, medicine.substance, medicine.unit) == ("Grandma's drops", "", "spoon")
    assert (medicine.form, medicine.note) == (Form.LIQUID, "on sugar")


def test_the_code_of_a_substance_is_shown(page: MedicinesPage) -> None:
    page.open_form("medicine")
    substance = the_entry(page).editors["substance"]
    assert isinstance(substance, SubstanceEditor)
    write(the_entry(page), substance="Naproxen")
    assert substance.code.text() == "ATC M01AE02"

    write(the_entry(page), substance="Methotrexate")

    assert substance.code.text() == ""


def test_a_brand_can_have_its_substance(page: MedicinesPage) -> None:
    page.open_form("medicine")
    write(the_entry(page), name="My pen", substance="Adalimumab")
    keep(page)

    medicine = the(page, Medicine)
    assert (medicine.name, medicine.medicine_class) == ("My pen", MedicineClass.TNF)
    assert medicine.form is Form.INJECTION


def test_after_a_medicine_is_asked_how_it_is_taken(page: MedicinesPage) -> None:
    page.open_form("medicine")
    write(the_entry(page), name="Naproxen")
    keep(page)

    assert isinstance(page.entry, RegimenEntry)
    write(the_entry(page), dose="500", times="8, 20.00", began_because="stiff")
    keep(page)

    regimen = the(page, Regimen)
    assert (regimen.first_day, regimen.dose, regimen.times) == (FRI, 500.0, ("08:00", "20:00"))
    assert (regimen.began_because, regimen.route) == ("stiff", Route.ORAL)
    (card,) = page.now.medicines
    assert card.plan.text() == "500 mg, twice a day at 08:00 and 20:00"
    assert "Since 20 Nov 2026" in card.since.text()
    assert "Next due: Fri 20 Nov 08:00" in card.since.text()


def test_an_injection_is_begun_every_so_many_days(page: MedicinesPage) -> None:
    put(page.desk, PEN)
    page.open_entry("begin", "pen")
    write(the_entry(page), schedule="every so many days", every="14", dose="40")
    keep(page)

    regimen = the(page, Regimen)
    assert (regimen.schedule, regimen.every) == (Schedule.EVERY_N_DAYS, 14)
    assert regimen.route is Route.SUBCUTANEOUS


def test_a_medicine_is_taken_on_weekdays(page: MedicinesPage) -> None:
    put(page.desk, NAPROXEN)
    page.open_entry("begin", "naproxen")
    write(the_entry(page), schedule="on weekdays", weekdays="1 4", dose="15")
    keep(page)

    assert the(page, Regimen).weekdays == (1, 4)


def test_as_needed_has_the_limit_that_the_owner_set(page: MedicinesPage) -> None:
    put(page.desk, NAPROXEN, a_dose(FRI, amount=1.0, unit="tablet"))
    page.open_entry("begin", "naproxen")
    write(the_entry(page), schedule="as needed", dose="1", unit="tablet", daily_limit="4")
    keep(page)

    assert the(page, Regimen).daily_limit == 4
    assert "Today: 1 of at most 4 tablets, as you set it" in page.now.medicines[0].since.text()


def test_a_taper_ends_with_its_last_step(page: MedicinesPage) -> None:
    put(page.desk, NAPROXEN)
    page.open_entry("begin", "naproxen")
    write(the_entry(page), schedule="in steps (a taper)", steps="20x7, 12,5x3")
    keep(page)

    regimen = the(page, Regimen)
    assert regimen.steps == (Step(dose=20.0, days=7), Step(dose=12.5, days=3))
    assert regimen.last_day == FRI + timedelta(days=9)


def test_a_change_leaves_the_days_before_as_they_were(taking: MedicinesPage) -> None:
    click(taking.now.medicines[0].change)
    write(the_entry(taking), first_day="2026-11-18", dose="250", began_because="better")
    keep(taking)

    before, now = all_of(taking, Regimen)
    assert (before.dose, before.last_day, before.ended_because) == (500.0, TUE, "better")
    assert (now.dose, now.first_day, now.began_because) == (250.0, WED, "better")
    taking.desk.undo()
    assert the(taking, Regimen) == a_regimen(MON)


def test_a_change_to_come_is_shown_beside_the_plan_of_now(taking: MedicinesPage) -> None:
    click(taking.now.medicines[0].change)
    write(the_entry(taking), first_day="2026-12-01", dose="250")
    keep(taking)

    assert taking.now.medicines[0].plan.text() == "500 mg, daily\nFrom 1 Dec 2026: 250 mg, daily"


def test_a_plan_to_come_is_changed_from_its_first_day(page: MedicinesPage) -> None:
    put(page.desk, NAPROXEN, a_regimen(FRI + timedelta(days=7)))
    click(page.now.medicines[0].change)
    write(the_entry(page), dose="250")
    keep(page)

    assert (the(page, Regimen).first_day, the(page, Regimen).dose) == (FRI + timedelta(days=7), 250)


def test_a_retired_medicine_is_not_removed_again(taking: MedicinesPage) -> None:
    taking.open_entry("details", "naproxen")
    click(the_entry(taking).remove)
    taking.open_entry("details", "naproxen")

    assert not the_entry(taking).remove.isVisible()


def test_a_regimen_ends_with_a_reason(taking: MedicinesPage) -> None:
    click(taking.now.medicines[0].end)
    write(the_entry(taking), last_day="2026-11-18", ended_because="stomach")
    keep(taking)

    regimen = the(taking, Regimen)
    assert (regimen.last_day, regimen.ended_because) == (WED, "stomach")
    assert taking.now.medicines == []
    assert taking.now.earlier.isVisible()


def test_earlier_medicines_are_folded_and_taken_again(taking: MedicinesPage) -> None:
    put(taking.desk, PEN)
    taking.desk.apply(None)
    taking.open_entry("end", "naproxen")
    write(the_entry(taking), last_day="2026-11-18")
    keep(taking)
    assert not taking.now.earlier_list.isVisible()

    click(taking.now.unfold)
    taking.now.earlier_list.table.selectRow(0)
    click(taking.now.again)
    write(the_entry(taking), dose="250")
    keep(taking)

    assert [r.dose for r in all_of(taking, Regimen)] == [500.0, 250.0]
    assert len(taking.now.medicines) == 2


def test_a_medicine_without_a_history_is_removed(page: MedicinesPage) -> None:
    put(page.desk, NAPROXEN)
    page.open_entry("details", "naproxen")

    click(the_entry(page).remove)

    assert all_of(page, Medicine) == []
    assert page.notice.text == "Naproxen was removed."


def test_a_medicine_with_a_history_is_retired_and_that_is_said(taking: MedicinesPage) -> None:
    taking.open_entry("details", "naproxen")

    click(the_entry(taking).remove)

    assert the(taking, Medicine).retired
    assert the(taking, Regimen).last_day == FRI
    assert "has a history, so it was retired instead of removed" in taking.notice.text
    assert taking.now.medicines == []


def test_a_retired_medicine_that_is_taken_again_is_in_use(taking: MedicinesPage) -> None:
    taking.open_entry("end", "naproxen")
    write(the_entry(taking), last_day="2026-11-18")
    keep(taking)
    taking.open_entry("details", "naproxen")
    click(the_entry(taking).remove)
    taking.open_entry("begin", "naproxen")
    write(the_entry(taking), dose="250")
    keep(taking)

    assert not the(taking, Medicine).retired
    assert len(taking.now.medicines) == 1


def test_a_planned_dose_is_recorded_from_its_medicine(taking: MedicinesPage) -> None:
    click(taking.now.medicines[0].dose)
    write(the_entry(taking), time="8.15")
    keep(taking)

    dose = the(taking, Dose)
    assert (dose.day, dose.due_day, dose.amount, dose.time) == (FRI, FRI, 500.0, "08:15")
    assert "Next due: Sat 21 Nov" in taking.now.medicines[0].since.text()


def test_a_late_injection_has_site_and_side(page: MedicinesPage) -> None:
    put(page.desk, PEN, WEEKLY)
    click(page.now.medicines[0].dose)
    write(the_entry(page), site="thigh", side="Left")
    keep(page)

    dose = the(page, Dose)
    assert (dose.day, dose.due_day, dose.site, dose.side) == (FRI, MON, "thigh", Side.LEFT)
    page.show_part("doses")
    assert "taken, planned Mon 16 Nov, 4 days late" in page.doses.list.table.texts.rows[0]


def test_an_extra_dose_is_not_a_planned_one(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(FRI, due_day=FRI), a_dose(THU, due_day=THU))
    taking.open_form("dose")
    write(the_entry(taking), amount="250", reason="long walk")
    keep(taking)

    extra = [dose for dose in all_of(taking, Dose) if dose.amount == 250]
    assert [(dose.due_day, dose.reason) for dose in extra] == [(None, "long walk")]


def test_a_dose_that_was_skipped_has_its_reason_and_no_amount(taking: MedicinesPage) -> None:
    taking.open_form("dose")
    write(the_entry(taking), state="skipped on purpose", reason="surgery tomorrow")
    keep(taking)

    dose = the(taking, Dose)
    assert (dose.state, dose.amount, dose.reason) == (DoseState.SKIPPED, None, "surgery tomorrow")


def test_a_dose_of_a_past_day_is_added_for_its_plan(taking: MedicinesPage) -> None:
    taking.open_form("dose")
    write(the_entry(taking), day="2026-11-17")
    keep(taking)

    assert (the(taking, Dose).day, the(taking, Dose).due_day) == (TUE, TUE)


def test_a_dose_is_corrected(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU, id="d", due_day=THU, time="08:00"))
    taking.show_part("doses")
    taking.doses.list.chosen.emit("d")
    write(the_entry(taking), time="21:00", amount="250")
    keep(taking)

    dose = the(taking, Dose)
    assert (dose.id, dose.due_day, dose.time, dose.amount) == ("d", THU, "21:00", 250.0)


def test_a_chosen_line_is_opened_by_a_button(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU, id="d", due_day=THU))
    taking.show_part("doses")
    click(taking.doses.list.open)
    assert taking.entry is None

    taking.doses.list.table.selectRow(0)
    click(taking.doses.list.open)

    assert the_entry(taking).remove.isVisible()


def test_without_a_line_there_is_nothing_to_open(taking: MedicinesPage) -> None:
    taking.show_part("events")

    assert not taking.events.effects.open.isVisible()
    assert not taking.events.procedures.open.isVisible()


def test_a_dose_that_was_only_looked_at_is_not_changed(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU, id="d", due_day=THU))
    text = taking.desk.undo_text
    taking.open_entry("correct_dose", "d")
    keep(taking)

    assert taking.desk.undo_text == text
    assert taking.entry is None


def test_a_dose_is_removed_and_comes_back(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU, id="d"))
    taking.open_entry("correct_dose", "d")
    click(the_entry(taking).remove)

    assert all_of(taking, Dose) == []
    taking.desk.undo()
    assert the(taking, Dose).id == "d"


def test_doses_are_shown_in_steps(taking: MedicinesPage) -> None:
    put(taking.desk, *(a_dose(FRI - timedelta(days=n)) for n in range(STEP + 5)))
    taking.show_part("doses")
    rows = taking.doses.list.table.texts
    assert (rows.rowCount(), rows.rows[0][0]) == (STEP, "20 Nov 2026")

    click(taking.doses.list.more)

    assert rows.rowCount() == STEP + 5
    assert not taking.doses.list.more.isVisible()


def test_four_weeks_stand_on_their_recorded_days(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU, due_day=THU), a_dose(FRI, due_day=FRI, state=DoseState.MISSED))
    taking.show_part("doses")

    assert taking.doses.index.text() == "NSAID use index: 25 (recorded 2 of 28 days)"
    assert taking.doses.planned.text() == (
        "Naproxen: planned 5; taken 1, missed 1, skipped 0, not recorded 3"
    )


def test_what_has_no_published_equivalent_is_named(page: MedicinesPage) -> None:
    own = Medicine(id="own", name="Nabumetone", medicine_class=MedicineClass.NSAID)
    put(page.desk, own, a_dose(FRI, medicine="own"), a_dose(THU, medicine="own", amount=None))
    page.show_part("doses")

    assert "No published equivalent, so not in it: nabumetone" in page.doses.index.text()
    assert "Left out, as an amount in mg is missing: 1 days" in page.doses.index.text()


def test_a_side_effect_is_recorded_and_ended(taking: MedicinesPage) -> None:
    taking.open_form("side_effect")
    write(
        the_entry(taking),
        what="Rash",
        medicine="Naproxen",
        first_day="2026-11-17",
        strength="4",
        note="arms",
    )
    keep(taking)
    effect = the(taking, SideEffect)
    assert (effect.what, effect.medicine, effect.strength) == ("Rash", "naproxen", 4.0)

    taking.events.effects.chosen.emit(effect.id)
    write(the_entry(taking), last_day="2026-11-19")
    keep(taking)

    assert the(taking, SideEffect).last_day == THU
    assert taking.events.effects.table.texts.rows[0][3] == "17 Nov 2026 – 19 Nov 2026"


def test_a_side_effect_is_removed(taking: MedicinesPage) -> None:
    put(taking.desk, a_side_effect())
    taking.open_entry("correct_side_effect", "effect-Stomach ache")

    click(the_entry(taking).remove)

    assert all_of(taking, SideEffect) == []


def test_a_procedure_is_recorded_by_site_and_side(page: MedicinesPage) -> None:
    page.open_form("procedure")
    write(
        the_entry(page),
        what="Shock wave",
        day="2026-11-17",
        site="under the heel",
        side="Right",
        number="3",
        given_by="the physio",
    )
    keep(page)

    procedure = the(page, Procedure)
    assert (procedure.what, procedure.day, procedure.number) == (ProcedureKind.SHOCK_WAVE, TUE, 3)
    assert (procedure.site, procedure.side) == ("under the heel", Side.RIGHT)
    assert page.events.procedures.table.texts.rows[0][1] == "Shock wave 3"


def test_a_procedure_is_corrected_and_removed(page: MedicinesPage) -> None:
    put(page.desk, SHOCK_WAVE)
    page.show_part("events")
    page.events.procedures.chosen.emit("wave")
    write(the_entry(page), detail="2.5 bar")
    keep(page)
    assert the(page, Procedure).detail == "2.5 bar"

    page.open_entry("correct_procedure", "wave")
    click(the_entry(page).remove)
    assert all_of(page, Procedure) == []


def test_a_period_is_put_right_from_the_time_line(taking: MedicinesPage) -> None:
    taking.show_part("periods")
    taking.periods.list.chosen.emit(the(taking, Regimen).id)
    write(the_entry(taking), first_day="2025-01-02", dose="250")
    keep(taking)

    assert (the(taking, Regimen).first_day, the(taking, Regimen).dose) == (date(2025, 1, 2), 250.0)


def test_a_period_is_removed_and_its_doses_stay(taking: MedicinesPage) -> None:
    put(taking.desk, a_dose(THU))
    taking.open_entry("correct", the(taking, Regimen).id)

    click(the_entry(taking).remove)

    assert all_of(taking, Regimen) == []
    assert len(all_of(taking, Dose)) == 1


def test_the_time_line_says_what_it_shows(taking: MedicinesPage) -> None:
    taking.show_part("periods")

    said = taking.periods.timeline.accessibleDescription()
    assert said.startswith("From 16 Nov 2026 to 20 Nov 2026; medicines: 1, periods: 1.")
    click(taking.periods.spans[365])
    assert taking.periods.timeline.accessibleDescription().startswith("From 21 Nov 2025")


def test_without_a_medicine_a_dose_waits_for_one(page: MedicinesPage) -> None:
    page.open_form("dose")

    assert page.entry is None
    assert page.notice.text == "Add the medicine first; then its doses can be recorded."


def test_a_retired_medicine_alone_takes_no_dose(page: MedicinesPage) -> None:
    put(page.desk, replace(NAPROXEN, retired=True))
    page.open_form("dose")

    assert page.entry is None


def test_what_followed_is_shown_in_steps(page: MedicinesPage) -> None:
    days = [FRI - timedelta(days=n) for n in range(FIRST + 2)]
    put(page.desk, NAPROXEN)
    put(page.desk, *(a_side_effect(f"Ache {n}", day, last_day=day) for n, day in enumerate(days)))
    put(page.desk, *(replace(SHOCK_WAVE, id=str(day), day=day) for day in days))
    page.show_part("events")
    assert page.events.effects.table.texts.rowCount() == FIRST

    click(page.events.effects.more)
    click(page.events.procedures.more)

    assert page.events.effects.table.texts.rowCount() == FIRST + 2
    assert page.events.procedures.table.texts.rowCount() == FIRST + 2


def test_a_side_effect_that_goes_on_is_shown_however_long_ago_it_began(page: MedicinesPage) -> None:
    days = [FRI - timedelta(days=n) for n in range(FIRST)]
    put(page.desk, NAPROXEN, a_side_effect("Dry eyes", date(2019, 5, 1)))
    put(page.desk, *(a_side_effect(f"Ache {n}", day, last_day=day) for n, day in enumerate(days)))

    page.show_part("events")

    rows = page.events.effects.table.texts
    assert (rows.rowCount(), rows.rows[0][0]) == (FIRST + 1, "Dry eyes")


def test_a_long_time_line_begins_with_its_last_two_years(page: MedicinesPage) -> None:
    old = a_regimen(date(2010, 1, 1), last_day=date(2012, 1, 1))
    put(page.desk, NAPROXEN, old, a_regimen(FRI + timedelta(days=5)))

    page.show_part("periods")
    said = page.periods.timeline.accessibleDescription()
    assert said.startswith("From 21 Nov 2024 to 25 Nov 2026; medicines: 1, periods: 1.")

    click(page.periods.spans[0])
    said = page.periods.timeline.accessibleDescription()
    assert said.startswith("From 1 Jan 2010 to 25 Nov 2026; medicines: 1, periods: 2.")


def test_a_form_that_is_not_known_opens_nothing(page: MedicinesPage) -> None:
    page.open_form("elephant")

    assert page.entry is None


@pytest.mark.parametrize("form", ["details", "begin", "change", "end", "correct", "correct_dose"])
def test_what_is_gone_opens_no_form(page: MedicinesPage, form: str) -> None:
    page.open_entry(form, "gone")

    assert page.entry is None


def test_a_form_that_is_complete_is_kept_when_the_person_goes(taking: MedicinesPage) -> None:
    taking.open_form("dose")
    write(the_entry(taking), time="08:00")

    taking.commit()

    assert the(taking, Dose).time == "08:00"
    assert taking.is_kept


def test_a_form_that_is_not_complete_stays_and_says_why(page: MedicinesPage) -> None:
    page.open_form("side_effect")
    write(the_entry(page), note="Since the new tablets")

    page.commit()

    assert all_of(page, SideEffect) == []
    assert not page.is_kept
    assert "“What” cannot be empty" in what_is_wrong(the_entry(page))


def test_a_form_that_nobody_touched_is_not_kept(taking: MedicinesPage) -> None:
    taking.open_form("dose")

    taking.commit()

    assert all_of(taking, Dose) == []
    assert taking.is_kept


def test_going_back_asks_before_it_loses_anything(
    page: MedicinesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(prompts, "ask", lambda *_: answers.pop(0))
    page.open_form("side_effect")
    write(the_entry(page), note="Half")

    click(the_entry(page).back)
    assert page.entry is not None
    click(the_entry(page).back)
    assert page.entry is None
    assert answers == []


def test_escape_goes_back_from_an_untouched_form(page: MedicinesPage) -> None:
    page.open_form("medicine")

    QTest.keyClick(the_entry(page), Qt.Key.Key_Escape)

    assert page.entry is None


def test_another_form_does_not_take_the_place_of_an_unfinished_one(taking: MedicinesPage) -> None:
    taking.open_form("side_effect")
    write(the_entry(taking), note="Half")
    before = taking.entry

    taking.open_form("dose")

    assert taking.entry is before


def test_what_others_record_does_not_read_the_page_again(taking: MedicinesPage) -> None:
    rows = taking.now.medicines

    put(taking.desk, a_reading())

    assert taking.now.medicines is rows


def test_the_form_takes_the_keyboard(taking: MedicinesPage, qtbot: QtBot) -> None:
    taking.activateWindow()
    qtbot.waitActive(taking)
    taking.open_form("procedure")
    taking.begin()

    assert the_entry(taking).editors["what"].isAncestorOf(taking.focusWidget())


@pytest.mark.parametrize("part", ["now", "doses", "events", "periods"])
def test_everything_that_takes_the_keyboard_has_a_name(taking: MedicinesPage, part: str) -> None:
    put(taking.desk, a_dose(THU), a_side_effect(), SHOCK_WAVE)
    taking.show_part(part)
    taking.restyle()
    taking._part.begin()

    from PySide6.QtWidgets import QAbstractButton, QWidget

    unnamed = [
        widget
        for widget in taking.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert unnamed == []
