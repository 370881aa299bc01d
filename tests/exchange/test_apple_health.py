"""Apple Health: a stream of gigabytes, of which weight, sleep and workouts are taken."""

import io
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.apple_file import write_apple_file
from heeldiary.domain.refusal import Refused
from heeldiary.exchange import apple_health
from heeldiary.exchange.apple_health import FORMAT
from heeldiary.exchange.entries import Circumstances, Format, Row
from heeldiary.exchange.weigh_ins import KILOGRAMS
from heeldiary.exchange.workouts import IMPACT
from tests.builders import a_clock
from tests.exchange.brought import around, imported_twice, readings, refusals

MAY_4 = date(2026, 5, 4)
MAY_5 = date(2026, 5, 5)


def weight(value: str = "70.5", unit: str = "kg", at: str = "2026-05-04 07:10:00 +0200") -> str:
    return (
        f'<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="Scale" unit="{unit}" '
        f'startDate="{at}" endDate="{at}" value="{value}"/>'
    )


def sleep(
    start: str,
    end: str,
    state: str = "AsleepCore",
    source: str = "Watch",
) -> str:
    return (
        f'<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{source}" '
        f'startDate="{start} +0200" endDate="{end} +0200" '
        f'value="HKCategoryValueSleepAnalysis{state}"/>'
    )


def workout(
    activity: str = "Running",
    duration: str = "30",
    unit: str = "min",
    start: str = "2026-05-04 17:00:00",
    end: str = "2026-05-04 17:30:00",
    source: str = "Watch",
) -> str:
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityType{activity}" duration="{duration}" '
        f'durationUnit="{unit}" sourceName="{source}" startDate="{start} +0200" '
        f'endDate="{end} +0200"></Workout>'
    )


def a_document(*elements: str, head: str = '<?xml version="1.0"?>\n') -> bytes:
    return "\n".join([f'{head}<HealthData locale="en_GB">', *elements, "</HealthData>"]).encode()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return tmp_path / "export.xml"


def rows_of(path: Path, content: bytes) -> list[Row]:
    path.write_bytes(content)
    return list(FORMAT.rows(path, around()))


def test_it_is_a_format() -> None:
    form: Format = FORMAT
    assert (form.name, form.title) == ("apple-health", "Apple Health")


def test_a_weight_is_taken_on_its_day_with_its_line(export: Path) -> None:
    assert readings(rows_of(export, a_document(weight()))) == [(3, MAY_4, "weight", 70.5)]


@pytest.mark.parametrize(
    ("value", "unit", "kilograms"),
    [("70.5", "kg", 70.5), ("70500", "g", 70.5), ("155.4", "lb", 70.49), ("11.1", "st", 70.49)],
)
def test_a_weight_in_any_known_unit_becomes_kilograms(
    export: Path, value: str, unit: str, kilograms: float
) -> None:
    [(_, _, _, taken)] = readings(rows_of(export, a_document(weight(value, unit))))
    assert taken == kilograms


def test_every_known_unit_of_weight_is_tried_here() -> None:
    assert set(KILOGRAMS) == {"kg", "g", "lb", "st"}


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        (weight(unit="oz"), "A weight in “oz” is not understood; known are kg, g, lb and st."),
        (weight(unit=""), "It has no “unit”."),
        (weight(value=""), "It has no “value”."),
        (weight(value="heavy"), "“heavy” is not a number."),
        (weight(value="1e999"), "“1e999” is not a number."),
        (weight(value="7"), "“Weight” takes a number from 20 to 400 kg, not “7”."),
        (weight(at="4 May 2026"), "“4 May 2026” is not a time with its offset."),
        (weight(at="2026-02-30 07:00:00 +0100"), "“2026-02-30 07:00:00 +0100” is not a time"),
        (workout("Fencing"), "“Fencing” is not known as an activity of low or of high impact."),
        (workout(unit="d"), "A duration in “d” is not understood; known are min, s and hr."),
        (workout(duration=""), "It has no “duration”."),
        (workout(end="2026-05-04 16:00:00"), "It ends before it begins, or takes no time at all."),
        (workout(duration="0.2"), "The activity of 2026-05-04 lasted less than half a minute"),
        (sleep("2026-05-04 01:00:00", "2026-05-04 01:00:00"), "It ends before it begins"),
        (
            sleep("2026-05-04 01:00:00", "2026-05-04 05:00:00", "Floating"),
            "“Floating” is not a state of sleep that is known here.",
        ),
        (
            sleep("2026-05-01 01:00:00", "2026-05-04 05:00:00"),
            "76 hours of sleep for 2026-05-04 cannot be; they were not taken.",
        ),
    ],
)
def test_what_cannot_be_taken_says_why_with_its_line(
    export: Path, element: str, reason: str
) -> None:
    rows = rows_of(export, a_document(element))
    assert readings(rows) == []
    assert refusals(rows)[3].startswith(reason)


