from datetime import date, timedelta

import pytest

from heeldiary.analysis.flares import answered_runs, flare_bands, flare_totals
from heeldiary.domain.days import Span
from heeldiary.domain.flares import Extent
from heeldiary.domain.records import Reading
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_flare, a_reading

WEEK = Span(MON, FRI)


def on(day: date, value: float = 1) -> Reading:
    return a_reading("flare_today", value, day)


def ago(days: int) -> date:
    return FRI - timedelta(days=days)


def test_no_flare_adds_up_to_none() -> None:
    totals = flare_totals([], WEEK)

    assert (totals.count, totals.days, totals.is_open) == (0, 0, False)
    assert (totals.median_length, totals.median_gap) == (None, None)


def test_flares_are_counted_with_their_days_and_lengths() -> None:
    totals = flare_totals([a_flare(MON, TUE, key="a"), a_flare(THU, THU, key="b")], WEEK)

    assert (totals.count, totals.days, totals.lengths) == (2, 3, (2, 1))
    assert totals.median_length == 1.5


def test_a_flare_of_today_is_one_day() -> None:
    assert flare_totals([a_flare(FRI)], WEEK).lengths == (1,)


def test_an_open_flare_is_counted_to_the_last_day() -> None:
    totals = flare_totals([a_flare(WED)], WEEK)

    assert (totals.days, totals.lengths, totals.is_open) == (3, (3,), True)


def test_days_outside_the_span_do_not_count_but_a_length_is_whole() -> None:
    totals = flare_totals([a_flare(ago(10), MON)], WEEK)

    assert (totals.days, totals.lengths) == (1, (7,))


@pytest.mark.parametrize("days", [(ago(10), ago(5)), (ago(-1), ago(-2))])
def test_a_flare_outside_the_span_is_left_out(days: tuple[date, date]) -> None:
    assert flare_totals([a_flare(*days)], WEEK).count == 0


def test_local_and_general_flares_are_told_apart() -> None:
    flares = [
        a_flare(MON, MON, key="a", extent=Extent.ALL_OVER),
        a_flare(WED, WED, key="b"),
        a_flare(FRI, FRI, key="c"),
    ]

    totals = flare_totals(flares, WEEK)
    assert (totals.few_areas, totals.all_over) == (2, 1)


def test_gaps_are_the_days_between() -> None:
    flares = [a_flare(FRI, key="c"), a_flare(MON, TUE, key="b"), a_flare(ago(14), ago(8), key="a")]

    totals = flare_totals(flares, Span(ago(30), FRI))
    assert (totals.gaps, totals.median_gap) == ((3, 2), 2.5)


def test_days_answered_in_a_row_are_a_run() -> None:
    diary = PlainDiary(a_flare(MON, FRI), on(MON), on(TUE), on(WED, 0), on(THU), on(FRI, 0))

    assert answered_runs(diary, WEEK) == (Span(MON, TUE), Span(THU, THU))


def test_bands_are_the_flares_that_are_kept() -> None:
    assert flare_bands(PlainDiary(a_flare(TUE, WED)), WEEK) == (Span(TUE, WED),)


def test_an_open_flare_is_a_band_to_the_end() -> None:
    assert flare_bands(PlainDiary(a_flare(WED)), WEEK) == (Span(WED, FRI),)


def test_a_band_ends_with_what_is_shown() -> None:
    assert flare_bands(PlainDiary(a_flare(ago(30), ago(-5))), WEEK) == (WEEK,)


def test_where_no_flare_is_kept_answers_are_bands() -> None:
    diary = PlainDiary(a_flare(MON, TUE), on(THU), on(FRI, 0))

    assert flare_bands(diary, WEEK) == (Span(MON, TUE), Span(THU, THU))


def test_within_a_flare_its_own_word_counts() -> None:
    diary = PlainDiary(a_flare(MON, WED), on(TUE, 0), on(WED))

    assert flare_bands(diary, WEEK) == (Span(MON, WED),)


def test_bands_that_touch_are_one() -> None:
    diary = PlainDiary(a_flare(MON, TUE), on(WED))

    assert flare_bands(diary, WEEK) == (Span(MON, WED),)


def test_without_a_flare_there_is_no_band() -> None:
    assert flare_bands(PlainDiary(), WEEK) == ()
