"""The lists of movement: sessions by week, shoes, days to count from, activities of one's own."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from heeldiary.analysis.movement import PairMileage, Rotation, Total, distance, iso_week
from heeldiary.domain.movement import Activity, Insert, Milestone, Session
from heeldiary.ui.theme import Look
from heeldiary.ui.units import Units
from heeldiary.ui.widgets import movement_words as words
from heeldiary.ui.widgets.button_row import button_row
from heeldiary.ui.widgets.card import Card
from heeldiary.ui.widgets.movement_words import DASH
from heeldiary.ui.widgets.record_list import FIRST, STEP, RecordList, Row
from heeldiary.ui.wording import figure, say_date, say_short_day

_PAINS = ("pain_before", "pain_during", "pain_after", "pain_next_morning")


class _ListCard(Card):
    """A list of records, below the buttons that add to it."""

    def __init__(self, look: Look, title: str, columns: Sequence[str]) -> None:
        super().__init__(look, title)
        self.list = RecordList(look, columns, title)
        self.add(self.list)

    def _put_above(self, *buttons: QPushButton) -> None:
        self.rows.insertWidget(self.rows.indexOf(self.list), button_row(self.look, *buttons))


class SessionsCard(_ListCard):
    """Sessions, the newest first, each week under its totals."""

    def __init__(self, look: Look) -> None:
        columns = (
            self.tr("Day"),
            self.tr("Activity"),
            self.tr("Minutes"),
            self.tr("Distance"),
            self.tr("Effort"),
            self.tr("Pain before, during, after, next morning"),
        )
        super().__init__(look, self.tr("Sessions"), columns)

    def show_sessions(
        self, sessions: Sequence[Session], names: Mapping[str, str], units: Units, *, more: bool
    ) -> None:
        """Show these sessions of whole weeks."""
        weeks: dict[date, list[Session]] = {}
        for session in sorted(sessions, key=_when, reverse=True):
            weeks.setdefault(iso_week(session.day).first, []).append(session)
        rows: list[Row] = []
        for monday, those in weeks.items():
            rows.append(self._total(monday, those, units))
            rows += [self._row(session, names, units) for session in those]
        self.list.show_rows(rows)
        self.list.can_show_more(can=more)

    def _total(self, monday: date, sessions: Sequence[Session], units: Units) -> Row:
        """A week's line; its id is that of no session."""
        minutes = [s.minutes for s in sessions if s.minutes is not None]
        total = Total(
            value=sum(minutes) if minutes else None, recorded=len(minutes), of=len(sessions)
        )
        km = distance(sessions)
        count = self.tr("sessions: {0}").format(len(sessions))
        cells = (
            self.tr("Week of {0}").format(say_date(monday)),
            count,
            words.say_total(total, words.say_minutes(total.value)),
            words.say_total(km, units.say_distance(km.value or 0.0)),
        )
        return Row(f"week/{monday}", (*cells, "", ""))

    def _row(self, session: Session, names: Mapping[str, str], units: Units) -> Row:
        day = say_short_day(session.day)
        km = session.distance_km
        cells = (
            f"    {day}, {session.time}" if session.time else f"    {day}",
            names.get(session.activity, session.activity),
            words.say_minutes(session.minutes),
            DASH if km is None else units.say_distance(km),
            _figure(session.effort),
            _pains(session),
        )
        return Row(session.id, cells)


