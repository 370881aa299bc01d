"""Which parts of Today are open: as their owner left them, else where there is something."""

from heeldiary.ui.keeper import SettingsKeeper


class Folding:
    """Remembers what the owner folded and opened; what is opened for a day is open that day only"""

    def __init__(self) -> None:
        self._keeper: SettingsKeeper | None = None
        self._folded: set[str] = set()
        self._unfolded: set[str] = set()
        self._for_now: set[str] = set()

    def use(self, keeper: SettingsKeeper) -> None:
        self._keeper = keeper
        self._folded = set(keeper.settings.folded)
        self._unfolded = set(keeper.settings.unfolded)

    def is_open(self, name: str) -> bool:
        return name in self._unfolded | self._for_now

    def open_for_now(self, name: str, *, asked: bool = False) -> None:
        """Open a part on this day; unless it is asked for, only where the owner did not fold it."""
        if asked or name not in self._folded:
            self._for_now.add(name)

    def turn(self, name: str, *, is_open: bool) -> None:
        """The owner opens or folds a part; that holds from now on."""
        self._for_now.discard(name)
        (self._folded if is_open else self._unfolded).discard(name)
        (self._unfolded if is_open else self._folded).add(name)
        if self._keeper is not None:
            self._keeper.change(
                folded=tuple(sorted(self._folded)), unfolded=tuple(sorted(self._unfolded))
            )

    def forget_the_day(self) -> None:
        """Another day is shown: what was open for the one before is not any more."""
        self._for_now.clear()
