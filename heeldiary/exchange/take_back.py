"""Taking an earlier import back: what it brought goes, what the owner changed since stays."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Edit
from heeldiary.domain.kinds import record_type
from heeldiary.domain.medicines import Regimen
from heeldiary.domain.records import OwnFactor, Reading, Record, RowChoice, Skipped
from heeldiary.exchange.other_kinds import REFERRED_TO, named_by, references

_MANY = 50


def taking_back(edits: Sequence[Edit], diary: Diary) -> tuple[tuple[Edit, ...], int]:
    """The inverse edits for the records that still are as the import left them.

    With them comes the count of the records that were changed since and are kept. A row of the
    owner's, a medicine or a pair of shoes stays (and counts) as long as a record of another origin
    needs it. So does what cannot be again as it was before: what it named was removed since, or a
    regimen of the owner's has its days.
    """
    now = _Now(edits, diary)
    untouched = [edit for edit in edits if now.of(edit.record) == edit.after]
    untouched = _that_can_return(untouched, diary)
    needed = [*_needed(untouched, diary), *_referred_to(untouched, diary)]
    back = [edit.inverted() for edit in reversed(untouched) if edit.record not in needed]
    return (*_orphaned(back, diary), *back), len(edits) - len(back)


def _readings_now(edits: Iterable[Edit], diary: Diary) -> Mapping[str, Reading]:
    """The readings of the days and factors that the import answered, asked for once."""
    told = [edit.record for edit in edits if isinstance(edit.record, Reading)]
    if not told:
        return {}
    days, keys = [reading.day for reading in told], {reading.factor for reading in told}
    return {reading.id: reading for reading in diary.readings(Span(min(days), max(days)), keys)}


class _Now:
    """The records of a change as they are now; what there are many of is asked for once."""

    def __init__(self, edits: Sequence[Edit], diary: Diary) -> None:
        self._diary = diary
        self._kinds: dict[str, Mapping[str, Record]] = {
            Reading.kind: _readings_now(edits, diary),
        }
        for kind, count in Counter(edit.record.kind for edit in edits).items():
            if count > _MANY and kind not in self._kinds:
                records = diary.records(record_type(kind))
                self._kinds[kind] = {record.id: record for record in records}

    def of(self, record: Record) -> Record | None:
        held = self._kinds.get(record.kind)
        return self._diary.find(record.kind, record.id) if held is None else held.get(record.id)


def _needed(untouched: Sequence[Edit], diary: Diary) -> list[Record]:
    """The owner's rows whose staying answers could not be held if the row went back."""
    rows = {e.record.key: e for e in untouched if isinstance(e.record, OwnFactor)}
    if not rows:
        return []
    going = {edit.record.id for edit in untouched if isinstance(edit.record, Reading)}
    staying = (reading for reading in diary.readings(None, set(rows)) if reading.id not in going)
    keys = {r.factor for r in staying if not _holds(rows[r.factor].before, r)}
    return [rows[key].record for key in keys]


def _referred_to(untouched: Sequence[Edit], diary: Diary) -> list[Record]:
    """The records that would go but that a record names which stays."""
    back = {(edit.record.kind, edit.record.id): edit.before for edit in untouched}
    return [
        edit.record
        for edit in untouched
        if edit.before is None
        and edit.record.kind in REFERRED_TO
        and any(
            _names(back.get((record.kind, record.id), record), edit.record)
            for record in diary.referring(edit.record.kind, edit.record.id)
        )
    ]


def _names(record: Record | None, named: Record) -> bool:
    return record is not None and named.id in named_by(record, named.kind)


def _that_can_return(untouched: list[Edit], diary: Diary) -> list[Edit]:
    """Without the edits before which a record stood that cannot stand in the diary any more."""
    back = {edit.record.id: edit.before for edit in untouched if isinstance(edit.record, Regimen)}
    standing = [back.get(regimen.id, regimen) for regimen in diary.records(Regimen)] if back else []
    return [
        edit
        for edit in untouched
        if edit.before is None
        or (
            all(diary.find(kind, record_id) for kind, record_id in references(edit.before))
            and not any(_has_its_days(regimen, edit.before) for regimen in standing)
        )
    ]


def _has_its_days(regimen: Record | None, wanted: Record) -> bool:
    return (
        isinstance(regimen, Regimen)
        and isinstance(wanted, Regimen)
        and regimen.medicine == wanted.medicine
        and regimen.id != wanted.id
        and regimen.meets(wanted)
    )


def _holds(own: Record | None, reading: Reading) -> bool:
    if not isinstance(own, OwnFactor):
        return False
    return isinstance(reading.value, Skipped) or reading.value <= own.maximum


def _orphaned(back: Iterable[Edit], diary: Diary) -> list[Edit]:
    """The places on Today of the rows that go, which nobody else is going to remove."""
    gone = {e.record.key for e in back if isinstance(e.record, OwnFactor) and e.after is None}
    removed = {edit.record.id for edit in back if isinstance(edit.record, RowChoice)}
    return [
        Edit(choice, None)
        for choice in diary.row_choices()
        if choice.factor in gone and choice.factor not in removed
    ]