def test_the_first_weighing_of_a_day_is_taken_whatever_its_line(export: Path) -> None:
    evening = weight("71.2", at="2026-05-04 21:00:00 +0200")
    rows = rows_of(export, a_document(evening, weight()))
    assert readings(rows) == [(4, MAY_4, "weight", 70.5)]
    assert refusals(rows) == {
        3: "The first weighing of 2026-05-04 was taken (line 4); a day holds one weight."
    }


def test_a_weighing_after_midnight_belongs_to_the_day_before(export: Path) -> None:
    rows = rows_of(export, a_document(weight(at="2026-05-05 01:30:00 +0200")))
    assert readings(rows) == [(3, MAY_4, "weight", 70.5)]


def test_a_night_is_the_day_of_waking_and_carries_its_first_line(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            sleep("2026-05-03 23:00:00", "2026-05-03 23:30:00"),
            sleep("2026-05-03 23:30:00", "2026-05-04 03:00:00", "AsleepDeep"),
            sleep("2026-05-04 03:20:00", "2026-05-04 06:20:00", "AsleepREM"),
        ),
    )
    assert readings(rows) == [(3, MAY_4, "sleep_hours", 7.0)]


def test_in_bed_and_awake_are_not_sleep(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            sleep("2026-05-03 22:00:00", "2026-05-04 08:00:00", "InBed"),
            sleep("2026-05-03 23:00:00", "2026-05-04 05:00:00", "Asleep"),
            sleep("2026-05-04 05:00:00", "2026-05-04 06:00:00", "Awake"),
        ),
    )
    assert readings(rows) == [(4, MAY_4, "sleep_hours", 6.0)]
    assert refusals(rows) == {}


def test_overlapping_stretches_of_one_source_count_once_in_any_order(export: Path) -> None:
    stretches = (
        sleep("2026-05-04 00:00:00", "2026-05-04 01:00:00"),
        sleep("2026-05-04 02:00:00", "2026-05-04 06:00:00"),
        sleep("2026-05-03 23:00:00", "2026-05-04 03:00:00"),
    )
    rows = rows_of(export, a_document(*stretches))
    assert readings(rows) == [(3, MAY_4, "sleep_hours", 7.0)]


def test_two_sources_of_one_night_are_never_added_up(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            sleep("2026-05-03 23:00:00", "2026-05-04 05:00:00", source="Phone"),
            sleep("2026-05-03 23:00:00", "2026-05-04 06:30:00", source="Watch"),
        ),
    )
    assert readings(rows) == [(4, MAY_4, "sleep_hours", 7.5)]
    assert refusals(rows) == {
        3: "The sleep of 2026-05-04 was taken from “Watch” (line 4), which recorded more; "
        "what “Phone” recorded was not added to it."
    }


