"""Another diary is opened from the settings; the one that is open stays until that has worked."""

import shutil
from pathlib import Path

import pytest

from heeldiary.host import paths
from heeldiary.storage.store import Store
from heeldiary.ui import prompts
from tests.builders import FRI, NOON
from tests.journeys.person import Person, on_disk


def open_another(person: Person, path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda *_: path)
    person.go_to("settings")
    person.click(person.settings.another)


def opened(person: Person) -> str:
    assert person.window.desk is not None
    return person.window.desk.path


def test_another_diary_is_opened_and_answered(
    person: Person, diary_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.answer("low_back", "3")
    open_another(person, diary_path, monkeypatch)
    assert person.today.isVisible()
    assert not person.row("low_back").is_answered
    person.answer("low_back", "8")
    person.close()

    assert on_disk(FRI)["low_back"].number == 3
    with Store.read(diary_path) as other:
        assert other.readings_on(FRI)["low_back"].number == 8


def test_a_wrong_file_is_told_and_the_open_diary_stays(
    person: Person, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "table.csv"
    wrong.write_text("day,low_back\n" * 99)
    before = wrong.read_bytes()
    open_another(person, wrong, monkeypatch)

    assert "is not a Heel Diary file" in said[0]
    assert wrong.read_bytes() == before
    person.go_to("today")
    person.answer("low_back", "3")
    assert on_disk(FRI)["low_back"].number == 3


def test_a_diary_that_is_open_elsewhere_is_told(
    person: Person, diary_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(diary_path, NOON):
        open_another(person, diary_path, monkeypatch)

    assert "is open in another window" in said[0]
    assert person.window.isVisible()
    assert opened(person) == str(paths.diary_path())


def test_the_diary_that_is_open_already_is_left_as_it_is(
    person: Person, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.heeldiary"
    link.symlink_to(paths.diary_path())
    desk = person.window.desk
    for path in (paths.diary_path(), link, None):
        open_another(person, path, monkeypatch)

    assert person.window.desk is desk
    assert said == []


def test_a_copy_is_a_diary_of_its_own(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.answer("low_back", "3")
    copy = tmp_path / "copy.heeldiary"
    shutil.copy(paths.diary_path(), copy)
    open_another(person, copy, monkeypatch)

    assert person.row("low_back").field.answer == 3
    assert opened(person) == str(copy)
