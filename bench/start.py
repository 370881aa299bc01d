"""From starting the process to the first paint, to a check-in that takes input, and its memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import monotonic
from typing import NamedTuple

from bench.measure import Ratio
from heeldiary.host import settings as settings_file
from heeldiary.host.settings import Settings

_ROUNDS = 9


class _Start(NamedTuple):
    painted: float
    takes_input: float
    memory: float


def start(diary: Path) -> list[Ratio]:
    with tempfile.TemporaryDirectory() as home:
        surroundings = _surroundings(Path(home), diary)
        pairs = [
            (_run([], surroundings), _run(["program"], surroundings)) for _ in range(_ROUNDS + 1)
        ][1:]
    bare = _Start(*(median(values) for values in zip(*(pair[0] for pair in pairs), strict=True)))
    ours = _Start(*(median(values) for values in zip(*(pair[1] for pair in pairs), strict=True)))
    return [
        Ratio(what="start to first paint", bare=bare.painted, ours=ours.painted, limit=2.2),
        Ratio(what="start to check-in", bare=bare.painted, ours=ours.takes_input, limit=5),
        Ratio(what="peak memory", bare=bare.memory, ours=ours.memory, limit=2.2, unit="MB"),
    ]


def _surroundings(home: Path, diary: Path) -> dict[str, str]:
    """A home where the notice was read and this diary open last; compiled modules are kept."""
    settings = Settings(has_read_notice=True, diary=str(diary))
    settings_file.save(settings, home / "config/heeldiary/settings.json")
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | folders | {"QT_QPA_PLATFORM": "offscreen"}


def _run(arguments: list[str], surroundings: dict[str, str]) -> _Start:
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bench.child_window", *arguments],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    painted, takes_input, memory = (float(figure) for figure in done.stdout.split())
    return _Start((painted - begun) * 1e3, (takes_input - begun) * 1e3, memory / 1024)
