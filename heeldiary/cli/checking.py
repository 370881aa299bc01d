"""check: whether a diary file is sound, and what is in it."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from heeldiary.cli import speech
from heeldiary.cli.surroundings import Surroundings
from heeldiary.domain.diary import Diary
from heeldiary.domain.kinds import record_type
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.other_kinds import OTHER_KINDS
from heeldiary.storage import files
from heeldiary.storage.store import Store


@dataclass(slots=True, kw_only=True)
class _Report:
    """What was found; figures are None where they could not be read."""

    diary: str
    sound: bool = True
    findings: list[str] = field(default_factory=list)
    schema: int | None = None
    days: int | None = None
    readings: int | None = None
    notes: int | None = None
    others: dict[str, int] | None = None
    """How many of each other kind there are, by the name of their list in files."""
    first_day: str | None = None
    last_day: str | None = None

    def find(self, *sentences: str) -> None:
        self.findings.extend(sentences)
        self.sound = not self.findings


def check_command(asked: Namespace, around: Surroundings) -> None:
    """Say what was found, and refuse a file that is not sound."""
    report = _look_at(around.diary_path(asked.diary))
    if asked.json:
        speech.say_json([json.dumps(asdict(report), ensure_ascii=False, indent=2), "\n"])
    elif report.sound:
        speech.say(_sound(report))
    if report.sound:
        return
    if len(report.findings) == 1:
        raise Refused(report.findings[0])
    if not asked.json:
        for finding in report.findings:
            speech.say(finding)
    raise Refused(f"“{report.diary}” is damaged in {len(report.findings)} places; it was left so.")


def _look_at(path: Path) -> _Report:
    report = _Report(diary=str(path))
    try:
        report.schema = files.read_header(path).schema_version
        report.find(*files.findings(path))
        if report.sound and report.schema == files.SCHEMA_VERSION:
            _count(path, report)
    except Refused as refusal:
        report.find(str(refusal))
    return report


def _count(path: Path, report: _Report) -> None:
    """Read every record, which also proves that each can be read."""
    try:
        with Store.read(path) as store:
            span = store.recorded_span()
            readings = list(store.readings())
            report.notes = len(store.notes())
            report.others = _others(store)
    except (ValueError, TypeError, OverflowError) as error:
        report.find(f"“{path.name}” holds a record that cannot be read ({error}).")
        return
    report.readings = len(readings)
    report.days = len({reading.day for reading in readings})
    report.first_day = span.first.isoformat() if span else None
    report.last_day = span.last.isoformat() if span else None


def _others(diary: Diary) -> dict[str, int]:
    """The kinds of which there is a record, in the order of files."""
    kinds = (record_type(kind) for kind in OTHER_KINDS)
    counts = {kept_in.listed: len(diary.records(kept_in)) for kept_in in kinds}
    return {listed: count for listed, count in counts.items() if count}


def _sound(report: _Report) -> str:
    if report.readings is None:
        return f"“{report.diary}” is sound; its format, {report.schema}, is an older one."
    period = f", {report.first_day} to {report.last_day}" if report.first_day else ""
    figures = ((report.days, "day"), (report.readings, "reading"), (report.notes, "note"))
    counts = ", ".join(
        [
            *(speech.counted(count or 0, word) for count, word in figures),
            *_counted(report.others or {}),
        ]
    )
    return f"“{report.diary}” is sound: {counts}{period}."


def _counted(others: Mapping[str, int]) -> Iterator[str]:
    """``1 weekly check``, ``2 activities``."""
    for kind in OTHER_KINDS:
        many = record_type(kind).listed
        if many in others:
            word = kind if others[many] == 1 else many
            yield f"{others[many]} {word.replace('_', ' ')}"
