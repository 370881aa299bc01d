"""The log: where something failed, never what the diary holds."""

import traceback
from pathlib import Path
from types import TracebackType

_LARGEST = 200_000


class FaultLog:
    """A file that is made when something fails for the first time, and keeps one older one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, kind: type[BaseException], where: TracebackType | None) -> str:
        """Log the kind of an error and the places it came through; gives the innermost place.

        The error's own text is left out: it may hold what the owner wrote.
        """
        frames = traceback.extract_tb(where)
        places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        self._write(f"{kind.__name__} at {' < '.join(reversed(places)) or 'unknown'}")
        return f"{kind.__name__}, {places[-1]}" if places else kind.__name__

    def _write(self, line: str) -> None:
        import logging
        from logging.handlers import RotatingFileHandler

        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self.path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8"
            )
            self.path.chmod(0o600)
        except OSError:
            return  # without a place there is no log
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        handler.emit(logging.LogRecord("heeldiary", logging.ERROR, "", 0, line, None, None))
        handler.close()
