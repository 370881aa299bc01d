"""Where things lie on this computer: the program's resources, the diary, settings, the log."""

from pathlib import Path

from heeldiary.domain.refusal import Refused

DIARY_NAME = "diary.heeldiary"

_PROGRAM = "heeldiary"
_PACKAGE = Path(__file__).resolve().parent.parent


def resources(package: Path = _PACKAGE) -> Path:
    """The folder of icons, fonts, texts and themes: in the wheel, else beside the package."""
    # The wheel first: beside an installed package, "resources" would be somebody else's.
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def diary_path() -> Path:
    """The diary that opens when no other is named."""
    from platformdirs import user_data_path

    return user_data_path(_PROGRAM, appauthor=False) / DIARY_NAME


def settings_path() -> Path:
    from platformdirs import user_config_path

    return user_config_path(_PROGRAM, appauthor=False) / "settings.json"


def log_path() -> Path:
    from platformdirs import user_log_path

    return user_log_path(_PROGRAM, appauthor=False) / "heeldiary.log"


def private_folder(folder: Path) -> Path:
    """The folder, made for its owner alone if it is not there yet; one that is there is kept."""
    if not folder.is_dir():
        private_folder(folder.parent)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as fault:
            raise Refused(
                f"The folder {folder} cannot be made ({fault.strerror}); nothing was changed."
            ) from None
    return folder
