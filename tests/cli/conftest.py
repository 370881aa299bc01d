"""A command line of one's own: no settings but the usual ones, and time stands still."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from heeldiary.cli import main
from tests.builders import NOON


@dataclass(frozen=True, slots=True)
class Said:
    """What one command answered."""

    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one plain line of a refused command."""
        assert self.status == 1, self
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Run: TypeAlias = Callable[..., Said]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, so that nobody's own settings and diary take part."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.casefold()))
    return home


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on Friday 20 November 2026 at noon; words may be paths."""

    def run_command(*words: object) -> Said:
        status = main([str(word) for word in words], NOON)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run_command


@pytest.fixture
def done(run: Run) -> Callable[..., str]:
    """Runs a command that has to succeed; gives what it said."""

    def run_and_check(*words: object) -> str:
        said = run(*words)
        assert (said.status, said.err) == (0, ""), said
        return said.out

    return run_and_check
