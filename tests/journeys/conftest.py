"""Fixtures for journeys through the whole window."""

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.person import Person
from tests.started import Start


@pytest.fixture
def person(start: Start, qtbot: QtBot) -> Person:
    """Somebody who has started the program for the first time."""
    return Person(start(), qtbot)
