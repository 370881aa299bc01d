"""Flares offered from the answers of the days, kept, declined and ended."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.edits import Change
from heeldiary.domain.factor import Group, Kind
from heeldiary.domain.flare_offers import (
    FlareOffer,
    decline_flare,
    end_flare,
    flare_offered,
    flares_offered,
    keep_flare,
    open_flare,
    take_flare,
    usual_last_day,
)
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.records import SKIPPED, Answer, Origin, OwnFactor, Reading, Record
from heeldiary.domain.refusal import Refused
from tests.builders import FRI, MON, NOON, THU, TUE, WED, PlainDiary, a_clock, a_flare, a_reading

FEW, ALL_OVER, NO = 1.0, 2.0, 0.0


def on(day: date, value: Answer = FEW) -> Reading:
    return a_reading("flare_today", value, day)


def ago(days: int) -> date:
    return FRI - timedelta(days=days)


def offered(*records: Record) -> FlareOffer:
    offer = flare_offered(PlainDiary(*records), FRI)
    assert offer is not None
    return offer


def spans(*records: Record) -> list[Span]:
    return [offer.days for offer in flares_offered(PlainDiary(*records), FRI)]


def kept(change: Change | None) -> Flare:
    assert change is not None
    (edit,) = change.edits
    assert isinstance(edit.after, Flare)
    return edit.after


def test_nothing_is_offered_without_an_answer() -> None:
    assert flare_offered(PlainDiary(), FRI) is None


def test_days_without_a_flare_offer_none() -> None:
    assert flare_offered(PlainDiary(on(THU, NO), on(FRI, SKIPPED)), FRI) is None


def test_flare_days_in_a_row_are_one_offer() -> None:
    assert spans(on(MON), on(TUE), on(WED)) == [Span(MON, WED)]


def test_a_day_without_an_answer_does_not_end_a_spell() -> None:
    assert spans(on(MON), on(WED)) == [Span(MON, WED)]


def test_a_skipped_day_does_not_end_a_spell() -> None:
    assert spans(on(MON), on(TUE, SKIPPED), on(WED)) == [Span(MON, WED)]


def test_a_no_ends_a_spell() -> None:
    assert spans(on(MON), on(TUE, NO), on(WED)) == [Span(WED, WED), Span(MON, MON)]


@pytest.mark.parametrize(("silent", "spells"), [(6, 1), (7, 2)])
def test_seven_days_without_an_answer_end_a_spell(silent: int, spells: int) -> None:
    assert len(spans(on(ago(20)), on(ago(20 - silent - 1)))) == spells


def test_the_extent_is_the_worst_that_was_answered() -> None:
    assert offered(on(MON), on(TUE, ALL_OVER), on(WED)).extent is Extent.ALL_OVER
    assert offered(on(MON)).extent is Extent.FEW_AREAS


@pytest.mark.parametrize("last", [THU, FRI])
def test_a_spell_that_reaches_yesterday_or_today_is_open(last: date) -> None:
    offer = offered(on(MON), on(last))

    assert offer.is_open
    assert offer.last_day is None


def test_an_older_spell_ends_with_its_last_answer() -> None:
    offer = offered(on(MON), on(WED))

    assert not offer.is_open
    assert offer.last_day == WED


def test_a_no_of_today_closes_the_spell_of_yesterday() -> None:
    assert offered(on(THU), on(FRI, NO)).last_day == THU


def test_the_sites_are_those_as_bad_as_the_worst_of_a_day() -> None:
    offer = offered(
        on(MON),
        on(TUE),
        a_reading("under_heel_left", 7, MON),
        a_reading("under_heel_right", 5, MON),
        a_reading("low_back", 4, TUE),
        a_reading("knee_left", 4, TUE),
        a_reading("neck", 9, FRI),
    )

    assert offer.sites == ("under_heel_left", "low_back", "knee_left")


def test_a_site_of_the_owners_own_is_one_of_them() -> None:
    own = OwnFactor(key="own_jaw", name="Jaw", measure=Kind.SCALE, group=Group.PAIN)

    assert offered(own, on(MON), a_reading("own_jaw", 3, MON)).sites == ("own_jaw",)


def test_a_day_without_pain_names_no_site() -> None:
    offer = offered(on(MON), a_reading("neck", 0, MON), a_reading("knee_left", SKIPPED, MON))

    assert (offer.sites, offer.worst) == ((), 0)


def test_the_worst_is_the_highest_pain_of_its_days() -> None:
    assert offered(on(MON), a_reading("night_pain", 8, MON), a_reading(value=5)).worst == 8


def test_pain_never_answered_is_no_worst() -> None:
    assert offered(on(MON)).worst is None


def test_a_spell_with_a_flare_of_its_days_is_not_offered() -> None:
    assert spans(a_flare(TUE, TUE), on(MON), on(TUE), on(WED, NO)) == []


def test_a_spell_under_an_open_flare_is_not_offered() -> None:
    assert spans(a_flare(MON), on(WED), on(THU)) == []


def test_after_the_end_of_a_flare_another_spell_begins() -> None:
    assert spans(a_flare(MON, TUE), on(MON), on(TUE), on(WED)) == [Span(WED, WED)]


def test_an_open_spell_before_a_flare_that_began_since_is_not_offered() -> None:
    assert spans(a_flare(FRI), on(THU)) == []


def test_a_declined_spell_is_not_offered_again() -> None:
    change = decline_flare(offered(on(MON), on(TUE)), a_clock())
    declined = change.edits[0].record

    assert isinstance(declined, DeclinedFlare)
    assert spans(declined, on(MON), on(TUE), on(WED)) == []


def test_a_declined_spell_that_turns_out_longer_stays_declined() -> None:
    no = DeclinedFlare(first_day=TUE, recorded_at=NOON, origin=Origin.THAT_DAY)

    assert spans(no, on(MON), on(TUE)) == []


def test_the_newest_spell_is_offered_first() -> None:
    assert offered(on(ago(20)), on(ago(19), NO), on(TUE)).days == Span(TUE, TUE)


def test_a_spell_of_long_ago_waits_in_its_own_room() -> None:
    diary = PlainDiary(on(ago(60)), on(ago(59), NO))

    assert flare_offered(diary, FRI) is None
    assert [offer.days for offer in flares_offered(diary, FRI)] == [Span(ago(60), ago(60))]


def test_a_spell_longer_than_what_is_looked_at_is_offered_whole() -> None:
    long = Span(ago(900), FRI)

    assert spans(*(on(day) for day in long)) == [long]


def test_a_spell_of_the_first_day_there_is_is_offered() -> None:
    diary = PlainDiary(*(on(day) for day in Span(date(1900, 1, 1), date(1900, 1, 3))))

    offers = flares_offered(diary, date(1900, 1, 5))
    assert [offer.days.first for offer in offers] == [date(1900, 1, 1)]


def test_yes_keeps_what_was_offered() -> None:
    offer = offered(on(MON, ALL_OVER), a_reading("neck", 6, MON))

    flare = kept(take_flare(offer, a_clock()))

    assert (flare.first_day, flare.last_day, flare.extent) == (MON, MON, Extent.ALL_OVER)
    assert (flare.sites, flare.worst, flare.origin) == (("neck",), 6, Origin.LATER)


def test_yes_to_an_open_spell_keeps_an_open_flare() -> None:
    flare = kept(take_flare(offered(on(FRI)), a_clock()))

    assert flare.last_day is None
    assert flare.origin is Origin.THAT_DAY


def test_a_flare_ends_on_the_day_that_is_said() -> None:
    assert kept(end_flare(a_flare(MON), THU, a_clock())).last_day == THU


@pytest.mark.parametrize(
    ("answers", "last"),
    [((), FRI), ((on(FRI),), FRI), ((on(FRI, NO),), THU), ((on(THU, NO),), FRI)],
)
def test_a_flare_ends_today_or_before_the_no_of_today(
    answers: tuple[Reading, ...], last: date
) -> None:
    assert usual_last_day(a_flare(MON), PlainDiary(*answers), FRI) == last


def test_a_flare_of_one_day_ends_on_that_day() -> None:
    assert usual_last_day(a_flare(FRI), PlainDiary(on(FRI, NO)), FRI) == FRI


def test_a_flare_cannot_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="before it begins"):
        end_flare(a_flare(WED), TUE, a_clock())


def test_a_flare_cannot_end_in_the_future() -> None:
    with pytest.raises(Refused, match="future"):
        end_flare(a_flare(WED), FRI + timedelta(days=1), a_clock())


def test_a_flare_is_kept() -> None:
    assert kept(keep_flare(None, a_flare(MON, TUE), PlainDiary(), a_clock())).first_day == MON


def test_a_flare_as_it_was_is_no_change() -> None:
    flare = a_flare(MON, TUE)

    assert keep_flare(flare, flare, PlainDiary(flare), a_clock()) is None


def test_a_flare_may_be_moved_within_its_own_days() -> None:
    before = a_flare(MON, WED)

    assert keep_flare(before, a_flare(TUE, THU), PlainDiary(before), a_clock()) is not None


@pytest.mark.parametrize("days", [(MON, TUE), (TUE, THU), (WED, None), (MON, FRI)])
def test_days_belong_to_one_flare_alone(days: tuple[date, date | None]) -> None:
    there = a_flare(TUE, WED, key="there")

    with pytest.raises(Refused, match="from 2026-11-17 to 2026-11-18, and days"):
        keep_flare(None, a_flare(*days), PlainDiary(there), a_clock())


def test_a_flare_that_is_open_is_ended_first() -> None:
    there = a_flare(TUE, key="there")

    with pytest.raises(Refused, match="2026-11-17 is still open"):
        keep_flare(None, a_flare(THU), PlainDiary(there), a_clock())


def test_a_flare_before_and_after_another_is_kept() -> None:
    there = a_flare(TUE, WED, key="there")

    for days in ((MON, MON), (THU, None)):
        assert keep_flare(None, a_flare(*days), PlainDiary(there), a_clock()) is not None


def test_the_open_flare_is_found() -> None:
    going_on = a_flare(WED)

    assert open_flare(PlainDiary(a_flare(MON, FRI, key="over"), going_on), FRI) == going_on
    assert open_flare(PlainDiary(a_flare(MON, FRI)), FRI) is None


def test_no_spell_is_offered_twice() -> None:
    def answers() -> Iterable[Record]:
        return (on(day, FEW if day.day % 4 else NO) for day in Span(ago(100), FRI))

    found = spans(*answers())
    days = [day for span in found for day in span]
    assert len(days) == len(set(days))
