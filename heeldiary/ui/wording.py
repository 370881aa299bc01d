"""Days, values and counts in the words and figures of the person's country."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from heeldiary.domain.factor import Factor


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


def figure(value: float) -> str:
    """A bare number with the person's decimal sign."""
    return f"{value:.10g}".replace(".", QLocale().decimalPoint())
