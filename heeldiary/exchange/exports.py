"""Taking the whole diary away: as JSON, as one table, or as a folder of tables."""

from pathlib import Path
from typing import Literal, TypeAlias

from heeldiary.domain.diary import Diary
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.files import write_text_file
from heeldiary.exchange.own_csv import write_folder, write_long
from heeldiary.exchange.own_json import write_json

ExportKind: TypeAlias = Literal["json", "csv"]


def export(diary: Diary, kind: ExportKind, out: Path) -> None:
    """Write the whole diary: for CSV a name that ends in ``.csv`` is the one complete table.

    Any other name is a folder of tables.
    """
    if out.is_dir() and (kind == "json" or _is_table(out)):
        raise Refused(f"{out} is a folder; nothing was written.")
    if kind == "json":
        write_text_file(out, write_json(diary))
    elif _is_table(out):
        write_text_file(out, write_long(diary))
    else:
        write_folder(diary, out)


def _is_table(out: Path) -> bool:
    return out.suffix.casefold() == ".csv"
