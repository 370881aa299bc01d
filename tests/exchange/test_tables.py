"""Delimited text as people have it, and the sentences for what is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.refusal import Refused
from heeldiary.exchange import tables
from heeldiary.exchange.tables import columns_of, parse_table, read_table

PLAIN = "Date,Weight\n2026-11-16,80.5\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PLAIN.encode(), "utf-8-sig"),
        (b"\xef\xbb\xbf" + PLAIN.encode(), "utf-8-sig"),
        (PLAIN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "utf-16"),
        ("Date,Größe\n2026-11-16,80.5\n".encode("cp1252"), "cp1252"),
    ],
)
def test_the_usual_encodings_are_read(content: bytes, encoding: str) -> None:
    table = parse_table(content)

    assert table.encoding == encoding
    assert table.header[0] == "Date"
    assert table.rows[0].get("date") == "2026-11-16"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found_by_counting(delimiter: str) -> None:
    content = f"date{delimiter}note\n2026-11-16{delimiter}plain\n".encode()

    assert parse_table(content).delimiter == delimiter


def test_a_decimal_comma_does_not_make_the_comma_the_delimiter() -> None:
    table = parse_table(b"date;weight;low, or high\n2026-11-16;80,5;x\n2026-11-17;81,5;y\n")

    assert table.delimiter == ";"
    assert table.rows[1].get("weight") == "81,5"


def test_one_column_is_a_table_too() -> None:
    table = parse_table(b"Date\n2026-11-16\n2026-11-17\n")

    assert table.header == ("Date",)
    assert [row.get("date") for row in table.rows] == ["2026-11-16", "2026-11-17"]


def test_a_given_delimiter_is_taken() -> None:
    assert parse_table(b"a,b|c\n1,2|3\n", "|").header == ("a,b", "c")


def test_a_first_line_that_names_the_delimiter_is_heeded() -> None:
    table = parse_table(b"sep=;\r\na;b\r\n1;2\r\n")

    assert table.header == ("a", "b")
    assert table.rows[0].line == 3


def test_lines_are_counted_through_quoted_line_breaks() -> None:
    table = parse_table(b'date,note\r\n2026-11-16,"two\r\nlines"\r\n\r\n2026-11-17,one\r\n')

    assert [row.line for row in table.rows] == [2, 5]
    assert table.rows[0].get("note") == "two\r\nlines"


def test_columns_are_found_whatever_their_case_and_spaces() -> None:
    table = parse_table(b" Date ,observation_value \n 2026-11-16 ,2 \n")

    assert table.has("DATE", "Observation_Value")
    assert not table.has("date", "note")
    assert table.rows[0].get("date") == "2026-11-16"
    assert table.rows[0].exact("date") == " 2026-11-16 "


def test_a_cell_that_a_short_row_lacks_is_empty() -> None:
    row = parse_table(b"date,weight,note\n2026-11-16,80\n").rows[0]

    assert row.get("note") == ""
    assert row.get("no such column") == ""


def test_trailing_commas_and_blank_lines_do_not_hurt() -> None:
    table = parse_table(b"Date,Meditate,\n2026-11-16,NO,\n,,\n\n")

    assert table.header == ("Date", "Meditate")
    assert len(table.rows) == 1
    assert not table.overlong(table.rows[0])


def test_a_row_in_which_a_comma_moved_the_cells_is_known() -> None:
    table = parse_table(b"date,weight\n2026-11-16,80,5\n2026-11-17,81\n2026-11-18,82\n")

    assert [table.overlong(row) for row in table.rows] == [True, False, False]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b",,\n,,\n", "a header and no rows"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"Date\n", "a header and no rows"),
        (b"Date,note,date \n1,2,3\n", "two columns called “Date”"),
        (b"Date\0note\n", "not a text file"),
        (b"\x89PNG\x1a\x1b,\xff\n", "not a text file"),
        ("date,note".encode("utf-16-le"), "not a text file"),
        (b"date,\x81note\n1,2\n", "save it as UTF-8"),
        (b"\xff\xfea", "save it as UTF-8"),
        (b'date,note\n1,2\n3,"open\n4,5\n', "opens in line 3 of The file is never closed"),
        (b"date,note\n1," + b"x" * 140_000, "Line 2 of The file cannot be read as a table"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        parse_table(content)


def test_a_file_is_read_and_named_in_refusals(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(PLAIN.encode())
    assert read_table(path).rows[0].get("weight") == "80.5"

    path.write_bytes(b"")
    with pytest.raises(Refused, match=r"mine\.csv is empty"):
        read_table(path)


def test_a_file_that_is_too_large_is_refused_with_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(tables.LARGEST_TABLE + 1_000_000)

    with pytest.raises(Refused, match=r"large\.csv has 101 MB; at most 100 MB"):
        read_table(path)


@pytest.mark.parametrize(
    "head",
    [
        b" Date,Note \n1,2\n",
        b"\xef\xbb\xbfDATE;note\n1;2\n3;\xc3",
        "date\tnote\n1\t2\n".encode("utf-16") + b"x",
        b"date,note",
        b'sep=,\ndate,note\n1,"cut off',
    ],
)
def test_the_columns_are_known_from_the_head_of_a_file(head: bytes) -> None:
    assert columns_of(head) == ("date", "note")


@pytest.mark.parametrize("head", [b"", b"\0\1\2", b"\n\n"])
def test_a_head_that_is_no_table_has_no_columns(head: bytes) -> None:
    assert columns_of(head) == ()


@given(st.binary(max_size=300) | st.text('a;,\t"\n\r 1é\ufeff', max_size=80).map(str.encode))
def test_any_bytes_are_a_table_or_refused(content: bytes) -> None:
    columns_of(content)
    try:
        table = parse_table(content)
    except Refused:
        return
    assert table.rows
    assert all(row.line > 1 for row in table.rows)
