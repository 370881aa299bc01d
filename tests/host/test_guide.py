"""The guide that ships: every topic can be read, names its sources, and gives no advice."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.refusal import Refused
from heeldiary.host import paths
from heeldiary.host.guide import Topic, parse, read_topics
from heeldiary.ui.pages.guide import FORMS
from tests.house.test_words import _AVOIDED

TOPICS = {topic.name: topic for topic in read_topics(paths.resources() / "guide")}

_WRITTEN = """---
title: Cold
section: Self-care
keywords: ice, frozen bottle
log: ice_minutes, movement/session
---
Ten minutes.

## Sources
- An article
- Another one
"""

_EVERY = pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))


def test_a_topic_is_read_with_what_it_says_about_itself() -> None:
    assert parse("cold", _WRITTEN) == Topic(
        name="cold",
        title="Cold",
        section="Self-care",
        keywords=("ice", "frozen bottle"),
        log=("ice_minutes", "movement/session"),
        text="Ten minutes.",
        sources=("An article", "Another one"),
    )


@pytest.mark.parametrize("written", ["", "Ten minutes.", "x\n" + _WRITTEN, "---\ntitle: Cold\n"])
def test_a_file_that_says_nothing_about_itself_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="“cold” does not begin with"):
        parse("cold", written)


@pytest.mark.parametrize("line", ["title: Cold\n", "section: Self-care\n"])
def test_a_topic_without_a_title_or_a_section_is_refused(line: str) -> None:
    with pytest.raises(Refused, match="“cold” has no title or no section"):
        parse("cold", _WRITTEN.replace(line, ""))


def test_topics_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    for name in ("20-cold", "10-heat"):
        (tmp_path / f"{name}.md").write_text(_WRITTEN, "utf-8")

    assert [topic.name for topic in read_topics(tmp_path)] == ["10-heat", "20-cold"]


def test_the_topics_of_a_section_stand_together() -> None:
    sections = [topic.section for topic in TOPICS.values()]

    changes = sum(one != next_ for one, next_ in pairwise(sections))

    assert changes == len(set(sections)) - 1


@_EVERY
def test_a_topic_names_its_sources_and_has_keywords(topic: Topic) -> None:
    assert topic.sources
    assert topic.keywords
    assert "## Sources" not in topic.text


@_EVERY
def test_a_topic_is_no_longer_than_one_reads_in_two_minutes(topic: Topic) -> None:
    assert 150 <= len(topic.text.split()) <= 400


@_EVERY
def test_a_topic_can_be_recorded_where_it_says(topic: Topic) -> None:
    assert topic.log
    assert set(topic.log) <= CATALOGUE.keys() | FORMS.keys()


@_EVERY
def test_a_topic_has_no_word_to_avoid(topic: Topic) -> None:
    said = "\n".join((topic.title, *topic.keywords, topic.text, *topic.sources))

    assert [found.group() for found in _AVOIDED.finditer(said)] == []


@_EVERY
def test_a_topic_tells_nobody_what_to_do(topic: Topic) -> None:
    """The one thing that is told is not to change a medicine."""
    orders = re.compile(r"\byou (must|need to|ought)\b|(^|[.:] )(Take|Stop|Avoid|Try|Use) ")

    assert [found.group() for found in orders.finditer(topic.text)] == []


@_EVERY
def test_a_topic_names_no_number_of_a_file_and_no_unsupported_percentage(topic: Topic) -> None:
    assert not re.search(r"\bseed \d|\b00[0-4]\b", topic.text)
    assert not re.search(r"\b(39|18|12|70|20|7|3) ?%", topic.text)
    assert "autoimmune" not in topic.text


@pytest.mark.parametrize(
    "subject",
    [
        "01-heel-anatomy",
        "10-cold-and-heat",
        "20-footwear",
        "22-exercise-by-impact",
        "30-food",
        "40-treatment-order",
        "44-time-frames",
        "50-blood-tests",
        "60-when-to-call",
        "61-how-the-diary-counts",
        "62-where-sources-disagree",
    ],
)
def test_what_the_guide_is_for_is_in_it(subject: str) -> None:
    assert subject in TOPICS


@pytest.mark.parametrize(
    ("name", "against"),
    [
        ("10-cold-and-heat", "is against ice"),
        ("11-stretching", "is against it"),
        ("14-night-and-taping", "is against splints"),
        ("20-footwear", "holds that orthotics do harm"),
        ("23-running-load", "found the single long run"),
        ("30-food", "review found the studies too few"),
        ("40-treatment-order", "does not use it for purely axial disease"),
    ],
)
def test_what_sources_disagree_on_is_shown_as_a_disagreement(name: str, against: str) -> None:
    text = TOPICS[name].text
    quotes = [block for block in text.split("\n\n") if block.startswith("> **Sources disagree.**")]

    assert any(against in quote for quote in quotes)
    assert not any(against in block for block in text.split("\n\n") if block not in quotes)
