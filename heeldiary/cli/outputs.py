"""Files that a command writes: whole or not at all, for the owner alone, never over a diary."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heeldiary.domain.refusal import Refused

_SQLITE = b"SQLite format 3\0"
_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the file would be too large",
    errno.EROFS: "the place is read-only",
    errno.EACCES: "the place may not be written to",
    errno.EPERM: "the place may not be written to",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
}


def checked_target(path: Path) -> Path:
    """Where the file will really stand; refuses folders, devices and diaries.

    A file that was made before is made anew.
    """
    try:
        target = path.resolve()
        if target.exists():
            _check_replaceable(target)
    except OSError as error:
        raise _unwritten(path, error) from None
    return target


@contextmanager
def made_anew(path: Path) -> Iterator[Path]:
    """A temporary path beside the target, which takes its place only when all went well."""
    target = checked_target(path)
    partial = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        partial.chmod(0o600)
        _put_on_disk(partial)
        partial.replace(target)
    except OSError as error:
        raise _unwritten(path, error) from None
    finally:
        partial.unlink(missing_ok=True)


def _check_replaceable(target: Path) -> None:
    if target.is_dir():
        raise Refused(f"“{target}” is a folder; nothing was written.")
    if not target.is_file():
        raise Refused(f"“{target}” is not an ordinary file; nothing was written.")
    with target.open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            raise Refused(f"“{target.name}” is a diary or another database; it was kept.")


def _put_on_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritten(path: Path, error: OSError) -> Refused:
    why = _WHY.get(error.errno or 0, error.strerror or "it cannot be written")
    return Refused(f"“{path}” was not written: {why}; what stood there was kept.")
