"""Opens the window of the program on a diary, closes it, and prints what has been loaded.

Run by the tests in a process of its own, from wherever the program is installed.
"""

import json
import linecache
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from heeldiary import app as program

_PATIENCE_MS = 20_000


def main() -> None:
    application = QApplication(["heeldiary"])
    running = program.HeelDiary(Path(sys.argv[1]))
    running.start()
    patience = QDeadlineTimer(_PATIENCE_MS)
    while running.window.desk is None and not patience.hasExpired():
        application.processEvents()
    application.processEvents()
    seen = {
        "visible": running.window.isVisible(),
        "opened": running.window.desk is not None,
        "program": str(program.__file__),
        "loaded": sorted(sys.modules),
        "sources": [name for name in linecache.cache if Path(name).is_file()],
    }
    running.window.close()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main()
