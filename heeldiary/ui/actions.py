"""What the keyboard can do anywhere in the window, as data."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """An action of the window: its name, its keys, and the method of the window that does it."""

    name: str
    text: str
    keys: QKeySequence.StandardKey | str
    does: str


ACTIONS = (
    ActionPlan(
        name="undo",
        text="Undo",
        keys=QKeySequence.StandardKey.Undo,
        does="undo",
    ),
    ActionPlan(
        name="redo",
        text="Redo",
        keys="Ctrl+Shift+Z",
        does="redo",
    ),
    ActionPlan(
        name="help",
        text="Get help now",
        keys="F1",
        does="open_help",
    ),
    ActionPlan(
        name="quit",
        text="Close",
        keys="Ctrl+Q",
        does="close",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A page of the window: its name in the side bar, its icon, where its class is."""

    name: str
    title: str
    module: str
    page: str


ROOMS = (
    Room(
        name="today",
        title="Today",
        module="heeldiary.ui.pages.today",
        page="TodayPage",
    ),
    Room(
        name="history",
        title="History",
        module="heeldiary.ui.pages.history",
        page="HistoryPage",
    ),
    Room(
        name="trends",
        title="Trends",
        module="heeldiary.ui.pages.trends",
        page="TrendsPage",
    ),
    Room(
        name="medicines",
        title="Medicines",
        module="heeldiary.ui.pages.medicines",
        page="MedicinesPage",
    ),
    Room(
        name="movement",
        title="Movement",
        module="heeldiary.ui.pages.movement",
        page="MovementPage",
    ),
    Room(
        name="flares",
        title="Flares",
        module="heeldiary.ui.pages.flares",
        page="FlaresPage",
    ),
    Room(
        name="scores",
        title="Scores and labs",
        module="heeldiary.ui.pages.scores",
        page="ScoresPage",
    ),
    Room(
        name="visit",
        title="Visit",
        module="heeldiary.ui.pages.visit",
        page="VisitPage",
    ),
    Room(
        name="guide",
        title="Guide",
        module="heeldiary.ui.pages.guide",
        page="GuidePage",
    ),
    Room(
        name="files",
        title="Files",
        module="heeldiary.ui.pages.files",
        page="FilesPage",
    ),
    Room(
        name="settings",
        title="Settings",
        module="heeldiary.ui.pages.settings",
        page="SettingsPage",
    ),
)
