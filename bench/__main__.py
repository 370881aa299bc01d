"""``make bench``: measures every ratio on a sample diary of 40 years and prints the table."""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Ratio

YEARS = 40
_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="heeldiary-bench-") as name:
        folder = Path(name)
        print(f"Making sample diaries of 1 and {YEARS} years ...", flush=True)
        young, old = _sample(folder, 1), _sample(folder, YEARS)
        rows = list(_measured(young, old, folder))
    print(_table(rows))
    return 0 if all(row.holds for row in rows) else 1


def _measured(young: Path, old: Path, folder: Path) -> Iterator[Ratio]:
    from PySide6.QtWidgets import QApplication

    from bench.answer import answer
    from bench.apple import apple
    from bench.pages import pages
    from bench.start import start
    from bench.summary import summary
    from bench.trends import trends

    yield from start(old)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    yield from answer(old, folder)
    yield from trends(old)
    yield from pages(young, old)
    yield from summary(young, old)
    yield from apple(folder)


def _sample(folder: Path, years: int) -> Path:
    from heeldiary.domain.edits import Change, Edit
    from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records
    from heeldiary.storage.store import Store

    path = folder / f"{years}-years.heeldiary"
    records = sample_records(years=years, seed=1, last_day=SAMPLE_LAST_DAY)
    change = Change(label="Sample", edits=tuple(Edit(None, record) for record in records))
    with Store.create(path, _NOW) as store:
        store.apply(change, _NOW)
    return path


def _table(rows: list[Ratio]) -> str:
    lines = [
        "| what | bare | Heel Diary | ratio | at most | |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for row in rows:
        verdict = "ok" if row.holds else "TOO SLOW"
        lines.append(
            f"| {row.what} | {row.bare:.1f} {row.unit} | {row.ours:.1f} {row.unit} "
            f"| {row.ratio:.2f} | {row.limit:g} | {verdict} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
