"""One answer, key to commit, against the same rows written with plain sqlite3."""

import json
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bench.measure import Ratio
from heeldiary.domain.days import Clock, number_of
from heeldiary.domain.edits import Change
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from heeldiary.ui.pages.today import TodayPage
from heeldiary.ui.theme import Look

_ANSWERS = 200
_DAY = SAMPLE_LAST_DAY + timedelta(days=1)
_NOW = datetime(_DAY.year, _DAY.month, _DAY.day, 12, tzinfo=UTC)
_KEYS = (Qt.Key.Key_3, Qt.Key.Key_5)


class _TimedStore(Store):
    """Notes the moment at which a change is on disk."""

    committed = 0.0

    def apply(self, change: Change, now: datetime) -> int:
        number = super().apply(change, now)
        self.committed = perf_counter()
        return number


def answer(diary: Path, folder: Path) -> list[Ratio]:
    ours, plain = folder / "ours.heeldiary", folder / "plain.heeldiary"
    shutil.copy(diary, ours)
    shutil.copy(diary, plain)
    connection = _plain_connection(plain)
    with _TimedStore.open(ours, _NOW) as store:
        page = TodayPage(Desk(store, Clock(now=lambda: _NOW)), Look(paths.resources()))
        page.show()
        row = page.sheet.row("low_back")
        assert row is not None
        figures = []
        for turn in range(_ANSWERS):
            bare = _write_plainly(connection, turn)
            begun = perf_counter()
            QTest.keyClick(row.field, _KEYS[turn % 2])
            figures.append((bare, (store.committed - begun) * 1e3))
        page.close()
    connection.close()
    bare, key = (median(values) for values in zip(*figures, strict=True))
    return [Ratio(what="one answer, key to commit", bare=bare, ours=key, limit=2)]


def _plain_connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in (
        "journal_mode=DELETE",
        "synchronous=EXTRA",
        "fullfsync=ON",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _write_plainly(connection: sqlite3.Connection, turn: int) -> float:
    """The change, its journal row and the reading, in one transaction; gives milliseconds."""
    value, seconds = (3, 5)[turn % 2], int(_NOW.timestamp())
    after = json.dumps({"day": str(_DAY), "factor": "low_back", "value": value})
    begun = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    written = connection.execute(
        "INSERT INTO change (at, utc_offset, label, source) VALUES (?, 0, ?, 'owner')",
        (seconds * 1_000_000, f"Low back: {value}, {_DAY}"),
    )
    connection.execute(
        "INSERT INTO journal (change_id, kind, record_id, after) VALUES (?, 'reading', ?, ?)",
        (written.lastrowid, f"low_back/{_DAY}", after),
    )
    connection.execute(
        "INSERT OR REPLACE INTO reading (factor, day, value, skipped, recorded_at, utc_offset, "
        "origin, updated_at, written_by) VALUES ('low_back', ?, ?, 0, ?, 0, 'that_day', ?, 'b')",
        (number_of(_DAY), value, seconds, seconds * 1_000_000),
    )
    connection.execute("COMMIT")
    return (perf_counter() - begun) * 1e3
