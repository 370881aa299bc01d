"""The page for a visit as PDF, HTML or text in a file, and on a printer."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from heeldiary import __version__
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.files import write_file, write_text_file
from heeldiary.reports.html import page_html
from heeldiary.reports.report import Report, report_of
from heeldiary.reports.text import write_text
from heeldiary.ui.charts.picture import paper_chart, svg_of
from heeldiary.ui.paper import Paper, VisitPaper, usual_paper

if TYPE_CHECKING:  # loaded when somebody prints
    from PySide6.QtPrintSupport import QPrinter

SUFFIXES = (".pdf", ".html", ".txt")
_CHART_WIDTH, _CHART_HEIGHT, _ROW_HEIGHT = 900, 380, 22


def write_summary(
    diary: Diary,
    span: Span,
    today: date,
    path: Path,
    resources: Path,
    paper: Paper | None = None,
    *,
    weight_unit: str = "kg",
) -> None:
    """Write the summary of the period in the format of the path's suffix, whole or not at all.

    Needs a running QApplication for .pdf and .html. For .txt alone nothing of Qt is needed:
    ``reports.text.write_text(report_of(...), path)`` does the same without importing this module.
    """
    check_suffix(path)
    decimal = QLocale().decimalPoint()
    report = report_of(diary, span, today=today, decimal=decimal, weight_unit=weight_unit)
    write_report(report, path, resources, paper or usual_paper(QLocale()))


def check_suffix(path: Path) -> None:
    """Refuse what is neither .pdf nor .html nor .txt."""
    if path.suffix.casefold() not in SUFFIXES:
        raise Refused(
            f"“{path.name}” is not a kind of page that can be written; let its name end in "
            f"{SUFFIXES[0]}, {SUFFIXES[1]} or {SUFFIXES[2]}. Nothing was written."
        )


def write_report(report: Report, path: Path, resources: Path, paper: Paper) -> None:
    """Write a report that was read before; the suffix decides the format."""
    check_suffix(path)
    match path.suffix.casefold():
        case ".pdf":
            write_pdf(report, path, resources, paper)
        case ".html":
            write_html(report, path, resources)
        case _:
            write_text(report, path)


def write_pdf(report: Report, path: Path, resources: Path, paper: Paper) -> None:
    write_file(path, [pdf_of(VisitPaper(report, resources, paper))])


def write_html(report: Report, path: Path, resources: Path) -> None:
    write_text_file(path, [html_of(report, resources)])


def html_of(report: Report, resources: Path) -> str:
    """The page as HTML with its chart drawn in."""
    style = (resources / "report" / "summary.css").read_text("utf-8")
    return page_html(report.sheet, _svg(report, resources), style)


def pdf_of(sheet: VisitPaper) -> bytes:
    """One page of real text and vectors, its font embedded."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(sheet.resolution)
    writer.setPageLayout(_layout(sheet.paper))
    title = f"{sheet.report.sheet.title}, {sheet.report.sheet.covered}"
    writer.setTitle(title)
    writer.setCreator(f"Heel Diary {__version__}")
    writer.setDocumentXmpMetadata(QByteArray(_METADATA.format(escape(title)).encode("utf-8")))
    painter = QPainter(writer)
    sheet.paint(painter)
    painter.end()
    buffer.close()
    return bytes(written.data())


def print_with_dialog(sheet: VisitPaper, parent: QWidget) -> bool:
    """Ask which printer and print; False when the person thinks better of it."""
    printer = new_printer(sheet)
    agreed = ask_for_printer(printer, parent)
    if agreed:
        print_on(printer, sheet)
    return agreed


def ask_for_printer(printer: "QPrinter", parent: QWidget) -> bool:
    """The dialog of the system."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def new_printer(sheet: VisitPaper) -> "QPrinter":
    """A printer set for the sheet. Never shared: two users of one printer crash Qt."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setResolution(sheet.resolution)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(sheet.paper))
    printer.setDocName(sheet.report.sheet.title)
    printer.setCreator(f"Heel Diary {__version__}")
    return printer


def print_on(printer: "QPrinter", sheet: VisitPaper) -> None:
    """Print the sheet; refuses when the printer does not take it."""
    printer.setResolution(sheet.resolution)  # the dialog may have chosen another
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused(f"“{printer.printerName()}” does not take the page; nothing was printed.")
    sheet.paint(painter)
    painter.end()


def _layout(paper: Paper) -> QPageLayout:
    """The whole sheet: the margins are the page's own."""
    layout = QPageLayout(paper.size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _svg(report: Report, resources: Path) -> str:
    if not report.panels:
        return ""
    around = report.around
    height = _CHART_HEIGHT + _ROW_HEIGHT * (len(around.medicines) + bool(around.marks))
    chart = paper_chart(report.panels, report.span, resources, _CHART_WIDTH, height, around=around)
    drawn = svg_of(chart).decode("utf-8")
    chart.close()
    return drawn


_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{0}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""What Qt would write by itself has no language."""
