"""Any table: columns known by name, days and units never guessed, blanks unknown."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor, Reading
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import (
    FORMAT,
    AnyCsv,
    Told,
    check_decided,
    date_orders,
    suggest,
    unused,
)
from heeldiary.exchange.entries import Entry, NoteLine, Refusal, Row
from heeldiary.exchange.mapped import ColumnTarget, Mapping, rows
from heeldiary.exchange.tables import Table, parse_table
from heeldiary.exchange.units import unit_in
from tests.builders import NOON, PlainDiary
from tests.exchange.whole_diaries import MOOD, around

AROUND = around(PlainDiary())


def a_table(*lines: str) -> Table:
    return parse_table("\n".join(lines).encode())


def a_mapping(*targets: ColumnTarget, **parts: object) -> Mapping:
    mapping = Mapping(date_column="Date", date_order="ymd", decimal=".", targets=targets)
    return replace(mapping, **parts)  # type: ignore[arg-type]


def values(said: list[Row]) -> list[tuple[int, str, str, object]]:
    """Line, day, factor and value of each reading."""
    records = [(row.line, row.record) for row in said if isinstance(row, Entry)]
    return [(line, str(r.day), r.factor, r.value) for line, r in records if isinstance(r, Reading)]


def reasons(said: list[Row]) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in said if isinstance(row, Refusal)]


def test_columns_are_known_by_key_name_or_habit() -> None:
    table = a_table(
        "Datum,low_back,Night Pain,Weight (lbs),Lower back pain,Comments,Sleep (min),Shoe",
        "2026-11-16,,,,,,,",
        "2026-11-17,1,1,1,1,1,1,1",
    )

    mapping = suggest(table, AROUND.factors)

    assert mapping.date_column == "Datum"
    assert [(t.column, t.factor, t.note, t.unit) for t in mapping.targets] == [
        ("low_back", "low_back", False, ""),
        ("Night Pain", "night_pain", False, ""),
        ("Weight (lbs)", "weight", False, "lb"),
        ("Lower back pain", "low_back", False, ""),
        ("Comments", None, True, ""),
        ("Sleep (min)", "sleep_hours", False, "min"),
    ]
    assert unused(table, mapping) == ("Shoe",)


def test_a_unit_that_nobody_told_is_open() -> None:
    table = a_table("Date,Weight,weight (?),stiffness_minutes", "2026-11-16,1,1,1")

    units = [target.unit for target in suggest(table, AROUND.factors).targets]
    told = [target.unit for target in suggest(table, AROUND.factors, Told(unit="lb")).targets]

    assert units == [None, None, "min"]
    assert told == ["lb", "lb", "min"]
    with pytest.raises(Refused, match=r"“Weight” does not say its unit; say which of kg, lb, st"):
        rows(table, suggest(table, AROUND.factors), AROUND)


def test_columns_that_the_owner_names_are_taken_and_no_others() -> None:
    table = a_table("When,Kg,Said,neck", "2026-11-16,80,Fine,3")
    told = Told(date_column="when", columns=(("kg", "weight"), (" Said ", "note")))

    mapping = suggest(table, AROUND.factors, told)

    assert [(t.column, t.factor, t.note) for t in mapping.targets] == [
        ("Kg", "weight", False),
        ("Said", None, True),
    ]
    assert mapping.date_column == "When"
    assert unused(table, mapping) == ("neck",)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (Told(columns=(("Pain", "neck"),)), "There is no column “Pain”, only “Date”, “Kg”."),
        (Told(columns=(("Kg", "nck"),)), "There is no row called “nck”"),
        (Told(date_column="When"), "There is no column “When”"),
        (Told(date_column="Kg"), "No cell of “Kg” can be read as a day."),
    ],
)
def test_a_column_named_wrongly_is_refused(told: Told, sentence: str) -> None:
    table = a_table("Date,Kg", "2026-11-16,80")

    with pytest.raises(Refused, match=sentence):
        suggest(table, AROUND.factors, told)


def test_the_key_itself_means_our_own_unit() -> None:
    [target] = suggest(a_table("Date,weight", "2026-11-16,80"), AROUND.factors).targets

    assert target.unit == "kg"


def test_the_owners_rows_are_known_too() -> None:
    factors = Factors([MOOD])

    [target] = suggest(a_table("Date,Mood; or so", "2026-11-16,Good"), factors).targets

    assert target.factor == "own_mood"


def test_a_date_column_is_found_by_its_cells_when_its_name_tells_nothing() -> None:
    table = a_table("Day,When,Neck", "Mon,16.11.2026,1", "Tue,?,2", "Wed,18.11.2026,3")

    assert suggest(table, AROUND.factors).date_column == "When"


@pytest.mark.parametrize(
    ("header", "row", "what"),
    [
        ("Date,Steps,Shoe", "2026-11-16,5,x", "a measure of the diary: “Date”, “Steps”, “Shoe”"),
        ("Day,Neck", "Monday,5", "a date: “Day”, “Neck”"),
    ],
)
def test_a_table_without_a_usable_column_is_refused(header: str, row: str, what: str) -> None:
    with pytest.raises(Refused, match=f"None of the columns is known as {what}"):
        suggest(a_table(header, row), AROUND.factors)


def test_every_order_of_a_date_is_shown_by_an_example() -> None:
    table = a_table("Date,Neck", "03/04/2026,1", "05/13/2026,2", ",3", "soon,4")

    assert date_orders(table, "Date") == [
        ("mdy", "03/04/2026 is 4 March 2026", 2),
        ("dmy", "03/04/2026 is 3 April 2026", 1),
    ]
    assert suggest(table, AROUND.factors).date_order == "mdy"


def test_days_that_can_be_read_in_two_ways_stay_open() -> None:
    table = a_table("Date,Neck", "03/04/2026,1")
    mapping = suggest(table, AROUND.factors)

    assert mapping.date_order is None
    with pytest.raises(Refused) as refusal:
        check_decided(table, mapping)
    assert "03/04/2026 is 3 April 2026 (day-month-year)" in str(refusal.value)
    assert "--date-order dmy or --date-order mdy" in str(refusal.value)
    assert suggest(table, AROUND.factors, Told(date_order="dmy")).date_order == "dmy"
    with pytest.raises(Refused, match="Say first"):
        rows(table, mapping, AROUND)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        (("80.5", "81"), "."),
        (("80", "81"), "."),
        (("80,5", "81"), ","),
        (("1,234", "81"), None),
        (("80,5", "81.5"), None),
    ],
)
def test_the_decimal_sign_is_seen_or_open(cells: tuple[str, str], sign: str | None) -> None:
    table = a_table("Date;weight;note", f"2026-11-16;{cells[0]};1,5", f"2026-11-17;{cells[1]};")
    mapping = suggest(table, AROUND.factors)

    assert mapping.decimal == sign
    if sign is None:
        with pytest.raises(Refused, match=r"--decimal , or --decimal \."):
            check_decided(table, mapping)
    assert suggest(table, AROUND.factors, Told(decimal=",")).decimal == ","


def test_blank_is_unknown_nought_is_nought_and_skipped_is_skipped() -> None:
    table = a_table(
        "Date,neck",
        "2026-11-16,",
        "2026-11-17,0",
        "2026-11-18,Skipped",
        "2026-11-19,--",
        "2026-11-20,None",
    )

    said = list(rows(table, a_mapping(ColumnTarget(column="neck")), AROUND))

    assert values(said) == [(3, "2026-11-17", "neck", 0.0), (4, "2026-11-18", "neck", SKIPPED)]
    assert len(said) == 2


def test_what_is_read_counts_as_imported_now() -> None:
    table = a_table("Date,neck", "2026-11-16,3")

    [said] = rows(table, a_mapping(ColumnTarget(column="neck")), AROUND)

    assert isinstance(said, Entry)
    assert isinstance(said.record, Reading)
    assert (said.record.recorded_at, said.record.origin) == (NOON, Origin.IMPORTED)


@pytest.mark.parametrize(
    ("factor", "unit", "cell", "value"),
    [
        ("weight", "kg", "52.59999847", 52.59999847),
        ("weight", "lb", "177.4", 80.47),
        ("weight", "st", "12.5", 79.38),
        ("sleep_hours", "min", "450", 7.5),
        ("sleep_hours", "h", "7:30", 7.5),
        ("sleep_hours", "", "7.25", 7.25),
        ("stiffness_minutes", "h", "1.5", 90.0),
        ("stiffness_minutes", "hours", "1:15", 75.0),
        ("flare_today", "", "a few areas", 1.0),
    ],
)
def test_units_are_brought_to_ours(factor: str, unit: str, cell: str, value: float) -> None:
    table = a_table("Date,x", f"2026-11-16,{cell}")
    target = ColumnTarget(column="x", factor=factor, unit=unit)

    assert values(list(rows(table, a_mapping(target), AROUND))) == [
        (2, "2026-11-16", factor, value)
    ]


def test_a_column_called_by_a_unit_tells_its_unit() -> None:
    assert unit_in("Weight_lbs") == "lb"
    assert unit_in("Minutes asleep") == "min"
    assert unit_in("Weight") == ""


def test_what_cannot_be_read_is_refused_with_its_line() -> None:
    table = a_table(
        "Date,neck,weight,x",
        "2026-11-16,11,1.46E+12,1",
        "16.11.2026,1,,",
        ",1,,",
        "2026-11-17,1,80,5,comma",
        "2026-11-18,3,80,",
    )
    mapping = a_mapping(
        ColumnTarget(column="neck"),
        ColumnTarget(column="weight"),
        ColumnTarget(column="x", factor="stress", unit="kg"),
    )

    said = list(rows(table, mapping, AROUND))

    assert reasons(said) == [
        (2, "“Neck” takes a whole number from 0 to 10, not “11”."),
        (2, "“1.46E+12” was shortened by a spreadsheet; the number itself is lost."),
        (2, "“Stress” is not measured in kg."),
        (3, "“16.11.2026” is not a day written as year-month-day."),
        (4, "This row has no date."),
        (5, "This row has more cells than the table has columns."),
    ]
    assert [line for line, *_ in values(said)] == [6, 6]


def test_the_small_hours_count_for_the_day_before() -> None:
    table = a_table("Date,neck", "2026-11-17 01:30,3", "2026-11-17 00:00,2", "2026-11-17,1")

    said = list(rows(table, a_mapping(ColumnTarget(column="neck")), AROUND))

    assert [day for _, day, _, _ in values(said)] == ["2026-11-16", "2026-11-16", "2026-11-17"]


def test_times_that_are_all_midnight_say_nothing() -> None:
    table = a_table("Date,neck", "4/12/2026 12:00:00 AM,3", "4/13/2026 12:00:00 AM,3", "x,1")

    said = list(rows(table, a_mapping(ColumnTarget(column="neck"), date_order="mdy"), AROUND))

    assert [day for _, day, _, _ in values(said)] == ["2026-04-12", "2026-04-13"]


def test_notes_and_new_rows_find_their_place() -> None:
    rope = OwnFactor(key="own_rope", name="Rope", measure=Kind.COUNT, maximum=5000)
    table = a_table("Date,Rope,Words", "2026-11-16,300,Swam", "2026-11-17,,")
    mapping = a_mapping(
        ColumnTarget(column="Rope", own=rope), ColumnTarget(column="Words", note=True)
    )

    said = list(rows(table, mapping, AROUND))

    assert said[0] == Entry(line=1, record=rope)
    assert values(said) == [(2, "2026-11-16", "own_rope", 300.0)]
    assert [row.text for row in said if isinstance(row, NoteLine)] == ["Swam"]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_wizard_the_suggestion_is_taken_and_what_is_left_out_is_said(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "mine.csv", "Date;weight;Shoe\n2026-11-16;80,5;red\n")

    said = list(FORMAT.rows(path, AROUND))

    assert reasons(said) == [(1, "No row of the diary is known for “Shoe”; left out.")]
    assert values(said) == [(2, "2026-11-16", "weight", 80.5)]


def test_without_a_wizard_what_is_open_is_refused_until_told(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.csv", "Date,Neck\n03/04/2026,3\n")

    with pytest.raises(Refused, match="--date-order dmy"):
        FORMAT.rows(path, AROUND)
    assert len(list(AnyCsv(Told(date_order="dmy")).rows(path, AROUND))) == 1


def test_the_wizards_mapping_is_taken_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.csv", "Date,Ache\n2026-11-16,3\n")
    mapping = a_mapping(ColumnTarget(column="Ache", factor="neck"))

    assert values(list(AnyCsv(mapping=mapping).rows(path, AROUND))) == [
        (2, "2026-11-16", "neck", 3.0)
    ]


@pytest.mark.parametrize(
    ("head", "name", "table"),
    [
        (b"a,b", "x.csv", True),
        (b"a\tb", "x.TSV", True),
        (b"a", "x", True),
        (b"<html>", "x.csv", False),
        (b"a,b", "x.pdf", False),
    ],
)
def test_a_table_is_recognised_by_its_name_and_first_sign(
    head: bytes, name: str, table: bool
) -> None:
    assert FORMAT.recognises(head, Path(name)) is table


_CELLS = st.sampled_from(
    ["Date", "neck", "Weight (lb)", "Sleep (min)", "note", "flare_today", "2026-11-16", "x"]
) | st.sampled_from(["03/04/2026 12:00 AM", "80,5", "1.46E+12", "-0", "7:30", "skipped", "", "\t"])


@given(
    st.lists(st.lists(_CELLS | st.text(max_size=6), max_size=6).map(";".join), max_size=6).map(
        "\n".join
    )
    | st.text(max_size=60),
    st.sampled_from(["", "Date;neck;Weight (lb);Sleep (h);note;flare_today\n"]),
    st.sampled_from([None, "dmy", "ymd"]),
)
def test_any_text_is_read_or_refused(text: str, header: str, order: str | None) -> None:
    told = Told(date_order=order, decimal=",", unit="h")  # type: ignore[arg-type]
    try:
        table = parse_table((header + text).encode("utf-8", "replace"))
        mapping = suggest(table, AROUND.factors, told)
        check_decided(table, mapping)
        said = list(rows(table, mapping, AROUND))
    except Refused:
        return
    assert all(row.line >= 1 for row in said)
