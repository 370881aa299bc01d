import json
import stat
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as quickly
from hypothesis import strategies as st

from heeldiary.host.settings import Settings, load, save

CHOSEN = Settings(
    theme="dark",
    text_percent=150,
    day_start_hour=0,
    diary="/home/me/mein Tagebuch ü.heeldiary",
    trend_set="pain_and_food",
    paper="letter",
    has_read_notice=True,
    distance_unit="mi",
    weight_unit="st",
    length_unit="in",
    notes_off=("shoe_mileage", "weight_goals"),
    folded=("movement",),
    unfolded=("food", "care"),
    check_weekday=7,
    installation="abc",
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def own_values(settings: Settings) -> dict[str, object]:
    return {k: v for k, v in asdict(settings).items() if k != "installation"}


def test_settings_come_back_as_they_were_saved(path: Path) -> None:
    assert save(CHOSEN, path)
    assert load(path) == (CHOSEN, "")


def test_settings_are_for_their_owners_eyes_only(path: Path) -> None:
    save(CHOSEN, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_name_that_is_not_utf_8_comes_back(path: Path) -> None:
    odd = replace(CHOSEN, diary="/home/me/\udcff.heeldiary")
    assert save(odd, path)
    assert load(path) == (odd, "")


def test_without_a_file_the_program_uses_its_own_values(path: Path) -> None:
    settings, sentence = load(path)
    assert own_values(settings) == own_values(Settings())
    assert sentence == ""


def test_every_installation_has_a_name_of_its_own() -> None:
    assert Settings().installation != Settings().installation != ""


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "null", "[]", "5", '"dark"', b"\xff\xfe{", "[" * 100_000, "1" * 5000),
        *("theme = dark", '{"theme": "dark"'),
    ],
)
def test_a_broken_file_is_kept_aside(path: Path, text: str | bytes) -> None:
    write(path, text)
    before = path.read_bytes()
    settings, sentence = load(path)
    assert own_values(settings) == own_values(Settings())
    assert sentence.startswith("The settings file was broken; it is kept as “settings-broken.json”")
    assert (path.parent / "settings-broken.json").read_bytes() == before
    assert save(settings, path)


def test_a_file_that_cannot_be_read_does_not_stop_the_start(path: Path) -> None:
    path.mkdir(parents=True)
    settings, sentence = load(path)
    assert own_values(settings) == own_values(Settings())
    assert sentence == "The settings file could not be read; the program uses its own values."


def test_a_broken_file_that_cannot_be_moved_does_not_stop_the_start(path: Path) -> None:
    write(path, "{")
    (path.parent / "settings-broken.json").mkdir()
    settings, sentence = load(path)
    assert own_values(settings) == own_values(Settings())
    assert sentence == "The settings file is broken; the program uses its own values."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("theme", ["dark"]),
        ("text_percent", 110),
        ("text_percent", "150"),
        ("text_percent", 150.0),
        ("text_percent", True),
        ("day_start_hour", 24),
        ("day_start_hour", -1),
        ("paper", "a3"),
        ("diary", 5),
        ("diary", "a\0b"),
        ("diary", "\ud83d"),
        ("has_read_notice", 1),
        ("distance_unit", "nautical miles"),
        ("weight_unit", None),
        ("length_unit", ["mm"]),
        ("notes_off", "shoe_mileage"),
        ("notes_off", {"shoe_mileage": 1}),
        ("notes_off", ["shoe_mileage", 5]),
        ("notes_off", [""]),
        ("notes_off", ["x" * 61]),
        ("notes_off", ["x"] * 101),
        ("folded", "food"),
        ("unfolded", [5]),
        ("check_weekday", 8),
        ("installation", ""),
        ("installation", None),
    ],
)
def test_a_value_that_cannot_be_is_passed_over_and_the_rest_is_kept(
    path: Path, name: str, value: object
) -> None:
    write(path, json.dumps(asdict(CHOSEN) | {name: value}))
    settings, sentence = load(path)
    assert sentence == ""
    if name == "installation":
        assert own_values(settings) == own_values(CHOSEN)
        assert settings.installation not in ("", None)
    else:
        assert settings == replace(CHOSEN, **{name: getattr(Settings(), name)})


def test_a_file_from_before_there_were_units_keeps_what_it_says(path: Path) -> None:
    earlier = {name: value for name, value in asdict(CHOSEN).items() if "unit" not in name}
    del earlier["notes_off"]
    write(path, json.dumps(earlier))
    settings, sentence = load(path)
    assert sentence == ""
    assert (settings.theme, settings.distance_unit, settings.notes_off) == ("dark", "km", ())


def test_a_note_that_is_named_twice_is_off_once(path: Path) -> None:
    write(path, json.dumps({"notes_off": ["weight_goals", "weight_goals"]}))
    assert load(path)[0].notes_off == ("weight_goals",)


def test_a_setting_of_another_version_is_passed_over(path: Path) -> None:
    write(path, json.dumps(asdict(CHOSEN) | {"colour_of_hat": "red"}))
    assert load(path) == (CHOSEN, "")


@pytest.mark.parametrize("blocked", ["a/settings.json", "a"])
def test_a_place_that_cannot_be_written_is_told_and_left_as_it_was(
    tmp_path: Path, blocked: str
) -> None:
    if blocked == "a":
        (tmp_path / "a" / "full").mkdir(parents=True)
    else:
        (tmp_path / "a").write_text("a file, not a folder")
    before = sorted(tmp_path.rglob("*"))
    assert not save(CHOSEN, tmp_path / blocked)
    assert sorted(tmp_path.rglob("*")) == before


@quickly(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.dictionaries(st.sampled_from(list(asdict(CHOSEN))), json_values))
def test_whatever_the_file_says_the_settings_can_be_used(tmp_path: Path, found: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(found))
    settings, _ = load(path)
    assert {k: type(v) for k, v in asdict(settings).items()} == {
        k: type(v) for k, v in asdict(CHOSEN).items()
    }
    Path(settings.diary).exists()
