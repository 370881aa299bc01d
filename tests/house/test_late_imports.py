"""What is heavy is not loaded before it is needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from heeldiary.storage.store import Store
from tests.builders import NOON

_OPEN_WINDOW = Path(__file__).with_name("open_window.py")
_ROOT = Path(__file__).resolve().parents[2]


def _run(*arguments: str, home: Path) -> str:
    """What a Python of its own prints, with a home that is empty."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(_ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the window has loaded once the check-in of an empty diary stands there."""
    home = tmp_path_factory.mktemp("home")
    Store.create(home / "my.heeldiary", NOON).close()
    seen = json.loads(_run(str(_OPEN_WINDOW), str(home / "my.heeldiary"), home=home))
    assert isinstance(seen, dict)
    return seen


def test_the_window_opens(window: dict[str, object]) -> None:
    assert (window["visible"], window["opened"]) == (True, True)


@pytest.mark.parametrize(
    "module",
    [
        "numpy",
        "pyqtgraph",
        "alembic",
        "PySide6.QtPrintSupport",
        "heeldiary.host.guide",
        "heeldiary.ui.pages.guide",
        "heeldiary.ui.pages.help",
    ],
)
def test_the_window_opens_without(module: str, window: dict[str, object]) -> None:
    loaded = window["loaded"]

    assert isinstance(loaded, list)
    assert module not in loaded


def test_no_source_of_the_database_is_kept_in_memory(window: dict[str, object]) -> None:
    sources = window["sources"]

    assert isinstance(sources, list)
    assert [name for name in sources if "sqlalchemy" in name] == []


def test_the_database_asks_for_no_list_of_packages(tmp_path: Path) -> None:
    script = (
        "import sys; from heeldiary.ui.imports import load_when_used;"
        "load_when_used('importlib.metadata'); from pathlib import Path;"
        "from heeldiary.storage.store import Store; Store.read(Path(sys.argv[1])).close();"
        "print(*sys.modules)"
    )
    Store.create(tmp_path / "my.heeldiary", NOON).close()

    loaded = _run("-c", script, str(tmp_path / "my.heeldiary"), home=tmp_path).split()

    assert "sqlalchemy" in loaded
    assert "email" not in loaded


def test_the_database_needs_nothing_of_asyncio(tmp_path: Path) -> None:
    script = (
        "import sys; from inspect import iscoroutine;"
        "from heeldiary.ui.imports import load_when_used;"
        "load_when_used('asyncio', iscoroutine=iscoroutine); from pathlib import Path;"
        "from heeldiary.storage.store import Store;"
        "print(Store.read(Path(sys.argv[1])).recorded_span(), *sys.modules)"
    )
    Store.create(tmp_path / "my.heeldiary", NOON).close()

    loaded = _run("-c", script, str(tmp_path / "my.heeldiary"), home=tmp_path).split()

    assert "sqlalchemy" in loaded
    assert "asyncio.events" not in loaded


def test_the_command_line_starts_without_anything_heavy(tmp_path: Path) -> None:
    loaded = _run("-c", "import sys, heeldiary.cli; print(*sys.modules)", home=tmp_path).split()

    assert {"PySide6", "numpy", "pyqtgraph", "alembic", "sqlalchemy"} & set(loaded) == set()


def test_listing_the_factors_starts_no_window_system(tmp_path: Path) -> None:
    script = (
        "import sys; from heeldiary.cli import main; main(['factors', '--json']);"
        "print(*sys.modules, file=sys.stderr, sep='\\n');"
        "sys.exit('PySide6' in sys.modules or 'numpy' in sys.modules)"
    )

    assert json.loads(_run("-c", script, home=tmp_path))
