"""Our own JSON: complete, the same bytes again, strict when it is read."""

import json
import tempfile
from pathlib import Path

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import Span
from heeldiary.domain.refusal import Refused
from heeldiary.exchange import own_json
from heeldiary.exchange.entries import Entry, ImportPlan, Refusal, Row
from heeldiary.exchange.own_json import FORMAT, write_json
from heeldiary.exchange.plan import plan
from tests.builders import MON, TUE, WED, PlainDiary, a_note, a_reading
from tests.exchange.whole_diaries import MOOD, WHOLE, around, carried_out, diaries
from tools import schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "resources" / "export.schema.json"
EMPTY = {
    "format": "heeldiary",
    "version": 2,
    "first_day": None,
    "last_day": None,
    "factors": [],
    "rows": [],
    "readings": [],
    "notes": [],
}
check = fastjsonschema.compile(json.loads(SCHEMA.read_text("utf-8")))


def text_of(diary: PlainDiary, span: Span | None = None) -> str:
    return "".join(write_json(diary, span))


def rows_of(text: str | bytes) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.json"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return list(FORMAT.rows(path, around(PlainDiary())))


def imported(text: str, diary: PlainDiary) -> ImportPlan:
    return plan(rows_of(text), diary, around(diary), title=FORMAT.title)


def test_the_schema_says_what_the_classes_say() -> None:
    assert SCHEMA.read_text("utf-8") == schema.written()


def test_a_document_of_the_first_version_is_still_read() -> None:
    text = json.dumps(EMPTY | {"version": 1})

    assert rows_of(text) == []


def test_a_day_brings_what_its_records_refer_to() -> None:
    document = json.loads(text_of(WHOLE, Span(TUE, TUE)))

    check(document)
    assert [dose["medicine"] for dose in document["doses"]] == ["m1"]
    assert [medicine["id"] for medicine in document["medicines"]] == ["m1", "m2"]
    assert "visits" not in document


def test_an_export_into_an_empty_diary_comes_back_byte_for_byte() -> None:
    text = text_of(WHOLE)

    result = imported(text, PlainDiary())

    assert result.refusals == ()
    assert text_of(carried_out(result)) == text


@given(diaries)
def test_any_diary_comes_back_byte_for_byte(diary: PlainDiary) -> None:
    text = text_of(diary)
    check(json.loads(text))

    result = imported(text, PlainDiary())

    assert result.refusals == ()
    assert text_of(carried_out(result)) == text
    again = imported(text, diary)
    assert (again.edits, again.refusals) == ((), ())


@pytest.mark.parametrize("diary", [PlainDiary(), PlainDiary(a_reading()), WHOLE])
def test_every_export_is_as_the_schema_says(diary: PlainDiary) -> None:
    check(json.loads(text_of(diary)))
    check(json.loads(text_of(diary, Span(MON, MON))))


def test_the_example_in_the_documentation_is_an_export() -> None:
    page = (ROOT / "docs" / "export.md").read_text("utf-8")
    example = page.split("```json\n")[1].split("```")[0]

    check(json.loads(example))
    result = imported(example, PlainDiary())
    assert result.refusals == ()
    assert text_of(carried_out(result)) == example


def test_an_export_reads_one_record_a_line() -> None:
    text = text_of(PlainDiary(a_reading(value=0.0), a_reading("neck", 2.5), a_note("Größe")))

    assert text == (
        '{\n  "format": "heeldiary",\n  "version": 2,\n'
        '  "first_day": "2026-11-16",\n  "last_day": "2026-11-16",\n'
        '  "factors": [],\n  "rows": [],\n  "readings": [\n'
        '    {"day": "2026-11-16", "factor": "low_back", "value": 0, '
        '"recorded_at": "2026-11-20T12:00:00+00:00", "origin": "that_day"},\n'
        '    {"day": "2026-11-16", "factor": "neck", "value": 2.5, '
        '"recorded_at": "2026-11-20T12:00:00+00:00", "origin": "that_day"}\n  ],\n'
        '  "notes": [\n    {"day": "2026-11-16", "text": "Größe", '
        '"recorded_at": "2026-11-20T12:00:00+00:00", "origin": "that_day"}\n  ]\n}\n'
    )


