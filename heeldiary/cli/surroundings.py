"""What every command stands on: the time, the owner's settings, and the diary it is about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from heeldiary.cli import speech
from heeldiary.domain.answers import check_day
from heeldiary.domain.days import THREE_MONTHS, Clock, Span, read_day
from heeldiary.domain.diary import Diary
from heeldiary.domain.refusal import Refused
from heeldiary.host import paths, settings
from heeldiary.host.settings import Settings

if TYPE_CHECKING:  # a command without a diary does not load the database
    from heeldiary.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The time and the owner's settings, read once."""

    clock: Clock
    settings: Settings

    def diary_path(self, named: Path | None) -> Path:
        """The diary that was named, else the one opened last, else the usual one."""
        if named is not None:
            return named
        return Path(self.settings.diary) if self.settings.diary else paths.diary_path()

    @contextmanager
    def reading(self, named: Path | None) -> "Iterator[Store]":
        """The diary, only to be read."""
        from heeldiary.storage.store import Store

        with Store.read(self.diary_path(named)) as store:
            yield store

    @contextmanager
    def writing(self, named: Path | None, *, make: bool = False) -> "Iterator[Store]":
        """The diary to be written; ``make`` makes it when it is not there.

        A diary that was made here is gone again when what follows is refused.
        """
        from heeldiary.storage.store import Store

        self._keep_installation()
        path = self.diary_path(named)
        is_new = make and not _is_there(path)
        if not is_new:
            with Store.open(path, self.clock.now(), self.settings.installation) as store:
                yield store
            return
        with self.made(path) as store:
            yield store
        speech.say(f"Made a new diary, “{path}”.")

    def _keep_installation(self) -> None:
        """One installation has one name in all the rows it writes, from its first row on."""
        if not _is_there(paths.settings_path()):
            settings.save(self.settings, paths.settings_path())

    @contextmanager
    def made(self, path: Path) -> "Iterator[Store]":
        """A new diary, which is gone again when what follows fails."""
        from heeldiary.storage.store import Store

        if path.is_symlink():
            raise Refused(f"“{path}” points to a file that is not there; no diary was made.")
        if path == paths.diary_path():
            paths.private_folder(path.parent)
        store = Store.create(path, self.clock.now(), self.settings.installation)
        try:
            with store:
                yield store
        except BaseException:
            path.unlink(missing_ok=True)
            path.with_name(f".{path.name}.lock").unlink(missing_ok=True)
            raise

    @contextmanager
    def reading_or_empty(self, named: Path | None) -> "Iterator[Diary]":
        """The diary, or an empty one where none is yet; nothing is left behind."""
        from heeldiary.storage.store import Store

        if _is_there(self.diary_path(named)):
            with self.reading(named) as store:
                yield store
            return
        with (
            TemporaryDirectory(prefix="heeldiary-") as folder,
            Store.create(Path(folder) / "empty.heeldiary", self.clock.now()) as store,
        ):
            yield store

    def day(self, word: str) -> date:
        """The day that a word such as ``today`` or ``2026-11-20`` stands for; not in the future."""
        today = self.clock.today()
        named = {"today": today, "yesterday": today - timedelta(days=1)}
        day = named.get(word.strip().casefold()) or read_day(word.strip())
        check_day(day, today)
        return day

    def span(self, diary: Diary, first: str | None, last: str | None) -> Span:
        """The period asked for; the three months up to the last recorded day where it is open."""
        recorded = diary.recorded_span()
        usual_last = recorded.last if recorded else self.clock.today()
        end = self.day(last) if last else usual_last
        begin = self.day(first) if first else Span.ending(end, THREE_MONTHS).first
        return Span(begin, end if last else max(begin, end))


def surroundings(now: Callable[[], datetime]) -> Surroundings:
    """Settings that could not be used are told on standard error and stop nothing."""
    chosen, complaint = settings.load(paths.settings_path())
    speech.notice(complaint)
    return Surroundings(clock=Clock(now, chosen.day_start_hour), settings=chosen)


def _is_there(path: Path) -> bool:
    """Whether something is at the path; what cannot be looked at is told when it is opened."""
    try:
        return path.exists()
    except OSError:
        return True
