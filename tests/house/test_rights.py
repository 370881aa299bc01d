"""What belongs to others is not shipped: only the arithmetic of published scores is."""

import re
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_SHIPPED = (_ROOT / "heeldiary", _ROOT / "resources")
_TEXTS = {".py", ".md", ".toml", ".json", ".svg", ".css", ".qss", ".ts"}
_NOT_OURS = re.compile(r"\b(rapid[\s-]?3|mdhaq)\b", re.IGNORECASE)
"""A score whose owner does not let it be hosted; its total may be typed under its own name."""


def _texts() -> Iterator[Path]:
    for folder in _SHIPPED:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in _TEXTS)


def test_no_score_is_shipped_that_may_not_be() -> None:
    found = [
        path.relative_to(_ROOT).as_posix()
        for path in _texts()
        if _NOT_OURS.search(path.read_text("utf-8"))
    ]

    assert found == []


def test_texts_of_the_program_and_of_its_resources_are_read() -> None:
    suffixes = {path.suffix for path in _texts()}

    assert {".py", ".md", ".toml", ".svg"} <= suffixes


def test_the_score_is_found_however_it_is_written() -> None:
    assert all(_NOT_OURS.search(text) for text in ("RAPID3", "Rapid 3", "rapid-3", "MDHAQ"))
    assert not _NOT_OURS.search("a rapid rise within 3 days")
