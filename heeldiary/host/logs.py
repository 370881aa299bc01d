"""The log: where something failed, never what the diary holds."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("heeldiary")
_LARGEST = 200_000


def begin(path: Path) -> None:
    """Write to this file from now on, and keep one older one; without a place there is no log."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8")
        path.chmod(0o600)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def end() -> None:
    """Close the log file."""
    for handler in tuple(_LOG.handlers):
        _LOG.removeHandler(handler)
        handler.close()


def note_fault(kind: type[BaseException], where: TracebackType | None) -> str:
    """Log the kind of an error and the places it came through; gives the innermost place.

    The error's own text is left out: it may hold what the owner wrote.
    """
    frames = traceback.extract_tb(where)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    _LOG.error("%s at %s", kind.__name__, " < ".join(reversed(places)) or "unknown")
    return f"{kind.__name__}, {places[-1]}" if places else kind.__name__
