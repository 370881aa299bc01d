"""The command line as a process of its own: exit codes, pipes, terminals, full disks."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def ran(
    *words: object, environment: dict[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    return run_python("-m", "heeldiary", *words, environment=environment, **options)


def run_python(
    *words: object, environment: dict[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    wanted: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (environment or {}),
        timeout=60,
        check=False,
        **wanted,
    )


def refusal(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one plain line on standard error of a refused command."""
    said = done.stderr.decode()
    assert done.returncode == 1, said
    assert said.endswith("\n")
    assert said.count("\n") == 1, said
    assert done.stdout == b""
    return said.strip()


def test_a_command_is_done_and_the_next_one_finds_it(diary_path: Path) -> None:
    first = ran("record", "--diary", diary_path, "--day", "today", "neck=2", "note=Größe")
    second = ran("show", "--diary", diary_path, "--day", "today")

    assert (first.returncode, first.stderr) == (0, b"")
    assert second.stdout.decode().splitlines()[1] == "Neck: 2"
    assert "Note: Größe" in second.stdout.decode()


def test_a_refusal_is_one_line(diary_path: Path) -> None:
    said = ran("record", "--diary", diary_path, "--day", "today", "neck=2\n3")

    assert refusal(said) == "“Neck” takes a whole number from 0 to 10, not “2 3”."


def test_wrong_usage_leaves_with_two(diary_path: Path) -> None:
    for words in (("nonsense",), ("record",), ("export", "--diary", diary_path, "--format", "x")):
        assert ran(*words).returncode == 2


def test_help_loads_neither_qt_nor_the_database() -> None:
    heavy = "PySide6", "numpy", "pyqtgraph", "sqlalchemy", "sqlcipher3", "alembic"
    code = f"""
        import sys
        from heeldiary.cli import main
        try:
            main(["--help"])
        except SystemExit:
            pass
        main(["factors"])
        print("loaded:", [name for name in {heavy!r} if name in sys.modules])
    """

    assert run_python("-c", textwrap.dedent(code)).stdout.endswith(b"loaded: []\n")


def test_the_summary_as_text_does_not_load_qt(diary_path: Path) -> None:
    code = f"""
        import sys
        from heeldiary.cli import main
        main(["summary", "--diary", {str(diary_path)!r}, "--out", {str(diary_path) + ".txt"!r}])
        print([name for name in sys.modules if name.startswith(("PySide6", "pyqtgraph"))])
    """

    said = run_python("-c", textwrap.dedent(code))

    assert said.stdout.endswith(b"\n[]\n"), said.stderr


