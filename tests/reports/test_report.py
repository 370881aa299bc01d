from datetime import timedelta

import pytest

from heeldiary.analysis.circumstances import NOTHING_AROUND, MarkKind
from heeldiary.domain.days import Span
from heeldiary.domain.medicines import Medicine
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.reports.report import Report, report_of
from tests.builders import FRI, MON, THU, TUE, PlainDiary, a_note, a_reading, a_visit
from tests.reports.whole_life import a_regimen

SEASON = Span.ending(FRI, 90)


def report(*records: Record, span: Span = SEASON) -> Report:
    return report_of(PlainDiary(*records), span, today=FRI)


def test_the_chart_has_only_what_was_recorded() -> None:
    made = report(a_reading("under_heel_right", 4, MON), a_reading("mid_back", 2, MON))

    assert [[line.key for line in panel.lines] for panel in made.panels] == [
        ["worst_heel_right", "worst_back"]
    ]


def test_the_back_line_is_the_worst_of_its_sites() -> None:
    made = report(a_reading("mid_back", 2, FRI), a_reading("low_back", 6, FRI))

    assert made.panels[0].lines[0].series.values[-1] == 6


def test_stiffness_has_a_panel_of_its_own() -> None:
    made = report(a_reading(day=MON), a_reading("stiffness_minutes", 30, MON))

    assert [panel.title for panel in made.panels] == ["Pain", "Morning stiffness"]


def test_nothing_recorded_draws_nothing() -> None:
    made = report(a_reading("flare_today", 2, MON))

    assert (made.panels, made.around) == ((), NOTHING_AROUND)


def test_flares_are_marked_on_the_chart() -> None:
    made = report(
        a_reading(day=MON), a_reading("flare_today", 1, MON), a_reading("flare_today", 1, TUE)
    )

    assert [band.span for band in made.around.flares] == [Span(MON, TUE)]


def test_visits_are_marked_and_notes_are_not() -> None:
    made = report(a_reading(day=MON), a_visit(TUE), a_note("Private.", MON))

    assert [(mark.day, mark.kind) for mark in made.around.marks] == [(TUE, MarkKind.VISIT)]


def test_no_more_medicines_are_drawn_than_have_room() -> None:
    medicines = [Medicine(id=f"m{n}", name=f"Medicine {n}") for n in range(6)]
    regimens = [a_regimen(f"r{n}", f"m{n}", FRI - timedelta(days=60 - n)) for n in range(6)]
    made = report(a_reading(day=MON), *medicines, *regimens)

    assert [strip.name for strip in made.around.medicines] == [f"Medicine {n}" for n in range(2, 6)]


def test_the_chart_shows_a_week_at_least() -> None:
    assert report(a_reading(day=FRI), span=Span(THU, FRI)).span == Span.ending(FRI, 7)


def test_a_longer_period_is_drawn_as_it_is() -> None:
    assert report(a_reading(day=FRI)).span == SEASON


def test_figures_take_the_readers_decimal_sign() -> None:
    readings = (a_reading(value=3, day=MON), a_reading(value=4, day=TUE))
    made = report_of(PlainDiary(*readings), SEASON, today=FRI, decimal=",")

    assert made.sheet.rows[0].lately.median == "3,5"


def test_the_future_is_refused() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        report(span=Span(FRI, FRI + timedelta(days=3)))
