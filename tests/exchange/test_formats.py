"""The one door: each file is read by the format that knows it, or refused in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import Told
from heeldiary.exchange.entries import ImportPlan
from heeldiary.exchange.formats import (
    FORMATS,
    circumstances,
    format_named,
    plan_import,
    recognise,
)
from heeldiary.exchange.mapped import ColumnTarget, Mapping
from heeldiary.exchange.own_csv import write_folder, write_long
from heeldiary.exchange.own_json import write_json
from tests.builders import PlainDiary, a_clock
from tests.exchange.whole_diaries import WHOLE, carried_out

SAMPLES = {
    "heeldiary-json": '{"format": "heeldiary"}',
    "heeldiary-csv": "record,day,factor,value,state,text,recorded_at,origin,fields\n",
    "bearable": "date,weekday,time of day,category,rating/amount,detail,notes\n",
    "daylio": "full_date,date,weekday,time,mood,activities,note_title,note\n",
    "apple-health": '<?xml version="1.0"?>\n<HealthData locale="en_GB">\n',
    "fitbit": "Id,Date,WeightKg,WeightPounds,Fat,BMI,IsManualReport,LogId\n",
    "csv": "Date,Weight (kg)\n2026-11-16,80\n",
}


def planned(path: Path, diary: PlainDiary | None = None, **asked: object) -> ImportPlan:
    diary = diary or PlainDiary()
    around = circumstances(diary, a_clock())
    return plan_import(path, diary, around, **asked)  # type: ignore[arg-type]


def written(folder: Path, content: str | bytes, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("name", SAMPLES)
def test_each_format_is_recognised_by_the_beginning_of_its_file(name: str, tmp_path: Path) -> None:
    assert recognise(written(tmp_path, SAMPLES[name])).name == name


def test_every_format_has_a_sample_and_a_name_of_its_own() -> None:
    assert [known.name for known in FORMATS] == list(SAMPLES)
    assert all(format_named(name.upper()).name == name for name in SAMPLES)


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused, match="no format “xml”; known are: heeldiary-json, heeldiary-csv"):
        format_named("xml")


def test_our_exports_may_be_called_as_they_are_when_exported(tmp_path: Path) -> None:
    json = written(tmp_path, "".join(write_json(WHOLE)), "a.json")
    table = written(tmp_path, "".join(write_long(WHOLE)), "a.csv")

    for path, name in ((json, "json"), (table, "csv")):
        result = planned(path, format_name=name)
        assert result.refusals == ()
        assert "".join(write_json(carried_out(result))) == "".join(write_json(WHOLE))


def test_an_exported_folder_is_its_complete_table(tmp_path: Path) -> None:
    write_folder(WHOLE, tmp_path / "export")

    result = planned(tmp_path / "export")

    assert result.format_title == "Heel Diary CSV"
    assert result.refusals == ()


def test_what_was_said_about_a_table_is_heeded(tmp_path: Path) -> None:
    path = written(tmp_path, "Date,Weight\n03/04/2026,177.4\n")

    result = planned(path, told=Told(date_order="dmy", unit="lb"))

    [edit] = result.edits
    assert edit.record.id == "weight/2026-04-03"
    with pytest.raises(Refused, match="--date-order"):
        planned(path)


def test_the_wizards_answers_are_heeded_whatever_the_file_looks_like(tmp_path: Path) -> None:
    path = written(tmp_path, "day,pain,note\n2026-11-16,3,words\n")
    mapping = Mapping(
        date_column="day",
        date_order="ymd",
        decimal=".",
        targets=(ColumnTarget(column="pain", factor="neck"),),
    )

    result = planned(path, mapping=mapping)

    assert [edit.record.id for edit in result.edits] == ["neck/2026-11-16"]
    assert result.format_title == "Table (CSV)"


def test_replacing_is_passed_on(tmp_path: Path) -> None:
    first = carried_out(planned(written(tmp_path, "day,neck,note\n2026-11-16,3,\n")))
    path = written(tmp_path, "day,neck,note\n2026-11-16,4,\n")

    assert planned(path, first).accepted == 0
    assert planned(path, first, replace=True).accepted == 1


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.csv", "a.csv is empty"),
        (b" \n", "a.json", "a.json is empty"),
        (b"%PDF-1.7", "a.pdf", "a.pdf is no kind of file that is known here"),
        (b"<html></html>", "a.csv", "a.csv is no kind of file that is known here"),
        (b"PK\x03\x04 no zip", "a.zip", "a.zip is no kind of file that is known here"),
        (b"\x00\x01\x02", "a.csv", "is not a text file"),
        (b"{}", "a.json", "is JSON, but not of Heel Diary"),
    ],
)
def test_what_is_no_export_is_refused(
    content: bytes, name: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=sentence):
        planned(written(tmp_path, content, name))


@pytest.mark.parametrize("name", [None, *SAMPLES])
def test_what_is_not_there_or_a_folder_is_refused(name: str | None, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        planned(tmp_path / "none.csv", format_name=name)
    with pytest.raises(Refused, match="is a folder"):
        planned(tmp_path, format_name=name)


@given(st.binary(max_size=60), st.sampled_from(list(SAMPLES)), st.booleans())
def test_any_file_is_planned_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str, told: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(SAMPLES[name].encode() + content)
    try:
        result = planned(path, format_name=name if told else None)
    except Refused:
        return
    assert len(result.edits) <= result.accepted
