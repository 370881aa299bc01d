"""What the command line says: plain lines, on any terminal and into any pipe."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from heeldiary.domain.refusal import Refused

_KEPT = "\n\t"
_notices: list[str] = []


def make_safe() -> None:
    """Nothing that is said fails because the terminal lacks a letter."""
    _notices.clear()
    for stream in (sys.stdout, sys.stderr):
        _set_up(stream, errors="replace")


def say(text: str) -> None:
    """Print for the person; letters that would steer a terminal are shown as a question mark."""
    _write(f"{_printable(text)}\n")


def say_json(chunks: Iterable[str]) -> None:
    """Print a document for a program, always in UTF-8, whatever the terminal has."""
    _set_up(sys.stdout, encoding="utf-8", errors="replace")
    for chunk in chunks:
        _write(chunk)


def notice(sentence: str) -> None:
    """Keep a sentence that belongs on standard error once all is done."""
    if sentence:
        _notices.append(sentence)


def complain(sentence: str) -> None:
    """One line on standard error, with the notices that were kept."""
    line = " ".join(" ".join([sentence, *_notices]).split())
    _notices.clear()
    if sys.stderr is not None and line:
        try:
            sys.stderr.write(f"{_printable(line)}\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            pass  # nobody listens


def finish() -> None:
    """Hand everything said to whoever listens; refuses when it cannot be kept."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _listen_to_nobody()
    except OSError as error:
        _listen_to_nobody()
        raise Refused(f"What was done could not be printed ({error.strerror}).") from None


def counted(count: int, word: str) -> str:
    """``1 day``, ``2 days``."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _write(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        _listen_to_nobody()
    except OSError as error:
        _listen_to_nobody()
        raise Refused(f"What was done could not be printed ({error.strerror}).") from None


def _listen_to_nobody() -> None:
    """Work that has begun is finished even when the reader of the output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter in _KEPT else "?" for letter in text)


def _set_up(stream: TextIO | None, **how: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**how)
