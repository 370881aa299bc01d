from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.medicines import Medicine
from heeldiary.domain.records import Answer, Reading
from heeldiary.reports.sheet import Row, Sheet, sheet_of
from heeldiary.reports.text import page_text
from heeldiary.reports.visit import visit_summary
from tests.builders import FRI, MON, THU, TUE, WED, a_question, a_reading, a_visit
from tests.reports.sheets import SEASON, sheet_from
from tests.reports.whole_life import a_crowded_life, a_regimen


def flare(day: date, value: Answer) -> Reading:
    return a_reading("flare_today", value, day)


def flares(sheet: Sheet) -> tuple[str, ...]:
    return section(sheet, "Flares")


def living(sheet: Sheet) -> tuple[str, ...]:
    return section(sheet, "Movement")


def section(sheet: Sheet, title: str) -> tuple[str, ...]:
    (lines,) = (each.lines for each in sheet.sections if each.title.startswith(title))
    return lines


def the_row(sheet: Sheet) -> Row:
    (found,) = sheet.rows
    return found


def test_the_head_says_the_period_and_on_how_many_days_it_stands() -> None:
    sheet = sheet_from(a_reading(day=date(2001, 1, 1)), a_reading(day=FRI))

    assert sheet.covered == "23 Aug – 20 Nov 2026 · answers on 1 of 90 days"


def test_the_head_says_where_a_young_diary_begins() -> None:
    assert sheet_from(a_reading(day=MON)).covered.endswith("the diary begins on 16 Nov 2026")


def test_the_head_says_that_a_patient_wrote_it() -> None:
    assert sheet_from().origin == "Recorded by the patient; not a validated instrument"


def test_both_windows_are_dated() -> None:
    sheet = sheet_from()

    assert sheet.lately == "Last 4 weeks, 24 Oct – 20 Nov 2026"
    assert sheet.before == "12 weeks before, 1 Aug – 23 Oct 2026"


def test_a_short_period_is_not_called_four_weeks() -> None:
    assert sheet_from(span=Span(MON, FRI)).lately == "Last 5 days, 16–20 Nov 2026"


def test_a_rating_shows_median_range_high_days_and_answered_days() -> None:
    cells = the_row(sheet_from(a_reading(value=7, day=MON), a_reading(value=2, day=TUE))).lately

    assert (cells.median, cells.range, cells.high_days, cells.answered) == (
        "4.5",
        "2–7",
        "1",
        "2 of 28",
    )


def test_a_window_without_an_answer_shows_dashes_and_its_count() -> None:
    row = the_row(sheet_from(a_reading(day=MON)))

    assert (row.before.median, row.before.range, row.before.high_days) == ("–", "–", "–")
    assert (row.before.answered, row.change) == ("0 of 84", "–")


def test_minutes_have_no_days_of_high_ratings() -> None:
    row = the_row(sheet_from(a_reading("stiffness_minutes", 60, MON)))

    assert (row.name, row.lately.high_days) == ("Morning stiffness (min)", "")


def test_a_few_measures_never_recorded_are_named() -> None:
    keys = ("under_heel_left", "under_heel_right", "first_step_left", "first_step_right")
    more = ("low_back", "stiffness_minutes", "stiffness_severity", "fatigue", "disease_felt")
    sheet = sheet_from(*(a_reading(key, 2, MON) for key in (*keys, *more)))

    assert sheet.remarks[0] == "Not recorded in either window: Night pain and Sleep."


def test_many_measures_never_recorded_are_not_listed() -> None:
    assert not [r for r in sheet_from(a_reading(day=MON)).remarks if r.startswith("Not recorded")]


def test_a_diary_without_any_measure_says_so_below_the_table() -> None:
    sheet = sheet_from()

    assert sheet.rows == ()
    assert sheet.remarks == ("None of the measures was recorded from 1 Aug – 20 Nov 2026.",)


def test_painful_places_and_signs_are_named_with_their_days() -> None:
    knee = (a_reading("knee_left", 5, day) for day in (MON, TUE, WED, THU))
    sheet = sheet_from(*knee, a_reading("warmth_left", 2, MON))

    assert sheet.remarks[1:] == (
        "Most painful places lately, by median: Knee, left 5 (4 of 28).",
        "Heel warmth, left: on 1 of 1 answered days.",
    )


def test_flares_never_asked_are_not_no_flares() -> None:
    assert flares(sheet_from()) == ("“Was today a flare?” was not answered in this period.",)


def test_answered_days_without_a_flare_say_so() -> None:
    assert flares(sheet_from(flare(MON, 0.0))) == (
        "No flare on any of 1 answered (90 days in all).",
    )


def test_one_flare_is_told_with_its_worst() -> None:
    sheet = sheet_from(flare(MON, 1.0), flare(TUE, 2.0), a_reading("under_heel_left", 9, TUE))

    assert flares(sheet) == (
        "A few areas on 1 day, all over on 1 day of 2 answered (90 days in all).",
        "One run of flare days:",
        "16–17 Nov 2026: 2 days, all over on 1, worst 9 (left heel)",
    )


