"""What stands in front in Movement: the week, the notes, and the lists."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from heeldiary.analysis.load_notes import Recorded, notes
from heeldiary.analysis.load_records import recorded_of, retired_pairs, self_care
from heeldiary.analysis.movement import (
    DAYS_BEFORE_A_RUN,
    DAYS_OF_ROTATION,
    iso_week,
    longest_run,
    rotation,
)
from heeldiary.domain.activities import activities
from heeldiary.domain.days import Span
from heeldiary.domain.movement import Activity, Milestone, Session, Shoe
from heeldiary.ui.desk import Desk
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.movement_lists import (
    ActivitiesCard,
    MilestonesCard,
    SessionsCard,
    ShoesCard,
)
from heeldiary.ui.widgets.movement_notes import NotesCard
from heeldiary.ui.widgets.movement_week import CareCard, WeekCard
from heeldiary.ui.widgets.movement_words import OwnersTongue
from heeldiary.ui.widgets.page_title import PageTitle

_STEP = 25
"""Sessions of a list, rounded up to whole weeks, and how many more "Show earlier" brings."""


class MovementSheet(QScrollArea):
    """Reads the diary by spans and by the newest, never all of it."""

    form_wanted = Signal(str)
    """``session``, ``shoe``, ``activity``, or a kind of milestone."""
    record_chosen = Signal(str, str)
    """The kind of a record and its id."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.look = look
        self._desk = desk
        self._wanted = _STEP
        self._shows_retired = False
        self.has_records = False
        self.units = Units()
        self.notes_off: Sequence[str] = ()
        self.title = PageTitle(look, self.tr("Movement"))
        self.add_session = QPushButton(self.tr("Add a session"))
        self.add_session.setObjectName("primary")
        self.week, self.care = WeekCard(look), CareCard(look)
        self.notes = NotesCard(look)
        self.sessions, self.shoes = SessionsCard(look), ShoesCard(look)
        self.milestones, self.activities = MilestonesCard(look), ActivitiesCard(look)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read what is shown and show it."""
        today = self._desk.today()
        recorded = recorded_of(self._desk.diary, today)
        own = self._desk.diary.records(Activity)
        self.has_records = bool(
            own
            or recorded.milestones
            or recorded.pairs
            or self._desk.diary.newest(Session, 1)
            or self._desk.diary.records(Shoe)
        )
        self._show_week(recorded)
        self.notes.show_notes(
            notes(recorded, self.notes_off, OwnersTongue(self.units)), self.notes_off
        )
        self._show_sessions({key: known.name for key, known in activities(own).items()})
        self._show_shoes(recorded)
        self.milestones.show_milestones(list(reversed(recorded.milestones)), self.units)
        self.activities.show_activities(own)

    def _show_week(self, recorded: Recorded) -> None:
        assert recorded.week is not None
        assert recorded.week_before is not None
        self.week.show_weeks(recorded.week, recorded.week_before, self.units)
        month = Span.ending(recorded.today, DAYS_BEFORE_A_RUN)
        run = longest_run(self._desk.diary.records(Session, month), month)
        self.week.show_longest(run, self.units)
        so_far = Span(recorded.week.span.first, recorded.today)
        care = self_care(self._desk.diary, self._desk.factors(), so_far)
        self.care.show_care(care, len(so_far))

    def _show_sessions(self, names: dict[str, str]) -> None:
        """The newest, and what else is of the week of the oldest of them."""
        newest = self._desk.diary.newest(Session, self._wanted)
        if not newest:
            self.sessions.hide()
            return
        first = iso_week(newest[-1].day).first
        shown = self._desk.diary.records(Session, Span(first, newest[0].day))
        has_earlier = self._has_earlier(first)
        self.sessions.show()
        self.sessions.show_sessions(shown, names, self.units, more=has_earlier)

    def _has_earlier(self, first: date) -> bool:
        return bool(self._desk.diary.newest(Session, 1, until=first - timedelta(days=1)))

    def _show_shoes(self, recorded: Recorded) -> None:
        pairs = self._desk.diary.records(Shoe)
        retired = retired_pairs(self._desk.diary) if self._shows_retired else ()
        self.shoes.show_pairs(recorded.pairs, retired, self.units)
        can_show = not self._shows_retired and any(pair.retired for pair in pairs)
        self.shoes.retired.setVisible(can_show)
        span = Span.ending(recorded.today, DAYS_OF_ROTATION)
        worn = rotation(self._desk.diary.records(Session, span), recorded.today)
        self.shoes.show_rotation(worn, {pair.id: pair.name for pair in pairs})

    def _show_earlier(self) -> None:
        self._wanted += _STEP
        self.refresh()

    def _show_retired(self) -> None:
        self._shows_retired = True
        self.refresh()

    def _want_session(self) -> None:
        self.form_wanted.emit("session")

    def _want_shoe(self) -> None:
        self.form_wanted.emit("shoe")

    def _want_activity(self) -> None:
        self.form_wanted.emit("activity")

    def _choose_session(self, record_id: str) -> None:
        self.record_chosen.emit(Session.kind, record_id)

    def _choose_shoe(self, record_id: str) -> None:
        self.record_chosen.emit(Shoe.kind, record_id)

    def _choose_milestone(self, record_id: str) -> None:
        self.record_chosen.emit(Milestone.kind, record_id)

    def _choose_activity(self, record_id: str) -> None:
        self.record_chosen.emit(Activity.kind, record_id)

    def _connect(self) -> None:
        self.add_session.clicked.connect(self._want_session)
        self.shoes.add_pair.clicked.connect(self._want_shoe)
        self.shoes.retired_wanted.connect(self._show_retired)
        self.activities.add_activity.clicked.connect(self._want_activity)
        self.milestones.kind_chosen.connect(self.form_wanted)
        self.milestones.more_wanted.connect(self.refresh)
        self.sessions.list.chosen.connect(self._choose_session)
        self.sessions.list.more_wanted.connect(self._show_earlier)
        self.shoes.list.chosen.connect(self._choose_shoe)
        self.milestones.list.chosen.connect(self._choose_milestone)
        self.activities.list.chosen.connect(self._choose_activity)

    def _lay_out(self) -> None:
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(24, 18, 18, 18)
        rows.setSpacing(12)
        rows.addWidget(self.title)
        rows.addWidget(button_row(self.look, self.add_session))
        cards: tuple[Card, ...] = (self.week, self.notes, self.sessions, self.care)
        for card in (*cards, self.shoes, self.milestones, self.activities):
            rows.addWidget(card)
        rows.addStretch(1)
        self.setObjectName("scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(sheet)
