"""Drawing without a window: Qt runs off screen, and keeps its remarks to itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication


@contextmanager
def drawing() -> Iterator[QApplication]:
    """An application that shows nothing, whatever desktop there is."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        yield running
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    earlier = qInstallMessageHandler(_keep_silent)
    try:
        application = QApplication(["heeldiary"])
        application.setStyle("Fusion")
        yield application
    finally:
        qInstallMessageHandler(earlier)


def _keep_silent(kind: QtMsgType, where: QMessageLogContext, said: str) -> None:
    """Nobody can act on these; what fails is told by an exception."""
