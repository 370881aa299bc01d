"""Keeps the settings while the window is open."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from heeldiary.host import settings as settings_file


class SettingsKeeper(QObject):
    """Reads the settings once; writes each change at once and tells it."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.settings, self.complaint = settings_file.load(path)

    def change(self, **changes: Any) -> None:
        """Take over these settings; they hold even when they cannot be written."""
        settings = replace(self.settings, **changes)
        if settings == self.settings:
            return
        self.settings = settings
        if not settings_file.save(self.settings, self.path):
            self.refused.emit(
                self.tr("The settings could not be written; they hold until the window is closed.")
            )
        self.changed.emit()
