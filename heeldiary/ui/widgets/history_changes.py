"""Every change ever made, with what it overwrote or deleted, which can be brought back."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.edits import Edit, Source
from heeldiary.domain.records import Record
from heeldiary.domain.refusal import Refused
from heeldiary.domain.restoring import is_as_before, restoring
from heeldiary.reports.record_words import RecordWords
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.record_list import STEP, RecordList, Row
from heeldiary.ui.wording import with_days

_HIGHEST = 400
"""Pixels for the list, so that a change that is opened below it is seen."""
_MOST_EDITS = 300
"""Edits of one change that are listed; an import has many thousands."""


class HistoryChanges(QWidget):
    """The list in front; the change that is chosen opens below it."""

    said = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._rows: list[Row] = []
        self._edits: tuple[Edit, ...] = ()
        self._number = 0
        columns = (self.tr("When"), self.tr("Records"), self.tr("What"))
        self.changes = RecordList(look, columns, self.tr("Changes"))
        self.changes.table.highest = _HIGHEST
        self._card = Card(look, self.tr("The change"))
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        sides = (self.tr("Day"), self.tr("Before"), self.tr("After"), self.tr("Now"))
        title = self.tr("Records of this change")
        self.edits = RecordList(look, sides, title, has_button=False)
        self.restore = QPushButton(self.tr("Bring back what was before"))
        self.close_it = QPushButton(self.tr("Close"))
        self._card.add(self._about)
        self._card.add(self.edits)
        self._card.add(button_row(look, self.restore, self.close_it))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.changes)
        column.addWidget(self._card)
        column.addStretch(1)
        self._card.hide()

        self.changes.chosen.connect(self._open)
        self.changes.more_wanted.connect(self._read_earlier)
        self.edits.chosen.connect(self._restore_chosen)
        self.edits.table.selectionModel().currentRowChanged.connect(self._show_restorable)
        self.restore.clicked.connect(self._restore_current)
        self.close_it.clicked.connect(self._close)

    def refresh(self) -> None:
        """Read again as far back as they are listed, so that the person keeps the place."""
        count = max(len(self._rows), STEP)
        earliest = int(self._rows[-1].id) if self._rows else 0
        self._rows = []
        self._read(count)
        while earliest and int(self._rows[-1].id) > earliest:
            self._read(STEP)
        if self._number:
            self._open(str(self._number))

    def _read_earlier(self) -> None:
        self._read(STEP)

    def _read(self, count: int) -> None:
        last = int(self._rows[-1].id) if self._rows else None
        found = self.desk.history(count + 1, last)
        for change in found[:count]:
            label = with_days(change.label)
            if change.is_taken_back:
                label = self.tr("{0} (taken back since)").format(label)
            elif change.source is Source.IMPORT:
                label = self.tr("Import: {0}").format(label)
            self._rows.append(
                Row(str(change.number), (_moment(change.at), str(change.edits), label))
            )
        self.changes.show_rows(self._rows)
        self.changes.can_show_more(can=len(found) > count)

    def _open(self, number: str) -> None:
        row = next((row for row in self._rows if row.id == number), None)
        self._card.setVisible(row is not None)
        was_open = number == str(self._number)
        self._number = int(number) if row is not None else 0
        if row is None:
            return
        self._edits = self.desk.edits_of(int(number), _MOST_EDITS)
        when, count, label = row.cells
        self._about.setText(f"{when}: {label}")
        if int(count) > _MOST_EDITS:
            many = self.tr("{0} records; the first {1} are listed.")
            self._about.setText(f"{self._about.text()}\n{many.format(count, _MOST_EDITS)}")
        words = RecordWords(self.desk.diary, self.desk.factors(), QLocale().decimalPoint())
        listed = enumerate(self._edits)
        self.edits.show_rows([self._row(place, edit, words) for place, edit in listed])
        if not was_open:
            self.edits.table.setCurrentIndex(self.edits.table.texts.index(0, 0))
        self._show_restorable()

    def _row(self, place: int, edit: Edit, words: RecordWords) -> Row:
        now = self.desk.diary.find(edit.record.kind, edit.record.id)
        sides = (edit.before, edit.after, now)
        return Row(str(place), (words.days(edit.record), *(self._said(r, words) for r in sides)))

    def _said(self, record: Record | None, words: RecordWords) -> str:
        return "–" if record is None else words.say(record)

    def _show_restorable(self) -> None:
        edit = self._current_edit()
        can = edit is not None and edit.before is not None
        self.restore.setEnabled(
            can and edit is not None and not is_as_before(edit, self.desk.diary)
        )

    def _current_edit(self) -> Edit | None:
        place = self.edits.current
        return self._edits[int(place)] if place else None

    def _restore_current(self) -> None:
        edit = self._current_edit()
        if edit is not None:
            self._restore(edit)

    def _restore_chosen(self, place: str) -> None:
        self._restore(self._edits[int(place)])

    def _restore(self, edit: Edit) -> None:
        words = RecordWords(self.desk.diary, self.desk.factors())
        try:
            said = words.say(edit.before or edit.record)
            change = restoring(edit, said, self.desk.diary)
        except Refused as refusal:
            self.said.emit(str(refusal))
            return
        if change is None:
            self.said.emit(self.tr("It stands in the diary just so; nothing was changed."))
        elif self.desk.apply(change):
            self.said.emit(self.tr("Brought back: {0}").format(said))

    def _close(self) -> None:
        self._number = 0
        self._card.hide()
        self.changes.table.setFocus()


def _moment(moment: datetime) -> str:
    day, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
    locale = QLocale()
    return f"{locale.toString(day, 'd MMM yyyy')}, {locale.toString(time, 'HH:mm')}"
