"""Whatever passes the check is stored, exported, imported and taken back without a change."""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.kinds import record_type
from heeldiary.domain.medicines import Medicine, Regimen
from heeldiary.domain.movement import Shoe
from heeldiary.domain.records import Origin, Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.results import ClinicScore, LabResult, LabTest
from heeldiary.domain.shape import Step, shape_of
from heeldiary.domain.validity import check
from heeldiary.domain.visits import Visit
from heeldiary.exchange import own_csv_rows, own_json
from heeldiary.exchange.entries import Format, ImportPlan
from heeldiary.exchange.own_csv import write_long
from heeldiary.exchange.own_json import write_json
from heeldiary.exchange.plan import plan
from heeldiary.exchange.take_back import taking_back
from heeldiary.storage.store import Store
from tests.builders import MON, NOON, PlainDiary, a_clock
from tests.domain.records import DERIVED, of_kind
from tests.exchange.whole_diaries import around

LATER = NOON.replace(year=2200)
NAMED: dict[str, Record] = {
    "medicine": Medicine(id="a/ 'b\"", name="M"),
    "visit": Visit(id="=v", day=MON, recorded_at=NOON, origin=Origin.LATER),
    "shoe": Shoe(id="s;\r\n", name="S"),
}
UNITS = {LabTest.CRP: "mg/L", LabTest.ESR: "mm/h"}


@st.composite
def possible(draw: st.DrawFn) -> Record | None:
    """A record that the check takes and that names only what is there; None if it is refused."""
    record = draw(st.sampled_from(DERIVED).flatmap(of_kind))
    changes: dict[str, object] = {
        field.name: NAMED[field.refers_to].id
        for field in shape_of(type(record)).fields.values()
        if field.refers_to and getattr(record, field.name) is not None
    }
    match record:
        case Regimen():
            changes |= {"times": ("08:00",), "weekdays": (1, 7), "steps": (Step(dose=0.1, days=3),)}
        case ClinicScore():
            changes["value"] = draw(st.floats(0, 10))
        case LabResult():
            changes |= {"unit": UNITS.get(record.test, ""), "value": draw(st.floats(0, 300))}
    record = replace(record, **changes)  # type: ignore[type-var]  # every record is a dataclass
    try:
        check(record, date(2200, 1, 1))
    except Refused:
        return None
    return record


def that_stand_together(records: Iterable[Record | None]) -> list[Record]:
    """One of each id, and one regimen: several could share days."""
    by_id = {(record.kind, record.id): record for record in records if record is not None}
    regimens = [key for key in by_id if key[0] == "regimen"]
    return [*NAMED.values(), *(by_id[key] for key in by_id if key not in regimens[1:])]


def nothing_left(store: Store) -> bool:
    return not any(store.records(record_type(kind)) for kind in DERIVED)


def planned(path: Path, known_as: Format, store: Store) -> ImportPlan:
    circumstances = replace(around(PlainDiary()), clock=a_clock(LATER))
    return plan(known_as.rows(path, circumstances), store, circumstances, title="")


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(possible(), max_size=20).map(that_stand_together))
def test_what_can_be_kept_comes_back_the_same(
    empty_diary_file: Path, records: list[Record]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.heeldiary"
        shutil.copy(empty_diary_file, path)
        with Store.open(path, NOON) as store:
            edits = tuple(Edit(None, record) for record in reversed(records))
            added = Change(label="Added", edits=edits)
            store.apply(added, NOON)
            assert [store.find(record.kind, record.id) for record in records] == records
            written = "".join(write_json(store)), "".join(write_long(store))
            store.apply(added.inverted("Undone"), NOON)
            assert nothing_left(store)
            formats: tuple[tuple[str, Format], ...] = (
                ("a.json", own_json.FORMAT),
                ("a.csv", own_csv_rows.FORMAT),
            )
            for text, (name, known_as) in zip(written, formats, strict=True):
                (path.parent / name).write_bytes(text.encode())
                came_back(path.parent / name, known_as, store, written)


def came_back(path: Path, known_as: Format, store: Store, written: tuple[str, str]) -> None:
    """Import the file, hold it against what was written, import it again, take it back."""
    result = planned(path, known_as, store)
    assert result.refusals == ()
    change = Change(label="Import", edits=result.edits, source=Source.IMPORT)
    number = store.apply(change, NOON)
    assert ("".join(write_json(store)), "".join(write_long(store))) == written
    again = planned(path, known_as, store)
    assert (again.edits, again.refusals) == ((), ())
    back, kept = taking_back(store.edits_of(number), store)
    store.apply(Change(label="Back", edits=back, source=Source.TAKE_BACK), NOON)
    assert kept == 0
    assert nothing_left(store)
