"""The guide's topics as HTML, and where in them words are found."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from heeldiary.host.guide import Topic

_AROUND = 40
"""How many letters of the text are shown before and after what was found."""
_Words: TypeAlias = Sequence[re.Pattern[str]]
_MARKS = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*")


class Place(IntEnum):
    """Where a topic has the words that were looked for; the best place first."""

    TITLE = 0
    KEYWORDS = 1
    TEXT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A topic that has all the words, and the words around the first of them."""

    topic: Topic
    place: Place
    excerpt: str


def search(topics: Sequence[Topic], wanted: str) -> list[Hit]:
    """The topics with every word, or one that begins so, in capitals and accents or not.

    Those that have all of them in their title stand first.
    """
    words = [_beginning(word) for word in _fold(wanted)[0].replace("%", " % ").split()]
    if not words:
        return []
    hits = [hit for topic in topics if (hit := _hit(topic, words))]
    return sorted(hits, key=lambda hit: hit.place)


def to_html(topic: Topic, sources_heading: str) -> str:
    """The topic for reading; its sources stand at the foot."""
    parts = [f"<h1>{_inline(topic.title)}</h1>", *_blocks(topic.text)]
    if topic.sources:
        named = "".join(f"<li>{_inline(source)}</li>" for source in topic.sources)
        parts.append(f'<h3>{html.escape(sources_heading)}</h3><ul class="sources">{named}</ul>')
    return "\n".join(parts)


def _beginning(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}")


def _hit(topic: Topic, words: _Words) -> Hit | None:
    title, keywords = topic.title, ", ".join(topic.keywords)
    text = _plain(topic)
    whole = f"{title}\n{keywords}\n{text}"
    if not _has_all(whole, words):
        return None
    if _has_all(title, words):
        return Hit(topic=topic, place=Place.TITLE, excerpt="")
    if _has_all(f"{title}\n{keywords}", words):
        return Hit(topic=topic, place=Place.KEYWORDS, excerpt=_matching(topic.keywords, words))
    return Hit(topic=topic, place=Place.TEXT, excerpt=_excerpt(text, words))


def _has_all(text: str, words: _Words) -> bool:
    folded = _fold(text)[0]
    return all(word.search(folded) for word in words)


def _matching(keywords: Sequence[str], words: _Words) -> str:
    return ", ".join(k for k in keywords if any(word.search(_fold(k)[0]) for word in words))


def _excerpt(text: str, words: _Words) -> str:
    """What stands around the first word of the text that was looked for, cut between words."""
    folded, origins = _fold(text)
    found = min(match.start() for word in words if (match := word.search(folded)))
    start, end = max(origins[found] - _AROUND, 0), min(origins[found] + _AROUND, len(text))
    cut = text[start:end]
    if start > 0:
        cut = "…" + cut.partition(" ")[2]
    if end < len(text):
        cut = cut.rpartition(" ")[0] + "…"
    return cut


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without capitals and accents, and for each of its letters where it came from."""
    letters: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(part):
                letters.append(part)
                origins.append(place)
    return "".join(letters), origins


def _plain(topic: Topic) -> str:
    """The words of the text and of its sources in one line."""
    marked = " ".join((topic.text, *topic.sources))
    words = re.sub(r"^(##|-|>) ?", " ", marked.replace("*", ""), flags=re.MULTILINE)
    return " ".join(words.split())


def _blocks(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.splitlines()
        if block.startswith("## "):
            yield f"<h2>{_inline(block.removeprefix('## '))}</h2>"
        elif block.startswith("- "):
            items = "".join(f"<li>{_inline(item)}</li>" for item in _items(lines))
            yield f"<ul>{items}</ul>"
        elif block.startswith("> "):
            said = _inline(" ".join(line.removeprefix(">").strip() for line in lines))
            yield f'<table class="disagreement" width="100%"><tr><td>{said}</td></tr></table>'
        elif block:
            yield f"<p>{_inline(' '.join(lines))}</p>"


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The items of a list; a line that is set in goes on with the item above it."""
    item = ""
    for line in lines:
        if line.startswith("- ") and item:
            yield item
            item = ""
        item = f"{item} {line.removeprefix('- ').strip()}".strip()
    yield item


def _inline(words: str) -> str:
    return _MARKS.sub(_emphasised, html.escape(words, quote=False))


def _emphasised(found: re.Match[str]) -> str:
    strong, soft = found.groups()
    return f"<b>{strong}</b>" if strong else f"<i>{soft}</i>"
