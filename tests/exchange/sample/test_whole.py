"""A made-up diary is the same for the same seed, valid throughout, and holds every kind of row."""

import json
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from math import inf, nan

import pytest

from heeldiary.domain.days import DEFAULT_DAY_START_HOUR, day_of
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.kinds import KINDS
from heeldiary.domain.plain import from_plain, to_plain
from heeldiary.domain.records import (
    MealNote,
    Origin,
    OwnFactor,
    Skipped,
)
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.domain.validity import check
from heeldiary.domain.visits import Visit
from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records
from heeldiary.exchange.sample import notes as sample_notes
from tests.exchange.sample.diaries import (
    ELSEWHERE,
    SEEDS,
    a_diary,
    all_of,
    answers,
    days_of,
    factors_of,
    notes_of,
    readings_of,
    the_span,
)


def test_the_same_seed_gives_the_same_records() -> None:
    again = tuple(sample_records(years=2, seed=1, last_day=SAMPLE_LAST_DAY))

    assert again == a_diary(seed=1)


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    """When the made-up life is changed on purpose, this figure changes with it."""
    digest = sha256()
    for record in a_diary(years=1):
        digest.update(json.dumps([record.kind, to_plain(record)]).encode())

    assert digest.hexdigest()[:16] == "b97d22628f7812ef"


def test_another_seed_gives_another_diary() -> None:
    assert readings_of(a_diary(seed=2)) != readings_of(a_diary(seed=1))


def test_making_one_diary_does_not_disturb_another() -> None:
    one, other = (sample_records(seed=1, last_day=SAMPLE_LAST_DAY) for _ in range(2))
    interleaved = [record for pair in zip(one, other, strict=True) for record in pair]

    assert interleaved[::2] == interleaved[1::2] == list(a_diary(seed=1))


@pytest.mark.parametrize("years", [0.1, 0.5, 1, 2])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_is_one_that_its_factor_takes(seed: int, years: float) -> None:
    factors = factors_of(a_diary(seed, years))

    for reading in readings_of(a_diary(seed, years)):
        if not isinstance(reading.value, Skipped):
            factor = factors[reading.factor]
            assert type(reading.value) is float
            assert factor.read(factor.write(factor.checked(reading.value))) == reading.value


