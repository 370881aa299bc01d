"""The printed page on the screen: the same painting, as wide as there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from heeldiary.reports.text import page_text
from heeldiary.ui.paper import VisitPaper
from heeldiary.ui.theme import Look

_METRE_IN_INCHES = 0.0254
_WIDEST = 900


class PagePreview(QWidget):
    """Shows one sheet. What stands on it is its description, which a screen reader reads."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.paper: VisitPaper | None = None
        self._picture = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The page as it is printed"))

    def show_paper(self, paper: VisitPaper) -> None:
        self.paper = paper
        self._picture = QImage()
        self.setAccessibleDescription(page_text(paper.report.sheet))
        self._take_height()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self._height_for(_WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.paper is None:
            return
        width = self._sheet_width()
        picture = self._painted(self.paper, width)
        left = (self.width() - width) // 2
        painter = QPainter(self)
        painter.drawImage(left, 0, picture)
        border = self.look.color("focus" if self.hasFocus() else "border_strong")
        painter.setPen(QPen(border, 3 if self.hasFocus() else 1))
        painter.drawRect(left, 0, width - 1, self._height_for(width) - 1)
        painter.end()

    def _painted(self, paper: VisitPaper, width: int) -> QImage:
        """The sheet as an image of this width, painted once until it changes."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(width * ratio), round(self._height_for(width) * ratio))
        if self._picture.size() != size:
            self._picture = image_of(paper, size)
            self._picture.setDevicePixelRatio(ratio)
        return self._picture

    def _sheet_width(self) -> int:
        return min(self.width(), self.look.px(_WIDEST))

    def _height_for(self, width: int) -> int:
        if self.paper is None:
            return 0
        return round(width * self.paper.points.height() / self.paper.points.width())

    def _take_height(self) -> None:
        height = self._height_for(self._sheet_width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def image_of(paper: VisitPaper, size: QSize) -> QImage:
    """The sheet painted on white at this size in pixels."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    dots = round(paper.resolution / _METRE_IN_INCHES)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    painter = QPainter(image)
    scale = size.width() / (paper.points.width() * paper.resolution / 72)
    painter.scale(scale, scale)
    paper.paint(painter)
    painter.end()
    return image
