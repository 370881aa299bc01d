"""The store: opens a diary, answers its questions, and writes changes whole or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from filelock import BaseFileLock
from sqlalchemy import bindparam, create_engine, delete, insert
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.refusal import Refused
from heeldiary.storage import files, journal
from heeldiary.storage.faults import refusal_for
from heeldiary.storage.journal import AppliedChange
from heeldiary.storage.lock import lock_diary
from heeldiary.storage.mapping import MAPPINGS, Row
from heeldiary.storage.questions import StoredDiary
from heeldiary.storage.tables import removal

_REMEMBER_REMOVAL = insert(removal).prefix_with("OR REPLACE")
_FORGET_REMOVAL = delete(removal).where(
    removal.c.kind == bindparam("kind_back"), removal.c.record_id == bindparam("id_back")
)


class Store(StoredDiary):
    """One open diary file. Made by :meth:`open`, :meth:`create` or :meth:`read`; close it."""

    def __init__(
        self, path: Path, raw: dbapi2.Connection, lock: BaseFileLock | None, written_by: str
    ) -> None:
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: raw,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        super().__init__(engine.connect())
        self.path = path
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
            header = files.read_header(path)
            behind = header.schema_version < files.SCHEMA_VERSION
            if behind:
                files.copy_verified(path, _copy_before_migration(path, header, now))
            store = cls(path, files.connect(path, writable=True), lock, written_by)
        except BaseException:
            lock.release()
            raise
        with store._closed_on_failure():
            store._prove_usable()
            if behind:
                store._migrate()
        return store

    @classmethod
    def create(cls, path: Path, now: datetime, written_by: str = "here") -> Self:
        """Make a new, empty diary at a path where nothing is, and open it."""
        if path.exists():
            raise Refused(f"“{path.name}” exists already and was left as it is.")
        if not path.parent.is_dir():
            raise Refused(f"The folder “{path.parent}” does not exist, so no diary was made.")
        with (
            files.made_whole(path) as partial,
            cls(partial, files.connect(partial, writable=True), None, written_by) as store,
        ):
            store._migrate()
        return cls.open(path, now, written_by)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a diary only to read it: takes no lock and changes nothing."""
        header = files.read_header(path)
        if header.schema_version < files.SCHEMA_VERSION:
            raise Refused(
                f"“{path.name}” was written by an older Heel Diary. Open it in the window once: "
                "a copy is made first, then it is brought up to date."
            )
        store = cls(path, files.connect(path, writable=False), None, "nobody")
        with store._closed_on_failure():
            store._prove_usable()
        return store

    def close(self) -> None:
        self._connection.close()
        self._raw.close()
        if self._lock is not None:
            self._lock.release()

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
            for kind in MAPPINGS:
                self._write(kind, [e for e in change.edits if e.record.kind == kind], stamp)
        return number

    def changes(self, source: Source) -> Sequence[AppliedChange]:
        """The changes of one source, newest first."""
        return journal.changes(self._connection, source)

    def edits_of(self, number: int) -> tuple[Edit, ...]:
        """The edits of the change with this number; none when there is no such change."""
        return journal.edits_of(self._connection, number)

    def _write(self, kind: str, edits: Sequence[Edit], stamp: Row) -> None:
        mapping = MAPPINGS[kind]
        added, changed, removed, forgotten = [], [], [], []
        remembered = []
        for before, after in ((edit.before, edit.after) for edit in edits):
            if after is None and before is not None:
                removed.append(mapping.before_row(before))
                remembered.append({"kind": kind, "record_id": before.id, **stamp})
            elif after is not None and before is None:
                added.append(mapping.to_row(after) | stamp)
                forgotten.append({"kind_back": kind, "id_back": after.id})
            elif after is not None and before is not None:
                changed.append(mapping.before_row(before) | mapping.to_row(after) | stamp)
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

    def _prove_usable(self) -> None:
        """Read the table of contents, so that a damaged file is refused at the door."""
        try:
            self._raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.Error as error:
            raise refusal_for(error, self.path) from error

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
        except IntegrityError:
            raise _out_of_date() from None
        except (DBAPIError, dbapi2.Error) as error:
            raise refusal_for(error, self.path) from None


def _out_of_date() -> Refused:
    return Refused(
        "The diary has changed since this was begun, so nothing was written. Please try once more."
    )


def _copy_before_migration(path: Path, header: files.Header, now: datetime) -> Path:
    moment = now.strftime("%Y%m%d-%H%M%S")
    return path.with_name(
        f"{path.stem}-before-update-{header.schema_version}-{moment}{path.suffix}"
    )
