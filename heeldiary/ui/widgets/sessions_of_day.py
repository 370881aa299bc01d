"""The sessions of one day in short lines, and the morning after those of the day before."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from heeldiary.domain.activities import name_of
from heeldiary.domain.days import Span
from heeldiary.domain.edits import Edit
from heeldiary.domain.factor import Factor, Group
from heeldiary.domain.movement import Activity, Session
from heeldiary.domain.records import Skipped
from heeldiary.domain.refusal import Refused
from heeldiary.domain.sessions import answer_next_morning, next_morning_asked
from heeldiary.ui.desk import Desk
from heeldiary.ui.keeper import SettingsKeeper
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.answer_row import AnswerRow
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.wording import figure

_A_DAY = timedelta(days=1)


class SessionsOfDay(QWidget):
    """A part of Today. It shows itself again when a session is edited."""

    add_wanted = Signal()
    """The person wants to record a session; ``day`` is the day that is shown."""
    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.day: date | None = None
        self.units = Units()
        self.mornings: tuple[AnswerRow, ...] = ()
        self._answered_here: set[str] = set()
        self._keeper: SettingsKeeper | None = None
        self.lines = QLabel()
        self.lines.setWordWrap(True)
        self.none = QLabel(self.tr("No session recorded for this day."))
        self.none.setObjectName("soft")
        self._asked = QVBoxLayout()
        self._asked.setSpacing(2)
        self.add = QPushButton(self.tr("Add a session"))

        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(self._asked)
        rows.addWidget(self.lines)
        rows.addWidget(self.none)
        rows.addWidget(button_row(look, self.add))

        self.add.clicked.connect(self.add_wanted)
        desk.changed.connect(self._hear)

    def use(self, keeper: SettingsKeeper) -> None:
        """Show distances in the unit that the owner chose, now and when it changes."""
        self._keeper = keeper
        keeper.changed.connect(self._take_units)
        self._take_units()

    def show_day(self, day: date) -> None:
        """Show this day's sessions, and ask for the morning after those of the day before."""
        if day != self.day:
            self._answered_here.clear()
        self.day = day
        before = self.desk.diary.records(Session, Span(day - _A_DAY, day))
        own = self.desk.diary.records(Activity) if before else ()
        self._show_lines([session for session in before if session.day == day], own)
        asked = next_morning_asked(before, day)
        self._show_mornings([s for s in before if s in asked or s.id in self._answered_here], own)

    def _show_lines(self, sessions: Sequence[Session], own: Iterable[Activity]) -> None:
        lines = [line_of(session, own, self.units) for session in _by_time(sessions)]
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.none.setVisible(not lines)

    def _show_mornings(self, sessions: Sequence[Session], own: Iterable[Activity]) -> None:
        questions = [self._question(session, own) for session in _by_time(sessions)]
        if questions != [row.factor for row in self.mornings]:
            self._build(questions)
        by_id = {session.id: session for session in sessions}
        for row in self.mornings:
            row.show_answer(by_id[row.factor.key].pain_next_morning, None)

    def _build(self, questions: Sequence[Factor]) -> None:
        for row in self.mornings:
            self._asked.removeWidget(row)
            row.deleteLater()
        self.mornings = tuple(AnswerRow(question, self.look) for question in questions)
        for row in self.mornings:
            row.given.connect(self._answer)
            row.left.connect(self._go_on)
            self._asked.addWidget(row)

    def _question(self, session: Session, own: Iterable[Activity]) -> Factor:
        name = self.tr("Pain on the morning after: {0}").format(name_of(session.activity, own))
        hint = self.tr("0 none, 10 the worst you can imagine")
        return Factor(key=session.id, name=name, group=Group.MOVEMENT, hint=hint)

    def _answer(self, question: Factor, value: object) -> None:
        """Keep the answer at once; what cannot be skipped is left as it is."""
        session = self.desk.diary.find(Session.kind, question.key)
        if not isinstance(session, Session) or isinstance(value, Skipped):
            return
        self._answered_here.add(session.id)
        number = value if isinstance(value, float) else None
        try:
            self.desk.apply(answer_next_morning(session, number, self.desk.clock))
        except Refused as refusal:
            self.refused.emit(str(refusal))

    def _go_on(self, row: AnswerRow, by: int) -> None:
        """Up and Down go from one morning to the next."""
        place = self.mornings.index(row) + by
        if 0 <= place < len(self.mornings):
            self.mornings[place].focus()

    def _hear(self, edits: tuple[Edit, ...]) -> None:
        if self.day is not None and any(e.record.kind in _SHOWN for e in edits):
            self.show_day(self.day)

    def _take_units(self) -> None:
        assert self._keeper is not None
        units = Units.of(self._keeper.settings)
        if units != self.units:
            self.units = units
            if self.day is not None:
                self.show_day(self.day)


_SHOWN = (Session.kind, Activity.kind)


def line_of(session: Session, own: Iterable[Activity], units: Units) -> str:
    """A session in one line: ``08:30 · Running · 40 min · 6.2 km · effort 5``."""
    parts = [session.time] if session.time else []
    parts.append(name_of(session.activity, own))
    if session.minutes is not None:
        parts.append(f"{figure(session.minutes)} min")
    if session.distance_km is not None:
        parts.append(units.say_distance(session.distance_km))
    if session.effort is not None:
        effort = QCoreApplication.translate("SessionsOfDay", "effort {0}")
        parts.append(effort.format(figure(session.effort)))
    return " · ".join(parts)


def _by_time(sessions: Iterable[Session]) -> list[Session]:
    """In the order of the day; those without a time come last."""
    return sorted(sessions, key=_place)


def _place(session: Session) -> tuple[bool, str, str]:
    return not session.time, session.time, session.id
