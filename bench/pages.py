"""Opening each room with 40 years of diary against the same with 1 year, once all is imported."""

from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.measure import Ratio, in_turns
from heeldiary.domain.days import Clock
from heeldiary.exchange.sample import SAMPLE_LAST_DAY
from heeldiary.host import paths
from heeldiary.storage.store import Store

if TYPE_CHECKING:  # loaded when there is an application
    from heeldiary.ui.actions import Room
    from heeldiary.ui.desk import Desk
    from heeldiary.ui.theme import Look

_ROUNDS = 9
_LIMIT = 1.3
_WITHOUT_DATA = frozenset({"guide", "settings"})
_NOW = datetime(SAMPLE_LAST_DAY.year, SAMPLE_LAST_DAY.month, SAMPLE_LAST_DAY.day, 18, tzinfo=UTC)


def pages(young: Path, old: Path) -> list[Ratio]:
    """Every room that shows the diary; the diary itself is open already."""
    from heeldiary.ui.actions import ROOMS
    from heeldiary.ui.desk import Desk
    from heeldiary.ui.theme import Look

    look = Look(paths.resources())
    look.dress()
    with Store.open(young, _NOW) as of_a_year, Store.open(old, _NOW) as of_a_life:
        clock = Clock(now=lambda: _NOW)
        desks = Desk(of_a_year, clock), Desk(of_a_life, clock)
        rooms = [room for room in ROOMS if room.name not in _WITHOUT_DATA]
        return [_measured(room, *desks, look) for room in rooms]


def _measured(room: "Room", of_a_year: "Desk", of_a_life: "Desk", look: "Look") -> Ratio:
    bare, ours = in_turns(
        lambda: _open(room, of_a_year, look), lambda: _open(room, of_a_life, look), _ROUNDS
    )
    return Ratio(what=f"{room.title}, 40 years to 1", bare=bare, ours=ours, limit=_LIMIT)


def _open(room: "Room", desk: "Desk", look: "Look") -> float:
    """Milliseconds from making the page to its last pixel."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    page_type = getattr(import_module(room.module), room.page)
    begun = perf_counter()
    page = page_type(desk, look)
    page.resize(1080, 820)
    page.show()
    QApplication.processEvents()
    took = (perf_counter() - begun) * 1_000
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took
