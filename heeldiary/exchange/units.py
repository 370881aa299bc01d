"""The units in which other files write weights and times, and their way into ours."""

import re
from collections.abc import Callable
from types import MappingProxyType

from heeldiary.domain.factor import Factor
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.weigh_ins import kilograms

_SPELLINGS = MappingProxyType(
    {
        **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms"), "kg"),
        **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
        **dict.fromkeys(("st", "stone", "stones"), "st"),
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
        **dict.fromkeys(("min", "mins", "minute", "minutes"), "min"),
    }
)
_CONVERTIBLE = MappingProxyType({"kg": ("kg", "lb", "st"), "h": ("h", "min"), "min": ("min", "h")})
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


def units_of(factor: Factor) -> tuple[str, ...]:
    """The units that a column of this factor may be in; none when there is nothing to ask."""
    return _CONVERTIBLE.get(factor.unit, ())


def unit_in(name: str) -> str:
    """The unit that a column's name tells, as in ``Weight (lbs)``; empty when it tells none."""
    words = re.findall(r"[a-z]+", name.casefold())
    return next((_SPELLINGS[word] for word in reversed(words) if word in _SPELLINGS), "")


def without_unit(name: str) -> str:
    """The words of a column's name without its unit: ``Weight (lbs)`` is ``weight``."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return " ".join(word for word in words if word not in _SPELLINGS)


def as_measured(word: str, unit: str, factor: Factor, read_number: Callable[[str], float]) -> float:
    """The cell's number in the factor's own unit; hours may be written as ``7:30``."""
    spelled = _SPELLINGS.get(unit.casefold(), unit)
    clock = _CLOCK.fullmatch(word) if spelled == "h" else None
    number = int(clock[1]) + int(clock[2]) / 60 if clock else read_number(word)
    if spelled == factor.unit:
        return round(number, 4) if clock else number
    match spelled, factor.unit:
        case _, "kg":
            return kilograms(number, spelled)
        case "min", "h":
            return round(number / 60, 2)
        case "h", "min":
            return float(round(number * 60))
        case _:
            raise Refused(f"“{factor.name}” is not measured in {unit}.")
