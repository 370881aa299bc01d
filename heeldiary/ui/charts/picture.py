"""Charts away from the screen: on paper, as SVG with real text, as PNG."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from heeldiary.analysis.circumstances import NOTHING_AROUND, Circumstances
from heeldiary.analysis.trend_panels import Panel
from heeldiary.domain.days import Span
from heeldiary.domain.refusal import Refused
from heeldiary.ui.charts.medicine_rows import MOST_ROWS
from heeldiary.ui.charts.trend_chart import TrendChart
from heeldiary.ui.theme import Look

_WIDTH, _PANEL_HEIGHT, _ROW_HEIGHT, _REST_HEIGHT = 1000, 220, 22, 90


def paper_chart(
    panels: Sequence[Panel],
    span: Span,
    resources: Path,
    width: int,
    height: int,
    *,
    around: Circumstances = NOTHING_AROUND,
    theme: str = "paper",
    text_percent: int = 85,
) -> TrendChart:
    """A chart of a fixed size that is never on a screen, with the names of its lines inside.

    Width and height are pixels of the chart's own resolution (``logicalDpiX``).
    """
    chart = TrendChart(Look(resources, theme, text_percent), with_keys=True)
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.setFrameShape(TrendChart.Shape.NoFrame)
    chart.resize(width, height)
    chart.show()
    chart.show_panels(panels, span, span, around)
    chart.lay_out()
    return chart


def write_picture(
    path: Path, panels: Sequence[Panel], span: Span, resources: Path, around: Circumstances
) -> Path:
    """Write the chart as its owner sees it, PNG unless the name ends in svg; gives the path."""
    is_drawing = path.suffix.casefold() == ".svg"
    if not is_drawing and path.suffix.casefold() != ".png":
        path = path.with_name(path.name + ".png")
    height = picture_height(panels, around.within(span))
    picture = paper_chart(
        panels, span, resources, _WIDTH, height, around=around, theme="light", text_percent=100
    )
    try:
        (save_svg if is_drawing else save_png)(picture, path)
    finally:
        picture.close()
        picture.deleteLater()
    return path


def picture_height(panels: Sequence[Panel], around: Circumstances) -> int:
    """The height of a picture in which every panel and medicine has room."""
    rows = min(len(around.medicines), MOST_ROWS + 1)
    return _PANEL_HEIGHT * len(panels) + _ROW_HEIGHT * rows + _REST_HEIGHT


def paint_chart(chart: TrendChart, painter: QPainter, target: QRectF) -> None:
    """Paint the chart as vectors and text into the target, also inside a text document.

    The device has to have the chart's resolution (``logicalDpiX``), else its text grows.
    """
    chart.lay_out()
    scene = chart.scene()
    scene.prepareForPaint()
    scene.render(painter, target, QRectF(chart.viewport().rect()))


def svg_of(chart: TrendChart) -> bytes:
    """The chart as an SVG document whose text can be searched."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = chart.viewport().size()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(chart.logicalDpiX())
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.accessibleName())
    generator.setDescription(chart.accessibleDescription())
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), chart.backgroundBrush())
    paint_chart(chart, painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    buffer.close()
    return bytes(written.data())


def image_of(chart: TrendChart, scale: float = 2) -> QImage:
    """The chart as an image of so many times its pixels."""
    size = chart.viewport().size()
    image = QImage(QSize(round(size.width() * scale), round(size.height() * scale)), _FORMAT)
    image.fill(chart.backgroundBrush().color())
    image.setDotsPerMeterX(round(chart.logicalDpiX() / 0.0254))
    image.setDotsPerMeterY(round(chart.logicalDpiY() / 0.0254))
    image.setDevicePixelRatio(scale)  # else points, sized in pixels, would not grow with the rest
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chart(chart, painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    image.setDevicePixelRatio(1)
    return image


def save_png(chart: TrendChart, path: Path, scale: float = 2) -> None:
    """Write the chart as PNG, whole or not at all."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(chart, scale))
    buffer.close()
    _write_whole(path, bytes(written.data()))


def save_svg(chart: TrendChart, path: Path) -> None:
    """Write the chart as SVG, whole or not at all."""
    _write_whole(path, svg_of(chart))


_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def _write_whole(path: Path, content: bytes) -> None:
    partial: Path | None = None
    try:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        partial = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        partial.replace(path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise Refused(
            f"The picture could not be written to “{path}” ({reason}); nothing was changed there."
        ) from None
