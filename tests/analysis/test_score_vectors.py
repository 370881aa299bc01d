"""Every row of every table of vectors for the scores: exact for classes, 1e-4 for scores."""

import re
from datetime import timedelta

import pytest

from heeldiary.analysis import scores
from heeldiary.analysis.nsaid import NSAID_EQUIVALENTS, NsaidIntake
from heeldiary.analysis.responses import AsasDomains
from heeldiary.domain.days import Span
from tests.analysis.vectors import Row, close, each_row_of, given, number, numbers, yes
from tests.builders import MON

ANSWERS = ("back_pain_q2", "stiffness_duration_q6", "patient_global", "peripheral_q3")
_ITEMS = (
    "q1_fatigue",
    "q2_spinal_pain",
    "q3_peripheral",
    "q4_tenderness",
    "q5_stiff_severity",
    "q6_stiff_duration",
)
_TAKEN = re.compile(
    r"(?P<substance>[a-z]+) (?P<mg>[\d.]+)(?: x(?P<times>\d+))?(?:/day)?"
    r"(?: daily| on| for)*(?: (?P<days>\d+) days?| once)"
)


@each_row_of("basdai.csv")
def test_basdai(row: Row) -> None:
    score = scores.basdai(*numbers(row, _ITEMS))

    assert score == close(row["expected_basdai"])
    assert yes(score if score is None else scores.basdai_is_active(score)) == row["expected_ge4"]


@each_row_of("stiffness_minutes_to_q6.csv")
def test_minutes_of_stiffness(row: Row) -> None:
    assert scores.stiffness_item(float(row["minutes"])) == close(row["expected_q6"])


@each_row_of("basdai_change.csv")
def test_change_of_basdai(row: Row) -> None:
    change = scores.basdai_change(*given(row, "baseline", "followup"))

    assert change.improvement == close(row["expected_improvement"])
    assert yes(change.basdai50) == row["expected_basdai50"]
    assert yes(change.mcii_active) == row["expected_mcii_1.1_active_disease"]


@each_row_of("asdas_crp.csv")
def test_asdas_with_crp(row: Row) -> None:
    score = scores.asdas_crp(*given(row, *ANSWERS, "crp_mg_L"))

    assert score == close(row["expected_asdas_crp"])
    assert score is not None
    assert scores.asdas_state(score) == row["expected_state"]


@each_row_of("asdas_esr.csv")
def test_asdas_with_esr(row: Row) -> None:
    score = scores.asdas_esr(*given(row, *ANSWERS, "esr_mm_h"))

    assert score == close(row["expected_asdas_esr"])
    assert score is not None
    assert scores.asdas_state(score) == row["expected_state"]


@each_row_of("asdas_state.csv")
def test_state_of_asdas(row: Row) -> None:
    assert scores.asdas_state(float(row["asdas"])) == row["expected_state"]


@each_row_of("asdas_change.csv")
def test_change_of_asdas(row: Row) -> None:
    before, after = given(row, "previous", "current")

    assert scores.difference(before, after) == close(row["expected_change"])
    assert scores.asdas_change(before, after) == row["expected_category"]


@each_row_of("crp_units.csv")
def test_units_of_crp(row: Row) -> None:
    value, below = float(row["reported"].lstrip("<")), row["reported"].startswith("<")

    assert scores.crp_mg_per_l(value, row["unit"], below) == close(row["expected_mg_L_for_asdas"])


@each_row_of("weekly_mean.csv")
def test_weekly_mean(row: Row) -> None:
    week = numbers(row, [f"d{day}" for day in range(1, 8)])

    assert scores.weekly_mean(week) == close(row["expected_mean"])


@each_row_of("basfi.csv")
def test_basfi(row: Row) -> None:
    items = numbers(row, [f"i{item}" for item in range(1, 11)])

    assert scores.basfi(items) == close(row["expected_basfi"])


@each_row_of("basg.csv")
def test_bas_g(row: Row) -> None:
    both = scores.basg(*given(row, "g1_last_week", "g2_last_6_months"))

    assert both.last_week == close(row["expected_basg1"])
    assert both.last_six_months == close(row["expected_basg2"])
    assert both.mean == close(row["expected_mean_if_reported"])


@each_row_of("asas_hi.csv")
def test_asas_health_index(row: Row) -> None:
    index = scores.asas_hi(int(row["items_agreed"]), int(row["items_missing"]))

    assert (index and index.score) == close(row["expected_score_0_17"])
    assert (index.state if index else "") == row["expected_class"]


def _applicable(cell: str) -> list[float | None]:
    return [None if item == "NA" else number(item) for item in cell.split()]


@each_row_of("ffi.csv")
def test_foot_function_index(row: Row) -> None:
    parts = [_applicable(row[column]) for column in ("pain_9", "disability_9", "activity_5")]
    index = scores.ffi(*parts)

    assert index.pain == close(row["expected_pain"])
    assert index.disability == close(row["expected_disability"])
    assert index.activity == close(row["expected_activity"])
    assert index.total == close(row["expected_total"])


def _domains(row: Row, when: str) -> AsasDomains:
    patient_global, pain, basfi, infl = given(
        row, f"{when}_ptga", f"{when}_pain", f"{when}_basfi", f"{when}_infl"
    )
    return AsasDomains(patient_global=patient_global, pain=pain, basfi=basfi, inflammation=infl)


