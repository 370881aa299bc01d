import re
import shutil
import tomllib
from pathlib import Path
from string import Template

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from heeldiary.domain.refusal import Refused
from heeldiary.ui.theme import Look, Theme, load_theme, system_theme
from tests.conftest import RESOURCES

FOLDER = RESOURCES / "themes"
NAMES = ("light", "dark", "contrast", "paper")
THEMES = [load_theme(FOLDER, name) for name in NAMES]
TEXTS = [
    ("text", "background"),
    ("text", "surface"),
    ("text", "sidebar"),
    ("text", "field"),
    ("text_soft", "background"),
    ("text_soft", "surface"),
    ("text_soft", "field"),
    ("accent_text", "accent"),
    ("accent_on_soft", "accent_soft"),
    ("accent_on_soft", "sidebar"),
    ("notice_text", "notice"),
    ("danger", "background"),
    ("danger", "surface"),
    ("axis", "surface"),
]
SHAPES = ["border_strong", "focus", "hollow", "cross_hair", "accent"]

all_themes = pytest.mark.parametrize("theme", THEMES, ids=NAMES)


def brightness(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_every_theme_file_is_tested() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(NAMES)


@all_themes
def test_every_theme_has_the_same_roles(theme: Theme) -> None:
    assert set(theme.roles) == set(THEMES[0].roles)
    assert (len(theme.ramp), len(theme.series)) == (11, 8)


@all_themes
def test_every_colour_is_a_colour(theme: Theme) -> None:
    colours = (*theme.roles.values(), *theme.ramp, *theme.series, theme.dark_text, theme.light_text)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours)


@all_themes
def test_the_style_sheet_uses_roles_that_every_theme_has(theme: Theme) -> None:
    used = set(Template((FOLDER / "window.qss").read_text("utf-8")).get_identifiers())
    # lengths and the pictures of the theme are no roles
    words = {word for word in used if not re.fullmatch(r"px\d+|icons|theme", word)}
    assert words
    assert words <= set(theme.roles)


@all_themes
def test_the_pictures_of_the_style_sheet_are_there(theme: Theme) -> None:
    sheet = (FOLDER / "window.qss").read_text("utf-8").replace("$theme", theme.name)
    named = re.findall(r"\$icons/([\w-]+\.svg)", sheet)
    assert named
    assert [name for name in named if not (RESOURCES / "icons" / name).is_file()] == []


@all_themes
def test_what_cannot_be_done_looks_unlike_what_can(theme: Theme) -> None:
    assert contrast(theme.roles["disabled"], theme.roles["text"]) >= 2
    assert contrast(theme.roles["disabled"], theme.roles["surface"]) >= 3


@all_themes
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.roles[text], theme.roles[ground]) >= 4.5


@all_themes
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ground", ["background", "surface", "field"])
def test_shapes_can_be_seen(theme: Theme, shape: str, ground: str) -> None:
    assert contrast(theme.roles[shape], theme.roles[ground]) >= 3


@all_themes
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_lines_of_charts_can_be_seen(theme: Theme, ground: str) -> None:
    faint = [line for line in theme.series if contrast(line, theme.roles[ground]) < 3]
    assert faint == []


@all_themes
def test_text_can_be_read_on_every_rating(theme: Theme) -> None:
    for colour in theme.ramp:
        text = theme.text_on(QColor(colour)).name()
        assert contrast(text, colour) >= 4.5, (colour, text)


@all_themes
def test_ratings_go_from_faint_to_strong(theme: Theme) -> None:
    ground = theme.roles["surface"]
    strengths = [contrast(colour, ground) for colour in theme.ramp]
    assert strengths == sorted(strengths)


@all_themes
def test_a_theme_knows_whether_it_is_dark(theme: Theme) -> None:
    is_dark = brightness(theme.roles["background"]) < brightness(theme.roles["text"])
    assert theme.is_dark is is_dark


@pytest.mark.parametrize(
    ("value", "maximum", "place"),
    [(0, 10, 0), (10, 10, 10), (5, 10, 5), (3, 3, 10), (-1, 10, 0), (11, 10, 10), (1, 0, 0)],
)
def test_a_rating_has_its_place_on_the_ramp(value: float, maximum: float, place: int) -> None:
    theme = THEMES[0]
    assert theme.ramp_color(value, maximum) == QColor(theme.ramp[place])


def test_there_is_a_series_colour_for_every_line() -> None:
    theme = THEMES[0]
    assert theme.series_color(8) == theme.series_color(0) == QColor(theme.series[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_look_dresses_the_application(look: Look, name: str, percent: int) -> None:
    heard: list[bool] = []

    def hear() -> None:
        heard.append(True)

    look.changed.connect(hear)
    look.choose(name, percent)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color() == look.color("background")
    assert app.font().pointSizeF() == 10.5 * percent / 100
    assert look.px(10) == 10 * percent / 100
    assert "$" not in app.styleSheet()
    assert look.color("text").name() in app.styleSheet()
    assert heard == [True]


def test_strong_text_is_the_same_font_but_heavier(look: Look) -> None:
    assert look.font(strong=True).weight() > look.font().weight()
    assert look.font(2).pointSizeF() == 2 * look.font().pointSizeF()


def test_every_theme_says_its_own_name() -> None:
    for name in NAMES:
        with (Path(FOLDER) / f"{name}.toml").open("rb") as file:
            assert tomllib.load(file)["name"] == name


def test_without_its_font_the_look_says_so(qapp: QApplication, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "themes")
    with pytest.raises(Refused, match="font is missing; please install Heel Diary again"):
        Look(tmp_path)


def test_the_desktop_asks_for_dark_or_light(qapp: QApplication) -> None:
    assert system_theme() in ("dark", "light")
