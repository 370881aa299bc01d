"""Taking the whole diary away, and bringing it back from disk."""

from pathlib import Path

import pytest

from heeldiary.domain.refusal import Refused
from heeldiary.exchange.exports import ExportKind, export
from heeldiary.exchange.formats import circumstances, plan_import
from heeldiary.exchange.other_kinds import OTHER_KINDS
from tests.builders import PlainDiary, a_clock
from tests.exchange.whole_diaries import WHOLE, carried_out


@pytest.mark.parametrize(("kind", "name"), [("json", "a.json"), ("csv", "a.CSV"), ("csv", "a")])
def test_an_export_imported_and_exported_again_is_the_same_bytes(
    kind: ExportKind, name: str, tmp_path: Path
) -> None:
    first, second = tmp_path / name, tmp_path / "again" / name
    second.parent.mkdir()
    empty = PlainDiary()

    export(WHOLE, kind, first)
    result = plan_import(first, empty, circumstances(empty, a_clock()))
    export(carried_out(result), kind, second)

    files = sorted(path.relative_to(first) for path in [first, *first.rglob("*")])
    for file in files:
        if (first / file).is_file():
            assert (first / file).read_bytes() == (second / file).read_bytes()
    assert len(files) == (7 + len(OTHER_KINDS) if name == "a" else 1)


@pytest.mark.parametrize(("kind", "name"), [("json", "a"), ("csv", "a.csv")])
def test_a_folder_is_not_written_over_by_a_file(
    kind: ExportKind, name: str, tmp_path: Path
) -> None:
    (tmp_path / name).mkdir()

    with pytest.raises(Refused, match="is a folder; nothing was written"):
        export(WHOLE, kind, tmp_path / name)
