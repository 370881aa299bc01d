"""Every kind of record is kept, changed, removed and found as it was, whatever it holds."""

import json
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.domain.days import Span, number_of
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.flares import Flare
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.medicines import Dose, Medicine
from heeldiary.domain.movement import Activity, Impact, Session, Shoe
from heeldiary.domain.records import Origin, Reading, Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.domain.visits import Visit
from heeldiary.exchange.other_kinds import records_of
from heeldiary.exchange.own_json import write_json
from heeldiary.storage.store import Store
from tests.builders import FRI, MON, NOON, WED, PlainDiary, a_note
from tests.domain.records import DERIVED, of_kind
from tests.storage.changes import adding

OLD = Path(__file__).parent.parent / "files"


def without_references(record: Record) -> bool:
    fields = shape_of(type(record)).fields.values()
    return all(getattr(record, f.name) is None for f in fields if f.refers_to)


def a_flare(first: date, last: date | None, key: str = "f") -> Flare:
    return Flare(id=key, first_day=first, last_day=last, recorded_at=NOON, origin=Origin.THAT_DAY)


_NEEDED: dict[str, type[Medicine] | type[Shoe]] = {"medicine": Medicine, "shoe": Shoe}
A_MEDICINE = Medicine(id="m", name="Naproxen")


@pytest.mark.parametrize("kind", DERIVED)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_is_kept_changed_and_removed(
    kind: str, data: st.DataObject, tmp_path: Path, empty_diary_file: Path
) -> None:
    path = tmp_path / "mine.heeldiary"
    shutil.copy(empty_diary_file, path)
    record = data.draw(of_kind(kind))
    needed = [
        _NEEDED[field.refers_to](id=getattr(record, field.name), name="Needed")
        for field in shape_of(type(record)).fields.values()
        if field.refers_to in _NEEDED and getattr(record, field.name) is not None
    ]
    if not needed and not without_references(record):
        record = type(record)(
            **{
                f.name: None if f.refers_to else getattr(record, f.name)
                for f in shape_of(type(record)).fields.values()
            }
        )
    with Store.open(path, NOON) as store:
        change = adding(*needed, record)
        store.apply(change, NOON)
        assert store.find(kind, record.id) == record
        assert store.records(type(record)) == PlainDiary(record).records(type(record))
        store.apply(change.inverted("Undone"), NOON)
        assert store.find(kind, record.id) is None


def test_a_period_falls_into_a_span_when_any_of_its_days_does(store: Store) -> None:
    closed, open_one = a_flare(MON, WED, "closed"), a_flare(WED, None, "open")
    store.apply(adding(closed, open_one), NOON)
    assert store.records(Flare, Span(MON, MON)) == [closed]
    assert store.records(Flare, Span(FRI, FRI)) == [open_one]
    assert store.records(Flare, Span(date(2026, 1, 1), date(2026, 1, 2))) == []


def test_the_newest_come_first_and_no_more_than_asked_for(store: Store) -> None:
    visits = [
        Visit(id=str(day), day=day, recorded_at=NOON, origin=Origin.LATER)
        for day in (MON, WED, FRI)
    ]
    store.apply(adding(*visits), NOON)
    assert store.newest(Visit, 2) == [visits[2], visits[1]]
    assert store.newest(Visit, 2, until=WED) == [visits[1], visits[0]]


def test_what_refers_to_a_record_is_found(store: Store) -> None:
    dose = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
    store.apply(adding(dose, A_MEDICINE), NOON)
    assert list(store.referring("medicine", "m")) == [dose]
    assert list(PlainDiary(dose, A_MEDICINE).referring("medicine", "m")) == [dose]
    assert list(store.referring("medicine", "other")) == []


def test_a_record_that_others_need_is_not_removed(store: Store) -> None:
    dose = Dose(id="d", medicine="m", day=MON, recorded_at=NOON, origin=Origin.THAT_DAY)
    store.apply(adding(A_MEDICINE, dose), NOON)
    with pytest.raises(Refused, match="A record that others name would be missing"):
        store.apply(Change(label="Away", edits=(Edit(A_MEDICINE, None),)), NOON)
    assert store.find("medicine", "m") == A_MEDICINE
    store.apply(adding(a_note()), NOON)


