"""One writer at a time: whoever may write a diary holds the lock beside it."""

import os
import sys
from pathlib import Path
from typing import Self

from heeldiary.domain.refusal import Refused

_LOCKED_BYTE = 1 << 20
"""Beyond the words of the file, which others may read and write while the lock is held."""


class DiaryInUse(Refused):
    """Another window or command may be writing this diary."""


class DiaryLock:
    """A held lock. The operating system frees it when its holder ends, however it ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
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


def lock_file(path: Path) -> Path:
    """The file whose lock stands for the diary at this path, whatever link leads there."""
    path = path.resolve()
    return path.with_name(f".{path.name}.lock")


def lock_diary(path: Path) -> DiaryLock:
    """Take the lock of the diary at this path, or refuse at once.

    The file of the lock stays: to remove it would let two hold locks of two files of one name.
    """
    beside = lock_file(path)
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
    os.ftruncate(descriptor, 0)
    return DiaryLock(beside, descriptor)


if sys.platform == "win32":  # pragma: no cover - the other system's way

    def _lock(descriptor: int) -> None:
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
