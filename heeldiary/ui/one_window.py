"""Starting the program again brings the window that is open to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500
"""Milliseconds that a window has to answer the knock."""


class OneWindow(QObject):
    """Listens at a local name made from the diary's path; nothing of it leaves this computer."""

    knocked = Signal()

    def __init__(self, diary: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(diary)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)

    def listen(self) -> None:
        """Be found from now on. A name left by a killed window is taken over."""
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    def _hear(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.disconnectFromServer()
        self.knocked.emit()


def knock(diary: Path) -> bool:
    """Ask the window that has this diary open to come forward; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(diary))
    is_answered = socket.waitForConnected(_PATIENCE)
    socket.abort()
    return is_answered


def _name(diary: Path) -> str:
    path = str(diary.resolve())
    return f"heeldiary-{hashlib.sha256(path.encode()).hexdigest()[:24]}"
