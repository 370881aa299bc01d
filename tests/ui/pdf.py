"""A PDF as poppler's programs read it: what any viewer, printer and search finds."""

import re
import subprocess
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

_SIDES = ("xMin", "yMin", "xMax", "yMax")


class Word(NamedTuple):
    """A word and its box in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Whether the two share more than the seam between neighbouring letters and lines."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 0.5 * min(self.bottom - self.top, other.bottom - other.top)


class ReadPdf:
    """One file, read anew by each question."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _about(self) -> dict[str, str]:
        lines = _run("pdfinfo", self._path).splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def pages(self) -> int:
        return int(self._about["Pages"])

    @property
    def title(self) -> str:
        return self._about["Title"]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in points."""
        width, height = re.findall(r"[\d.]+", self._about["Page size"])[:2]
        return round(float(width)), round(float(height))

    @property
    def metadata(self) -> str:
        return _run("pdfinfo", "-meta", self._path)

    @cached_property
    def text(self) -> str:
        """Its words with single spaces between them."""
        return " ".join(_run("pdftotext", "-layout", self._path, "-").split())

    @property
    def fonts(self) -> list[tuple[str, bool]]:
        """The name of each font and whether it is embedded."""
        rows = [line.split() for line in _run("pdffonts", self._path).splitlines()[2:]]
        return [(row[0], row[-5] == "yes") for row in rows]

    @property
    def rasters(self) -> int:
        return len(_run("pdfimages", "-list", self._path).splitlines()) - 2

    @property
    def has_color(self) -> bool:
        """Whether any pixel of the page is neither black, white nor grey."""
        drawn = subprocess.run(
            ["pdftoppm", "-r", "40", str(self._path)], capture_output=True, check=True
        ).stdout
        pixels = drawn.split(b"\n", 3)[3]
        return any(
            max(pixels[place : place + 3]) - min(pixels[place : place + 3]) > 2
            for place in range(0, len(pixels), 3)
        )

    @cached_property
    def words(self) -> list[Word]:
        found = re.findall(
            "<word " + " ".join(rf'{side}="([\d.-]+)"' for side in _SIDES) + ">(.*?)</word>",
            _run("pdftotext", "-bbox", self._path, "-"),
        )
        return [Word(text, *map(float, box)) for *box, text in found]

    def words_off_the_page(self) -> list[Word]:
        """Words nearer to an edge than printers reach (a quarter of an inch)."""
        width, height = self.size
        return [
            word
            for word in self.words
            if word.left < 18
            or word.top < 18
            or word.right > width - 18
            or word.bottom > height - 18
        ]

    def overlapping_words(self) -> list[tuple[str, str]]:
        """Pairs of words printed over each other."""
        return [(one.text, two.text) for one, two in combinations(self.words, 2) if one.covers(two)]


def _run(program: str, *arguments: object) -> str:
    finished = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, check=True, encoding="utf-8"
    )
    return finished.stdout