def test_a_nap_counts_to_the_day_of_its_night(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            sleep("2026-05-04 14:00:00", "2026-05-04 15:00:00"),
            sleep("2026-05-03 23:00:00", "2026-05-04 06:00:00"),
            sleep("2026-05-04 23:00:00", "2026-05-05 06:00:00"),
        ),
    )
    assert readings(rows) == [(3, MAY_4, "sleep_hours", 8.0), (5, MAY_5, "sleep_hours", 7.0)]


def test_minutes_of_workouts_add_up_by_impact(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            workout("Running", "20.4"),
            workout("Swimming", "1800", "s", "2026-05-04 19:00:00", "2026-05-04 19:30:00"),
            workout("Walking", "0.5", "hr", "2026-05-04 20:00:00", "2026-05-04 20:30:00"),
        ),
    )
    assert readings(rows) == [
        (3, MAY_4, "high_impact_minutes", 20.0),
        (4, MAY_4, "low_impact_minutes", 60.0),
    ]


def test_the_same_workout_from_phone_and_watch_counts_once(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            workout(duration="28", source="Phone", end="2026-05-04 17:28:00"),
            workout(duration="30", source="Watch"),
        ),
    )
    assert readings(rows) == [(4, MAY_4, "high_impact_minutes", 30.0)]
    assert refusals(rows) == {
        3: "“Watch” recorded a longer workout at the same time (line 4); "
        "the 28 minutes of “Phone” were not added to it."
    }


def test_workouts_that_only_touch_are_two(export: Path) -> None:
    rows = rows_of(
        export,
        a_document(
            workout(),
            workout(source="Phone", start="2026-05-04 17:29:00", end="2026-05-04 17:59:00"),
        ),
    )
    assert readings(rows) == [(3, MAY_4, "high_impact_minutes", 60.0)]


@pytest.mark.parametrize(
    "activity",
    ["Swimming", "Cycling", "Walking", "Yoga", "Pilates", "Elliptical", "Rowing", "Hiking"],
)
def test_gentle_activities_are_of_low_impact(activity: str) -> None:
    assert IMPACT[activity] == "low_impact_minutes"


@pytest.mark.parametrize(
    "activity",
    ["Running", "JumpRope", "Tennis", "Soccer", "Basketball", "HighIntensityIntervalTraining"],
)
def test_pounding_activities_are_of_high_impact(activity: str) -> None:
    assert IMPACT[activity] == "high_impact_minutes"


def test_other_records_pass_in_silence(export: Path) -> None:
    steps = (
        '<Record type="HKQuantityTypeIdentifierStepCount" unit="count" value="12" '
        'device="&lt;&lt;HKDevice: 0x282a45810&gt;, name:Apple Watch&gt;">'
        '<MetadataEntry key="a" value="b"/></Record>'
    )
    assert rows_of(export, a_document(steps, "<Record/>")) == []


def test_a_broken_document_type_is_stripped_and_lines_still_count(export: Path) -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ATTLIST Record\n device CDATA\n]>\n'
    assert readings(rows_of(export, a_document(weight(), head=head)))[0][0] == 7


def test_control_characters_are_dropped(export: Path) -> None:
    element = weight().replace("Scale", "Sca\x0ble\x00")
    assert readings(rows_of(export, a_document(element))) == [(3, MAY_4, "weight", 70.5)]


@pytest.mark.parametrize("piece", [1, 7, 64])
def test_elements_may_be_cut_between_pieces(
    export: Path, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_health, "_PIECE", piece)
    assert readings(rows_of(export, a_document(weight()))) == [(3, MAY_4, "weight", 70.5)]


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_an_empty_file_is_refused(export: Path, content: bytes) -> None:
    with pytest.raises(Refused, match="empty"):
        rows_of(export, content)


def test_another_xml_file_is_refused(export: Path) -> None:
    with pytest.raises(Refused, match="not an export of Apple Health"):
        rows_of(export, b"<ClinicalDocument/><ClinicalDocument/>")


def test_a_file_without_its_root_is_given_up_early(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_health, "_LONGEST_HEAD", 100)
    monkeypatch.setattr(apple_health, "_PIECE", 50)
    with pytest.raises(Refused, match="not an export of Apple Health"):
        rows_of(export, b"x" * 1000 + a_document(weight()))


