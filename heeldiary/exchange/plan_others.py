"""What taking records beside the daily check-in into a diary would change."""

from collections.abc import Mapping

from heeldiary.domain.diary import Diary
from heeldiary.domain.kinds import record_type
from heeldiary.domain.medicines import Regimen
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of
from heeldiary.domain.validity import check
from heeldiary.exchange.entries import Circumstances
from heeldiary.exchange.other_kinds import references
from heeldiary.exchange.tally import Tally, Told, content_of, is_first


class _Held:
    """What the diary holds, a kind at a time, asked for once."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._kinds: dict[str, Mapping[str, Record]] = {}

    def of(self, kind: str) -> Mapping[str, Record]:
        if kind not in self._kinds:
            records = self._diary.records(record_type(kind))
            self._kinds[kind] = {record.id: record for record in records}
        return self._kinds[kind]


def plan_others(
    told: list[Told[Record]], diary: Diary, around: Circumstances, tally: Tally
) -> None:
    """Decide each record: added, unchanged, or refused because it cannot stand or differs."""
    held = _Held(diary)
    valid = _with_their_references(_valid(told, around, tally), held, tally)
    for row in _without_overlaps(valid, held, tally):
        before, after = held.of(row.record.kind).get(row.record.id), row.record
        if before is None or (tally.replacing and content_of(before) != content_of(after)):
            tally.accept(before, after)
        elif content_of(before) == content_of(after):
            tally.unchanged += 1
        else:
            tally.refuse(row.line, f"{_say(before)} is different in the diary and was kept so.")


def _valid(
    told: list[Told[Record]], around: Circumstances, tally: Tally
) -> dict[str, Told[Record]]:
    today = around.clock.today()
    taken: dict[str, Told[Record]] = {}
    for row in told:
        try:
            check(row.record, today)
        except Refused as refusal:
            tally.refuse(row.line, str(refusal))
            continue
        is_first(row, taken, f"{row.record.kind}/{row.record.id}", tally)
    return taken


def _with_their_references(
    taken: dict[str, Told[Record]], held: _Held, tally: Tally
) -> dict[str, Told[Record]]:
    """Without the records that name one which is neither in the diary nor taken from the file."""
    whole = dict(taken)
    for key, row in taken.items():  # what is referred to refers to nothing itself
        for kind, record_id in references(row.record):
            if f"{kind}/{record_id}" not in taken and record_id not in held.of(kind):
                what = kind.replace("_", " ")
                tally.refuse(
                    row.line,
                    f"The {what} that {_say(row.record).lower()} names is neither in the file nor "
                    "in the diary.",
                )
                del whole[key]
                break
    return whole


def _without_overlaps(
    taken: dict[str, Told[Record]], held: _Held, tally: Tally
) -> list[Told[Record]]:
    """Without regimens of a medicine that share days with one that the diary or the file has.

    A regimen that the diary has and keeps as it is goes on to fill the days that it fills there.
    """
    standing: dict[str, dict[str, Regimen]] = {}
    rows = []
    for row in taken.values():
        regimen = row.record
        if isinstance(regimen, Regimen):
            if not standing:
                standing = _regimens(held)
            others = standing.setdefault(regimen.medicine, {})
            met = (other for other in others.values() if other.meets(regimen))
            other = next((other for other in met if other.id != regimen.id), None)
            if other is not None:
                tally.refuse(
                    row.line,
                    f"{_say(regimen)} shares days with the one from {other.first_day}, which was "
                    "kept.",
                )
                continue
            if tally.replacing or regimen.id not in others:
                others[regimen.id] = regimen
        rows.append(row)
    return rows


def _regimens(held: _Held) -> dict[str, dict[str, Regimen]]:
    found: dict[str, dict[str, Regimen]] = {}
    for record in held.of(Regimen.kind).values():
        assert isinstance(record, Regimen)
        found.setdefault(record.medicine, {})[record.id] = record
    return found


def _say(record: Record) -> str:
    """The record as a sentence names it: its kind, its name or its day."""
    what = f"The {record.kind.replace('_', ' ')}"
    name = getattr(record, "name", "")
    if name:
        return f"{what} “{name[:60]}”"
    day = shape_of(type(record)).first_day
    return f"{what} of {getattr(record, day)}" if day else what
