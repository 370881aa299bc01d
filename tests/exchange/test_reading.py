"""A file is read whole away from the diary, and reading can be stopped on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from heeldiary.domain.answers import factors_of
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.entries import Circumstances, Refusal, Row
from heeldiary.exchange.mapped import ColumnTarget, Mapping
from heeldiary.exchange.reading import find_columns, read_file, read_mapped
from tests.builders import PlainDiary
from tests.exchange.brought import around


class Stopped(Exception):
    pass


class Endless:
    """A file that never ends."""

    name = "endless"
    title = "Endless"

    def recognises(self, head: bytes, path: Path) -> bool:
        return True

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        while True:
            yield Refusal(line=1, reason="No end.")


class Broken(Endless):
    """A file on a disk that goes away while it is read."""

    def rows(self, path: Path, around: Circumstances) -> Iterator[Row]:
        yield Refusal(line=1, reason="The first line.")
        raise OSError(5, "Input/output error")


def _go_on() -> None:
    pass


def _stop() -> None:
    raise Stopped


def test_reading_is_stopped_between_rows(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        read_file(tmp_path, Endless(), around(), _stop)


def test_a_file_that_breaks_off_while_it_is_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_file(tmp_path / "gone.csv", Broken(), around(), _go_on)


def test_a_mapped_table_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Date,Tired\n2022-03-05,4\n2022-03-06,5\n", "utf-8")
    findings = find_columns(path, factors_of(PlainDiary()), _go_on)
    target = ColumnTarget(column="Tired", factor="fatigue")
    mapping = Mapping(date_column="Date", date_order="ymd", decimal=".", targets=(target,))
    assert len(read_mapped(findings.table, mapping, around(), _go_on)) == 2


def test_a_table_that_nobody_waits_for_is_not_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Date,Tired\n2022-03-05,4\n", "utf-8")
    with pytest.raises(Stopped):
        find_columns(path, factors_of(PlainDiary()), _stop)
