"""The window: a side bar and the rooms. It has no data logic; pages are made when first opened."""

from datetime import date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from heeldiary.ui.actions import ACTIONS, ROOMS
from heeldiary.ui.desk import Desk
from heeldiary.ui.icons import icon
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.message import Message
from heeldiary.ui.widgets.side_bar import SideBar

if TYPE_CHECKING:  # made when help is asked for
    from heeldiary.ui.pages.help import HelpPage

_FIRST_SIZE = QSize(1280, 820)
_TITLE_BAR = 40
"""What the desktop is likely to draw above the window; it is only known once it is shown."""
_DAY_LOOKED_AT_EVERY = 60_000
_PAUSE_BETWEEN_DAYS = timedelta(minutes=10)
"""How long nothing was recorded before the page goes on to the new day by itself."""


class MainWindow(QMainWindow):
    """Shown at once, empty; a desk is put into it when the diary is open."""

    painted = Signal()
    """The window has been painted for the first time."""
    closed = Signal()
    another_wanted = Signal()
    """The person wants to open another diary file."""

    def __init__(self, look: Look, keeper: SettingsKeeper) -> None:
        super().__init__()
        self.look = look
        self.keeper = keeper
        self.desk: Desk | None = None
        self._is_painted = False
        self._today = date.min
        self._kept_at: datetime | None = None
        self._day_watch = QTimer(self)
        self._day_watch.setInterval(_DAY_LOOKED_AT_EVERY)
        self._pages: dict[str, Page] = {}
        self._rooms = QStackedWidget()
        self._help: HelpPage | None = None
        self._behind_help: QWidget | None = None
        self.side_bar = SideBar(ROOMS, look)
        self.side_bar.show_open(is_open=False)
        self.actions_by_name: dict[str, QAction] = {}
        self.setWindowTitle("Heel Diary")
        self.setMinimumSize(720, 520)
        self.resize(_FIRST_SIZE)
        if QGuiApplication.platformName() != "offscreen":  # that screen is nobody's
            self.fit_into(self.screen().availableGeometry())

        middle = QWidget()
        middle.setObjectName("page")
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side_bar)
        layout.addWidget(self._rooms, 1)
        self.setCentralWidget(middle)

        self._add_actions()
        self.side_bar.room_chosen.connect(self.open_room)
        self.side_bar.undo.clicked.connect(self.undo)
        self.side_bar.redo.clicked.connect(self.redo)
        self.side_bar.help.clicked.connect(self.open_help)
        self._day_watch.timeout.connect(self._turn_day_in_a_pause)

    def fit_into(self, free: QRect) -> None:
        """Be no larger than what is free of a screen, and wholly inside it, with the title bar."""
        room = free.adjusted(0, _TITLE_BAR, 0, 0)
        size = self.size().boundedTo(room.size()).expandedTo(self.minimumSize())
        if size == self.size():
            return  # the desktop knows best where a window that fits is opened
        self.resize(size)
        beside = (room.size() - size) / 2
        self.move(room.left() + max(beside.width(), 0), free.top())

    def put_in(self, desk: Desk) -> None:
        """Work on this desk from now on; pages of an earlier one are closed."""
        is_helping = self._is_helping
        self.take_out()
        self.desk = desk
        self._today, self._kept_at = desk.today(), None
        self._day_watch.start()
        desk.undoable_changed.connect(self._show_undoable)
        desk.changed.connect(self._show_saved)
        self.side_bar.show_open(is_open=True)
        self._show_undoable()
        self.open_room("today")
        if is_helping:  # nobody who looks for help loses it to a diary that has opened
            self.open_help()

    def take_out(self) -> None:
        """Keep what is being typed, close the pages and the diary."""
        self.commit()
        self._day_watch.stop()
        for page in self._pages.values():
            self._rooms.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def may_let_go(self) -> bool:
        """Whether all that was typed is kept, or the person agrees that it is lost."""
        for page in self._pages.values():
            page.commit()
        if all(page.is_kept for page in self._pages.values()):
            return True
        from heeldiary.ui import prompts

        return prompts.ask(
            self,
            self.tr("A note is not kept"),
            self.tr("The note that you wrote could not be kept in the diary. Go on without it?"),
            self.tr("Lose the note"),
        )

    def show_instead(self, message: Message) -> None:
        """Show what is no room: the welcome, or what is wrong with the diary."""
        self._rooms.addWidget(message)
        if self._is_helping:
            self._behind_help = message
            return
        self._rooms.setCurrentWidget(message)
        message.begin()

    def open_room(self, name: str) -> None:
        """Show the room; it is made when it is opened for the first time."""
        if self.desk is None:
            return
        self.commit()
        self.turn_day()
        page = self.page(name)
        self._rooms.setCurrentWidget(page)
        self.side_bar.show_room(name)
        page.begin()

    def page(self, name: str) -> Page:
        """The page of a room."""
        if name not in self._pages:
            room = next(room for room in ROOMS if room.name == name)
            page: Page = getattr(import_module(room.module), room.page)(self.desk, self.look)
            page.day_chosen.connect(self.open_day)
            page.another_wanted.connect(self.another_wanted)
            page.log_wanted.connect(self.log)
            page.use(self.keeper)
            self._pages[name] = page
            self._rooms.addWidget(page)
        return self._pages[name]

    def open_day(self, day: date) -> None:
        """Show a day on Today."""
        self.open_room("today")
        self.page("today").show_day(day)

    def log(self, target: str) -> None:
        """Go to where this is recorded: the form of a room, or a row of Today."""
        room, _, form = target.rpartition("/")
        self.open_room(room or "today")
        if self.desk is not None:
            page = self.page(room or "today")
            if room:
                page.open_form(form)
            else:
                page.go_to(form)

    @property
    def _is_helping(self) -> bool:
        """Whether what is shown is whom to call."""
        return self._help is not None and self._rooms.currentWidget() is self._help

    def open_help(self) -> None:
        """Show whom to call, over whatever is shown; it needs no diary."""
        self.commit()
        behind = self._rooms.currentWidget()
        if self._help is None:
            from heeldiary.ui.pages.help import HelpPage

            self._help = HelpPage(self.look)
            self._help.left.connect(self.leave_help)
            self._rooms.addWidget(self._help)
        if not self._is_helping:
            self._behind_help = behind
        self._rooms.setCurrentWidget(self._help)
        self.side_bar.show_help()
        self._help.begin()

    def leave_help(self) -> None:
        """Go back to what was shown before; the keyboard is where it was there."""
        behind, self._behind_help = self._behind_help, None
        if behind is None:
            self.open_room("today")
            return
        self._rooms.setCurrentWidget(behind)
        if isinstance(behind, Message):
            behind.begin()
        for name, page in self._pages.items():
            if page is behind:
                self.turn_day()
                self.side_bar.show_room(name)

    def turn_day(self) -> None:
        """Let every page go on to the new day when the owner's day has ended meanwhile."""
        if self.desk is None or self.desk.today() == self._today:
            return
        before, self._today = self._today, self.desk.today()
        for page in self._pages.values():
            page.turn_day(before)

    def commit(self) -> None:
        """Keep what is being typed on the page that is shown."""
        page = self._rooms.currentWidget()
        if isinstance(page, Page):
            page.commit()

    def undo(self) -> None:
        """Take the last change back, and say which: it may be of a day that is not shown."""
        if self.desk is not None:
            self.commit()
            label = self.desk.undo_text
            self.desk.undo()
            if label and label == self.desk.redo_text:
                self.side_bar.say(self.tr("Taken back: {0}").format(label))

    def redo(self) -> None:
        if self.desk is not None:
            label = self.desk.redo_text
            self.desk.redo()
            if label and label == self.desk.undo_text:
                self.side_bar.say(self.tr("Done again: {0}").format(label))

    def come_forward(self) -> None:
        """Be the window in front, as when the program is started again."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as in dialogs; Qt knows only Space."""
        button = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(button, QAbstractButton):
            button.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.turn_day()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_let_go():
            event.ignore()
            return
        self.take_out()
        self.closed.emit()
        super().closeEvent(event)

    def _add_actions(self) -> None:
        for plan in ACTIONS:
            action = QAction(self.tr(plan.text), self)
            action.setShortcut(plan.keys)
            action.triggered.connect(getattr(self, plan.does))
            self.addAction(action)
            self.actions_by_name[plan.name] = action
        self.setWindowIcon(icon(self.look, "heeldiary", "accent"))

    def _show_undoable(self) -> None:
        if self.desk is not None:
            self.side_bar.show_undoable(self.desk.undo_text, self.desk.redo_text)

    def _turn_day_in_a_pause(self) -> None:
        """Nobody's check-in is taken from under their hands at the hour when the day ends."""
        if self.desk is None:
            return
        kept = self._kept_at
        if kept is None or self.desk.clock.now() - kept >= _PAUSE_BETWEEN_DAYS:
            self.turn_day()

    def _show_saved(self) -> None:
        if self.desk is not None:
            self._kept_at = moment = self.desk.clock.now()
            self.side_bar.say(self.tr("Kept at {0}").format(moment.strftime("%H:%M")))
