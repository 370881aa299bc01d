import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2

from heeldiary.domain.refusal import Refused
from heeldiary.storage import files, tables
from heeldiary.storage.derived import every_table
from heeldiary.storage.migrate import MIGRATIONS, migrate
from heeldiary.storage.store import Store
from tests.builders import MON, NOON, a_note
from tests.storage import damage
from tests.storage.changes import adding
from tests.storage.children import ROOT

HALF_A_STEP = """
from alembic import op
revision = "0003"
down_revision = "0002"

def upgrade():
    op.execute("CREATE TABLE planted (x INTEGER)")
    op.execute("UPDATE note SET text = 'spoilt'")
    op.execute("PRAGMA user_version = 3")
    raise RuntimeError("half-way")
"""

A_STEP = HALF_A_STEP.replace('    raise RuntimeError("half-way")\n', "")

_INDEX = {f"writing_index{part}" for part in ("", "_data", "_idx", "_docsize", "_config")}
"""The index of words, which SQLite keeps in tables of its own."""

Shape = dict[str, dict[str, object]]


def an_old_file(path: Path) -> None:
    """A file of ours from before the first schema."""
    damage.execute(
        path,
        f"PRAGMA application_id = {files.APPLICATION_ID}",
        "CREATE TABLE kept (x TEXT)",
        "INSERT INTO kept VALUES ('old words')",
    )


def scripts_with(folder: Path, step: str) -> Path:
    steps = folder / "steps"
    (steps / "versions").mkdir(parents=True)
    (steps / "env.py").write_text((MIGRATIONS / "env.py").read_text())
    for shipped in (MIGRATIONS / "versions").glob("0*.py"):
        (steps / "versions" / shipped.name).write_text(shipped.read_text())
    (steps / "versions" / "0003_planted.py").write_text(step)
    return steps


def shape_of(connection: dbapi2.Connection) -> Shape:
    """Columns, keys, checks and indexes of every table of records, as SQLite knows them."""
    shape: Shape = {}
    for table in every_table():
        rows = connection.execute(f"PRAGMA table_info('{table}')").fetchall()
        ((sql,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table])
        listed = connection.execute(f"PRAGMA index_list('{table}')").fetchall()
        named = sorted(row[1] for row in listed if row[3] == "c")
        shape[table] = {
            "columns": {row[1]: row[2:] for row in rows},
            "checks": sorted(line.strip(" ,)\n\t") for line in sql.split("\n") if "CHECK" in line),
            "without_rowid": "WITHOUT ROWID" in sql,
            "autoincrement": "AUTOINCREMENT" in sql,
            "indexes": {
                name: connection.execute(f"PRAGMA index_xinfo('{name}')").fetchall()
                for name in named
            },
            "foreign_keys": connection.execute(f"PRAGMA foreign_key_list('{table}')").fetchall(),
        }
    return shape


@pytest.fixture
def as_described() -> Iterator[dbapi2.Connection]:
    """An empty database made from what tables.py says."""
    connection = dbapi2.connect(":memory:")
    dialect = create_engine("sqlite://", module=dbapi2).dialect
    every_table()
    for table in tables.metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
    yield connection
    connection.close()


def test_a_new_diary_has_the_tables_that_the_program_describes(
    diary_path: Path, as_described: dbapi2.Connection
) -> None:
    made = dbapi2.connect(str(diary_path))
    try:
        assert shape_of(made) == shape_of(as_described)
    finally:
        made.close()


def test_a_new_diary_has_no_other_tables(diary_path: Path) -> None:
    names = damage.ask(diary_path, "SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {name for (name,) in names} - {"sqlite_sequence", "alembic_version"} - _INDEX == set(
        every_table()
    )


def test_a_new_diary_says_what_it_is(diary_path: Path) -> None:
    assert files.read_header(diary_path) == files.Header(files.APPLICATION_ID, files.SCHEMA_VERSION)


def test_an_older_diary_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.heeldiary"
    an_old_file(path)
    with Store.open(path, NOON) as opened:
        opened.apply(adding(a_note()), NOON)
    copy = tmp_path / "old-before-update-0-20261120-120000.heeldiary"
    assert damage.ask(copy, "SELECT x FROM kept") == [("old words",)]
    assert files.read_header(copy).schema_version == 0
    assert files.read_header(path).schema_version == files.SCHEMA_VERSION
    assert damage.ask(path, "SELECT x FROM kept") == [("old words",)]
    assert damage.ask(path, "SELECT count(*) FROM note") == [(1,)]


def test_an_older_diary_is_not_opened_to_read(tmp_path: Path) -> None:
    path = tmp_path / "old.heeldiary"
    an_old_file(path)
    before = path.read_bytes()
    with pytest.raises(
        Refused, match=r"written by an older Heel Diary. Open it in the window once"
    ):
        Store.read(path)
    assert path.read_bytes() == before


def test_without_a_sound_copy_nothing_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "old.heeldiary"
    an_old_file(path)
    damage.spoil_page_of("kept")(path)
    before = path.read_bytes()
    with pytest.raises(Refused, match="damaged"):
        Store.open(path, NOON)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.glob("*before-update*")] == []


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was(
    store: Store, diary_path: Path, tmp_path: Path
) -> None:
    store.apply(adding(a_note()), NOON)
    before = diary_path.read_bytes()
    scripts = scripts_with(tmp_path, HALF_A_STEP)
    with pytest.raises(RuntimeError, match="half-way"), store._transaction():
        migrate(store._connection, scripts)
    assert diary_path.read_bytes() == before
    assert store.note_on(MON) == a_note()
    store.apply(adding(a_note(day=NOON.date())), NOON)


def test_all_steps_of_an_update_stand_or_fall_together(tmp_path: Path) -> None:
    path = tmp_path / "old.heeldiary"
    an_old_file(path)
    before = path.read_bytes()
    scripts = scripts_with(tmp_path, HALF_A_STEP)
    with (
        Store(path, files.connect(path, writable=True), None, "here") as old,
        pytest.raises(RuntimeError, match="half-way"),
        old._transaction(),
    ):
        migrate(old._connection, scripts)
    assert path.read_bytes() == before


def test_a_later_step_runs_on_its_own(store: Store, diary_path: Path, tmp_path: Path) -> None:
    scripts = scripts_with(tmp_path, A_STEP)
    for _ in range(2):
        with store._transaction():
            migrate(store._connection, scripts)
    assert damage.ask(diary_path, "SELECT * FROM planted") == []
    assert damage.ask(diary_path, "PRAGMA user_version") == [(3,)]


def test_alembic_is_not_imported_for_a_diary_that_is_up_to_date(diary_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from heeldiary.storage.store import Store;"
        "from tests.builders import NOON; Store.open(Path(sys.argv[1]), NOON).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(diary_path)], check=True, cwd=ROOT)
