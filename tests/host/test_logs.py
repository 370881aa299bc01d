"""The log of faults: places, never what the diary holds."""

from pathlib import Path

import pytest

from heeldiary.host.logs import FaultLog

CANARY = "my left heel at the canal"


def note_a_fault(path: Path) -> str:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        return FaultLog(path).note(type(error), error.__traceback__)


def test_a_fault_is_logged_with_its_place_and_without_content(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "heeldiary.log"

    place = note_a_fault(path)

    assert place.startswith("ValueError, test_logs.py:")
    written = path.read_text("utf-8")
    assert "ValueError at test_logs.py:" in written
    assert CANARY not in written
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "heeldiary.log"
    path.write_text("x" * 200_000, "utf-8")

    note_a_fault(path)

    assert path.stat().st_size < 1_000
    assert (tmp_path / "heeldiary.log.1").stat().st_size == 200_000


def test_without_a_place_there_is_no_log_and_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert note_a_fault(tmp_path / "file" / "heeldiary.log").startswith("ValueError")


@pytest.mark.parametrize("kind", [KeyError, OSError])
def test_a_fault_without_a_place_is_named(tmp_path: Path, kind: type[Exception]) -> None:
    assert FaultLog(tmp_path / "heeldiary.log").note(kind, None) == kind.__name__
