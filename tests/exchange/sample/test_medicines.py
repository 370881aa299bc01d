"""The medicines of a made-up life: regimens that follow one another, doses on some days only."""

import tomllib
from itertools import combinations, pairwise
from statistics import fmean

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Medicine,
    Procedure,
    ProcedureKind,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.domain.regimens import due_on, regimens_on
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from heeldiary.host import paths
from tests.exchange.sample.diaries import (
    SEEDS,
    a_diary,
    all_of,
    answers,
    days_of,
    medicine_day,
    notes_of,
    the_span,
)


def regimens_of(substance: str, seed: int = 1, years: float = 2) -> list[Regimen]:
    known = {m.id for m in all_of(Medicine, seed, years) if m.substance == substance}
    return [regimen for regimen in all_of(Regimen, seed, years) if regimen.medicine in known]


def doses_of(substance: str, seed: int = 1, years: float = 2) -> list[Dose]:
    known = {m.id for m in all_of(Medicine, seed, years) if m.substance == substance}
    return [dose for dose in all_of(Dose, seed, years) if dose.medicine in known]


@pytest.mark.parametrize("years", [0.1, 1, 2, 10])
@pytest.mark.parametrize("seed", SEEDS)
def test_regimens_of_a_medicine_share_no_day(seed: int, years: float) -> None:
    by_medicine: dict[str, list[Regimen]] = {}
    for regimen in all_of(Regimen, seed, years):
        by_medicine.setdefault(regimen.medicine, []).append(regimen)

    for regimens in by_medicine.values():
        assert not any(one.meets(other) for one, other in combinations(regimens, 2))


def test_every_medicine_of_the_life_is_taken() -> None:
    assert [medicine.name for medicine in all_of(Medicine)] == [
        "Naproxen",
        "Paracetamol",
        "Omeprazole",
        "Sulfasalazine",
        "Prednisolone",
        "Adalimumab",
        "Secukinumab",
    ]


def test_substances_are_those_of_the_catalogue_or_typed_in() -> None:
    catalogue = tomllib.loads((paths.resources() / "medicines.toml").read_text("utf-8"))
    substances = [medicine.substance for medicine in all_of(Medicine)]

    assert "" in substances
    assert {substance for substance in substances if substance} <= set(catalogue)


def test_a_medicine_that_is_over_says_why() -> None:
    ended = [regimen for regimen in all_of(Regimen) if regimen.last_day]

    assert len(ended) >= 6
    assert all(regimen.began_because and regimen.ended_because for regimen in ended)


def test_what_goes_on_has_no_end_and_no_reason_for_one() -> None:
    ongoing = [regimen for regimen in all_of(Regimen) if regimen.last_day is None]

    assert ongoing
    assert not any(regimen.ended_because for regimen in ongoing)


@pytest.mark.parametrize("seed", SEEDS)
def test_naproxen_changes_its_dose_and_is_needed_less_after_the_injections(seed: int) -> None:
    *before, last = regimens_of("naproxen", seed)

    assert len({regimen.dose for regimen in before}) > 1
    assert (last.schedule, last.daily_limit) == (Schedule.AS_NEEDED, 1000)
    assert last.first_day > medicine_day(seed)


def test_sulfasalazine_was_stopped_for_what_it_did() -> None:
    (medicine,) = (m for m in all_of(Medicine) if m.substance == "sulfasalazine")
    effects = {effect.what for effect in all_of(SideEffect) if effect.medicine == medicine.id}

    assert medicine.retired
    assert "Nausea" in effects
    assert "Nausea" in regimens_of("sulfasalazine")[-1].ended_because


@pytest.mark.parametrize("seed", SEEDS)
def test_the_taper_goes_down_once(seed: int) -> None:
    (regimen,) = regimens_of("prednisolone", seed, 10)
    doses = [step.dose for step in regimen.steps]

    assert doses == sorted(doses, reverse=True)
    assert regimen.last_day is not None
    assert len(Span(regimen.first_day, regimen.last_day)) == sum(s.days for s in regimen.steps)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_planned_dose_was_planned(seed: int) -> None:
    regimens = all_of(Regimen, seed)

    for dose in all_of(Dose, seed):
        if dose.due_day is None:
            (regimen,) = regimens_on([r for r in regimens if r.medicine == dose.medicine], dose.day)
            assert regimen.schedule is Schedule.AS_NEEDED
        else:
            due = due_on(regimens, dose.due_day)
            assert (dose.medicine, dose.due_time) in {(d.medicine_id, d.due_time) for d in due}