@pytest.mark.parametrize("cut", [60, 100, 200, -14])
def test_a_file_that_ends_in_the_middle_is_refused_as_a_whole(export: Path, cut: int) -> None:
    with pytest.raises(Refused, match="ends in the middle; nothing of it was taken"):
        rows_of(export, a_document(weight(), weight())[:cut])


def test_a_damaged_line_is_named(export: Path) -> None:
    with pytest.raises(Refused, match="damaged at line 4"):
        rows_of(export, a_document(weight(), "<Record <>", weight()))


def test_an_entity_bomb_is_refused_before_it_is_read(export: Path) -> None:
    head = '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    with pytest.raises(Refused, match="declares entities"):
        rows_of(export, a_document("&b;", head=head))


def test_an_entity_bomb_below_the_root_is_refused(export: Path) -> None:
    with pytest.raises(Refused, match="damaged at line 3"):
        rows_of(export, a_document('<!DOCTYPE z [<!ENTITY a "ha">]>', "&a;"))


def test_an_element_that_never_ends_does_not_fill_the_memory(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_health, "_LONGEST_TOKEN", 4000)
    monkeypatch.setattr(apple_health, "_PIECE", 1000)
    with pytest.raises(Refused, match="damaged at line 3"):
        rows_of(export, a_document('<Record value="' + "a" * 50_000))


def test_much_white_space_is_no_damage(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "_LONGEST_TOKEN", 4000)
    monkeypatch.setattr(apple_health, "_PIECE", 1000)
    rows = rows_of(export, a_document(" " * 50_000 + "\n" * 50_000, weight()))
    assert len(readings(rows)) == 1


def test_progress_is_told_as_it_is_read(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "_PIECE", 100)
    export.write_bytes(a_document(*[weight()] * 20))
    told: list[float] = []
    here = Circumstances(clock=a_clock(), factors=around().factors, progress=told.append)
    list(FORMAT.rows(export, here))
    assert told == sorted(told)
    assert len(told) > 5
    assert 0 < told[0] < told[-1] <= 1


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="folder"):
        list(FORMAT.rows(tmp_path, around()))


# the zip -------------------------------------------------------------------------------------


def a_zip(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


@pytest.mark.parametrize(
    "name", ["apple_health_export__export.xml", "export.xml", "apple_health_export__exportar.xml"]
)
def test_the_export_inside_a_zip_is_read(tmp_path: Path, name: str) -> None:
    cda = {"apple_health_export__export_cda.xml": b"<a/><b/>"}
    path = a_zip(tmp_path / "export.zip", **cda, **{name: a_document(weight())})
    assert readings(list(FORMAT.rows(path, around()))) == [(3, MAY_4, "weight", 70.5)]
    assert FORMAT.recognises(path.read_bytes(), path)


@pytest.mark.parametrize(
    "name", ["__export.xml", "..__export.xml", "apple_health_export__export_cda.xml", "a.txt"]
)
def test_a_zip_without_a_plain_export_is_refused(tmp_path: Path, name: str) -> None:
    path = a_zip(tmp_path / "some.zip", **{name: a_document(weight())})
    assert not FORMAT.recognises(path.read_bytes(), path)
    with pytest.raises(Refused, match=r"no export\.xml"):
        list(FORMAT.rows(path, around()))


def test_a_zip_that_asks_for_a_password_is_refused(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "export.zip", **{"export.xml": a_document(weight())})
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    path.write_bytes(content)
    with pytest.raises(Refused, match="password"):
        list(FORMAT.rows(path, around()))


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "_SMALL", 1000)
    path = a_zip(tmp_path / "export.zip", **{"export.xml": b"<HealthData>" + b" " * 2_000_000})
    with pytest.raises(Refused, match="swells"):
        list(FORMAT.rows(path, around()))


