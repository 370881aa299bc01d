"""Importing beside Qt, as Python does it."""

import linecache
import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from heeldiary.ui.imports import import_plainly, load_when_used


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


@pytest.mark.usefixtures("module")
def test_a_module_is_loaded_when_something_of_it_is_asked_for() -> None:
    load_when_used("heel_of_bread")

    import heel_of_bread

    assert "CRUST" not in vars(heel_of_bread)
    assert heel_of_bread.CRUST == 1
    assert "CRUST" in vars(heel_of_bread)


@pytest.mark.usefixtures("module")
def test_what_is_known_of_a_module_does_not_load_it() -> None:
    load_when_used("heel_of_bread", crumb=2)

    import heel_of_bread

    assert heel_of_bread.crumb == 2
    assert "CRUST" not in vars(heel_of_bread)


def test_a_module_of_a_package_is_found_in_the_package(
    module: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = module.with_name("bakery")
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "oven.py").write_text("HEAT = 230\n", "utf-8")
    for name in ("bakery", "bakery.oven"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    load_when_used("bakery.oven")
    import bakery.oven  # type: ignore[import-not-found]

    assert bakery.oven.HEAT == 230


@pytest.mark.usefixtures("module")
def test_what_a_module_does_not_have_is_told_as_ever() -> None:
    load_when_used("heel_of_bread")

    with pytest.raises(ImportError, match="cannot import name"):
        from heel_of_bread import crumb  # noqa: F401


def test_a_module_that_is_loaded_stays_as_it_is() -> None:
    load_when_used("linecache")

    assert sys.modules["linecache"] is linecache
    assert "cache" in vars(linecache)


def test_a_module_that_is_not_there_is_missed_where_it_is_imported() -> None:
    load_when_used("heel_of_cheese")

    assert "heel_of_cheese" not in sys.modules
