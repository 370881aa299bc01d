"""Kept values are metric; here they are shown and read in the units that the owner chose."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from heeldiary.domain.refusal import Refused
from heeldiary.domain.units import METRIC_OF, POUNDS_OF_A_STONE, in_stones
from heeldiary.host.settings import Settings
from heeldiary.ui.wording import figure

SHOWN_DECIMALS = MappingProxyType({"km": 2, "mi": 2, "kg": 1, "lb": 1, "st": 2, "mm": 1, "in": 2})
_KEPT_DECIMALS = 6
_LONGEST_SHOWN = 60
_NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"
_ONE_NUMBER = re.compile(rf"({_NUMBER})\s*([^\W\d]*)\.?", re.ASCII)
_STONES = re.compile(rf"(\d{{1,3}})\s*(?:st|stone|stones)?\s+({_NUMBER})\s*(?:lb|lbs)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """In which units distances, weights and small lengths are shown and typed."""

    distance: str = "km"
    weight: str = "kg"
    length: str = "mm"

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(
            distance=settings.distance_unit,
            weight=settings.weight_unit,
            length=settings.length_unit,
        )

    def say_distance(self, km: float) -> str:
        return said(km, self.distance)

    def say_weight(self, kg: float) -> str:
        """``81.5 kg``; in stones as ``12 st 11.5 lb``."""
        if self.weight != "st":
            return said(kg, self.weight)
        stones, pounds = in_stones(kg)
        return f"{stones} st {figure(pounds)} lb"

    def say_length(self, mm: float) -> str:
        return said(mm, self.length)

    def read_distance(self, text: str) -> float:
        """The kilometres of what was typed; with another unit behind it that one holds."""
        return read(text, self.distance, ("km", "mi"))

    def read_weight(self, text: str) -> float:
        """The kilograms of what was typed; stones may be followed by pounds: ``12 st 11``."""
        stones = _STONES.fullmatch(text.strip().casefold())
        if stones is not None and (self.weight == "st" or "st" in text.casefold()):
            pounds = int(stones[1]) * POUNDS_OF_A_STONE + _number(stones[2])
            return round(pounds * METRIC_OF["lb"], _KEPT_DECIMALS)
        return read(text, self.weight, ("kg", "lb", "st"))

    def read_length(self, text: str) -> float:
        """The millimetres of what was typed."""
        return read(text, self.length, ("mm", "in"))


def said(kept: float, unit: str) -> str:
    """A kept value in this unit, with the person's decimal sign: ``3.11 mi``."""
    return f"{figure(shown(kept, unit))} {unit}"


def shown(kept: float, unit: str) -> float:
    """A kept value as a number of this unit, with as many decimals as are worth reading."""
    return round(kept / METRIC_OF[unit], SHOWN_DECIMALS[unit])


def read(text: str, unit: str, units: tuple[str, ...]) -> float:
    """The kept value of a typed number, with a decimal point or comma; else a refusal."""
    typed = _ONE_NUMBER.fullmatch(text.strip().casefold())
    if typed is None or (typed[2] and typed[2] not in units):
        written = text.strip()
        given = written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"
        raise Refused(f"“{given}” is not a number of {unit}; write it as 5.2 or 5,2.")
    return round(_number(typed[1]) * METRIC_OF[typed[2] or unit], _KEPT_DECIMALS)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
