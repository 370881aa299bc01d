"""The page of medicines in a small window at double text, with long names and many periods."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.medicines import Schedule
from heeldiary.domain.shape import Step
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.medicines import MedicinesPage
from heeldiary.ui.theme import Look
from tests.builders import FRI, MON, TUE
from tests.journeys.test_settings import too_wide
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen, a_side_effect
from tests.ui.medicine_page import put

BESIDE_THE_SIDE_BAR = 780


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, in_english: None) -> MedicinesPage:
    page = MedicinesPage(desk, look)
    qtbot.addWidget(page)
    put(
        desk,
        NAPROXEN,
        replace(PEN, name="Pen from the pharmacy at the station, the one with the blue cap"),
        a_regimen(MON - timedelta(days=90), id="old", last_day=MON - timedelta(days=1)),
        a_regimen(MON, times=("08:00", "14:00", "20:00"), began_because="stiff at night " * 10),
        a_regimen(
            TUE,
            id="taper",
            medicine="pen",
            schedule=Schedule.TAPER,
            steps=tuple(Step(dose=20.0 - n, days=7) for n in range(8)),
        ),
        a_dose(FRI, reason="a long walk over the hills " * 8),
        a_dose(FRI, id="d", medicine="pen", site="outer side of the upper arm"),
        a_side_effect("Stomach ache in the evening after a long day " * 4),
    )
    look.choose("light", 200)
    page.resize(BESIDE_THE_SIDE_BAR, 700)
    page.show()
    return page


@pytest.mark.parametrize("part", ["now", "doses", "events", "periods"])
def test_every_part_fits(page: MedicinesPage, qtbot: QtBot, part: str) -> None:
    page.show_part(part)
    qtbot.wait(0)

    assert too_wide(page) == []
    assert page.width() == BESIDE_THE_SIDE_BAR


@pytest.mark.parametrize(
    ("form", "about"),
    [
        ("medicine", ""),
        ("begin", "pen"),
        ("change", "naproxen"),
        ("end", "naproxen"),
        ("correct", "taper"),
        ("dose_of", "pen"),
        ("correct_dose", "d"),
        ("side_effect", ""),
        ("procedure", ""),
    ],
)
def test_every_form_fits(page: MedicinesPage, qtbot: QtBot, form: str, about: str) -> None:
    page.open_entry(form, about)
    qtbot.wait(0)

    assert page.entry is not None
    assert too_wide(page) == []
    assert page.width() == BESIDE_THE_SIDE_BAR


def test_what_is_written_is_there_when_the_look_changes(page: MedicinesPage, look: Look) -> None:
    page.open_entry("side_effect", "")
    assert page.entry is not None
    page.entry.editors["strength"].show_value(4.0)

    look.choose("dark", 100)

    assert page.entry.editors["strength"].value() == 4.0
