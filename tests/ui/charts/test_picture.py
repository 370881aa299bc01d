from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from heeldiary.analysis.circumstances import (
    NOTHING_AROUND,
    Circumstances,
    DayMark,
    FlareBand,
    MarkKind,
    circumstances,
)
from heeldiary.analysis.trend_sets import build_panels
from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Span
from heeldiary.domain.flares import Extent
from heeldiary.domain.refusal import Refused
from heeldiary.ui.charts.picture import (
    paint_chart,
    paper_chart,
    picture_height,
    save_png,
    save_svg,
    svg_of,
)
from heeldiary.ui.charts.trend_chart import TrendChart
from tests.builders import FRI, MON, PlainDiary, a_reading
from tests.conftest import RESOURCES
from tests.medicine_records import NAPROXEN, a_regimen

FLARED = Circumstances(flares=(FlareBand(Span(MON, MON), Extent.FEW_AREAS),))


@pytest.fixture
def chart(qtbot: QtBot) -> TrendChart:
    span = Span(MON, FRI)
    readings = [
        a_reading(key, value, day=day)
        for day, value in zip(span, (3, 0, 4, 5, 4), strict=True)
        for key in ("low_back", "stiffness_minutes")
    ]
    diary = PlainDiary(*readings)
    panels = build_panels(diary, factors_of(diary), "pain_and_stiffness", span)
    chart = paper_chart(panels, span, RESOURCES, 640, 420, around=FLARED)
    qtbot.addWidget(chart)
    return chart


def test_the_words_of_an_svg_are_text(chart: TrendChart) -> None:
    words = " ".join(ET.fromstring(svg_of(chart)).itertext())

    assert "Morning stiffness, min" in words
    assert "Worst heel pain, left" in words


def test_a_picture_says_what_its_letters_stand_for(chart: TrendChart, qtbot: QtBot) -> None:
    around = Circumstances(marks=(DayMark(MON, MarkKind.VISIT), DayMark(FRI, MarkKind.LAB)))
    marked = paper_chart(chart.panels, Span(MON, FRI), RESOURCES, 640, 420, around=around)
    qtbot.addWidget(marked)
    words = " ".join(ET.fromstring(svg_of(marked)).itertext())

    assert "visit" in words
    assert "laboratory value" in words
    assert "procedure" not in words


def test_medicines_are_strips_with_words_and_no_raster(chart: TrendChart, qtbot: QtBot) -> None:
    span = Span(MON, FRI)
    around = circumstances(PlainDiary(NAPROXEN, a_regimen(MON)), span)
    drawn = paper_chart(chart.panels, span, RESOURCES, 640, 420, around=around)
    qtbot.addWidget(drawn)

    assert "Naproxen, 500 mg, daily" in " ".join(ET.fromstring(svg_of(drawn)).itertext())
    assert b"<image" not in svg_of(drawn)


def test_a_picture_is_higher_for_every_medicine(chart: TrendChart) -> None:
    around = circumstances(PlainDiary(NAPROXEN, a_regimen(MON)), Span(MON, FRI))

    assert picture_height(chart.panels, around) > picture_height(chart.panels, NOTHING_AROUND)


def test_an_svg_holds_no_raster(chart: TrendChart) -> None:
    assert b"<image" not in svg_of(chart)


def test_the_words_of_a_pdf_are_embedded_text_without_rasters(
    chart: TrendChart, tmp_path: Path
) -> None:
    path = tmp_path / "chart.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(chart.logicalDpiX())
    painter = QPainter(writer)
    paint_chart(chart, painter, QRectF(0, 0, 640, 420))
    painter.end()
    written = path.read_bytes()

    assert b"/FontFile" in written
    assert b"/Subtype /Image" not in written


def test_a_png_has_twice_the_size_of_its_chart(chart: TrendChart, tmp_path: Path) -> None:
    save_png(chart, tmp_path / "chart.png")
    image = QImage(str(tmp_path / "chart.png"))

    assert (image.width(), image.height()) == (1280, 840)


def test_a_picture_shows_something(chart: TrendChart, tmp_path: Path) -> None:
    save_png(chart, tmp_path / "chart.png", scale=1)
    image = QImage(str(tmp_path / "chart.png"))
    colors = {image.pixel(x, y) for x in range(0, 640, 3) for y in range(0, 420, 3)}

    assert len(colors) > 5


def test_a_picture_replaces_the_one_before(chart: TrendChart, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    path.write_text("old")
    save_svg(chart, path)

    assert path.read_bytes() == svg_of(chart)
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_refused(chart: TrendChart, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be written"):
        save_svg(chart, tmp_path / "nowhere" / "chart.svg")
