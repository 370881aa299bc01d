"""Every command that the documents show can be typed as it stands there."""

import re
import shlex
from pathlib import Path

import pytest

from heeldiary.cli.grammar import read_arguments
from heeldiary.domain.factors import CATALOGUE

ROOT = Path(__file__).parent.parent.parent
_SHOWN = re.compile(r"^ *heeldiary ([a-z-].*?)(?: {2,}.*| #.*)?$", re.MULTILINE)


def shown() -> list[str]:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = [words for page in pages for words in _SHOWN.findall(page.read_text("utf-8"))]
    return [re.sub(r"[\[\]]", "", words) for words in found]


@pytest.mark.parametrize("words", shown())
def test_a_command_in_a_document_is_understood(words: str) -> None:
    asked = read_arguments(shlex.split(words))

    factors = {factor for factor, _ in getattr(asked, "answers", ())}
    assert factors <= {*CATALOGUE, "note"}


def test_the_documents_show_commands() -> None:
    assert {"record", "import", "export", "summary", "chart"} <= {
        words.split()[0] for words in shown()
    }
