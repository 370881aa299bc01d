"""Imports without what nobody here asks for.

PySide's import reads the source of every module, to see whether the module uses PySide: so that
``from __feature__ import snake_case`` renames the methods of Qt in that module alone. Nobody here
does that, and whatever was read stays in memory: 15 MB when the check-in stands there.
"""

import builtins
import linecache
import sys
from importlib.util import find_spec, module_from_spec

import PySide6  # noqa: F401  it must have replaced the import before that can be taken back


def import_plainly() -> None:
    """Import as before PySide's features from now on; forget the sources read until now."""
    # Where another PySide calls it otherwise, the start is as heavy as before: a test tells.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


def load_when_used(name: str, **known: object) -> None:
    """Let this module be imported at once, but loaded when something of it is asked for.

    What is ``known`` of it is answered without loading it.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module, loader = module_from_spec(spec), spec.loader

    def load(attribute: str) -> object:
        del vars(module)["__getattr__"]
        loader.exec_module(module)
        return getattr(module, attribute)

    vars(module).update(known, __getattr__=load)
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)
