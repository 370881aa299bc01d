"""The wheel, installed into an empty environment away from the checkout, does it all."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

_ROOT = Path(__file__).resolve().parents[2]
_OPEN_WINDOW = Path(__file__).with_name("open_window.py")

Run = Callable[..., str]


def _checked(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _build(into: Path) -> Path:
    _checked(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", into, cwd=_ROOT)
    (wheel,) = into.glob("*.whl")
    return wheel


def _install(wheel: Path, environment: Path) -> Path:
    """The Python of a new environment that holds the locked packages and the wheel."""
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    lock = _ROOT / "requirements" / "run.txt"
    _checked(*pip, "--require-hashes", "-r", lock, cwd=environment)
    _checked(*pip, "--no-deps", "--no-index", wheel, cwd=environment)
    return python


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    away = tmp_path_factory.mktemp("away")
    return _install(_build(away / "dist"), away / "environment")


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Runs a program of the installed environment in an empty home, and gives what it prints."""

    def runs(program: str, *arguments: str | Path) -> str:
        surroundings = {
            "PATH": os.defpath,
            "HOME": str(tmp_path),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        return _checked(installed.parent / program, *arguments, cwd=tmp_path, env=surroundings)

    return runs


@pytest.fixture
def diary(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.heeldiary"
    run("heeldiary", "sample", "--out", path, "--years", "1")
    return path


def test_the_resources_are_found_in_the_wheel(run: Run, installed: Path) -> None:
    script = "from heeldiary.host.paths import resources; print(resources())"

    found = Path(run("python", "-c", script).strip())

    assert found.is_relative_to(installed.parent.parent)
    tree = _ROOT / "resources"
    expected = {p.relative_to(tree) for p in tree.rglob("*") if p.is_file()}
    assert {p.relative_to(found) for p in found.rglob("*") if p.is_file()} == expected


def test_the_migrations_are_found_in_the_wheel(run: Run) -> None:
    script = """if True:
        from sqlalchemy import create_engine
        from sqlcipher3 import dbapi2
        from heeldiary.storage.migrate import migrate
        with create_engine("sqlite://", module=dbapi2).begin() as connection:
            migrate(connection)
            print(connection.exec_driver_sql("PRAGMA user_version").scalar())
    """

    assert int(run("python", "-c", script)) >= 1


def test_the_factors_are_listed(run: Run) -> None:
    assert "low_back" in json.dumps(json.loads(run("heeldiary", "factors", "--json")))


def test_an_answer_is_recorded_and_shown(run: Run, diary: Path) -> None:
    run("heeldiary", "record", "--diary", diary, "--day", "2025-03-03", "low_back=7")

    shown = json.loads(run("heeldiary", "show", "--diary", diary, "--day", "2025-03-03", "--json"))

    low_back = [r for r in shown["readings"] if r["factor"] == "low_back"]
    assert [r["value"] for r in low_back] == [7]


def test_the_diary_is_sound(run: Run, diary: Path) -> None:
    run("heeldiary", "check", "--diary", diary)


@pytest.mark.parametrize(
    ("kind", "begins"), [("pdf", b"%PDF-"), ("html", b"<!"), ("txt", b"")], ids=str
)
def test_the_summary_is_written(
    run: Run, diary: Path, tmp_path: Path, kind: str, begins: bytes
) -> None:
    out = tmp_path / f"visit.{kind}"

    run("heeldiary", "summary", "--diary", diary, "--out", out)

    written = out.read_bytes()
    assert len(written) > 500
    assert written.startswith(begins)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")], ids=str)
def test_a_chart_is_drawn(run: Run, diary: Path, tmp_path: Path, kind: str, begins: bytes) -> None:
    out = tmp_path / f"chart.{kind}"

    run("heeldiary", "chart", "--diary", diary, "--set", "pain_and_stiffness", "--out", out)

    assert out.read_bytes().startswith(begins)


def test_the_window_opens_from_the_wheel(run: Run, diary: Path, installed: Path) -> None:
    seen = json.loads(run("python", _OPEN_WINDOW, diary))

    assert Path(seen["program"]).is_relative_to(installed.parent.parent)
    assert (seen["visible"], seen["opened"]) == (True, True)
