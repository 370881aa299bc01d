"""import, imports and take-back: files brought in, listed, and taken back whole."""

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heeldiary.cli import speech
from heeldiary.cli.recording import find_factor
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.diary import Diary
from heeldiary.domain.edits import Change, Source
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.any_csv import NOTE, AnyCsv, Told
from heeldiary.exchange.entries import ImportPlan
from heeldiary.exchange.files import unreadable
from heeldiary.exchange.formats import circumstances, plan_import
from heeldiary.exchange.take_back import taking_back

if TYPE_CHECKING:
    from heeldiary.storage.journal import AppliedChange
    from heeldiary.storage.store import Store

_REFUSALS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of one file; the number is the import's in the journal, if it changed any."""

    file: Path
    plan: ImportPlan
    number: int | None = None

    @property
    def took_nothing(self) -> bool:
        return bool(self.plan.refusals) and not self.plan.accepted and not self.plan.unchanged


def import_command(asked: Namespace, around: Surroundings) -> None:
    """Take in every file, or none when one of them cannot be read at all."""
    if asked.dry_run:
        with around.reading_or_empty(asked.diary) as diary:
            outcomes = [_dry(file, asked, diary, around) for file in asked.files]
    else:
        with around.writing(asked.diary, make=True) as store:
            if len(asked.files) > 1:
                for file in asked.files:
                    _dry(file, asked, store, around)
            outcomes = [_take(file, asked, store, around) for file in asked.files]
    _tell(outcomes, asked)
    nothing = [outcome for outcome in outcomes if outcome.took_nothing]
    if nothing:
        raise Refused(_nothing_taken(nothing[0]))


def imports_command(asked: Namespace, around: Surroundings) -> None:
    """List the imports, newest first."""
    with around.reading(asked.diary) as store:
        changes = store.changes(Source.IMPORT)
    if asked.json:
        rows = [asdict(change) | {"at": change.at.isoformat()} for change in changes]
        speech.say_json([json.dumps(rows, ensure_ascii=False, indent=2), "\n"])
        return
    for change in changes:
        speech.say(_listed(change))
    if not changes:
        speech.say("Nothing has been imported into this diary.")


def take_back_command(asked: Namespace, around: Surroundings) -> None:
    """Take one import back; what was changed since it stays as it is."""
    with around.writing(asked.diary) as store:
        chosen = _chosen(store.changes(Source.IMPORT), asked.number)
        edits, kept = taking_back(store.edits_of(chosen.number), store)
        if not edits:
            raise Refused(
                f"All that import {chosen.number} brought was changed since or is gone; "
                "nothing was taken back."
            )
        change = Change(
            label=f"Taken back: {chosen.label}",
            edits=edits,
            source=Source.TAKE_BACK,
            takes_back=chosen.number,
        )
        store.apply(change, around.clock.now())
    stays = f"; {kept} changed since, or needed by others, stay" if kept else ""
    speech.say(
        f"Import {chosen.number} was taken back: {speech.counted(len(edits), 'record')}{stays}."
    )


def _dry(file: Path, asked: Namespace, diary: Diary, around: Surroundings) -> _Outcome:
    """What importing the file would do; nothing is written."""
    _check_ordinary(file)
    circumstance = circumstances(diary, around.clock)
    for _, key in asked.columns:
        if key != NOTE:
            find_factor(circumstance.factors, key)
    plan = plan_import(
        file, diary, circumstance, _format(asked), replace=asked.replace, told=_told_by(asked)
    )
    return _Outcome(file=file, plan=plan)


def _check_ordinary(file: Path) -> None:
    """Refuse a device or a pipe, which may never end."""
    try:
        is_odd = file.exists() and not file.is_file() and not file.is_dir()
    except OSError as error:
        raise unreadable(file, error) from None
    if is_odd:
        raise Refused(f"{file} is not an ordinary file; nothing was imported.")


