"""Daylio: moods by word, activities that were there, the owner's day, notes."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.daylio import FORMAT
from heeldiary.exchange.entries import Format, Row
from heeldiary.exchange.plan import plan
from tests.builders import PlainDiary
from tests.exchange.brought import (
    around,
    definitions,
    imported_twice,
    notes,
    readings,
    refusals,
)

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note"
MAY_4 = date(2026, 5, 4)
MOOD = "own_daylio_mood"
WORDS = ("awful", "bad", "meh", "good", "rad")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return tmp_path / "daylio_export.csv"


def rows_of(
    path: Path, *lines: str, header: str = HEADER, diary: PlainDiary | None = None
) -> list[Row]:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8-sig")
    return list(FORMAT.rows(path, around(diary)))


def a_line(
    mood: str = "good", time: str = "22:00", activities: str = "", title: str = "", note: str = ""
) -> str:
    return f'2026-05-04,May 4,Monday,{time},{mood},"{activities}","{title}","{note}"'


def a_mood_row(*more: str) -> OwnFactor:
    choices = (*WORDS, *more)
    last = len(choices) - 1
    return OwnFactor(
        key=MOOD, name="Mood (Daylio)", measure=Kind.CHOICE, maximum=last, choices=choices
    )


def test_it_is_a_format_known_by_its_columns(export: Path) -> None:
    form: Format = FORMAT
    assert form.recognises(HEADER.encode() + b"\n", export)
    assert not form.recognises(b"date,mood\n", export)
    assert (form.name, form.title) == ("daylio", "Daylio")


def test_the_five_moods_stand_in_their_order(export: Path) -> None:
    rows = rows_of(export, a_line("awful"))
    assert definitions(rows) == [a_mood_row()]
    assert readings(rows) == [(2, MAY_4, MOOD, 0.0)]


def test_custom_mood_words_are_appended_by_name(export: Path) -> None:
    rows = rows_of(export, a_line("sad ", "9:00"), a_line("average", "8:00"))
    assert definitions(rows) == [a_mood_row("average", "sad")]
    assert readings(rows) == [(2, MAY_4, MOOD, 6.0)]


def test_a_later_file_appends_to_the_words_that_the_diary_has(export: Path) -> None:
    diary = PlainDiary(a_mood_row("sad"))
    rows = rows_of(export, a_line("average"), diary=diary)
    assert definitions(rows) == [a_mood_row("sad", "average")]
    assert readings(rows) == [(2, MAY_4, MOOD, 6.0)]


def test_a_mood_row_that_its_owner_renamed_still_grows(export: Path) -> None:
    renamed = replace(a_mood_row(), name="How I felt", retired=True)
    diary = PlainDiary(renamed)
    rows = rows_of(export, a_line("sad"), diary=diary)
    planned = plan(rows, diary, around(diary), title="Daylio")
    assert planned.refusals == ()
    assert planned.edits[0].after == replace(renamed, choices=(*WORDS, "sad"), maximum=5)


def test_a_mood_row_of_another_kind_is_kept_and_no_mood_is_taken(export: Path) -> None:
    diary = PlainDiary(OwnFactor(key=MOOD, name="Mood", measure=Kind.SCALE))
    rows = rows_of(export, a_line("good"), diary=diary)
    planned = plan(rows, diary, around(diary), title="Daylio")
    assert planned.edits == ()
    assert len(planned.refusals) == 2


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("10:00 pm", MAY_4),
        ("10:00 PM", MAY_4),
        ("22:00", MAY_4),
        ("04:00", MAY_4),
        ("", MAY_4),
        ("1:30 am", date(2026, 5, 3)),
        ("01:30", date(2026, 5, 3)),
    ],
)
def test_an_entry_belongs_to_the_owners_day(export: Path, time: str, day: date) -> None:
    assert readings(rows_of(export, a_line(time=time)))[0][1] == day


def test_the_last_mood_of_a_day_is_taken_by_time(export: Path) -> None:
    rows = rows_of(export, a_line("good", "8:00 am"), a_line("bad", "11:00 pm"))
    assert readings(rows) == [(3, MAY_4, MOOD, 1.0)]
    assert refusals(rows) == {
        2: "The day's last mood “bad” was taken for 2026-05-04 (line 3), not “good”."
    }


def test_of_two_moods_at_one_minute_the_upper_line_is_the_newer(export: Path) -> None:
    rows = rows_of(export, a_line("good"), a_line("bad"))
    assert readings(rows) == [(2, MAY_4, MOOD, 3.0)]


def test_an_equal_mood_earlier_that_day_is_no_refusal(export: Path) -> None:
    rows = rows_of(export, a_line("Good", "8:00"), a_line("good", "9:00"))
    assert [row[3] for row in readings(rows)] == [3.0, 3.0]
    assert refusals(rows) == {}


def test_activities_that_were_there_are_yes(export: Path) -> None:
    rows = rows_of(export, a_line("", activities=" clean | movies / tv  |  | clean"))
    assert readings(rows) == [
        (2, MAY_4, "own_daylio_clean", 1.0),
        (2, MAY_4, "own_daylio_movies_tv", 1.0),
    ]
    assert [row.name for row in definitions(rows)] == ["clean", "movies / tv"]


def test_an_activity_that_is_not_named_is_not_recorded(export: Path) -> None:
    lines = [a_line("", activities="clean"), a_line("").replace("2026-05-04", "2026-05-05")]
    lines[1] = lines[1].replace('"",""', '"","walked"', 1)
    rows = rows_of(export, *lines)
    assert readings(rows) == [(2, MAY_4, "own_daylio_clean", 1.0)]


def test_an_activity_called_mood_is_not_the_mood(export: Path) -> None:
    rows = rows_of(export, a_line("rad", activities="Mood"))
    assert [row[2] for row in readings(rows)] == [MOOD, "own_daylio_mood_activity"]


def test_two_activities_of_one_key_are_not_mixed(export: Path) -> None:
    rows = rows_of(export, a_line("", activities="a b | a/b"))
    assert [row[2] for row in readings(rows)] == ["own_daylio_a_b"]
    assert "cannot be told apart" in refusals(rows)[2]


def test_titles_notes_and_scales_go_into_the_days_note(export: Path) -> None:
    header = HEADER.replace("activities", "activities,scales")
    line = a_line("rad", title="At work", note="Long, long day").replace(
        'rad,""', 'rad,"","Energy: 3"'
    )
    rows = rows_of(export, line, header=header)
    assert notes(rows) == [
        (2, MAY_4, "At work"),
        (2, MAY_4, "Long, long day"),
        (2, MAY_4, "Scales: Energy: 3"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (a_line(""), "The line says neither a mood nor an activity, and has no note."),
        (a_line(time="25:00"), "“25:00” is not a time of day."),
        ("4.5.2026,,,,good,,,", "“4.5.2026” is not a day written as year-month-day."),
        (a_line() + ",more", "The line has more cells than the header has columns."),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(export: Path, line: str, reason: str) -> None:
    assert refusals(rows_of(export, line)) == {2: reason}


def test_a_table_without_its_columns_is_refused(export: Path) -> None:
    with pytest.raises(Refused, match="has no columns “full_date” and “mood”"):
        rows_of(export, "2026-05-04,good", header="date,mood")


def test_importing_it_again_changes_nothing(export: Path) -> None:
    rows_of(
        export,
        a_line("sad", "8:00", "clean | music", "Title", "Words"),
        a_line("zen", "9:00", "music"),
    )
    first, second = imported_twice(FORMAT, export)
    assert (len(first.edits), len(first.refusals)) == (7, 1)
    assert (second.edits, len(second.refusals)) == ((), 1)


_CELL = st.text(max_size=12) | st.sampled_from(["2026-05-04", "22:00", "rad", "a | b", "1:00 am"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cells=st.lists(st.lists(_CELL, max_size=9), max_size=4))
def test_any_cells_are_taken_or_refused(export: Path, cells: list[list[str]]) -> None:
    text = "\n".join([HEADER, *(",".join(row) for row in cells)])
    export.write_bytes(text.encode("utf-8", "replace"))
    with suppress(Refused):
        first, second = imported_twice(FORMAT, export)
        assert second.edits == ()
        assert len(second.refusals) == len(first.refusals)
