"""The flares that a made-up person keeps: they lie in the answers, and never in one another."""

from itertools import pairwise

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from tests.exchange.sample.diaries import SEEDS, all_of, answers


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kept_flare_begins_with_an_answer_and_holds_no_day_without_flare(seed: int) -> None:
    said = answers("flare_today", seed, 5)

    for flare in all_of(Flare, seed, 5):
        assert said[flare.first_day]
        days = Span(flare.first_day, flare.last_day or SAMPLE_LAST_DAY)
        assert all(said[day] for day in days if day in said)


@pytest.mark.parametrize("seed", SEEDS)
def test_most_answered_flares_are_kept_and_one_is_declined(seed: int) -> None:
    said = {day for day, word in answers("flare_today", seed, 5).items() if word}
    kept = {
        day
        for flare in all_of(Flare, seed, 5)
        for day in Span(flare.first_day, flare.last_day or SAMPLE_LAST_DAY)
    }
    (declined,) = all_of(DeclinedFlare, seed, 5)

    assert len(said & kept) / len(said) > 0.7
    assert declined.first_day in said - kept


@pytest.mark.parametrize("seed", SEEDS)
def test_flares_do_not_meet(seed: int) -> None:
    for one, following in pairwise(all_of(Flare, seed, 10)):
        assert one.last_day is not None
        assert one.last_day < following.first_day


def test_flares_tell_where_how_bad_why_and_what_helped() -> None:
    flares = all_of(Flare, 1, 10)

    assert {flare.extent for flare in flares} == set(Extent)
    assert all(set(flare.sites) <= set(CATALOGUE) for flare in flares)
    assert all(flare.worst and flare.worst >= 4 for flare in flares)
    assert len({flare.cause for flare in flares}) > 3
    assert any(flare.helped for flare in flares)
    assert any(not flare.helped for flare in flares)


def test_a_flare_that_goes_on_on_the_last_day_is_open() -> None:
    last = [
        all_of(Flare, seed, 0.1)[-1]
        for seed in range(1, 40)
        if answers("flare_today", seed, 0.1).get(SAMPLE_LAST_DAY)
    ]

    assert last
    assert all(flare.last_day is None for flare in last)