def test_a_diary_of_the_first_version_opens_with_all_that_was_in_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.heeldiary"
    shutil.copy(OLD / "diary-1.heeldiary", path)
    with Store.open(path, NOON) as store:
        now = json.loads("".join(write_json(store)))
        corrected = store.edits_of(2)
    then = json.loads((OLD / "diary-1.json").read_text("utf-8"))
    for own in now["factors"]:
        assert own.pop("group") == "own"
    assert {name: now[name] for name in then if name != "version"} == {
        name: then[name] for name in then if name != "version"
    }
    assert [type(edit.record) for edit in corrected] == [Reading]


def test_every_kind_has_a_name_for_many_of_its_own() -> None:
    names = [record_type(kind).listed for kind in KINDS]
    assert len(set(names)) == len(KINDS)
    assert [record_type(kind).kind for kind in KINDS] == list(KINDS)


def test_sessions_are_found_by_the_kind_of_exercise_that_they_name(store: Store) -> None:
    rope = Activity(id="rope", name="Rope", impact=Impact.HIGH)
    session = Session(
        id="s",
        day=MON,
        activity="rope",
        impact=Impact.HIGH,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
    store.apply(adding(rope, session), NOON)
    assert list(store.referring("activity", "rope")) == [session]
    assert [r.id for r in records_of(store, "activity", Span(MON, MON))] == ["rope"]
    assert records_of(store, "activity", Span(FRI, FRI)) == []


def test_the_records_of_a_span_are_not_looked_for_in_all_the_years(store: Store) -> None:
    asked: list[str] = []
    store._raw.set_trace_callback(asked.append)
    store.records(Dose, Span(MON, WED))
    store._raw.set_trace_callback(None)
    (query,) = [sql for sql in asked if sql.startswith("SELECT dose")]
    plan = str(store._raw.execute(f"EXPLAIN QUERY PLAN {query}").fetchall())
    assert "ix_dose_day (day>? AND day<?)" in plan


@pytest.mark.parametrize("year", [1900, 1969, 1970, 2983, 2984, 9998])
def test_a_moment_of_any_year_comes_back(store: Store, year: int) -> None:
    zone = timezone(timedelta(hours=-11, minutes=-30))
    moment = datetime(year, 12, 31, 23, 59, 59, tzinfo=zone)
    note = replace(a_note(), recorded_at=moment)
    store.apply(adding(note), NOON)
    (kept,) = store.notes()
    assert (kept.recorded_at, kept.recorded_at.utcoffset()) == (moment, moment.utcoffset())


def test_one_number_of_many_records_is_asked_for_alone(store: Store) -> None:
    held = [
        a_session("a", MON, 30.0),
        a_session("b", MON, 0.0),
        a_session("c", WED, None),
        a_session("d", WED, 45.5, Impact.LOW),
        a_session("e", FRI, 60.0),
    ]
    store.apply(adding(*held), NOON)
    span = Span(MON, WED)
    for diary in (store, PlainDiary(*held)):
        high = diary.numbers(Session, "minutes", span, impact="high")
        assert [tuple(row) for row in high] == [(number_of(MON), 30.0), (number_of(MON), 0.0)]
        both = diary.numbers(Session, "minutes", span)
        assert [tuple(row) for row in both][2:] == [(number_of(WED), 45.5)]


def test_the_days_of_a_kind_are_told_once_each_in_order(store: Store) -> None:
    held = [a_session("a", FRI, 30.0), a_session("b", MON, 0.0), a_session("c", MON, None)]
    store.apply(adding(*held, a_note(day=WED)), NOON)
    for diary in (store, PlainDiary(*held, a_note(day=WED))):
        assert diary.days_of("session", Span(MON, FRI)) == [MON, FRI]
        assert diary.days_of("session", Span(MON, WED)) == [MON]
        assert diary.days_of("visit", Span(MON, FRI)) == []


def a_session(key: str, day: date, minutes: float | None, impact: Impact = Impact.HIGH) -> Session:
    return Session(
        id=key,
        day=day,
        activity="running",
        impact=impact,
        minutes=minutes,
        recorded_at=NOON,
        origin=Origin.THAT_DAY,
    )
