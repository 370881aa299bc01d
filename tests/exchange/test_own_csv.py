"""Our own CSV: the long table comes back exactly, the table of days in its values."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.factor import Kind
from heeldiary.domain.kinds import record_type
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor, Reading, Record
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Entry, ImportPlan, Refusal, Row
from heeldiary.exchange.other_kinds import OTHER_KINDS
from heeldiary.exchange.own_csv import write_days, write_folder, write_long
from heeldiary.exchange.own_csv_rows import FORMAT
from heeldiary.exchange.plan import plan
from tests.builders import MON, NOON, TUE, WED, PlainDiary, a_note, a_reading
from tests.exchange.whole_diaries import OWN, WHOLE, around, carried_out, diaries

TWO_DAYS = (
    'declined_flare,2026-11-17,,,,,,,"{""first_day"": ""2026-11-16"", '
    '""recorded_at"": ""2026-11-16T21:00:00+00:00"", ""origin"": ""later""}"'
)
HEADER = "record,day,factor,value,state,text,recorded_at,origin,fields\r\n"


def long_of(diary: PlainDiary) -> str:
    return "".join(write_long(diary))


def days_of(diary: PlainDiary) -> str:
    return "".join(write_days(diary))


def rows_of(text: str | bytes, diary: PlainDiary | None = None) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return list(FORMAT.rows(path, around(diary or PlainDiary())))


def imported(text: str, diary: PlainDiary) -> ImportPlan:
    return plan(rows_of(text, diary), diary, around(diary), title=FORMAT.title)


def test_the_long_table_comes_back_byte_for_byte() -> None:
    text = long_of(WHOLE)

    result = imported(text, PlainDiary())

    assert result.refusals == ()
    assert long_of(carried_out(result)) == text


@given(diaries)
def test_any_diary_comes_back_byte_for_byte(diary: PlainDiary) -> None:
    text = long_of(diary)

    result = imported(text, PlainDiary())

    assert result.refusals == ()
    assert long_of(carried_out(result)) == text
    again = imported(text, diary)
    assert (again.edits, again.refusals) == ((), ())


@given(diaries)
def test_the_table_of_days_agrees_with_its_diary(diary: PlainDiary) -> None:
    if not diary.recorded_span():
        return

    again = imported(days_of(diary), diary)

    assert (again.edits, again.refusals) == ((), ())
    assert again.unchanged == len(list(diary.readings())) + len(diary.notes())


@given(diaries)
def test_the_table_of_days_brings_every_value_back(diary: PlainDiary) -> None:
    if not diary.recorded_span():
        return

    rows: list[Record] = [*OWN, *diary.row_choices()]
    brought = carried_out(imported(days_of(diary), PlainDiary(*rows)), *rows)

    assert days_of(brought) == days_of(diary)


def test_the_long_table_says_answers_in_words() -> None:
    diary = PlainDiary(
        a_reading("flare_today", 1.0, day=TUE),
        a_reading("neck", SKIPPED),
        a_reading(value=0.0, origin=Origin.LATER),
        a_note("=1+1"),
    )

    assert long_of(diary) == (
        HEADER + "reading,2026-11-16,low_back,0,answered,,2026-11-20T12:00:00+00:00,later,\r\n"
        "reading,2026-11-16,neck,,skipped,,2026-11-20T12:00:00+00:00,that_day,\r\n"
        "reading,2026-11-17,flare_today,few_areas,answered,,2026-11-20T12:00:00+00:00,that_day,\r\n"
        "note,2026-11-16,,,,'=1+1,2026-11-20T12:00:00+00:00,that_day,\r\n"
    )


def test_in_the_table_of_days_skipped_nought_and_nothing_are_three_things() -> None:
    diary = PlainDiary(
        a_reading(value=0.0),
        a_reading(value=SKIPPED, day=TUE),
        a_reading("neck", 3.0, day=WED),
        a_note("before", day=MON.replace(day=14)),
        a_note("between", day=TUE),
        a_note("after", day=WED.replace(day=20)),
    )

    assert days_of(diary) == (
        "day,neck,low_back,note\r\n"
        "2026-11-14,,,before\r\n"
        "2026-11-16,,0,\r\n"
        "2026-11-17,,skipped,between\r\n"
        "2026-11-18,3,,\r\n"
        "2026-11-20,,,after\r\n"
    )


def test_a_column_that_would_read_like_another_is_left_to_the_long_table() -> None:
    own = [OwnFactor(key=key, name=key, measure=Kind.SCALE) for key in ("Note", "NECK", "day")]
    diary = PlainDiary(*own, *(a_reading(key) for key in ("Note", "NECK", "day", "neck")))

    assert days_of(diary).startswith("day,neck,note\r\n")
    assert imported(long_of(diary), PlainDiary()).accepted == 7


def test_an_answer_without_a_word_is_written_as_its_number() -> None:
    diary = PlainDiary(a_reading("flare_today", 7.0), a_reading("gone", 2.5))

    assert "flare_today,7,answered" in long_of(diary)
    assert days_of(diary) == "day,flare_today,gone,note\r\n2026-11-16,7,2.5,\r\n"


def test_a_folder_holds_every_table(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "export"

    write_folder(WHOLE, folder)
    write_folder(WHOLE, folder)

    assert {path.name for path in folder.iterdir()} == {
        "diary.csv",
        "days.csv",
        "readings.csv",
        "notes.csv",
        "factors.csv",
        "rows.csv",
        *(f"{record_type(kind).listed}.csv" for kind in OTHER_KINDS),
    }
    assert (folder / "diary.csv").read_bytes() == long_of(WHOLE).encode()
    factors = list(csv.DictReader(io.StringIO((folder / "factors.csv").read_text("utf-8"))))
    assert factors[1]["key"] == "own_mood"
    assert factors[1]["choices"] == '["=awful", "Good", "-1"]'
    assert factors[1]["retired"] == "false"
    assert (folder / "rows.csv").read_text() == (
        "factor,position,shown\nneck,1,false\nown_mood,2,true\n"
    )
    assert len((folder / "readings.csv").read_text().splitlines()) == 10
    assert "'=cmd" in (folder / "notes.csv").read_text("utf-8")
    medicines = list(csv.DictReader(io.StringIO((folder / "medicines.csv").read_text("utf-8"))))
    assert [m["name"] for m in medicines] == ["'=Naproxen", "Pen"]
    assert (medicines[0]["mg_per_unit"], medicines[1]["retired"]) == ("", "true")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(Refused, match="cannot be made"):
        write_folder(WHOLE, tmp_path / "file")


def test_a_row_typed_by_hand_counts_as_imported_now() -> None:
    text = HEADER + "reading,2026-11-16,stiffness_minutes,all day,,,,,\nnote,2026-11-16,,,,Hi,,,\n"

    reading, note = rows_of(text)

    assert reading == Entry(
        line=2,
        record=a_reading("stiffness_minutes", 720.0, recorded_at=NOON, origin=Origin.IMPORTED),
    )
    assert isinstance(note, Entry)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("reading,2026-11-16,nose,3,answered,,,,", "There is no row called “nose”"),
        ("reading,16.11.2026,neck,3,answered,,,,", "“16.11.2026” is not a day."),
        ("reading,2026-11-16,neck,,answered,,,,", "“Neck” has the value “” and the state"),
        ("reading,2026-11-16,neck,,,,,,", "“Neck” has the value “” and the state"),
        ("reading,2026-11-16,neck,3,skipped,,,,", "and the state “skipped”"),
        ("reading,2026-11-16,neck,3,maybe,,,,", "and the state “maybe”"),
        ("reading,2026-11-16,neck,1.46E+12,,,,,", "not “1.46E+12”"),
        ('reading,2026-11-16,neck,"3,5",,,,,', "a whole number from 0 to 10, not “3,5”"),
        ("reading,2026-11-16,neck,nan,,,,,", "a whole number from 0 to 10, not “nan”"),
        ("reading,2026-11-16,flare_today,some,,,,,", "takes one of: no, few_areas, all_over"),
        ("reading,2026-11-16,neck,3,,,yesterday,,", "“recorded_at” of a reading cannot be"),
        ("reading,2026-11-16,neck,3,,,,told,", "“origin” of a reading cannot be “told”"),
        ("reading,2026-11-16,neck,3,5,,,,,x", "more cells than the table has columns"),
        ("mood,2026-11-16,,,,,,,", "“mood” is not a kind of record"),
        ("factor,,own,,,,,,{", "“fields” is not JSON"),
        ("factor,,own,,,,,," + '"' + "[" * 100_000 + '"', "“fields” is not JSON"),
        ("row,,own,,,,,,[1]", "“fields” does not hold fields"),
        (
            'activity,,,,,,,,"{""id"": ""a"", ""id"": ""b"", ""name"": ""Rope""}"',
            "says one of its fields twice",
        ),
        (TWO_DAYS, "“day” says 2026-11-17, and “first_day” in the cell “fields” says 2026-11-16"),
        ('activity,,,,,,,,"{""id"": NaN}"', "“id” of a activity cannot be “nan”"),
        ("row,,own,,,,,,{}", "A row needs the field “position”"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_line(row: str, reason: str) -> None:
    good = "reading,2026-11-16,neck,3,answered,,,,\r\n"

    first, refused, last = rows_of(HEADER + good + row + "\r\n" + good)

    assert isinstance(first, Entry)
    assert isinstance(last, Entry)
    assert isinstance(refused, Refusal)
    assert refused.line == 3
    assert reason in refused.reason


def test_the_days_table_refuses_what_it_cannot_read_and_takes_the_rest() -> None:
    text = (
        "day,neck,own_rope,low_back,note\n"
        "2026-11-16,3,5,x,fine\n"
        "17.11.2026,3,,,\n"
        "2026-11-18,3,,,a,comma\n"
        "2026-11-19,,,Skipped,\n"
    )

    rows = rows_of(text)

    assert [row.line for row in rows if isinstance(row, Refusal)] == [1, 2, 3, 4]
    readings = [
        row.record for row in rows if isinstance(row, Entry) and isinstance(row.record, Reading)
    ]
    assert [(r.factor, r.value) for r in readings] == [("neck", 3.0), ("low_back", SKIPPED)]


def test_a_table_that_is_not_ours_is_refused() -> None:
    with pytest.raises(Refused, match=r"mine\.csv is not a table of Heel Diary"):
        rows_of("date,weight\n2026-11-16,80\n")


@pytest.mark.parametrize(
    ("head", "ours"),
    [
        (HEADER, True),
        ("day;neck;note\n2026-11-16;3;\n", True),
        ("day,neck,note\n16.11.2026,3,\n", False),
        ("day,neck\n2026-11-16,3\n", False),
        ("", False),
    ],
)
def test_our_tables_are_recognised_by_their_columns(head: str, ours: bool) -> None:
    assert FORMAT.recognises(head.encode(), Path("any.csv")) is ours


@given(
    st.binary(max_size=80)
    | st.text(max_size=60)
    | st.lists(
        st.lists(
            st.sampled_from(["reading", "note", "row", "factor", "neck", "2026-11-16", "skipped"])
            | st.sampled_from(["3", "", "{}", '"{""measure"": ""count"", ""name"": ""x""}"', "="])
            | st.text(max_size=5),
            max_size=10,
        ).map(",".join)
    ).map("\r\n".join),
    st.sampled_from([HEADER, "day,neck,flare_today,note\n", ""]),
)
def test_any_text_is_read_or_refused(text: str | bytes, header: str) -> None:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    FORMAT.recognises(content, Path("any.csv"))
    try:
        rows = rows_of(header.encode() + content)
    except Refused:
        return
    plan(rows, PlainDiary(), around(PlainDiary()), title="any")
