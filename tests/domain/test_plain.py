import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from heeldiary.domain.plain import (
    Plain,
    fixed_offset,
    from_plain,
    read_moment,
    to_plain,
    write_moment,
)
from heeldiary.domain.records import SKIPPED, Reading, Record
from heeldiary.domain.refusal import Refused
from tests.builders import a_note, a_reading
from tests.domain.records import moments, records

READING: Plain = to_plain(a_reading())


@given(records)
def test_a_record_comes_back_from_plain_values_as_it_was(record: Record) -> None:
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(record.kind, plain) == record


@given(moments)
def test_a_moment_is_read_as_it_was_written_with_its_offset(moment: datetime) -> None:
    back = read_moment(write_moment(moment))
    assert back == moment
    assert back.utcoffset() == moment.utcoffset()


def test_a_whole_number_is_plain_without_a_point() -> None:
    assert READING == {
        "day": "2026-11-16",
        "factor": "low_back",
        "value": 4,
        "recorded_at": "2026-11-20T12:00:00+00:00",
        "origin": "that_day",
    }
    assert repr(READING["value"]) == "4"


def test_skipped_and_zero_stay_two_things() -> None:
    skip, zero = a_reading(value=SKIPPED), a_reading(value=0.0)
    assert (to_plain(skip)["value"], to_plain(zero)["value"]) == ("skipped", 0)
    assert from_plain("reading", to_plain(skip)) == skip
    assert from_plain("reading", to_plain(zero)) == zero


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Refused, match="“mood” is not a kind of record that this version knows"):
        from_plain("mood", {})


def test_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="A reading has no field “colour”"):
        from_plain("reading", READING | {"colour": "red"})


@pytest.mark.parametrize("field", READING)
def test_a_missing_field_is_refused_by_name(field: str) -> None:
    rest = {name: value for name, value in READING.items() if name != field}
    with pytest.raises(Refused, match=f"A reading needs the field “{field}”"):
        from_plain("reading", rest)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "2026-02-30"),
        ("day", 20),
        ("day", None),
        ("factor", 5),
        ("factor", "half \ud83d"),
        ("value", "4"),
        ("value", None),
        ("value", True),
        ("value", float("nan")),
        ("value", float("inf")),
        ("value", -float("inf")),
        ("value", 10**400),
        ("value", [4]),
        ("recorded_at", "2026-11-20T12:00:00"),
        ("recorded_at", "noon"),
        ("recorded_at", "0001-01-01T00:00:00+23:59"),
        ("recorded_at", 5),
        ("origin", "guessed"),
        ("origin", None),
    ],
)
def test_a_wrong_value_of_a_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(Refused):
        from_plain("reading", READING | {field: value})


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("row", {"factor": "neck", "position": 1.5, "shown": True}),
        ("row", {"factor": "neck", "position": True, "shown": True}),
        ("row", {"factor": "neck", "position": 1, "shown": 1}),
        ("factor", {"key": "tea", "name": "Tea", "measure": "taste"}),
        ("factor", {"key": "tea", "name": "Tea", "measure": "choice", "choices": "green"}),
        ("factor", {"key": "tea", "name": "Tea", "measure": "choice", "choices": [1]}),
        ("factor", {"key": "tea", "name": "Tea", "measure": "count", "maximum": "10"}),
        ("note", to_plain(a_note()) | {"text": None}),
    ],
)
def test_a_value_of_a_wrong_type_is_refused(kind: str, values: Plain) -> None:
    with pytest.raises(Refused, match=f"of a {kind} cannot be"):
        from_plain(kind, values)


def test_a_refusal_repeats_only_the_beginning_of_a_long_value() -> None:
    with pytest.raises(Refused) as refused:
        from_plain("reading", READING | {"origin": "x" * 10_000})
    assert len(str(refused.value)) < 200


def test_a_refusal_of_half_a_character_can_be_printed() -> None:
    with pytest.raises(Refused) as refused:
        from_plain("reading", READING | {"factor": "\ud83d"})
    assert str(refused.value).encode()


def test_fields_with_a_usual_value_may_be_left_out() -> None:
    factor = from_plain("factor", {"key": "tea", "name": "Tea", "measure": "count"})
    assert to_plain(factor)["maximum"] == 10


def test_an_offset_of_nothing_is_utc() -> None:
    assert fixed_offset(0) is UTC
    assert fixed_offset(-210).utcoffset(None) == -timedelta(hours=3, minutes=30)


def test_a_moment_with_an_odd_offset_stays_the_same_moment() -> None:
    odd = "2026-11-20T12:00:00+01:00:30"
    assert read_moment(odd) == datetime.fromisoformat(odd)


def test_a_reading_made_of_plain_values_is_a_reading() -> None:
    assert isinstance(from_plain("reading", READING), Reading)