def test_a_day_is_written_in_the_same_shape() -> None:
    document = json.loads(text_of(WHOLE, Span(TUE, TUE)))

    assert (document["first_day"], document["last_day"]) == ("2026-11-17", "2026-11-17")
    assert {reading["day"] for reading in document["readings"]} == {"2026-11-17"}
    assert len(document["notes"]) == 1
    assert document["rows"] == []
    assert MOOD.key in [factor["key"] for factor in document["factors"]]


def test_a_day_without_anything_has_no_readings() -> None:
    assert json.loads(text_of(PlainDiary(a_reading()), Span(WED, WED)))["readings"] == []


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_records_are_known_by_their_line_whatever_the_layout(indent: int | None) -> None:
    text = json.dumps(json.loads(text_of(WHOLE)), indent=indent)

    rows = [row for row in rows_of(text) if isinstance(row, Entry)]

    for row in rows:
        assert "{" in text.splitlines()[row.line - 1]
    assert len({row.line for row in rows}) == (len(rows) if indent else 1)


def test_a_record_that_is_none_is_refused_with_its_line() -> None:
    text = text_of(PlainDiary(a_reading(), a_reading("neck"), a_note()))
    text = text.replace('"neck", "value": 4', '"neck", "value": {"deep": {}}')

    first, second, third = rows_of(text)

    assert isinstance(first, Entry)
    assert second == Refusal(
        line=10, reason="The field “value” of a reading cannot be “{'deep': {}}”."
    )
    assert isinstance(third, Entry)
    assert third.line == 13


def with_(**parts: object) -> str:
    return json.dumps(EMPTY | parts)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is not whole JSON: line 1"),
        (text_of(WHOLE)[:-300], "is not whole JSON: line"),
        (b"\xff\xfe{\0", "is not UTF-8 text"),
        ("[]", "is JSON, but not of Heel Diary"),
        ('{"format": "other"}', "is JSON, but not of Heel Diary"),
        ('{"format": "heeldiary", "format": "heeldiary"}', "says “format” twice"),
        (with_(readings=[float("nan")]), "“NaN” is not a number"),
        (with_(readings=[float("-inf")]), "“-Infinity” is not a number"),
        (with_().replace("2", "9" * 5000), "a number that is too long"),
        ('{"a":' * 100_000, "is nested too deeply"),
        (with_(version=3), "by a newer Heel Diary (format 3, known up to 2)"),
        (with_(version=True), "does not say which version"),
        (with_(version="1"), "does not say which version"),
        (with_(version=0), "does not say which version"),
        (with_(moods=[]), "has “moods”, which is not known"),
        (with_().replace('"notes"', '"readings2"'), "has “readings2”, which is not known"),
        ('{"format": "heeldiary", "version": 1}', "has no “factors”"),
        (with_(readings={}), "“readings” of mine.json is not a list of records"),
        (with_(readings=[1]), "“readings” of mine.json is not a list of records"),
        (with_(first_day="soon"), "“soon” is not a day"),
    ],
)
def test_what_is_not_ours_is_refused_in_a_sentence(text: str | bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        rows_of(text)

    assert sentence in str(refusal.value)


def test_a_byte_order_mark_does_not_hurt() -> None:
    assert len(rows_of("\ufeff" + text_of(PlainDiary(a_reading())))) == 1


def test_a_file_that_is_too_large_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(own_json.LARGEST_JSON + 1_000_000)

    with pytest.raises(Refused, match="has 301 MB; at most 300 MB"):
        FORMAT.rows(path, around(PlainDiary()))


@pytest.mark.parametrize(
    ("head", "ours"), [(b'\xef\xbb\xbf \n{"format"', True), (b"day,neck", False), (b"", False)]
)
def test_json_is_recognised_by_its_first_sign(head: bytes, ours: bool) -> None:
    assert FORMAT.recognises(head, Path("mine.txt")) is ours


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(
    st.binary(max_size=200)
    | _JSON.map(json.dumps)
    | st.dictionaries(st.sampled_from(list(EMPTY)), _JSON).map(lambda part: with_(**part))
    | st.lists(
        st.dictionaries(
            st.sampled_from(["day", "factor", "value", "recorded_at", "origin", "text"]),
            _JSON | st.sampled_from(["2026-11-16", "neck", "later", "2026-11-16T00:00:00Z"]),
        )
    ).map(lambda records: with_(readings=records, notes=records))
)
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    try:
        rows = rows_of(text)
    except Refused:
        return
    plan(rows, PlainDiary(), around(PlainDiary()), title="any")