def test_several_flares_are_counted_and_the_last_four_told() -> None:
    days = [FRI - timedelta(days=2 * place) for place in range(5)]
    sheet = sheet_from(*(flare(day, 1.0) for day in days))

    assert flares(sheet)[1] == "5 runs of flare days, median 1 day; last 4:"
    assert flares(sheet)[2] == "20 Nov 2026: 1 day, no pain answered"


def test_two_flares_are_all_told() -> None:
    sheet = sheet_from(flare(MON, 1.0), flare(TUE, 1.0), flare(THU, 1.0))

    assert flares(sheet)[1] == "2 runs of flare days, median 1.5 days:"


def test_a_flare_without_pain_has_no_place() -> None:
    sheet = sheet_from(flare(MON, 1.0), a_reading(value=0, day=MON))

    assert flares(sheet)[2] == "16 Nov 2026: 1 day, worst 0"


def test_movement_is_a_week_of_recorded_days() -> None:
    days = Span(MON, THU)
    sheet = sheet_from(*(a_reading("low_impact_minutes", 10 * (day.day % 2), day) for day in days))

    (line,) = living(sheet)
    now, before = line.split("; ")
    assert now == "Low-impact activity: 35 min a week (recorded 4 of 28 days)"
    assert before == "before that not recorded (0 of 84)"


def test_three_days_are_too_few_to_tell_a_week() -> None:
    (line,) = living(sheet_from(a_reading("high_impact_minutes", 40, MON)))

    assert "High-impact activity: too few days to tell a week (recorded 1 of 28)" in line


def test_weight_shows_both_ends_and_the_change() -> None:
    sheet = sheet_from(a_reading("weight", 80.0, MON), a_reading("weight", 78.0, FRI), decimal=",")

    (line,) = living(sheet)
    ends, change = line.split(": −2 kg ")
    assert ends == "Weight: 80 kg on 16 Nov 2026, 78 kg on 20 Nov 2026"
    assert change == "(−2,5\u00a0%; weighed on 2 of 90 days)"


def test_one_weighing_is_no_change() -> None:
    assert living(sheet_from(a_reading("weight", 80.0, MON))) == (
        "Weight: 80 kg on 16 Nov 2026 (weighed on 1 of 90 days)",
    )


def test_foods_say_on_how_many_days_they_stand() -> None:
    sheet = sheet_from(
        a_reading("berries", 1, MON),
        a_reading("berries", 2, TUE),
        a_reading("oily_fish", 1, MON),
        a_reading("alcohol_units", 0.5, MON),
    )

    assert living(sheet) == (
        "Servings on a recorded day: oily fish 1, berries 1.5 (recorded 1–2 of 90 days)",
        "Servings on a recorded day: alcohol 0.5 units (recorded 1 of 90 days)",
    )


def test_no_movement_weight_or_food_is_said() -> None:
    assert living(sheet_from()) == ("No movement, weight or food was recorded in this period.",)


def test_the_sections_stand_in_the_order_in_which_they_are_read() -> None:
    assert [section.title.split(",")[0] for section in sheet_from().sections] == [
        "Scores",
        "Medicines",
        "Flares",
        "Laboratory and imaging",
        "Movement",
    ]


def test_a_section_without_anything_says_so() -> None:
    sheet = sheet_from()

    assert section(sheet, "Scores") == ("No weekly check and no score of a clinic in this period.",)
    assert section(sheet, "Medicines") == ("No medicine is recorded for 20 Nov 2026.",)
    assert section(sheet, "Laboratory") == ("No laboratory value and no imaging is recorded.",)


def test_since_the_last_visit_is_said() -> None:
    sheet = sheet_from(a_visit(MON), span=Span(TUE, FRI))

    assert sheet.covered.startswith("Since the last visit, 17–20 Nov 2026 · ")


def test_without_questions_there_is_room_to_write() -> None:
    assert sheet_from().questions == ()


def test_more_questions_than_have_room_are_counted() -> None:
    asked = (a_question(f"{place}?", f"q{place}", position=place) for place in range(6))

    assert sheet_from(*asked).questions == ("0?", "1?", "2?", "3? (and 2 more)")


def test_a_long_question_is_cut_where_it_can_be_seen() -> None:
    (question,) = sheet_from(a_question("word " * 39)).questions

    assert len(question) <= 130
    assert question.endswith("word…")


def test_a_diary_without_medicines_has_nothing_that_changed() -> None:
    assert sheet_from().changed is None


def test_medicines_that_did_not_change_are_said_to_be_so() -> None:
    sheet = sheet_from(Medicine(id="m", name="Naproxen"), a_regimen("r", "m", date(2025, 1, 1)))

    assert sheet.changed is not None
    assert sheet.changed.title == "What changed in this period"
    assert sheet.changed.lines == ("No medicine was begun, changed or ended.",)


def test_complaints_elsewhere_are_named_with_their_last_day() -> None:
    sheet = sheet_from(a_reading("rash", 1, MON), a_reading("rash", 0, TUE))

    assert sheet.remarks[-1] == "Rash: on 1 of 2 answered days, last 16 Nov 2026."


def test_no_private_word_is_on_the_page() -> None:
    sheet = sheet_of(visit_summary(a_crowded_life(), SEASON, today=FRI, version="0.1.0"))

    assert "Nobody reads this" not in page_text(sheet)
    assert "Words of the report" not in page_text(sheet)
