"""factors: what can be recorded, with the key that every command and file knows it by."""

import json
from argparse import Namespace
from typing import Any

from heeldiary.cli import speech
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.answers import factors_of
from heeldiary.domain.factor import Factor, Kind
from heeldiary.domain.factors import CATALOGUE, Factors


def factors_command(asked: Namespace, around: Surroundings) -> None:
    """The rows that ship; of a named diary its owner's own too, in the owner's order."""
    factors = Factors()
    if asked.diary is not None:
        with around.reading(asked.diary) as store:
            factors = factors_of(store)
    if asked.json:
        rows = [_plain(factor, factors) for factor in factors.all()]
        speech.say_json([json.dumps(rows, ensure_ascii=False, indent=2), "\n"])
        return
    widest = max(len(factor.key) for factor in factors.all())
    for factor in factors.all():
        speech.say(f"{factor.key:<{widest}}  {factor.name}: {_takes(factor)}")


def _takes(factor: Factor) -> str:
    return f"{factor.takes}, or all day" if _can_last_all_day(factor) else factor.takes


def _can_last_all_day(factor: Factor) -> bool:
    return factor.kind is Kind.MINUTES and factor.say(factor.maximum) == "all day"


def _plain(factor: Factor, factors: Factors) -> dict[str, Any]:
    return {
        "key": factor.key,
        "name": factor.name,
        "group": str(factor.group),
        "kind": str(factor.kind),
        "side": factor.side and str(factor.side),
        "unit": factor.unit,
        "minimum": factor.minimum,
        "maximum": factor.maximum,
        "step": factor.step,
        "words": list(factor.words),
        "takes": _takes(factor),
        "direction": str(factor.direction),
        "loinc": factor.loinc,
        "own": factor.key not in CATALOGUE,
        "shown": factors.is_shown(factor),
    }
