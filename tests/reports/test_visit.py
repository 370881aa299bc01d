from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from heeldiary.domain.days import Span
from heeldiary.domain.movement import Impact
from heeldiary.domain.records import SKIPPED, Answer, Reading
from heeldiary.domain.refusal import Refused
from heeldiary.reports.visit import Compared, VisitSummary, visit_summary
from tests.builders import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    PlainDiary,
    a_note,
    a_question,
    a_reading,
    a_visit,
)
from tests.moving import a_session

LATELY = FRI
LONG_AGO = FRI - timedelta(days=40)
THREE_MONTHS = Span.ending(FRI, 90)


class Asked(NamedTuple):
    factor: str
    span: Span


class CountingDiary(PlainDiary):
    """Remembers what it was asked for."""

    def __init__(self, *readings: Reading) -> None:
        super().__init__(*readings)
        self.asked: list[Asked] = []

    def answers(self, factor: str, span: Span) -> list[tuple[int, float]]:
        self.asked.append(Asked(factor, span))
        return list(super().answers(factor, span))


def summary_of(*readings: Reading, span: Span = THREE_MONTHS) -> VisitSummary:
    return visit_summary(PlainDiary(*readings), span, today=FRI, version="0.1.0")


def row(summary: VisitSummary, name: str) -> Compared:
    return next(row for row in summary.measures if row.measure.name == name)


def flare(day: date, value: Answer) -> Reading:
    return a_reading("flare_today", value, day)


def every_day(factor: str, value: float, span: Span) -> Iterator[Reading]:
    return (a_reading(factor, value, day) for day in span)


def test_the_last_four_weeks_stand_beside_the_twelve_before_them() -> None:
    summary = summary_of()

    assert summary.lately == Span.ending(FRI, 28)
    assert summary.before == Span.ending(FRI - timedelta(days=28), 84)


def test_a_period_shorter_than_four_weeks_is_the_recent_window() -> None:
    assert summary_of(span=Span(MON, FRI)).lately == Span(MON, FRI)


def test_an_answer_counts_in_the_window_of_its_day() -> None:
    back = row(
        summary_of(a_reading(value=3, day=LATELY), a_reading(value=8, day=LONG_AGO)),
        "Worst back pain",
    )

    assert (back.lately.values, back.before.values) == ((3,), (8,))


def test_the_worst_heel_is_the_highest_of_the_sites_of_that_day() -> None:
    summary = summary_of(
        a_reading("achilles_insertion_left", 2, FRI), a_reading("under_heel_left", 6, FRI)
    )

    assert row(summary, "Worst heel pain, left").lately.values == (6,)


def test_left_heel_answers_never_reach_the_right() -> None:
    summary = summary_of(a_reading("under_heel_left", 6, FRI))

    assert "Worst heel pain, right" in summary.never_recorded


def test_a_skipped_day_is_no_answer() -> None:
    summary = summary_of(a_reading("fatigue", SKIPPED, FRI), a_reading("fatigue", 0.0, THU))

    assert row(summary, "Fatigue").lately.values == (0,)


def test_a_measure_without_answers_is_left_out_and_named() -> None:
    summary = summary_of(a_reading(day=FRI))

    assert [row.measure.name for row in summary.measures] == ["Worst back pain"]
    assert "Night pain" in summary.never_recorded


def test_days_recorded_are_days_with_an_answer() -> None:
    summary = summary_of(a_reading(day=FRI), a_reading("fatigue", SKIPPED, THU))

    assert summary.days_recorded == 1


def test_a_diary_that_begins_within_what_is_looked_at_says_when() -> None:
    assert summary_of(a_reading(day=LONG_AGO)).begins == LONG_AGO


def test_an_older_diary_does_not_say_when_it_began() -> None:
    assert summary_of(a_reading(day=date(2001, 1, 1)), a_reading(day=FRI)).begins is None


def test_an_empty_diary_has_no_beginning_and_no_figures() -> None:
    summary = summary_of()

    assert (summary.begins, summary.measures, summary.weight) == (None, (), None)


def test_the_most_painful_places_come_by_median() -> None:
    summary = summary_of(
        *every_day("low_back", 3, Span(MON, FRI)),
        *every_day("knee_left", 5, Span(MON, FRI)),
        *every_day("neck", 1, Span(MON, FRI)),
        *every_day("hip_left", 4, Span(MON, FRI)),
    )

    assert [site.name for site in summary.worst_places] == ["Knee, left", "Hip, left", "Low back"]


def test_a_place_rated_on_a_few_days_only_is_not_among_the_most_painful() -> None:
    summary = summary_of(
        *every_day("low_back", 3, Span(MON, FRI)), a_reading("knee_left", 9, day=FRI)
    )

    assert [site.name for site in summary.worst_places] == ["Low back"]


def test_a_place_that_never_hurt_is_not_a_painful_place() -> None:
    assert summary_of(*every_day("low_back", 0, Span(MON, FRI))).worst_places == ()


