"""Apple Health, 600,000 records, against a bare expat pass over the same file; and its memory."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers import expat

from bench.apple_file import write_apple_file
from bench.measure import Ratio, in_turns, milliseconds
from heeldiary.domain.days import Clock
from heeldiary.domain.factors import Factors
from heeldiary.exchange.apple_health import FORMAT
from heeldiary.exchange.entries import Circumstances

RECORDS = 600_000
_ROUNDS = 3
_AROUND = Circumstances(
    clock=Clock(now=lambda: datetime(2026, 11, 20, 12, tzinfo=UTC)), factors=Factors()
)


def apple(folder: Path) -> list[Ratio]:
    whole, tenth = folder / "apple.xml", folder / "apple-tenth.xml"
    write_apple_file(whole, RECORDS, seed=1)
    write_apple_file(tenth, RECORDS // 10, seed=1)
    bare, ours = in_turns(
        lambda: milliseconds(lambda: _bare_pass(whole)),
        lambda: milliseconds(lambda: read(whole)),
        _ROUNDS,
    )
    return [
        Ratio(what="Apple Health, 600,000 records", bare=bare, ours=ours, limit=2),
        Ratio(
            what="its memory, against 60,000 records",
            bare=_peak(tenth),
            ours=_peak(whole),
            limit=1.3,
            unit="MB",
        ),
    ]


def read(path: Path) -> int:
    """Read the whole file as an import does; gives the number of rows."""
    return sum(1 for _ in FORMAT.rows(path, _AROUND))


def _bare_pass(path: Path) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = _ignore
    with path.open("rb") as file:
        parser.ParseFile(file)


def _ignore(_name: str, _attributes: dict[str, str]) -> None:
    pass


def _peak(path: Path) -> float:
    """The most memory of a process that reads the file and does nothing else, in megabytes."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.apple", str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return float(done.stdout)


if __name__ == "__main__":
    from bench.child_window import peak_memory

    read(Path(sys.argv[1]))
    print(peak_memory() / 1024)