def test_every_answer_lands_on_the_step_of_its_row() -> None:
    factors = factors_of(a_diary())

    for reading in readings_of(a_diary()):
        if reading.number is not None:
            steps = reading.number / factors[reading.factor].step
            assert steps == pytest.approx(round(steps), abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_survives_the_way_through_plain_values(seed: int) -> None:
    for record in a_diary(seed):
        assert from_plain(record.kind, to_plain(record)) == record


@pytest.mark.parametrize("seed", SEEDS)
def test_no_record_has_the_id_of_another(seed: int) -> None:
    ids = [(record.kind, record.id) for record in a_diary(seed)]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("seed", SEEDS)
def test_readings_come_by_day_and_then_by_factor(seed: int) -> None:
    keys = [(r.day, r.factor) for r in readings_of(a_diary(seed))]

    assert keys == sorted(keys)


@pytest.mark.parametrize("years", [0.003, 0.1, 1, 2.5])
def test_the_diary_begins_and_ends_on_the_days_asked_for(years: float) -> None:
    days = days_of(a_diary(years=years))

    assert (min(days), max(days)) == (the_span(years).first, SAMPLE_LAST_DAY)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_written_down_before_its_day_or_after_the_last_evening(seed: int) -> None:
    for record in a_diary(seed):
        moment: datetime | None = getattr(record, "recorded_at", None)
        if moment is None:
            continue
        day: date = getattr(record, shape_of(type(record)).first_day)
        written = moment.date()
        assert written <= SAMPLE_LAST_DAY
        assert day <= written or (isinstance(record, Visit) and day > SAMPLE_LAST_DAY)
        assert written == day_of(moment, DEFAULT_DAY_START_HOUR)
        assert (getattr(record, "origin", None) is Origin.THAT_DAY) == (written == day)


def test_times_are_those_of_one_place_in_winter_and_in_summer() -> None:
    offsets = {
        (r.recorded_at.month, r.recorded_at.utcoffset())
        for r in readings_of(a_diary())
        if r.recorded_at.month in (1, 7)
    }

    assert offsets == {(1, timedelta(hours=1)), (7, timedelta(hours=2))}


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answered_day_holds_twenty_five_to_thirty_answers(seed: int) -> None:
    readings = readings_of(a_diary(seed))

    assert 25 < len(readings) / len(days_of(readings)) < 31


def test_food_begins_in_the_second_year_of_a_longer_diary() -> None:
    assert min(answers("berries")) >= the_span().first + timedelta(days=365)


def test_food_is_there_from_the_start_of_a_short_diary() -> None:
    assert min(answers("berries", years=0.5)) <= the_span(0.5).first + timedelta(days=14)


def test_own_rows_of_several_kinds_are_answered() -> None:
    own = [r for r in a_diary() if isinstance(r, OwnFactor)]

    assert len({factor.measure for factor in own}) == 3
    assert not {factor.key for factor in own} & set(CATALOGUE)
    assert all(answers(factor.key) for factor in own)


def test_a_retired_row_has_answers_from_earlier_only() -> None:
    retired = next(r for r in a_diary() if isinstance(r, OwnFactor) and r.retired)

    assert max(answers(retired.key)) < the_span().first + timedelta(days=200)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_answered_on_most_days_is_shown_on_today(seed: int) -> None:
    factors = factors_of(a_diary(seed))
    usual = {r.factor for r in readings_of(a_diary(seed)) if r.day > date(2026, 8, 1)}

    assert usual - {factor.key for factor in factors.shown()} <= set(ELSEWHERE)


@pytest.mark.parametrize("seed", SEEDS)
def test_about_one_answered_day_in_six_has_a_note(seed: int) -> None:
    share = len(notes_of(a_diary(seed))) / len(days_of(a_diary(seed)))

    assert 0.12 < share < 0.23


def test_notes_are_many_and_hold_what_people_type() -> None:
    texts = set(sample_notes.ALL_TEXTS)

    assert len(texts) == len(sample_notes.ALL_TEXTS) >= 60
    for sign in (",", '"', "\n", "ü", "😀", "tiffness", "office"):
        assert any(sign in text for text in texts)
    assert all(any(text.startswith(sign) for text in texts) for sign in "=-+")
    assert all(text == text.strip() for text in texts)


def test_two_years_hold_most_of_the_texts() -> None:
    assert len({note.text for note in notes_of(a_diary())}) >= 45


def test_notes_give_no_advice_and_no_verdict() -> None:
    for text in sample_notes.ALL_TEXTS:
        words = text.casefold().replace(",", " ").replace(".", " ").split()
        assert not {"should", "must", "works", "normal", "safe", "recommend"} & set(words)


def test_forty_years_are_large_but_not_larger_than_a_life() -> None:
    assert 330_000 < len(readings_of(a_diary(1, 40))) < 600_000


def test_a_long_diary_begins_at_once() -> None:
    first = list(islice(sample_records(years=60, last_day=SAMPLE_LAST_DAY), 50))

    assert readings_of(first)


@pytest.mark.parametrize("years", [0, -1, 60.5, inf, nan])
def test_years_out_of_range_are_refused_before_anything_is_made(years: float) -> None:
    with pytest.raises(Refused, match="more than 0 and at most 60 years"):
        sample_records(years=years, last_day=SAMPLE_LAST_DAY)


def test_a_diary_that_would_begin_before_anybodys_is_refused() -> None:
    with pytest.raises(Refused, match="cannot end on 1930-01-01"):
        sample_records(years=40, last_day=date(1930, 1, 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_kind_of_record_is_in_it(seed: int) -> None:
    assert {record.kind for record in a_diary(seed)} == set(KINDS)


@pytest.mark.parametrize("years", [0.003, 0.1, 0.5, 1, 2])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_can_be_kept(seed: int, years: float) -> None:
    for record in a_diary(seed, years):
        check(record, SAMPLE_LAST_DAY)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_record_names_comes_before_it(seed: int) -> None:
    known: set[tuple[str, str]] = set()
    for record in a_diary(seed, 5):
        for field in shape_of(type(record)).fields.values():
            named = getattr(record, field.name)
            assert not field.refers_to or named is None or (field.refers_to, named) in known
        known.add((record.kind, record.id))


def test_meals_are_written_now_and_then() -> None:
    share = len(all_of(MealNote)) / len(days_of(a_diary()))

    assert 0.06 < share < 0.16
