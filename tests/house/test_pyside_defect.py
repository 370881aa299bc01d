"""PySide6 6.12.0 takes references away from None and True on Python 3.11 until it aborts.

From 3.12 on these objects are immortal and cannot be hurt; see docs/decisions/0002.
"""

import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_TIMES = 60
_CHANCE = 20  # references that come and go with the interpreter itself


class _Bell(QObject):
    rung = Signal(object)


class _Canvas(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def _lost(precious: object, act: Callable[[], object]) -> int:
    """How many references to the object are gone after doing it many times."""
    act()
    before = sys.getrefcount(precious)
    for _ in range(_TIMES):
        act()
    return before - sys.getrefcount(precious)


@pytest.mark.parametrize("precious", [None, True])
def test_emitting_a_signal_takes_no_reference_away(qapp: object, precious: object) -> None:
    bell = _Bell()

    assert _lost(precious, lambda: bell.rung.emit(precious)) < _CHANCE


@pytest.mark.parametrize("precious", [None, True])
def test_painting_takes_no_reference_away(qtbot: QtBot, precious: object) -> None:
    canvas = _Canvas()
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    painted_before = canvas.painted

    assert _lost(precious, canvas.repaint) < _CHANCE
    assert canvas.painted > painted_before + _TIMES


def test_the_installed_qt_is_the_one_without_the_defect() -> None:
    assert version("PySide6-Essentials").startswith("6.11.")
