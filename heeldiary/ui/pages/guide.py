"""Guide: what the sources say, to read and to search; what a topic is about can be recorded."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from heeldiary.domain.edits import Edit
from heeldiary.host.guide import Topic, read_topics
from heeldiary.reports.guide import search, to_html
from heeldiary.ui.actions import ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import flow_row
from heeldiary.ui.widgets.topic_list import TopicList

_BESIDE_ABOVE = 640
"""The width at 100 % text from which the topics stand beside what is read."""
_LIST_WIDTH = 270
_MOST_BUTTONS = 2

FORMS = {
    "medicines/dose": "A dose",
    "movement/session": "A session",
    "movement/shoe": "A pair of shoes",
    "flares/flare": "A flare",
    "scores/check": "The weekly check",
    "scores/lab": "A lab result",
    "visit/question": "A question for the visit",
}
"""The forms of other rooms that a topic may lead to, and what is recorded there."""


class GuidePage(Page):
    """A search field over the topics, and beside them, or in their place, the one being read."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.topics = {t.name: t for t in read_topics(look.resources / "guide")}
        self._reading = next(iter(self.topics))
        self._is_open = False
        self._listed: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.search_field = QLineEdit()
        self.list = TopicList(look)
        self.nothing = QLabel()
        self.all_topics = QPushButton(self.tr("All topics"))
        self.text = QTextBrowser()
        self.log_buttons: list[QPushButton] = []
        self._log_row = QWidget()
        self._lay_out()

        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self._open_first)
        self.list.currentItemChanged.connect(self._follow)
        self.list.topic_chosen.connect(self.open_topic)
        self.all_topics.clicked.connect(self._show_list)
        _on_key(Qt.Key.Key_Down, self.search_field).activated.connect(self._go_to_list)
        _on_key(Qt.Key.Key_Escape, self).activated.connect(self._step_back)

    def refresh(self) -> None:
        self._search()
        self._show_reading()
        self._arrange()

    def refresh_after(self, edits: tuple[Edit, ...]) -> None:
        """Nothing that is recorded changes what the sources say."""

    def restyle(self) -> None:
        self.refresh()

    def begin(self) -> None:
        """The search field has the keyboard; the topics are one Tab further."""
        (self.search_field if self.search_field.isVisible() else self.text).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def open_topic(self, name: str) -> None:
        """Show this topic for reading."""
        self._reading = name
        self._is_open = True
        with QSignalBlocker(self.list):
            self.list.enter(name)
        self._show_reading()
        self._arrange()
        if not self._is_wide:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _search(self) -> None:
        wanted = self.search_field.text().strip()
        listed = (wanted, self.look.theme.name, self.look.text_percent)
        if listed == self._listed:
            return
        self._listed = listed
        with QSignalBlocker(self.list):  # what is being read stays until another is chosen
            if wanted:
                self.list.show_hits(search(list(self.topics.values()), wanted))
            else:
                self.list.show_all(list(self.topics.values()))
                self.list.enter(self._reading)
        has_any = bool(self.list.names)
        self.list.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self.nothing.setText(self.tr("No topic has “{0}” in it.").format(wanted))

    def _open_first(self) -> None:
        """Enter in the search field goes to the first topic that was found."""
        if self.list.names:
            self.list.enter()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open_topic(self.list.chosen)

    def _follow(self) -> None:
        """Beside one another the text follows the keyboard through the topics."""
        if self._is_wide and self.list.chosen and self.list.chosen != self._reading:
            self.open_topic(self.list.chosen)

    def _go_to_list(self) -> None:
        """From the search field down to the topics."""
        if self.list.names:
            self.list.enter(self.list.chosen)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self) -> None:
        """From the topic to the topics where only one of them is shown, else from the search."""
        if self._is_open and not self._is_wide:
            self._show_list()
        else:
            self.search_field.clear()

    def _show_list(self) -> None:
        self._is_open = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reading(self) -> None:
        """Show the topic; one that is shown already stays where it was read up to."""
        topic = self.topics[self._reading]
        shown = (topic.name, self.look.theme.name, self.look.text_percent)
        if shown == self._shown:
            return
        self._shown = shown
        self.text.setAccessibleName(self.tr("Topic: {0}").format(topic.title))
        self.text.document().setDefaultStyleSheet(_sheet(self.look))
        self.text.document().setIndentWidth(self.look.px(22))
        self.text.document().setDocumentMargin(self.look.px(12))
        self.text.setFont(self.look.font(1.06))
        self.text.setHtml(to_html(topic, self.tr("Sources")))
        self._show_log_buttons(topic)

    def _show_log_buttons(self, topic: Topic) -> None:
        """A button each for one or two things to record, one button with a list for more."""
        for button in self.log_buttons:
            button.hide()
            button.deleteLater()
        targets = [(target, name) for target in topic.log if (name := self._name_of(target))]
        if len(targets) > _MOST_BUTTONS:
            self.log_buttons = [self._log_menu(targets)]
        else:
            self.log_buttons = [self._log_button(target, name) for target, name in targets]
        layout = self._log_row.layout()
        assert layout is not None
        before: QWidget = self.text
        for button in self.log_buttons:
            layout.addWidget(button)
            button.show()
            self.setTabOrder(before, button)
            before = button
        self._log_row.setVisible(bool(targets))

    def _log_button(self, target: str, name: str) -> QPushButton:
        button = QPushButton(self.tr("Log this: {0}").format(name))
        button.setProperty("target", target)
        button.clicked.connect(self._log)
        return button

    def _log_menu(self, targets: list[tuple[str, str]]) -> QPushButton:
        button = QPushButton(self.tr("Log this…"))
        menu = QMenu(button)
        for target, name in targets:
            action = menu.addAction(name)
            action.setProperty("target", target)
            action.triggered.connect(self._log)
        button.setMenu(menu)
        button.setAccessibleDescription(", ".join(name for _, name in targets))
        return button

    def _log(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.log_wanted.emit(sender.property("target"))

    def _name_of(self, target: str) -> str:
        """What is recorded there; empty when this diary or window has no such thing."""
        room, _, _ = target.rpartition("/")
        if room:
            is_there = any(known.name == room for known in ROOMS)
            return self.tr(FORMS[target]) if is_there and target in FORMS else ""
        factor = self.desk.factors().get(target)
        return factor.name if factor else ""

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self.look.px(_BESIDE_ABOVE)

    def _arrange(self) -> None:
        """Beside one another where there is room; else the topics, or the one that is open."""
        self._topics_side.setVisible(self._is_wide or not self._is_open)
        self._reading_side.setVisible(self._is_wide or self._is_open)
        self.all_topics.setVisible(not self._is_wide)
        widest = self.look.px(_LIST_WIDTH) if self._is_wide else 16_777_215
        self._topics_side.setMaximumWidth(widest)

    def _lay_out(self) -> None:
        self.search_field.setPlaceholderText(self.tr("Search the guide"))
        self.search_field.setAccessibleName(self.tr("Search the guide"))
        self.search_field.setClearButtonEnabled(True)
        self.nothing.setWordWrap(True)
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.setTabChangesFocus(True)
        flow_row(self._log_row, self.look)

        self._topics_side = QWidget()
        topics = QVBoxLayout(self._topics_side)
        topics.setContentsMargins(0, 0, 0, 0)
        topics.addWidget(self.search_field)
        topics.addWidget(self.nothing)
        topics.addWidget(self.list, 1)
        topics.addStretch(0)
        self._reading_side = QWidget()
        reading = QVBoxLayout(self._reading_side)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.addWidget(self.all_topics, 0, Qt.AlignmentFlag.AlignLeft)
        reading.addWidget(self.text, 1)
        reading.addWidget(self._log_row)
        page = QHBoxLayout(self)
        page.setContentsMargins(24, 18, 18, 14)
        page.setSpacing(16)
        page.addWidget(self._topics_side, 2)
        page.addWidget(self._reading_side, 5)


def _on_key(key: Qt.Key, part: QWidget) -> QShortcut:
    """A key that holds in this part of the window and what is in it."""
    shortcut = QShortcut(QKeySequence(key), part)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return shortcut


def _sheet(look: Look) -> str:
    """How a topic is set: the colours of the theme, lines with air between them."""
    gap, small = look.px(12), look.px(6)
    return f"""
        h1 {{ color: {_role(look, "text")}; font-weight: 600; margin-bottom: {gap}px; }}
        h2 {{ color: {_role(look, "accent_on_soft")}; font-weight: 600; margin-top: {gap}px;
            margin-bottom: {small}px; font-size: large; }}
        h3 {{ color: {_role(look, "text_soft")}; font-weight: 600; margin-top: {gap}px;
            margin-bottom: {small}px; font-size: medium; }}
        p, li {{ color: {_role(look, "text")}; line-height: 130%; margin-bottom: {small}px; }}
        b {{ font-weight: 600; }}
        ul.sources li {{ color: {_role(look, "text_soft")}; }}
        table.disagreement {{ border: 1px solid {_role(look, "border_strong")};
            border-collapse: collapse; background-color: {_role(look, "notice")};
            margin-top: {small}px; margin-bottom: {small}px; }}
        table.disagreement td {{ color: {_role(look, "notice_text")}; padding: {small}px; }}
    """


def _role(look: Look, role: str) -> str:
    return look.color(role).name()
