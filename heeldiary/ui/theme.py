"""Colours by role, and the look that all widgets share: theme, text size, font."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from heeldiary.domain.refusal import Refused

FAMILY = "Inter"
_BASE_POINTS = 10.5


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour by what it is for, never by what it looks like."""

    name: str
    is_dark: bool
    roles: Mapping[str, str]
    ramp: tuple[str, ...]
    series: tuple[str, ...]
    dark_text: str
    light_text: str

    def color(self, role: str) -> QColor:
        return QColor(self.roles[role])

    def ramp_color(self, value: float, maximum: float = 10) -> QColor:
        """The colour of a rating: one hue, light to dark, no verdict."""
        share = min(max(value / maximum, 0), 1) if maximum else 0
        return QColor(self.ramp[round(share * (len(self.ramp) - 1))])

    def text_on(self, color: QColor) -> QColor:
        """Whichever of the two texts reads better on this colour."""
        dark, light = QColor(self.dark_text), QColor(self.light_text)
        return max((dark, light), key=lambda text: _contrast(text, color))

    def series_color(self, place: int) -> QColor:
        return QColor(self.series[place % len(self.series)])


def load_theme(folder: Path, name: str) -> Theme:
    with (folder / f"{name}.toml").open("rb") as file:
        found = tomllib.load(file)
    return Theme(
        name=found["name"],
        is_dark=found["is_dark"],
        roles=found["roles"],
        ramp=tuple(found["ramp"]["colours"]),
        series=tuple(found["series"]["colours"]),
        dark_text=found["ramp"]["dark_text"],
        light_text=found["ramp"]["light_text"],
    )


class Look(QObject):
    """How everything looks just now. Widgets keep it and paint again on ``changed``."""

    changed = Signal()

    def __init__(self, resources: Path, theme: str = "light", text_percent: int = 100) -> None:
        super().__init__()
        self.resources = resources
        self.theme = load_theme(resources / "themes", theme)
        self.text_percent = text_percent
        self._families = _load_fonts(resources / "fonts")

    def color(self, role: str) -> QColor:
        return self.theme.color(role)

    def font(self, scale: float = 1.0, *, strong: bool = False) -> QFont:
        """The program's font at a multiple of the owner's text size."""
        font = QFont(FAMILY)
        font.setPointSizeF(_BASE_POINTS * scale * self.text_percent / 100)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def px(self, length: float) -> int:
        """A length in pixels at 100 % text, at the owner's text size."""
        return round(length * self.text_percent / 100)

    def choose(self, theme: str, text_percent: int) -> None:
        """Change to this theme and text size and tell every widget."""
        self.theme = load_theme(self.resources / "themes", theme)
        self.text_percent = text_percent
        self.dress()

    def dress(self) -> None:
        """Give the application its palette, font and style sheet."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setFont(self.font())
        app.setPalette(_palette(self.theme))
        sheet = Template((self.resources / "themes" / "window.qss").read_text("utf-8"))
        lengths = {f"px{n}": str(self.px(n)) for n in (1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 36, 44)}
        icons = (self.resources / "icons").as_posix()
        words = {**self.theme.roles, **lengths, "icons": icons, "theme": self.theme.name}
        app.setStyleSheet(sheet.substitute(words))
        self.changed.emit()


def system_theme() -> str:
    """What the desktop asks for: ``dark`` or ``light``."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _load_fonts(folder: Path) -> tuple[str, ...]:
    families: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if FAMILY not in families:
        raise Refused("The program's own font is missing; please install Heel Diary again.")
    return tuple(families)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "background",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "text_soft",
        QPalette.ColorRole.Link: "accent",
    }
    for palette_role, role in roles.items():
        palette.setColor(palette_role, theme.color(role))
    for palette_role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, palette_role, theme.color("disabled"))
    return palette


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
