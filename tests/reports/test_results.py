from dataclasses import replace
from datetime import date

from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.results import ClinicScore, Finding, FindingKind, Instrument, LabTest
from heeldiary.reports.results import result_lines, results_of, score_lines
from heeldiary.reports.words import Words
from tests.builders import FRI, MON, NOON, TUE, WED, PlainDiary
from tests.reports.whole_life import a_check, a_lab, ago

SPAN = Span.ending(FRI, 90)


def scores(*records: Record) -> tuple[str, ...]:
    return score_lines(results_of(PlainDiary(*records), SPAN), Words())


def labs(*records: Record) -> tuple[str, ...]:
    return result_lines(results_of(PlainDiary(*records), SPAN), Words())


def a_score(value: float, key: str = "c", day: date = MON) -> ClinicScore:
    return ClinicScore(
        id=key,
        day=day,
        instrument=Instrument.BASFI,
        value=value,
        recorded_at=NOON,
        origin=Origin.LATER,
    )


def test_a_check_gives_a_score_that_is_named_as_the_diarys_own() -> None:
    assert scores(a_check(MON)) == ("BASDAI-type (app wording): 4.1 on 16 Nov 2026",)


def test_the_latest_score_stands_beside_the_first_of_the_period() -> None:
    (line,) = scores(a_check(ago(400), 9), a_check(ago(60), 6), a_check(ago(30), 8), a_check(MON))

    assert line.endswith(": 4.1 on 16 Nov 2026; 5.9 on 21 Sep 2026")


def test_a_check_without_all_answers_is_no_score() -> None:
    half = replace(a_check(MON), tiredness=None)

    assert scores(half) == ("1 weekly check, none with all answers that a score needs.",)


def test_an_asdas_stands_with_its_laboratory_value_and_their_distance() -> None:
    line = scores(a_check(MON), a_lab("l", ago(8), LabTest.CRP, 1.2, "mg/dL"))[0]

    assert line.startswith("ASDAS-CRP: ")
    assert "(CRP 1.2 mg/dL of 12 Nov 2026, 4 days apart)" in line
    assert "disease activity" in line


def test_a_crp_below_two_is_said_to_count_as_two() -> None:
    line = scores(a_check(MON), a_lab("l", MON, LabTest.CRP, 0.8, "mg/L"))[0]

    assert "(CRP 0.8 mg/L of 16 Nov 2026, counted as 2 mg/L, 0 days apart)" in line


def test_an_asdas_says_how_it_differs_from_the_one_before() -> None:
    crp = a_lab("l", MON, LabTest.CRP, 8, "mg/L")

    line = scores(a_check(ago(11), 6), a_check(MON, 4), crp)[0]
    assert line.endswith(" since 9 Nov 2026")
    assert "; −" in line


def test_a_value_too_far_away_makes_no_asdas() -> None:
    told = scores(a_check(MON), a_lab("l", ago(30), LabTest.CRP, 8, "mg/L"))

    assert [line for line in told if "ASDAS" in line] == []


def test_a_total_of_the_clinic_stands_apart_with_the_one_before() -> None:
    assert scores(a_score(3.2), a_score(4.0, "d", ago(200))) == (
        "BASFI (clinic form): 3.2 on 16 Nov 2026; 4 on 4 May 2026",
    )


def test_a_total_of_before_the_period_is_not_told() -> None:
    assert scores(a_score(3.2, day=ago(200)))[0].startswith("No weekly check")


def test_laboratory_values_stand_as_they_were_reported() -> None:
    below = replace(a_lab("l", MON, LabTest.CRP, 5, "mg/L"), below_limit=True)

    assert labs(below, a_lab("m", ago(100), LabTest.CRP, 12.34, "mg/L")) == (
        "CRP: < 5 mg/L on 16 Nov 2026; 12.34 mg/L on 12 Aug 2026",
    )


def test_hla_b27_of_any_year_is_told_once() -> None:
    assert labs(
        a_lab("l", ago(9000), LabTest.HLA_B27, None, words="positive"),
        a_lab("m", ago(9100), LabTest.HLA_B27, None, words="positive"),
    ) == ("HLA-B27: positive on 31 Mar 2002",)


def test_another_test_is_told_when_it_falls_into_the_period() -> None:
    other = a_lab("l", TUE, LabTest.OTHER, 80, "µg/g")

    assert labs(other) == ("Calprotectin: 80 µg/g on 17 Nov 2026",)
    assert labs(replace(other, day=ago(200)))[0].startswith("No laboratory value")


def test_imaging_stands_with_its_side_and_without_the_words_of_the_report() -> None:
    finding = Finding(
        id="f", day=WED, what=FindingKind.ULTRASOUND, site="heel", side=Side.LEFT, fascia_mm=4.8,
        text="Words of the report.", recorded_at=NOON, origin=Origin.LATER,
    )  # fmt: skip

    assert labs(finding) == ("Ultrasound, heel, left, plantar fascia 4.8 mm: 18 Nov 2026",)


def test_a_result_of_the_future_period_is_not_told() -> None:
    diary = PlainDiary(a_lab("l", FRI, LabTest.ESR, 20, "mm/h"))

    told = result_lines(results_of(diary, Span(ago(50), ago(20))), Words())
    assert told == ("No laboratory value and no imaging is recorded.",)
