"""Parts beside one another where there is room, below one another where there is not."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from heeldiary.ui.theme import Look


class _Flow(QLayout):
    """Lays its items out like words on lines."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        places = self._places(rect.width())
        for item, place in zip(self._items, places, strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def _places(self, width: int) -> list[QRect]:
        """A place for every item; the hidden ones take no room."""
        x = y = height = 0
        places = []
        for item in self._items:
            size = QSize(0, 0) if item.isEmpty() else item.sizeHint()
            if x > 0 and x + size.width() > width:
                x, y, height = 0, y + height + self._gap, 0
            places.append(QRect(QPoint(x, y), size))
            if not item.isEmpty():
                x, height = x + size.width() + self._gap, max(height, size.height())
        return _centred(places)


def _centred(places: list[QRect]) -> list[QRect]:
    """The places of each line about one middle."""
    heights: dict[int, int] = {}
    for place in places:
        heights[place.y()] = max(place.height(), heights.get(place.y(), 0))
    return [place.translated(0, (heights[place.y()] - place.height()) // 2) for place in places]


def flow_row(row: QWidget, look: Look, *parts: QWidget) -> None:
    """Lay these parts out in the row like words on lines."""
    flow = _Flow(look.px(8))
    for part in parts:
        flow.addWidget(part)
    row.setLayout(flow)


def button_row(look: Look, *buttons: QWidget) -> QWidget:
    """These buttons in a row that wraps."""
    row = QWidget()
    flow_row(row, look, *buttons)
    return row
