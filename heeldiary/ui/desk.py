"""The desk: the only door from the window to the diary. Every change goes through ``apply``."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.factors import Factors
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.domain.refusal import Refused

if TYPE_CHECKING:  # the window is painted before the database is loaded
    from collections.abc import Sequence

    from heeldiary.storage.journal import AppliedChange
    from heeldiary.storage.store import Store


class _Written(QUndoCommand):
    """A change that is on disk already: undoing it is the desk's work, not the stack's."""

    def __init__(self, change: Change, number: int) -> None:
        super().__init__(change.label)
        self.change = change
        self.number = number


class Desk(QObject):
    """Writes changes to the diary first, then makes them undoable, then tells every page."""

    changed = Signal(object)
    """The tuple of edits that were just written."""
    refused = Signal(str)
    """The sentence that says why something was not done; nothing was changed."""
    undoable_changed = Signal()

    def __init__(self, store: "Store", clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._stack = QUndoStack(self)
        self._factors: Factors | None = None
        self.clock = clock
        self._stack.indexChanged.connect(self.undoable_changed)

    @property
    def diary(self) -> Diary:
        """The diary, to be asked; it is changed by ``apply`` alone."""
        return self._store

    @property
    def path(self) -> str:
        return str(self._store.path)

    def today(self) -> date:
        return self.clock.today()

    def factors(self) -> Factors:
        """The factors in the owner's order, read once until a row is edited."""
        if self._factors is None:
            self._factors = factors_of(self._store)
        return self._factors

    def apply(self, change: Change | None) -> bool:
        """Write the change; False (and ``refused``) when it could not be. None changes nothing."""
        if change is None or not change.edits:
            return True
        number = self._write(change)
        if number is None:
            return False
        self._stack.push(_Written(change, number))
        self.changed.emit(change.edits)
        return True

    def undo(self) -> None:
        """Take the last change back, on disk first."""
        if self._stack.canUndo():
            last = self._command(self._stack.index() - 1)
            label = self.tr("Undone: {0}").format(last.change.label)
            inverse = last.change.inverted(label, takes_back=last.number)
            if self._write(inverse) is not None:
                self._stack.undo()
                self.changed.emit(inverse.edits)

    def redo(self) -> None:
        """Do again what was undone last, on disk first."""
        if self._stack.canRedo():
            undone = self._command(self._stack.index())
            number = self._write(undone.change)
            if number is not None:
                undone.number = number
                self._stack.redo()
                self.changed.emit(undone.change.edits)

    @property
    def undo_text(self) -> str:
        """What ``undo`` would take back; empty when there is nothing."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        return self._stack.redoText()

    def imports(self) -> "Sequence[AppliedChange]":
        """The imports of this diary, newest first."""
        return self._store.changes(Source.IMPORT)

    def history(self, count: int, before: int | None = None) -> "Sequence[AppliedChange]":
        """At most so many changes of this diary, newest first; those before one number."""
        return self._store.history(count, before)

    def edits_of(self, number: int, count: int | None = None) -> tuple[Edit, ...]:
        """The edits of a change, or the first of them: an import has many thousands."""
        return self._store.edits_of(number, count)

    def close(self) -> None:
        self._store.close()

    def _write(self, change: Change) -> int | None:
        """The change's number in the journal; None (and ``refused``) when it was not written."""
        try:
            number = self._store.apply(change, self.clock.now())
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return None
        if any(isinstance(edit.record, OwnFactor | RowChoice) for edit in change.edits):
            self._factors = None
        return number

    def _command(self, place: int) -> _Written:
        command = self._stack.command(place)
        assert isinstance(command, _Written)
        return command
