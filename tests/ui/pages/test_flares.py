"""Flares: offered, written down, ended, corrected; never made without a yes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.days import ONE_YEAR
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.records import Record
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.flares import FlaresPage
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.period_chooser import ALL
from heeldiary.ui.widgets.record_form import RecordForm
from tests.builders import FRI, MON, THU, TUE, WED, a_flare, a_reading

Opened: TypeAlias = Callable[..., FlaresPage]

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def opened(desk: Desk, look: Look, qtbot: QtBot) -> Opened:
    """Opens the page on a diary with these records."""

    def open_page(*records: Record) -> FlaresPage:
        if records:
            edits = tuple(Edit(None, record) for record in records)
            assert desk.apply(Change(label="Before", edits=edits))
        page = FlaresPage(desk, look)
        qtbot.addWidget(page)
        page.resize(784, 700)
        page.show()
        page.begin()
        return page

    return open_page


def on(day: date, value: float = 1) -> Record:
    return a_reading("flare_today", value, day)


def ago(days: int) -> date:
    return FRI - timedelta(days=days)


def kept(page: FlaresPage) -> list[Flare]:
    return list(page.desk.diary.records(Flare))


def the_form(page: FlaresPage) -> RecordForm:
    assert page.form is not None
    return page.form


def put(page: FlaresPage, **values: object) -> None:
    for name, value in values.items():
        the_form(page).editors[name].show_value(value)


def cells(page: FlaresPage) -> list[tuple[str, ...]]:
    return list(page.list.table.texts.rows)


def test_an_empty_diary_is_an_invitation(opened: Opened) -> None:
    page = opened()

    assert page.invitation.isVisible()
    assert page.focusWidget() is page.first
    assert not page.list.isVisible()


def test_a_flare_is_written_down(opened: Opened) -> None:
    page = opened()
    page.first.click()
    put(page, first_day=MON, last_day=WED, sites=("low_back",), worst=7.0, cause="A long drive")
    the_form(page).keep.click()

    (flare,) = kept(page)
    assert (flare.first_day, flare.last_day, flare.extent) == (MON, WED, Extent.FEW_AREAS)
    assert (flare.sites, flare.worst, flare.cause) == (("low_back",), 7.0, "A long drive")
    assert page.form is None
    assert cells(page) == [
        ("16 Nov 2026 to 18 Nov 2026", "3 days", "a few areas: Low back", "7", "A long drive")
    ]


def test_a_new_flare_begins_today_and_is_open(opened: Opened) -> None:
    page = opened()
    page.open_form("flare")
    the_form(page).keep.click()

    (flare,) = kept(page)
    assert (flare.first_day, flare.last_day, flare.worst) == (FRI, None, None)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"first_day": FRI + timedelta(days=1)}, "future"),
        ({"first_day": date(1899, 1, 1)}, "too long ago"),
        ({"first_day": WED, "last_day": TUE}, "ends (17 Nov 2026) before it begins"),
        ({"first_day": None}, "“First day” takes a day"),
        ({"first_day": MON, "last_day": WED}, "days cannot belong to two flares"),
        ({"cause": "x" * 20_001}, "“Cause” has 20001 characters"),
    ],
)
def test_what_cannot_be_is_said_and_stays_in_the_form(
    opened: Opened, values: dict[str, object], sentence: str
) -> None:
    page = opened(a_flare(TUE, TUE))
    page.open_form("flare")
    put(page, **values)
    the_form(page).keep.click()

    assert sentence in the_form(page)._wrong.text()
    assert kept(page) == [a_flare(TUE, TUE)]
    assert not page.is_kept


def test_a_flare_is_corrected(opened: Opened) -> None:
    page = opened(a_flare(MON, TUE, cause="The cold"))
    page.list.chosen.emit("f")
    put(page, extent=Extent.ALL_OVER, helped="Rest")
    the_form(page).keep.click()

    (flare,) = kept(page)
    assert (flare.extent, flare.helped, flare.cause) == (Extent.ALL_OVER, "Rest", "The cold")


def test_a_site_that_is_not_offered_any_more_stays(opened: Opened) -> None:
    before = Flare(
        id="f",
        first_day=MON,
        last_day=TUE,
        sites=("own_gone",),
        recorded_at=a_flare().recorded_at,
        origin=a_flare().origin,
    )
    page = opened(before)
    page.list.chosen.emit("f")
    put(page, helped="Rest")
    the_form(page).keep.click()

    assert kept(page)[0].sites == ("own_gone",)


def test_a_flare_is_removed_and_brought_back(opened: Opened) -> None:
    page = opened(a_flare(MON, TUE))
    page.list.chosen.emit("f")
    the_form(page).remove.click()
    assert kept(page) == []

    page.desk.undo()
    assert kept(page) == [a_flare(MON, TUE)]


def test_answers_are_offered_and_nothing_is_made(opened: Opened) -> None:
    page = opened(on(MON), on(TUE, 2), on(WED, 0), a_reading("neck", 6, TUE))

    assert kept(page) == []
    assert page.offer_card.isVisible()
    assert page.offer_card.text == (
        "For 16 Nov 2026 to 17 Nov 2026 you answered that it was a flare (all over). The worst "
        "pain of these days was 6. Worst at: Neck. Shall it stand in this list as one flare?"
    )


def test_an_open_spell_is_offered_as_such(opened: Opened) -> None:
    assert opened(on(THU), on(FRI)).offer_card.text.startswith("Since 19 Nov 2026 you answered")


def test_yes_keeps_the_flare(opened: Opened) -> None:
    page = opened(on(MON), on(TUE), on(WED, 0))
    QTest.keyClick(page.offer_card.yes, Qt.Key.Key_Return)

    (flare,) = kept(page)
    assert (flare.first_day, flare.last_day) == (MON, TUE)
    assert not page.offer_card.isVisible()


def test_no_is_remembered_and_can_be_undone(opened: Opened) -> None:
    page = opened(on(MON), on(WED, 0))
    page.offer_card.no.click()

    assert kept(page) == []
    assert len(page.desk.diary.records(DeclinedFlare)) == 1
    assert not page.offer_card.isVisible()
    page.desk.undo()
    assert page.offer_card.isVisible()


def test_several_offers_come_one_after_the_other(opened: Opened) -> None:
    page = opened(on(ago(20)), on(ago(18), 0), on(MON), on(TUE, 0))

    assert page.offer_card.waiting.text() == "1 more is waiting."
    page.offer_card.yes.click()
    page.offer_card.yes.click()
    assert [flare.first_day for flare in kept(page)] == [ago(20), MON]


def test_an_open_flare_is_over_with_one_click(opened: Opened) -> None:
    page = opened(a_flare(TUE))
    assert page.open_card.isVisible()
    page.open_card.over.click()

    assert kept(page)[0].last_day == FRI
    assert not page.open_card.isVisible()


def test_after_the_no_of_today_it_was_over_yesterday(opened: Opened) -> None:
    page = opened(a_flare(TUE), on(FRI, 0))
    page.open_card.over.click()

    assert kept(page)[0].last_day == THU


def test_totals_are_of_all_and_of_a_period(opened: Opened) -> None:
    page = opened(
        a_flare(ago(200), ago(191), key="a", extent=Extent.ALL_OVER), a_flare(MON, TUE, key="b")
    )

    totals = page.totals_card
    assert totals.of_period.text() == (
        "1 flare on 2 of 90 days; 1 in a few areas, 0 all over. Median length 2 days."
    )
    assert totals.of_all.text().startswith("Since the first one, on 4 May 2026: 2 flares on 12 of")
    totals.period.choose(ONE_YEAR)
    assert totals.of_period.text().startswith("2 flares on 12 of 365 days")
    assert "Median time between two of them 186 days." in totals.of_period.text()
    totals.period.choose(ALL)
    assert not totals.of_all.isVisible()


def test_a_period_without_a_flare_says_so(opened: Opened) -> None:
    page = opened(a_flare(ago(200), ago(191)))

    assert page.totals_card.of_period.text() == "No flare is kept in these 90 days."


def test_earlier_flares_are_shown_in_steps(opened: Opened) -> None:
    page = opened(*(a_flare(ago(3 * n), ago(3 * n), key=f"f{n}") for n in range(15)))
    assert len(cells(page)) == 6

    page.list.more.click()
    assert len(cells(page)) == 15
    assert not page.list.more.isVisible()


def test_leaving_a_touched_form_is_asked_about(opened: Opened, asked: list[str]) -> None:
    page = opened()
    page.open_form("flare")
    the_form(page).back.click()
    assert asked == []

    page.open_form("flare")
    put(page, cause="The cold")
    the_form(page).back.click()
    assert asked == ["What you wrote here is not kept yet. Go back without it?"]
    assert page.form is None
    assert kept(page) == []


def test_whoever_stays_keeps_the_form(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "ask", lambda *_: False)
    page = opened()
    page.open_form("flare")
    put(page, cause="The cold")
    the_form(page).back.click()

    assert the_form(page).editors["cause"].value() == "The cold"


def test_leaving_the_room_keeps_what_is_complete(opened: Opened) -> None:
    page = opened()
    page.open_form("flare")
    put(page, cause="The cold")
    page.commit()

    assert kept(page)[0].cause == "The cold"
    assert page.is_kept


def test_another_form_does_not_take_the_place_of_one_that_cannot_be_kept(opened: Opened) -> None:
    page = opened()
    page.open_form("flare")
    put(page, first_day=FRI + timedelta(days=9))
    page.open_form("flare")

    assert not page.is_kept
    assert "before the next" in page.notice.text


def test_every_control_has_a_name(opened: Opened) -> None:
    page = opened(a_flare(ago(30), ago(20)), on(MON))
    for _ in range(2):
        controls = [
            w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        nameless = [
            w
            for w in controls
            if w.isVisible()
            and not (w.accessibleName() or (isinstance(w, QPushButton) and w.text()))
            and w.metaObject().className() not in ("QScrollArea", "QStackedWidget")
        ]
        assert nameless == []
        page.open_form("flare")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_at_any_text_size(
    opened: Opened, look: Look, theme: str, percent: int
) -> None:
    page = opened(a_flare(ago(30), ago(20)), a_flare(MON, key="o"), on(ago(60)), on(ago(59), 0))
    look.choose(theme, percent)
    QApplication.processEvents()
    parts = [page.offer_card.yes, page.open_card.over, page.add_button, page.totals_card, page.list]

    cut = [w for w in parts if w.mapTo(page, QPoint(w.width(), 0)).x() > page.width()]
    assert cut == []
