"""The lock files pin every package by hash and say nothing about where it comes from."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_RUN = _ROOT / "requirements" / "run.txt"
_DEV = _ROOT / "requirements" / "dev.txt"

_BOTH = pytest.mark.parametrize("lock", [_RUN, _DEV], ids=["run", "dev"])
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def _requirements(lock: Path) -> list[str]:
    """Each requirement with its continuation lines, comments left out."""
    lines = [
        line for line in lock.read_text("utf-8").splitlines() if not line.strip().startswith("#")
    ]
    return re.split(r"\n(?=\S)", "\n".join(lines))


def _pins(lock: Path) -> Mapping[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for name, version in _PIN.findall(lock.read_text("utf-8")):
        pins.setdefault(_normal(name), set()).add(version)
    return pins


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@_BOTH
def test_every_requirement_is_pinned_with_a_hash(lock: Path) -> None:
    loose = [
        requirement
        for requirement in _requirements(lock)
        if not _PIN.match(requirement) or "--hash=sha256:" not in requirement
    ]

    assert loose == []


@_BOTH
def test_a_lock_names_no_address(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|-i ", lock.read_text("utf-8"))


def test_qt_is_pinned_below_the_version_with_the_defect() -> None:
    assert _pins(_DEV)["pyside6-essentials"] == {"6.11.3"}


def test_what_runs_is_what_is_tested() -> None:
    run, dev = _pins(_RUN), _pins(_DEV)

    assert {name: dev.get(name) for name in run} == run


@_BOTH
def test_everything_that_the_project_asks_for_is_locked(lock: Path) -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))
    asked = list(project["project"]["dependencies"])
    if lock == _DEV:
        asked += project["dependency-groups"]["dev"]

    names = {_normal(re.split(r"[<>=!~\[ ;]", one, maxsplit=1)[0]) for one in asked}

    assert names <= set(_pins(lock))
