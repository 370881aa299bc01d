"""Fixtures for tests of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture
def in_english() -> Iterator[None]:
    """Days and figures as in the United States, wherever the test runs."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)
