"""The command line: what the window does, without one, for scripts and tests."""

import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from heeldiary.cli import speech
from heeldiary.domain.refusal import Refused

if TYPE_CHECKING:  # the window alone starts without the grammar of the commands
    from argparse import Namespace

DONE, IS_REFUSED, INTERRUPTED = 0, 1, 130
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Without one of these Qt would end the whole process; told on Linux only, where they count."""


def main(argv: Sequence[str] | None = None, now: datetime | None = None) -> int:
    """Do what the arguments say; gives the exit code. ``now`` makes time stand still for tests.

    Wrong usage leaves by SystemExit with 2, as argparse has it.
    """
    from heeldiary.cli.grammar import read_arguments

    speech.make_safe()
    return _answer(read_arguments(argv), now)


def window() -> NoReturn:
    """Open the window; a diary may be named by its path alone, as desktops do."""
    speech.make_safe()
    sys.exit(_answer(_asked_of_window() if sys.argv[1:] else None, None))


def _asked_of_window() -> "Namespace":
    from heeldiary.cli.grammar import read_window_arguments

    return read_window_arguments()


def _answer(asked: "Namespace | None", now: datetime | None) -> int:
    """The exit code; whatever goes wrong is said in one line on standard error."""
    try:
        if asked is None or asked.does is None:
            status = _open_window(asked.diary if asked else None)
        else:
            status = _do(asked, now)
        speech.finish()
    except Refused as refusal:
        speech.complain(str(refusal))
        return IS_REFUSED
    except KeyboardInterrupt:
        speech.complain("Stopped; what was not finished was not written.")
        return INTERRUPTED
    except ImportError as error:
        speech.complain(f"A part that Heel Diary needs cannot be loaded here: {error}.")
        return IS_REFUSED
    except Exception as error:  # noqa: BLE001  a person is told in a line, whatever it is
        speech.complain(_apology(error))
        return IS_REFUSED
    speech.complain("")
    return status


def _do(asked: "Namespace", now: datetime | None) -> int:
    """Run the command; only its own module is loaded."""
    from heeldiary.cli.surroundings import surroundings

    where, name = asked.does
    command = getattr(import_module(f"heeldiary.cli.{where}"), name)
    command(asked, surroundings(_local_now if now is None else partial(_standing_still, now)))
    return DONE


def _open_window(diary: Path | None) -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        raise Refused("There is no screen to open the window on; “heeldiary --help” lists more.")
    from heeldiary.app import run

    return run(diary)


def _local_now() -> datetime:
    """The local time with its offset; everything else is told the time."""
    return datetime.now(UTC).astimezone()


def _standing_still(now: datetime) -> datetime:
    return now


def _apology(error: Exception) -> str:
    """What a fault of the program itself sounds like; ``HEELDIARY_TRACEBACK=1`` shows all."""
    if os.environ.get("HEELDIARY_TRACEBACK"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "?"
    return (
        f"Something went wrong inside Heel Diary ({type(error).__name__} in {place}). "
        "Nothing was changed by the step that failed."
    )
