"""An error that nobody expected: logged without content, said calmly, and the window stays."""

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from heeldiary.host.logs import FaultLog


class CrashGuard:
    """Takes the place of Python's own last resort."""

    def __init__(self, log: FaultLog) -> None:
        self._log = log
        self._is_telling = False

    def stand(self) -> None:
        sys.excepthook = self.catch

    def catch(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        """Log where it happened and say so once, however often it happens meanwhile."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        from heeldiary.ui import prompts

        place = self._log.note(kind, where)
        if not self._is_telling:
            self._is_telling = True
            try:
                prompts.say(None, "Heel Diary", _sentence(place))
            finally:
                self._is_telling = False


def _sentence(place: str) -> str:
    text = QCoreApplication.translate(
        "CrashGuard",
        "Something went wrong inside Heel Diary ({0}). What you answered before is kept. "
        "You can go on; if it happens again, please close the window and start it anew.",
    )
    return text.format(place)
