"""The store does what a diary of plain lists does, whatever is done to it and in what order."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from heeldiary.domain.days import Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import (
    SKIPPED,
    DayNote,
    Origin,
    OwnFactor,
    Reading,
    Record,
    RowChoice,
)
from heeldiary.storage.store import Store
from tests.builders import FRI, MON, NOON, THU, TUE, WED, PlainDiary
from tests.storage.damage import ask

FACTORS = ("low_back", "neck", "tea")
days = st.sampled_from([MON, TUE, WED, THU, FRI])
records: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Reading,
        day=days,
        factor=st.sampled_from(FACTORS),
        value=st.sampled_from([SKIPPED, 0.0, 3.0, 10.0]),
        recorded_at=st.just(NOON),
        origin=st.sampled_from(Origin),
    ),
    st.builds(
        DayNote,
        day=days,
        text=st.sampled_from(["a", "b"]),
        recorded_at=st.just(NOON),
        origin=st.just(Origin.LATER),
    ),
    st.builds(
        OwnFactor,
        key=st.sampled_from(["tea", "walk"]),
        name=st.sampled_from(["Tea", "Walk"]),
        measure=st.sampled_from([Kind.COUNT, Kind.YES_NO]),
        retired=st.booleans(),
    ),
    st.builds(
        RowChoice,
        factor=st.sampled_from(FACTORS),
        position=st.sampled_from([1, 2]),
        shown=st.booleans(),
    ),
)


class StoreBesideLists(RuleBasedStateMachine):
    template: ClassVar[Path]

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "mine.heeldiary"
        shutil.copy(self.template, self.path)
        self.store = Store.open(self.path, NOON)
        self.held: dict[tuple[str, str], Record] = {}
        self.removed: set[tuple[str, str]] = set()
        self.undoable: list[Change] = []
        self.applied = 0

    def apply(self, change: Change) -> None:
        self.store.apply(change, NOON)
        self.applied += 1
        for edit in change.edits:
            key = (edit.record.kind, edit.record.id)
            if edit.after is None:
                del self.held[key]
                self.removed.add(key)
            else:
                self.held[key] = edit.after
                self.removed.discard(key)

    @rule(chosen=st.lists(records, min_size=1, max_size=4, unique_by=lambda r: (r.kind, r.id)))
    def add_or_change(self, chosen: list[Record]) -> None:
        edits = tuple(Edit(self.held.get((r.kind, r.id)), r) for r in chosen)
        change = Change(label="Answers", edits=edits)
        self.apply(change)
        self.undoable.append(change)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.held)))
        change = Change(label="Cleared", edits=(Edit(self.held[key], None),))
        self.apply(change)
        self.undoable.append(change)

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        self.apply(self.undoable.pop().inverted("Undone"))

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = Store.open(self.path, NOON)

    @rule(first=days, last=days)
    def spans_answer_alike(self, first: date, last: date) -> None:
        span = Span(min(first, last), max(first, last))
        plain, store = PlainDiary(*self.held.values()), self.store
        assert list(store.readings(span)) == list(plain.readings(span))
        assert list(store.readings(span, FACTORS[1:])) == list(plain.readings(span, FACTORS[1:]))
        assert store.days_recorded(span) == plain.days_recorded(span)
        assert store.notes(span) == plain.notes(span)
        for factor in FACTORS:
            assert [tuple(row) for row in store.answers(factor, span)] == plain.answers(
                factor, span
            )

    @rule(day=days)
    def days_answer_alike(self, day: date) -> None:
        plain, store = PlainDiary(*self.held.values()), self.store
        assert store.readings_on(day) == plain.readings_on(day)
        assert store.note_on(day) == plain.note_on(day)
        previous = store.previous_answers(day, FACTORS)
        assert previous == plain.previous_answers(day, FACTORS)

    @invariant()
    def whole_diaries_answer_alike(self) -> None:
        plain, store = PlainDiary(*self.held.values()), self.store
        assert list(store.readings()) == list(plain.readings())
        assert store.notes() == plain.notes()
        assert store.own_factors() == plain.own_factors()
        assert sorted(store.row_choices(), key=lambda c: c.factor) == sorted(
            plain.row_choices(), key=lambda c: c.factor
        )
        assert store.recorded_span() == plain.recorded_span()
        for kind, record_id in self.held | dict.fromkeys(self.removed):
            assert store.find(kind, record_id) == plain.find(kind, record_id)

    @invariant()
    def traces_and_journal_are_whole(self) -> None:
        assert set(ask(self.path, "SELECT kind, record_id FROM removal")) == self.removed
        assert ask(self.path, "SELECT count(*) FROM change") == [(self.applied,)]

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


def test_the_store_is_a_diary_like_one_of_plain_lists(empty_diary_file: Path) -> None:
    StoreBesideLists.template = empty_diary_file
    case = StoreBesideLists.TestCase
    case.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
    case().runTest()
