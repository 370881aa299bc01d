"""Whether a record can be kept: the rules of its fields, and its own. The same for every door."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from heeldiary.domain.answers import check_day
from heeldiary.domain.days import check_time
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import (
    LONGEST_NAME,
    LONGEST_TEXT,
    FieldShape,
    Holds,
    Within,
    shape_of,
)

_FARTHEST_AHEAD = timedelta(days=3_660)
_LARGEST_WHOLE = 2**63 - 1
"""What the column of a whole number holds."""


def check(record: Record, today: date) -> None:
    """Refuse, in one sentence, a record that no diary should hold."""
    shape = shape_of(type(record))
    ahead: frozenset[str] = getattr(record, "may_be_ahead", frozenset())
    for field in shape.fields.values():
        value = getattr(record, field.name)
        if field.holds is Holds.DAY and value is not None:
            _check_date(value, today, may_be_ahead=field.name in ahead)
        else:
            _check_value(field, value)
    if not record.id.strip() or len(record.id) > LONGEST_NAME:
        raise Refused("A record needs an id of its own.")
    if shape.last_day:
        _check_order(getattr(record, shape.first_day), getattr(record, shape.last_day))
    own_rules: Callable[[], None] | None = getattr(record, "check", None)
    if own_rules is not None:
        own_rules()


def _check_date(day: date, today: date, *, may_be_ahead: bool) -> None:
    check_day(day, today + _FARTHEST_AHEAD if may_be_ahead else today)


def _check_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise Refused(f"It ends ({last}) before it begins ({first}).")


def _check_value(field: FieldShape, value: Any) -> None:
    if field.within is not None and value is not None:
        _check_within(field, field.within, value)
    if field.holds is Holds.WHOLE and value is not None and abs(value) > _LARGEST_WHOLE:
        raise Refused(f"“{field.title}” is a number that is too large to be kept.")
    if field.holds is Holds.MOMENT and not 1900 <= value.year <= 9998:
        raise Refused(f"{value.date()} is not a day on which this was recorded.")
    if field.holds is Holds.TIME and value:
        check_time(value)
    texts = (value,) if isinstance(value, str) else ()
    if field.holds is Holds.WORDS:
        texts = value
    for text in texts:
        _check_text(field, text)


def _check_within(field: FieldShape, within: Within, value: float) -> None:
    low, high = within.low, within.high
    if not low <= value <= high:
        is_too_long = isinstance(value, int) and abs(value) > _LARGEST_WHOLE
        shown = "one of so many figures" if is_too_long else f"{value:.10g}"
        raise Refused(
            f"“{field.title}” takes a number from {low:.10g} to {high:.10g}, not {shown}."
        )


def _check_text(field: FieldShape, text: str) -> None:
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Refused(f"“{field.title}” holds a character that no file can keep.")
    if field.is_name and not text.strip():
        raise Refused(f"“{field.title}” cannot be empty.")
    longest = LONGEST_NAME if field.is_name else LONGEST_TEXT
    if len(text) > longest:
        raise Refused(
            f"“{field.title}” has {len(text)} characters; it holds {longest}. Nothing was kept of "
            "the longer text."
        )
