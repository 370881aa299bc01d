from datetime import date, timedelta

from heeldiary.analysis.circumstances import (
    NOTHING_AROUND,
    Circumstances,
    DayMark,
    FlareBand,
    MarkKind,
    circumstances,
)
from heeldiary.domain.days import Span
from heeldiary.domain.flares import Extent
from heeldiary.domain.medicines import Procedure, ProcedureKind
from heeldiary.domain.records import Origin, Record
from tests.builders import (
    FRI,
    MON,
    NOON,
    THU,
    TUE,
    WED,
    PlainDiary,
    a_flare,
    a_note,
    a_reading,
    a_visit,
)
from tests.medicine_records import NAPROXEN, PEN, a_regimen
from tests.results import a_crp, an_esr

WEEK = Span(MON, FRI)
BEFORE = MON - timedelta(days=30)


def around(*records: Record) -> Circumstances:
    return circumstances(PlainDiary(*records), WEEK)


def bands(*records: Record) -> list[tuple[date, date, Extent]]:
    return [(b.span.first, b.span.last, b.extent) for b in around(*records).flares]


def test_an_empty_diary_has_nothing_around() -> None:
    assert around() == NOTHING_AROUND


def test_days_in_a_row_answered_alike_are_one_band() -> None:
    records = [
        a_reading("flare_today", 1, day=MON),
        a_reading("flare_today", 1, day=TUE),
        a_reading("flare_today", 2, day=WED),
        a_reading("flare_today", 0, day=THU),
        a_reading("flare_today", 1, day=FRI),
    ]

    assert bands(*records) == [
        (MON, TUE, Extent.FEW_AREAS),
        (WED, WED, Extent.ALL_OVER),
        (FRI, FRI, Extent.FEW_AREAS),
    ]


def test_a_flare_that_is_kept_counts_before_the_answers() -> None:
    flare = a_flare(MON, WED, extent=Extent.ALL_OVER)

    assert bands(flare, a_reading("flare_today", 1, day=TUE)) == [(MON, WED, Extent.ALL_OVER)]


def test_an_open_flare_reaches_to_the_end_of_the_span() -> None:
    assert bands(a_flare(BEFORE)) == [(MON, FRI, Extent.FEW_AREAS)]


def test_a_day_of_two_flares_belongs_to_the_one_all_over() -> None:
    wide = a_flare(MON, TUE, key="w", extent=Extent.ALL_OVER)

    assert bands(wide, a_flare(TUE, WED)) == [
        (MON, TUE, Extent.ALL_OVER),
        (WED, WED, Extent.FEW_AREAS),
    ]


def test_every_medicine_has_one_strip_of_its_periods() -> None:
    records = (
        NAPROXEN,
        PEN,
        a_regimen(BEFORE, last_day=TUE),
        a_regimen(WED, dose=250.0),
        a_regimen(THU, id="pen", medicine="pen"),
    )
    strips = around(*records).medicines

    assert [(strip.name, len(strip.periods)) for strip in strips] == [
        (NAPROXEN.name, 2),
        (PEN.name, 1),
    ]


def test_a_medicine_ended_before_the_days_has_no_strip() -> None:
    ended = a_regimen(BEFORE, last_day=MON - timedelta(days=1))

    assert around(NAPROXEN, ended).medicines == ()


def test_a_day_is_marked_once_for_each_kind() -> None:
    procedure = Procedure(
        id="p",
        day=TUE,
        what=ProcedureKind.SHOCK_WAVE,
        recorded_at=NOON,
        origin=Origin.LATER,
    )
    marks = around(a_visit(TUE), a_crp(day=MON), an_esr(day=MON), procedure, a_note(day=WED)).marks

    assert marks == (
        DayMark(MON, MarkKind.LAB),
        DayMark(TUE, MarkKind.PROCEDURE),
        DayMark(TUE, MarkKind.VISIT),
        DayMark(WED, MarkKind.NOTE),
    )


def test_only_what_has_a_day_in_the_span_is_seen() -> None:
    records = (NAPROXEN, a_regimen(MON, last_day=MON), a_visit(MON), a_flare(MON, TUE))
    seen = around(*records).within(Span(TUE, FRI))

    assert seen.medicines == ()
    assert seen.marks == ()
    assert seen.flares == (FlareBand(Span(MON, TUE), Extent.FEW_AREAS),)
