"""Ways in which a diary file is spoilt."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2


def execute(path: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        return list(connection.execute(question).fetchall())


def make_foreign(path: Path) -> None:
    execute(path, "PRAGMA application_id = 7")


def make_newer(path: Path) -> None:
    execute(path, "PRAGMA user_version = 99")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("Dear diary, " * 50)


def cut_in_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_after_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def cut_in_half(path: Path) -> None:
    held = path.read_bytes()
    path.write_bytes(held[: len(held) // 2])


def scramble_first_page(path: Path) -> None:
    held = path.read_bytes()
    path.write_bytes(held[:100] + bytes(range(256)) * 15 + held[3940:])


def spoil_page_of(table: str) -> Callable[[Path], None]:
    """Overwrite the pages of one table, leaving all others as they are."""

    def spoil(path: Path) -> None:
        ((page,),) = ask(path, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
        ((size,),) = ask(path, "PRAGMA page_size")
        assert isinstance(page, int)
        assert isinstance(size, int)
        held = bytearray(path.read_bytes())
        held[(page - 1) * size : page * size] = b"\xa5" * size
        path.write_bytes(bytes(held))

    return spoil
