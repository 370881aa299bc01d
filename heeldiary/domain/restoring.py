"""Getting back what was overwritten or deleted, from what the journal remembers. Pure."""

from heeldiary.domain.answers import factors_of
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.medicines import Regimen
from heeldiary.domain.records import OwnFactor, Reading, Record, RowChoice
from heeldiary.domain.refusal import Refused
from heeldiary.domain.shape import shape_of


def restoring(edit: Edit, said: str, diary: Diary) -> Change | None:
    """The change that puts the record back as it was before this edit; None when it is so now.

    ``said`` is the record in words, for the list of changes. Refused when the edit overwrote
    nothing, and when what the record names is not in the diary any more.
    """
    wanted = edit.before
    if wanted is None:
        raise Refused("This was an addition: there is nothing from before it to bring back.")
    now = diary.find(wanted.kind, wanted.id)
    if now == wanted:
        return None
    _check_references(wanted, diary)
    match wanted:
        case Regimen():
            _check_overlap(wanted, diary)
        case Reading() | RowChoice():
            factors_of(diary)[wanted.factor]  # refuses a row that went with its import
        case OwnFactor():
            _check_answers(wanted, diary)
    return Change(label=f"Restored: {said}", edits=(Edit(now, wanted),))


def is_as_before(edit: Edit, diary: Diary) -> bool:
    """Whether the record stands in the diary as it was before this edit."""
    return diary.find(edit.record.kind, edit.record.id) == edit.before


def _check_references(record: Record, diary: Diary) -> None:
    for field in shape_of(type(record)).fields.values():
        named = getattr(record, field.name) if field.refers_to else None
        if named is not None and diary.find(field.refers_to, named) is None:
            raise Refused(
                f"The {field.refers_to} that this belongs to was deleted; restore that first."
            )


def _check_answers(own: OwnFactor, diary: Diary) -> None:
    factor = own.as_factor()
    for reading in diary.readings(None, (own.key,)):
        if reading.number is not None:
            factor.checked(reading.number)


def _check_overlap(regimen: Regimen, diary: Diary) -> None:
    for other in diary.records(Regimen):
        if other.medicine == regimen.medicine and other.id != regimen.id and other.meets(regimen):
            raise Refused(
                f"The regimen from {other.first_day} shares days with this one; end that one first."
            )
