"""Files: data brought in, imports taken back, data taken away, and where the diary is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from heeldiary.domain.edits import Change, Edit, Source
from heeldiary.domain.kinds import KINDS, record_type
from heeldiary.domain.records import Reading
from heeldiary.domain.refusal import Refused
from heeldiary.exchange.files import write_text_file
from heeldiary.exchange.own_csv import write_folder, write_long
from heeldiary.exchange.own_json import write_json
from heeldiary.exchange.take_back import taking_back
from heeldiary.ui import prompts
from heeldiary.ui.desk import Desk
from heeldiary.ui.page import Page
from heeldiary.ui.theme import Look
from heeldiary.ui.wait_cursor import wait_cursor
from heeldiary.ui.widgets.bring_in import BringIn
from heeldiary.ui.widgets.diary_place import DiaryPlace
from heeldiary.ui.widgets.imports_done import ImportsDone
from heeldiary.ui.widgets.notice import Notice
from heeldiary.ui.widgets.page_title import PageTitle
from heeldiary.ui.widgets.take_away import TakeAway


class FilesPage(Page):
    """Four cards below one another; a file may be dropped anywhere on them."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self._title = PageTitle(look, self.tr("Files"))
        self.notice = Notice()
        self.bring = BringIn(desk, look)
        self.imports = ImportsDone(look)
        self.take_away = TakeAway(look)
        self.place = DiaryPlace(look, desk.path)
        self.cards = QScrollArea()
        self._lay_out()
        self.setAcceptDrops(True)

        self.bring.refused.connect(self.notice.say)
        self.imports.take_back_asked.connect(self._take_back)
        self.take_away.json_asked.connect(self._export_json)
        self.take_away.table_asked.connect(self._export_table)
        self.take_away.folder_asked.connect(self._export_folder)
        desk.refused.connect(self.notice.say)

    def refresh(self) -> None:
        self.imports.show_imports(self.desk.imports())
        self.bring.plan_again()

    def restyle(self) -> None:
        """Colours follow by themselves; an open preview is kept as it is."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.bring.open(_files_in(event))
        self.cards.ensureWidgetVisible(self.bring.choose)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bring.cancel_reading()
        super().closeEvent(event)

    def deleteLater(self) -> None:
        """The window lets go of the page: what is still being read must not come back to it."""
        self.bring.cancel_reading()
        super().deleteLater()

    def _take_back(self, number: int) -> None:
        """Take an import back after one question; what was changed since is kept."""
        done = next((each for each in self.desk.imports() if each.number == number), None)
        if done is None or done.is_taken_back:
            return
        with wait_cursor():
            back, kept = taking_back(self.desk.edits_of(number), self.desk.diary)
        if not back:
            self.notice.say(
                self.tr("All that “{0}” brought was changed since and is kept.").format(done.label)
            )
        elif self._agrees(done.label, back, kept):
            label = self.tr("Taken back: {0}").format(done.label)
            change = Change(
                label=label, edits=back, source=Source.TAKE_BACK, takes_back=done.number
            )
            with wait_cursor():
                self.desk.apply(change)

    def _agrees(self, label: str, back: tuple[Edit, ...], kept: int) -> bool:
        question = self.tr("Take back “{0}”? Entries that go or become as before: {1}.")
        if kept:
            question = self.tr(
                "Take back “{0}”? Entries that go or become as before: {1}. "
                "Changed since and kept: {2}."
            )
        asked = question.format(label, len(back), kept)
        return prompts.ask(self, self.tr("Take an import back"), asked, self.tr("Take back"))

    def _export_json(self) -> None:
        path = self._asked_path("json", self.tr("JSON (*.json)"))
        if path is not None:
            self._export(path, self._write_json)

    def _export_table(self) -> None:
        path = self._asked_path("csv", self.tr("CSV (*.csv)"))
        if path is not None:
            self._export(path, self._write_table)

    def _export_folder(self) -> None:
        """The tables go into a folder of their own, so that they meet no file of the same name."""
        folder = prompts.choose_folder(self, self.tr("Choose a folder"))
        if folder is not None:
            self._export(folder / self._export_name(), self._write_folder)

    def _asked_path(self, suffix: str, kinds: str) -> Path | None:
        suggestion = f"{self._export_name()}.{suffix}"
        path = prompts.choose_file_to_write(self, self.tr("Export"), suggestion, kinds)
        if path is None or path.suffix:
            return path
        return path.with_suffix(f".{suffix}")

    def _export(self, path: Path, write: Callable[[Path], None]) -> None:
        """Write the whole diary there and say where it is, or why it is not."""
        self.take_away.say("")
        try:
            if path.resolve() == Path(self.desk.path).resolve():
                raise Refused(
                    self.tr("That is the diary itself; choose another name. Nothing was written.")
                )
            with wait_cursor():
                write(path)
        except Refused as refusal:
            self.notice.say(str(refusal))
            return
        said = self.tr("Everything was written to {0}. Records: {1}.")
        self.take_away.say(said.format(path, self._count_records()))

    def _write_json(self, path: Path) -> None:
        write_text_file(path, write_json(self.desk.diary))

    def _write_table(self, path: Path) -> None:
        write_text_file(path, write_long(self.desk.diary))

    def _write_folder(self, path: Path) -> None:
        write_folder(self.desk.diary, path)

    def _count_records(self) -> int:
        diary = self.desk.diary
        others = (record_type(kind) for kind in KINDS if kind != Reading.kind)
        return sum(1 for _ in diary.readings()) + sum(len(diary.records(o)) for o in others)

    def _export_name(self) -> str:
        return f"Heel Diary {self.desk.today().isoformat()}"

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 4, 12, 14)
        column.setSpacing(12)
        column.addWidget(self._title)
        for card in (self.bring, self.imports, self.take_away, self.place):
            column.addWidget(card)
        column.addStretch(1)
        self.cards.setObjectName("scroll")
        self.cards.setWidgetResizable(True)
        self.cards.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards.setWidget(sheet)

        page = QVBoxLayout(self)
        page.setContentsMargins(24, 14, 6, 0)
        page.setSpacing(10)
        page.addWidget(self.notice)
        page.addWidget(self.cards, 1)


def _files_in(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
