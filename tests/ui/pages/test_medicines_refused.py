"""Wrong input into any field of any form of medicines: it is said, stays, and nothing is kept."""

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.medicines import Regimen
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.medicines import MedicinesPage
from heeldiary.ui.theme import Look
from tests.builders import MON, WED
from tests.medicine_records import NAPROXEN, PEN, a_regimen
from tests.ui.medicine_page import keep, put, the_entry, what_is_wrong, write

TOO_LONG = "x" * 20_001
LONG_NAME = "x" * 201
_GOOD = {
    "medicine": {"name": "Ibuprofen"},
    "begin": {"dose": "40"},
    "change": {"dose": "250"},
    "end": {},
    "dose": {},
    "side_effect": {"what": "Rash"},
    "procedure": {},
}
_ABOUT = {"begin": "pen", "change": "naproxen", "end": "naproxen"}
_A_DAY = "takes a day such as 20 Nov 2026"

REFUSED = [
    ("medicine", {"name": "  "}, "“Name” cannot be empty"),
    ("medicine", {"name": LONG_NAME}, "it holds 200"),
    ("medicine", {"name": "NAPROXEN"}, "There is a medicine called “Naproxen” already"),
    ("medicine", {"unit": TOO_LONG}, "“Unit” has 20001 characters"),
    ("medicine", {"mg_per_unit": "a lot"}, "“One tablet or the like holds” takes a number"),
    ("medicine", {"mg_per_unit": "-1"}, "takes a number from 0 to 100000"),
    ("medicine", {"note": TOO_LONG}, "“Note” has 20001 characters"),
    ("begin", {"first_day": "some day"}, _A_DAY),
    ("begin", {"first_day": ""}, _A_DAY),
    ("begin", {"first_day": "1899-12-31"}, "too long ago"),
    ("begin", {"first_day": "2050-01-01"}, "is in the future"),
    ("begin", {"dose": "two"}, "“Dose” takes a number"),
    ("begin", {"dose": "-5"}, "“Dose” takes a number"),
    ("begin", {"dose": "100001"}, "“Dose” takes a number"),
    ("begin", {"unit": TOO_LONG}, "“Unit” has 20001 characters"),
    ("begin", {"times": "noon"}, "“Times of the day” takes a time"),
    ("begin", {"times": "24:00"}, "“Times of the day” takes a time"),
    ("begin", {"times": "8, 8:00"}, "The same time of day stands twice"),
    ("begin", {"schedule": "on weekdays"}, "needs at least one weekday"),
    ("begin", {"schedule": "every so many days"}, "“From one dose to the next” takes"),
    ("begin", {"schedule": "every so many days", "every": "0"}, "takes"),
    ("begin", {"schedule": "every so many days", "every": "367"}, "takes"),
    ("begin", {"schedule": "every so many days", "every": "1.5"}, "takes"),
    ("begin", {"schedule": "as needed", "daily_limit": "-1"}, "“At most in a day” takes a number"),
    ("begin", {"schedule": "as needed", "daily_limit": "few"}, "“At most in a day” takes a number"),
    ("begin", {"schedule": "in steps (a taper)"}, "needs at least one step"),
    ("begin", {"schedule": "in steps (a taper)", "steps": "20x"}, "Step 1 of the taper needs"),
    ("begin", {"schedule": "in steps (a taper)", "steps": "20x7, lessx7"}, "“Step 2: dose”"),
    ("begin", {"schedule": "in steps (a taper)", "steps": "20x9999"}, "“Step 1: days” takes"),
    ("begin", {"last_day": "soon"}, _A_DAY),
    ("begin", {"last_day": "2026-11-19"}, "before it begins"),
    ("begin", {"began_because": TOO_LONG}, "“Began because” has 20001 characters"),
    ("change", {"first_day": "2026-11-15"}, "before this period begins"),
    ("change", {"first_day": "2026-13-01"}, _A_DAY),
    ("change", {"dose": "1e9"}, "“Dose” takes a number"),
    ("end", {"last_day": ""}, "The last day is missing"),
    ("end", {"last_day": "2026-11-15"}, "before it begins"),
    ("end", {"last_day": "never"}, _A_DAY),
    ("end", {"ended_because": TOO_LONG}, "“Ended because” has 20001 characters"),
    ("dose", {"day": "2026-11-21"}, "is in the future"),
    ("dose", {"day": "long ago"}, _A_DAY),
    ("dose", {"day": ""}, _A_DAY),
    ("dose", {"time": "25:00"}, "“Time” takes a time of day"),
    ("dose", {"amount": "some"}, "“Amount” takes a number"),
    ("dose", {"amount": "-1"}, "“Amount” takes a number"),
    ("dose", {"unit": TOO_LONG}, "“Unit” has 20001 characters"),
    ("dose", {"medicine": "Pen", "site": TOO_LONG}, "“Site” has 20001 characters"),
    ("dose", {"reason": TOO_LONG}, "“Reason” has 20001 characters"),
    ("side_effect", {"what": " "}, "“What” cannot be empty"),
    ("side_effect", {"what": LONG_NAME}, "it holds 200"),
    ("side_effect", {"first_day": "2026-11-21"}, "is in the future"),
    ("side_effect", {"first_day": "x"}, _A_DAY),
    ("side_effect", {"last_day": "2026-11-19"}, "before it begins"),
    ("side_effect", {"last_day": "x"}, _A_DAY),
    ("side_effect", {"note": TOO_LONG}, "“Note” has 20001 characters"),
    ("procedure", {"day": "2026-11-21"}, "is in the future"),
    ("procedure", {"day": "x"}, _A_DAY),
    ("procedure", {"site": TOO_LONG}, "“Site” has 20001 characters"),
    ("procedure", {"number": "0"}, "“Which one of a series” takes"),
    ("procedure", {"number": "first"}, "“Which one of a series” takes"),
    ("procedure", {"number": "1.5"}, "“Which one of a series” takes"),
    ("procedure", {"detail": TOO_LONG}, "“Detail” has 20001 characters"),
    ("procedure", {"given_by": TOO_LONG}, "“Given by” has 20001 characters"),
    ("procedure", {"note": TOO_LONG}, "“Note” has 20001 characters"),
]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, look: Look, in_english: None) -> MedicinesPage:
    page = MedicinesPage(desk, look)
    qtbot.addWidget(page)
    put(desk, NAPROXEN, PEN, a_regimen(MON))
    return page


