"""Reads the topics of the guide: Markdown files with a few lines about themselves at the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heeldiary.domain.refusal import Refused

_FENCE = "---"
_SOURCES = "## Sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing to read about."""

    name: str
    """The name of its file, without the ending."""
    title: str
    section: str
    keywords: tuple[str, ...]
    log: tuple[str, ...]
    """What can be recorded from here: a factor's key, or ``room/form``."""
    text: str
    """Markdown: headings, paragraphs, lists, and quotes for what sources disagree on."""
    sources: tuple[str, ...]


def read_topics(folder: Path) -> Sequence[Topic]:
    """The topics of a folder in the order of their files' names."""
    return [parse(file.stem, file.read_text("utf-8")) for file in sorted(folder.glob("*.md"))]


def parse(name: str, written: str) -> Topic:
    """The topic that a file holds, or a refusal that says what it lacks."""
    opening, *rest = written.split(f"{_FENCE}\n", 2)
    if opening.strip() or len(rest) != 2:
        raise Refused(f"The guide’s topic “{name}” does not begin with lines about itself.")
    about = _about(rest[0])
    text, _, sources = rest[1].partition(_SOURCES)
    if not {"title", "section"} <= about.keys():
        raise Refused(f"The guide’s topic “{name}” has no title or no section.")
    return Topic(
        name=name,
        title=about["title"],
        section=about["section"],
        keywords=_list(about.get("keywords", "")),
        log=_list(about.get("log", "")),
        text=text.strip(),
        sources=tuple(
            line.removeprefix("- ") for line in sources.splitlines() if line.startswith("- ")
        ),
    )


def _about(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.splitlines() if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _list(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
