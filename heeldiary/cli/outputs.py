"""Where a command may write a file: never over a diary, a folder or a device."""

from pathlib import Path

from heeldiary.domain.refusal import Refused

_SQLITE = b"SQLite format 3\0"


def checked_target(path: Path) -> Path:
    """Where the file will really stand; refuses folders, devices and diaries.

    A file that was made before is made anew.
    """
    try:
        target = path.resolve()
        if target.exists():
            _check_replaceable(target)
    except OSError as error:
        raise Refused(f"“{path}” cannot be written ({error.strerror}); it was left so.") from None
    return target


def _check_replaceable(target: Path) -> None:
    if target.is_dir():
        raise Refused(f"“{target}” is a folder; nothing was written.")
    if not target.is_file():
        raise Refused(f"“{target}” is not an ordinary file; nothing was written.")
    with target.open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            raise Refused(f"“{target.name}” is a diary or another database; it was kept.")
