"""Run in a process of its own: opens a bare window or the program, and prints what it took.

Prints the clock at the first paint, the clock when the check-in takes input, and the peak memory in
kilobytes. The clock is the system's, so that the parent can subtract its own.
"""

import sys
from pathlib import Path
from time import monotonic

_MARKS: dict[str, float] = {}


def bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            _MARKS.setdefault("painted", monotonic())

    app = QApplication([])
    window = Bare()
    window.resize(1280, 820)
    window.show()
    QTimer.singleShot(100, app.quit)
    app.exec()


def program() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from heeldiary import app as heel_diary
    from heeldiary import cli
    from heeldiary.ui import main_window

    class Timed(main_window.MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            _MARKS.setdefault("painted", monotonic())

        def open_room(self, name: str) -> None:
            super().open_room(name)
            QApplication.processEvents()  # the check-in is on the screen, too
            if QApplication.focusWidget() is None:
                raise SystemExit("the check-in does not have the keyboard")
            _MARKS.setdefault("takes input", monotonic())
            QTimer.singleShot(100, self.close)

    vars(heel_diary)["MainWindow"] = Timed
    sys.argv = ["heeldiary-window"]
    try:
        cli.window()
    except SystemExit as leaving:
        if leaving.code:
            raise


def peak_memory() -> int:
    # Not ru_maxrss: that begins with what the parent had.
    status = Path("/proc/self/status").read_text("ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


if __name__ == "__main__":
    if sys.argv[1:] == ["program"]:
        program()
    else:
        bare()
    painted = _MARKS["painted"]
    print(painted, _MARKS.get("takes input", painted), peak_memory())
