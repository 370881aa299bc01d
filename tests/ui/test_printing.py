import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from heeldiary.domain.refusal import Refused
from heeldiary.reports.report import Report, report_of
from heeldiary.reports.text import page_text
from heeldiary.ui import printing
from heeldiary.ui.paper import Paper, VisitPaper
from heeldiary.ui.printing import (
    ask_for_printer,
    new_printer,
    print_on,
    print_with_dialog,
    write_summary,
)
from tests.builders import FRI, PlainDiary
from tests.conftest import RESOURCES
from tests.reports.sheets import SEASON, a_season
from tests.ui.pdf import ReadPdf


@pytest.fixture
def report() -> Report:
    return report_of(a_season(), SEASON, today=FRI, decimal=QLocale().decimalPoint())


@pytest.fixture
def paper(qtbot: QtBot, report: Report) -> VisitPaper:
    return VisitPaper(report, RESOURCES, Paper.A4)


@pytest.fixture
def american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def write(path: Path, paper: Paper | None = Paper.A4) -> None:
    write_summary(a_season(), SEASON, FRI, path, RESOURCES, paper)


def test_a_pdf_says_what_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    write(tmp_path / "visit.pdf")
    read = ReadPdf(tmp_path / "visit.pdf")

    assert read.title.startswith("Summary for rheumatology visit, 23 Aug – 20 Nov 2026")
    assert "<dc:language><rdf:Bag><rdf:li>en</rdf:li>" in read.metadata


def test_the_paper_is_the_countrys_unless_chosen(
    qtbot: QtBot, american: None, tmp_path: Path
) -> None:
    write(tmp_path / "visit.pdf", paper=None)

    assert ReadPdf(tmp_path / "visit.pdf").size == (612, 792)


def test_html_has_the_chart_drawn_in(qtbot: QtBot, tmp_path: Path) -> None:
    write(tmp_path / "visit.html")
    html = (tmp_path / "visit.html").read_text("utf-8")

    assert "<svg" in html
    assert "<image" not in html
    assert "Worst heel pain, left" in html[html.index("<svg") : html.index("</svg>")]


def test_html_of_an_empty_diary_has_no_chart(qtbot: QtBot, tmp_path: Path) -> None:
    write_summary(PlainDiary(), SEASON, FRI, tmp_path / "visit.html", RESOURCES)

    assert "<svg" not in (tmp_path / "visit.html").read_text("utf-8")


def test_text_is_the_same_page(qtbot: QtBot, report: Report, tmp_path: Path) -> None:
    write(tmp_path / "visit.TXT")

    assert (tmp_path / "visit.TXT").read_text("utf-8") == page_text(report.sheet)


def test_an_unknown_kind_of_file_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"let its name end in \.pdf, \.html or \.txt"):
        write(tmp_path / "visit.docx")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", printing.SUFFIXES)
def test_a_place_that_cannot_be_written_is_refused(
    qtbot: QtBot, suffix: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="no such folder"):
        write(tmp_path / "nowhere" / f"visit{suffix}")


def test_a_refused_page_leaves_what_stood_there(qtbot: QtBot, tmp_path: Path) -> None:
    standing = tmp_path / "visit.pdf"
    standing.mkdir()

    with pytest.raises(Refused, match="was not written"):
        write(standing)

    assert list(tmp_path.iterdir()) == [standing]


def test_a_printer_gets_the_page_of_the_pdf(paper: VisitPaper, tmp_path: Path) -> None:
    printer = new_printer(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(1200)
    print_on(printer, paper)
    printed = ReadPdf(tmp_path / "printed.pdf")
    (tmp_path / "saved.pdf").write_bytes(printing.pdf_of(paper))

    assert (printed.pages, printed.size) == (1, (595, 842))
    assert printed.words_off_the_page() == []
    assert printed.text == ReadPdf(tmp_path / "saved.pdf").text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_refused(paper: VisitPaper, tmp_path: Path) -> None:
    printer = new_printer(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))

    with pytest.raises(Refused, match="nothing was printed"):
        print_on(printer, paper)


@pytest.mark.parametrize("agrees", [True, False])
def test_only_who_agrees_in_the_dialog_prints(
    paper: VisitPaper, agrees: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def answer(printer: QPrinter, parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return agrees

    monkeypatch.setattr(printing, "ask_for_printer", answer)
    parent = QWidget()
    qtbot.addWidget(parent)

    assert print_with_dialog(paper, parent) is agrees
    assert (tmp_path / "printed.pdf").exists() is agrees


@pytest.mark.parametrize("answer", QDialog.DialogCode)
def test_the_dialog_of_the_system_is_asked(
    paper: VisitPaper, answer: QDialog.DialogCode, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def close(dialog: QPrintDialog) -> int:
        return answer

    monkeypatch.setattr(QPrintDialog, "exec", close)
    parent = QWidget()
    qtbot.addWidget(parent)

    agreed = ask_for_printer(new_printer(paper), parent)

    assert agreed is (answer == QDialog.DialogCode.Accepted)


def test_print_support_and_qt_are_loaded_late() -> None:
    code = (
        "import sys, heeldiary.reports.report, heeldiary.reports.text;"
        "assert not [m for m in sys.modules if m.startswith('PySide6')];"
        "import heeldiary.ui.pages.visit;"
        "assert 'PySide6.QtPrintSupport' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=RESOURCES.parent)
