"""The topics of the guide: by section, or what a search has found."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from heeldiary.host.guide import Topic
from heeldiary.reports.guide import Hit, Place
from heeldiary.ui.theme import Look

_NAME = Qt.ItemDataRole.UserRole
_ABOVE = 8
_BESIDE = 4
_MARGIN = 8
"""What the style sheet, and the style itself, keep free around the words of an item."""


class _Wrapped(QStyledItemDelegate):
    """Gives each topic the height of its words where they are wrapped."""

    def __init__(self, topics: "TopicList") -> None:
        super().__init__(topics)
        self._topics = topics

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        self.initStyleOption(option, index)
        look = self._topics.look
        room = self._topics.viewport().width() - 2 * look.px(_BESIDE) - _MARGIN
        words = Qt.TextFlag.TextWordWrap
        height = option.fontMetrics.boundingRect(0, 0, room, 0, int(words), option.text).height()
        return QSize(0, height + 2 * look.px(_ABOVE) + _MARGIN)


class TopicList(QListWidget):
    """``topic_chosen`` carries a topic's name; headings between the topics cannot be chosen."""

    topic_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(self.tr("Topics"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Wrapped(self))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    @property
    def names(self) -> list[str]:
        """The topics in the order in which they stand here."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(_NAME) for item in items if item.data(_NAME)]

    @property
    def chosen(self) -> str:
        """The topic that the keyboard is on; empty for none."""
        row = self.currentRow()
        return str(self.item(row).data(_NAME) or "") if row >= 0 else ""

    def show_all(self, topics: Sequence[Topic]) -> None:
        """Show every topic under the heading of its section."""
        self.clear()
        section = ""
        for topic in topics:
            if topic.section != section:
                section = topic.section
                self._add_heading(section)
            self._add(topic.name, topic.title)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found, the best first, and where."""
        self.clear()
        for hit in hits:
            where = self._where(hit)
            self._add(hit.topic.name, f"{hit.topic.title}\n{where}")

    def enter(self, name: str = "") -> None:
        """Make this topic the one the keyboard is on; the first when none is named."""
        wanted = name or next(iter(self.names), "")
        for row in range(self.count()):
            if wanted and self.item(row).data(_NAME) == wanted:
                self.setCurrentRow(row)

    def _where(self, hit: Hit) -> str:
        if hit.place is Place.TITLE:
            return self.tr("in the title")
        if hit.place is Place.KEYWORDS:
            return self.tr("in its keywords: {0}").format(hit.excerpt)
        return self.tr("in the text: {0}").format(hit.excerpt)

    def _add(self, name: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_NAME, name)
        item.setFont(self.look.font())
        self.addItem(item)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self.look.font(0.92, strong=True))
        item.setForeground(self.look.color("accent_on_soft"))
        self.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(_NAME):
            self.topic_chosen.emit(item.data(_NAME))