class ShoesCard(_ListCard):
    """Pairs in use with how far they have gone; the retired ones when they are asked for."""

    retired_wanted = Signal()

    def __init__(self, look: Look) -> None:
        columns = (
            self.tr("Pair"),
            self.tr("Worn since"),
            self.tr("Distance"),
            self.tr("Range"),
            self.tr("Kind, insert, drop, features"),
        )
        super().__init__(look, self.tr("Footwear"), columns)
        self.rotation = QLabel()
        self.rotation.setWordWrap(True)
        self.rotation.setTextFormat(Qt.TextFormat.PlainText)  # a name may look like markup
        self.add_pair = QPushButton(self.tr("Add a pair of shoes"))
        self.retired = QPushButton(self.tr("Show retired pairs"))
        self._put_above(self.add_pair, self.retired)
        self.add(self.rotation)

        self.retired.clicked.connect(self.retired_wanted)

    def show_pairs(
        self, in_use: Sequence[PairMileage], retired: Sequence[PairMileage], units: Units
    ) -> None:
        self.list.show_rows([self._row(pair, units) for pair in (*in_use, *retired)])

    def show_rotation(self, worn: Rotation, names: Mapping[str, str]) -> None:
        """Say which pairs were worn in the last 14 days; nothing when no session names one."""
        self.rotation.setVisible(bool(worn.pairs))
        self.rotation.setText(
            self.tr("Worn in the last {0} days: {1} (recorded for {2} of {3} sessions).").format(
                len(worn.span),
                ", ".join(names.get(pair, pair) for pair in worn.pairs),
                worn.recorded,
                worn.of,
            )
        )

    def _row(self, pair: PairMileage, units: Units) -> Row:
        shoe, km = pair.shoe, pair.km
        stands = "" if pair.mileage is None else words.shoe_statuses()[pair.mileage.status]
        if shoe.retired_on is not None:
            stands = self.tr("retired on {0}").format(say_date(shoe.retired_on))
        cells = (
            shoe.name,
            DASH if shoe.since is None else say_date(shoe.since),
            words.say_total(km, units.say_distance(km.value or 0.0)),
            stands,
            self._built(pair, units),
        )
        return Row(shoe.id, cells)

    def _built(self, pair: PairMileage, units: Units) -> str:
        shoe = pair.shoe
        parts = [words.shoe_kinds()[shoe.shoe_kind]]
        if shoe.insert not in (None, Insert.NONE):
            parts.append(words.inserts()[shoe.insert])
        if shoe.drop_mm is not None:
            parts.append(self.tr("drop {0}").format(units.say_length(shoe.drop_mm)))
        if shoe.heel_lift_mm is not None:
            parts.append(self.tr("lift {0}").format(units.say_length(shoe.heel_lift_mm)))
        return ", ".join([*parts, *shoe.features])


class MilestonesCard(_ListCard):
    """Days to count from, and a menu that adds one of each kind."""

    kind_chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self, look: Look) -> None:
        columns = (self.tr("Day"), self.tr("What"), self.tr("Value"), self.tr("Ended on"), "")
        super().__init__(look, self.tr("Days to count from"), columns)
        self._wanted = FIRST
        self.mark = QPushButton(self.tr("Add a day"))
        self.kinds = QMenu(self.mark)
        for kind, name in words.milestone_kinds().items():
            self.kinds.addAction(name).setData(str(kind))
        self.mark.setMenu(self.kinds)
        self._put_above(self.mark)

        self.kinds.triggered.connect(self._choose)
        self.list.more_wanted.connect(self._want_more)

    def show_milestones(self, milestones: Sequence[Milestone], units: Units) -> None:
        """Show the newest of these, which are given newest first."""
        shown = milestones[: self._wanted]
        self.list.show_rows([self._row(milestone, units) for milestone in shown])
        self.list.can_show_more(can=len(milestones) > self._wanted)

    def _row(self, milestone: Milestone, units: Units) -> Row:
        note = milestone.note.splitlines()[0] if milestone.note else ""
        ended = "" if milestone.ended_on is None else say_date(milestone.ended_on)
        cells = (
            say_date(milestone.day),
            words.milestone_kinds()[milestone.what],
            words.say_milestone_value(milestone, units),
            ended,
            note,
        )
        return Row(milestone.id, cells)

    def _want_more(self) -> None:
        self._wanted += STEP
        self.more_wanted.emit()

    def _choose(self, action: QAction) -> None:
        self.kind_chosen.emit(action.data())


class ActivitiesCard(_ListCard):
    """The activities that the owner added to those that ship."""

    def __init__(self, look: Look) -> None:
        columns = (self.tr("Name"), self.tr("Impact"), "")
        super().__init__(look, self.tr("Activities of your own"), columns)
        self.add_activity = QPushButton(self.tr("Add an activity"))
        self._put_above(self.add_activity)

    def show_activities(self, own: Sequence[Activity]) -> None:
        self.list.show_rows([self._row(activity) for activity in sorted(own, key=_by_name)])

    def _row(self, activity: Activity) -> Row:
        state = self.tr("retired") if activity.retired else ""
        return Row(activity.id, (activity.name, words.impacts()[activity.impact], state))


def _by_name(activity: Activity) -> tuple[bool, str, str]:
    return activity.retired, activity.name.casefold(), activity.id


def _when(session: Session) -> tuple[date, str, datetime, str]:
    return session.day, session.time, session.recorded_at, session.id


def _pains(session: Session) -> str:
    pains = [getattr(session, pain) for pain in _PAINS]
    if all(pain is None for pain in pains):
        return DASH
    return " · ".join(_figure(pain) for pain in pains)


def _figure(value: float | None) -> str:
    return DASH if value is None else figure(value)
