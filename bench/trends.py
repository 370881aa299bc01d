"""Twelve series over the whole diary, query to painted, against plain sqlite3 and pyqtgraph."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from bench.measure import Ratio, in_turns, milliseconds
from heeldiary.domain.days import Clock
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from heeldiary.host import paths
from heeldiary.storage.store import Store

SERIES = (
    "first_step_left",
    "first_step_right",
    "night_pain",
    "stiffness_minutes",
    "stiffness_severity",
    "achilles_insertion_left",
    "achilles_insertion_right",
    "under_heel_left",
    "low_back",
    "fatigue",
    "high_impact_minutes",
    "weight",
)
_ROUNDS = 9
_NOW = datetime(SAMPLE_LAST_DAY.year, SAMPLE_LAST_DAY.month, SAMPLE_LAST_DAY.day, 18, tzinfo=UTC)
_ROWS = "SELECT day, value FROM reading WHERE factor = ? AND skipped = 0 ORDER BY day"


def trends(diary: Path) -> list[Ratio]:
    """Both draw into a shown window of the same size that is already open."""
    import numpy as np
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication

    from heeldiary.ui.desk import Desk
    from heeldiary.ui.pages.trends import TrendsPage
    from heeldiary.ui.theme import Look

    plain = pg.PlotWidget()
    plain.resize(1100, 760)
    plain.show()
    connection = sqlite3.connect(diary)

    def bare() -> None:
        plain.clear()
        for factor in SERIES:
            rows = np.array(connection.execute(_ROWS, (factor,)).fetchall())
            plain.plot(rows[:, 0], rows[:, 1])
        QApplication.processEvents()

    with Store.open(diary, _NOW) as store:
        look = Look(paths.resources())
        look.dress()
        page = TrendsPage(Desk(store, Clock(now=lambda: _NOW)), look)
        page.resize(1100, 760)
        page.show()
        page.show_last(0)
        wanted = "own:" + ",".join(SERIES)

        def ours() -> None:
            page.choose_set(wanted)
            QApplication.processEvents()

        figures = in_turns(lambda: milliseconds(bare), lambda: milliseconds(ours), _ROUNDS)
        page.close()
    plain.close()
    connection.close()
    return [Ratio(what="Trends, 12 series", bare=figures[0], ours=figures[1], limit=1.5)]