def test_drawing_needs_no_screen_and_is_silent(diary_path: Path) -> None:
    nowhere = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":99999", "XDG_RUNTIME_DIR": "/nowhere"}
    out = diary_path.parent / "out"

    for words in (("chart", "--set", "pain_and_food"), ("summary",)):
        for kind in ("png", "svg") if words[0] == "chart" else ("pdf", "html"):
            said = ran(*words, "--diary", diary_path, "--out", f"{out}.{kind}", environment=nowhere)
            assert (said.returncode, said.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_lacks_letters_is_no_trouble(diary_path: Path, encoding: str) -> None:
    terminal = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    ran("record", "--diary", diary_path, "--day", "today", "note=Füße ≥ 3")

    shown = ran("show", "--diary", diary_path, "--day", "today", environment=terminal)
    told = ran("show", "--diary", diary_path, "--day", "today", "--json", environment=terminal)
    refused = ran("show", "--diary", diary_path, "--day", "x", environment=terminal)
    helped = ran("record", "--help", environment=terminal)

    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "Füße ≥ 3" in told.stdout.decode("utf-8")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (1, 1)
    assert helped.returncode == 0


def test_a_reader_that_goes_away_stops_nothing(diary_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    said = ran("record", "--diary", diary_path, "--day", "today", "neck=2", stdout=writing)
    os.close(writing)

    assert (said.returncode, said.stderr) == (0, b"")
    assert b"Neck: 2" in ran("show", "--diary", diary_path, "--day", "today").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_finds_no_room_is_told(diary_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        said = ran("factors", stdout=full)

    assert (said.returncode, said.stderr.count(b"\n")) == (1, 1)
    assert b"could not be printed" in said.stderr


def test_without_any_output_the_work_is_done(diary_path: Path) -> None:
    code = f"""
        import sys
        sys.stdout = sys.stderr = None
        from heeldiary.cli import main
        main(["record", "--diary", {str(diary_path)!r}, "--day", "today", "neck=2"])
        sys.exit(main(["show", "--diary", "nowhere", "--day", "today"]))
    """

    assert run_python("-c", textwrap.dedent(code)).returncode == 1
    assert b"Neck: 2" in ran("show", "--diary", diary_path, "--day", "today").stdout


def test_a_full_disk_leaves_the_diary_as_it_was(diary_path: Path, tmp_path: Path) -> None:
    before = diary_path.read_bytes()
    code = f"""
        import resource, sys
        from heeldiary.cli import main
        resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before)}, {len(before)}))
        sys.exit(main(sys.argv[1:]))
    """
    note = f"note={'x' * 20_000}"
    words = ("record", "--diary", diary_path, "--day", "today", note)
    new = tmp_path / "new.heeldiary"

    said = run_python("-c", textwrap.dedent(code), *words)
    made = run_python("-c", textwrap.dedent(code), "sample", "--out", new)

    refusal(said)
    assert diary_path.read_bytes() == before
    refusal(made)
    assert sorted(path.name for path in tmp_path.iterdir() if "lock" not in path.name) == [
        diary_path.name
    ]
    assert ran("check", "--diary", diary_path).returncode == 0


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="the system has no /proc")
def test_a_place_that_cannot_be_written_is_refused(diary_path: Path) -> None:
    before = diary_path.read_bytes()

    said = [
        ran("record", "--diary", "/proc/new.heeldiary", "--day", "today", "neck=2"),
        ran("record", "--diary", "/proc/version", "--day", "today", "neck=2"),
        ran("sample", "--out", "/proc/new.heeldiary"),
        ran("export", "--diary", diary_path, "--format", "json", "--out", "/proc/x.json"),
        ran("summary", "--diary", diary_path, "--out", "/proc/x.pdf"),
        ran("chart", "--diary", diary_path, "--set", "pain_and_food", "--out", "/proc/x.png"),
    ]

    assert all(map(refusal, said))
    assert diary_path.read_bytes() == before


def test_a_fault_of_the_program_is_one_line_unless_asked_for_more(diary_path: Path) -> None:
    code = f"""
        import sys
        from heeldiary.cli import main
        from heeldiary.storage.store import Store
        Store.readings_on = None
        sys.exit(main(["show", "--diary", {str(diary_path)!r}, "--day", "today"]))
    """

    plain = run_python("-c", textwrap.dedent(code))
    whole = run_python("-c", textwrap.dedent(code), environment={"HEELDIARY_TRACEBACK": "1"})

    assert refusal(plain).startswith("Something went wrong inside Heel Diary (TypeError in ")
    assert refusal(plain).endswith("Nothing was changed by the step that failed.")
    assert b"Traceback" in whole.stderr


def test_an_interrupted_command_says_so(tmp_path: Path) -> None:
    code = f"""
        import os, signal, sys
        from heeldiary.cli import main
        from heeldiary.storage.store import Store
        Store.apply = lambda *_: os.kill(os.getpid(), signal.SIGINT)
        sys.exit(main(["sample", "--out", {str(tmp_path / "x.heeldiary")!r}]))
    """

    said = run_python("-c", textwrap.dedent(code), preexec_fn=_listen_to_interrupts)

    assert said.returncode == 130
    assert said.stderr == b"Stopped; what was not finished was not written.\n"
    assert list(tmp_path.iterdir()) == []


def _listen_to_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("words", [(), ("--diary", "mine.heeldiary")])
def test_without_a_command_the_window_is_opened(words: tuple[str, ...]) -> None:
    code = """
        import sys, types
        app = types.ModuleType("heeldiary.app")
        app.run = lambda diary: print("window of", diary) or 3
        sys.modules["heeldiary.app"] = app
        from heeldiary.cli import main
        sys.exit(main())
    """

    said = run_python("-c", textwrap.dedent(code), *words, environment=SCREEN)

    assert said.returncode == 3
    assert said.stdout.decode() == f"window of {words[1] if words else None}\n"


@pytest.mark.parametrize("words", [("mine.heeldiary",), ("--diary", "mine.heeldiary")])
def test_the_desktop_names_the_diary_by_its_path(words: tuple[str, ...]) -> None:
    code = """
        import sys, types
        app = types.ModuleType("heeldiary.app")
        app.run = lambda diary: print("window of", diary) or 0
        sys.modules["heeldiary.app"] = app
        from heeldiary.cli import window
        window()
    """

    said = run_python("-c", textwrap.dedent(code), *words, environment=SCREEN)

    assert (said.returncode, said.stdout) == (0, b"window of mine.heeldiary\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a screen has a name")
def test_without_a_screen_the_window_is_refused_in_a_sentence() -> None:
    said = ran(environment={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})

    assert refusal(said).startswith("There is no screen to open the window on")


def test_a_part_of_the_system_that_is_missing_is_named(diary_path: Path) -> None:
    code = f"""
        import sys
        sys.modules["PySide6"] = None
        from heeldiary.cli import main
        words = ["chart", "--set", "pain_and_food", "--out", {str(diary_path) + ".png"!r}]
        sys.exit(main([*words, "--diary", {str(diary_path)!r}]))
    """

    said = refusal(run_python("-c", textwrap.dedent(code)))

    assert said.startswith("A part that Heel Diary needs cannot be loaded here: ")
    assert "PySide6" in said
