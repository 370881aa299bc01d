"""record: the answers of one day, typed."""

from contextlib import closing, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.cli import main
from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.factor import Kind
from heeldiary.domain.factors import CATALOGUE
from heeldiary.domain.records import SKIPPED, Origin, OwnFactor
from heeldiary.storage.files import connect
from heeldiary.storage.store import Store
from tests.builders import FRI, NOON, THU, a_clock
from tests.cli.conftest import Run


def record(run: Run, diary: Path, *answers: str, day: str = "today") -> Any:
    return run("record", "--diary", diary, "--day", day, *answers)


def values(diary: Path, day: Any = FRI) -> dict[str, Any]:
    with Store.read(diary) as store:
        return {key: reading.value for key, reading in store.readings_on(day).items()}


def test_several_answers_of_a_day_are_one_change(run: Run, diary_path: Path) -> None:
    said = record(run, diary_path, "low_back=4", "weight=78,4", "fatigue=skip", "stress=0")

    assert said.out == "Low back: 4\nWeight: 78.4 kg\nFatigue: skipped\nStress: 0\n"
    assert values(diary_path) == {"low_back": 4, "weight": 78.4, "fatigue": SKIPPED, "stress": 0}
    with Store.read(diary_path) as store:
        (change,) = store.changes(Source.OWNER)
    assert (change.label, change.edits) == ("4 answers, 2026-11-20", 4)


def test_a_single_answer_is_labelled_with_itself(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=4")

    with Store.read(diary_path) as store:
        assert store.changes(Source.OWNER)[0].label == "Low back: 4, 2026-11-20"


def test_nothing_after_the_sign_takes_the_answer_away(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=4", "fatigue=2")

    said = record(run, diary_path, "low_back=")

    assert said.out == "Low back: not recorded\n"
    assert values(diary_path) == {"fatigue": 2}


def test_the_same_answer_again_changes_nothing(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=4", "note=Slept badly")

    said = record(run, diary_path, "low_back=4", "note=Slept badly", "stress=")

    assert said.out == (
        "Low back: 4, as it was\nNote: kept, as it was\nStress: not recorded, as it was\n"
    )
    with Store.read(diary_path) as store:
        assert len(store.changes(Source.OWNER)) == 1


def test_the_note_of_the_day_is_kept_and_taken_away(run: Run, diary_path: Path) -> None:
    assert record(run, diary_path, "note=Long day = sore feet").out == "Note: kept\n"
    with Store.read(diary_path) as store:
        note = store.note_on(FRI)
    assert note is not None
    assert note.text == "Long day = sore feet"

    assert record(run, diary_path, "note=").out == "Note: none\n"
    with Store.read(diary_path) as store:
        assert store.note_on(FRI) is None


def test_what_is_typed_for_yesterday_was_filled_in_later(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=4", day="yesterday")

    with Store.read(diary_path) as store:
        assert store.readings_on(THU)["low_back"].origin is Origin.LATER


def test_one_wrong_answer_keeps_all_of_them_out(run: Run, diary_path: Path) -> None:
    before = diary_path.read_bytes()

    said = record(run, diary_path, "low_back=4", "fatigue=11")

    assert said.refusal == "“Fatigue” takes a whole number from 0 to 10, not “11”."
    assert said.out == ""
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("low_back=bad", "“Low back” takes a whole number from 0 to 10, not “bad”."),
        ("low_back=4.5", "“Low back” takes a whole number from 0 to 10, not “4.5”."),
        ("weight=7000", "“Weight” takes a number from 20 to 400 kg, not “7000”."),
        ("lowback=4", "no row called “lowback” in this diary; did you mean low_back?"),
        ("Low Back=4", "did you mean low_back or mid_back?"),
        ("zzz=4", "“heeldiary factors” lists what there is."),
        ("flare_today=maybe", "takes one of: no, few_areas, all_over, not “maybe”."),
        (f"note={'x' * 20_001}", "The note has 20001 characters; a day holds 20000."),
    ],
)
def test_a_wrong_answer_is_refused_in_a_sentence(
    run: Run, diary_path: Path, answer: str, sentence: str
) -> None:
    before = diary_path.read_bytes()

    assert sentence in record(run, diary_path, answer).refusal
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-11-21", "2026-11-21 is in the future; only today and past days can be recorded."),
        ("1899-12-31", "1899-12-31 is too long ago for a diary."),
        ("20.11.2026", "“20.11.2026” is not a day."),
        ("tomorrow", "“tomorrow” is not a day."),
    ],
)
def test_a_wrong_day_is_refused(run: Run, diary_path: Path, day: str, sentence: str) -> None:
    before = diary_path.read_bytes()

    assert sentence in record(run, diary_path, "low_back=4", day=day).refusal
    assert diary_path.read_bytes() == before


