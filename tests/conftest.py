"""Fixtures for every test: real diaries in temporary places, one application, no stray dialogs."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from heeldiary.app import HeelDiary
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from tests.builders import NOON, a_clock
from tests.started import Start, Time

# A busy machine is slow; that says nothing about an example. CI's own profile stays underneath.
settings.register_profile(
    "heeldiary", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("heeldiary")

RESOURCES = Path(__file__).parent.parent / "resources"


@pytest.fixture(scope="session")
def empty_diary_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.heeldiary"
    Store.create(path, NOON).close()
    return path


@pytest.fixture
def diary_path(empty_diary_file: Path, tmp_path: Path) -> Path:
    """An empty diary file of this test's own."""
    path = tmp_path / "mine.heeldiary"
    shutil.copy(empty_diary_file, path)
    return path


@pytest.fixture
def store(diary_path: Path) -> Iterator[Store]:
    with Store.open(diary_path, NOON) as opened:
        yield opened


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Desk:
    return Desk(store, a_clock())


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The program's look, worn by the application."""
    qapp.setStyle("Fusion")
    look = Look(RESOURCES)
    look.dress()
    return look


@pytest.fixture
def in_english() -> Iterator[None]:
    """Days and figures as in the United States, wherever the test runs."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, empty."""
    home = tmp_path / "home"
    monkeypatch.setattr(paths, "diary_path", lambda: home / "data" / "diary.heeldiary")
    monkeypatch.setattr(paths, "settings_path", lambda: home / "config" / "settings.json")
    return home


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were asked; each is answered with yes."""
    questions: list[str] = []

    def agree(_parent: object, _title: str, question: str, _yes: str) -> bool:
        questions.append(question)
        return True

    monkeypatch.setattr(prompts, "ask", agree)
    return questions


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program said in dialogs."""
    sentences: list[str] = []
    monkeypatch.setattr(prompts, "say", lambda _parent, _title, text: sentences.append(text))
    return sentences


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: Path, said: list[str]) -> Iterator[Start]:
    """Starts the program; what was started is closed when the test ends."""
    qapp.setStyle("Fusion")
    started: list[HeelDiary] = []

    def begin(
        diary: Path | None = None, now: datetime = NOON, time: Time | None = None
    ) -> HeelDiary:
        program = HeelDiary(diary, time or Time(now))
        qtbot.addWidget(program.window)
        started.append(program)
        program.start()
        qtbot.waitUntil(
            lambda: bool(program.window.desk or program.message or not program.window.isVisible())
        )
        return program

    yield begin
    for program in started:
        program.window.close()


@pytest.fixture(autouse=True)
def _closed_widgets_are_gone() -> Iterator[None]:
    """Deleted widgets would else stay until an event loop runs, and be styled with every look."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _no_dialog_waits_for_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: QDialog) -> int:
        raise AssertionError(f"a dialog nobody answers: {self.windowTitle()}")

    monkeypatch.setattr(QDialog, "exec", refuse)
