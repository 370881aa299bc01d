"""Looking for words in the guide, and a topic as HTML."""

import pytest

from heeldiary.host.guide import Topic
from heeldiary.reports.guide import Place, search, to_html


def a_topic(
    *,
    title: str = "Cold",
    keywords: tuple[str, ...] = (),
    text: str = "",
    source: str = "An article",
) -> Topic:
    return Topic(
        name=title.casefold(),
        title=title,
        section="Self-care",
        keywords=keywords,
        log=(),
        text=text,
        sources=(source,),
    )


def found(topics: list[Topic], wanted: str) -> list[tuple[str, Place]]:
    return [(hit.topic.title, hit.place) for hit in search(topics, wanted)]


def test_titles_come_before_keywords_and_these_before_texts() -> None:
    topics = [
        a_topic(title="Running", text="Some put ice on it."),
        a_topic(title="Cold", keywords=("ice",)),
        a_topic(title="Ice and snow"),
    ]

    assert found(topics, "ice") == [
        ("Ice and snow", Place.TITLE),
        ("Cold", Place.KEYWORDS),
        ("Running", Place.TEXT),
    ]


@pytest.mark.parametrize("wanted", ["ruckenschmerz", "RÜCKENSCHMERZ", "Rückenschmerz", "  rück  "])
def test_capitals_and_accents_do_not_count(wanted: str) -> None:
    assert found([a_topic(title="Rückenschmerz")], wanted) == [("Rückenschmerz", Place.TITLE)]


def test_every_word_must_be_there_wherever_it_stands() -> None:
    topics = [a_topic(title="Cold", text="For the heel."), a_topic(title="Cold hands")]

    assert found(topics, "heel cold") == [("Cold", Place.TEXT)]


def test_a_word_is_found_by_its_beginning_and_not_in_its_middle() -> None:
    topics = [a_topic(title="Twice", text="Practice"), a_topic(title="Ice-cold")]

    assert found(topics, "ic") == [("Ice-cold", Place.TITLE)]


def test_a_percentage_is_found_with_a_space_and_without() -> None:
    topics = [a_topic(title="Load", text="Allows 10 % more.")]

    assert found(topics, "10%") == found(topics, "10 %") == [("Load", Place.TEXT)]


def test_a_source_is_found() -> None:
    assert found([a_topic(source="Frandsen 2025")], "frandsen") == [("Cold", Place.TEXT)]


@pytest.mark.parametrize("wanted", ["", "   ", "zebra", "(", "cold zebra"])
def test_nothing_is_found_for_nothing_and_for_what_is_not_there(wanted: str) -> None:
    assert search([a_topic()], wanted) == []


def test_where_it_was_found_is_told_in_the_words_around_it() -> None:
    text = (
        "Before this there are many words to read. **Straße** and ice, and then still more words."
    )

    (hit,) = search([a_topic(text=text)], "ice")

    assert "Straße and ice" in hit.excerpt
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.endswith("…")


def test_a_text_that_is_short_is_told_whole() -> None:
    (hit,) = search([a_topic(text="Some *ice*.", source="")], "ice")

    assert hit.excerpt == "Some ice."


def test_the_keywords_that_were_found_are_told() -> None:
    (hit,) = search([a_topic(keywords=("warm bath", "ice pack", "iced"))], "ice")

    assert hit.excerpt == "ice pack, iced"


def test_a_topic_becomes_headings_paragraphs_lists_and_framed_disagreements() -> None:
    text = (
        "First line\nstill first.\n\n## Amounts\n\n- **ten** minutes,\n  or so\n- *more*\n\n"
        "> **Sources disagree.** One says so,\n> one does not."
    )

    disagreement = "<b>Sources disagree.</b> One says so, one does not."

    assert to_html(a_topic(text=text), "Sources").splitlines() == [
        "<h1>Cold</h1>",
        "<p>First line still first.</p>",
        "<h2>Amounts</h2>",
        "<ul><li><b>ten</b> minutes, or so</li><li><i>more</i></li></ul>",
        f'<table class="disagreement" width="100%"><tr><td>{disagreement}</td></tr></table>',
        '<h3>Sources</h3><ul class="sources"><li>An article</li></ul>',
    ]


def test_what_looks_like_markup_is_shown_as_it_is_written() -> None:
    html = to_html(a_topic(title="<b>", text="5 < 10 & 3 > 2"), "Sources")

    assert "<h1>&lt;b&gt;</h1>" in html
    assert "5 &lt; 10 &amp; 3 &gt; 2" in html
