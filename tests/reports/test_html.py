from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from heeldiary.reports.html import page_html
from heeldiary.reports.sheet import Sheet
from heeldiary.reports.text import page_text
from tests.approved import assert_approved
from tests.reports.sheets import a_season_sheet, sheet_from
from tests.reports.whole_life import a_whole_life_sheet

STYLE = Path(__file__).parents[2] / "resources" / "report" / "summary.css"
CHART = '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n'
_VOID = {"meta", "col", "path"}


class Reader(HTMLParser):
    """Walks the page as a screen reader does, and knows when a tag is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.heads: list[dict[str, str | None]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "th":
            self.heads.append(dict(attrs))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_of(sheet: Sheet, chart: str = CHART) -> str:
    return page_html(sheet, chart, STYLE.read_text("utf-8"))


def test_the_page_is_as_approved() -> None:
    assert_approved("summary.html", html_of(a_season_sheet()))


def test_the_page_of_a_whole_life_is_as_approved() -> None:
    assert_approved("whole_life.html", html_of(a_whole_life_sheet()))


@pytest.mark.parametrize("sheet", [a_season_sheet(), a_whole_life_sheet()])
def test_every_tag_is_closed(sheet: Sheet) -> None:
    assert Reader(html_of(sheet)).open == []


def test_every_head_cell_says_what_it_heads() -> None:
    heads = Reader(html_of(a_season_sheet())).heads

    assert {head.get("scope") for head in heads} == {"col", "colgroup", "row"}


def test_the_chart_is_drawn_in_and_said_in_words() -> None:
    html = html_of(a_season_sheet())

    assert '<svg viewBox="0 0 1 1">' in html
    assert "<?xml" not in html
    assert 'role="img" aria-label="Worst heel pain left and right' in html


def test_without_a_chart_there_is_no_empty_frame() -> None:
    assert "<figure" not in html_of(sheet_from(), chart="")


def test_whatever_is_printed_is_escaped() -> None:
    sheet = replace(sheet_from(), title='<script>alert(1)</script> & “quotes"')

    html = html_of(sheet)

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_page_loads_nothing_from_anywhere() -> None:
    html = html_of(a_season_sheet())

    assert not [word for word in ("http:", "https:", "url(", "@import", "src=") if word in html]


@pytest.mark.parametrize("sheet", [a_season_sheet(), a_whole_life_sheet()])
def test_html_and_text_say_the_same(sheet: Sheet) -> None:
    html = " ".join(Reader(html_of(sheet)).words)
    text = page_text(sheet)
    said = [sheet.covered, sheet.origin, sheet.printed, *sheet.remarks, sheet.method]
    said += [line for section in sheet.sections for line in section.lines]
    said += [*sheet.questions, *(sheet.changed.lines if sheet.changed else ())]
    said += [row.name for row in sheet.rows] + [row.lately.range for row in sheet.rows]

    assert [words for words in said if words not in html or words not in text] == []
