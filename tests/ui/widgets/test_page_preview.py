import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from heeldiary.reports.report import report_of
from heeldiary.ui.paper import Paper, VisitPaper
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.page_preview import PagePreview
from tests.builders import FRI, PlainDiary
from tests.conftest import RESOURCES
from tests.reports.sheets import SEASON, a_season


@pytest.fixture
def preview(qtbot: QtBot, look: Look) -> PagePreview:
    preview = PagePreview(look)
    qtbot.addWidget(preview)
    preview.resize(595, 100)
    return preview


def a_paper(paper: Paper, diary: PlainDiary | None = None) -> VisitPaper:
    return VisitPaper(report_of(diary or a_season(), SEASON, today=FRI), RESOURCES, paper)


def seen(preview: PagePreview) -> QImage:
    return preview.grab().toImage()


def test_before_there_is_a_page_it_is_blank(preview: PagePreview) -> None:
    assert seen(preview).pixelColor(300, 50) == seen(preview).pixelColor(20, 20)
    assert preview.sizeHint().height() == 0


def test_the_whole_sheet_is_shown_in_its_proportions(preview: PagePreview) -> None:
    preview.show_paper(a_paper(Paper.A4))
    assert preview.height() == 842

    preview.show_paper(a_paper(Paper.LETTER))
    assert preview.height() == 770


def test_another_page_is_drawn_anew(preview: PagePreview) -> None:
    preview.show_paper(a_paper(Paper.A4))
    before = seen(preview)
    preview.show_paper(a_paper(Paper.A4, PlainDiary()))

    assert seen(preview) != before


def test_the_same_page_is_drawn_the_same(preview: PagePreview) -> None:
    preview.show_paper(a_paper(Paper.A4))

    assert seen(preview) == seen(preview)


def test_the_sheet_is_white_in_every_theme(preview: PagePreview, look: Look) -> None:
    preview.show_paper(a_paper(Paper.A4))
    look.choose("dark", 100)

    assert seen(preview).pixelColor(300, 10).name() == "#ffffff"


def test_the_sheet_grows_no_wider_than_it_is_read(preview: PagePreview) -> None:
    preview.show_paper(a_paper(Paper.A4))
    preview.show()
    preview.resize(2000, 100)

    assert preview.height() == round(900 * 842 / 595)
