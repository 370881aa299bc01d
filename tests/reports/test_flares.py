from dataclasses import replace

from heeldiary.domain.days import Span
from heeldiary.domain.flares import Extent
from heeldiary.domain.records import Record
from heeldiary.reports.flares import flare_lines, flares_of
from heeldiary.reports.words import Words
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_flare, a_reading

SPAN = Span.ending(FRI, 90)


def lines(*records: Record) -> tuple[str, ...]:
    return flare_lines(flares_of(PlainDiary(*records), SPAN), Words())


def test_flares_that_are_kept_are_counted() -> None:
    first, *rest = lines(a_flare(MON, TUE, key="a"), a_flare(THU, THU, key="b"))

    assert first == (
        "2 flares on 3 of 90 days, median 1.5 days, 1 day between; 2 in a few areas, 0 all over."
    )
    assert len(rest) == 2


def test_one_flare_has_nothing_between() -> None:
    assert lines(a_flare(MON, MON))[0] == (
        "1 flare on 1 of 90 days, median 1 day; 1 in a few areas, 0 all over."
    )


def test_a_flare_that_goes_on_is_said_to() -> None:
    count, told = lines(a_flare(THU, extent=Extent.ALL_OVER))

    assert "median 2 days, one goes on; 0 in a few areas, 1 all over" in count
    assert told == "19–20 Nov 2026: 2 days, goes on, all over, worst not said"


def test_the_cause_stands_in_the_owners_words() -> None:
    told = lines(a_flare(MON, TUE, cause="A long\ndrive"))[-1]

    assert told.endswith("; set off, it seemed, by: A long drive")


def test_a_long_cause_is_cut() -> None:
    assert lines(a_flare(MON, TUE, cause="very " * 40))[-1].endswith("very…")


def test_what_was_answered_stands_beside_what_is_kept() -> None:
    told = lines(a_flare(MON, TUE), a_reading("flare_today", 1, WED))

    assert told[1] == "A few areas on 1 day, all over on 0 days of 1 answered."


def test_more_places_than_have_room_are_counted() -> None:
    sites = ("under_heel_left", "under_heel_right", "low_back", "neck", "gone_since")
    told = lines(replace(a_flare(MON, TUE), sites=sites, worst=7.0))[-1]

    assert "worst 7 (Under the heel, left; Under the heel, right; 2 more)" in told


def test_the_last_four_are_told() -> None:
    flares = [a_flare(day, day, key=str(day)) for day in Span.ending(FRI, 12)][::2]

    count, *told = lines(*flares)
    assert count.startswith("6 flares")
    assert [line[:11] for line in told] == [
        "19 Nov 2026", "17 Nov 2026", "15 Nov 2026", "13 Nov 2026",
    ]  # fmt: skip
