"""Generated text beside what it was approved to be.

``HEELDIARY_APPROVE=1 make test`` (or pytest) writes the files anew; read the change as a diff.
"""

import os
from pathlib import Path

_HERE = Path(__file__).parent


def assert_approved(name: str, text: str) -> None:
    """Compare with the file of that name; rewrite it when HEELDIARY_APPROVE is set."""
    path = _HERE / name
    if os.environ.get("HEELDIARY_APPROVE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text
