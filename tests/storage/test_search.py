"""The owner's words are found by the words in them, as long as they are in the diary."""

import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.medicines import Medicine
from heeldiary.domain.records import Origin
from heeldiary.domain.visits import Visit
from heeldiary.storage.store import Store
from tests.builders import FRI, MON, NOON, TUE, WED, PlainDiary, a_note, a_reading
from tests.domain.records import texts
from tests.storage.changes import adding
from tests.storage.damage import ask

LONG = a_note("Long day on my feet, Achilles sore.", MON)
CAFE = a_note('Café with "friends", sore again.', WED)
VISIT = Visit(id="v", day=FRI, said="Rest the heel.", recorded_at=NOON, origin=Origin.LATER)
NAPROXEN = Medicine(id="m", name="Naproxen", note="with food, feet")
RECORDS = (LONG, CAFE, VISIT, NAPROXEN, a_reading())


@pytest.mark.parametrize(
    "words",
    ["sore", "SORE", "achil", "cafe", "CAFÉ", "long feet", "rest", "nap", "fee", "nowhere",
     "", " ", "*", '"', "sore OR rest", "a AND b", "NEAR(x)", "text:sore", "Ünïcödé", "\0"],
)  # fmt: skip
def test_what_is_found_is_what_stands_there(store: Store, words: str) -> None:
    store.apply(adding(*RECORDS), NOON)
    assert list(store.search(words, 10)) == list(PlainDiary(*RECORDS).search(words, 10))


@pytest.mark.parametrize(
    "words",
    ["йога мой", "ЙОГА", "άλφα", "ΆΛΦΑ", "한국어 통증", "がっこう", "東京で痛い", "हिन्दी", "עברית"],
)
def test_words_of_every_script_are_found(store: Store, words: str) -> None:
    written = a_note(unicodedata.normalize("NFD", f"Today {words.lower()}."), MON)
    store.apply(adding(written, a_note("Nothing of that.", TUE)), NOON)
    assert [found.day for found in store.search(words, 10)] == [MON]
    assert list(store.search(words, 10)) == list(PlainDiary(written).search(words, 10))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts)
def test_no_words_are_a_command_of_the_index(store: Store, words: str) -> None:
    assert len(store.search(words, 10)) <= 10


def test_many_words_are_looked_for_in_one_go(store: Store) -> None:
    words = [f"w{number}" for number in range(3_000)]
    store.apply(adding(a_note(" ".join(words))), NOON)
    assert len(store.search(" ".join(words), 10)) == 1


def test_the_newest_day_comes_first_and_no_more_than_asked_for(store: Store) -> None:
    store.apply(adding(*RECORDS), NOON)
    assert [found.day for found in store.search("sore", 10)] == [WED, MON]
    assert [found.day for found in store.search("sore", 1)] == [WED]
    assert [found.day for found in store.search("feet", 9)] == [MON, None]


def test_words_that_were_changed_or_taken_away_are_not_found(store: Store) -> None:
    store.apply(adding(LONG, CAFE), NOON)
    better = replace(LONG, text="Nothing hurt.")
    store.apply(Change(label="Better", edits=(Edit(LONG, better), Edit(CAFE, None))), NOON)
    assert store.search("sore", 10) == []
    assert [found.text for found in store.search("hurt", 10)] == ["Nothing hurt."]


def test_what_was_undone_is_found_again(store: Store) -> None:
    store.apply(adding(LONG), NOON)
    away = Change(label="Away", edits=(Edit(LONG, None),))
    store.apply(away, NOON)
    store.apply(away.inverted("Undone"), NOON)
    assert [found.day for found in store.search("sore", 10)] == [MON]


def test_the_notes_of_a_diary_of_the_first_version_are_found(tmp_path: Path) -> None:
    path = tmp_path / "mine.heeldiary"
    shutil.copy(Path(__file__).parent.parent / "files" / "diary-1.heeldiary", path)
    with Store.open(path, NOON) as store:
        (found,) = store.search("gruße form", 10)
    assert (found.kind, found.record_id, found.day) == ("note", "2026-11-17", TUE)


def test_deleted_words_leave_no_trace_in_the_file(store: Store, diary_path: Path) -> None:
    store.apply(adding(a_note("Zanzibarbershop")), NOON)
    (number,) = [change.number for change in store.history(1)]
    assert number == 1
    store.apply(Change(label="Away", edits=(Edit(a_note("Zanzibarbershop"), None),)), NOON)
    assert ask(diary_path, "SELECT count(*) FROM writing") == [(0,)]
    assert ask(diary_path, "SELECT count(*) FROM writing_index('zanzibarbershop')") == [(0,)]
    for table in ("writing", "writing_index_data", "writing_index_idx"):
        assert "zanzibar" not in str(ask(diary_path, f"SELECT * FROM {table}")).casefold()


def test_the_list_of_changes_is_read_in_steps(store: Store) -> None:
    for day in (MON, TUE, WED):
        store.apply(adding(a_note(day=day)), NOON)
    newest = store.history(2)
    assert [change.number for change in newest] == [3, 2]
    assert [change.number for change in store.history(2, before=2)] == [1]
