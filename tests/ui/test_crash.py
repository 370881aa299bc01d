"""An unexpected error: told once and calmly, logged without content."""

import sys
from pathlib import Path

import pytest

from heeldiary.host.logs import FaultLog
from heeldiary.ui import prompts
from heeldiary.ui.crash import CrashGuard


@pytest.fixture
def guard(tmp_path: Path) -> CrashGuard:
    return CrashGuard(FaultLog(tmp_path / "heeldiary.log"))


def test_an_error_is_told_calmly(guard: CrashGuard, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(prompts, "say", lambda _parent, _title, text: said.append(text))

    guard.catch(ValueError, ValueError("secret words"), None)

    assert len(said) == 1
    assert "What you answered before is kept" in said[0]
    assert "secret words" not in said[0]


def test_an_error_while_telling_is_not_told_again(
    guard: CrashGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def say(_parent: object, _title: str, text: str) -> None:
        said.append(text)
        guard.catch(ValueError, ValueError(), None)

    monkeypatch.setattr(prompts, "say", say)
    guard.catch(KeyError, KeyError(), None)

    assert len(said) == 1


def test_ctrl_c_is_left_to_python(guard: CrashGuard, capsys: pytest.CaptureFixture[str]) -> None:
    guard.catch(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_guard_takes_the_place_of_the_last_resort(
    guard: CrashGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)

    guard.stand()

    assert sys.excepthook == guard.catch