def test_flare_days_are_counted_by_the_owners_word() -> None:
    flares = summary_of(flare(MON, 1.0), flare(TUE, 2.0), flare(WED, 0.0)).flares

    assert (flares.few_areas, flares.all_over, flares.answered, flares.possible) == (1, 1, 3, 90)


def test_a_day_that_was_not_answered_ends_a_flare() -> None:
    flares = summary_of(flare(MON, 1.0), flare(TUE, 1.0), flare(THU, 1.0)).flares

    assert [flare.span for flare in flares.latest] == [Span(THU, THU), Span(MON, TUE)]
    assert (flares.runs, flares.median_run) == (2, 1.5)


def test_a_flare_knows_its_days_all_over_and_where_it_was_worst() -> None:
    summary = summary_of(
        flare(MON, 1.0),
        flare(TUE, 2.0),
        a_reading("under_heel_left", 8, TUE),
        a_reading("low_back", 8, MON),
        a_reading("low_back", 9, WED),
    )

    (found,) = summary.flares.latest
    assert (found.days_all_over, found.worst) == (1, 8)
    assert found.worst_places == ("left heel", "back")


def test_a_flare_without_an_answer_on_pain_has_no_worst() -> None:
    (found,) = summary_of(flare(MON, 1.0)).flares.latest

    assert (found.worst, found.worst_places) == (None, ())


def test_only_the_latest_flares_are_listed_and_all_are_counted() -> None:
    days = [FRI - timedelta(days=2 * place) for place in range(6)]
    flares = summary_of(*(flare(day, 1.0) for day in days)).flares

    assert flares.runs == 6
    assert [flare.span.first for flare in flares.latest] == days[:4]


def test_weight_goes_from_the_first_to_the_last_weighing() -> None:
    weight = summary_of(a_reading("weight", 80.0, MON), a_reading("weight", 78.0, FRI)).weight

    assert weight is not None
    assert (weight.first_day, weight.last_day, weight.percent) == (MON, FRI, -2.5)


def test_movement_and_food_stand_on_recorded_days() -> None:
    summary = summary_of(
        a_reading("low_impact_minutes", 40, MON),
        *every_day("low_impact_minutes", 0, Span(TUE, THU)),
        a_reading("berries", 1, MON),
    )

    assert [row.lately.a_week for row in summary.activities] == [70]
    assert [food.figures.answered for food in summary.foods_to_include] == [1]
    assert summary.foods_to_limit == ()


def test_swelling_is_counted_by_side() -> None:
    (sign,) = summary_of(a_reading("swelling_right", 2, MON)).signs

    assert (sign.name, sign.figures.days_from(1)) == ("Heel swelling, right", 1)


def test_a_period_that_has_not_ended_is_refused() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        summary_of(span=Span(FRI, FRI + timedelta(days=1)))


def test_only_the_period_and_its_windows_are_read() -> None:
    diary = CountingDiary(a_reading(day=date(1990, 1, 1)), flare(FRI, 1.0))

    visit_summary(diary, THREE_MONTHS, today=FRI, version="0.1.0")

    earliest = min(asked.span.first for asked in diary.asked)
    assert earliest == FRI - timedelta(days=28 + 84 - 1)


def test_notes_are_no_part_of_the_summary() -> None:
    diary = PlainDiary(a_note("a private word", FRI), a_reading(day=FRI))

    assert "private" not in repr(visit_summary(diary, THREE_MONTHS, today=FRI, version="0.1.0"))


def test_the_period_since_the_last_visit_is_known() -> None:
    diary = PlainDiary(a_visit(TUE))

    since = visit_summary(diary, Span(WED, FRI), today=FRI, version="0.1.0")
    other = visit_summary(diary, Span(THU, FRI), today=FRI, version="0.1.0")
    assert (since.is_since_last_visit, other.is_since_last_visit) == (True, False)


def test_open_questions_are_on_the_page_in_order() -> None:
    diary = PlainDiary(
        a_question("Second?", "a", position=1),
        a_question("First?", "b"),
        a_question("Closed?", "c", closed=True, answer="Nobody else reads this."),
    )

    assert visit_summary(diary, THREE_MONTHS, today=FRI, version="").questions == (
        "First?",
        "Second?",
    )


def test_a_complaint_elsewhere_is_told_with_its_last_day() -> None:
    summary = summary_of(
        a_reading("eye_redness", 1, MON),
        a_reading("eye_redness", 1, TUE),
        a_reading("eye_redness", 0, WED),
        a_reading("rash", 0, WED),
    )

    (told,) = summary.elsewhere
    assert (told.name, told.days, told.answered, told.last) == ("Red eye", 2, 3, TUE)


def test_minutes_of_sessions_take_the_place_of_the_days_answer() -> None:
    diary = PlainDiary(
        a_reading("low_impact_minutes", 20, MON),
        a_reading("low_impact_minutes", 90, TUE),
        a_session("swim", TUE, impact=Impact.LOW, minutes=45),
    )

    (low,) = visit_summary(diary, THREE_MONTHS, today=FRI, version="").activities
    assert low.lately.values == (20, 45)
