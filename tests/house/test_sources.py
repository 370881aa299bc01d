"""What holds for every file of the project."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_FILE = 400
_LONGEST_FUNCTION = 50
_NOT_TEXT = {".png", ".ttf", ".pdf", ".heeldiary", ".gz", ".zip"}
_HOSTS = ("pypi" + ".org", "python" + "hosted", "deb." + "debian", "registry." + "npmjs")
_ABSOLUTE = re.compile(r"(?<![\w.~$}])/(work|root|farm|tmp/bash_jobs)/\w")


def _tracked() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=_ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs a git checkout")
    paths = [_ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def _program_sources() -> list[Path]:
    aside = ("tests/", "heeldiary/storage/migrations/")
    return [p for p in _tracked() if p.suffix == ".py" and not _name(p).startswith(aside)]


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{_name(path)}: {node.name}", node.end_lineno - node.lineno + 1


def test_no_file_grows_past_what_one_question_opens() -> None:
    lengths = {_name(p): len(p.read_text("utf-8").splitlines()) for p in _program_sources()}

    assert {name: n for name, n in lengths.items() if n >= _LONGEST_FILE} == {}


def test_no_function_grows_past_a_screen() -> None:
    lengths = {name: n for path in _program_sources() for name, n in _functions(path)}

    assert {name: n for name, n in lengths.items() if n >= _LONGEST_FUNCTION} == {}


def test_no_file_names_a_registry_or_a_place_on_one_computer() -> None:
    found = []
    for path in _tracked():
        if path.suffix in _NOT_TEXT:
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if _ABSOLUTE.search(line) or any(host in line for host in _HOSTS):
                found.append(f"{_name(path)}:{number}: {line.strip()[:80]}")

    assert found == []


def test_no_work_is_left_for_later_in_a_comment() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")

    found = [_name(p) for p in _program_sources() if later.search(p.read_text("utf-8"))]

    assert found == []


def test_only_the_outermost_floor_reads_the_clock() -> None:
    clock = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow)\(")
    allowed = ("heeldiary/app.py", "heeldiary/cli", "bench/", "tools/")

    found = [
        _name(path)
        for path in _program_sources()
        if clock.search(path.read_text("utf-8")) and not _name(path).startswith(allowed)
    ]

    assert found == []
