"""One writer at a time: whoever may write a diary holds the lock beside it."""

from pathlib import Path

from filelock import FileLock, Timeout

from heeldiary.domain.refusal import Refused


class DiaryInUse(Refused):
    """Another window or command may be writing this diary."""


def lock_diary(path: Path) -> FileLock:
    """Take the lock of the diary at this path, or refuse at once.

    The operating system gives the lock free when its holder ends, however it ends.
    """
    path = path.resolve()  # the same lock whatever link leads to the diary
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise DiaryInUse(
            f"“{path.name}” is open in another window of Heel Diary. Nothing was changed."
        ) from None
    except OSError:
        raise Refused(
            f"The folder of “{path.name}” cannot be written, so the diary cannot be kept there. "
            "Nothing was changed."
        ) from None
    return lock