def _in_letters(text: str) -> str:
    """Without the half letters that stand for bytes of a file's name that are no text."""
    return text.encode(errors="replace").decode()


def _format(asked: Namespace) -> str | None:
    """Whoever names columns speaks of a table; else the format named, or None to recognise it."""
    speaks_of_table = asked.columns or asked.date_column
    return asked.format or (AnyCsv.name if speaks_of_table else None)


def _told_by(asked: Namespace) -> Told:
    return Told(
        date_order=asked.date_order,
        decimal=asked.decimal,
        unit=asked.unit,
        date_column=asked.date_column,
        columns=tuple(asked.columns),
    )


def _take(file: Path, asked: Namespace, store: "Store", around: Surroundings) -> _Outcome:
    plan = _dry(file, asked, store, around).plan
    if not plan.edits:
        return _Outcome(file=file, plan=plan)
    label = _in_letters(f"Imported {file.name} ({plan.format_title})")
    change = Change(label=label, edits=plan.edits, source=Source.IMPORT)
    return _Outcome(file=file, plan=plan, number=store.apply(change, around.clock.now()))


def _tell(outcomes: Sequence[_Outcome], asked: Namespace) -> None:
    if asked.json:
        rows = [_plain(outcome, asked) for outcome in outcomes]
        speech.say_json([json.dumps(rows, ensure_ascii=False, indent=2), "\n"])
        return
    for outcome in outcomes:
        for line in _lines(outcome, is_dry=asked.dry_run):
            speech.say(line)


def _plain(outcome: _Outcome, asked: Namespace) -> dict[str, Any]:
    plan = outcome.plan
    return {
        "file": str(outcome.file),
        "format": plan.format_title,
        "dry_run": asked.dry_run,
        "accepted": plan.accepted,
        "unchanged": plan.unchanged,
        "refused": len(plan.refusals),
        "refusals": [asdict(refusal) for refusal in plan.refusals],
        "number": outcome.number,
    }


def _lines(outcome: _Outcome, *, is_dry: bool) -> list[str]:
    plan, would = outcome.plan, "would be " if is_dry else ""
    said = (
        f"{outcome.file.name} ({plan.format_title}): {plan.accepted} {would}taken, "
        f"{plan.unchanged} known already, {len(plan.refusals)} {would}refused."
    )
    lines = [said]
    for refusal in plan.refusals[:_REFUSALS_SHOWN]:
        where = f"line {refusal.line}" if refusal.line else "the file"
        lines.append(f"  {where}: {refusal.reason}")
    more = len(plan.refusals) - _REFUSALS_SHOWN
    if more > 0:
        lines.append(f"  and {more} more; --json lists all.")
    if outcome.number is not None:
        lines.append(f"This is import {outcome.number}; “take-back {outcome.number}” undoes it.")
    return lines


def _nothing_taken(outcome: _Outcome) -> str:
    refusals = outcome.plan.refusals
    where = f"line {refusals[0].line}: " if refusals[0].line else ""
    said = f"Nothing of {outcome.file.name} was taken. {where}{refusals[0].reason}"
    return said if len(refusals) == 1 else f"{said} ({len(refusals) - 1} more refused)"


def _listed(change: "AppliedChange") -> str:
    back = ", taken back" if change.is_taken_back else ""
    moment = change.at.isoformat(" ", "minutes")
    return (
        f"{change.number}: {change.label}, {moment}, {speech.counted(change.edits, 'record')}{back}"
    )


def _chosen(changes: "Sequence[AppliedChange]", number: int | None) -> "AppliedChange":
    """The import of that number, or the last one that still stands."""
    standing = [change for change in changes if not change.is_taken_back]
    if number is None:
        if not standing:
            raise Refused("There is no import to take back.")
        return standing[0]
    for change in changes:
        if change.number == number:
            if change.is_taken_back:
                raise Refused(f"Import {number} was taken back already.")
            return change
    raise Refused(f"There is no import with the number {number}; “imports” lists them.")
