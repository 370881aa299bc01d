"""The program as a person starts it, in folders of its own and at a time that the test tells."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from heeldiary.app import HeelDiary
from tests.builders import NOON


class Time:
    """The time that the program is told; it goes on only when the test says so."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def __call__(self) -> datetime:
        return self._now

    def go_on(self, *, hours: float = 0, minutes: float = 0) -> None:
        self._now += timedelta(hours=hours, minutes=minutes)


class Start(Protocol):
    """Starts the program and waits until a diary or what is wrong with it is shown."""

    def __call__(
        self, diary: Path | None = None, now: datetime = NOON, time: Time | None = None
    ) -> HeelDiary: ...
