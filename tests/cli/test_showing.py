"""show: one day, with everything that was recorded on it."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.factor import Side
from heeldiary.domain.flares import DeclinedFlare, Extent, Flare
from heeldiary.domain.medicines import (
    Dose,
    DoseState,
    Medicine,
    MedicineClass,
    Regimen,
    Schedule,
    SideEffect,
)
from heeldiary.domain.movement import Impact, Session, Shoe
from heeldiary.domain.records import MealNote, Origin, Record
from heeldiary.domain.results import ClinicScore, Instrument, LabResult, LabTest, WeeklyCheck
from heeldiary.domain.visits import Question, Visit
from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records
from heeldiary.storage.store import Store
from tests.builders import FRI, MON, NOON, THU, TUE, a_reading
from tests.cli.conftest import Run

STAMP = {"recorded_at": NOON, "origin": Origin.THAT_DAY}
NAPROXEN = Medicine(
    id="m1", name="Naproxen", substance="naproxen", medicine_class=MedicineClass.NSAID
)
TWICE_A_DAY = Regimen(
    id="r1",
    medicine="m1",
    first_day=MON,
    dose=500.0,
    schedule=Schedule.TIMES_A_DAY,
    times=("08:00", "20:00"),
    began_because="Stiff until noon",
    recorded_at=NOON,
    origin=Origin.THAT_DAY,
)


def record(run: Run, diary: Path, *answers: str) -> None:
    assert run("record", "--diary", diary, "--day", "today", *answers).status == 0


def keep(diary: Path, *records: Record) -> None:
    with Store.open(diary, NOON) as store:
        edits = tuple(Edit(None, each) for each in records)
        store.apply(Change(label="Kept", edits=edits), NOON)


def shown(run: Run, diary: Path, day: object = "today") -> list[str]:
    said = run("show", "--diary", diary, "--day", day)
    assert (said.status, said.err) == (0, "")
    return said.out.splitlines()


def test_a_day_is_shown_with_what_was_skipped_and_not_recorded(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=0", "fatigue=skip", "stiffness_minutes=all day", "note=Fine")

    lines = run("show", "--diary", diary_path, "--day", "today").out.splitlines()

    assert lines[:4] == [
        "2026-11-20",
        "Morning stiffness: all day",
        "Low back: 0",
        "Fatigue: skipped",
    ]
    assert lines[4].startswith("Not recorded: First-step heel pain, left; ")
    assert lines[5:] == ["Note: Fine"]


def test_an_empty_day_is_told_as_such(run: Run, diary_path: Path) -> None:
    said = run("show", "--diary", diary_path, "--day", "2026-11-16")

    assert said.out == "Nothing is recorded on 2026-11-16.\n"


def test_a_day_is_shown_as_the_documented_json(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "low_back=0", "fatigue=skip", "note=Größe ≥ 3")

    shown = json.loads(run("show", "--diary", diary_path, "--day", "today", "--json").out)

    assert (shown["first_day"], shown["last_day"]) == ("2026-11-20", "2026-11-20")
    told = {reading["factor"]: reading["value"] for reading in shown["readings"]}
    assert told == {"low_back": 0, "fatigue": "skipped"}
    assert [note["text"] for note in shown["notes"]] == ["Größe ≥ 3"]


def test_letters_that_steer_a_terminal_are_not_printed(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "note=red \x1b[31m ink")

    assert "Note: red ?[31m ink\n" in run("show", "--diary", diary_path, "--day", "today").out


def test_showing_does_not_make_a_diary(run: Run, tmp_path: Path) -> None:
    said = run("show", "--diary", tmp_path / "none.heeldiary", "--day", "today")

    assert "There is no diary at" in said.refusal
    assert list(tmp_path.iterdir()) == []


def a_dose(number: str, state: DoseState, **more: object) -> Dose:
    values: dict[str, object] = {"id": number, "medicine": "m1", "day": FRI, "state": state}
    return Dose(**{**values, **STAMP, **more})  # type: ignore[arg-type]


def test_doses_stand_in_order_of_time_with_what_became_of_them(run: Run, diary_path: Path) -> None:
    keep(
        diary_path,
        NAPROXEN,
        a_dose("d1", DoseState.MISSED, due_day=FRI, due_time="20:00"),
        a_dose("d2", DoseState.TAKEN, amount=500.0, time="12:10"),
        a_dose("d3", DoseState.SKIPPED, due_day=FRI, due_time="08:00", reason="Stomach off"),
    )

    assert shown(run, diary_path) == [
        "2026-11-20",
        "Naproxen: skipped, Stomach off",
        "  planned at 08:00",
        "Naproxen: taken, 500 mg, 12:10",
        "Naproxen: missed",
        "  planned at 20:00",
    ]


def test_a_late_injection_tells_its_place_and_the_planned_day(run: Run, diary_path: Path) -> None:
    dose = a_dose("d1", DoseState.TAKEN, due_day=THU, site="thigh", side=Side.LEFT, amount=40.0)
    keep(diary_path, Medicine(id="m1", name="Pen"), dose)

    assert shown(run, diary_path)[1:] == [
        "Pen: taken, 40 mg, thigh left",
        "  planned for 2026-11-19, 1 day late",
    ]


def test_a_period_is_shown_on_each_of_its_days_and_its_reason_on_the_first(
    run: Run, diary_path: Path
) -> None:
    keep(diary_path, NAPROXEN, TWICE_A_DAY)
    plan = "Naproxen: 500 mg, twice a day at 08:00 and 20:00 (since 2026-11-16)"

    assert shown(run, diary_path, MON)[1:] == [plan, "  Began because: Stiff until noon"]
    assert shown(run, diary_path, TUE)[1:] == [plan]
    assert shown(run, diary_path, MON - timedelta(days=1))[1:] == []


def test_a_regimen_alone_does_not_make_a_day_recorded(run: Run, diary_path: Path) -> None:
    keep(diary_path, NAPROXEN, TWICE_A_DAY)

    assert shown(run, diary_path)[0] == "Nothing is recorded on 2026-11-20."


def test_a_session_is_shown_with_all_that_was_told_of_it(run: Run, diary_path: Path) -> None:
    session = Session(
        id="s1",
        day=FRI,
        activity="running",
        impact=Impact.HIGH,
        minutes=40.0,
        distance_km=6.5,
        effort=0.0,
        shoe="h1",
        pain_during=3.0,
        note="Along the canal.",
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
    keep(diary_path, Shoe(id="h1", name="Blue pair"), session)

    assert shown(run, diary_path) == [
        "2026-11-20",
        "Running: 40 min, 6.5 km, Along the canal.",
        "  impact high, effort 0, shoe Blue pair, pain during 3",
    ]


def test_minutes_that_a_session_tells_are_not_called_unrecorded(run: Run, diary_path: Path) -> None:
    swim = Session(
        id="s1",
        day=FRI,
        activity="swimming",
        impact=Impact.LOW,
        minutes=30.0,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
    keep(diary_path, swim, a_reading(day=FRI))

    (blank,) = [line for line in shown(run, diary_path) if line.startswith("Not recorded")]

    assert "High-impact activity" in blank
    assert "Low-impact activity" not in blank


def test_self_care_is_shown_as_an_answer(run: Run, diary_path: Path) -> None:
    record(run, diary_path, "ice_minutes=15", "heel_drop_sets=0")

    assert shown(run, diary_path)[1:3] == ["Ice: 15 min", "Heel drops or calf raises: 0 sets"]


def test_the_flare_of_the_day_is_shown_while_it_lasts(run: Run, diary_path: Path) -> None:
    flare = Flare(
        id="f1",
        first_day=MON,
        last_day=THU,
        extent=Extent.ALL_OVER,
        sites=("neck", "low_back"),
        worst=8.0,
        helped="Rest",
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
    keep(diary_path, flare)

    assert shown(run, diary_path, TUE) == [
        "2026-11-17",
        "Flare: all over, 8 of 10 (2026-11-16 to 2026-11-19)",
        "  Sites: Neck; Low back",
        "  Helped: Rest",
    ]
    assert shown(run, diary_path, FRI) == ["Nothing is recorded on 2026-11-20."]


def test_rows_and_places_that_the_diary_does_not_know_are_shown_by_their_key(
    run: Run, diary_path: Path
) -> None:
    flare = Flare(id="f1", first_day=FRI, sites=("own_place",), **STAMP)  # type: ignore[arg-type]
    keep(diary_path, a_reading("own_gone", 3.0, day=FRI), flare)

    lines = shown(run, diary_path)

    assert lines[1] == "own_gone: 3.0 (a row this diary does not know)"
    assert lines[-1] == "  Sites: own_place"


def test_a_period_tells_on_its_last_day_why_it_ended(run: Run, diary_path: Path) -> None:
    ended = replace(TWICE_A_DAY, last_day=THU, ended_because="Stomach")
    keep(diary_path, NAPROXEN, ended)

    assert shown(run, diary_path, THU)[-1] == "  Ended because: Stomach"
    assert "Stomach" not in " ".join(shown(run, diary_path, TUE))


def test_a_weekly_check_tells_what_was_left_open(run: Run, diary_path: Path) -> None:
    check = WeeklyCheck(day=FRI, tiredness=0.0, recorded_at=NOON, origin=Origin.THAT_DAY)
    keep(diary_path, check)

    lines = shown(run, diary_path)

    assert lines[1:4] == [
        "Weekly check: 1 of 7 answered",
        "  Tiredness: 0",
        "  Neck, back or hip pain: left open",
    ]
    assert len(lines) == 9


LONG = "A long story. " * 20


def test_own_words_are_shown_whole(run: Run, diary_path: Path) -> None:
    words = {"day": FRI, **STAMP}
    keep(
        diary_path,
        MealNote(text=LONG, **words),  # type: ignore[arg-type]
        Visit(id="v1", decisions="Go on.", said=LONG, **words),  # type: ignore[arg-type]
        Question(id="q1", text="Why?", visit="v1", answer=LONG, **words),  # type: ignore[arg-type]
    )

    lines = shown(run, diary_path)

    assert [line.partition(":")[0] for line in lines if LONG in f"{line} "] == [
        "  Text",
        "  Said",
        "  Answer",
    ]
    assert "  Decisions: Go on." in lines


def test_what_the_clinic_measured_is_shown(run: Run, diary_path: Path) -> None:
    words = {"day": FRI, **STAMP}
    keep(
        diary_path,
        LabResult(
            id="l1",
            test=LabTest.CRP,
            value=3.0,
            below_limit=True,
            unit="mg/L",
            reference_high=5.0,
            laboratory="Clinic",
            **words,  # type: ignore[arg-type]
        ),
        ClinicScore(id="c1", instrument=Instrument.BASFI, value=2.5, **words),  # type: ignore[arg-type]
    )

    assert shown(run, diary_path)[1:] == [
        "BASFI: 2.5",
        "CRP: below 3 mg/L",
        "  Laboratory: Clinic",
        "  reference high 5",
    ]


def test_side_effects_and_declined_flares_are_shown(run: Run, diary_path: Path) -> None:
    keep(
        diary_path,
        SideEffect(id="e1", first_day=MON, what="Rash", strength=2.0, **STAMP),  # type: ignore[arg-type]
        DeclinedFlare(first_day=FRI, **STAMP),  # type: ignore[arg-type]
    )

    assert shown(run, diary_path)[1:] == [
        "Side effect “Rash”: 2 of 10 (since 2026-11-16)",
        "Offered flare: no",
    ]


def test_every_day_of_a_life_can_be_shown(run: Run, diary_path: Path) -> None:
    keep(diary_path, *sample_records(years=0.1, last_day=SAMPLE_LAST_DAY))

    for days in range(37):
        day = SAMPLE_LAST_DAY - timedelta(days=days)
        lines = shown(run, diary_path, day)
        assert str(day) in lines[0]
        assert not any("None" in line for line in lines)
