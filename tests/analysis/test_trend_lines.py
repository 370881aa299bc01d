from datetime import timedelta

import pytest
from numpy import nan

from heeldiary.analysis.trend_lines import Lines
from heeldiary.analysis.trend_panels import Line, Style
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.factor import Side
from heeldiary.domain.medicines import DoseState, Medicine
from heeldiary.domain.movement import Impact
from heeldiary.domain.records import SKIPPED, Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import Instrument
from tests.builders import FRI, MON, THU, TUE, WED, PlainDiary, a_reading
from tests.medicine_records import NAPROXEN, PEN, a_dose, a_regimen
from tests.moving import a_session
from tests.results import a_crp, a_finding, a_full_check, a_score

WEEK = Span(MON, FRI)


def lines_of(*records: Record) -> Lines:
    diary = PlainDiary(*records)
    return Lines(diary, factors_of(diary))


def line(key: str, *records: Record) -> Line:
    return lines_of(*records)[key].line(WEEK)


def values(key: str, *records: Record) -> list[float]:
    found: list[float] = line(key, *records).series.values.tolist()
    return found


def days(*expected: float) -> object:
    return pytest.approx(list(expected), nan_ok=True)


def offered(*records: Record) -> list[str]:
    return [source.key for source in lines_of(*records).offered(FRI + timedelta(days=1))]


def test_minutes_are_the_sum_of_the_sessions_or_else_the_answer() -> None:
    records = (
        a_session("run", MON, minutes=30.0),
        a_session("jump", MON, minutes=10.0),
        a_session("swim", MON, minutes=45.0, impact=Impact.LOW),
        a_reading("high_impact_minutes", 99, day=MON),
        a_reading("high_impact_minutes", 0, day=TUE),
        a_session("unknown", WED),
    )

    assert values("high_impact_minutes", *records) == days(40, 0, nan, nan, nan)


def test_the_food_score_is_one_line_of_all_its_foods() -> None:
    score = line("food_score", a_reading("berries", 3), a_reading("fried_food", 1))

    assert score.series.values.tolist() == days(2, nan, nan, nan, nan)
    assert {"berries", "fried_food"} < set(score.parts)


def test_a_score_is_points_to_two_digits() -> None:
    source = lines_of(a_full_check(TUE))["score:basdai_app"]

    assert source.frame.style is Style.POINTS
    assert source.digits == 2
    assert source.line(WEEK).series.values.tolist() == days(nan, 5, nan, nan, nan)


def test_scores_of_different_origin_are_lines_of_their_own_in_one_panel() -> None:
    lines = lines_of(a_full_check(MON), a_score(Instrument.BASDAI, 4.2, FRI))
    app, clinic = lines["score:basdai_app"], lines["score:basdai_clinic"]

    assert app.frame == clinic.frame
    assert app.line(WEEK).series.values.tolist() == days(5, nan, nan, nan, nan)
    assert clinic.line(WEEK).series.values.tolist() == days(nan, nan, nan, nan, 4.2)


def test_another_score_of_the_clinic_has_a_panel_of_its_own() -> None:
    lines = lines_of(a_score(Instrument.OTHER, 61, name="Pain, global"))

    assert lines["score:other:pain, global"].frame.title == "Pain, global"


def test_a_score_that_the_diary_has_no_value_of_is_no_line() -> None:
    assert lines_of().get("score:basfi") is None


def test_a_value_below_the_limit_of_detection_is_told_apart() -> None:
    crp = line("score:crp", a_crp(4.0, MON, below_limit=True), a_crp(12.0, FRI))

    assert [day - min(crp.limits) for day in crp.limits] == [0]
    assert crp.digits is None
    assert crp.series.values.tolist() == days(4, nan, nan, nan, 12)


def test_the_sides_of_the_fascia_are_different_lines() -> None:
    left = a_finding(MON, id="l", side=Side.LEFT, fascia_mm=4.5)
    right = a_finding(MON, id="r", side=Side.RIGHT, fascia_mm=3.5)

    assert values("score:fascia_left", left, right)[0] == 4.5
    assert values("score:fascia_right", left, right)[0] == 3.5


def test_the_index_of_nsaid_intake_is_by_recorded_day() -> None:
    records = (NAPROXEN, a_regimen(MON), a_dose(MON), a_dose(WED, state=DoseState.SKIPPED))

    assert values("nsaid_index", *records) == days(50, nan, 0, nan, nan)


def test_without_an_anti_inflammatory_there_is_no_index() -> None:
    assert lines_of(PEN, a_dose(MON, medicine="pen")).get("nsaid_index") is None


def test_what_was_taken_of_a_medicine_is_added_up_by_day() -> None:
    doses = (
        a_dose(MON, time="08:00"),
        a_dose(MON, time="20:00", amount=250.0),
        a_dose(TUE, state=DoseState.MISSED, amount=None),
        a_dose(THU, id="half", unit="g", amount=0.5),
    )

    assert values("doses:naproxen", NAPROXEN, *doses) == days(750, 0, nan, 500, nan)


def test_a_day_with_an_amount_that_is_not_known_has_no_sum() -> None:
    doses = (a_dose(MON, time="08:00"), a_dose(MON, time="20:00", amount=None))

    assert values("doses:naproxen", NAPROXEN, *doses) == days(nan, nan, nan, nan, nan)


def test_an_amount_in_another_unit_is_not_added() -> None:
    drops = Medicine(id="naproxen", name="Naproxen", unit="drop")

    assert values("doses:naproxen", drops, a_dose(MON)) == days(nan, nan, nan, nan, nan)


def test_a_medicine_that_is_not_in_the_diary_is_refused() -> None:
    with pytest.raises(Refused, match="doses:gone"):
        lines_of()["doses:gone"]


def test_an_empty_diary_offers_no_line() -> None:
    assert offered() == []


def test_every_kind_of_line_with_a_value_is_offered() -> None:
    records = (
        a_reading("berries", 2),
        a_session("swim", TUE, impact=Impact.LOW, minutes=20.0),
        a_score(Instrument.BASFI),
        NAPROXEN,
        a_dose(MON),
    )

    assert offered(*records) == [
        "food_score",
        "foods_to_include",
        "low_impact_minutes",
        "berries",
        "score:basfi",
        "nsaid_index",
        "doses:naproxen",
    ]


def test_a_medicine_without_a_dose_is_not_offered() -> None:
    assert offered(NAPROXEN, a_regimen(MON)) == []


def test_a_row_that_was_only_skipped_is_not_offered() -> None:
    assert offered(a_reading("low_back", SKIPPED)) == []
