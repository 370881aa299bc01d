"""Imports without the part of PySide that reads the source of every module.

It looks there whether a module uses PySide, so that ``from __feature__ import snake_case`` renames
the methods of Qt in that module alone. Nobody here asks for that, and whatever was read stays in
memory: 15 MB when the check-in stands there.
"""

import builtins
import linecache

import PySide6  # noqa: F401  it must have replaced the import before that can be taken back


def import_plainly() -> None:
    """Import as before PySide's features from now on; forget the sources read until now."""
    # Where another PySide calls it otherwise, the start is as heavy as before: a test tells.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
