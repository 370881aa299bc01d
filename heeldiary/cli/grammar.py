"""The words of the command line: commands, their options, and what each is for."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from heeldiary import __version__

_DAY = "year-month-day, today or yesterday"
_USUAL_PERIOD = "three months up to the last recorded day"
_CHART_KINDS = (".png", ".svg")
_SUMMARY_KINDS = (".pdf", ".html", ".txt")


def read_arguments(argv: Sequence[str] | None = None) -> Namespace:
    """What is asked for; ``does`` names the module and function, None opens the window."""
    return _parser().parse_args(argv)


def read_window_arguments(argv: Sequence[str] | None = None) -> Namespace:
    """What the desktop asks for when it starts the window: at most a diary."""
    parser = ArgumentParser("heeldiary-window", description="Open the window of Heel Diary.")
    parser.add_argument("file", nargs="?", type=Path, help="the diary to open")
    parser.add_argument("--diary", type=Path, metavar="FILE", help="the same")
    asked = parser.parse_args(argv)
    asked.diary, asked.does = asked.diary or asked.file, None
    return asked


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "heeldiary",
        description="A private diary of heel and back pain. Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Heel Diary {__version__}")
    parser.add_argument("--diary", type=Path, metavar="FILE", help="the diary (any command)")
    parser.set_defaults(does=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_sample, _record, _show, _import, _imports, _take_back, _export):
        add(commands)
    for add in (_summary, _chart, _factors, _check):
        add(commands)
    return parser


def _command(
    commands: Any, name: str, does: str, what: str, *, about_a_diary: bool = True
) -> ArgumentParser:
    parser: ArgumentParser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(does=(does, name.replace("-", "_") + "_command"))
    if about_a_diary:
        # not None by default: a value given before the command must stay
        parser.add_argument(
            "--diary", type=Path, metavar="FILE", default=SUPPRESS, help="the diary file"
        )
    return parser


def _sample(commands: Any) -> None:
    what = "make a diary of invented days, to try things out"
    parser = _command(commands, "sample", "making", what, about_a_diary=False)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the new diary")
    parser.add_argument("--years", type=float, default=2, metavar="N", help="how long (2)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which life (1)")
    parser.add_argument("--until", metavar="DAY", help=f"its last day: {_DAY}")


def _record(commands: Any) -> None:
    parser = _command(commands, "record", "recording", "record answers of one day")
    parser.add_argument("--day", required=True, metavar="DAY", help=_DAY)
    parser.add_argument(
        "answers",
        nargs="+",
        type=_assignment,
        metavar="factor=value",
        help="an answer; factor=skip skips, factor= takes it away, note=TEXT is the day's note",
    )


def _show(commands: Any) -> None:
    parser = _command(commands, "show", "showing", "show what is recorded on one day")
    parser.add_argument("--day", required=True, metavar="DAY", help=_DAY)
    _json(parser)


def _import(commands: Any) -> None:
    parser = _command(commands, "import", "importing", "take in files of this and other programs")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--format", metavar="NAME", help="what the files are, if not recognised")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, only")
    parser.add_argument(
        "--replace", action="store_true", help="where the diary says otherwise the file is right"
    )
    table = parser.add_argument_group("for a CSV of any program")
    table.add_argument("--date-order", choices=("ymd", "dmy", "mdy"), help="of 01/02/2026")
    table.add_argument("--decimal", choices=(".", ","), help="the decimal sign")
    table.add_argument("--unit", metavar="UNIT", help="of weights and times: kg, lb, st, h, min")
    table.add_argument("--date-column", metavar="COLUMN", help="the column of the days")
    table.add_argument(
        "--map", type=_mapping, action="append", default=[], metavar="COLUMN=FACTOR", dest="columns"
    )
    _json(parser)


def _imports(commands: Any) -> None:
    _json(_command(commands, "imports", "importing", "list the imports, newest first"))


def _take_back(commands: Any) -> None:
    what = "take an import back; what was changed since stays"
    parser = _command(commands, "take-back", "importing", what)
    parser.add_argument("number", nargs="?", type=int, help="as listed by imports; else the last")


def _export(commands: Any) -> None:
    parser = _command(commands, "export", "making", "write everything into a file")
    parser.add_argument("--format", required=True, choices=("json", "csv"))
    parser.add_argument(
        "--out", required=True, metavar="PATH", help="csv: a folder gets all tables"
    )


def _summary(commands: Any) -> None:
    parser = _command(commands, "summary", "drawing", "write the page for the rheumatologist")
    _period(parser, "the day after the last visit; without one three months")
    parser.add_argument("--paper", choices=("a4", "letter"), help="of a PDF")
    _out(parser, _SUMMARY_KINDS)


def _chart(commands: Any) -> None:
    parser = _command(commands, "chart", "drawing", "draw one of the sets of Trends")
    parser.add_argument("--set", required=True, metavar="NAME", dest="trend_set")
    _period(parser)
    _out(parser, _CHART_KINDS)


def _factors(commands: Any) -> None:
    what = "list what can be recorded (with a diary, its owner's own rows too)"
    _json(_command(commands, "factors", "listing", what))


def _check(commands: Any) -> None:
    _json(_command(commands, "check", "checking", "say whether a diary file is sound"))


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for a program to read")


def _period(parser: ArgumentParser, usual: str = _USUAL_PERIOD) -> None:
    parser.add_argument("--from", metavar="DAY", dest="first", help=f"first day ({usual})")
    parser.add_argument("--to", metavar="DAY", dest="last", help="last day")


def _out(parser: ArgumentParser, kinds: tuple[str, ...]) -> None:
    def path(text: str) -> Path:
        if Path(text).suffix.casefold() not in kinds:
            raise ArgumentTypeError(f"“{text}” does not end in one of {', '.join(kinds)}")
        return Path(text)

    shown = "|".join(f"X{kind}" for kind in kinds)
    parser.add_argument("--out", type=path, required=True, metavar=shown)


def _assignment(text: str) -> tuple[str, str]:
    factor, sign, value = text.partition("=")
    if not sign or not factor.strip():
        raise ArgumentTypeError(f"“{text}” is not factor=value")
    return factor.strip(), value


def _mapping(text: str) -> tuple[str, str]:
    """The column may hold an equals sign; a factor never does."""
    column, sign, factor = text.rpartition("=")
    if not sign or not column.strip() or not factor.strip():
        raise ArgumentTypeError(f"“{text}” is not COLUMN=FACTOR")
    return column.strip(), factor.strip()
