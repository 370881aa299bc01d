"""Draw every room of the window: all looks into out/pictures/, the README's into docs/pictures/.

    python -m tools.pictures

Every room is drawn empty and full, light, dark and in high contrast, at 100 % and 200 % text; with
a full diary its other views and its forms too. What does not fit the window is scrolled to and
drawn as one more picture. The same code gives the same pictures.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from heeldiary.domain.days import Clock, Span
from heeldiary.domain.edits import Change, Edit
from heeldiary.domain.records import SKIPPED, Reading, Record
from heeldiary.exchange.sample import SAMPLE_LAST_DAY, sample_records

if TYPE_CHECKING:  # loaded when the platform is chosen
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QScrollArea

    from heeldiary.storage.store import Store
    from heeldiary.ui.main_window import MainWindow
    from heeldiary.ui.page import Page
    from heeldiary.ui.theme import Look

CHECKOUT = Path(__file__).resolve().parent.parent
ALL = CHECKOUT / "out" / "pictures"
SHOWN = CHECKOUT / "docs" / "pictures"
_README = (
    *("today-light", "trends-light", "visit-light", "today-dark"),
    *("medicines-light", "movement-light", "history-light", "scores-light"),
)
_NOW = datetime.combine(SAMPLE_LAST_DAY, time(18), UTC)
_ANSWERED = (
    "first_step_left",
    "first_step_right",
    "stiffness_minutes",
    "achilles_insertion_left",
    "under_heel_left",
)
_SKIPPED = "night_pain"
_MONTHS_SHOWN = Span(date(2026, 8, 22), SAMPLE_LAST_DAY)
_SUMMARY_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Appearance:
    """A theme, a text size and the window that the room is drawn in."""

    theme: str
    percent: int
    width: int
    height: int


APPEARANCES = tuple(
    Appearance(theme, *size)
    for theme in ("light", "dark", "contrast")
    for size in ((100, 1280, 820), (200, 1024, 700))
)


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLocale

    from heeldiary.ui.offscreen import drawing

    for folder in (ALL, SHOWN):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    with drawing() as app, tempfile.TemporaryDirectory(prefix="heeldiary-pictures-") as name:
        QLocale.setDefault(QLocale("en_GB"))
        app.setCursorFlashTime(0)
        folder = Path(name)
        for content, diary in _diaries(folder).items():
            for appearance in APPEARANCES:
                _draw_rooms(content, diary, appearance, folder)
        _draw_summary(folder / "full.heeldiary")
    drawn = sum(1 for _ in ALL.iterdir())
    print(f"{drawn} pictures in {ALL.relative_to(CHECKOUT)}, the README's in docs/pictures.")
    return 0


def _diaries(folder: Path) -> dict[str, Path]:
    """An empty diary, and one of two years whose last day is being answered."""
    from heeldiary.storage.store import Store

    diaries = {content: folder / f"{content}.heeldiary" for content in ("empty", "full")}
    Store.create(diaries["empty"], _NOW).close()
    change = Change(label="Sample", edits=tuple(Edit(None, record) for record in _life()))
    with Store.create(diaries["full"], _NOW) as store:
        store.apply(change, _NOW)
    return diaries


def _life() -> Iterator[Record]:
    """The sample; on its last day a few answers and a skip are given, the rest is still open."""
    for record in sample_records(years=2, seed=3, last_day=SAMPLE_LAST_DAY):
        if not isinstance(record, Reading) or record.day != SAMPLE_LAST_DAY:
            yield record
        elif record.factor == _SKIPPED:
            yield replace(record, value=SKIPPED)
        elif record.factor in _ANSWERED:
            yield record


def _draw_rooms(content: str, diary: Path, appearance: Appearance, folder: Path) -> None:
    from heeldiary.host import paths
    from heeldiary.storage.store import Store
    from heeldiary.ui.actions import ROOMS
    from heeldiary.ui.theme import Look

    look = Look(paths.resources(), appearance.theme, appearance.percent)
    look.dress()
    window = _window(Store.open(diary, _NOW), look, folder / "settings.json")
    window.resize(appearance.width, appearance.height)
    window.show()
    look_of = f"{appearance.theme}-{appearance.percent}"
    for room in ROOMS:
        window.open_room(room.name)
        page = window.page(room.name)
        for place, picture in enumerate(_screens(window, page), 1):
            picture.save(str(ALL / f"{room.name}-{content}-{look_of}-{place}.png"))
            short = f"{room.name}-{appearance.theme}"
            if (content, appearance.percent, place) == ("full", 100, 1) and short in _README:
                _save_small(picture, SHOWN / f"{short}.png")
        if content == "full":
            _draw_views(window, page, f"{room.name}-{look_of}")
    _draw_forms(window, f"{content}-{look_of}")
    window.close()
    window.deleteLater()


def _draw_views(window: "MainWindow", page: "Page", name: str) -> None:
    """What the buttons at the head of a room lead to, one beside another."""
    from PySide6.QtWidgets import QButtonGroup

    for group in page.findChildren(QButtonGroup):
        buttons = [button for button in group.buttons() if button.isVisible()]
        if not group.exclusive() or len(buttons) < 2:
            continue
        for place, button in enumerate(buttons[1:], 2):
            button.click()
            for screen, picture in enumerate(_screens(window, page), 1):
                picture.save(str(ALL / f"{name}-view-{place}-{screen}.png"))
        buttons[0].click()
        return


def _draw_forms(window: "MainWindow", name: str) -> None:
    """The forms that a topic of the guide may lead to, and Get help now."""
    from heeldiary.ui.pages.guide import FORMS

    for target in FORMS:
        room = target.partition("/")[0]
        window.log(target)
        for place, picture in enumerate(_screens(window, window.page(room)), 1):
            picture.save(str(ALL / f"form-{target.replace('/', '-')}-{name}-{place}.png"))
    window.open_help()
    _settle()
    window.grab().save(str(ALL / f"help-{name}.png"))
    window.leave_help()


def _window(store: "Store", look: "Look", settings: Path) -> "MainWindow":
    from heeldiary.ui.desk import Desk
    from heeldiary.ui.keeper import SettingsKeeper
    from heeldiary.ui.main_window import MainWindow

    class ShownDesk(Desk):
        """Says where a diary usually is, wherever this one is."""

        @property
        def path(self) -> str:
            return "/home/sam/.local/share/heeldiary/diary.heeldiary"

    settings.unlink(missing_ok=True)
    keeper = SettingsKeeper(settings)
    keeper.change(theme=look.theme.name, text_percent=look.text_percent)
    window = MainWindow(look, keeper)
    window.put_in(ShownDesk(store, Clock(now=_now)))
    return window


def _now() -> datetime:
    return _NOW


def _screens(window: "MainWindow", page: "Page") -> Iterator["QPixmap"]:
    """The window with the page at its top, then one screen further each, to the end."""
    _settle()
    scroll = _longest_scroll(page)
    if scroll is None:
        yield window.grab()
        return
    bar = scroll.verticalScrollBar()
    for top in (*range(0, bar.maximum(), bar.pageStep()), bar.maximum()):
        bar.setValue(top)
        _settle()
        yield window.grab()


def _longest_scroll(page: "Page") -> "QScrollArea | None":
    from PySide6.QtWidgets import QScrollArea

    seen = [area for area in page.findChildren(QScrollArea, "scroll") if area.isVisible()]
    return max(seen, key=_hidden, default=None)


def _hidden(area: "QScrollArea") -> int:
    return area.verticalScrollBar().maximum()


def _settle() -> None:
    """Let layouts and drawings that were put off happen."""
    from PySide6.QtWidgets import QApplication

    for _ in range(5):
        QApplication.processEvents()


def _draw_summary(diary: Path) -> None:
    """The page for the visit: as PDF pages for the eye, and small for the README."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPixmap

    from heeldiary.host import paths
    from heeldiary.reports.report import report_of
    from heeldiary.storage.store import Store
    from heeldiary.ui.paper import Paper, VisitPaper
    from heeldiary.ui.printing import write_pdf
    from heeldiary.ui.widgets.page_preview import image_of

    with Store.read(diary) as store:
        report = report_of(store, _MONTHS_SHOWN, today=SAMPLE_LAST_DAY, decimal=".")
    paper = VisitPaper(report, paths.resources(), Paper.A4)
    write_pdf(report, ALL / "summary.pdf", paths.resources(), Paper.A4)
    _pages_of(ALL / "summary.pdf")
    height = round(_SUMMARY_WIDTH * paper.points.height() / paper.points.width())
    picture = QPixmap.fromImage(image_of(paper, QSize(_SUMMARY_WIDTH, height)))
    _save_small(picture, SHOWN / "summary.png")


def _pages_of(pdf: Path) -> None:
    """The printed pages as pictures, where the system has the program for it."""
    program = shutil.which("pdftoppm")
    if program is None:
        print("pdftoppm (poppler-utils) is missing: the pages of summary.pdf were not drawn.")
        return
    subprocess.run([program, "-png", "-r", "110", pdf, pdf.with_suffix("")], check=True)


def _save_small(picture: "QPixmap", path: Path) -> None:
    """In its 256 most common colours: surfaces and text hardly have more."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    common = [colour for colour, _ in Counter(pixels).most_common(256)]
    exact = Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, common, exact).save(str(path), quality=0)


if __name__ == "__main__":
    sys.exit(main())
