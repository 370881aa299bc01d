"""Fixtures for journeys through the whole window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit
from heeldiary.host import paths
from heeldiary.storage.store import Store
from tests.builders import NOON
from tests.journeys.person import Person
from tests.reports.sheets import a_season
from tests.started import Start


@pytest.fixture
def person(start: Start, qtbot: QtBot) -> Person:
    """Somebody who has started the program for the first time."""
    return Person(start(), qtbot)


@pytest.fixture
def patient(start: Start, qtbot: QtBot, home: Path) -> Person:
    """Somebody with a diary of ninety days."""
    paths.diary_path().parent.mkdir(parents=True)
    edits = tuple(Edit(None, reading) for reading in a_season().readings())
    with Store.create(paths.diary_path(), NOON) as store:
        store.apply(Change(label="A season", edits=edits), NOON)
    return Person(start(), qtbot)
