"""The store: opens a diary, answers its questions, and writes changes whole or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import bindparam, create_engine, delete, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.refusal import Refused
from heeldiary.domain.writing import WRITTEN
from heeldiary.storage import files, journal, search
from heeldiary.storage.faults import refusal_for
from heeldiary.storage.journal import AppliedChange
from heeldiary.storage.lock import DiaryLock, lock_diary
from heeldiary.storage.mapping import Row, mapping_of
from heeldiary.storage.questions import StoredDiary
from heeldiary.storage.tables import removal

_REMEMBER_REMOVAL = insert(removal).prefix_with("OR REPLACE")
_FORGET_REMOVAL = delete(removal).where(
    removal.c.kind == bindparam("kind_back"), removal.c.record_id == bindparam("id_back")
)


class Store(StoredDiary):
    """One open diary file. Made by :meth:`open`, :meth:`create` or :meth:`read`; close it."""

    def __init__(
        self, path: Path, raw: dbapi2.Connection, lock: DiaryLock | None, written_by: str
    ) -> None:
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: raw,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        super().__init__(engine.connect(), path)
        self._raw = raw
        self._lock = lock
        self._written_by = written_by

    @classmethod
    def open(cls, path: Path, now: datetime, written_by: str = "here") -> Self:
        """Open a diary to write and hold its lock; bring it to the current schema if it is behind.

        ``written_by`` names this installation, for a later merge. Before its schema is changed a
        verified copy of the diary is kept beside it.
        """
        files.read_header(path)
        lock = lock_diary(path)
        try:
            if not os.access(path, os.W_OK):  # pragma: no cover - shown in a child process
                raise Refused(f"“{path.name}” may not be written, so it was not opened.")
            store = cls(path, files.connect(path, writable=True), lock, written_by)
        except BaseException:
            lock.release()
            raise
        with store._closed_on_failure():
            version = store._prove_usable()
            if version < files.SCHEMA_VERSION:
                files.copy_verified(path, _copy_before_migration(path, version, now))
                store._migrate()
        return store

    @classmethod
    def create(cls, path: Path, now: datetime, written_by: str = "here") -> Self:
        """Make a new, empty diary at a path where nothing is, and open it."""
        if path.exists():
            raise Refused(f"“{path.name}” exists already and was left as it is.")
        if not path.parent.is_dir():
            raise Refused(f"The folder “{path.parent}” does not exist, so no diary was made.")
        # The lock, because two windows may be started at once where there is no diary yet.
        with (
            lock_diary(path),
            files.made_whole(path) as partial,
            cls(partial, files.connect(partial, writable=True), None, written_by) as store,
        ):
            store._migrate()
        return cls.open(path, now, written_by)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a diary only to read it: takes no lock and changes nothing."""
        files.read_header(path)
        store = cls(path, files.connect(path, writable=False), None, "nobody")
        with store._closed_on_failure():
            if store._prove_usable() < files.SCHEMA_VERSION:
                raise Refused(
                    f"“{path.name}” was written by an older Heel Diary. Open it in the window "
                    "once: a copy is made first, then it is brought up to date."
                )
        return store

    def close(self) -> None:
        """Close the file and give the lock free; closing again does nothing."""
        with ExitStack() as stack:
            if self._lock is not None:
                stack.callback(self._lock.release)
            stack.callback(self._raw.close)
            stack.callback(self._connection.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def apply(self, change: Change, now: datetime) -> int:
        """Write a change and its journal in one transaction; gives the change's number.

        Refuses when a record is not what an edit's before says; then nothing is written.
        """
        records = {(edit.record.kind, edit.record.id) for edit in change.edits}
        if not records or len(records) != len(change.edits):
            raise ValueError("a change edits at least one record, and each at most once")
        stamp = {"updated_at": journal.microseconds(now), "written_by": self._written_by}
        with self._transaction():
            number = journal.write(self._connection, change, now)
            for kind in dict.fromkeys(edit.record.kind for edit in change.edits):
                edits = [edit for edit in change.edits if edit.record.kind == kind]
                self._write(kind, edits, stamp)
                if kind in WRITTEN:
                    search.write(self._connection, edits)
        return number

    def changes(self, source: Source) -> Sequence[AppliedChange]:
        """The changes of one source, newest first."""
        with self._asking():
            return journal.changes(self._connection, source)

    def history(self, count: int, before: int | None = None) -> Sequence[AppliedChange]:
        """At most so many changes, newest first; those before one number when it is given."""
        with self._asking():
            return journal.history(self._connection, count, before)

    def edits_of(self, number: int, count: int | None = None) -> tuple[Edit, ...]:
        """The edits of the change with this number, or its first; none when it is not there."""
        with self._asking():
            return journal.edits_of(self._connection, number, count)

    def _write(self, kind: str, edits: Sequence[Edit], stamp: Row) -> None:
        mapping = mapping_of(kind)
        assert mapping is not None
        added, changed, removed, forgotten = [], [], [], []
        remembered = []
        for edit in edits:
            if edit.after is None:
                removed.append(mapping.before_row(edit.record))
                remembered.append({"kind": kind, "record_id": edit.record.id, **stamp})
            elif edit.before is None:
                added.append(mapping.to_row(edit.after) | stamp)
                forgotten.append({"kind_back": kind, "id_back": edit.record.id})
            else:
                before, after = mapping.before_row(edit.before), mapping.to_row(edit.after)
                changed.append(before | after | stamp)
        self._execute(mapping.removing, removed, must_match=True)
        self._execute(_REMEMBER_REMOVAL, remembered)
        self._execute(mapping.changing, changed, must_match=True)
        self._execute(mapping.adding, added)
        self._execute(_FORGET_REMOVAL, forgotten)

    def _execute(self, statement: Any, rows: list[Row], *, must_match: bool = False) -> None:
        if not rows:
            return
        matched = self._connection.execute(statement, rows).rowcount
        if must_match and matched != len(rows):
            raise _out_of_date()

    def _migrate(self) -> None:
        from heeldiary.storage.migrate import migrate

        with self._transaction():
            migrate(self._connection)

    def _prove_usable(self) -> int:
        """Read the table of contents, so that a damaged file is refused at the door.

        Gives the schema's version as it is now: the first bytes of the file may still tell of a
        transaction that a killed process did not finish.
        """
        with self._asking():
            self._connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
            return int(self._connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Everything inside is written together, or nothing is."""
        self._connection.rollback()  # ends what reading has begun; nothing is ever pending here
        try:
            self._raw.execute("BEGIN IMMEDIATE")
            with self._connection.begin():
                yield
        except (DBAPIError, dbapi2.Error) as error:
            if self._raw.in_transaction:  # a reference that fails at the end leaves it open
                self._raw.rollback()
            if "UNIQUE constraint" in str(error):
                raise _out_of_date() from None
            raise refusal_for(error, self.path) from None
        except (UnicodeEncodeError, OverflowError):
            raise Refused(
                "Something in this change cannot be kept in a diary, so nothing was written."
            ) from None


def _out_of_date() -> Refused:
    return Refused(
        "The diary has changed since this was begun, so nothing was written. Please try once more."
    )


def _copy_before_migration(path: Path, version: int, now: datetime) -> Path:
    moment = now.strftime("%Y%m%d-%H%M%S")
    return path.with_name(f"{path.stem}-before-update-{version}-{moment}{path.suffix}")