@pytest.mark.parametrize(
    ("form", "fields", "sentence"),
    REFUSED,
    ids=[f"{form}-{'-'.join(fields)}-{n}" for n, (form, fields, _) in enumerate(REFUSED)],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    page: MedicinesPage, form: str, fields: dict[str, str], sentence: str
) -> None:
    page.open_entry(form, _ABOUT.get(form, ""))
    write_quickly(page, _GOOD[form] | fields)
    before = page.desk.undo_text
    states = the_entry(page)._states()

    keep(page)

    assert sentence in what_is_wrong(the_entry(page))
    assert page.desk.undo_text == before
    assert the_entry(page)._states() == states


def write_quickly(page: MedicinesPage, fields: dict[str, str]) -> None:
    """As ``write``, but a text that is too long is there at once."""
    for name, text in fields.items():
        editor = the_entry(page).editors[name]
        if len(text) > 100:
            editor.show_value(text)
        else:
            write(the_entry(page), **{name: text})


def test_a_period_that_shares_days_with_another_is_refused(page: MedicinesPage) -> None:
    page.open_entry("begin", "naproxen")
    write(the_entry(page), first_day="2026-11-18", dose="250")
    keep(page)

    assert "It would share days with the period that runs from" in what_is_wrong(the_entry(page))
    assert len(page.desk.diary.records(Regimen)) == 1


def test_a_period_is_not_put_right_into_its_neighbour(page: MedicinesPage) -> None:
    put(page.desk, a_regimen(MON.replace(year=2025), id="old", last_day=MON.replace(year=2025)))
    page.open_entry("correct", "old")
    write(the_entry(page), last_day=WED.isoformat())
    keep(page)

    assert "It would share days" in what_is_wrong(the_entry(page))


def test_a_change_that_the_diary_does_not_take_stays_in_the_form(
    page: MedicinesPage, desk: Desk
) -> None:
    page.open_entry("change", "naproxen")
    write(the_entry(page), dose="250")
    desk.undo()  # what the form is about is gone

    keep(page)

    assert page.entry is not None
    assert what_is_wrong(page.entry) != ""
    assert desk.diary.records(Regimen) == []
