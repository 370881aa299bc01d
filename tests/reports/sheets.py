"""A made-up season of a diary, small enough to check by hand."""

from collections.abc import Iterator
from datetime import timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.records import Reading, Record
from heeldiary.reports.sheet import Sheet, sheet_of
from heeldiary.reports.visit import visit_summary
from tests.builders import FRI, PlainDiary, a_reading

SEASON = Span.ending(FRI, 90)


def sheet_from(*records: Record, span: Span = SEASON, decimal: str = ".") -> Sheet:
    """The page of a diary with these records, on Friday 20 November 2026."""
    diary = PlainDiary(*records)
    return sheet_of(visit_summary(diary, span, today=FRI, version="0.1.0"), decimal)


def a_season() -> PlainDiary:
    """Ninety days: a sore left heel, one flare, every fifth day without an answer."""
    return PlainDiary(*season_readings())


def a_season_sheet() -> Sheet:
    return sheet_of(visit_summary(a_season(), SEASON, today=FRI, version="0.1.0"))


def season_readings() -> Iterator[Reading]:
    for place, day in enumerate(SEASON):
        if place % 5 == 4:
            continue
        in_flare = 40 <= place < 49
        yield a_reading("under_heel_left", 8 if in_flare else 5 - place % 3, day)
        yield a_reading("achilles_insertion_right", place % 2, day)
        yield a_reading("low_back", 7 if in_flare else 3, day)
        yield a_reading("stiffness_minutes", 720 if in_flare else 30 + 15 * (place % 2), day)
        yield a_reading("fatigue", 6, day)
        yield a_reading("flare_today", 2 if in_flare else 0, day)
        yield a_reading("low_impact_minutes", 20 * (place % 2), day)
        yield a_reading("oily_fish", place % 7 == 0, day)
        yield a_reading("alcohol_units", 0.5, day)
        yield a_reading("swelling_left", 1 if in_flare else 0, day)
    yield a_reading("weight", 79.6, SEASON.first)
    yield a_reading("weight", 78.4, SEASON.last - timedelta(days=2))
