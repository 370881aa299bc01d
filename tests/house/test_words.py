"""The program never sounds like a doctor or a machine that watches: some words are not said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2] / "heeldiary"
_AVOIDED = re.compile(
    r"\b(monitor|detect|(?<!does not )diagnos|alert|alarm|treatment effect|recommend"
    r"|risk score|flare confirmed|target reached)\w*"
    r"|\b(works|fails|should|safe|safely|normal|abnormal)\b",
    re.IGNORECASE,
)


def _sentences(source: str) -> Iterator[tuple[int, str]]:
    """The texts of more than one word, without what explains the code."""
    tree = ast.parse(source)
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in explained or not isinstance(node, ast.Constant):
            continue
        if isinstance(node.value, str) and " " in node.value:
            yield node.lineno, node.value


def _avoided(source: str) -> list[str]:
    return [
        f"line {line}: “{found.group()}” in “{text[:60]}”"
        for line, text in _sentences(source)
        if (found := _AVOIDED.search(text))
    ]


def test_no_sentence_uses_a_word_to_avoid() -> None:
    found = {
        path.relative_to(_PACKAGE).as_posix(): avoided
        for path in sorted(_PACKAGE.rglob("*.py"))
        if (avoided := _avoided(path.read_text("utf-8")))
    }

    assert found == {}


def test_a_word_to_avoid_is_found_in_a_sentence_but_not_in_an_explanation() -> None:
    source = '"""It should stand."""\nx = "You should rest."\ny = "It does not diagnose."\n'

    assert _avoided(source) == ["line 2: “should” in “You should rest.”"]
