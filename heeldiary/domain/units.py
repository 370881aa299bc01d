"""Units in which people weigh and measure; everything is kept metric (kg, km, mm)."""

from types import MappingProxyType

METRIC_OF = MappingProxyType(
    {
        "km": 1.0,
        "mi": 1.609344,
        "kg": 1.0,
        "lb": 0.45359237,
        "st": 6.35029318,
        "mm": 1.0,
        "in": 25.4,
    }
)
"""How much of the kept unit one of each unit is."""

POUNDS_OF_A_STONE = 14


def in_stones(kg: float) -> tuple[int, float]:
    """A weight in whole stones and the pounds that are left, to a tenth."""
    stones, left = divmod(round(kg / METRIC_OF["lb"], 1), POUNDS_OF_A_STONE)
    return int(stones), round(left, 1)