@each_row_of("asas_response.csv")
def test_asas_response(row: Row) -> None:
    before, after = _domains(row, "b"), _domains(row, "f")

    assert yes(scores.asas20(before, after)) == row["expected_asas20"]
    assert yes(scores.asas40(before, after)) == row["expected_asas40"]
    assert scores.partial_remission(after) == row["expected_partial_remission"]


@each_row_of("enthesitis.csv")
def test_enthesitis_counts(row: Row) -> None:
    counts = scores.enthesitis_counts(site for site in row["tender_sites"].split(";") if site)

    assert counts.mases == int(row["expected_mases_0_13"])
    assert counts.lei == int(row["expected_lei_0_6"])
    assert counts.sparcc == int(row["expected_sparcc_0_16"])
    assert counts.heel_sites == int(row["expected_heel_sites_0_4"])


@each_row_of("pain_change.csv")
def test_change_of_pain(row: Row) -> None:
    change = scores.pain_change(*given(row, "baseline", "followup"))

    assert change.reduction == close(row["expected_reduction"])
    assert change.percent == close(row["expected_percent"])
    assert yes(change.two_points) == row["expected_ge2_points"]
    assert yes(change.thirty_percent) == row["expected_ge30pct"]
    assert yes(change.fifty_percent) == row["expected_ge50pct"]


@each_row_of("flare_pain_gossec2016.csv")
def test_flares_by_pain(row: Row) -> None:
    flare = scores.pain_flare(*given(row, "previous_pain", "current_pain"))

    assert yes(flare.by_2_to_4) == row["expected_d2_and_ge4"]
    assert yes(flare.by_3) == row["expected_d3"]
    assert yes(flare.conditional) == row["expected_conditional"]


@each_row_of("flare_basdai_gossec2016.csv")
def test_flares_by_basdai(row: Row) -> None:
    flare = scores.basdai_flare(*given(row, "previous", "current"))

    assert yes(flare.by_2) == row["expected_d2"]
    assert yes(flare.by_2_to_4) == row["expected_d2_ge4"]
    assert yes(flare.by_3) == row["expected_d3"]
    assert yes(flare.by_3_to_4) == row["expected_d3_ge4"]
    assert yes(flare.conditional) == row["expected_conditional"]


@each_row_of("flare_asdas_gossec2016.csv")
def test_flares_by_asdas(row: Row) -> None:
    flare = scores.asdas_flare(*given(row, "previous", "current"))

    assert yes(flare.by_0_6) == row["expected_d0.6"]
    assert yes(flare.by_0_9) == row["expected_d0.9_ASAS_worsening"]
    assert yes(flare.by_1_1) == row["expected_d1.1"]
    assert yes(flare.by_0_6_to_1_3) == row["expected_d0.6_and_ge1.3"]


@each_row_of("nsaid_equivalents.csv")
def test_nsaid_equivalents(row: Row) -> None:
    equivalent = scores.nsaid_equivalent(row["drug"])

    assert equivalent == close(row["expected_mg_per_day_for_100"])
    assert row["drug"] in NSAID_EQUIVALENTS


def _score(intakes: list[NsaidIntake], days: str) -> float | None:
    span = Span(MON, MON + timedelta(days=int(days) - 1))
    return scores.nsaid_index(intakes, list(span), span).score


@each_row_of("nsaid_score.csv")
def test_nsaid_score(row: Row) -> None:
    mg = float(row["mg_per_intake_day"])
    intakes = [
        NsaidIntake(day=MON + timedelta(days=day), substance=row["drug"], mg=mg)
        for day in range(int(row["days_taken"]))
    ]

    assert _score(intakes, row["days_in_period"]) == close(row["expected_score"])


def _intakes_in_words(text: str) -> list[NsaidIntake]:
    """Reads "naproxen 500 x2/day for 7 days"; what follows "then" begins on the days after."""
    intakes: list[NsaidIntake] = []
    first = MON
    for stretch in text.split(" then "):
        longest = 0
        for part in stretch.split(" + "):
            taken = _TAKEN.fullmatch(part)
            assert taken, part
            days = int(taken["days"] or 1)
            longest = max(longest, days)
            intakes += [
                NsaidIntake(
                    day=first + timedelta(days=day),
                    substance=taken["substance"],
                    mg=float(taken["mg"]),
                )
                for day in range(days)
                for _ in range(int(taken["times"] or 1))
            ]
        first += timedelta(days=longest)
    return intakes


@each_row_of("nsaid_score_diary.csv")
def test_nsaid_score_of_a_diary(row: Row) -> None:
    intakes = [] if row["intakes"] == "none" else _intakes_in_words(row["intakes"])

    assert _score(intakes, row["days_in_period"]) == close(row["expected_score"])


def test_the_floor_of_crp_is_not_forgotten() -> None:
    """A calculator that forgets it gives 1.80 here, and calls it low."""
    score = scores.asdas_crp(5, 5, 5, 5, 0)

    assert score == pytest.approx(2.4461, abs=1e-4)
    assert scores.asdas_state(score or 0) == "high"


def test_three_and_a_half_is_high_and_not_very_high() -> None:
    """Some calculators call it very high."""
    assert scores.asdas_state(3.5) == "high"
