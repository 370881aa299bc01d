"""The days of the diary with what stands in them, and the search through the owner's own words."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from heeldiary.domain.days import Span
from heeldiary.domain.records import Record
from heeldiary.domain.writing import Found, excerpt
from heeldiary.reports.day_contents import anything_before, others_by_day, say_others
from heeldiary.reports.record_words import RecordWords, shortened
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.widgets.record_list import STEP, RecordList, Row
from heeldiary.ui.wording import say_day

_STEP = 60
"""Days that are read at once."""
_HIGHEST = 500
"""Pixels for a list that stands alone on its page."""
_PAUSE = 250
"""Milliseconds without a key after which is looked."""


class HistoryDays(QWidget):
    """Newest first. Words typed above turn the list of days into a list of what holds them."""

    day_chosen = Signal(date)
    nothing_to_open = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self._first = desk.today()
        self._rows: list[Row] = []
        self._shown_found = STEP
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Search your words"))
        self.words.setPlaceholderText(self.tr("Search notes, reasons, questions, names…"))
        self.words.setClearButtonEnabled(True)
        self._count = QLabel()
        self._count.setObjectName("soft")
        columns = (self.tr("Day"), self.tr("Answers"), self.tr("Also"), self.tr("Note"))
        self.days = RecordList(look, columns, self.tr("Days"))
        found_columns = (self.tr("Day"), self.tr("In"), self.tr("Words"))
        self.found = RecordList(look, found_columns, self.tr("Found"))
        for listed in (self.days, self.found):
            listed.table.highest = _HIGHEST
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, self._count, self.days, self.found):
            column.addWidget(part)
        column.addStretch(1)

        self.words.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._look)
        self.words.returnPressed.connect(self._look)
        self.days.chosen.connect(self._choose_day)
        self.days.more_wanted.connect(self._read_earlier)
        self.found.chosen.connect(self._choose_found)
        self.found.more_wanted.connect(self._look_further)

    def refresh(self) -> None:
        """Read again as far back as the days are listed, so that the person keeps the place."""
        today = self.desk.today()
        first = self._first if self._rows else today + timedelta(days=1)
        self._rows = self._read(Span(first, today)) if first <= today else []
        self._first = first
        if self._rows:
            self._show_days()
        else:
            self._read_earlier()
        self._look()

    def _wait(self) -> None:
        self._shown_found = STEP
        self._pause.start()

    def _read_earlier(self) -> None:
        """Go back until some day has something, or the diary ends."""
        before = len(self._rows)
        while len(self._rows) == before and anything_before(self.desk.diary, self._first):
            stretch = Span.ending(self._first - timedelta(days=1), _STEP)
            self._rows += self._read(stretch)
            self._first = stretch.first
        self._show_days()

    def _show_days(self) -> None:
        self.days.show_rows(self._rows)
        self.days.can_show_more(can=anything_before(self.desk.diary, self._first))

    def _read(self, span: Span) -> list[Row]:
        answers: dict[date, int] = {}
        for reading in self.desk.diary.readings(span):
            answers[reading.day] = answers.get(reading.day, 0) + (reading.number is not None)
        notes = {note.day: note.text for note in self.desk.diary.notes(span)}
        others = others_by_day(self.desk.diary, span)
        days = sorted(answers.keys() | notes.keys() | others.keys(), reverse=True)
        return [
            Row(
                day.isoformat(),
                (
                    say_day(day),
                    str(answers.get(day, 0)),
                    say_others(others.get(day, {})),
                    shortened(notes.get(day, "")),
                ),
            )
            for day in days
        ]

    def _look(self) -> None:
        self._pause.stop()
        words = self.words.text().strip()
        self.days.setVisible(not words)
        self.found.setVisible(bool(words))
        self._count.setVisible(bool(words))
        if words:
            self._show_found(self.desk.diary.search(words, self._shown_found + 1))

    def _look_further(self) -> None:
        self._shown_found += STEP
        self._look()

    def _show_found(self, found: Sequence[Found]) -> None:
        shown = found[: self._shown_found]
        self.found.show_rows([self._row(each) for each in shown])
        self.found.can_show_more(can=len(found) > len(shown))
        several = self.tr("Records with these words: {0}.").format(len(shown))
        if len(found) > len(shown):
            several = self.tr(
                "Records with these words: more than {0}; the newest are shown."
            ).format(len(shown))
        nothing = self.tr("Nothing that you wrote holds these words.")
        self._count.setText(several if shown else nothing)

    def _row(self, found: Found) -> Row:
        record = self.desk.diary.find(found.kind, found.record_id)
        what = self._what(record) if record is not None else found.kind
        day = "" if found.day is None else say_day(found.day)
        words = excerpt(found.text, self.words.text())
        return Row(f"{found.kind}/{found.record_id}", (day, what, words))

    def _what(self, record: Record) -> str:
        return RecordWords(self.desk.diary, self.desk.factors()).say(record).partition(":")[0]

    def _choose_day(self, day: str) -> None:
        self.day_chosen.emit(date.fromisoformat(day))

    def _choose_found(self, chosen: str) -> None:
        kind, _, record_id = chosen.partition("/")
        words = self.desk.diary.search(self.words.text(), self._shown_found)
        found = next((f for f in words if (f.kind, f.record_id) == (kind, record_id)), None)
        if found is None or found.day is None or found.day > self.desk.today():
            self.nothing_to_open.emit(self.tr("This belongs to no day that can be opened."))
        else:
            self.day_chosen.emit(found.day)
