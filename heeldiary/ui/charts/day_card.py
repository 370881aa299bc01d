"""What was answered on the day under the cross-hair."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.analysis.medication import periods
from heeldiary.domain.days import Span
from heeldiary.domain.diary import Diary
from heeldiary.domain.factors import Factors
from heeldiary.domain.flares import Flare
from heeldiary.domain.medicines import Dose, Medicine, Procedure, Regimen
from heeldiary.domain.movement import Session
from heeldiary.domain.records import MealNote, Reading, Record
from heeldiary.domain.results import ClinicScore, Finding, LabResult, WeeklyCheck
from heeldiary.domain.visits import Visit
from heeldiary.reports.record_words import RecordWords
from heeldiary.ui.theme import Look
from heeldiary.ui.wording import say_short_day, say_value

_MARKED: tuple[type[Record], ...] = (Visit, LabResult, Procedure, Flare)
_DONE: tuple[type[Record], ...] = (WeeklyCheck, ClinicScore, Finding, Session, Dose, MealNote)


class DayCard(QWidget):
    """What the day is marked for, its answers in the owner's order, what was done and taken."""

    day_chosen = Signal(date)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.day: date | None = None
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._answers = QLabel()
        self._answers.setWordWrap(True)
        self._answers.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton(self.tr("Open this day"))

        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._open, self._answers):
            self._column.addWidget(widget)

        self._open.clicked.connect(self._choose)
        self.clear()

    @property
    def words(self) -> str:
        """The day's answers, a line each."""
        return self._answers.text()

    def clear(self) -> None:
        """No day is looked at."""
        self.day = None
        self._title.setText(self.tr("One day"))
        self._answers.setText(
            self.tr(
                "Point at a day to read its answers here; a click opens it. By keyboard: "
                "arrows move the chart, + and − zoom, Shift with an arrow goes day by day, "
                "Enter opens the day."
            )
        )
        self._open.hide()
        self.restyle()

    def show_day(self, day: date, diary: Diary, factors: Factors) -> None:
        self.day = day
        self._title.setText(f"{say_short_day(day)} {day.year}")
        readings = diary.readings_on(day)
        answers = [_say(readings[f.key], factors) for f in factors.all() if f.key in readings]
        note = diary.note_on(day)
        if note is not None:
            answers.append(self.tr("“{0}”").format(note.text))
        words = RecordWords(diary, factors, QLocale().decimalPoint())
        marked, done = (_recorded(kinds, diary, day, words) for kinds in (_MARKED, _DONE))
        lines = [*marked, *answers, *done] or [self.tr("Nothing was recorded on this day.")]
        self._answers.setText("\n".join([*lines, *self._medicines(diary, day)]))
        self._open.show()

    def restyle(self) -> None:
        self._title.setFont(self._look.font(1.12, strong=True))
        self._answers.setFont(self._look.font(0.95))
        self._column.setSpacing(self._look.px(6))

    def _medicines(self, diary: Diary, day: date) -> list[str]:
        """What was to be taken then, whether or not a dose was recorded."""
        regimens = diary.records(Regimen, Span(day, day))
        held = periods(diary.records(Medicine), regimens) if regimens else ()
        if not held:
            return []
        plans = "; ".join(f"{each.name}, {each.label}" for each in held)
        return [self.tr("Medicines then: {0}").format(plans)]

    def _choose(self) -> None:
        if self.day is not None:
            self.day_chosen.emit(self.day)


def _recorded(
    kinds: Iterable[type[Record]], diary: Diary, day: date, words: RecordWords
) -> list[str]:
    on_the_day = Span(day, day)
    return [words.say(record) for kind in kinds for record in diary.records(kind, on_the_day)]


def _say(reading: Reading, factors: Factors) -> str:
    factor = factors[reading.factor]
    number = reading.number
    said = (
        QCoreApplication.translate("DayCard", "skipped")
        if number is None
        else say_value(factor, number)
    )
    return f"{factor.name}: {said}"
