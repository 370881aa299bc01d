"""Bearable: written dates, joined values, strengths told twice, and a scale of its own."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.domain.factor import Direction, Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.bearable import FORMAT
from heeldiary.exchange.entries import Format, Row
from tests.exchange.brought import (
    around,
    definitions,
    imported_twice,
    notes,
    readings,
    refusals,
)

HEADER = "date,weekday,time of day,category,rating/amount,detail,notes"
NEWER = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes"
MAY_5 = date(2026, 5, 5)
HEADACHE = "own_bearable_headache"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return tmp_path / "bearable.csv"


def rows_of(path: Path, *lines: str, header: str = HEADER) -> list[Row]:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return list(FORMAT.rows(path, around()))


def a_line(
    category: str = "Symptom",
    amount: str = "1",
    detail: str = "Headache (Mild)",
    notes: str = "",
    *,
    day: str = "5th May 2026",
    time: str = "am",
) -> str:
    return f'"{day}","Tuesday","{time}","{category}","{amount}","{detail}","{notes}"'


def test_it_is_a_format_known_by_its_columns(export: Path) -> None:
    form: Format = FORMAT
    assert form.recognises(HEADER.encode() + b"\n", export)
    assert form.recognises(NEWER.encode() + b"\n", export)
    assert not form.recognises(b"date,category\n", export)
    assert (form.name, form.title) == ("bearable", "Bearable")


def test_a_symptom_keeps_bearables_own_scale(export: Path) -> None:
    rows = rows_of(export, a_line(amount="4", detail="Headache (Unbearable)"))
    assert definitions(rows) == [
        OwnFactor(
            key=HEADACHE,
            name="Headache (Bearable 0–4)",
            measure=Kind.SCALE,
            minimum=0,
            maximum=4,
            direction=Direction.WORSE,
        )
    ]
    assert readings(rows) == [(2, MAY_5, HEADACHE, 4.0)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1st Jan 2026", date(2026, 1, 1)),
        ("2nd Feb 2026", date(2026, 2, 2)),
        ("3rd March 2026", date(2026, 3, 3)),
        ("5th May 2026", MAY_5),
        ("21st Sept 2026", date(2026, 9, 21)),
        ("31 December 2026", date(2026, 12, 31)),
        ("2026-05-05", MAY_5),
    ],
)
def test_written_dates_are_read(export: Path, written: str, day: date) -> None:
    assert readings(rows_of(export, a_line(day=written))) == [(2, day, HEADACHE, 1.0)]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("30th Feb 2026", "“30th Feb 2026” is not a day."),
        ("5th Mai 2026", "“5th Mai 2026” is not a day."),
        ("05/06/2026", "“05/06/2026” is not a day written as year-month-day."),
        ("", "The line has no date."),
    ],
)
def test_other_dates_are_refused(export: Path, written: str, reason: str) -> None:
    assert refusals(rows_of(export, a_line(day=written, notes="words"))) == {2: reason}


@pytest.mark.parametrize("time", ["pre", "am", "mid", "pm", "all day", "14:30", "7:05", ""])
def test_any_time_of_day_belongs_to_the_written_date(export: Path, time: str) -> None:
    assert readings(rows_of(export, a_line(time=time))) == [(2, MAY_5, HEADACHE, 1.0)]


@pytest.mark.parametrize(("written", "formatted"), [("5th May 2026", "2026-05-05"), ("", MAY_5)])
def test_the_newer_second_column_shifts_nothing(
    export: Path, written: str, formatted: object
) -> None:
    line = a_line(day=written).replace(",", f',"{formatted}",', 1)
    assert readings(rows_of(export, line, header=NEWER)) == [(2, MAY_5, HEADACHE, 1.0)]


def test_a_line_that_names_two_days_is_refused(export: Path) -> None:
    line = a_line().replace(",", ',"2026-05-06",', 1)
    rows = rows_of(export, line, header=NEWER)
    assert refusals(rows) == {2: "The line names two days, “5th May 2026” and “2026-05-06”."}


def test_columns_are_found_by_name_in_any_case(export: Path) -> None:
    header = " Detail , RATING/AMOUNT,Category, Date formatted"
    rows = rows_of(export, "Headache,2,symptom,2026-05-05", header=header)
    assert readings(rows) == [(2, MAY_5, HEADACHE, 2.0)]


@pytest.mark.parametrize(
    ("amount", "detail", "value"),
    [
        ("0", "Headache", 0.0),
        ("0", "Headache (None)", 0.0),
        ("", "Headache (Moderate)", 2.0),
        ("None", "Headache (severe)", 3.0),
        ("3", "Headache", 3.0),
    ],
)
def test_the_strength_is_read_from_number_or_word(
    export: Path, amount: str, detail: str, value: float
) -> None:
    assert readings(rows_of(export, a_line(amount=amount, detail=detail)))[0][3] == value


def test_brackets_in_a_name_are_not_its_strength(export: Path) -> None:
    rows = rows_of(export, a_line(amount="2", detail="Back (lower) pain (Moderate)"))
    assert [row.name for row in definitions(rows)] == ["Back (lower) pain (Bearable 0–4)"]
    assert readings(rows) == [(2, MAY_5, "own_bearable_back_lower_pain", 2.0)]


def test_joined_symptoms_are_taken_one_by_one(export: Path) -> None:
    rows = rows_of(
        export,
        a_line(amount="1 | 3", detail="Headache (Mild) | Neck pain"),
        a_line(amount="", detail="Headache (Mild) | Knee | None", day="6th May 2026"),
    )
    assert readings(rows) == [
        (2, MAY_5, HEADACHE, 1.0),
        (2, MAY_5, "own_bearable_neck_pain", 3.0),
        (3, date(2026, 5, 6), HEADACHE, 1.0),
    ]
    assert refusals(rows) == {3: "The line says no strength of “Knee”."}


def test_the_worst_of_a_day_is_taken_and_equal_ones_agree(export: Path) -> None:
    rows = rows_of(
        export,
        a_line(amount="1", time="am"),
        a_line(amount="2", detail="Headache (Moderate)", time="mid"),
        a_line(amount="2", detail="Headache", time="pm"),
    )
    assert readings(rows) == [(3, MAY_5, HEADACHE, 2.0), (4, MAY_5, HEADACHE, 2.0)]
    assert refusals(rows) == {
        2: "“Headache (Bearable 0–4)” was 2 at its worst on 2026-05-05 (line 3), "
        "and that was taken."
    }


@pytest.mark.parametrize("category", ["Energy", "Mood", "Sleep quality"])
def test_a_level_is_a_plain_number_and_the_lowest_of_the_day(export: Path, category: str) -> None:
    rows = rows_of(export, a_line(category, "7", ""), a_line(category, "3", ""))
    [row] = definitions(rows)
    assert (row.name, row.measure) == (f"{category} (Bearable, lowest of the day)", Kind.NUMBER)
    assert readings(rows) == [(3, MAY_5, row.key, 3.0)]
    assert list(refusals(rows)) == [2]


def test_the_words_of_a_mood_go_into_the_note(export: Path) -> None:
    rows = rows_of(export, a_line("Mood", "None", "Calm | Hopeful"))
    assert notes(rows) == [(2, MAY_5, "Mood: Calm, Hopeful")]
    assert (readings(rows), refusals(rows)) == ([], {})


def test_factors_that_were_there_are_yes_and_no_others_are_recorded(export: Path) -> None:
    rows = rows_of(export, a_line("Factors", "", "Coffee | Late night | None | Beer (None)"))
    assert readings(rows) == [
        (2, MAY_5, "own_bearable_factor_coffee", 1.0),
        (2, MAY_5, "own_bearable_factor_late_night", 1.0),
    ]
    assert refusals(rows) == {2: "“Beer (None)” was not there that day."}


@pytest.mark.parametrize(("amount", "hours"), [("4:00", 4.0), ("7:20", 7.33), ("0:00", 0.0)])
def test_sleep_is_read_as_hours_and_minutes(export: Path, amount: str, hours: float) -> None:
    rows = rows_of(export, a_line("Sleep", amount, ""))
    assert readings(rows) == [(2, MAY_5, "sleep_hours", hours)]


@pytest.mark.parametrize(
    ("amount", "detail"),
    [
        ("70.5 kg", "Weight"),
        ("70.5kg", "weight"),
        ("70.5", "Weight (kg)"),
        ("", "Weight (70.5 kg)"),
        ("155.4258 lb", "Body weight"),
    ],
)
def test_a_weight_that_says_its_unit_is_taken(export: Path, amount: str, detail: str) -> None:
    rows = rows_of(export, a_line("Health measurements", amount, detail))
    assert readings(rows) == [(2, MAY_5, "weight", 70.5)]


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("Food Diary", "Food: Porridge, Tea"),
        ("Gratitudes", "Gratitude: Porridge, Tea"),
        ("Notes", "Porridge, Tea"),
    ],
)
def test_words_go_into_the_days_note(export: Path, category: str, words: str) -> None:
    rows = rows_of(export, a_line(category, "", "Porridge | Tea", "Slow morning"))
    assert notes(rows) == [(2, MAY_5, words), (2, MAY_5, "Slow morning")]
    assert refusals(rows) == {}


def test_a_line_with_only_a_note_is_that_note(export: Path) -> None:
    rows = rows_of(export, a_line("Notes", "", "", "Slow morning"))
    assert (notes(rows), refusals(rows)) == ([(2, MAY_5, "Slow morning")], {})


@pytest.mark.parametrize(
    ("category", "amount", "detail", "reason"),
    [
        ("Symptom", "5", "Headache", "“Headache (Bearable 0–4)” takes a whole number from 0 to 4"),
        ("Symptom", "1", "Headache (Severe)", "The strength of “Headache (Severe)” is also"),
        ("Symptom", "much", "Headache", "“much” is not a number with a decimal point."),
        ("Symptom", "", "Headache", "The line says no strength of “Headache”."),
        ("Symptom", "1", "None", "The line names no symptom."),
        ("Energy", "", "", "The line says no strength."),
        ("Mood", "11", "", "“Mood (Bearable, lowest of the day)” takes a number from 0 to 10"),
        ("Factors", "", "None", "The line names no factor."),
        ("Factors", "0", "Coffee", "The amount is 0; only what was there is taken."),
        ("Sleep", "7.5", "", "“7.5” is not a time asleep in hours and minutes (7:30)."),
        ("Sleep", "None", "", "“None” is not a time asleep in hours and minutes (7:30)."),
        ("Health measurements", "70.5", "Weight", "The weight does not say its unit"),
        ("Health measurements", "1154,73 lb", "Weight", "“1154,73” is not a number"),
        ("Health measurements", "70.5", "Weight (stuff)", "A weight in “stuff” is not understood"),
        ("Health measurements", "80", "Pulse", "The measurement “Pulse” has no place in the diary"),
        (
            "Meds/Supplements",
            "1",
            "A pill",
            "Medicine doses are not part of this version's import.",
        ),
        ("Bowel Movements", "4", "", "Bowel movements have no place in the diary yet."),
        ("Gratitudes", "", "None", "The line holds no words."),
        ("Weather", "1", "Rain", "The category “Weather” is not known here."),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(
    export: Path, category: str, amount: str, detail: str, reason: str
) -> None:
    rows = rows_of(export, a_line(category, amount, detail))
    assert (readings(rows), notes(rows)) == ([], [])
    assert refusals(rows)[2].startswith(reason)


def test_the_note_of_a_refused_line_is_kept(export: Path) -> None:
    rows = rows_of(export, a_line("Meds/Supplements", "1", "A pill", "with food"))
    assert notes(rows) == [(2, MAY_5, "with food")]
    assert list(refusals(rows)) == [2]


def test_a_line_with_too_many_cells_is_refused(export: Path) -> None:
    rows = rows_of(export, a_line() + ",more")
    assert refusals(rows) == {2: "The line has more cells than the header has columns."}


@pytest.mark.parametrize("header", ["date,category,detail", "category,rating/amount,detail"])
def test_a_table_without_its_columns_is_refused(export: Path, header: str) -> None:
    with pytest.raises(Refused, match="lacks one of the columns"):
        rows_of(export, "a,b,c", header=header)


def test_importing_it_again_changes_nothing(export: Path) -> None:
    rows_of(
        export,
        a_line(),
        a_line(amount="3", detail="Headache (Severe)", notes="After the run"),
        a_line("Factors", "", "Coffee | Tea"),
        a_line("Sleep", "7:30", ""),
        a_line("Mood", "6", "Calm"),
        a_line("Bowel Movements", "4", ""),
    )
    first, second = imported_twice(FORMAT, export)
    assert (len(first.edits), len(first.refusals)) == (10, 2)
    assert (second.edits, len(second.refusals)) == ((), 2)


_CELL = st.text(max_size=12) | st.sampled_from(
    ["5th May 2026", "Symptom", "Factors", "Sleep", "4:00", "2", "Headache (Mild)", "a | b"]
)
_CATEGORY = st.sampled_from(["Symptom", "Factors", "Sleep", "Mood", "Health measurements", "x"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    cells=st.lists(st.lists(_CELL, max_size=8), max_size=3),
    told=st.lists(st.tuples(_CATEGORY, _CELL, _CELL), max_size=4),
)
def test_any_cells_are_taken_or_refused(
    export: Path, cells: list[list[str]], told: list[tuple[str, str, str]]
) -> None:
    dated = [["5th May 2026", "", "am", *words] for words in told]
    text = "\n".join([HEADER, *(",".join(row) for row in (*cells, *dated))])
    export.write_bytes(text.encode("utf-8", "replace"))
    with suppress(Refused):
        first, second = imported_twice(FORMAT, export)
        assert second.edits == ()
        assert len(second.refusals) == len(first.refusals)
