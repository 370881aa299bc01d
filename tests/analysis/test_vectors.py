"""No table of vectors is forgotten."""

import re
from pathlib import Path

from tests.analysis.vectors import VECTORS

_USED = re.compile(r'^@each_row_of\("([\w.]+)"\)$', re.MULTILINE)


def test_every_table_of_vectors_is_run_by_a_test() -> None:
    sources = Path(__file__).parent.glob("test_*_vectors.py")
    used = [name for path in sources for name in _USED.findall(path.read_text("utf-8"))]

    assert sorted(used) == sorted(path.name for path in VECTORS.glob("*.csv"))


def test_an_instrument_that_may_not_be_built_in_has_no_table() -> None:
    assert not (VECTORS / "rapid3.csv").exists()
