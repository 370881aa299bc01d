"""Bytes from and to disk: whole, or refused in a sentence."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.files import read_bytes, read_head, unreadable, write_text_file


def test_a_text_is_written_whole_with_its_own_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    write_text_file(path, ["day\r\n", "Größe\r\n"])

    assert path.read_bytes() == "day\r\nGröße\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_breaks_off_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full_disk() -> Iterator[str]:
        yield "new"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Refused, match="was not written: the disk is full"):
        write_text_file(path, full_disk())

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no such folder"):
        write_text_file(tmp_path / "none" / "out.csv", ["x"])


def test_a_folder_is_not_overwritten_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="it is a folder"):
        write_text_file(tmp_path, ["x"])


def test_what_is_not_there_or_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        read_head(tmp_path / "none.csv")
    with pytest.raises(Refused, match="is a folder"):
        read_bytes(tmp_path, 10**9)


def test_another_reason_not_to_read_is_told() -> None:
    refusal = unreadable(Path("x.csv"), PermissionError(errno.EACCES, "Permission denied"))

    assert str(refusal) == "x.csv cannot be read (Permission denied); nothing was imported."


def test_only_the_head_of_a_large_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 100_000)

    assert read_head(path) == b"x" * 65_536