@pytest.mark.parametrize("kept", [2, 40, 150])
def test_half_a_zip_is_refused(tmp_path: Path, kept: int) -> None:
    path = a_zip(tmp_path / "export.zip", **{"export.xml": a_document(weight())})
    path.write_bytes(path.read_bytes()[:kept])
    assert FORMAT.recognises(path.read_bytes(), path)
    with pytest.raises(Refused, match="zip file is damaged"):
        list(FORMAT.rows(path, around()))


def test_a_damaged_zip_is_not_claimed_under_another_name(tmp_path: Path) -> None:
    assert not FORMAT.recognises(b"PK\x03\x04", tmp_path / "holiday.zip")


# recognising, repeating, and everything else -------------------------------------------------


def test_it_is_recognised_by_its_root_or_its_name(tmp_path: Path) -> None:
    assert FORMAT.recognises(a_document(), tmp_path / "health.xml")
    assert FORMAT.recognises(b"", tmp_path / "Export.xml")
    assert not FORMAT.recognises(b"date,weight\n", tmp_path / "weight.csv")


def test_a_made_up_export_is_imported_once(export: Path) -> None:
    write_apple_file(export, 3000, seed=5)
    first, second = imported_twice(FORMAT, export)
    factors = {edit.record.id.split("/")[0] for edit in first.edits}
    assert factors == {"weight", "sleep_hours", "low_impact_minutes", "high_impact_minutes"}
    assert first.refusals == second.refusals == ()
    assert (second.edits, second.unchanged) == ((), first.accepted)


def test_a_made_up_export_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xml", tmp_path / "two.xml"
    write_apple_file(one, 200, seed=1)
    write_apple_file(two, 200, seed=1)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().count(b"<Record ") + one.read_bytes().count(b"<Workout ") == 200


_ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@_ANY_FILE
@given(content=st.binary(max_size=400), rooted=st.booleans())
def test_any_bytes_are_read_or_refused(export: Path, content: bytes, rooted: bool) -> None:
    with suppress(Refused):
        rows = rows_of(export, b"<HealthData>" + content if rooted else content)
        assert all(row.line > 0 for row in rows)


@_ANY_FILE
@given(st.data())
def test_any_attributes_are_taken_or_refused(export: Path, data: st.DataObject) -> None:
    word = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=25)
    moment = st.datetimes().map(lambda at: at.isoformat(" ", "seconds") + " +1400")
    times = moment | word
    kinds = ["HKQuantityTypeIdentifierBodyMass", "HKCategoryTypeIdentifierSleepAnalysis"]
    given_attributes = {
        "type": data.draw(st.sampled_from(kinds)),
        "workoutActivityType": data.draw(st.sampled_from(["Running", ""])),
        "unit": data.draw(st.sampled_from(["kg", "lb", ""])),
        "durationUnit": "min",
        "value": data.draw(word | st.floats().map(repr) | st.just("HKCategoryValue...Asleep")),
        "duration": data.draw(word | st.floats().map(repr)),
        "startDate": data.draw(times),
        "endDate": data.draw(times),
    }
    written = "".join(f" {name}='{_escaped(word)}'" for name, word in given_attributes.items())
    element = data.draw(st.sampled_from(["Record", "Workout"]))
    with suppress(Refused):
        rows = rows_of(export, a_document(f"<{element}{written}/>"))
        assert all(row.line == 3 for row in rows)


@_ANY_FILE
@given(place=st.integers(0, 300), byte=st.integers(0, 255))
def test_a_zip_with_any_byte_changed_is_read_or_refused(
    export: Path, place: int, byte: int
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.xml", a_document(weight()))
    content = bytearray(packed.getvalue())
    content[place % len(content)] = byte
    with suppress(Refused):
        rows = rows_of(export, bytes(content))
        assert all(row.line > 0 for row in rows)
    assert isinstance(FORMAT.recognises(bytes(content), export), bool)


def _escaped(word: str) -> str:
    return word.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;")
