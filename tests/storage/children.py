"""Child processes for tests: another window, a killed writer, a person without rights."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PREAMBLE = """
import sys
from pathlib import Path
from heeldiary.domain.refusal import Refused
from heeldiary.domain.edits import Change, Edit
from heeldiary.storage.store import Store
from tests.builders import NOON, MON, a_note, a_reading
path = Path(sys.argv[1])
"""

WITHOUT_RIGHTS = """
import ctypes, os
if os.geteuid() == 0:
    # root may write everywhere; without its capabilities it is a person like any other
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    assert ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) == 0
"""


def start(script: str, path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + script, str(path)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


def run(script: str, path: Path) -> str:
    """What the script printed; it must end well."""
    with start(script, path) as child:
        said, _ = child.communicate(timeout=60)
    assert child.returncode == 0, said
    return said
