"""Where things lie, in a checkout, in a wheel, and on a person's computer."""

import sys
from pathlib import Path

import pytest

from heeldiary.domain.refusal import Refused
from heeldiary.host import paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other folders on other systems")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (paths.resources() / "fonts" / "OFL.txt").is_file()


def test_a_wheel_has_its_resources_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "heeldiary"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()

    assert paths.resources(package) == package / "resources"


def test_the_diary_lies_in_the_data_folder(home: Path) -> None:
    assert paths.diary_path() == home / ".local/share/heeldiary/diary.heeldiary"


def test_the_settings_lie_in_the_configuration_folder(home: Path) -> None:
    assert paths.settings_path() == home / ".config/heeldiary/settings.json"


def test_the_log_lies_in_neither_of_them(home: Path) -> None:
    assert paths.log_path() == home / ".local/state/heeldiary/log/heeldiary.log"


def test_asking_where_things_lie_makes_no_folder(home: Path) -> None:
    paths.diary_path(), paths.settings_path(), paths.log_path()

    assert list(home.iterdir()) == []


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    made = paths.private_folder(tmp_path / "share" / "heeldiary")

    assert [folder.stat().st_mode & 0o777 for folder in (made, made.parent)] == [0o700, 0o700]


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    paths.private_folder(tmp_path)

    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("a file where a folder should be")

    with pytest.raises(Refused, match=r"share.* cannot be made"):
        paths.private_folder(tmp_path / "share" / "heeldiary")