@pytest.mark.parametrize("seed", SEEDS)
def test_doses_are_mostly_taken_now_and_then_missed_or_skipped_and_often_not_recorded(
    seed: int,
) -> None:
    doses = doses_of("naproxen", seed)
    states = [dose.state for dose in doses if dose.due_day]
    recorded = {dose.day for dose in doses}

    assert 0.85 < states.count(DoseState.TAKEN) / len(states) < 0.98
    assert {DoseState.MISSED, DoseState.SKIPPED} < set(states)
    assert any(dose.reason for dose in doses if dose.state is DoseState.SKIPPED)
    assert 0.15 < 1 - len(recorded) / len(days_of(a_diary(seed))) < 0.7


def test_only_what_was_taken_has_an_amount() -> None:
    for dose in all_of(Dose):
        assert (dose.amount is not None) == (dose.state is DoseState.TAKEN)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_dose_was_taken_after_it_was_written_down(seed: int) -> None:
    for dose in all_of(Dose, seed):
        if dose.day == dose.recorded_at.date():
            assert dose.time <= f"{dose.recorded_at:%H:%M}"


@pytest.mark.parametrize("seed", SEEDS)
def test_as_needed_stays_within_the_limit_the_owner_set(seed: int) -> None:
    for substance in ("naproxen", "paracetamol"):
        *_, regimen = regimens_of(substance, seed)
        by_day: dict[object, float] = {}
        for dose in doses_of(substance, seed):
            if dose.due_day is None:
                by_day[dose.day] = by_day.get(dose.day, 0.0) + (dose.amount or 0.0)
        assert regimen.daily_limit is not None
        assert max(by_day.values()) <= regimen.daily_limit


@pytest.mark.parametrize("seed", SEEDS)
def test_more_paracetamol_is_taken_in_flares(seed: int) -> None:
    days = {dose.day for dose in doses_of("paracetamol", seed)}
    share = {
        word: fmean(
            day in days for day, said in answers("flare_today", seed).items() if said == word
        )
        for word in (0.0, 1.0)
    }

    assert share[1.0] > 2 * share[0.0]


@pytest.mark.parametrize("seed", SEEDS)
def test_injections_go_round_and_are_late_now_and_then(seed: int) -> None:
    given = [
        dose
        for substance in ("adalimumab", "secukinumab")
        for dose in doses_of(substance, seed, 10)
        if dose.state is DoseState.TAKEN
    ]
    late = [(dose.day - dose.due_day).days for dose in given if dose.due_day]
    places = [(dose.site, dose.side) for dose in given]

    assert set(late) <= {0, 1, 2, 3}
    assert 0.05 < fmean(days > 0 for days in late) < 0.4
    assert len(set(places)) == 4
    assert all(one != next_one for one, next_one in pairwise(places))


def test_the_second_injected_medicine_follows_the_first() -> None:
    (adalimumab,) = regimens_of("adalimumab")
    weekly, monthly = regimens_of("secukinumab")

    assert adalimumab.first_day == medicine_day(1)
    assert adalimumab.last_day is not None
    assert (weekly.first_day - adalimumab.last_day).days == 1
    assert (weekly.every, monthly.every) == (7, 28)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_note_on_an_injection_names_the_place_where_it_was_given(seed: int) -> None:
    places = {dose.day: (dose.site, dose.side) for dose in all_of(Dose, seed, 10) if dose.site}

    for note in notes_of(a_diary(seed, 10)):
        if note.text.startswith("Injection"):
            site, side = places[note.day]
            assert "thigh" not in note.text or f"{side} {site}" in note.text


def test_a_short_diary_has_only_what_it_reaches() -> None:
    substances = {medicine.substance for medicine in all_of(Medicine, 1, 0.25)}

    assert {"naproxen", "paracetamol", "adalimumab"} <= substances
    assert not {"secukinumab", "sulfasalazine"} & substances


def test_procedures_are_those_of_a_heel() -> None:
    given = all_of(Procedure)
    waves = [p for p in given if p.what is ProcedureKind.SHOCK_WAVE]

    assert [wave.number for wave in waves] == [1, 2, 3, 4, 5]
    assert {p.what for p in given} == {
        ProcedureKind.STEROID_INJECTION,
        ProcedureKind.SHOCK_WAVE,
        ProcedureKind.PHYSIOTHERAPY,
    }
    assert all(the_span().first <= p.day <= SAMPLE_LAST_DAY for p in given)
