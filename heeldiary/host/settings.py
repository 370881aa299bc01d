"""Settings of this installation: a small JSON file that can never stop the start."""

import json
import os
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from heeldiary.domain.days import DEFAULT_DAY_START_HOUR

THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 125, 150, 175, 200)
PAPERS = ("", "a4", "letter")
DISTANCE_UNITS = ("km", "mi")
WEIGHT_UNITS = ("kg", "lb", "st")
LENGTH_UNITS = ("mm", "in")

_MOST_NAMES = 100
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the owner chose for the program; what is in the diary is not here."""

    theme: str = "system"
    text_percent: int = 100
    day_start_hour: int = DEFAULT_DAY_START_HOUR
    diary: str = ""
    """The diary opened last; empty for the one in the data folder."""
    trend_set: str = ""
    paper: str = ""
    """Empty: as the country of the desktop has it."""
    has_read_notice: bool = False
    distance_unit: str = "km"
    weight_unit: str = "kg"
    length_unit: str = "mm"
    notes_off: tuple[str, ...] = ()
    """The notes on load, footwear and weight, by name, that the owner does not want to see."""
    folded: tuple[str, ...] = ()
    """The parts of Today that the owner folded, by name; ``unfolded`` those that were opened."""
    unfolded: tuple[str, ...] = ()
    check_weekday: int = 1
    """The day on which the weekly check falls due, 1 is Monday; 0 when it is not asked for."""
    installation: str = field(default_factory=lambda: uuid.uuid4().hex)
    """Names this installation in the rows it writes, for a later merge of diaries."""


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a sentence when the file could not be used (else empty).

    A broken file is moved aside, a value that cannot be is passed over; the rest is kept.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except OSError:
        return Settings(), "The settings file could not be read; the program uses its own values."
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    if not isinstance(found, dict):
        return Settings(), _set_aside(path)
    return replace(Settings(), **_usable(found)), ""


def save(settings: Settings, path: Path) -> bool:
    """Write the settings whole or not at all; False when the place cannot be written."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_synced(partial, json.dumps(asdict(settings), indent=2) + "\n")
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        return False
    return True


def _write_synced(path: Path, text: str) -> None:
    """Write for the owner's eyes only, and on disk, so that no half file takes the name."""
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _usable(found: Mapping[str, Any]) -> dict[str, Any]:
    default = Settings()
    usable = {}
    for name in (setting.name for setting in fields(Settings)):
        value = found.get(name)
        if isinstance(getattr(default, name), tuple):
            value = _names(value)
        if type(value) is type(getattr(default, name)) and _is_allowed(name, value):
            usable[name] = value
    return usable


def _names(value: Any) -> tuple[str, ...] | None:
    """The names of a list, each once; None for what is no list of names."""
    if not isinstance(value, list) or len(value) > _MOST_NAMES:
        return None
    if not all(isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME for name in value):
        return None
    return tuple(dict.fromkeys(value))


def _is_allowed(name: str, value: Any) -> bool:
    allowed: dict[str, Any] = {
        "theme": THEMES,
        "text_percent": TEXT_SIZES,
        "paper": PAPERS,
        "distance_unit": DISTANCE_UNITS,
        "weight_unit": WEIGHT_UNITS,
        "length_unit": LENGTH_UNITS,
        "day_start_hour": range(24),
        "check_weekday": range(8),
    }
    if name == "diary":
        return _is_possible_path(value)
    if name == "installation":
        return bool(value)
    return name not in allowed or value in allowed[name]


def _is_possible_path(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _set_aside(path: Path) -> str:
    aside = path.with_name(f"{path.stem}-broken{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        return "The settings file is broken; the program uses its own values."
    return f"The settings file was broken; it is kept as “{aside.name}” and new values are used."
