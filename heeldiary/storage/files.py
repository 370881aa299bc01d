"""Diary files: what one is, opening a connection to it, making one, copying one, checking one."""

import os
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from heeldiary.domain.refusal import Refused
from heeldiary.storage.faults import refusal_for

APPLICATION_ID = 0x4865656C  # "Heel"
SCHEMA_VERSION = 2
SUFFIX = ".heeldiary"

_MAGIC = b"SQLite format 3\x00"
_SETTINGS = (
    # A rollback journal keeps the diary one file and is safe to copy when it is closed.
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a diary file say."""

    application_id: int
    schema_version: int


def read_header(path: Path) -> Header:
    """The header of the diary at this path; refuses what is not one, or is a newer one.

    Not to be called while this process is in a transaction on the file: on POSIX systems closing
    a file gives free all locks that the process has on it, SQLite's too.
    """
    start = _first_bytes(path)
    if not start:
        raise Refused(f"“{path.name}” is empty, so it is not a diary. It was left as it is.")
    if len(start) < 100 or not start.startswith(_MAGIC):
        raise Refused(
            f"“{path.name}” is not a Heel Diary file, or it is damaged. It was left as it is."
        )
    version, application_id = struct.unpack(">I4xI", start[60:72])
    if application_id != APPLICATION_ID:
        raise Refused(f"“{path.name}” belongs to another program. It was left as it is.")
    if version > SCHEMA_VERSION:
        raise Refused(
            f"“{path.name}” was written by a newer Heel Diary (format {version}; this program "
            f"knows {SCHEMA_VERSION}). Please update Heel Diary; the diary was left as it is."
        )
    return Header(application_id, version)


def _first_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise Refused(f"“{path}” is not a file, so it is not a diary.")
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise Refused(f"There is no diary at “{path}”.") from None
    except IsADirectoryError:
        raise Refused(f"“{path}” is a folder, not a diary.") from None
    except OSError:
        raise Refused(f"“{path}” cannot be read; perhaps its owner does not allow it.") from None


def connect(path: Path, *, writable: bool) -> dbapi2.Connection:
    """A connection with the diary's settings; transactions are begun by hand.

    A reader opens the file as a writer would where it may, because an unfinished transaction of a
    killed process must be rolled back first, and promises not to write.
    """
    may_write = writable or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    uri = f"{path.resolve().as_uri()}?mode={'rw' if may_write else 'ro'}"
    try:
        connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=5)
    except dbapi2.Error as error:
        raise refusal_for(error, path) from None
    try:
        for setting in _SETTINGS if may_write else _SETTINGS[3:]:
            connection.execute(setting)
        if not writable:
            connection.execute("PRAGMA query_only=ON")
    except dbapi2.Error as error:
        connection.close()
        raise refusal_for(error, path) from None
    return connection


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """A temporary path beside the target that takes its name only when all went well."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        sync(partial)
        if path.exists():
            raise Refused(f"“{path.name}” exists already and was left as it is.")
        partial.rename(path)
        sync(path.parent)
    except OSError:
        raise Refused(
            f"“{path}” cannot be written; the disk may be full or the folder read-only."
        ) from None
    finally:
        partial.unlink(missing_ok=True)
        partial.with_name(f"{partial.name}-journal").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the system put the file or the folder's list on disk (folders only where it can)."""
    is_folder = path.is_dir()
    # Not every system or network place syncs a folder; the file itself is on disk by then.
    with suppress(OSError) if is_folder else nullcontext():
        descriptor = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def copy_verified(path: Path, target: Path) -> None:
    """Copy a whole diary file and prove the copy: it is sound, as new as the first, as long.

    Refuses, and leaves no file, when the first is damaged or the copy is not the same.
    """
    read_header(path)
    with made_whole(target) as partial:
        try:
            with closing(connect(path, writable=False)) as source:
                if not _is_sound(source):
                    raise Refused(
                        f"“{path.name}” is damaged, so no copy was made. It was left as it is."
                    )
                # A read-only promise would also forbid the copy.
                source.execute("PRAGMA query_only=OFF")
                source.execute("VACUUM INTO ?", (str(partial),))
                wanted = _counts(source)
            with closing(connect(partial, writable=False)) as copy:
                same = _is_sound(copy) and _counts(copy) == wanted
        except dbapi2.Error as error:
            raise refusal_for(error, path) from None
        if not same:  # pragma: no cover - only a failing disk does this
            raise Refused(f"The copy of “{path.name}” is not whole, so nothing was changed.")


def findings(path: Path) -> list[str]:
    """What is wrong with the diary file, a sentence each; empty when it is sound."""
    try:
        read_header(path)  # SQLite would take an empty file for a sound one
        with closing(connect(path, writable=False)) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except Refused as refusal:
        return [str(refusal)]
    except dbapi2.Error as error:
        return [str(refusal_for(error, path))]
    damage = [line for line in said if line != "ok"]
    return damage + [f"A row of “{orphan[0]}” has lost what it belongs to." for orphan in orphans]


def _is_sound(connection: dbapi2.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check").fetchall() == [("ok",)])


def _counts(connection: dbapi2.Connection) -> dict[str, Any]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
    }
    counts["user_version"] = connection.execute("PRAGMA user_version").fetchone()[0]
    return counts
