"""Starting the program again brings the window that is open to the front.

No socket: the window writes into the lock file of its diary that it is a window, and watches it;
who is started again and finds the diary locked by a window adds a line there, and ends.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

_WINDOW = "a window\n"
_KNOCK = "knock\n"


class OneWindow(QObject):
    """Listens for the program being started again with the same diary."""

    knocked = Signal()

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        lock_file.write_text(_WINDOW, "utf-8")
        self._watcher = QFileSystemWatcher([str(lock_file)], self)
        self._watcher.fileChanged.connect(self.knocked)

    def close(self) -> None:
        """Hear nothing more."""
        self._watcher.removePaths(self._watcher.files())


def knock(lock_file: Path) -> bool:
    """Ask the window that has the diary open to come forward; False when it is no window."""
    try:
        if not lock_file.read_text("utf-8").startswith(_WINDOW):
            return False
        with lock_file.open("a", encoding="utf-8") as file:
            file.write(_KNOCK)
    except OSError:
        return False
    return True
