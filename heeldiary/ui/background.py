"""Pure work that takes longer than a blink: a thread computes, the GUI thread writes.

A thread here is Python's own and is never taken down with an object of Qt: whoever lets go of a
job cancels it and the thread ends by itself. When the application quits, each thread is waited for.

While a thread computes, Python does not look for cycles of garbage: it would do so in that thread,
and take down widgets and database connections there, which may end in the GUI thread only.
"""

import gc
from collections.abc import Callable
from functools import cache
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from heeldiary.domain.refusal import Refused

_T = TypeVar("_T")

_jobs: set["Job"] = set()


class Cancelled(Exception):
    """Nobody waits for the work any more. It ends the work and is told to nobody."""


class Job(QObject):
    """One piece of work in a thread of its own."""

    _told = Signal(float)
    _ended = Signal()

    def __init__(
        self,
        work: Callable[["Job"], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        told: Callable[[float], None] | None,
        owner: QObject,
    ) -> None:
        super().__init__()
        self._owner = owner
        self._work, self._done, self._failed, self._heard = work, done, failed, told
        self._result: Any = None
        self._error: Exception | None = None
        self._is_cancelled = Event()
        self._thread = Thread(target=self._compute, name="background")
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        _jobs.add(self)
        gc.disable()
        self._thread.start()

    def tell(self, share: float) -> None:
        """Called by the work now and then with the part done, 0 to 1."""
        self.go_on()
        self._told.emit(share)

    def go_on(self) -> None:
        """Called by the work now and then: ends it when nobody waits for it any more."""
        if self._is_cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Let go of the work: neither its result nor its failure is told."""
        self._is_cancelled.set()

    def finish(self) -> None:
        """Let go of the work and wait until its thread has ended."""
        self.cancel()
        self._thread.join()
        _jobs.discard(self)
        if not _jobs:
            gc.enable()

    def _compute(self) -> None:
        try:
            self._result = self._work(self)
        except Cancelled:
            self._is_cancelled.set()
        except Exception as error:  # noqa: BLE001 it is raised again on the GUI thread
            self._error = error
        self._ended.emit()

    def _pass_on(self, share: float) -> None:
        if not self._is_wanted:
            self.cancel()
        elif self._heard is not None:
            self._heard(share)

    @property
    def _is_wanted(self) -> bool:
        return not self._is_cancelled.is_set() and isValid(self._owner)

    def _deliver(self) -> None:
        is_wanted = self._is_wanted
        self.finish()
        if not is_wanted:
            return
        if self._error is None:
            self._done(self._result)
        elif isinstance(self._error, Refused):
            self._failed(str(self._error))
        else:
            self._failed(self.tr("This could not be finished; nothing was changed."))
            raise self._error


def run(
    work: Callable[[Job], _T],
    done: Callable[[_T], None],
    failed: Callable[[str], None],
    *,
    owner: QObject,
    told: Callable[[float], None] | None = None,
) -> Job:
    """Compute in a thread, then call ``done`` with the result, or ``failed`` with the sentence.

    Both are called on the GUI thread, and neither once the owner is gone or the job is cancelled.
    The work must not touch the diary nor any widget.
    """
    job = Job(work, done, failed, told, owner)
    _wait_at_the_end()
    job.start()
    return job


def running() -> int:
    """How many threads have not been waited for yet."""
    return len(_jobs)


def _finish_all() -> None:
    for job in tuple(_jobs):
        job.finish()


@cache
def _wait_at_the_end() -> None:
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.connect(_finish_all)