def test_a_factor_given_twice_is_refused(run: Run, diary_path: Path) -> None:
    said = record(run, diary_path, "low_back=4", "low_back=5")

    assert said.refusal == "“low_back” is given twice; nothing was recorded."
    assert values(diary_path) == {}


@pytest.mark.parametrize("word", ["low_back", "=4", " =4"])
def test_what_is_not_an_answer_is_wrong_usage(run: Run, diary_path: Path, word: str) -> None:
    with pytest.raises(SystemExit) as left:
        record(run, diary_path, word)

    assert left.value.code == 2


def test_the_owners_own_row_is_recorded(run: Run, diary_path: Path, make_own: None) -> None:
    assert record(run, diary_path, "sauna=yes").out == "Sauna: yes\n"


@pytest.fixture
def make_own(diary_path: Path) -> None:
    own = OwnFactor(key="sauna", name="Sauna", measure=Kind.YES_NO, maximum=1)
    with Store.open(diary_path, NOON) as store:
        store.apply(Change(label="Sauna", edits=(Edit(None, own),)), a_clock().now())


def test_a_diary_that_is_not_there_is_made(run: Run, tmp_path: Path) -> None:
    diary = tmp_path / "new.heeldiary"

    said = record(run, diary, "low_back=4")

    assert said.out == f"Made a new diary, “{diary}”.\nLow back: 4\n"
    assert values(diary) == {"low_back": 4}
    assert diary.stat().st_mode & 0o777 == 0o600


def test_a_refused_first_answer_leaves_no_diary(run: Run, tmp_path: Path) -> None:
    assert record(run, tmp_path / "new.heeldiary", "low_back=44").status == 1
    assert list(tmp_path.iterdir()) == []


def test_no_diary_is_made_in_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    said = record(run, tmp_path / "none" / "new.heeldiary", "low_back=4")

    assert "does not exist, so no diary was made." in said.refusal


def test_a_link_to_a_diary_that_is_away_is_not_replaced(run: Run, tmp_path: Path) -> None:
    link = tmp_path / "stick.heeldiary"
    link.symlink_to(tmp_path / "away.heeldiary")

    assert "points to a file that is not there" in record(run, link, "low_back=4").refusal
    assert link.is_symlink()


def test_without_a_name_the_usual_diary_is_used(run: Run, home: Path) -> None:
    run("record", "--day", "today", "low_back=4")

    (diary,) = home.rglob("*.heeldiary")
    assert values(diary) == {"low_back": 4}


def test_the_diary_may_be_named_before_the_command(run: Run, diary_path: Path) -> None:
    run("--diary", diary_path, "record", "--day", "today", "low_back=4")

    assert values(diary_path) == {"low_back": 4}


def test_the_day_begins_when_the_owner_says(run: Run, diary_path: Path, home: Path) -> None:
    file = home / "config" / "heeldiary" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"day_start_hour": 13}')

    record(run, diary_path, "low_back=4", day="today")

    assert values(diary_path, THU) == {"low_back": 4}


def test_broken_settings_stop_nothing_and_are_told(run: Run, diary_path: Path, home: Path) -> None:
    file = home / "config" / "heeldiary" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text("{")

    said = record(run, diary_path, "low_back=4")

    assert said.status == 0
    assert "The settings file was broken" in said.err
    assert values(diary_path) == {"low_back": 4}


def test_two_commands_write_as_one_installation(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=4")
    record(run, diary_path, "fatigue=4")

    assert len(written_by(diary_path)) == 1


def written_by(diary: Path) -> set[str]:
    with closing(connect(diary, writable=False)) as connection:
        return {name for (name,) in connection.execute("SELECT written_by FROM reading")}


def test_a_refusal_and_broken_settings_are_told_in_one_line(
    run: Run, diary_path: Path, home: Path
) -> None:
    file = home / "config" / "heeldiary" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text("{")

    said = record(run, diary_path, "low_back=x").refusal

    assert "not “x”. The settings file was broken" in said


@given(
    key=st.sampled_from([*CATALOGUE, "note"]),
    word=st.text(max_size=12) | st.floats().map(str) | st.integers(-20, 800).map(str),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_typed_is_recorded_or_refused(key: str, word: str) -> None:
    out, err = StringIO(), StringIO()
    with TemporaryDirectory() as folder, redirect_stdout(out), redirect_stderr(err):
        diary = Path(folder) / "x.heeldiary"
        words = ["record", "--diary", str(diary), "--day", "today", f"{key}={word}"]
        status = main(words, NOON)
        again = main(words, NOON)

    assert status == again
    assert err.getvalue().count("\n") == 2 * status
    if status == 0:
        assert out.getvalue().endswith(", as it was\n")
