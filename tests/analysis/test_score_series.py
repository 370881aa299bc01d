from datetime import timedelta

import pytest

from heeldiary.analysis.score_series import (
    ScoreOrigin,
    ScoreSeries,
    score_series,
)
from heeldiary.domain.factor import Side
from heeldiary.domain.records import Record
from heeldiary.domain.result_words import instrument_label
from heeldiary.domain.results import (
    ClinicScore,
    Finding,
    Instrument,
    LabResult,
    WeeklyCheck,
)
from tests.builders import FRI, MON, TUE
from tests.results import a_check, a_crp, a_finding, a_full_check, a_score, an_esr


def of(*records: Record) -> dict[str, ScoreSeries]:
    """The series of these records by key."""
    made = score_series(
        [each for each in records if isinstance(each, WeeklyCheck)],
        [each for each in records if isinstance(each, ClinicScore)],
        [each for each in records if isinstance(each, LabResult)],
        [each for each in records if isinstance(each, Finding)],
    )
    return {series.key: series for series in made}


def values(series: ScoreSeries) -> list[float]:
    return [point.value for point in series.points]


def test_without_a_record_there_is_no_series() -> None:
    assert of() == {}


def test_an_incomplete_check_is_no_point() -> None:
    assert of(a_check(tiredness=1.0)) == {}


def test_what_was_asked_here_and_what_the_clinic_gave_are_two_series() -> None:
    made = of(a_full_check(), a_score(Instrument.BASDAI, 4.2))

    assert (made["basdai_app"].label, made["basdai_app"].origin) == (
        "BASDAI-type (app wording)",
        ScoreOrigin.APP,
    )
    assert (made["basdai_clinic"].label, made["basdai_clinic"].origin) == (
        "BASDAI (clinic form)",
        ScoreOrigin.CLINIC,
    )
    assert values(made["basdai_app"]) == [pytest.approx(5.0)]
    assert values(made["basdai_clinic"]) == [4.2]


def test_each_asdas_is_a_series_of_its_own() -> None:
    made = of(
        a_full_check(),
        a_crp(),
        an_esr(),
        a_score(Instrument.ASDAS_CRP, 2.0),
        a_score(Instrument.ASDAS_ESR, 2.1),
    )

    assert {"asdas_crp", "asdas_esr", "asdas_crp_clinic", "asdas_esr_clinic"} < set(made)
    assert made["asdas_crp"].label == "ASDAS-CRP"
    assert made["asdas_crp_clinic"].label == "ASDAS-CRP (clinic)"


def test_the_two_values_of_bas_g_are_kept_apart() -> None:
    made = of(a_score(Instrument.BASG_WEEK, 3.0), a_score(Instrument.BASG_SIX_MONTHS, 5.0))

    assert {key: values(series) for key, series in made.items()} == {
        "basg_week": [3.0],
        "basg_six_months": [5.0],
    }


def test_another_score_is_known_by_its_name_however_it_is_cased() -> None:
    made = of(
        a_score(Instrument.OTHER, 61.0, name="VISA-A"),
        a_score(Instrument.OTHER, 70.0, day=FRI, name="visa-a "),
        a_score(Instrument.OTHER, 1.0, name="HAQ"),
    )

    assert {key: values(series) for key, series in made.items()} == {
        "other:haq": [1.0],
        "other:visa-a": [61.0, 70.0],
    }


def test_crp_is_in_mg_per_litre() -> None:
    made = of(a_crp(1.2, unit="mg/dL"), a_crp(5.0, day=FRI, below_limit=True))

    assert made["crp"].unit == "mg/L"
    assert values(made["crp"]) == [pytest.approx(12.0), 5.0]
    assert [point.is_below_limit for point in made["crp"].points] == [False, True]


def test_an_impossible_laboratory_value_is_no_point() -> None:
    assert of(a_crp(10_001.0), an_esr(301.0)) == {}


def test_the_plantar_fascia_is_kept_by_side() -> None:
    made = of(
        a_finding(id="1", fascia_mm=4.2, side=Side.LEFT),
        a_finding(id="2", fascia_mm=3.1, side=Side.RIGHT),
        a_finding(id="3", fascia_mm=5.0),
        a_finding(id="4", text="Nothing to see."),
    )

    assert {key: values(series) for key, series in made.items()} == {
        "fascia_left": [4.2],
        "fascia_right": [3.1],
        "fascia_no_side": [5.0],
    }
    assert made["fascia_left"].label == "Plantar fascia thickness, left"


def test_points_are_in_order_of_day() -> None:
    made = of(a_score(day=FRI, value=3.0), a_score(day=MON, value=1.0), a_score(day=TUE, value=2.0))

    assert values(made["basfi"]) == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("instrument", [each for each in Instrument if each != "other"])
def test_every_instrument_has_a_name(instrument: Instrument) -> None:
    assert instrument_label(instrument)


def test_forty_years_make_series() -> None:
    weeks = [MON - timedelta(weeks=week) for week in range(2_000)]
    made = of(*(a_full_check(day) for day in weeks), *(a_crp(day=day) for day in weeks[::3]))

    assert len(made["basdai_app"].points) == len(made["asdas_crp"].points) == 2_000
