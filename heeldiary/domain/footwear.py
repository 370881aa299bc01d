"""Pairs of shoes: what can be said of one, and the change that keeps, retires or removes it."""

from collections.abc import Mapping
from typing import Any

from heeldiary.domain.days import Clock
from heeldiary.domain.edits import Change
from heeldiary.domain.keeping import keep, new_id
from heeldiary.domain.movement import Shoe

FEATURES = (
    "arch support",
    "cushioned",
    "flat or thin sole",
    "rocker sole",
    "minimalist",
    "stiff heel counter",
    "soft heel counter",
    "narrow heel counter",
    "wide heel counter",
    "wide toe box",
    "narrow toe box",
)
"""What a pair may be, in the words that are kept; other words of its owner stay beside them."""


def keep_shoe(values: Mapping[str, Any], clock: Clock, before: Shoe | None = None) -> Change | None:
    """The change that keeps a pair with these values by field name; None when nothing changed."""
    shoe = Shoe(id=before.id if before else new_id(), **values)
    return keep(before, shoe, f"Shoes: {shoe.name}", clock)
