"""The formats that can be imported, and the one door through which every file comes in."""

from pathlib import Path

from heeldiary.domain.answers import factors_of
from heeldiary.domain.days import Clock
from heeldiary.domain.diary import Diary
from heeldiary.domain.refusal import Refused
from heeldiary.exchange import (
    any_csv,
    apple_health,
    bearable,
    daylio,
    fitbit,
    own_csv_rows,
    own_json,
)
from heeldiary.exchange.any_csv import AnyCsv, Told
from heeldiary.exchange.entries import Circumstances, Format, ImportPlan
from heeldiary.exchange.files import read_head
from heeldiary.exchange.mapped import Mapping
from heeldiary.exchange.own_csv import COMPLETE_TABLE
from heeldiary.exchange.plan import plan

FORMATS: tuple[Format, ...] = (
    own_json.FORMAT,
    own_csv_rows.FORMAT,
    bearable.FORMAT,
    daylio.FORMAT,
    apple_health.FORMAT,
    fitbit.FORMAT,
    any_csv.FORMAT,
)
"""Every format, in the order in which a file is tried; the first that knows it reads it."""

_ALSO_CALLED = {"json": own_json.FORMAT.name}


def format_named(name: str) -> Format:
    """The format of that name, or a refusal that lists the names."""
    wanted = name.strip().casefold()
    for known in FORMATS:
        if known.name == _ALSO_CALLED.get(wanted, wanted):
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise Refused(f"There is no format “{name}”; known are: {names}.")


def recognise(path: Path) -> Format:
    """The format of the file, told by its beginning."""
    head = read_head(path)
    if not head.strip():
        raise Refused(f"{path.name} is empty; nothing was imported.")
    for known in FORMATS:
        if known.recognises(head, path):
            return known
    raise Refused(f"{path.name} is no kind of file that is known here; nothing was imported.")


def plan_import(
    path: Path,
    diary: Diary,
    around: Circumstances,
    format_name: str | None = None,
    *,
    replace: bool = False,
    told: Told | None = None,
    mapping: Mapping | None = None,
) -> ImportPlan:
    """What importing the file would do to the diary; nothing is written.

    ``told`` and ``mapping`` are about a table of any program: what the owner said of it, or the
    wizard's answers.
    """
    path = _file_of(path)
    chosen = _chosen(path, format_name)
    if isinstance(chosen, AnyCsv) or mapping is not None:
        chosen = AnyCsv(told, mapping)
    rows = chosen.rows(path, around)
    return plan(rows, diary, around, title=chosen.title, replace=replace)


def circumstances(diary: Diary, clock: Clock) -> Circumstances:
    """The circumstances of an import into this diary now."""
    return Circumstances(clock=clock, factors=factors_of(diary))


def _chosen(path: Path, format_name: str | None) -> Format:
    """The format that was asked for; our own table is never read as if it were just any."""
    if format_name is None:
        return recognise(path)
    named, ours = format_named(format_name), own_csv_rows.FORMAT
    is_ours = named is any_csv.FORMAT and ours.recognises(read_head(path), path)
    return ours if is_ours else named


def _file_of(path: Path) -> Path:
    """The file itself; the complete table of a folder that Heel Diary has exported."""
    complete = path / COMPLETE_TABLE
    return complete if path.is_dir() and complete.is_file() else path
