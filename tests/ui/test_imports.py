"""Importing beside Qt, as Python does it."""

import linecache
import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from heeldiary.ui.imports import import_plainly


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that can be imported and was not yet."""
    path = tmp_path / "heel_of_bread.py"
    path.write_text("CRUST = 1\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    invalidate_caches()
    monkeypatch.delitem(sys.modules, path.stem, raising=False)
    return path


def test_a_module_is_imported_without_reading_its_source(module: Path) -> None:
    import_plainly()

    import heel_of_bread  # type: ignore[import-not-found]

    assert heel_of_bread.CRUST == 1
    assert str(module) not in linecache.cache


def test_sources_that_were_read_before_are_forgotten(module: Path) -> None:
    linecache.getlines(str(module))

    import_plainly()

    assert str(module) not in linecache.cache
