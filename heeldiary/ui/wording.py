"""Days, values and counts in the words and figures of the person's country."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from heeldiary.domain.factor import Factor

_LONG_WORD = re.compile(r"\S{24,}")
_PIECE = re.compile(r"\S{12}")
_BREAK = "\u200b"
_DAY = re.compile(r"(?<!for example )\b\d{4}-\d{2}-\d{2}\b", re.ASCII)


def say_day(day: date) -> str:
    """``Friday 20 November 2026`` in the person's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def say_short_day(day: date) -> str:
    """``Fri 20 Nov``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def say_date(day: date) -> str:
    """``20 Nov 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def say_value(factor: Factor, value: float) -> str:
    return factor.say(value, QLocale().decimalPoint())


def with_days(sentence: str) -> str:
    """The sentence with its days, such as 2026-11-20, as the rest of the window says them."""
    return _DAY.sub(_said_day, sentence)


def breakable(text: str) -> str:
    """The text with places to break lines within its long words, such as paths."""
    return _LONG_WORD.sub(_with_breaks, text)


def figure(value: float) -> str:
    """A bare number with the person's decimal sign."""
    return f"{value:.10g}".replace(".", QLocale().decimalPoint())


def plain_tip(text: str) -> str:
    """A tooltip that shows these words as they are: Qt takes some words for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<span style="white-space: pre-wrap">{escaped}</span>' if text else ""


def _with_breaks(word: re.Match[str]) -> str:
    return _PIECE.sub(rf"\g<0>{_BREAK}", word[0])


def _said_day(found: re.Match[str]) -> str:
    try:
        return say_date(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]  # no day that there is, as somebody typed it
