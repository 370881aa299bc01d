from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.factor import Kind
from heeldiary.domain.records import OwnFactor, RowChoice
from heeldiary.storage.store import Store
from heeldiary.ui.desk import Desk
from tests.builders import FRI, MON, NOON, TUE, a_clock, a_note, a_reading
from tests.storage.changes import adding
from tests.storage.damage import ask

TEA = OwnFactor(key="tea", name="Tea", measure=Kind.COUNT)
OUT_OF_DATE = Change(label="Stale", edits=(Edit(a_reading(value=9), None),))


class Ear:
    """Hears what a desk says."""

    def __init__(self, desk: Desk) -> None:
        self.edits: list[tuple[Edit, ...]] = []
        self.sentences: list[str] = []
        self.undoable = 0
        desk.changed.connect(self.edits.append)
        desk.refused.connect(self.sentences.append)
        desk.undoable_changed.connect(self._count)

    def _count(self) -> None:
        self.undoable += 1


@pytest.fixture
def ear(desk: Desk) -> Ear:
    return Ear(desk)


def on_disk(path: Path) -> list[tuple[object, ...]]:
    return ask(path, "SELECT factor, value FROM reading") + ask(path, "SELECT text FROM note")


def test_a_change_is_on_disk_before_anybody_hears_of_it(desk: Desk, diary_path: Path) -> None:
    seen: list[list[tuple[object, ...]]] = []

    def look(edits: object = None) -> None:
        seen.append(on_disk(diary_path))

    desk.changed.connect(look)
    desk.undoable_changed.connect(look)
    assert desk.apply(adding(a_reading()))
    desk.undo()
    answered: list[tuple[object, ...]] = [("low_back", 4.0)]
    assert seen == [answered, answered, [], []]


def test_everybody_hears_which_edits_were_written(desk: Desk, ear: Ear) -> None:
    change = adding(a_reading(), a_note())
    desk.apply(change)
    desk.undo()
    desk.redo()
    assert ear.edits == [change.edits, change.inverted("").edits, change.edits]
    assert ear.sentences == []


@pytest.mark.parametrize("change", [None, Change(label="Nothing", edits=())])
def test_a_change_of_nothing_is_done_already(desk: Desk, ear: Ear, change: Change | None) -> None:
    assert desk.apply(change)
    assert ear.edits == []
    assert desk.undo_text == ""


def test_a_refused_change_leaves_everything_as_it_was(
    desk: Desk, ear: Ear, diary_path: Path
) -> None:
    desk.apply(adding(a_reading()))
    before = diary_path.read_bytes()
    heard = ear.undoable
    assert not desk.apply(OUT_OF_DATE)
    (sentence,) = ear.sentences
    assert sentence.startswith("The diary has changed since this was begun, so nothing was written")
    assert diary_path.read_bytes() == before
    assert (desk.undo_text, desk.redo_text) == ("Added", "")
    assert len(ear.edits) == 1
    assert ear.undoable == heard


def test_a_refused_undo_can_be_tried_again(
    desk: Desk, ear: Ear, store: Store, diary_path: Path
) -> None:
    desk.apply(adding(a_reading(value=4)))
    elsewhere = Change(label="x", edits=(Edit(a_reading(value=4), a_reading(value=5)),))
    store.apply(elsewhere, NOON)
    before = diary_path.read_bytes()
    desk.undo()
    assert len(ear.sentences) == 1
    assert diary_path.read_bytes() == before
    assert (desk.undo_text, desk.redo_text) == ("Added", "")
    store.apply(elsewhere.inverted("y"), NOON)
    desk.undo()
    assert on_disk(diary_path) == []
    assert (desk.undo_text, desk.redo_text) == ("", "Added")


def test_a_refused_redo_can_be_tried_again(
    desk: Desk, ear: Ear, store: Store, diary_path: Path
) -> None:
    desk.apply(adding(a_reading(value=4)))
    desk.undo()
    store.apply(adding(a_reading(value=5)), NOON)
    desk.redo()
    assert len(ear.sentences) == 1
    assert on_disk(diary_path) == [("low_back", 5.0)]
    assert (desk.undo_text, desk.redo_text) == ("", "Added")
    store.apply(adding(a_reading(value=5)).inverted("y"), NOON)
    desk.redo()
    assert on_disk(diary_path) == [("low_back", 4.0)]


def test_undo_and_redo_walk_through_all_changes(desk: Desk, diary_path: Path) -> None:
    for day in (MON, TUE, FRI):
        desk.apply(adding(a_note(str(day), day)))
    for _ in range(5):
        desk.undo()
    assert on_disk(diary_path) == []
    for _ in range(5):
        desk.redo()
    assert [text for (text,) in on_disk(diary_path)] == [str(MON), str(TUE), str(FRI)]


def test_a_new_change_after_an_undo_takes_the_place_of_what_was_undone(desk: Desk) -> None:
    desk.apply(adding(a_reading()))
    desk.undo()
    desk.apply(adding(a_note()))
    assert desk.redo_text == ""
    assert desk.diary.note_on(MON) == a_note()


def test_nothing_to_undo_is_nothing_wrong(desk: Desk, ear: Ear) -> None:
    desk.undo()
    desk.redo()
    assert ear.sentences == []


def test_an_import_undone_is_taken_back_and_done_again_it_is_one_more(desk: Desk) -> None:
    desk.apply(Change(label="File", edits=adding(a_reading()).edits, source=Source.IMPORT))
    desk.undo()
    assert [(i.label, i.is_taken_back) for i in desk.imports()] == [("File", True)]
    desk.redo()
    assert [i.is_taken_back for i in desk.imports()] == [False, True]
    desk.undo()
    assert [i.is_taken_back for i in desk.imports()] == [True, True]


def test_the_edits_of_an_import_can_be_asked_for(desk: Desk) -> None:
    change = Change(label="File", edits=adding(a_reading()).edits, source=Source.IMPORT)
    desk.apply(change)
    assert desk.edits_of(desk.imports()[0].number) == change.edits


def test_the_factors_are_read_once_until_a_row_is_edited(desk: Desk) -> None:
    first = desk.factors()
    desk.apply(adding(a_reading()))
    assert desk.factors() is first
    desk.apply(adding(TEA))
    assert "tea" in desk.factors()
    desk.apply(adding(RowChoice(factor="tea", position=0, shown=False)))
    assert not desk.factors().is_shown(desk.factors()["tea"])
    desk.undo()
    desk.undo()
    assert "tea" not in desk.factors()


def test_whoever_hears_of_a_new_row_finds_it(desk: Desk) -> None:
    assert "tea" not in desk.factors()
    found: list[bool] = []

    def look() -> None:
        found.append("tea" in desk.factors())

    desk.undoable_changed.connect(look)
    desk.changed.connect(look)
    desk.apply(adding(TEA))
    assert found == [True, True]


def test_a_closed_desk_gives_the_diary_free(qtbot: QtBot, diary_path: Path) -> None:
    desk = Desk(Store.open(diary_path, NOON), a_clock())
    assert desk.path == str(diary_path)
    assert desk.today() == FRI
    desk.apply(adding(a_note()))
    desk.close()
    with Store.open(diary_path, NOON) as again:
        assert again.note_on(MON) == a_note()
