"""Print which of Qt's parts cannot be loaded because the system lacks a library.

    python tools/missing_libraries.py [--verbose] offscreen [xcb] [wayland]

A part is loaded, never started: a platform plugin that lacks a library ends the whole process.
"""

import argparse
import ctypes
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtPrintSupport")


def _plugins() -> Path:
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        sys.exit("PySide6 is not installed here")
    return Path(found.origin).parent / "Qt" / "plugins" / "platforms"


def _load(kind: str) -> None:
    if kind == "offscreen":
        for name in _MODULES:
            import_module(f"PySide6.{name}")
    ctypes.CDLL(str(_plugins() / f"libq{kind}.so"))


def _fault(kind: str) -> str | None:
    try:
        _load(kind)
    except (ImportError, OSError) as fault:
        return str(fault)
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description="Which of Qt's parts cannot be loaded here.")
    parser.add_argument("kinds", nargs="+", choices=("offscreen", "xcb", "wayland"))
    parser.add_argument("--verbose", action="store_true", help="say which library is missing")
    wanted = parser.parse_args()
    for kind in wanted.kinds:
        fault = _fault(kind)
        if fault is not None:
            print(f"{kind}: {fault}" if wanted.verbose else kind)


if __name__ == "__main__":
    main()
