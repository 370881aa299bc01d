"""Every row of the tables for the rules on load: exact for words, 1e-4 for numbers."""

from heeldiary.analysis import load_rules
from tests.analysis.vectors import Row, close, each_row_of, given, numbers, yes


@each_row_of("seed_rule_morning_gt5_week.csv")
def test_mornings_above_5(row: Row) -> None:
    mornings = numbers(row, [f"d{day}" for day in range(1, 8)])

    assert yes(load_rules.morning_above_5(mornings)) == row["expected_notice"]


@each_row_of("seed_rule_persistence.csv")
def test_persistence(row: Row) -> None:
    days = int(row["days_with_heel_pain_despite_reduced_load"])

    assert load_rules.persistence(days) == row["expected_notice"]


@each_row_of("running_10pct.csv")
def test_weekly_change(row: Row) -> None:
    change = load_rules.weekly_load_change(*given(row, "previous_week_km", "this_week_km"))

    assert (change.percent if change else None) == close(row["expected_change_pct"])
    assert yes(change.over_10_percent if change else None) == row["expected_over_10pct"]


@each_row_of("running_single_session_spike.csv")
def test_single_session_spike(row: Row) -> None:
    spike = load_rules.session_spike(*given(row, "longest_run_prev_30d_km", "todays_run_km"))

    assert spike.percent == close(row["expected_pct"])
    assert spike.category == row["expected_category"]


@each_row_of("shoe_mileage.csv")
def test_mileage_of_shoes(row: Row) -> None:
    mileage = load_rules.shoe_mileage(float(row["km"]))

    assert mileage.miles == close(row["expected_miles"])
    assert mileage.status == row["expected_status"]


@each_row_of("cadence_target.csv")
def test_targets_of_cadence(row: Row) -> None:
    targets = load_rules.cadence_targets(float(row["current_spm"]))

    assert targets.plus_5_percent == close(row["expected_plus5pct"])
    assert targets.plus_10_percent == close(row["expected_plus10pct"])


@each_row_of("weight_goal.csv")
def test_goals_of_weight(row: Row) -> None:
    goals = load_rules.weight_goals(*given(row, "start_kg", "current_kg"))

    assert goals.loss_percent == close(row["expected_loss_pct"])
    assert goals.goal_5_kg == close(row["expected_goal5_kg"])
    assert goals.goal_10_kg == close(row["expected_goal10_kg"])
    assert goals.stage == row["expected_stage"]
