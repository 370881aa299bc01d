"""The window program: builds everything once, and opens the diary after the first paint."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from inspect import iscoroutine
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from heeldiary.domain.days import Clock
from heeldiary.domain.refusal import Refused
from heeldiary.host import paths
from heeldiary.host.logs import FaultLog
from heeldiary.ui.crash import CrashGuard
from heeldiary.ui.imports import load_when_used
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.main_window import MainWindow
from heeldiary.ui.theme import Look, system_theme
from heeldiary.ui.widgets.message import Message

if TYPE_CHECKING:  # the database is loaded after the first paint
    from heeldiary.storage.store import Store
    from heeldiary.ui.one_window import OneWindow

_KINDS = "Heel Diary (*.heeldiary);;All files (*)"


def now() -> datetime:
    """The local time with its offset; everything else is told the time."""
    return datetime.now().astimezone()


class HeelDiary(QObject):
    """The running program: one window, one open diary, the settings."""

    def __init__(self, diary: Path | None = None, time: Callable[[], datetime] = now) -> None:
        super().__init__()
        self._time = time
        self._wanted = diary
        self._one_window: OneWindow | None = None
        self.message: Message | None = None
        self.keeper = SettingsKeeper(paths.settings_path())
        settings = self.keeper.settings
        self.look = Look(paths.resources(), self._theme(), settings.text_percent)
        self.look.dress()
        self.window = MainWindow(self.look, self.keeper)

        self.keeper.changed.connect(self._take_over_settings)
        self.keeper.refused.connect(self._tell)
        self.window.closed.connect(self._leave)
        self.window.another_wanted.connect(self.open_another)
        QApplication.styleHints().colorSchemeChanged.connect(self._take_over_settings)

    @property
    def path(self) -> Path:
        """The diary to open: as asked for, else the one opened last, else the usual place."""
        if self._wanted is not None:
            return self._wanted
        last = self.keeper.settings.diary
        return Path(last) if last else paths.diary_path()

    def start(self) -> None:
        """Show the window; the diary is opened when the window has been painted."""
        # Queued: the paint reaches the screen before the database is loaded.
        self.window.painted.connect(self._open_first, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def _open_first(self) -> None:
        try:
            self.open_wanted()
        finally:
            gc.enable()

    def open_wanted(self) -> None:
        """Open the diary, or say on the page what is wrong with it and what can be done."""
        from heeldiary.storage.lock import DiaryInUse

        try:
            store = self._open(self.path)
        except DiaryInUse as refusal:
            self._yield_to_other_window(str(refusal))
        except Refused as refusal:
            self._show_trouble(str(refusal))
        else:
            self._put_in(store)

    def open_another(self) -> None:
        """Let the person choose another diary file, and open it."""
        from heeldiary.ui import prompts

        chosen = prompts.choose_file_to_open(self.window, self.tr("Open a diary"), _KINDS)
        if chosen is not None:
            self._go_over_to(chosen)

    def make_new(self) -> None:
        """Let the person choose where a new, empty diary is to be made, and open it."""
        from heeldiary.storage.store import Store
        from heeldiary.ui import prompts

        chosen = prompts.choose_file_to_write(
            self.window, self.tr("Make a new diary"), "diary.heeldiary", _KINDS
        )
        if chosen is None:
            return
        try:
            Store.create(chosen, self._time()).close()
        except Refused as refusal:
            self._tell(str(refusal))
        else:
            self._go_over_to(chosen)

    def _go_over_to(self, path: Path) -> None:
        """Open that diary; the one that is open stays until that has worked."""
        desk = self.window.desk
        if desk is None:
            self._wanted = path
            self.open_wanted()
        elif path.resolve() != Path(desk.path).resolve() and self.window.may_let_go():
            try:
                store = self._open(path)
            except Refused as refusal:
                self._tell(str(refusal))
            else:
                self._wanted = path
                self._put_in(store)

    def _open(self, path: Path) -> "Store":
        from heeldiary.storage.store import Store

        written_by = self.keeper.settings.installation
        if self._is_first_start(path):
            paths.private_folder(path.parent)
            return Store.create(path, self._time(), written_by)
        return Store.open(path, self._time(), written_by)

    def _is_first_start(self, path: Path) -> bool:
        """Later a diary that is gone is told: a new empty one in its place would hide the loss."""
        is_usual = path == paths.diary_path()
        return is_usual and not path.exists() and not self.keeper.settings.has_read_notice

    def _put_in(self, store: "Store") -> None:
        from heeldiary.ui.desk import Desk

        is_usual = store.path == paths.diary_path()
        self._listen(store.path)
        self._drop_message()
        self.window.put_in(Desk(store, self._clock()))
        self.keeper.change(diary="" if is_usual else str(store.path.resolve()))
        if self.keeper.complaint:
            self._tell(self.keeper.complaint)
            self.keeper.complaint = ""
        if not self.keeper.settings.has_read_notice:
            self._show_welcome()

    def _listen(self, path: Path) -> None:
        from heeldiary.storage.lock import lock_file
        from heeldiary.ui.one_window import OneWindow

        if self._one_window is not None:
            self._one_window.close()
        self._one_window = OneWindow(lock_file(path), self)
        self._one_window.knocked.connect(self.window.come_forward)

    def _yield_to_other_window(self, sentence: str) -> None:
        from heeldiary.storage.lock import lock_file
        from heeldiary.ui.one_window import knock

        if knock(lock_file(self.path)):
            self.window.close()
        else:
            self._show_trouble(sentence)

    def _show_trouble(self, sentence: str) -> None:
        self._show_message(
            self.tr("The diary could not be opened"),
            [
                sentence,
                self.tr("The file is at {0}.").format(self.path),
                self.tr("Nothing is written until a diary is open."),
            ],
            [
                ("again", self.tr("Try again")),
                ("another", self.tr("Open another diary…")),
                ("new", self.tr("Make a new diary…")),
            ],
        )

    def _show_welcome(self) -> None:
        self._show_message(
            self.tr("Welcome to Heel Diary"),
            [
                self.tr(
                    "This is your own notebook. It keeps what you enter in one file on this "
                    "computer, and nothing leaves it."
                ),
                self.tr(
                    "It is not a medical device: it records, adds up and draws, and does not "
                    "diagnose or advise. A pattern in a diary does not show its cause. Please "
                    "change a medicine only after talking to your clinic, and in an emergency "
                    "call your local emergency number."
                ),
                self.tr("A day that you leave empty stays empty; nothing is held against you."),
            ],
            [
                ("begin", self.tr("Begin with today")),
                ("bring", self.tr("Bring my data…")),
            ],
        )

    def _show_message(self, heading: str, words: list[str], choices: list[tuple[str, str]]) -> None:
        self._drop_message()
        self.message = Message(self.look, heading, words, choices)
        self.message.chosen.connect(self._choose)
        self.window.show_instead(self.message)

    def _choose(self, name: str) -> None:
        does: dict[str, Callable[[], None]] = {
            "again": self.open_wanted,
            "another": self.open_another,
            "new": self.make_new,
            "begin": self._begin,
            "bring": self._bring,
        }
        does[name]()

    def _begin(self) -> None:
        self._drop_message()
        self.keeper.change(has_read_notice=True)
        self.window.open_room("today")

    def _bring(self) -> None:
        self._begin()
        self.window.open_room("files")

    def _drop_message(self) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None

    def _take_over_settings(self) -> None:
        settings = self.keeper.settings
        look = (self._theme(), settings.text_percent)
        if look != (self.look.theme.name, self.look.text_percent):
            self.look.choose(*look)
        if self.window.desk is not None:
            self.window.desk.clock = self._clock()
            self.window.turn_day()

    def _theme(self) -> str:
        chosen = self.keeper.settings.theme
        return system_theme() if chosen == "system" else chosen

    def _clock(self) -> Clock:
        return Clock(now=self._time, day_start_hour=self.keeper.settings.day_start_hour)

    def _tell(self, sentence: str) -> None:
        from heeldiary.ui import prompts

        prompts.say(self.window, "Heel Diary", sentence)

    def _leave(self) -> None:
        if self._one_window is not None:
            self._one_window.close()


def _do_without_openssl() -> None:
    """The network is never used; SQLAlchemy would load asyncio, and that OpenSSL, into memory.

    Both do without it where it is missing, as on a Python that was built so.
    """
    for module in ("ssl", "_hashlib"):
        sys.modules.setdefault(module, None)  # type: ignore[arg-type]


def run(diary: Path | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    os.umask(0o077)
    gc.disable()  # hundreds of modules are loaded now, and nothing of them is garbage
    _do_without_openssl()
    load_when_used("importlib.metadata")  # SQLAlchemy's list of other people's databases
    load_when_used("asyncio", iscoroutine=iscoroutine)  # all that SQLAlchemy asks of it here
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("heeldiary")
    app.setApplicationDisplayName("Heel Diary")
    app.setDesktopFileName("heeldiary")
    app.setStyle("Fusion")
    CrashGuard(FaultLog(paths.log_path())).stand()
    program = HeelDiary(diary)
    program.start()
    return app.exec()
