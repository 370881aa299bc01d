"""Bytes from and to disk: refused in a sentence when they cannot be had, never half written."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from heeldiary.domain.refusal import Refused

HEAD = 65_536
"""How much of a file is looked at to recognise it."""

_WHY_NOT_WRITTEN = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "the place is read-only",
    errno.EACCES: "the place may not be written to",
    errno.EPERM: "the place may not be written to",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "it is a folder",
}


def read_bytes(path: Path, largest: int) -> bytes:
    """The whole file, unless it is larger than that many bytes."""
    try:
        size = path.stat().st_size
        if size > largest:
            raise Refused(
                f"{path.name} has {size / 1e6:,.0f} MB; at most {largest / 1e6:,.0f} MB of "
                "this kind can be read. Nothing was imported."
            )
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None


def read_head(path: Path) -> bytes:
    """The first bytes of the file."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> Refused:
    """Why a file cannot be read, in a sentence."""
    if isinstance(error, FileNotFoundError):
        return Refused(f"There is no file {path}; nothing was imported.")
    if isinstance(error, IsADirectoryError):
        return Refused(f"{path} is a folder, not a file; nothing was imported.")
    why = error.strerror or "it cannot be opened"
    return Refused(f"{path} cannot be read ({why}); nothing was imported.")


def write_text_file(path: Path, chunks: Iterable[str]) -> None:
    """Write the text as UTF-8, as :func:`write_file` does."""
    write_file(path, (chunk.encode("utf-8") for chunk in chunks))


def write_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write the bytes whole or not at all; what stood there before stays until then."""
    temporary: Path | None = None
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=".", delete=False) as file:
            temporary = Path(file.name)
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def _unwritten(path: Path, error: OSError) -> Refused:
    why = _WHY_NOT_WRITTEN.get(error.errno or 0, error.strerror or "it cannot be written")
    return Refused(f"{path} was not written: {why}. Nothing was left half done.")
