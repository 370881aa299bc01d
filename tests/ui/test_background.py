"""Work beside the window: results on the GUI thread, and no thread is ever left behind."""

import gc
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from heeldiary.domain.refusal import Refused
from heeldiary.ui import background
from heeldiary.ui.background import Job


class Listener(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.sentences: list[str] = []
        self.shares: list[float] = []
        self.was_on_gui_thread = True

    def done(self, result: object) -> None:
        self.results.append(result)
        self.was_on_gui_thread = current_thread() is main_thread()

    def failed(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def told(self, share: float) -> None:
        self.shares.append(share)

    def run(self, work: object) -> Job:
        assert callable(work)
        return background.run(work, self.done, self.failed, owner=self, told=self.told)


class Gate:
    """Work that waits until it is let through."""

    def __init__(self) -> None:
        self.began = Event()
        self.opened = Event()
        self.passed = Event()

    def work(self, job: Job) -> str:
        self.began.set()
        self.opened.wait(10)
        job.go_on()
        self.passed.set()
        return "through"


@pytest.fixture
def listener(qapp: QCoreApplication) -> Listener:
    return Listener()


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.opened.set()


def _all_ended() -> bool:
    return background.running() == 0


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, listener: Listener) -> None:
    def work(job: Job) -> bool:
        return current_thread() is main_thread()

    listener.run(work)
    qtbot.waitUntil(_all_ended)
    assert listener.results == [False]
    assert listener.was_on_gui_thread


def test_a_refusal_arrives_as_its_sentence(qtbot: QtBot, listener: Listener) -> None:
    def work(job: Job) -> None:
        raise Refused("The file is empty.")

    listener.run(work)
    qtbot.waitUntil(_all_ended)
    assert listener.sentences == ["The file is empty."]
    assert listener.results == []


def test_progress_is_told_in_order(qtbot: QtBot, listener: Listener) -> None:
    def work(job: Job) -> None:
        for quarter in range(5):
            job.tell(quarter / 4)

    listener.run(work)
    qtbot.waitUntil(_all_ended)
    assert listener.shares == [0, 0.25, 0.5, 0.75, 1]


def test_a_fault_of_the_program_is_not_swallowed(qtbot: QtBot, listener: Listener) -> None:
    def work(job: Job) -> None:
        raise KeyError("a fault")

    with capture_exceptions() as faults:
        listener.run(work)
        qtbot.waitUntil(_all_ended)
    assert [kind for kind, _, _ in faults] == [KeyError]
    assert listener.sentences == ["This could not be finished; nothing was changed."]


def test_cancelled_work_tells_nobody(qtbot: QtBot, listener: Listener, gate: Gate) -> None:
    job = listener.run(gate.work)
    gate.began.wait(10)
    job.cancel()
    gate.opened.set()
    qtbot.waitUntil(_all_ended)
    assert (listener.results, listener.sentences) == ([], [])
    assert not gate.passed.is_set()


def test_work_ends_quietly_when_its_owner_is_gone(
    qtbot: QtBot, listener: Listener, gate: Gate
) -> None:
    results = listener.results
    listener.run(gate.work)
    gate.began.wait(10)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete)
    gate.opened.set()
    qtbot.waitUntil(_all_ended)
    assert results == []


def test_work_whose_owner_is_gone_is_cancelled_when_it_tells_how_far_it_is(
    qtbot: QtBot, listener: Listener
) -> None:
    def work_until_cancelled(job: Job) -> None:
        while True:
            job.tell(0.5)

    listener.run(work_until_cancelled)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(_all_ended)


def test_no_garbage_is_collected_in_a_thread(qtbot: QtBot, listener: Listener) -> None:
    collected_in: list[bool] = []

    class Cycle:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            collected_in.append(current_thread() is main_thread())

    def make_much(job: Job) -> None:
        Cycle()
        kept: list[list[int]] = [[] for _ in range(200_000)]  # enough to set a collection off
        assert len(kept) == 200_000

    listener.run(make_much)
    qtbot.waitUntil(_all_ended)
    gc.collect()
    assert gc.isenabled()
    assert collected_in == [True]


def test_a_program_that_quits_waits_for_its_threads() -> None:
    program = """
        from threading import Event
        from PySide6.QtCore import QCoreApplication, QTimer
        from heeldiary.ui import background

        app = QCoreApplication([])
        began = Event()

        def work(job):
            began.set()
            while True:
                job.tell(0.5)

        def quit_when_begun(result=None):
            began.wait()
            app.quit()

        background.run(work, quit_when_begun, quit_when_begun, owner=app)
        QTimer.singleShot(0, quit_when_begun)
        app.exec()
        print("threads left:", background.running())
    """
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "threads left: 0\n", "")
