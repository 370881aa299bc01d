"""One writer at a time: whoever may write a diary holds the lock beside it."""

import os
import sys
from pathlib import Path
from typing import Self

from heeldiary.domain.refusal import Refused


class DiaryInUse(Refused):
    """Another window or command may be writing this diary."""


class DiaryLock:
    """A held lock. The operating system frees it when its holder ends, however it ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock free; once more does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def lock_diary(path: Path) -> DiaryLock:
    """Take the lock of the diary at this path, or refuse at once.

    The file of the lock stays: to remove it would let two hold locks of two files of one name.
    """
    path = path.resolve()  # the same lock whatever link leads to the diary
    beside = path.with_name(f".{path.name}.lock")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError:
        raise Refused(
            f"The folder of “{path.name}” cannot be written, so the diary cannot be kept there. "
            "Nothing was changed."
        ) from None
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise DiaryInUse(
            f"“{path.name}” is open in another window of Heel Diary. Nothing was changed."
        ) from None
    return DiaryLock(descriptor)


if sys.platform == "win32":  # pragma: no cover - the other system's way

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
