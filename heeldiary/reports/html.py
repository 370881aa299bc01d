"""The page for a visit as one HTML file that a screen reader can walk and any browser prints."""

from collections.abc import Iterable, Iterator
from html import escape

from heeldiary.reports.sheet import (
    ANSWERED,
    CHANGE,
    CHART,
    GLANCE,
    HIGH_DAYS,
    MEASURE,
    MEDIAN,
    QUESTIONS,
    RANGE,
    RULED_LINES,
    Cells,
    Row,
    Section,
    Sheet,
)


def page_html(sheet: Sheet, chart_svg: str, style: str) -> str:
    """The sheet with the chart drawn in; an empty ``chart_svg`` leaves the chart out."""
    return "\n".join(_document(sheet, chart_svg, style)) + "\n"


def _document(sheet: Sheet, chart_svg: str, style: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(sheet.title)}, {escape(sheet.covered)}</title>"
    yield f"<style>\n{style.strip()}\n</style>"
    yield "</head>"
    yield "<body>"
    yield from _header(sheet)
    yield "<main>"
    yield from _questions(sheet)
    if sheet.changed is not None:
        yield from _section(sheet.changed)
    yield from _glance(sheet)
    if chart_svg:
        yield from _chart(sheet, chart_svg)
    yield '<div class="beside">'
    for section in sheet.sections:
        yield from _section(section)
    yield "</div>"
    yield "</main>"
    yield f"<footer><p>{escape(sheet.method)}</p><p>{escape(sheet.disclaimer)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _header(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{escape(sheet.title)}</h1>"
    for line in (sheet.covered, sheet.origin, sheet.printed):
        yield f"<p>{escape(line)}</p>"
    yield "</header>"


def _questions(sheet: Sheet) -> Iterator[str]:
    yield f"<section><h2>{escape(QUESTIONS)}</h2>"
    if sheet.questions:
        yield from _list(sheet.questions)
    else:
        yield '<div class="ruled" aria-hidden="true"></div>' * RULED_LINES
    yield "</section>"


def _glance(sheet: Sheet) -> Iterator[str]:
    yield f"<section><h2>{escape(GLANCE)}</h2>"
    if sheet.rows:
        yield from _table(sheet)
    for remark in sheet.remarks:
        yield f"<p>{escape(remark)}</p>"
    yield "</section>"


def _table(sheet: Sheet) -> Iterator[str]:
    yield "<table>"
    yield f"<caption>{escape(sheet.lately)}, beside {escape(sheet.before)}</caption>"
    yield '<colgroup><col></colgroup><colgroup span="4"></colgroup>'
    yield '<colgroup span="4"></colgroup><colgroup><col></colgroup>'
    yield "<thead>"
    yield f'<tr><th scope="col" rowspan="2">{MEASURE}</th>'
    for window in (sheet.lately, sheet.before):
        yield f'<th scope="colgroup" colspan="4">{escape(window)}</th>'
    yield f'<th scope="col" rowspan="2">{CHANGE}</th></tr>'
    columns = "".join(
        f'<th scope="col">{escape(name)}</th>' for name in (MEDIAN, RANGE, HIGH_DAYS, ANSWERED)
    )
    yield f"<tr>{columns}{columns}</tr>"
    yield "</thead>"
    yield "<tbody>"
    for row in sheet.rows:
        yield _row(row)
    yield "</tbody>"
    yield "</table>"


def _row(row: Row) -> str:
    name = f'<th scope="row">{escape(row.name)}</th>'
    return f"<tr>{name}{_cells(row.lately)}{_cells(row.before)}<td>{escape(row.change)}</td></tr>"


def _cells(cells: Cells) -> str:
    others = (cells.range, cells.high_days, cells.answered)
    return f'<td class="median">{escape(cells.median)}</td>' + "".join(
        f"<td>{escape(text)}</td>" for text in others
    )


def _chart(sheet: Sheet, chart_svg: str) -> Iterator[str]:
    yield f"<section><h2>{escape(CHART)}</h2>"
    yield "<figure>"
    yield f'<div role="img" aria-label="{escape(sheet.chart_note)}">'
    yield _element(chart_svg)
    yield "</div>"
    yield f"<figcaption>{escape(sheet.chart_note)}</figcaption>"
    yield "</figure></section>"


def _element(svg: str) -> str:
    """The drawing without what only a file of its own needs before it."""
    return svg[svg.find("<svg") :].strip()


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{escape(section.title)}</h2>"
    yield from _list(section.lines)
    yield "</section>"


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    for line in lines:
        yield f"<li>{escape(line)}</li>"
    yield "</ul>"
