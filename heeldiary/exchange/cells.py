"""What the words of one cell stand for: a number, a day, a moment, or nothing known."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal, TypeAlias

from heeldiary.domain.days import day_of
from heeldiary.domain.refusal import Refused

DateOrder: TypeAlias = Literal["ymd", "dmy", "mdy"]
DecimalSign: TypeAlias = Literal[".", ","]
DATE_ORDERS: tuple[DateOrder, ...] = ("ymd", "dmy", "mdy")

_UNKNOWN = frozenset({"", "-", "--", "–", "—", "none", "nan", "null", "n/a", "na", "#n/a"})
_NUMBER = re.compile(r"[-+]?(?=[.]?[0-9])[0-9]{0,20}(?:[.][0-9]{0,20})?")
_SWAPPED = str.maketrans(",.", ".,")
_MANGLED = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]+")
_DATE = re.compile(r"([0-9]{1,4})([-/.])\s?([0-9]{1,2})\2\s?([0-9]{1,4})\.?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?\s*([ap]\.?m\.?)?"
    r"\s*(z|utc|[-+][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)


def is_unknown(text: str) -> bool:
    """Whether a cell says nothing: blank, dashes, or a program's word for nothing."""
    return text.strip().casefold() in _UNKNOWN


def read_number(text: str, decimal: DecimalSign = ".") -> float:
    """A plain number with that decimal sign; no thousands signs, no exponents."""
    word = text.strip().replace("−", "-")
    plain = word if decimal == "." else word.translate(_SWAPPED)
    if _NUMBER.fullmatch(plain):
        return float(plain)
    if _MANGLED.fullmatch(word):
        raise Refused(f"“{word}” was shortened by a spreadsheet; the number itself is lost.")
    sign = "point" if decimal == "." else "comma"
    raise Refused(f"“{_shown(word)}” is not a number with a decimal {sign}.")


def read_date(text: str, order: DateOrder = "ymd") -> date:
    """A day written in that order with ``-``, ``/`` or ``.`` between; the year has four digits."""
    word = text.strip()
    parts = _COMPACT.fullmatch(word) if order == "ymd" else None
    written = parts.groups() if parts else _date_parts(word)
    try:
        numbers = dict(zip(order, written, strict=True))
        if len(numbers["y"]) != 4:
            raise ValueError
        return date(*(int(numbers[part]) for part in "ymd"))
    except ValueError:
        raise Refused(f"“{_shown(word)}” is not a day written as {say_order(order)}.") from None


def read_date_time(text: str, order: DateOrder = "ymd") -> date | datetime:
    """A day, or a moment when a time of day follows; with its offset when one is written."""
    word = text.strip()
    day_word, _, time_word = word.partition("T" if "T" in word[:11] else " ")
    if not time_word.strip():
        return read_date(day_word, order)
    day = read_date(day_word, order)
    found = _TIME.fullmatch(time_word.strip())
    try:
        if found is None:
            raise ValueError
        return datetime.combine(day, _time(found), tzinfo=_offset(found.group(5)))
    except ValueError:
        raise Refused(f"“{_shown(time_word)}” is not a time of day.") from None


def owners_day(moment: date | datetime, now: datetime, day_start_hour: int) -> date:
    """The diary's day of a written day or moment.

    A moment counts by its own wall clock; one in UTC (Z) is first brought to the offset of now.
    """
    if not isinstance(moment, datetime):
        return moment
    try:
        if moment.tzinfo is UTC:
            moment = moment.replace(tzinfo=None) + (now.utcoffset() or timedelta())
        return day_of(moment, day_start_hour)
    except OverflowError:
        raise Refused(f"{moment.date()} is no day of a diary.") from None


def say_order(order: DateOrder) -> str:
    """The order as people write it: ``day-month-year``."""
    return "-".join({"y": "year", "m": "month", "d": "day"}[part] for part in order)


def _date_parts(word: str) -> tuple[str, ...]:
    found = _DATE.fullmatch(word)
    return (found.group(1), found.group(3), found.group(4)) if found else ()


def _time(found: re.Match[str]) -> time:
    hour, half = int(found.group(1)), (found.group(4) or "")[:1].casefold()
    if half and not 1 <= hour <= 12:
        raise ValueError
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(found.group(2)), int(found.group(3) or 0))


def _offset(word: str | None) -> timezone | None:
    if not word:
        return None
    if word[0] not in "+-":
        return UTC
    minutes = int(word[1:3]) * 60 + int(word[-2:])
    return timezone(timedelta(minutes=-minutes if word[0] == "-" else minutes))


def _shown(word: str) -> str:
    return word if len(word) <= 60 else word[:59] + "…"
